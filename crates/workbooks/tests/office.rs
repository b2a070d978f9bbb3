//! What an office program makes of workbooks, and we of what it makes. Needs `soffice`.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use std::path::{Path, PathBuf};
use std::process::Command;

use rust_xlsxwriter::{Chart, ChartType, ExcelDateTime, Format, FormatScript, Formula, Note, Workbook};
use support::old::xls;
use support::packed::xlsb;
use support::{opened, rows, samples};

/// Has `soffice` write a file again, in another format. Gives back where that is.
fn converted(folder: &Path, file: &str, bytes: &[u8], ending: &str) -> PathBuf {
    std::fs::create_dir_all(folder).unwrap();
    let path = folder.join(file);
    std::fs::write(&path, bytes).unwrap();
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let to = folder.join("out");
    let mut office = Command::new("soffice");
    office.args([&profile, "--headless", "--convert-to", ending, "--outdir"]).args([&to, &path]);
    // It sometimes falls as it starts for the first time; what it then makes of the file is not yet told.
    let written = (0..3).any(|_| office.status().unwrap().success());
    assert!(written, "{}", path.display());
    to.join(file).with_extension(ending.split(':').next().unwrap())
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// A workbook with all that people put into one.
fn everything() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("Answers").unwrap();
    let (plain, raised) = (Format::new(), Format::new().set_font_script(FormatScript::Superscript));
    sheet.merge_range(0, 0, 0, 5, "Answers, as of 1 May", &plain).unwrap();
    sheet.merge_range(2, 2, 2, 3, "Unaccompanied", &plain).unwrap();
    sheet.write_row(3, 0, ["Authority", "Year", "Children", "Missing", "Share", "Answered"]).unwrap();
    let percent = Format::new().set_num_format("0.0%");
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let below = Format::new().set_num_format("\"<\"0");
    for (row, name) in (4_u32..).zip(["Kent", "Hull", "Ynys Môn", "Leeds › x"]) {
        sheet.write_string(row, 0, name).unwrap();
        sheet.write_number(row, 1, 2024).unwrap();
        sheet.write_number(row, 2, row * 10).unwrap();
        sheet
            .write_formula(
                row,
                3,
                Formula::new(format!("=C{}/4", row + 1)).set_result((f64::from(row) * 2.5).to_string()),
            )
            .unwrap();
        sheet.write_number_with_format(row, 4, 0.25, &percent).unwrap();
        let date = ExcelDateTime::from_ymd(2024, 5, 1).unwrap();
        sheet.write_datetime_with_format(row, 5, date, &day).unwrap();
    }
    sheet.write_number_with_format(5, 2, 5, &below).unwrap();
    sheet.write_rich_string(6, 3, &[(&plain, "24"), (&raised, "1")]).unwrap();
    sheet.write_string(7, 2, "0012").unwrap();
    sheet.write_formula(7, 3, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    sheet.insert_note(5, 3, &Note::new("Only girls").add_author_prefix(false)).unwrap();
    sheet.set_row_hidden(6).unwrap();
    sheet.set_column_hidden(5).unwrap();
    let mut chart = Chart::new(ChartType::Column);
    chart.add_series().set_values("Answers!$C$5:$C$8");
    sheet.insert_chart(12, 1, &chart).unwrap();
    let old = workbook.add_worksheet();
    old.set_name("Old").unwrap().set_hidden(true);
    old.write_row(0, 0, ["Authority", "Children"]).unwrap();
    old.write_row(1, 0, ["Kent", "12"]).unwrap();
    workbook.add_worksheet().set_name("Empty").unwrap();
    workbook.save_to_buffer().unwrap()
}

#[test]
#[ignore = "needs soffice"]
fn an_old_workbook_of_an_office_program_says_what_the_new_one_says() {
    let bytes = everything();
    let path = converted(&folder("office"), "office.xlsx", &bytes, "xls:MS Excel 97");
    let names = |tables: Vec<(String, Vec<u8>)>| {
        let text = |text: Vec<u8>| String::from_utf8(text).unwrap();
        // The hash of the file is its own.
        let said = |text: String| {
            text.lines().filter(|line| !line.contains(",sha256,")).map(str::to_owned).collect::<Vec<_>>()
        };
        tables.into_iter().map(|(name, table)| (name, said(text(table)))).collect::<Vec<_>>()
    };
    let own = names(opened("office", &bytes));
    assert_eq!(names(opened("office", &std::fs::read(&path).unwrap())), own, "{}", path.display());
}

#[test]
#[ignore = "needs soffice"]
fn what_the_tests_write_by_hand_is_what_an_office_program_reads() {
    let table = rows(&std::fs::read(samples().join("answers-2024.csv")).unwrap());
    for (name, bytes) in [("a.xls", xls(&[("S", table.clone())])), ("b.xlsb", xlsb(&[("S", table.clone())]))] {
        let path = converted(&folder("by-hand"), name, &bytes, "csv:Text - txt - csv (StarCalc):44,34,76");
        let found = rows(&std::fs::read(&path).unwrap());
        let trimmed = |rows: &[Vec<String>]| {
            let row = |row: &Vec<String>| row.iter().map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
            rows.iter().map(row).collect::<Vec<_>>()
        };
        assert_eq!(trimmed(&found), trimmed(&table), "{name}");
    }
}
