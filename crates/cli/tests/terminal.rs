//! The program as a person at a terminal, or a script, meets it: what is printed and written of figures.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use support::{RETURN, run};

#[test]
fn the_sample_answers_are_told_in_words() {
    let (code, out, err) = run(&["answers-2024.csv"]);
    assert_eq!((code, err.as_str()), (0, ""));
    for part in [
        "Trafficked children, 2024 (taken from the files)",
        "37.0% went missing, 864 of 2,335 children, in the 135 authorities that gave both figures",
        "95% interval 35.1% to 39.0%",
        "864 of 2,638 = 32.8%",
        "between 32.8% and 44.2%",
        "12.5% went missing, 1,501 of 11,999 children, in the 141 authorities",
        "212 of 212 rows used",
    ] {
        assert!(out.contains(part), "{part}\n{out}");
    }
}

#[test]
fn json_is_the_report_and_the_same_for_any_order_of_files() {
    let [a, b, c, d] = RETURN;
    let (code, one, err) = run(&["--format", "json", a, b, c, d]);
    assert_eq!((code, err.as_str()), (0, ""));
    let (_, other, _) = run(&["--format=json", d, c, b, a]);
    assert_eq!(one, other);
    let report: serde_json::Value = serde_json::from_str(&one).unwrap();
    assert_eq!(report["format"], "missing-from-care/1");
    assert_eq!(report["tool"]["name"], "missing-from-care");
    assert!(report["tool"]["definitions"].as_str().unwrap().starts_with("docs/method.md of missing-from-care "));
    assert_eq!(report["periods"], serde_json::json!(["2024-04-01/2025-03-31"]));
    assert_eq!(report["files"][0]["kind"], "ssda903/episodes");
    let rate = &report["rates"][0];
    for (field, value) in [("cohort", "all"), ("measure", "missing"), ("basis", "child-level")] {
        assert_eq!(rate[field], value);
    }
    assert!(rate["area"]["code"].is_null() && rate["area"]["name"].is_null());
    assert_eq!(rate["interval"]["method"], "wilson");
    for field in ["ratios", "totals", "changes", "funnel", "findings", "set_aside"] {
        assert!(report[field].is_array(), "{field}");
    }
}

#[test]
fn rules_that_rows_break_are_told_with_what_to_do_and_how_much_they_matter() {
    let (code, out, err) = run(&RETURN);
    assert_eq!((code, err.as_str()), (0, ""));
    for part in [
        "567 (a figure could be wrong): The missing period ends before it starts.",
        "1 row of missing.csv, row 42; without all rows of this rule, of all children, year ending 31 March 2025: no change",
        "8.8%  Nothing changed: 18 of 204 children",
        "576: return of the year ending 31 March 2025: last year’s Missing file",
    ] {
        assert!(out.contains(part), "{part}\n{out}");
    }
}

#[test]
fn the_work_list_is_written_by_rule_or_by_child_and_needs_no_figures() {
    let [header, .., missing] = RETURN;
    let (code, by_rule, _) = run(&["--format", "work-list", header, missing]);
    assert_eq!(code, 0);
    assert!(by_rule.contains("error,567,The missing period ends before it starts.,"), "{by_rule}");
    let (_, by_child, _) = run(&["--format", "work-list", "--by-child", header, missing]);
    let sorted = |text: &str| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    assert_eq!(sorted(&by_rule), sorted(&by_child));
    let (code, _, err) = run(&["--format", "work-list", "answers-2024.csv"]);
    assert_eq!((code, err.as_str()), (0, ""), "answers have no children, and no rows in a work list");
}

#[test]
fn a_period_can_be_asked_for() {
    let [a, b, c, d] = RETURN;
    for (option, value, period) in [
        ("--year-ending", "2025", "2024-04-01/2025-03-31"),
        ("--period", "2024-04-01..2024-12-31", "2024-04-01/2024-12-31"),
    ] {
        let (code, out, _) = run(&[option, value, "--format", "json", a, b, c, d]);
        let report: serde_json::Value = serde_json::from_str(&out).unwrap();
        assert_eq!((code, &report["periods"][0]), (0, &serde_json::json!(period)));
        assert_eq!(report["periods_from"], "asked");
    }
}

