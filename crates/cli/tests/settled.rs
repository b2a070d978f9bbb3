//! What a person settles at a terminal: wordings, names, columns, settings, and how files are used.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use std::path::Path;

use support::{RETURN, run};

/// Writes a file of this test run.
fn written(name: &str, text: &str) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn what_is_to_be_settled_about_answers_is_said_and_decisions_settle_it() {
    let table =
        "Authority,Year,UASC,UASC missing\nKemt,2024,100,a few\nSurrey,2024,50,a few\nHull,2024,60,6\nHull,2024,61,6\n";
    let answers = written("unsettled.csv", table);
    let (code, out, _) = run(&[&answers]);
    assert_eq!(code, 0);
    for part in [
        "1 wording not understood, in 1 cell: “a few” (1)",
        "1 name not recognised, or different from its code: Kemt (Kent?)",
        "1 figure with answers that differ, none of which counts: Kingston upon Hull, City of (unsettled.csv:4, unsettled.csv:5)",
        "--format chase-list",
    ] {
        assert!(out.contains(part), "{part}\n{out}");
    }
    let decisions = written(
        "decisions.json",
        r#"{"format": "missing-from-care/1", "kind": "decisions",
            "wordings": [{"wording": "a few", "says": {"answer": "exact", "count": 3}}],
            "names": [{"name": "Kemt", "authorities": ["E10000016"]}],
            "conflicts": [{"authorities": ["E06000010"], "period": "2024-01-01/2024-12-31", "cohort": "unaccompanied",
                "measure": "children", "picked": {"authorities": ["E06000010"], "wording": "61"},
                "among": [{"authorities": ["E06000010"], "wording": "60"}, {"authorities": ["E06000010"], "wording": "61"}]}]}"#,
    );
    // As an option, or as a file among the others.
    for arguments in [&["--decisions", &decisions, &answers][..], &[&answers, &decisions]] {
        let (code, out, err) = run(arguments);
        assert_eq!((code, err.as_str()), (0, ""));
        assert!(out.contains("12 of 211 children, in the 3 authorities"), "{out}");
        assert!(!out.contains("not understood"), "{out}");
    }
    let (code, _, err) = run(&["--decisions", &answers, &answers]);
    assert!(code == 2 && err.contains("this is not JSON"), "{err}");
}

#[test]
fn settings_are_written_and_named_among_other_files() {
    let files = RETURN;
    let asked = [&["--authority", "Kent", "--period", "2024-07-01..2024-12-31"], &files[..]].concat();
    let (code, saved, err) = run(&[&["--format", "settings"], &asked[..]].concat());
    assert_eq!(code, 0, "{err}");
    let settings = written("settings kept.json", &saved);
    let rates = |arguments: &[&str]| {
        let (code, out, err) = run(&[&["--format", "json"], arguments].concat());
        assert_eq!(code, 0, "{err}");
        serde_json::from_str::<serde_json::Value>(&out).unwrap()["rates"].clone()
    };
    let own = rates(&asked);
    assert_eq!(rates(&[&files[..], &[&settings]].concat()), own);
    // The command line comes before the file.
    let year = ["--year-ending", "2025", "--authority", "Kent"];
    assert_eq!(rates(&[&year, &files[..], &[&settings]].concat()), rates(&[&year, &files[..]].concat()));
    assert_ne!(rates(&[&year, &files[..]].concat()), own);
    let later = written("settings later.json", &saved.replace("missing-from-care/1", "missing-from-care/2"));
    let (_, _, err) = run(&[&later, files[0], files[1], files[3]]);
    assert!(err.contains("later version"), "{err}");
}

#[test]
fn settings_that_contradict_each_other_are_refused_and_what_they_differ_on_is_said() {
    let saved_of = |name: &str, authority: &str| {
        let (code, saved, _) = run(&[&["--format", "settings", "--authority", authority], &RETURN[..]].concat());
        assert_eq!(code, 0);
        written(name, &saved)
    };
    let [kent, surrey, again] =
        [("of kent.json", "Kent"), ("of surrey.json", "Surrey"), ("again.json", "Kent")].map(|(n, of)| saved_of(n, of));
    for format in ["text", "json", "settings"] {
        let (code, out, err) = run(&[&["--format", format, &kent, &surrey], &RETURN[..]].concat());
        assert_eq!((code, out.as_str()), (2, ""), "{format}: {err}");
        assert!(err.contains("of surrey.json") && err.contains("whose return it is"), "{err}");
    }
    let (code, _, err) = run(&[&[&*kent, &*again], &RETURN[..]].concat());
    assert!(code == 0 && err.contains("exactly the same"), "{err}");
}

