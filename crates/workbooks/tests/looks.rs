//! What a person sees at once and the text of a cell does not say: what is struck through, what has no height or width, and days
//! that a spreadsheet took for others.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use rust_xlsxwriter::{Format, Workbook};
use support::{lines, ods_of, opened, report, xlsx};

#[test]
fn what_is_struck_through_is_said_and_never_a_part_of_the_number_beside_it() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let (plain, struck) = (Format::new(), Format::new().set_font_strikethrough());
    sheet.write_row(0, 0, ["Authority", "Year", "UASC", "UASC missing"]).unwrap();
    sheet.write_row(1, 0, ["Kent", "2024", "100"]).unwrap();
    sheet.write_rich_string(1, 3, &[(&struck, "1"), (&plain, "2")]).unwrap();
    sheet.write_row(2, 0, ["Hull", "2024", "50"]).unwrap();
    sheet.write_with_format(2, 3, 7, &struck).unwrap();
    sheet.write_row(3, 0, ["Leeds", "2024", "40"]).unwrap();
    sheet.write_rich_string(3, 3, &[(&struck, "1"), (&struck.clone().set_bold(), "3")]).unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let (rows, notes) = lines(&opened("a.xlsx", &bytes)[0].1);
    assert_eq!(rows[1..], ["Kent,2024,100,1\u{336}2", "Hull,2024,50,7", "Leeds,2024,40,13"]);
    assert_eq!(notes[..2], ["struck-through,3,D,7", "struck-through,4,D,13"]);
    // 2 or 12 of Kent's 100: a person has to say.
    let report = report(&[("a.xlsx", bytes)]);
    assert_eq!(report["rates"][0]["denominator"], 90, "{}", report["rates"][0]);
    assert!(report["findings"].as_array().unwrap().iter().any(|found| found["rule"] == "not-understood"));
    assert!(report["findings"].as_array().unwrap().iter().any(|found| found["rule"] == "struck-through"));
}

#[test]
fn an_open_document_says_what_is_struck_through_by_its_cell_its_row_its_column_or_a_span() {
    let styles = "<office:automatic-styles><style:style style:name=\"gone\"><style:text-properties \
        style:text-line-through-style=\"solid\"/></style:style><style:style style:name=\"kept\"><style:text-properties \
        style:text-line-through-style=\"none\"/></style:style><style:style style:name=\"flat\"><style:table-row-properties \
        style:row-height=\"0cm\"/></style:style><style:style style:name=\"thin\"><style:table-column-properties \
        style:column-width=\"0in\"/></style:style></office:automatic-styles>";
    let cell = |style: &str, inside: &str| {
        format!("<table:table-cell {style} office:value-type=\"string\"><text:p>{inside}</text:p></table:table-cell>")
    };
    let row = |style: &str, cells: &[String]| format!("<table:table-row {style}>{}</table:table-row>", cells.concat());
    let table = format!(
        "<table:table table:name=\"S\"><table:table-column table:number-columns-repeated=\"2\"/><table:table-column \
        table:default-cell-style-name=\"gone\"/><table:table-column table:style-name=\"thin\"/>{}{}{}</table:table>",
        row("", &[cell("", "A"), cell("", "B"), cell("table:style-name=\"kept\"", "C"), cell("", "D")]),
        row(
            "table:style-name=\"flat\"",
            &[cell("table:style-name=\"gone\"", "x"), cell("", "y"), cell("", "z"), cell("", "")]
        ),
        row(
            "table:default-cell-style-name=\"gone\"",
            &[cell("", "1"), cell("table:style-name=\"kept\"", "<text:span text:style-name=\"gone\">1</text:span>2")],
        ),
    );
    let bytes = ods_of(&table);
    let bytes = support::replaced(&bytes, "content.xml", "<office:body>", &[styles, "<office:body>"].concat());
    let (rows, notes) = lines(&opened("a.ods", &bytes)[0].1);
    assert_eq!(rows, ["A,B,C,D", "x,y,z", "1,1\u{336}2"]);
    let said: Vec<&str> = notes.iter().map(String::as_str).filter(|note| !note.starts_with("sha256")).collect();
    assert_eq!(
        said,
        [
            "hidden-column,0,D,D",
            "hidden-row,2,,",
            "struck-through,2,A,x",
            "struck-through,2,C,z",
            "struck-through,3,A,1"
        ]
    );
}

