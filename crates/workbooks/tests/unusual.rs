//! What is packed, styled, formatted or placed as few files are: it is read, or left out and said, or refused with its reason.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use rust_xlsxwriter::{Format, Workbook};
use support::{lines, ods_of, opened, replaced, xlsx, zip};

/// The only reason why a file is not opened.
fn reason(name: &str, bytes: &[u8]) -> String {
    let tables = opened(name, bytes);
    assert_eq!((tables.len(), tables[0].0.as_str()), (1, name));
    let note = lines(&tables[0].1).1[0].clone();
    note.strip_prefix("refused,").unwrap_or(&note).to_owned()
}

fn table() -> Vec<Vec<String>> {
    [["Authority", "Year", "UASC", "UASC missing"], ["Kent", "2024", "100", "12"], ["Hull", "2024", "40", "3"]]
        .map(|row| row.map(str::to_owned).to_vec())
        .to_vec()
}

#[test]
fn an_archive_that_is_packed_otherwise_says_so_and_is_not_called_damaged() {
    let plain = zip(&[("a.csv", b"A,B\n1,2\n3,4\n")]);
    let central = plain.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    let with = |method: u8, flags: u8| {
        let mut bytes = plain.clone();
        for (method_at, flags_at) in [(8, 6), (central + 10, central + 8)] {
            (bytes[method_at], bytes[flags_at]) = (method, bytes[flags_at] | flags);
        }
        bytes
    };
    // Deflate64, bzip2, LZMA, Zstandard, xz.
    for method in [9, 12, 14, 93, 95] {
        assert_eq!(reason("z.zip", &with(method, 0)), "other-packing,0", "{method}");
        assert_eq!(reason("z.zip", &with(method, 1)), "password,0", "{method}");
    }
    assert_eq!(reason("z.zip", &with(plain[8], 1)), "password,0");
    assert_eq!(opened("z.zip", &with(plain[8], 0))[0].0, "z.zip › a.csv");
    assert_eq!(reason("z.zip", &plain[..plain.len() / 2]), "damaged,0");
}

#[test]
fn a_workbook_with_more_styles_than_any_program_opens_is_refused() {
    let of = |styles: usize| {
        let xfs = "<xf numFmtId=\"0\" fontId=\"0\"/>".repeat(styles);
        replaced(&xlsx(&[("S", table())]), "xl/styles.xml", "<cellXfs", &format!("<cellXfs>{xfs}</cellXfs><cellXfs"))
    };
    assert_eq!(opened("a.xlsx", &of(65_000))[0].0, "a.xlsx › S");
    assert_eq!(reason("a.xlsx", &of(100_001)), "too-many-styles,0");
    // Styles that others are based on.
    let based = "<x/>".repeat(2_100_000);
    let bytes = replaced(&xlsx(&[("S", table())]), "xl/styles.xml", "<cellXfs", &format!("<a>{based}</a><cellXfs"));
    assert_eq!(reason("a.xlsx", &bytes), "too-many-styles,0");
    let style = |at: usize| format!("<style:style style:name=\"s{at}\"/>");
    let styles = (0..100_001).map(style).collect::<Vec<_>>().concat();
    assert_eq!(reason("a.ods", &ods_of(&styles)), "too-many-styles,0");
}

#[test]
fn a_stray_cell_far_to_the_right_is_left_out_and_said() {
    let of = |cells: &[(u32, u16, &str)]| {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        for (row, cells) in (0..).zip(table()) {
            sheet.write_row(row, 0, cells).unwrap();
        }
        for (row, column, text) in cells {
            sheet.write_string(*row, *column, *text).unwrap();
        }
        let tables = opened("a.xlsx", &workbook.save_to_buffer().unwrap());
        lines(&tables[0].1)
    };
    for row in [0, 1, 1_048_575] {
        let (rows, notes) = of(&[(row, 16_383, "x")]);
        assert_eq!(rows.iter().filter(|row| !row.is_empty()).cloned().collect::<Vec<_>>(), table().map_rows());
        assert_eq!(notes[0], format!("cell-far-away,{},XFD,x", row + 1));
    }
    // As far as a wide table reaches, a cell is a cell.
    let (rows, notes) = of(&[(1, 700, "x")]);
    assert!(rows[1].ends_with(",x") && !notes[0].starts_with("cell-far-away"), "{notes:?}");
    // Many cells are no stray cells.
    let many: Vec<(u32, u16, &str)> = (3000..3100).map(|column| (1, column, "x")).collect();
    assert!(of(&many).0[1].len() > 3000);
}

trait Joined {
    fn map_rows(&self) -> Vec<String>;
}

impl Joined for Vec<Vec<String>> {
    fn map_rows(&self) -> Vec<String> {
        self.iter().map(|row| row.join(",")).collect()
    }
}