#[test]
fn what_settings_do_not_hold_is_said() {
    let of = |arguments: &[&str]| run(&[&["--format", "settings"], arguments, &RETURN[..]].concat()).2;
    for (arguments, name) in [
        (&["--exact-headings"][..], "--exact-headings"),
        (&["--target", "10"], "--target"),
        (&["--complete-to", "2025-01-31"], "--complete-to"),
    ] {
        assert!(of(arguments).contains(name), "{name}");
    }
    assert_eq!(of(&[]), "");
    let said = of(&["--trafficked", "Yes - Ana Example=confirmed", "--trafficked", "suspended=suspected"]);
    assert!(said.contains("One decision is not in the settings") && !said.contains("Ana"), "{said}");
}

#[test]
fn a_mapping_is_written_to_be_corrected_and_given_back() {
    let answers = written("our-letters.csv", "Body asked,Q1,Q2\nKent,100,10\nSurrey,50,5\n");
    let (_, _, err) = run(&["--period", "2024-01-01..2024-12-31", &answers]);
    assert!(err.contains("--format mapping"), "{err}");
    let (code, out, err) = run(&["--format", "mapping", &answers]);
    assert_eq!(code, 0, "{err}");
    let document: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(document["columns"][0], serde_json::json!({ "heading": "Body asked", "field": "authority" }));
    let mut corrected = document;
    corrected["columns"][1]["field"] = "unaccompanied/children".into();
    corrected["columns"][2]["field"] = "unaccompanied/children-missing".into();
    corrected["columns"][1]["period"] = "2023-01-01/2023-12-31".into();
    corrected["columns"][2]["period"] = "2023-01-01/2023-12-31".into();
    let mapping = written("our-letters.json", &corrected.to_string());
    let (code, out, err) = run(&[&answers, &mapping]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("Unaccompanied children, 2023") && out.contains("15 of 150"), "{out}");
    let (code, _, err) = run(&["--format", "mapping", "answers-2024.csv"]);
    assert_eq!(code, 2);
    assert!(err.contains("are known"), "{err}");
}

#[test]
fn a_mapping_among_the_files_names_the_columns_of_another() {
    let answers = written("letters.csv", "Body,Q1,Q2\nKent,100,10\nSurrey,50,5\n");
    let mapping = written(
        "mapping.json",
        r#"{"format": "missing-from-care/1", "kind": "mapping", "of": "authority-answers", "columns": [
            {"heading": "Body", "field": "authority"}, {"heading": "Q1", "field": "trafficked/children"},
            {"heading": "Q2", "field": "trafficked/children-missing"}]}"#,
    );
    let (code, out, err) = run(&["--period", "2024-01-01..2024-12-31", &answers, &mapping]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("15 of 150 children, in the 2 authorities"), "{out}");
}

#[test]
fn columns_that_are_read_under_another_name_are_said_and_can_be_left_alone() {
    let missing = written("missing 2025.csv", "CHILD,DOB,MISSING,MIS START,MIS_END\n1,05/06/2008,M,01/08/2024,\n");
    let episodes = written(
        "episodes 2025.csv",
        "CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC\n1,01/05/2024,S,C2,U1,PR1,,\n2,01/05/2024,S,C2,U1,PR1,,\n",
    );
    let (code, out, err) = run(&[&episodes, &missing]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("1 of 2 children") && out.contains("“MIS START” read as “MIS_START”"), "{out}");
    let (_, out, err) = run(&["--exact-headings", &episodes, &missing]);
    assert!(!out.contains("1 of 2 children") && err.contains("MIS START"), "{out}{err}");
}

#[test]
fn two_files_of_one_module_are_asked_about_and_added_together_where_it_is_said() {
    let folder = std::env::temp_dir().join("missing-from-care-same-module");
    std::fs::create_dir_all(&folder).unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let episodes = file("episodes.csv", "CHILD,DECOM,LS,DEC\n1,01/05/2024,C2,\n2,01/05/2024,C2,\n");
    let one = file("missing a.csv", "CHILD,MISSING,MIS_START,MIS_END\n1,M,01/08/2024,02/08/2024\n");
    let other = file("missing b.csv", "CHILD,MISSING,MIS_START,MIS_END\n2,M,01/08/2024,02/08/2024\n");
    let (code, out, err) = run(&["--year-ending", "2025", &episodes, &one, &other]);
    assert_eq!(code, 0);
    assert!(
        err.contains(
            "missing a.csv: This is the Missing file for the year ending 31 March 2025, and so is missing b.csv."
        ),
        "{err}"
    );
    assert!(err.contains("give --add-together"), "{err}");
    assert!(!out.contains("% went missing") && out.contains("none of them is used until you decide"), "{out}");
    let (_, out, err) =
        run(&["--year-ending", "2025", "--add-together", "missing a.csv,missing b.csv", &episodes, &one, &other]);
    assert!(out.contains("100.0% went missing, 2 of 2 children") && err.is_empty(), "{out}{err}");
    assert!(out.contains("missing a.csv, missing b.csv are parts of the Missing file"), "{out}");
    // The hash of a file about children is not saved: it would show a guess of its rows to be right.
    let asked = ["--add-together", "missing a.csv,missing b.csv", "--earlier", "missing a.csv"];
    let (_, saved, err) = run(&[&["--format", "settings"], &asked[..], &[&episodes, &one, &other]].concat());
    assert!(err.contains("The settings do not hold --earlier, --add-together"), "{err}");
    assert!(!saved.contains("sha256") && !saved.contains("missing a.csv"), "{saved}");
    drop(std::fs::remove_dir_all(folder));
}

