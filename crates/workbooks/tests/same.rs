//! A table is the same whether it comes as text or in a workbook.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use std::path::Path;

use support::old::xls;
use support::packed::xlsb;
use support::{ods, report, rows, samples, without_names, xlsx, zip};

const RETURN: [&str; 4] = ["header.csv", "episodes.csv", "uasc.csv", "missing.csv"];

/// A CSV file, alone, says what it says as a sheet of every format.
fn same(path: &Path) {
    let name = path.file_name().unwrap().to_str().unwrap();
    let text = std::fs::read(path).unwrap();
    let table = rows(&text);
    let stem = name.trim_end_matches(".csv");
    let own = without_names(report(&[(name, text)]), &[name]);
    let sheet = [("Sheet1", table)];
    let mut books = vec![("xlsx", xlsx(&sheet)), ("ods", ods(&sheet)), ("xlsb", xlsb(&sheet))];
    // As long and as wide as an old sheet is.
    if sheet[0].1.len() <= 65_536 && sheet[0].1.iter().all(|row| row.len() <= 256) {
        books.push(("xls", xls(&sheet)));
    }
    for (ending, bytes) in books {
        let (file, sheet) = (format!("{stem}.{ending}"), format!("{stem}.{ending} › Sheet1"));
        let found = without_names(report(&[(&file, bytes)]), &[&sheet]);
        assert_eq!(found, own, "{file}");
    }
}

#[test]
fn samples_of_answers_and_of_published_figures_say_the_same_as_workbooks() {
    same(&samples().join("answers-2024.csv"));
    let published = std::fs::read_dir(samples()).unwrap().map(|entry| entry.unwrap().path());
    let published: Vec<_> = published.filter(|path| path.to_string_lossy().contains("published")).collect();
    assert!(!published.is_empty());
    for path in &published {
        same(path);
    }
}

#[test]
#[ignore = "needs ../shared beside the project"]
fn every_shared_reading_says_the_same_as_workbooks() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let mut tried = 0;
    for entry in std::fs::read_dir(shared.join("readings")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "csv") {
            same(&path);
            tried += 1;
        }
    }
    same(&shared.join("foi-returns-2024-synthetic.csv"));
    assert!(tried > 40, "{tried}");
}

/// The tables of a return in a folder.
fn tables(folder: &Path) -> Vec<(&'static str, Vec<Vec<String>>)> {
    let names =
        [("Header", "header.csv"), ("Episodes", "episodes.csv"), ("UASC", "uasc.csv"), ("Missing", "missing.csv")];
    names.map(|(sheet, file)| (sheet, rows(&std::fs::read(folder.join(file)).unwrap()))).to_vec()
}

#[test]
fn a_return_says_the_same_as_four_files_as_one_workbook_and_as_an_archive() {
    let folder = samples().join("ssda903");
    let files = RETURN.map(|name| (name, std::fs::read(folder.join(name)).unwrap()));
    let own = report(&files);
    let sheets = tables(&folder);
    let archived: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    for (file, bytes) in [
        ("all.xlsx", xlsx(&sheets)),
        ("all.ods", ods(&sheets)),
        ("all.xls", xls(&sheets)),
        ("all.xlsb", xlsb(&sheets)),
        ("all.zip", zip(&archived)),
    ] {
        let found = report(&[(file, bytes)]);
        for part in ["rates", "ratios", "totals", "foi", "periods", "profiles"] {
            assert_eq!(found[part], own[part], "{part} of {file}");
        }
        assert_eq!(found["files"].as_array().unwrap().len(), 4, "{file}");
        let count = |report: &serde_json::Value| {
            report["findings"].as_array().unwrap().iter().map(|finding| finding["count"].as_u64().unwrap()).sum::<u64>()
        };
        assert_eq!(count(&found), count(&own), "{file}");
    }
}
