//! What a person sees in a cell is what is read, and what a person could not see in text is said.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use rust_xlsxwriter::{Color, ExcelDateTime, Format, FormatScript, Formula, Note, Workbook, Worksheet};
use support::{lines, ods_of, opened, opened_in, report, xlsx, zip};

/// The rows and notes of the only sheet, which holds a header row `A,B,C`, and what is written below.
fn sheet(write: impl FnOnce(&mut Worksheet)) -> (Vec<String>, Vec<String>) {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, ["A", "B", "C"]).unwrap();
    write(sheet);
    let tables = opened("a.xlsx", &workbook.save_to_buffer().unwrap());
    assert_eq!(tables.len(), 1);
    lines(&tables[0].1)
}

fn shown(number: f64, format: &str) -> String {
    let (rows, _) = sheet(|sheet| {
        sheet.write_string(1, 0, "x").unwrap();
        sheet.write_number_with_format(1, 1, number, &Format::new().set_num_format(format)).unwrap();
    });
    rows[1].clone()
}

#[test]
fn numbers_are_read_as_they_are_shown_and_no_digit_is_lost() {
    for (number, format, text) in [
        (12.0, "0.00", "x,12"),
        (0.37, "0%", "x,37%"),
        (0.3699, "0%", "x,36.99%"),
        (12.0, "0000", "x,0012"),
        (5.0, "\"<\"0", "x,<5"),
        (45_382.0, "dd/mm/yyyy", "x,2024-03-31"),
        (45_382.0, "mmm yyyy", "x,March 2024"),
        (1_234_567_890_123.0, "0.00E+00", "x,1234567890123"),
    ] {
        assert_eq!(shown(number, format), text);
    }
}

#[test]
fn texts_stay_texts() {
    let (rows, _) = sheet(|sheet| {
        sheet.write_row(1, 0, ["0012", "<5", "a, \"b\"\nc"]).unwrap();
        sheet.write_row(3, 1, ["  Refused s.12 "]).unwrap();
        sheet.write_row(4, 0, ["=1+1", "sep=;"]).unwrap();
    });
    assert_eq!(rows, ["A,B,C", "0012,<5,\"a, \"\"b\"\"", "c\"", "", ",  Refused s.12 ", "=1+1,sep=;"]);
}

#[test]
fn rows_have_the_numbers_that_the_workbook_gives_them() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(2, 1, ["Authority", "Year", "UASC", "UASC missing"]).unwrap();
    sheet.write_row(6, 1, ["Atlantis", "2024", "12", "3"]).unwrap();
    sheet.write_row(9, 1, ["Kent", "2024", "12", "3"]).unwrap();
    let report = report(&[("a.xlsx", workbook.save_to_buffer().unwrap())]);
    let finding =
        report["findings"].as_array().unwrap().iter().find(|f| f["rule"] == "authority-not-recognised").unwrap();
    assert_eq!(finding["rows"][0]["row"], 7);
}

#[test]
fn what_is_hidden_is_read_and_said() {
    let mut workbook = Workbook::new();
    for name in ["Open", "Shut"] {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name).unwrap();
        for row in 0..4 {
            sheet.write_row(row, 0, ["a", "b", "c"]).unwrap();
        }
        sheet.set_row_hidden(2).unwrap();
        sheet.set_column_hidden(1).unwrap();
        sheet.set_hidden(name == "Shut");
    }
    let tables = opened("a.xlsx", &workbook.save_to_buffer().unwrap());
    assert_eq!(tables.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["a.xlsx › Open", "a.xlsx › Shut"]);
    for (name, text) in &tables {
        let (rows, notes) = lines(text);
        assert_eq!(rows.len(), 4);
        assert!(notes.iter().any(|note| note.starts_with("hidden-row,3,")), "{notes:?}");
        assert!(notes.iter().any(|note| note.starts_with("hidden-column,0,B,")), "{notes:?}");
        assert_eq!(notes.iter().any(|note| note.starts_with("hidden-sheet,")), name.ends_with("Shut"));
    }
}

