//! Workbooks in and out: what is written is read by others, and keeps the guidance on spreadsheets that everybody can read.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::format_push_string)]

use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Data, Reader, Xlsx};

#[path = "support/folder.rs"]
#[allow(dead_code, reason = "what is printed here are bytes")]
mod folder;

use folder::{EPISODES, Folder, MISSING, children, missing};

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../static/samples")
}

fn run(arguments: &[&str]) -> (i32, Vec<u8>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_missing-from-care"));
    let output = command.current_dir(samples()).args(arguments).output().unwrap();
    (output.status.code().unwrap(), output.stdout, String::from_utf8_lossy(&output.stderr).into_owned())
}

const RETURN: [&str; 4] = ["ssda903/header.csv", "ssda903/episodes.csv", "ssda903/uasc.csv", "ssda903/missing.csv"];

fn written(format: &str, rest: &[&str]) -> Vec<u8> {
    let (code, bytes, said) = run(&[&["--format", format], rest].concat());
    assert_eq!(code, 0, "{format}: {said}");
    bytes
}

/// The files of an archive.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let read = |at| {
        let mut entry = archive.by_index(at).unwrap();
        let mut text = Vec::new();
        entry.read_to_end(&mut text).unwrap();
        (entry.name().unwrap().into_owned(), String::from_utf8_lossy(&text).into_owned())
    };
    (0..zip::ZipArchive::new(Cursor::new(bytes)).unwrap().len()).map(read).collect()
}

fn sheet(bytes: &[u8], name: &str) -> Vec<Vec<Data>> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    workbook.worksheet_range(name).unwrap().rows().map(<[Data]>::to_vec).collect()
}

/// A cell as text.
fn shown(cell: &Data) -> &str {
    if let Data::String(text) = cell { text } else { "" }
}

fn every_workbook() -> Vec<(&'static str, Vec<u8>)> {
    let list = [&RETURN[..], &["trafficked.csv"]].concat();
    let list: Vec<&str> = list.into_iter().filter(|file| samples().join(file).exists()).collect();
    vec![
        ("report", written("xlsx", &["answers-2024.csv"])),
        ("safe report", written("xlsx", &[&["--safe"], &RETURN[..]].concat())),
        ("chase list", written("chase-list-xlsx", &["answers-2024.csv"])),
        ("work list", written("work-list-xlsx", &RETURN)),
        ("answers", written("foi-xlsx", &list)),
    ]
}

#[test]
fn every_workbook_keeps_the_guidance() {
    for (what, bytes) in every_workbook() {
        let parts = parts(&bytes);
        let of = |prefix: &str| parts.iter().filter(|(name, _)| name.starts_with(prefix)).collect::<Vec<_>>();
        let sheets = of("xl/worksheets/sheet");
        assert_eq!(
            of("xl/tables/table").len(),
            sheets.len() - 1,
            "{what}: one marked table on each sheet but the cover"
        );
        for (name, xml) in &sheets {
            assert!(!xml.contains("<mergeCell"), "{what} {name}: no merged cells");
            assert!(!xml.contains("<f>") && !xml.contains("<f "), "{what} {name}: nothing is run");
            assert!(xml.contains("<cols>"), "{what} {name}: columns have a width");
        }
        for (name, xml) in of("xl/tables/table") {
            assert!(xml.contains("ref=\"A1:"), "{what} {name}: the table begins in the first cell");
            assert!(xml.contains("headerRowCount") || !xml.contains("headerRowCount=\"0\""), "{what} {name}");
        }
        let core = &of("docProps/core.xml")[0].1;
        assert!(core.contains("<dc:title>") && !core.contains("<dc:title></dc:title>"), "{what}: a title");
        assert!(core.contains("<dc:language>en-GB</dc:language>"), "{what}: a language");
        assert!(!core.contains("<dcterms:"), "{what}: no time, so that the same report is the same file");
        let workbook: Xlsx<_> = Xlsx::new(Cursor::new(&bytes)).unwrap();
        let names = workbook.sheet_names();
        assert_eq!((names[0].as_str(), names[1].as_str()), ("Cover", "Notes"), "{what}");
        assert_eq!(names.last().map(String::as_str), Some("Based on"), "{what}: what it is based on, by itself");
        let cover = sheet(&bytes, "Cover");
        for name in &names[1..] {
            assert!(cover.iter().any(|row| shown(&row[0]) == *name), "{what}: {name} is in the contents");
            let rows = sheet(&bytes, name);
            let head: BTreeSet<String> = rows[0].iter().map(ToString::to_string).collect();
            assert!(
                head.len() == rows[0].len() && !head.contains(""),
                "{what} {name}: one header row, no heading twice"
            );
            assert!(rows.len() > 1, "{what} {name}");
            assert!(
                rows.iter().all(|row| row.iter().any(|cell| !shown(cell).is_empty())),
                "{what} {name}: no empty row"
            );
        }
    }
}

