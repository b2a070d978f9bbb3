//! Exports as a spreadsheet program opens them that asks nothing: no cell is a formula, and none becomes another number.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::format_push_string)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Identifiers of which a spreadsheet makes other numbers, or runs.
const CHILDREN: [&str; 8] = ["0012", "007", "12345678901234567", "1E5", "=1+1", "@SUM(1)", "1-5", "+44"];

/// Answers of the kind.
const ANSWERS: [&str; 8] = ["1-5", "=HYPERLINK(\"http://example.org\")", "+1+1", "-1+1", "@x", "'=1", "a;=1", "0005"];

/// An own folder, empty.
fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("spreadsheet");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A return in which each child breaks a rule, and answers with every wording.
fn write_files(folder: &Path) {
    let mut episodes = String::from("CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC\n");
    let mut missing = String::from("CHILD,DOB,MISSING,MIS_START,MIS_END\n");
    for child in CHILDREN {
        episodes += &format!("\"{child}\",01/05/2024,S,C2,N1,U1,PR4,,\n");
        missing += &format!("\"{child}\",01/01/2010,M,05/06/2024,01/06/2024\n");
    }
    let mut answers = String::from("Authority,Year,Looked-after children,Looked-after children who went missing\n");
    for (name, answer) in ["Kent", "Surrey", "Essex", "Leeds", "Derby", "Bolton", "Bury", "Devon"].iter().zip(ANSWERS) {
        answers += &format!("{name},2024,100,\"{}\"\n", answer.replace('"', "\"\""));
    }
    for (name, text) in [("=episodes.csv", episodes), ("+missing.csv", missing), ("@answers.csv", answers)] {
        fs::write(folder.join(name), text).unwrap();
    }
}

fn export(folder: &Path, format: &str, files: &[&str]) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_missing-from-care"));
    // So that no name is taken for an option.
    let files = files.iter().map(|file| format!("./{file}"));
    let output = command.current_dir(folder).args(["--format", format]).args(files).output().unwrap();
    assert!(output.status.success(), "{format}: {}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stdout.len() > 100, "{format}");
    fs::write(folder.join(format!("out-{format}.csv")), output.stdout).unwrap();
}

/// A cell as the program took it.
#[derive(Debug)]
struct Cell {
    is_formula: bool,
    is_text: bool,
    text: String,
}

/// The cells of a flat `OpenDocument` sheet.
fn cells(sheet: &str) -> Vec<Cell> {
    let body = sheet.split("<office:spreadsheet>").nth(1).expect("a sheet");
    let cell = |text: &str| {
        let (attributes, inside) = text.split_once('>')?;
        let inside = inside.split("</table:table-cell>").next()?;
        let paragraphs = inside.split("<text:p>").skip(1).filter_map(|rest| rest.split("</text:p>").next());
        let text = paragraphs.collect::<Vec<_>>().join("\n");
        let text = [("&apos;", "'"), ("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")]
            .iter()
            .fold(text, |text, (name, sign)| text.replace(name, sign));
        Some(Cell {
            is_formula: attributes.contains("table:formula"),
            is_text: attributes.contains("office:value-type=\"string\""),
            text,
        })
    };
    body.split("<table:table-cell").skip(1).filter_map(cell).collect()
}

#[test]
#[ignore = "opens files in LibreOffice"]
fn no_export_has_a_formula_and_identifiers_keep_their_zeros() {
    let folder = folder();
    write_files(&folder);
    export(&folder, "csv", &["=episodes.csv", "+missing.csv"]);
    export(&folder, "work-list", &["=episodes.csv", "+missing.csv"]);
    export(&folder, "foi-csv", &["=episodes.csv", "+missing.csv"]);
    export(&folder, "chase-list", &["@answers.csv"]);
    export(&folder, "columns", &["@answers.csv"]);
    // What such cells are without the product, so that it is seen that they are opened at all.
    fs::write(folder.join("out-plain.csv"), format!("CHILD\n{}\n", CHILDREN.join("\n"))).unwrap();

    let mut office = Command::new("soffice");
    office.arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()));
    // In UTF-8, which it asks a person for and takes from the mark at the beginning; cells apart by commas.
    office.args(["--headless", "--infilter=CSV:44,34,76", "--convert-to", "fods", "--outdir"]).arg(&folder);
    let names = ["csv", "work-list", "foi-csv", "chase-list", "columns", "plain"];
    let Ok(output) = office.args(names.map(|name| folder.join(format!("out-{name}.csv")))).output() else {
        println!("LibreOffice is not installed: nothing was opened");
        return;
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

    for name in names {
        let cells = cells(&fs::read_to_string(folder.join(format!("out-{name}.fods"))).unwrap());
        let formulas: Vec<&Cell> = cells.iter().filter(|cell| cell.is_formula).collect();
        if name == "plain" {
            assert_eq!(formulas.len(), 1, "=1+1 is run");
            assert!(cells.iter().any(|cell| !cell.is_text && cell.text == "12"), "0012 loses its zeros");
            continue;
        }
        assert!(cells.len() > 20, "{name}");
        assert!(formulas.is_empty(), "{name}: {formulas:?}");
        let texts: BTreeSet<&str> = cells
            .iter()
            .filter(|cell| cell.is_text)
            .map(|cell| cell.text.strip_prefix('\'').unwrap_or(&cell.text))
            .collect();
        if name == "work-list" {
            for child in CHILDREN {
                assert!(texts.contains(child), "{child} is not in the work list as it is written: {texts:?}");
            }
        }
        if name == "chase-list" {
            for answer in &ANSWERS[..6] {
                assert!(texts.iter().any(|text| text.contains(answer)), "{answer}: {texts:?}");
            }
        }
    }
}