#[test]
fn what_a_format_shows_otherwise_than_the_number_is_said_once_for_a_column() {
    let of = |number: f64, format: &str| {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        sheet.write_row(0, 0, ["A", "B"]).unwrap();
        for row in 1..3 {
            sheet.write_string(row, 0, "x").unwrap();
            sheet.write_number_with_format(row, 1, number, &Format::new().set_num_format(format)).unwrap();
        }
        let (rows, notes) = lines(&opened("a.xlsx", &workbook.save_to_buffer().unwrap())[0].1);
        (rows[1].clone(), notes.into_iter().filter(|note| note.starts_with("shown-otherwise")).collect::<Vec<_>>())
    };
    let said = |shown: &str| vec![format!("shown-otherwise,2,B,{shown}")];
    assert_eq!(of(0.0, "[=0]\"-\";0"), ("x,0".to_owned(), said("-")));
    assert_eq!(of(12_345.0, "0,"), ("x,12345".to_owned(), said("12")));
    assert_eq!(of(-5.0, "0;0"), ("x,-5".to_owned(), said("5")));
    for (number, format, text) in [
        (7.0, "[<10]\"c\";0", "x,c"),
        (12.0, "[<10]\"c\";0", "x,12"),
        (5.0, "[=0]\"-\"", "x,5"),
        (12.4, "0", "x,12.4"),
        (1234.0, "#,##0", "x,1234"),
        (-5.0, "0;-0", "x,-5"),
        (-5.0, "#,##0_);(#,##0)", "x,-5"),
    ] {
        assert_eq!(of(number, format), (text.to_owned(), Vec::new()), "{format}");
    }
    // An open document says what is shown.
    let of = |value: &str, shown: &str| {
        let cell =
            |kind: &str, text: &str| format!("<table:table-cell {kind}><text:p>{text}</text:p></table:table-cell>");
        let text = |text: &str| cell("office:value-type=\"string\"", text);
        let row = |cells: &[String]| format!("<table:table-row>{}</table:table-row>", cells.concat());
        let number = cell(&format!("office:value-type=\"float\" office:value=\"{value}\""), shown);
        let rows = [row(&[text("A"), text("B")]), row(&[text("x"), number])].concat();
        let (rows, notes) =
            lines(&opened("a.ods", &ods_of(&format!("<table:table table:name=\"S\">{rows}</table:table>")))[0].1);
        (rows[1].clone(), notes.iter().any(|note| note.starts_with("shown-otherwise")))
    };
    for (value, shown, text, said) in [
        ("0", "-", "x,0", true),
        ("12345", "12", "x,12345", true),
        ("-5", "5", "x,-5", true),
        ("12.4", "12", "x,12.4", false),
        ("1234.5", "1,234.50", "x,1234.5", false),
        ("-5", "(5)", "x,-5", false),
        ("-5", "-5", "x,-5", false),
    ] {
        assert_eq!(of(value, shown), (text.to_owned(), said), "{value} {shown}");
    }
}

#[test]
fn a_web_page_that_is_called_a_workbook_is_read_if_it_has_a_table() {
    let page = "<html><head><meta charset=\"x\"></head><body><table><tr><th>Authority<th>UASC</tr>\
        <tr><td>Ynys Môn<td>40</tr></table></body></html>";
    let latin: Vec<u8> = page.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
    for bytes in [page.as_bytes(), &latin, &[b"\xEF\xBB\xBF\n<!DOCTYPE html>", page.as_bytes()].concat()] {
        let tables = opened("export.xls", bytes);
        assert_eq!((tables.len(), tables[0].0.as_str()), (1, "export.xls"));
        assert_eq!(lines(&tables[0].1).0, ["Authority,UASC", "Ynys Môn,40"]);
    }
    let two = page.replace("</table>", "</table><table><tr><td>a<td>b<tr><td>1<td>2</table>");
    let names: Vec<String> = opened("export.xls", two.as_bytes()).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["export.xls › 1", "export.xls › 2"]);
    let sign_in = "<!DOCTYPE html><html><body><form>Your session has expired. Sign in.</form></body></html>";
    assert_eq!(reason("export.xls", sign_in.as_bytes()), "web-page,0");
    // One cell that is said to reach over everything.
    let wide = "<tr><td rowspan=1000000 colspan=16000>a".repeat(3);
    assert_eq!(reason("export.xls", format!("<table>{wide}</table>").as_bytes()), "too-large,0");
    let old = "<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"></Workbook>";
    assert_eq!(reason("export.xls", old.as_bytes()), "excel-xml,0");
}