#[test]
fn numbers_are_numbers_and_the_same_as_in_the_csv() {
    let rows = sheet(&written("xlsx", &["answers-2024.csv"]), "Figures");
    let at = |name: &str| rows[0].iter().position(|cell| shown(cell) == name).unwrap();
    let (value, numerator) = (at("Value"), at("Numerator"));
    let csv = String::from_utf8(written("csv", &["answers-2024.csv"])).unwrap();
    let mut lines = csv.trim_start_matches('\u{FEFF}').lines();
    let head: Vec<&str> = lines.next().unwrap().split(',').collect();
    let column = head.iter().position(|name| *name == "numerator").unwrap();
    let wanted: Vec<f64> = lines
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.split(',').nth(column)?.parse().ok())
        .collect();
    let found: Vec<f64> = rows
        .iter()
        .filter_map(|row| if let Data::Float(number) = row[numerator] { Some(number) } else { None })
        .collect();
    assert!(wanted.len() > 10 && found.contains(&864.0), "{}", found.len());
    assert!(rows[1..].iter().all(|row| matches!(row[value], Data::Float(_) | Data::String(_))));
    assert!(rows[1..].iter().any(|row| shown(&row[numerator]) == "[z]"), "a blank cell is said");
}

#[test]
fn the_work_list_has_a_column_for_each_value_and_room_for_decisions() {
    let rows = sheet(&written("work-list-xlsx", &RETURN), "Rows");
    let head: Vec<String> = rows[0].iter().map(ToString::to_string).collect();
    for name in ["Rule", "Child", "Row", "MIS_START", "MIS_END", "Team", "Decision", "Note"] {
        assert!(head.iter().any(|heading| heading == name), "{name}: {head:?}");
    }
    let column = |name: &str| head.iter().position(|heading| heading == name).unwrap();
    assert!(rows[1..].iter().all(|row| matches!(row[column("Child")], Data::String(_))), "identifiers are text");
    assert!(rows[1..].iter().all(|row| matches!(row[column("Row")], Data::Float(_))));
    assert!(rows[1..].iter().all(|row| matches!(row[column("Team")], Data::Empty)));
    let dates = rows[1..].iter().filter(|row| matches!(row[column("MIS_START")], Data::DateTime(_))).count();
    assert!(dates > 0);
}

#[test]
fn days_of_the_work_list_are_days_and_what_is_no_day_stays_as_it_is() {
    let rows = "1,05/06/2008,M,01/06/2024,\n2,05/06/2008,M,2/6/2024,01/06/2024\n3,05/06/2008,M,31/02/2024,05/06/2024\n";
    let missing = format!("{MISSING}{rows}{}", missing(4, 2024));
    let files = [("episodes.csv", format!("{EPISODES}{}", children(4, 2024))), ("missing.csv", missing)];
    let folder = Folder::new("days", &files);
    let paths = files.map(|(name, _)| folder.0.join(name).to_str().unwrap().to_owned());
    let bytes = written("work-list-xlsx", &paths.each_ref().map(String::as_str));
    let rows = sheet(&bytes, "Rows");
    let column = |name: &str| rows[0].iter().position(|heading| shown(heading) == name).unwrap();
    let (start, end) = (column("MIS_START"), column("MIS_END"));
    let of = |child: &'static str| rows[1..].iter().filter(move |row| shown(&row[3]) == child);
    let day = |cell: &Data| if let Data::DateTime(day) = cell { Some(day.as_f64()) } else { None };
    // 2 June 2024 is before its end, whichever way it was typed.
    assert!(of("2").any(|row| day(&row[start]) == Some(45445.0) && day(&row[end]) == Some(45444.0)), "{rows:?}");
    assert!(of("3").any(|row| shown(&row[start]) == "31/02/2024"), "{rows:?}");
    // A blank is an empty cell.
    let words = rows[1..].iter().flatten().filter(|cell| shown(cell) == "blank").count();
    assert!(words == 0 && of("1").all(|row| matches!(row[end], Data::Empty)), "{rows:?}");
    let styles = parts(&bytes).into_iter().find(|(name, _)| name == "xl/styles.xml").unwrap().1;
    assert!(styles.contains("dd/mm/yyyy"), "{styles}");
}