#[test]
fn notes_errors_and_formulas_without_a_value_are_said() {
    let (rows, notes) = sheet(|sheet| {
        sheet.write_string(1, 0, "x").unwrap();
        sheet.write_formula(1, 1, Formula::new("=SUM(4,8)").set_result("12")).unwrap();
        sheet.write_formula(1, 2, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
        sheet.insert_note(1, 1, &Note::new("Only girls").add_author_prefix(false)).unwrap();
        sheet.write_formula(2, 1, "=B2+1").unwrap();
    });
    assert_eq!(rows, ["A,B,C", "x,12,#DIV/0!", ",=…"]);
    assert!(notes.contains(&"cell-note,2,B,Only girls".to_owned()), "{notes:?}");
    assert!(notes.contains(&"cell-error,2,C,#DIV/0!".to_owned()), "{notes:?}");
    assert!(notes.contains(&"formula-without-value,3,B,=B2+1".to_owned()), "{notes:?}");
}

#[test]
fn a_raised_mark_is_no_digit_of_the_number_before_it() {
    let (rows, _) = sheet(|sheet| {
        let (plain, raised) = (Format::new(), Format::new().set_font_script(FormatScript::Superscript));
        sheet.write_string(1, 0, "x").unwrap();
        sheet.write_rich_string(1, 1, &[(&plain, "24"), (&raised, "1")]).unwrap();
        let red = Format::new().set_font_color(Color::Red);
        sheet.write_rich_string(1, 2, &[(&plain, "2"), (&red, "4")]).unwrap();
    });
    assert_eq!(rows[1], "x,24 [1],24");
}

#[test]
fn merged_cells_fill_what_they_span() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let plain = Format::new();
    sheet.merge_range(0, 1, 0, 2, "UASC", &plain).unwrap();
    sheet.merge_range(0, 3, 0, 4, "Trafficked", &plain).unwrap();
    sheet.write_row(1, 0, ["Authority", "Children", "Missing", "Children", "Missing"]).unwrap();
    sheet.write_row(2, 0, ["Kent", "100", "12"]).unwrap();
    sheet.merge_range(2, 3, 2, 4, "Not held", &plain).unwrap();
    let tables = opened("a.xlsx", &workbook.save_to_buffer().unwrap());
    let (rows, notes) = lines(&tables[0].1);
    assert_eq!(rows[0], ",UASC,UASC,Trafficked,Trafficked");
    assert_eq!(rows[2], "Kent,100,12,Not held,Not held");
    assert_eq!(notes.iter().filter(|note| note.starts_with("merged-cells")).count(), 3);
}

#[test]
fn a_number_over_two_answers_is_asked_about_and_not_counted() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, ["Authority", "Year", "UASC", "UASC missing"]).unwrap();
    for (row, name) in [(1, "Kent"), (2, "Hull")] {
        sheet.write_row(row, 0, [name, "2024"]).unwrap();
    }
    sheet.write_number(1, 2, 100).unwrap();
    sheet.write_number(1, 3, 12).unwrap();
    sheet.merge_range(2, 2, 2, 3, "", &Format::new()).unwrap();
    sheet.write_number(2, 2, 40).unwrap();
    let report = report(&[("a.xlsx", workbook.save_to_buffer().unwrap())]);
    assert_eq!(report["rates"][0]["denominator"], 100);
    assert_eq!(report["wordings"][0]["wording"], "merged C3:D3: 40", "{}", report["wordings"]);
    assert!(report["findings"].as_array().unwrap().iter().any(|finding| finding["rule"] == "merged-number"));
}

#[test]
fn sheets_without_a_table_are_named() {
    let table: Vec<Vec<String>> = vec![vec!["A".into(), "B".into()], vec!["1".into(), "2".into()]];
    let cover = vec![vec!["Girls only".to_owned()], vec!["See the notes".to_owned()]];
    let tables = opened("a.xlsx", &xlsx(&[("Cover", cover), ("Empty", Vec::new()), ("Data", table)]));
    assert_eq!(tables.len(), 1);
    let (_, notes) = lines(&tables[0].1);
    let said: Vec<&String> = notes.iter().filter(|note| !note.starts_with("sha256")).collect();
    let lines = ["note-on-sheet,0,Cover,Girls only", "note-on-sheet,0,Cover,See the notes"];
    assert_eq!(said, ["sheet-without-table,0,,Cover", lines[0], lines[1]]);
}