#[test]
fn the_line_where_xml_is_broken_is_that_of_the_mistake() {
    let whole = "<?xml version=\"1.0\"?>\n<EXPSSDA903>\n<CHILD>\n<HEADER><CHILDID>1</CHILDID></HEADER>\n\
        <EPISODE><DECOM>01/05/2024</EPISODE>\n</CHILD>\n</EXPSSDA903>\n";
    let line = |text: &str| reason("r.xml", text.as_bytes()).trim_start_matches("broken-xml,").to_owned();
    for ends in ["\n", "\r\n", "\r"] {
        let with = |from: &str, to: &str| whole.replacen(from, to, 1).replace('\n', ends);
        assert_eq!(line(&with("", "")), "5", "{ends:?}");
        assert_eq!(line(&with("", "\u{FEFF}")), "5", "{ends:?}");
        assert_eq!(line(&with("<CHILD>", "<!-- a\nb -->\n<CHILD>")), "7", "{ends:?}");
        assert_eq!(line(&with("<CHILD>", "<CHILD a=\"1\n2\">")), "6", "{ends:?}");
        // In the tag, not at its end.
        assert_eq!(line(&with("<CHILD>", "<CHILD a=1\nb=\"2\"\nc=\"3\">")), "3", "{ends:?}");
        // In the text, not where the next tag begins.
        assert_eq!(line(&with("<CHILD>", "<CHILD>]]>\n\n")), "3", "{ends:?}");
        assert_eq!(line(&with("<CHILD>", "<CHILD>\u{1}\n\n")), "3", "{ends:?}");
        // Cut off: the last line that says anything.
        assert_eq!(
            line(&with("<DECOM>01/05/2024</EPISODE>\n</CHILD>\n</EXPSSDA903>\n", "</EPISODE>\n\n")),
            "5",
            "{ends:?}"
        );
        assert_eq!(line(&with("<DECOM>01/05/2024</EPISODE>\n</CHILD>\n</EXPSSDA903>\n", "</EPI")), "5", "{ends:?}");
    }
}

const HEAD: [&str; 4] = ["Authority", "Year", "UASC", "UASC missing"];

fn answers(sheet: &mut rust_xlsxwriter::Worksheet) {
    sheet.write_row(0, 0, HEAD).unwrap();
    sheet.write_row(1, 0, ["Kent", "2024", "100"]).unwrap();
    sheet.write_number(1, 3, 12).unwrap();
}

#[test]
fn text_boxes_and_charts_are_said() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    answers(sheet);
    let said = "Figures are for April to June 2024 only";
    sheet.insert_shape(4, 4, &rust_xlsxwriter::Shape::textbox().set_text(said)).unwrap();
    let alone = workbook.add_worksheet().set_name("Picture").unwrap();
    alone.insert_shape(1, 1, &rust_xlsxwriter::Shape::textbox().set_text("2022")).unwrap();
    let tables = opened("a.xlsx", &workbook.save_to_buffer().unwrap());
    let (_, notes) = lines(&tables[0].1);
    assert!(notes.contains(&format!("text-box,0,,{said}")), "{notes:?}");
    assert!(notes.contains(&"sheet-without-table,0,,Picture".to_owned()), "{notes:?}");
}

#[test]
fn what_is_printed_above_and_below_pages_is_said_and_page_numbers_are_not() {
    for (header, is_said) in [("&CFigures are for financial years", true), ("&LOFFICIAL&RPage &P of &N", false)] {
        let mut workbook = rust_xlsxwriter::Workbook::new();
        let sheet = workbook.add_worksheet();
        answers(sheet);
        sheet.set_header(header);
        let tables = opened("a.xlsx", &workbook.save_to_buffer().unwrap());
        let (_, notes) = lines(&tables[0].1);
        assert_eq!(notes.iter().any(|note| note.starts_with("text-box,0,,Figures")), is_said, "{notes:?}");
        assert_eq!(notes.iter().any(|note| note.starts_with("text-box")), is_said, "{notes:?}");
    }
}

#[test]
fn a_blank_date_that_a_formula_made_nought_is_blank_and_said() {
    let date = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    answers(sheet);
    sheet.write_number_with_format(1, 2, 0, &date).unwrap();
    let tables = opened("a.xlsx", &workbook.save_to_buffer().unwrap());
    let (rows, notes) = lines(&tables[0].1);
    assert_eq!(rows[1], "Kent,2024,,12");
    assert!(notes.iter().any(|note| note.starts_with("value-not-shown,2,C")), "{notes:?}");
}

#[test]
fn a_condition_that_shows_something_else_is_said_and_one_that_colours_is_not() {
    for (format, is_said) in [
        (rust_xlsxwriter::Format::new().set_num_format("\"c\""), true),
        (rust_xlsxwriter::Format::new().set_background_color("FF0000"), false),
    ] {
        let mut workbook = rust_xlsxwriter::Workbook::new();
        let sheet = workbook.add_worksheet();
        answers(sheet);
        let rule = rust_xlsxwriter::ConditionalFormatCellRule::LessThan(20);
        let condition = rust_xlsxwriter::ConditionalFormatCell::new().set_rule(rule).set_format(format);
        sheet.add_conditional_format(1, 3, 1, 3, &condition).unwrap();
        let tables = opened("a.xlsx", &workbook.save_to_buffer().unwrap());
        let (rows, notes) = lines(&tables[0].1);
        assert_eq!(rows[1], "Kent,2024,100,12");
        assert_eq!(notes.iter().any(|note| note.starts_with("shown-by-condition,0,,D2")), is_said, "{notes:?}");
    }
}