#[test]
fn a_setting_that_is_there_twice_is_not_read() {
    let twice = written(
        "twice.json",
        r#"{"format": "missing-from-care/1", "kind": "settings", "authority": "E10000016", "authority": "E06000010"}"#,
    );
    let (_, _, err) = run(&[&[&*twice], &RETURN[..]].concat());
    assert!(err.contains("twice.json") && err.contains("was changed"), "{err}");
    let wordings = written(
        "two meanings.json",
        r#"{"format": "missing-from-care/1", "kind": "decisions", "wordings": [
            {"wording": "a few", "says": {"answer": "exact", "count": 3}},
            {"wording": "A few", "says": {"answer": "exact", "count": 4}}]}"#,
    );
    let (code, _, err) = run(&["--decisions", &wordings, "answers-2024.csv"]);
    assert!(code == 2 && err.contains("wordings"), "{err}");
}

#[test]
fn letters_about_a_return_are_refused_with_a_word() {
    let (code, out, err) = run(&[&["--format", "chase-letters"], &RETURN[..]].concat());
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("nothing is to be asked for again"), "{err}");
}

#[test]
fn a_table_is_named_by_the_path_of_its_workbook_too_and_one_that_is_not_there_is_refused() {
    let folder = std::env::temp_dir().join(format!("missing-from-care-tables-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("tracker.xls");
    let table =
        "<table><tr><th>Authority<th>UASC<th>UASC missing<tr><td>Kent<td>100<td>12<tr><td>Hull<td>40<td>3</table>";
    std::fs::write(&path, [table, &table.replace("Kent", "York")].concat()).unwrap();
    let (path, csv) = (path.to_str().unwrap(), written("plain 1.csv", "Authority,UASC,UASC missing\nKent,100,12\n"));
    for name in ["tracker.xls › 1", &format!("{path} › 1")] {
        let (code, out, err) = run(&["--file-year", &format!("{name}=2024"), path]);
        assert_eq!(code, 0, "{err}");
        assert!(out.contains("15 of 140") && out.contains("year ending 31 March 2024"), "{name}: {out}");
        let (_, out, _) = run(&["--year-ending", "2024", "--earlier", name, path]);
        assert!(out.contains("15 of 140") && !out.contains("30 of 280"), "{name}: {out}");
    }
    for option in ["--file-year", "--empty", "--earlier"] {
        for (name, file) in
            [(format!("{path} › 3"), path), ("tracker.xls › Kent".to_owned(), path), (format!("{csv} › 1"), &*csv)]
        {
            let given = if option == "--file-year" { format!("{name}=2024") } else { name.clone() };
            let (code, out, err) = run(&[option, &given, file]);
            assert_eq!((code, out.as_str()), (2, ""), "{option} {name}");
            assert!(err.contains(&format!("{option}: {name} is none of the files")), "{err}");
        }
    }
    drop(std::fs::remove_dir_all(folder));
}

#[test]
fn years_of_files_whose_names_may_hold_a_child_are_not_in_the_settings_and_that_is_said() {
    let (named, plain) = ("CHILD,SEX,DOB,DUC\n1,1,01/01/2010,\n", "CHILD,SEX,DOB,DUC\n2,1,01/01/2010,\n");
    let (named, plain) = (written("uasc Ana Example.csv", named), written("uasc 2025.csv", plain));
    let years = [format!("{named}=2025"), format!("{plain}=2025")];
    let (_, saved, err) =
        run(&["--format", "settings", "--file-year", &years[0], "--file-year", &years[1], &named, &plain]);
    assert!(saved.contains("uasc 2025.csv") && !saved.contains("Ana"), "{saved}");
    assert!(err.contains("The year of one file is not in the settings"), "{err}");
    let (_, _, err) = run(&["--format", "settings", "--file-year", &years[1], &plain]);
    assert_eq!(err, "");
}