#[test]
fn what_a_sheet_of_notes_says_is_said_with_the_tables_of_the_other_sheets() {
    let rows = |text: &str| text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect::<Vec<_>>();
    let notes = rows("Note,Text\n1,All figures are for children under 16 only\n2,Source: our own records");
    let table = rows("Authority,Year,UASC,UASC missing\nKent,2024,100,12");
    let tables = opened("a.xlsx", &xlsx(&[("Notes", notes.clone()), ("Data", table.clone())]));
    let said = |at: usize| lines(&tables[at].1).1.iter().filter(|note| note.starts_with("note-on-sheet")).count();
    assert_eq!((said(0), said(1)), (0, 2));
    let report = report(&[("a.xlsx", xlsx(&[("Notes", notes), ("Data", table)]))]);
    let files = report["files"].as_array().unwrap();
    assert_eq!(files.iter().map(|file| &file["kind"]).collect::<Vec<_>>(), ["authority-answers", "notes"]);
    assert_eq!(report["rates"].as_array().map(Vec::len), Some(0), "the figures wait");
}

#[test]
fn a_header_row_alone_is_a_table_if_it_is_that_of_a_module() {
    let row = |text: &str| vec![text.split(',').map(str::to_owned).collect::<Vec<String>>()];
    let sheets = [("Missing", row("CHILD,DOB,MISSING,MIS_START,MIS_END")), ("Notes", row("Version,1"))];
    let tables = opened("a.xlsx", &xlsx(&sheets));
    assert_eq!(tables.iter().map(|(name, _)| &**name).collect::<Vec<_>>(), ["a.xlsx › Missing"]);
    let report = report(&[("a.xlsx", xlsx(&sheets))]);
    assert_eq!(report["files"][0]["kind"], "ssda903/missing");
    assert_eq!(report["files"][0]["problem"]["problem"], "no-rows");
}

#[test]
fn a_sheet_without_a_table_is_said_under_its_own_name() {
    let rows =
        |text: &str| text.lines().map(|row| row.split(',').map(str::to_owned).collect()).collect::<Vec<Vec<String>>>();
    let table = rows("Authority,Year,UASC,UASC missing\nKent,2024,100,12");
    let bytes = xlsx(&[("Cover", rows("Girls only")), ("Data", table), ("End", rows("See the notes"))]);
    let report = report(&[("a.xlsx", bytes)]);
    let found: Vec<(&str, &str)> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding["rule"] == "sheet-without-table")
        .map(|finding| (finding["table"].as_str().unwrap(), finding["rows"][0]["file"].as_str().unwrap()))
        .collect();
    assert_eq!(found, [("a.xlsx › Cover", "a.xlsx › Cover"), ("a.xlsx › End", "a.xlsx › End")]);
}

#[test]
fn tables_side_by_side_are_said_and_nothing_of_them_is_counted() {
    let rows =
        |text: &str| text.lines().map(|row| row.split(',').map(str::to_owned).collect()).collect::<Vec<Vec<String>>>();
    for text in [
        "Authority,Year,UASC,UASC missing,,Authority,Year,UASC,UASC missing\nKent,2024,100,12,,Leeds,2024,90,8",
        "All,,,,,By region\nAuthority,Year,UASC,UASC missing,,Region,Looked-after children,Looked-after children who went missing\n\
         Kent,2024,100,12,,South East,900,80\nLeeds,2024,90,8,,Wales,800,70",
    ] {
        let report = report(&[("a.xlsx", xlsx(&[("Data", rows(text))]))]);
        assert_eq!(report["files"][0]["problem"]["problem"], "table-beside", "{text}");
        assert_eq!(report["files"][0]["problem"]["row"], text.lines().count() / 3 + 1);
        assert!(report["rates"].as_array().unwrap().is_empty());
    }
}

