//! Where two files, or a cell and its heading, leave it open what is meant, no figure is given or a finding says so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::format_collect)]

use crate::support::two_years::{asked, children, year};
use missing_rates::cohort::Cohort;
use missing_rates::report::{FileKind, Problem, Report};

const EPISODES: &str = "CHILD,DECOM,LS,DEC\n1,01/05/2023,C2,\n2,01/05/2023,C2,\n3,01/05/2023,C2,\n4,01/06/2024,C2,\n";
const MISSING: &str = "CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2024,03/06/2024\n2,M,10/01/2025,12/01/2025\n";

fn of(files: &[(&'static str, &str)]) -> Report {
    let files: Vec<(&'static str, String)> = files.iter().map(|(name, text)| (*name, (*text).to_owned())).collect();
    asked(&files, |query| query.period = Some(year(2025)))
}

fn finds(report: &Report, rule: &str) -> bool {
    report.findings.iter().any(|found| found.rule == rule)
}

#[test]
fn a_status_that_ended_before_the_year_and_a_yes_in_header_give_no_figure() {
    let header = "CHILD,SEX,DOB,UASC\n1,1,01/01/2009,1\n2,1,01/01/2009,1\n3,1,01/01/2009,0\n4,1,01/01/2009,0\n";
    let uasc = "CHILD,DOB,DUC\n1,01/01/2009,01/01/2023\n2,01/01/2009,\n";
    let base = [("e 2025.csv", EPISODES), ("m 2025.csv", MISSING), ("h 2025.csv", header)];
    assert_eq!(children(&of(&base), Cohort::Unaccompanied), Some(2));
    let both = of(&[base.as_slice(), &[("u 2025.csv", uasc)]].concat());
    assert_eq!(children(&both, Cohort::Unaccompanied), None);
    assert!(finds(&both, "unaccompanied-differs"));
    // With the same end in Header they say the same.
    let header = "CHILD,SEX,DOB,UASC,DUC\n1,1,01/01/2009,1,01/01/2023\n2,1,01/01/2009,1,\n3,1,01/01/2009,0,\n4,1,01/01/2009,0,\n";
    let base = [("e 2025.csv", EPISODES), ("m 2025.csv", MISSING), ("h 2025.csv", header)];
    assert_eq!(children(&of(&base), Cohort::Unaccompanied), Some(1));
    assert_eq!(children(&of(&[base.as_slice(), &[("u 2025.csv", uasc)]].concat()), Cohort::Unaccompanied), Some(1));
}

#[test]
fn a_blank_beside_a_no_in_header_is_not_a_no() {
    let with = |flags: [&str; 4]| {
        let rows: String = (1..).zip(flags).map(|(child, flag)| format!("{child},1,01/01/2009,{flag}\n")).collect();
        let header = format!("CHILD,SEX,DOB,UASC\n{rows}");
        let report = of(&[("e 2025.csv", EPISODES), ("m 2025.csv", MISSING), ("h 2025.csv", &header)]);
        (children(&report, Cohort::Unaccompanied), finds(&report, "unaccompanied-not-understood"))
    };
    assert_eq!(with(["0", "0", "", "0"]), (None, true));
    assert_eq!(with(["1", "0", "", "0"]), (None, true));
    // Where every cell is written, or yes is all that is, nothing is open.
    assert_eq!(with(["1", "", "", "1"]), (Some(2), false));
    assert_eq!(with(["1", "0", "0", "0"]), (Some(1), false));
    assert_eq!(with(["0", "0", "0", "0"]), (Some(0), false));
    // The UASC file says it.
    let header = "CHILD,SEX,DOB,UASC\n1,1,01/01/2009,1\n2,1,01/01/2009,0\n3,1,01/01/2009,\n4,1,01/01/2009,0\n";
    let files =
        [("e 2025.csv", EPISODES), ("m 2025.csv", MISSING), ("h 2025.csv", header), ("u 2025.csv", "CHILD,DUC\n1,\n")];
    assert_eq!(children(&of(&files), Cohort::Unaccompanied), Some(1));
}

#[test]
fn while_two_uasc_files_are_asked_about_header_does_not_answer_for_them() {
    let header = "CHILD,SEX,DOB,UASC\n1,1,01/01/2009,1\n2,1,01/01/2009,0\n3,1,01/01/2009,0\n4,1,01/01/2009,0\n";
    let files = [
        ("e 2025.csv", EPISODES),
        ("m 2025.csv", MISSING),
        ("h 2025.csv", header),
        ("u 2025.csv", "CHILD,DUC\n1,\n"),
        ("u new 2025.csv", "CHILD,DUC\n1,\n2,\n"),
    ];
    assert_eq!(children(&of(&files), Cohort::Unaccompanied), None);
    assert_eq!(children(&of(&files[..4]), Cohort::Unaccompanied), Some(1));
}

#[test]
fn one_end_that_only_one_year_can_have_is_more_than_the_order_of_names() {
    let before = "CHILD,DECOM,LS,DEC\n1,01/05/2023,C2,\n2,01/05/2023,C2,\n3,01/05/2023,C2,\n";
    let uasc = [
        "CHILD,DUC\n1,08/12/2023\n2,01/01/2028\n3,01/01/2028\n",
        "CHILD,DUC\n1,01/01/2028\n2,01/01/2028\n3,01/01/2028\n",
    ];
    // In the order of its names it fits; in the other, a person has to say.
    for ([first, second], expected) in [(uasc, Some(3)), ([uasc[1], uasc[0]], None)] {
        let report =
            of(&[("e1.csv", before), ("e2.csv", EPISODES), ("m2.csv", MISSING), ("u1.csv", first), ("u2.csv", second)]);
        assert_eq!(children(&report, Cohort::Unaccompanied), expected);
    }
}

#[test]
fn a_column_that_may_say_whose_child_it_is_is_asked_about() {
    for (heading, is_asked) in [
        ("Placing LA", true),
        ("Home authority", true),
        ("Placement LA", true),
        ("Host authority", true),
        ("PL_LA", false),
    ] {
        let episodes = format!("CHILD,DECOM,LS,DEC,{heading}\n1,01/05/2024,C2,,Kent\n2,01/05/2024,C2,,Essex\n");
        let report = of(&[("e 2025.csv", &episodes), ("m 2025.csv", MISSING)]);
        assert_eq!(finds(&report, "names-authorities"), is_asked, "{heading}");
    }
}

#[test]
fn what_stands_for_an_identifier_is_nobody() {
    for cell in ["#REF!", "#VALUE!", "########", "?", "-", "TBC", "Unknown", "Not known", "XX", "Redacted"] {
        let episodes = format!(
            "CHILD,DECOM,LS,DEC\n{cell},01/05/2023,C2,01/06/2024\n{cell},01/07/2024,C2,\n3,01/05/2023,C2,\n4,01/05/2023,C2,\n"
        );
        let missing = MISSING.replace("\n1,", "\n3,").replace("\n2,", "\n4,");
        let report = of(&[("e 2025.csv", &episodes), ("m 2025.csv", &missing)]);
        assert_eq!(children(&report, Cohort::All), Some(2), "{cell}");
        assert!(finds(&report, "no-child"), "{cell}");
    }
}

#[test]
fn identifiers_alone_are_a_list_only_where_the_name_says_so() {
    let files = |name| [("e 2025.csv", EPISODES), ("m 2025.csv", MISSING), (name, "CHILD\n1\n2\n")];
    let named = [
        "trafficked.csv",
        "NRM positive 2024-25.csv",
        "Trafficking list.csv",
        "Kent trafficked children 2025 v2.csv",
        "trafficked children referred to the NRM.csv",
        "Potential victims of modern slavery.csv",
    ];
    for name in named {
        assert_eq!(children(&of(&files(name)), Cohort::Trafficked), Some(2), "{name}");
    }
    // A title says so as well.
    let mut titled = files("children.csv");
    titled[2].1 = "Confirmed as trafficked\nCHILD\n1\n2\n";
    assert_eq!(children(&of(&titled), Cohort::Trafficked), Some(2));
    let others = [
        "not trafficked.csv",
        "excluded from list.csv",
        "children reviewed.csv",
        "children.csv",
        "non-NRM.csv",
        // A list, but of whom?
        "list.csv",
        "leaving care list.csv",
        "checklist.csv",
        "SEND list 2025.csv",
        "children list.csv",
        // It has the word, and means somebody else.
        "siblings of trafficked children.csv",
        "trafficking ruled out.csv",
        "drug trafficking.csv",
        "suspected traffickers.csv",
        "children at risk of trafficking.csv",
        "trafficked - none.csv",
        "NRM withdrawn.csv",
        // A referral may be turned down.
        "nrm.csv",
        "NRM 2024-25.csv",
        "children_referred_to_the_NRM.csv",
        "trafficking referrals.csv",
        "victims.csv",
        "criminal exploitation.csv",
        "newly trafficked Q1.csv",
        "untrafficked.csv",
    ];
    for name in others {
        let report = of(&files(name));
        assert_eq!(children(&report, Cohort::Trafficked), None, "{name}");
        let file = report.files.iter().find(|file| file.name == name).unwrap();
        assert!(matches!(file.problem, Some(Problem::ChildRows { .. })), "{name}");
    }
    let lacks = |name| match &of(&files(name)).files.iter().find(|file| file.name == name).unwrap().problem {
        Some(Problem::ChildRows { lacks }) => lacks.clone(),
        other => format!("{other:?}"),
    };
    assert_eq!((&*lacks("nrm.csv"), &*lacks("children.csv")), ("DECISION", "TRAFFICKED"));
}

#[test]
fn rows_of_single_children_are_no_answers_whatever_names_them() {
    for heading in ["Name", "Case ref", "Reference"] {
        let table = format!(
            "Local authority,{heading},Trafficked children in care 2024,Trafficked children who went missing 2024\n\
             Kent,A77,1,1\nEssex,B12,1,0\n"
        );
        let report = of(&[("t.csv", &table)]);
        assert!(report.rates.is_empty(), "{heading}");
        assert!(matches!(report.files[0].problem, Some(Problem::ChildRows { .. })), "{heading}");
        // With numbers of many children it is the reference of an answer.
        let report = of(&[("t.csv", &table.replace("1,1\n", "40,1\n"))]);
        assert!(heading == "Name" || report.files[0].kind == FileKind::AuthorityAnswers, "{heading}");
    }
}

#[test]
fn of_two_authorities_a_rule_counts_as_run_where_it_was() {
    let episodes = "LA,CHILD,DECOM,LS,DEC\nKent,1,01/05/2023,C2,\nKent,2,01/05/2023,C2,\nEssex,1,01/05/2023,C2,\n";
    // Away and missing at once.
    let missing =
        "LA,CHILD,MISSING,MIS_START,MIS_END\nKent,1,M,01/06/2024,10/06/2024\nKent,1,A,05/06/2024,07/06/2024\n";
    let report = of(&[("e 2025.csv", episodes), ("m 2025.csv", missing)]);
    let run = report.rules.iter().find(|run| run.rule == "missing-and-away").unwrap();
    let found: u64 = report.findings.iter().filter(|of| of.rule == run.rule).map(|of| of.count).sum();
    assert!(run.ran && found > 0, "{run:?} {found}");
    assert!(!run.needs.is_empty(), "Essex has no Missing");
}