#[test]
fn a_return_is_told_group_by_group_and_its_year_can_be_said() {
    let [a, b, c, d] = RETURN;
    // Of January to March another return would tell.
    let (code, _, err) = run(&["--period", "2024-01-01..2024-12-31", a, b, c, d]);
    let needed = "it needs Episodes of the year ending 31 March 2024, for 1 January 2024 to 31 March 2024";
    assert!(code == 2 && err.contains(needed), "{err}");
    let (code, out, err) = run(&["--period", "2024-04-01..2024-12-31", a, b, c, d]);
    assert_eq!((code, err.as_str()), (0, ""));
    for part in [
        "year ending 31 March 2025, up to 31 December 2024",
        "Missing up to 31 March 2025",
        "length of incidents: same day",
        "by placement: foster",
    ] {
        assert!(out.contains(part), "{part}\n{out}");
    }
    assert!(out.contains("collection year to 31 March 2025 (by its dates)"));
    let all = ["header.csv=2024", "episodes.csv=2024", "uasc.csv=2024", "missing.csv=2024"];
    let said: Vec<&str> = all.iter().flat_map(|said| ["--file-year", said]).chain(RETURN).collect();
    let (code, out, _) = run(&said);
    assert_eq!(code, 0);
    assert!(out.contains("year ending 31 March 2024") && out.contains("2024 (your decision)"), "{out}");
}

#[test]
fn csv_has_one_figure_a_row() {
    let (code, out, _) = run(&["--format", "csv", "answers-2024.csv"]);
    assert_eq!(code, 0);
    assert!(out.starts_with("\u{FEFF}figure,area_level,area_code,area_name,period_start,"));
    let matched =
        "rate,kingdom,K02000001,United Kingdom,2024-01-01,2024-12-31,,,trafficked,missing,matched,,,,share,0.37002";
    let of_matched: Vec<&str> = out.lines().filter(|line| line.starts_with(matched)).collect();
    assert!(matches!(of_matched.as_slice(), [one] if one.ends_with(",share,864,2335,135,files,")), "{of_matched:?}");
    // Every row has a cell for every column, names with commas included.
    let cells = |line: &str| line.split('"').step_by(2).map(|part| part.matches(',').count()).sum::<usize>();
    let columns = cells(out.lines().next().unwrap());
    assert!(out.lines().filter(|line| !line.is_empty()).all(|line| cells(line) == columns));
    // What they are based on is beside the figures, or above them.
    assert!(out.lines().count() > 1000 && !out.contains("SHA-256"));
    let (code, based_on, _) = run(&["--format", "based-on", "answers-2024.csv"]);
    assert!(code == 0 && based_on.contains("File,\"answers-2024.csv: SHA-256 "), "{based_on}");
    let (_, commented, _) = run(&["--format", "csv", "--comments", "answers-2024.csv"]);
    // Each line begins with the sign of a comment, though some hold commas.
    let above = commented.trim_start_matches('\u{FEFF}').strip_suffix(out.trim_start_matches('\u{FEFF}')).unwrap();
    assert!(above.lines().all(|line| line.starts_with("# ")), "{above}");
    assert!(above.lines().any(|line| line.contains(',')), "{above}");
    assert!(
        commented.contains("# File: answers-2024.csv: SHA-256 ")
            && commented.ends_with(out.trim_start_matches('\u{FEFF}'))
    );
}

#[test]
fn where_nothing_can_be_calculated_it_says_why_and_exits_with_2() {
    for (arguments, part) in [
        (
            &["ssda903/missing.csv"][..],
            "Only the Episodes file of the same return says which children were looked after",
        ),
        (&["README.md"], "These are not the columns of any file that can be used here."),
        (&["no such file.csv"], "no such file.csv could not be read"),
        (&["--year-ending", "1999", "answers-2024.csv"], "nothing could be calculated"),
        (&[], "name at least one file"),
        (&["--format", "xml", "answers-2024.csv"], "text, json, csv"),
    ] {
        let (code, _, err) = run(arguments);
        assert_eq!(code, 2, "{arguments:?}");
        assert!(err.contains(part), "{arguments:?}: {err}");
    }
}

#[test]
fn one_bad_file_does_not_stop_the_others() {
    let (code, out, err) = run(&["README.md", "answers-2024.csv"]);
    assert_eq!(code, 0);
    assert!(out.contains("37.0%") && err.contains("README.md"));
}