#[test]
fn dates_of_a_workbook_that_counts_from_1904_are_its_own() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, ["A", "B"]).unwrap();
    sheet.write_string(1, 0, "x").unwrap();
    let day = ExcelDateTime::from_ymd(2024, 3, 31).unwrap();
    sheet.write_datetime_with_format(1, 1, day, &Format::new().set_num_format("dd/mm/yyyy")).unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let (rows, _) = lines(&opened("a.xlsx", &bytes)[0].1);
    assert_eq!(rows[1], "x,2024-03-31");
    // The same number of days, counted from four years and a day later.
    let bytes = support::replaced(&bytes, "xl/workbook.xml", "<workbookPr", "<workbookPr date1904=\"1\"");
    let (rows, notes) = lines(&opened("a.xlsx", &bytes)[0].1);
    assert_eq!(rows[1], "x,2028-04-01");
    assert!(notes[0].starts_with("dates-from-1904,2,B"), "{notes:?}");
}

#[test]
fn an_open_document_says_the_same_things() {
    let cell =
        |kind: &str, rest: &str| format!("<table:table-cell office:value-type=\"{kind}\" {rest}</table:table-cell>");
    let text = |words: &str| cell("string", &format!("><text:p>{words}</text:p>"));
    let rows = [
        format!("<table:table-row>{}</table:table-row>", ["A", "B", "C", "D"].map(text).concat()),
        format!(
            "<table:table-row table:visibility=\"collapse\">{}{}{}{}</table:table-row>",
            cell("string", "table:number-columns-spanned=\"2\"><text:p>Refused</text:p>"),
            "<table:covered-table-cell/>",
            cell("percentage", "office:value=\"0.37\"><text:p>37%</text:p>"),
            cell("string", "><office:annotation><text:p>Only girls</text:p></office:annotation><text:p>24<text:span text:style-name=\"up\">1</text:span></text:p>"),
        ),
        format!(
            "<table:table-row>{}{}{}</table:table-row>",
            cell("float", "table:number-columns-repeated=\"2\" office:value=\"5\"><text:p>&lt;5</text:p>"),
            cell("date", "office:date-value=\"2024-03-31\"><text:p>31/03/24</text:p>"),
            cell("date", "office:date-value=\"2024-03-01\"><text:p>Mar 24</text:p>"),
        ),
        "<table:table-row table:number-rows-repeated=\"1048573\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>".to_owned(),
    ];
    let table = format!("<table:table table:name=\"S\" table:style-name=\"hidden\">{}</table:table>", rows.concat());
    let (rows, notes) = lines(&opened("a.ods", &ods_of(&table))[0].1);
    assert_eq!(rows, ["A,B,C,D", "Refused,Refused,37%,24 [1]", "<5,<5,2024-03-31,Mar 24"]);
    for note in ["hidden-row,2,,", "cell-note,2,D,Only girls", "hidden-sheet,0,,S"] {
        assert!(notes.contains(&note.to_owned()), "{note}: {notes:?}");
    }
}

#[test]
fn how_a_file_is_cut_changes_nothing() {
    let table: Vec<Vec<String>> = (0..300).map(|row| vec![format!("a{row}"), "2".into()]).collect();
    let bytes = zip(&[("x.csv", b"A,B\n1,2\n"), ("y.xlsx", &xlsx(&[("S", table)]))]);
    let whole = opened("z.zip", &bytes);
    assert_eq!(
        whole.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(),
        ["z.zip › x.csv", "z.zip › y.xlsx › S"]
    );
    for piece in [1, 7, 1000] {
        assert_eq!(opened_in("z.zip", &bytes, piece), whole);
    }
}

