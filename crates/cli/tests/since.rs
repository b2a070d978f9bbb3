//! What is earlier among the files: a work list, as CSV and as a workbook, or a version of a table of answers.
#![allow(clippy::unwrap_used)]

#[path = "support/folder.rs"]
mod folder;

use std::process::Command;

use folder::{EPISODES, Folder, MISSING, children, missing};

/// How one row of Missing is written.
fn row(child: u32, end: u32) -> String {
    format!("{child},05/06/2010,M,09/05/2024,{end:02}/05/2024\n")
}

/// What is written of these files in a format.
fn written(folder: &Folder, format: &str) -> Vec<u8> {
    let mut files: Vec<_> = std::fs::read_dir(&folder.0).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut command = Command::new(env!("CARGO_BIN_EXE_missing-from-care"));
    command.args(["--format", format]).args(files).output().unwrap().stdout
}

#[test]
fn what_is_fixed_left_and_new_is_said_of_either() {
    let files = |rows: String| {
        let missing = format!("{MISSING}{rows}{}", missing(4, 2024));
        [("episodes.csv", format!("{EPISODES}{}", children(4, 2024))), ("missing.csv", missing)]
    };
    let before = Folder::new("since-before", &files(row(1, 2) + &row(2, 2)));
    for (format, name) in [("work-list", "list.csv"), ("work-list-xlsx", "list.xlsx")] {
        let after = Folder::new("since-after", &files(row(1, 12) + &row(2, 2) + &row(3, 2)));
        std::fs::write(after.0.join(name), written(&before, format)).unwrap();
        let (out, err) = after.run(&[]);
        assert!(err.is_empty(), "{err}");
        assert!(out.contains("1 finding fixed, 1 left, 1 new, compared with list."), "{format}\n{out}\n{err}");
        assert!(
            out.contains("new: rule 567, child 3, missing.csv, row 4: MIS_START 09/05/2024 · MIS_END 02/05/2024"),
            "{out}"
        );
        assert!(
            out.contains("fixed: rule 567, child 1, missing.csv, row 2: MIS_END 02/05/2024 · MIS_START 09/05/2024"),
            "{out}"
        );
        let (safe, _) = after.run(&["--safe"]);
        assert!(!safe.contains("fixed,") && !safe.contains("09/05/2024"), "{safe}");
    }
}

const MAY: &str = "Authority,Year,UASC,UASC missing\nKent,2024,100,10\nHull,2024,60,<5\nYork,2024,40,Refused s.12\n";
const JUNE: &str = "Authority,Year,UASC,UASC missing\nKent,2024,100,10\nHull,2024,60,4\nLuton,2024,50,5\n";

#[test]
fn an_earlier_version_is_not_counted_and_what_changed_is_said() {
    let folder = Folder::new("versions", &[("may.csv", MAY.to_owned()), ("june.csv", JUNE.to_owned())]);
    let (out, err) = folder.run(&["--earlier", "may.csv"]);
    assert!(err.is_empty(), "{err}");
    assert!(
        out.contains(
            "Compared with may.csv: 1 authority answered since, 1 changed its answer, and 1 is no longer there."
        ),
        "{out}"
    );
    assert!(
        out.contains("Kingston upon Hull, City of, 2024, Unaccompanied children: went missing: 0 to 4 before, 4 now")
    );
    assert!(out.contains("York, 2024, Unaccompanied children: went missing: Refused (s.12) before, No answer now"));
    assert!(out.contains("19 of 210 children"), "{out}");
    let (json, _) = folder.run(&["--earlier", "may.csv", "--format", "json"]);
    assert!(json.contains("\"earlier-version\"") && !json.contains("Compared with"), "{json}");
    let (csv, _) = folder.run(&["--earlier", "may.csv", "--format", "changed-answers"]);
    assert!(csv.contains(",York,2024-01-01/2024-12-31,unaccompanied,children-missing,gone,refused 12,\r\n"), "{csv}");
    let (safe, _) = folder.run(&["--earlier", "may.csv", "--safe"]);
    assert!(!safe.contains("Compared with") && !safe.contains("Refused"), "{safe}");
    let (out, err) = folder.run(&["--earlier", "may.csv", "--safe", "--format", "changed-answers"]);
    assert!(out.is_empty() && err.contains("never safe to publish"), "{err}");
    let (_, err) = folder.run(&["--earlier", "april.csv"]);
    assert!(err.contains("--earlier") && err.contains("none of the files"), "{err}");
}

#[test]
fn trackers_of_different_years_are_not_compared_and_their_years_are_named() {
    let head = "Authority,Year,UASC,UASC missing\n";
    let of = |year: &str| format!("{head}Kent,{year},100,20\nLeeds,{year},50,5\n");
    let folder = Folder::new("years", &[("a-2023.csv", of("2023")), ("a-2024.csv", of("2024"))]);
    let (out, _) = folder.run(&["--earlier", "a-2023.csv"]);
    for part in ["Nothing is compared: no period is both in a-2023.csv", "Only in a-2024.csv, and not compared: 2024."]
    {
        assert!(out.contains(part), "{part}\n{out}");
    }
    assert!(!out.contains("No answer now") && !out.contains("changed its answer"), "{out}");
}