#[test]
fn a_row_without_height_and_a_column_without_width_are_hidden() {
    let table = ["a", "b", "c"].map(|cell| vec![cell.to_owned(), "x".to_owned()]).to_vec();
    let bytes = xlsx(&[("S", table)]);
    let part = "xl/worksheets/sheet1.xml";
    let flat = support::replaced(&bytes, part, "<row r=\"2\"", "<row ht=\"0\" customHeight=\"1\" r=\"2\"");
    let columns = "<cols><col min=\"2\" max=\"2\" width=\"0\" customWidth=\"1\"/></cols><sheetData>";
    let both = support::replaced(&flat, part, "<sheetData>", columns);
    let (_, notes) = lines(&opened("a.xlsx", &both)[0].1);
    assert_eq!(notes[..2], ["hidden-column,0,B,x", "hidden-row,2,,"]);
}

#[test]
fn a_return_whose_days_were_half_taken_for_dates_is_not_counted() {
    let of = |days: &[(&str, bool)]| {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        let date = Format::new().set_num_format("dd/mm/yyyy");
        sheet.write_row(0, 0, ["CHILD", "MISSING", "MIS_START", "MIS_END"]).unwrap();
        for (row, (day, is_date)) in (1..).zip(days) {
            sheet.write_row(row, 0, ["1", "M"]).unwrap();
            let [of_month, month, year]: [u16; 3] =
                day.split('/').map(|part| part.parse().unwrap()).collect::<Vec<_>>().try_into().unwrap();
            if *is_date {
                let month = u8::try_from(month).unwrap();
                let value = rust_xlsxwriter::ExcelDateTime::from_ymd(year, month, u8::try_from(of_month).unwrap());
                sheet.write_datetime_with_format(row, 2, value.unwrap(), &date).unwrap();
            } else {
                sheet.write(row, 2, *day).unwrap();
            }
        }
        report(&[("missing.xlsx", workbook.save_to_buffer().unwrap())])["files"][0]["problem"].clone()
    };
    let half = [("04/05/2024", true), ("13/05/2024", false), ("12/11/2024", true), ("31/12/2024", false)];
    assert_eq!(of(&half)["problem"], "dates-of-two-kinds");
    assert_eq!(of(&half)["column"], "C");
    let mut whole = half;
    whole[3].1 = true;
    assert!(of(&whole)["problem"] != "dates-of-two-kinds");
}

#[test]
fn a_white_number_on_white_is_read_as_blank_and_said_and_one_on_a_colour_is_read() {
    let white = || Format::new().set_font_color("FFFFFF");
    for (format, is_seen) in [
        (white(), false),
        (white().set_background_color("FFFFFF"), false),
        (white().set_background_color("12436D"), true),
        (Format::new().set_font_color("FF0000"), true),
        (Format::new().set_background_color("FFFFFF"), true),
    ] {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        sheet.write_row(0, 0, ["Authority", "Year", "UASC", "UASC missing"]).unwrap();
        sheet.write_row(1, 0, ["Kent", "2024", "100"]).unwrap();
        sheet.write_with_format(1, 3, 12, &format).unwrap();
        let (rows, notes) = lines(&opened("a.xlsx", &workbook.save_to_buffer().unwrap())[0].1);
        assert_eq!(rows[1], if is_seen { "Kent,2024,100,12" } else { "Kent,2024,100" });
        assert_eq!(notes.iter().any(|note| note.starts_with("value-not-shown,2,D")), !is_seen, "{notes:?}");
    }
}