#[test]
fn the_chase_list_is_csv() {
    let (code, out, err) = run(&["--format", "chase-list", "answers-2024.csv"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.starts_with("\u{FEFF}area_code,authority,nation,period,cohort,state,wanting,answered,ask\r\n"));
    assert!(out.contains("Middlesbrough") && out.contains("Refused s.12") && out.contains("Please send"));
}

#[test]
fn help_and_version_are_said() {
    let (code, help, _) = run(&["--help"]);
    assert!(code == 0 && help.contains("--year-ending") && help.contains("EXIT STATUS"));
    let (code, version, _) = run(&["--version"]);
    assert_eq!((code, version), (0, format!("missing-from-care {}\n", env!("CARGO_PKG_VERSION"))));
}

#[test]
fn a_return_can_be_said_to_be_an_authoritys() {
    let [a, b, c, d] = RETURN;
    let (code, out, err) = run(&["--authority", "Kent", a, b, c, d]);
    assert_eq!((code, err.as_str()), (0, ""));
    for part in [
        "  Kent: 8.8% went missing, 18 of 204 children",
        "From these files, year ending 31 March 2025: 18 of 204 went missing, which DfE would print as 9%; 2.1 incidents",
        "beside 10 statistical neighbours, year ending 31 March 2024: none has a lower share, 10 a higher one",
        "Went missing, year ending 31 March  2018  2019  2020  2021  2022  2023  2024  2025",
        "  Kent                                             14%   12%   13%   12%   10%\n",
        "This calculator holds no figures for Kent for the years ending 31 March 2018, 2019, 2025. DfE may have published some.",
        "Authorities record differently. Some record every absence as missing:",
    ] {
        assert!(out.contains(part), "{part}\n{out}");
    }
    let (_, json, _) = run(&["--format=json", "--authority=E10000016", a, b, c, d]);
    let report: serde_json::Value = serde_json::from_str(&json).unwrap();
    let area = &report["rates"][0]["area"];
    assert_eq!((&area["code"], &area["name"], &area["level"]), (&"E10000016".into(), &"Kent".into(), &"return".into()));
    assert_eq!(report["standing"]["calculated"][0]["children"], report["rates"][0]["denominator"]);
    let (_, json, _) = run(&["--format=json", a, b, c, d]);
    assert!(serde_json::from_str::<serde_json::Value>(&json).unwrap()["standing"].is_null());
}

fn report_of(files: &[&str]) -> serde_json::Value {
    let (code, json, _) = run(&[&["--format=json"], files].concat());
    assert_eq!(code, 0);
    serde_json::from_str(&json).unwrap()
}

#[test]
fn a_request_is_answered_from_a_return_exactly_or_safe_to_publish() {
    let [a, b, c, d] = RETURN;
    let (code, out, err) = run(&["--format", "foi-text", "--authority", "Kent", a, b, c, d]);
    assert!(code == 0 && err.contains("a list of children (CHILD,TRAFFICKED) as one more file"), "{err}");
    for part in [
        "Looked-after children who went missing, 2024\nKent\n",
        "(c) unaccompanied: 27\n",
        "(b) unaccompanied: missing ",
        "(a) identified as trafficked: not held in this return\n",
        "1 April 2024 to 31 December 2024",
        "\n\nWhat the figures mean\n- Source: the authority’s SSDA903 return",
        "- These numbers are exact: numbers from 1 to 5 are not hidden.\n",
    ] {
        assert!(out.contains(part), "{part}\n{out}");
    }
    // A letter names no file; what is beside the table of the same answers does.
    let (_, table, _) = run(&["--format", "based-on", a, b, c, d]);
    for file in report_of(&RETURN)["files"].as_array().unwrap() {
        let [name, sum] = ["name", "sha256"].map(|field| file[field].as_str().unwrap());
        assert!(!out.contains(name) && !out.contains(sum), "{out}");
        assert!(table.contains(&format!("{name}: SHA-256 {sum}")), "{table}");
    }
    let (_, safe, _) = run(&["--format=foi-text", "--safe", a, b, c, d]);
    // How it was made is not in a letter.
    assert!(!safe.contains("Disclosure control") && !safe.contains("Publish only one version"), "{safe}");
    // What is withheld, and under which section; of files neither a name nor a sum nor rows.
    assert!(safe.contains("withheld under section 40(2) of the Freedom of Information Act 2000"), "{safe}");
    assert!(!safe.contains("SHA-256") && !safe.contains(".csv"), "{safe}");
    let (code, csv, _) = run(&["--format=foi-csv", "--round=5", a, b, c, d]);
    assert_eq!(code, 0);
    let counts: Vec<&str> = csv.lines().skip(1).filter_map(|line| line.split(',').nth(13)).collect();
    assert!(counts.contains(&"c") && counts.contains(&"x") && counts.len() > 50);
    for count in counts.iter().filter(|count| !matches!(**count, "c" | "x" | "")) {
        assert!(count.parse::<u64>().unwrap().is_multiple_of(5), "{count}");
    }
    let (code, _, err) = run(&["--format=foi-text", "answers-2024.csv"]);
    assert!(code == 2 && err.contains("answered from an SSDA903 return with its Episodes file"), "{err}");
}