#[test]
fn a_formula_without_a_value_is_no_identifier_of_a_child() {
    let mut workbook = Workbook::new();
    for (name, head, rest) in [
        ("Episodes", vec!["CHILD", "DECOM", "RNE", "LS"], vec!["01/05/2023", "S", "C2"]),
        ("Missing", vec!["CHILD", "DOB", "MISSING", "MIS_START", "MIS_END"], vec!["", "M", "01/05/2024", "02/05/2024"]),
    ] {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name).unwrap();
        sheet.write_row(0, 0, head).unwrap();
        for row in 1..6 {
            // The same text in each, as a shared formula has it.
            sheet.write_formula(row, 0, "=Lookup").unwrap();
            sheet.write_row(row, 1, rest.clone()).unwrap();
        }
    }
    let report = report(&[("r.xlsx", workbook.save_to_buffer().unwrap())]);
    assert!(report["rates"].as_array().unwrap().is_empty(), "{}", report["rates"]);
    let found = |rule: &str| report["findings"].as_array().unwrap().iter().any(|finding| finding["rule"] == rule);
    assert!(found("formula-without-value") && found("no-child"), "{}", report["findings"]);
}

#[test]
fn a_literal_percent_is_no_count() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, ["Authority", "Year", "UASC", "UASC missing"]).unwrap();
    sheet.write_row(1, 0, ["Kent"]).unwrap();
    sheet.write_row(1, 1, [2024, 100]).unwrap();
    sheet.write_number_with_format(1, 3, 5, &Format::new().set_num_format("0\"%\"")).unwrap();
    let of_book = report(&[("a.xlsx", workbook.save_to_buffer().unwrap())]);
    let of_text = report(&[("a.csv", b"Authority,Year,UASC,UASC missing\nKent,2024,100,5%\n".to_vec())]);
    assert_eq!(of_book["rates"], of_text["rates"]);
    let rules = |report: &serde_json::Value| {
        let findings = report["findings"].as_array().unwrap().iter();
        findings.map(|finding| finding["rule"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(rules(&of_book), rules(&of_text));
}

#[test]
fn what_links_brought_last_is_no_sheet() {
    let row = |cells: [&str; 2]| {
        let cell = |text: &str| {
            format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
        };
        format!("<table:table-row>{}{}</table:table-row>", cell(cells[0]), cell(cells[1]))
    };
    let own = format!("<table:table table:name=\"S\">{}{}</table:table>", row(["A", "B"]), row(["Kent", "1"]));
    let copy = format!(
        "<table:table table:name=\"'file:///x.ods'#$S\"><table:table-source/>{}{}</table:table>",
        row(["A", "B"]),
        row(["Essex", "2"])
    );
    let link = format!(
        "<table:dde-links><table:dde-link><table:table>{}</table:table></table:dde-link></table:dde-links>",
        row(["Hull", "3"])
    );
    let tables = opened("a.ods", &ods_of(&[own, copy, link].concat()));
    assert_eq!(tables.len(), 1);
    assert_eq!(lines(&tables[0].1).0, ["A,B", "Kent,1"]);
}

#[test]
fn what_is_written_in_shapes_of_an_ods_is_said() {
    let cell = |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let shape = |text: &str| format!("<draw:custom-shape xmlns:draw=\"d\">{text}</draw:custom-shape>");
    let said = "<text:p>These figures are</text:p><text:p>for the financial year</text:p>";
    let row = |of: [&str; 2]| format!("<table:table-row>{}{}</table:table-row>", cell(of[0]), cell(of[1]));
    let chart = "<draw:frame xmlns:draw=\"d\"><draw:object><text:p>Chart</text:p></draw:object></draw:frame>";
    let shapes = format!("<table:shapes>{}{chart}</table:shapes>", shape(said));
    let anchored = format!(
        "<table:table-row>{}<table:table-cell>{}</table:table-cell></table:table-row>",
        cell("Kent"),
        shape(said)
    );
    let rows = [row(["Authority", "UASC"]), row(["Hull", "12"])].concat();
    for table in [format!("{shapes}{rows}"), format!("{rows}{anchored}")] {
        let table = format!("<table:table table:name=\"A\">{table}</table:table>");
        let (_, notes) = lines(&opened("a.ods", &ods_of(&table))[0].1);
        let boxes: Vec<&String> = notes.iter().filter(|note| note.starts_with("text-box")).collect();
        assert_eq!(boxes, ["text-box,0,,These figures are for the financial year"], "{notes:?}");
    }
}