#[test]
fn a_safe_report_gives_a_safe_workbook_and_lists_of_children_none() {
    for format in ["work-list-xlsx", "chase-list-xlsx"] {
        let (code, _, said) = run(&[&["--safe", "--format", format], &RETURN[..]].concat());
        assert!(code == 2 && said.contains("never safe to publish"), "{format}: {said}");
    }
    let arguments = [&["--safe"], &RETURN[..]].concat();
    let rows = sheet(&written("xlsx", &arguments), "Figures");
    let csv = String::from_utf8(written("csv", &arguments)).unwrap();
    let value = rows[0].iter().position(|cell| shown(cell) == "Value").unwrap();
    let hidden = rows.iter().filter(|row| shown(&row[value]) == "[c]").count();
    assert!(hidden > 0);
    let lines = csv.trim_start_matches('\u{FEFF}').lines().take_while(|line| !line.is_empty()).count();
    assert_eq!(rows.len(), lines, "a row for each row of the safe CSV");
    let based = sheet(&written("xlsx", &arguments), "Based on");
    let other_sign = |cell: &Data| cell.to_string().contains("(c)");
    assert!(!based.iter().chain(&rows).flatten().any(other_sign), "one sign for what is hidden: {based:?}");
    assert!(!based.iter().flatten().any(|cell| cell.to_string().contains(".csv")), "no names of files");
}

