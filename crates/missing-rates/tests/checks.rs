//! Rules over whole returns: what is found, how much it matters, and that no child's identifier leaves in a report.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::format_push_string,
    clippy::format_collect
)]

use std::collections::BTreeSet;

use crate::support::{read, report, report_for, sample};
use missing_rates::checks::WorkOrder;
use missing_rates::period::Period;
use missing_rates::report::Codes;
use missing_rates::{Query, Returns};

/// Files by name.
type Files = Vec<(&'static str, String)>;

fn year() -> Option<Period> {
    Period::collection_year(2025)
}

fn returns(files: &[(&str, String)]) -> Returns {
    let mut returns = Returns::default();
    for (id, (name, text)) in (1..).zip(files) {
        returns.add(id, read(name, text.as_bytes()));
    }
    returns
}

/// A return in which several rows break rules, with identifiers that are found nowhere else.
fn damaged() -> Files {
    vec![
        (
            "header.csv",
            "CHILD,SEX,DOB,ETHNIC\nQX-101,1,01/01/2010,WBRI\nQX-102,2,01/01/2011,WBRI\n=QX-103,3,01/01/2012,WBRI\n"
                .into(),
        ),
        (
            "episodes.csv",
            "CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC\nQX-101,01/05/2023,S,C2,U4,PR1,,\n\
             QX-102,01/06/2024,P,C2,U4,PR1,,\n=QX-103,01/05/2023,S,C2,U4,PR1,10/06/2024,E4A\n"
                .into(),
        ),
        (
            "missing.csv",
            "CHILD,DOB,MISSING,MIS_START,MIS_END\nQX-101,05/05/2005,M,05/06/2024,04/06/2024\n\
             QX-102,01/01/2011,M,01/05/2024,02/05/2024\n=QX-103,01/01/2012,M,20/06/2024,\nQX-104,01/01/2012,M,1/6/24,\n,01/01/2012,M,01/06/2024,\n"
                .into(),
        ),
    ]
}

#[test]
fn a_finding_shows_the_values_side_by_side() {
    let report = report_for(&damaged(), year());
    let found = |rule: &str| report.findings.iter().find(|finding| finding.rule == rule).expect(rule);
    let backwards = found("567");
    assert_eq!((backwards.table.as_str(), backwards.count, backwards.rows[0].row), ("missing.csv", 1, 2));
    assert_eq!(backwards.rows[0].child.as_deref(), Some("QX-101"));
    let cells: Vec<_> = backwards.rows[0].cells.iter().map(|cell| (cell.column, cell.value.as_str())).collect();
    assert_eq!(cells, [("MIS_START", "05/06/2024"), ("MIS_END", "04/06/2024")]);
    assert_eq!(backwards.rows[0].against, None);
    let after_care = &found("578").rows[0];
    let against = after_care.against.as_ref().unwrap();
    assert_eq!((after_care.row, against.file.as_str(), against.row), (4, "episodes.csv", 4));
    assert_eq!(against.cells[1].value, "10/06/2024");
    // A date that could not be read stands as it is written.
    assert_eq!(found("two-digit-year").rows[0].value.as_deref(), Some("1/6/24"));
    assert_eq!(found("record-starts-late").rows[0].row, 3);
}

#[test]
fn no_identifier_and_no_date_of_birth_of_a_finding_stands_in_the_reports_json_or_csv() {
    let report = report_for(&damaged(), year());
    for text in [report.to_json(), report.to_csv()] {
        assert!(!text.contains("QX-10"));
        assert!(!text.contains("05/05/2005"));
    }
    let birth = report.findings.iter().find(|finding| finding.rule == "INT13").unwrap();
    assert_eq!((birth.rows[0].value.as_deref(), birth.rows[0].cells[0].value.as_str()), (None, "05/05/2005"));
}

#[test]
fn findings_stand_by_rule_and_by_child() {
    let report = report_for(&damaged(), year());
    let all: u64 = report.findings.iter().map(|finding| finding.count).sum();
    let by_child: u64 = report.found_children.iter().map(|child| child.count).sum();
    // Of a row without a child nobody can say whose it is.
    assert_eq!(all, by_child + 1);
    assert!(report.found_children.windows(2).all(|pair| pair[0].count >= pair[1].count));
    let of = |child: &str| {
        let rows = &report.found_children.iter().find(|found| found.child == child).unwrap().rows;
        rows.iter().map(|row| row.rule).collect::<BTreeSet<_>>()
    };
    assert_eq!(of("QX-104"), BTreeSet::from(["1004", "1012", "INT04", "two-digit-year"]));
}

#[test]
fn the_work_list_has_every_row_and_its_child_and_nothing_that_a_spreadsheet_runs() {
    let returns = returns(&damaged());
    let report = returns.report(&Query::period(year()));
    let lines = |work_order| {
        returns
            .work_list(&Query { work_order, ..Query::default() }, &Codes)
            .lines()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let by_rule = lines(WorkOrder::ByRule);
    let all: u64 = report.findings.iter().map(|finding| finding.count).sum();
    assert_eq!(by_rule.len() as u64, 1 + all);
    assert!(by_rule[0].starts_with("\u{FEFF}severity,rule,"));
    assert!(by_rule.iter().any(|line| line.contains(",567,") && line.contains(",QX-101,missing.csv,2,")));
    assert!(by_rule[1..].iter().filter(|line| line.contains("=QX-103")).all(|line| line.contains(",'=QX-103,")));
    let mut by_child = lines(WorkOrder::ByChild);
    assert_ne!(by_child, by_rule);
    let mut sorted = by_rule;
    sorted.sort();
    by_child.sort();
    assert_eq!(by_child, sorted);
}

#[test]
fn a_rule_that_lacks_a_table_or_a_column_is_not_run_and_says_why() {
    let files = [
        ("episodes.csv", "CHILD,DECOM,LS,DEC\n1,01/05/2024,C2,\n"),
        ("missing.csv", "CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2024,02/06/2024\n"),
    ];
    let report = report(&files);
    let run = |rule: &str| report.rules.iter().find(|run| run.rule == rule).expect(rule);
    assert!(run("567").ran && run("567").needs.is_empty());
    for (rule, needs) in [
        ("586", "missing/DOB"),
        ("INT04", "header"),
        ("INT13", "header, missing/DOB"),
        ("576", "last-year/missing"),
        ("205A", "duc, last-year/uasc"),
        ("580", "episodes/REC"),
        ("list-not-in-return", "list"),
    ] {
        let lacks: Vec<String> = run(rule).needs.iter().map(ToString::to_string).collect();
        assert_eq!((run(rule).ran, run(rule).count, lacks.join(", ").as_str()), (false, 0, needs), "{rule}");
    }
    let codes: BTreeSet<_> = report.rules.iter().map(|run| run.rule).collect();
    assert_eq!(codes.len(), report.rules.len(), "one return: each rule once");
}

#[test]
fn a_rule_runs_on_each_return_with_the_one_before_it() {
    let episodes = |year: i32| format!("CHILD,DECOM,LS,DEC\n1,01/05/{},C2,\n2,01/06/{year},C2,\n", year - 1);
    let files = [
        ("episodes-2024.csv", episodes(2023)),
        ("episodes-2025.csv", episodes(2024)),
        ("missing-2024.csv", "CHILD,MISSING,MIS_START,MIS_END\n1,M,30/03/2024,\n1,M,01/07/2023,02/07/2023\n".into()),
        ("missing-2025.csv", "CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2024,02/06/2024\n".into()),
    ];
    let report = report(&files);
    let runs: Vec<_> =
        report.rules.iter().filter(|run| run.rule == "576").map(|run| (run.year, run.ran, run.count)).collect();
    assert_eq!(runs, [(Some(2024), false, 0), (Some(2025), true, 1)]);
    let finding = report.findings.iter().find(|finding| finding.rule == "576").unwrap();
    let against = finding.rows[0].against.as_ref().unwrap();
    assert_eq!(
        (finding.table.as_str(), against.file.as_str(), against.row),
        ("missing-2025.csv", "missing-2024.csv", 2)
    );
}

#[test]
fn the_sample_and_answers_break_no_rule_about_children() {
    let answers = report(&[("answers.csv", sample("answers-2024.csv"))]);
    assert!(answers.rules.is_empty() && answers.sensitivity.is_empty());
}

/// Every pair of these rows compared would take minutes.
#[test]
fn a_column_that_holds_one_text_alone_does_not_hold_the_rules_up() {
    let day = |n: usize| format!("{:02}/{:02}/2024", n % 28 + 1, n % 9 + 4);
    let many = 0..40_000;
    let header: String = many.clone().map(|n| format!("X,{},{},WBRI\n", n % 2 + 1, day(n))).collect();
    let episodes: String = many.clone().map(|n| format!("X,{},C2,{}\n", day(n), day(n + 1))).collect();
    let missing: String = many
        .clone()
        .map(|n| format!("X,{},{},{}\n", ["M", "A"][n % 2], day(n), if n % 3 > 0 { day(n + 1) } else { String::new() }))
        .collect();
    let uasc: String = many.map(|n| format!("X,{},{}\n", day(n), day(n + 2))).collect();
    let files = [
        ("header.csv", format!("CHILD,SEX,DOB,ETHNIC\n{header}")),
        ("episodes.csv", format!("CHILD,DECOM,LS,DEC\n{episodes}")),
        ("missing.csv", format!("CHILD,MISSING,MIS_START,MIS_END\n{missing}")),
        ("uasc.csv", format!("CHILD,DUC,DOB\n{uasc}")),
    ];
    let work_list = returns(&files).work_list(&Query::default(), &Codes);
    assert!(work_list.lines().count() > 40_000);
}