#[test]
#[ignore = "opens files in LibreOffice"]
fn a_workbook_that_was_written_is_read_by_an_office_program() {
    let folder = std::env::temp_dir().join(format!("missing-from-care-workbook-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("list.xlsx");
    std::fs::write(&file, written("work-list-xlsx", &RETURN)).unwrap();
    let arguments = [
        "--headless",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,3",
        "--outdir",
    ];
    let home = format!("-env:UserInstallation=file://{}/profile", folder.display());
    Command::new("soffice").arg(home).args(arguments).arg(&folder).arg(&file).output().expect("LibreOffice is there");
    let found = std::fs::read_dir(&folder).unwrap().filter_map(|entry| Some(entry.ok()?.path()));
    let text = found
        .filter(|path| path.extension().is_some_and(|ending| ending == "csv"))
        .find_map(|path| std::fs::read_to_string(path).ok());
    std::fs::remove_dir_all(&folder).unwrap();
    let text = text.expect("the office program wrote the sheet");
    assert!(text.starts_with("Severity,Rule,What is wrong,Child,File,Row,"), "{}", &text[..200.min(text.len())]);
}

#[test]
fn a_return_in_xml_and_one_that_is_broken_are_told_in_words() {
    let folder = std::env::temp_dir().join(format!("missing-from-care-xml-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("return.xml");
    std::fs::write(&file, "<EXPSSDA903>\n<CHILD><HEADER></CHILD></EXPSSDA903>").unwrap();
    let (code, _, said) = run(&[file.to_str().unwrap()]);
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(code == 2 && said.contains("not well-formed: reading stopped in line 2"), "{said}");
}

#[test]
fn cells_are_counted_as_cells_and_a_column_as_no_row() {
    let table = "Authority,Year,UASC,UASC missing\nKent,2024,100,12\nSurrey,2024,50,6\n";
    let notes = "\u{1},cell-note,2,C,x\n\u{1},cell-note,2,D,y\n\u{1},hidden-column,0,D,D\n\u{1},hidden-row,3,,\n";
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cells said.csv");
    std::fs::write(&path, ["\u{1}missing-from-care/table\n", table, notes].concat()).unwrap();
    let (code, text, said) = run(&[path.to_str().unwrap()]);
    assert_eq!(code, 0, "{said}");
    let text = String::from_utf8(text).unwrap();
    let below = |rule: &str| text.split_once(&format!("  {rule} (")).unwrap().1.lines().nth(1).unwrap().trim();
    assert_eq!(below("cell-note"), "2 cells of cells said.csv, for example row 2");
    assert_eq!(below("hidden-column"), "cells said.csv");
    assert_eq!(below("hidden-row"), "1 row of cells said.csv, row 3");
}

#[test]
fn a_report_that_is_chosen_again_as_a_workbook_gives_the_totals_that_it_holds() {
    let folder = Folder::new("again", &[]);
    let figures = |file: &str| -> Vec<serde_json::Value> {
        let report: serde_json::Value = serde_json::from_slice(&written("json", &[file])).unwrap();
        let of_one = |total: &&serde_json::Value| total["area"]["level"] == "authority";
        let totals = report["totals"].as_array().unwrap().iter().filter(of_one).cloned().collect();
        let problems: Vec<_> =
            report["files"].as_array().unwrap().iter().filter(|of| of["problem"].is_object()).collect();
        assert!(problems.is_empty(), "{problems:?}");
        totals
    };
    let again = folder.0.join("report.xlsx");
    std::fs::write(&again, written("xlsx", &["answers-2024.csv"])).unwrap();
    let again = figures(again.to_str().unwrap());
    assert!(again.len() > 100);
    assert_eq!(again, figures("answers-2024.csv"));
}

#[test]
fn a_workbook_says_whose_figures_it_has_and_what_to_know_before_they_are_used() {
    let files = [
        ("episodes 2025.csv", [EPISODES, &children(40, 2023)].concat()),
        ("missing 2025.csv", [MISSING, &(1..9).map(|child| missing(child, 2024)).collect::<String>()].concat()),
    ];
    let folder = Folder::new("cautions", &files);
    let paths: Vec<String> = files.iter().map(|(name, _)| folder.0.join(name).to_string_lossy().into_owned()).collect();
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    let bytes = written("xlsx", &[&["--authority", "Kent"], &paths[..]].concat());
    let cover: Vec<String> = sheet(&bytes, "Cover").iter().map(|row| shown(&row[0]).to_owned()).collect();
    assert!(cover.iter().any(|line| line.starts_with("Kent; ") && line.contains("2025")), "{cover:?}");
    // The last date is in June.
    let cautions = sheet(&bytes, "Cautions");
    assert!(cautions.iter().any(|row| shown(&row[0]).contains("6 June 2024")), "{cautions:?}");
    let reply = written("foi-xlsx", &[&["--authority", "Kent"], &paths[..]].concat());
    assert_eq!(sheet(&reply, "Cautions"), cautions, "the reply says the same");
    // Its answers are for calendar years, whatever the period of the report is.
    assert!(sheet(&reply, "Cover").iter().any(|row| shown(&row[0]) == "Kent"));
    let bytes = written("xlsx", &["answers-2024.csv"]);
    let workbook: Xlsx<_> = Xlsx::new(Cursor::new(&bytes)).unwrap();
    assert!(!workbook.sheet_names().contains(&"Cautions".to_owned()), "answers have none");
}

#[test]
fn what_a_person_wrote_into_a_work_list_is_in_the_next_one() {
    let list = String::from_utf8(written("work-list", &RETURN)).unwrap();
    let mut lines = list.trim_end().lines();
    let mut annotated = format!("{},decision,note\r\n", lines.next().unwrap());
    for (at, line) in lines.enumerate() {
        let own = if at == 0 { ",Correct the end,=asked on 3 May" } else { ",," };
        annotated += &format!("{line}{own}\r\n");
    }
    let folder = Folder::new("annotated", &[("work list.csv", annotated)]);
    let path = folder.0.join("work list.csv");
    let rows = sheet(&written("work-list-xlsx", &[&RETURN[..], &[path.to_str().unwrap()]].concat()), "Rows");
    let at = |name: &str| rows[0].iter().position(|cell| shown(cell) == name).unwrap();
    let own: Vec<(&str, &str)> =
        rows[1..].iter().map(|row| (shown(&row[at("Decision")]), shown(&row[at("Note")]))).collect();
    assert_eq!(own.iter().filter(|own| **own == ("Correct the end", "=asked on 3 May")).count(), 1, "{own:?}");
    assert_eq!(own.iter().filter(|own| **own == ("", "")).count(), own.len() - 1);
}
