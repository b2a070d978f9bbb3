//! Names as authorities and campaigners write them, from a file to the report.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use crate::support::{assert_balanced, found, rate, report, set_aside, total};
use missing_rates::area::{AreaCode, BodyKind};
use missing_rates::cohort::{Cohort, Count, Share};
use missing_rates::decisions::{Decisions, Meant};
use missing_rates::report::{Basis, Reason, Report, TakenFor};
use missing_rates::{Query, Returns};

const UASC: Cohort = Cohort::Unaccompanied;

fn table(rows: &str) -> String {
    format!("Authority,Year,UASC,UASC missing\n{rows}")
}

fn matched(report: &Report, code: &str) -> (u64, u64, u64) {
    let rate = rate(report, Some(code), UASC, Share::Missing, Basis::Matched);
    (rate.numerator, rate.denominator, rate.authorities)
}

#[test]
fn a_joint_answer_counts_once_where_all_of_its_authorities_lie() {
    let report = report(&[(
        "a.csv",
        table(
            "Kensington and Chelsea / Westminster,2024,100,20\nCamden,2024,50,5\nKent & Medway,2024,400,100\nBrighton and Hove,2024,60,6\nLeeds / Kent,2024,1,1\n",
        ),
    )]);
    // Leeds and Kent overlap with Kent and Medway: neither counts.
    assert_eq!(matched(&report, "E13000001"), (25, 150, 3));
    assert_eq!(matched(&report, "E12000007"), (25, 150, 3));
    assert_eq!(matched(&report, "E12000008"), (6, 60, 1));
    assert_eq!(matched(&report, "E92000001"), (31, 210, 4));
    assert_eq!(report.conflicts.len(), 2);
    assert_eq!(report.conflicts[0].authorities.len(), 3);
    // No authority's own.
    assert!(report.rates.iter().all(|r| r.area.name != Some("Westminster")));
    let joint: Vec<_> =
        report.names.iter().filter(|n| n.taken_for == TakenFor::Joint).map(|n| n.name.as_str()).collect();
    assert_eq!(joint, ["Kensington and Chelsea / Westminster", "Kent & Medway", "Leeds / Kent"]);
    assert_balanced(&report);
}

#[test]
fn a_joint_answer_across_regions_counts_in_the_nation_alone() {
    let report = report(&[("a.csv", table("Leeds / Kent,2024,100,20\nSurrey,2024,50,5\n"))]);
    assert_eq!(matched(&report, "E92000001"), (25, 150, 3));
    assert_eq!(matched(&report, "E12000008"), (5, 50, 1));
    assert!(report.rates.iter().all(|r| r.area.name != Some("Yorkshire and The Humber")));
}

#[test]
fn an_ended_authority_answers_for_its_time_and_its_successors_after_it() {
    // Before the end: Cumbria's own. After it: its two successors' together.
    let own = report(&[("a.csv", table("Cumbria,2022,100,20\n"))]);
    assert_eq!(matched(&own, "E10000006"), (20, 100, 1));
    assert_eq!(found(&own), []);
    let after = report(&[("a.csv", table("Cumbria,2024,100,20\nBournemouth,2024,30,3\n"))]);
    assert_eq!(found(&after), [("authority-ended", 2)]);
    // Cumberland and Westmorland and Furness are both in the North West; Bournemouth's answer is BCP's.
    assert_eq!(matched(&after, "E12000002"), (20, 100, 2));
    assert_eq!(matched(&after, "E06000058"), (3, 30, 1));
    let names: Vec<_> = after.names.iter().map(|n| (n.name.as_str(), n.taken_for, n.authorities.len())).collect();
    assert_eq!(names, [("Bournemouth", TakenFor::OtherTime, 1), ("Cumbria", TakenFor::OtherTime, 2)]);
    // Beside one of its successors' answers it would count children twice.
    let both = report(&[("a.csv", table("Cumbria,2024,100,20\nCumberland,2024,40,8\nLeeds,2024,10,1\n"))]);
    assert_eq!(matched(&both, "E92000001"), (1, 10, 1));
    assert_eq!(both.conflicts.len(), 2);
    // In the year in which it ended it answers for itself, and that is said.
    let within = report(&[("a.csv", table("Cumbria,2023,25,5\n"))]);
    assert_eq!((matched(&within, "E10000006"), found(&within)), ((5, 25, 1), vec![("authority-ended", 1)]));
}

#[test]
fn an_authority_that_was_not_there_yet_is_said_and_never_counted_twice() {
    let bcp = "\"Bournemouth, Christchurch and Poole\",2018,90,9\n";
    let alone = report(&[("a.csv", table(bcp))]);
    assert_eq!((matched(&alone, "E06000058"), found(&alone)), ((9, 90, 1), vec![("authority-not-yet", 1)]));
    let both = report(&[("a.csv", table(&format!("{bcp}Poole,2018,30,3\nLeeds,2018,10,1\n")))]);
    assert_eq!(matched(&both, "E92000001"), (1, 10, 1));
    // Of two that share a name the one of that time is meant.
    let dorset = report(&[("a.csv", table("Dorset,2018,30,3\nDorset,2022,40,4\n"))]);
    assert_eq!(total(&dorset, Some("E10000009"), UASC, Count::Children), 30);
    assert_eq!(total(&dorset, Some("E06000059"), UASC, Count::Children), 40);
    assert_eq!(found(&dorset), []);
}

#[test]
fn bodies_without_childrens_services_are_set_aside_for_what_they_are() {
    let report = report(&[(
        "a.csv",
        table(
            "Oxford City Council,2024,0,0\nKent Police,2024,7,7\nBelfast City Council,2024,Not held,Not held\nKent,2024,100,20\n",
        ),
    )]);
    assert_eq!(set_aside(&report, "a.csv"), [(Reason::OtherBody, 3)]);
    assert_eq!(matched(&report, "E92000001"), (20, 100, 1));
    let bodies: Vec<_> =
        report.names.iter().map(|n| (n.name.as_str(), n.body, n.authorities.first().and_then(|a| a.name))).collect();
    assert_eq!(
        bodies,
        [
            ("Belfast City Council", Some(BodyKind::NorthernIrelandCouncil), None),
            ("Kent Police", Some(BodyKind::Police), None),
            ("Oxford City Council", Some(BodyKind::District), Some("Oxfordshire")),
        ]
    );
    assert_balanced(&report);
}

#[test]
fn a_name_nobody_knows_is_suggested_and_set_aside() {
    let report = report(&[("a.csv", table("Birmingam,2024,100,20\nBirmingam,2023,90,10\nKent,2024,10,1\n"))]);
    let name = &report.names[0];
    assert_eq!((name.name.as_str(), name.taken_for, name.rows), ("Birmingam", TakenFor::Unknown, 2));
    assert_eq!(name.suggestions[0].name, Some("Birmingham"));
    assert_eq!((name.place.row, name.place.file.as_str()), (2, "a.csv"));
    assert_eq!(set_aside(&report, "a.csv"), [(Reason::AuthorityNotRecognised, 2)]);
}

#[test]
fn a_code_and_a_name_that_disagree_are_asked_together_and_one_decision_settles_them() {
    let text = "LA code,LA name,Year,UASC,UASC missing\n886,Medway,2024,50,5\n886,Kent,2023,60,5\n886,Medway,2023,40,4\n887,Medway,2024,30,3\n";
    let before = report(&[("a.csv", text)]);
    assert_eq!(set_aside(&before, "a.csv"), [(Reason::AuthorityNotRecognised, 2)]);
    assert_eq!(found(&before), [("code-and-name-disagree", 2)]);
    let [name] = before.names.as_slice() else { panic!("{:?}", before.names) };
    assert_eq!((name.name.as_str(), name.taken_for, name.rows), ("886, Medway", TakenFor::CodeAndNameDisagree, 2));
    assert_eq!(name.suggestions.iter().filter_map(|a| a.name).collect::<Vec<_>>(), ["Kent", "Medway"]);
    assert_eq!(total(&before, Some("E06000035"), UASC, Count::Children), 30);

    let mut decisions = Decisions::default();
    decisions.mean(&name.name, Meant::Authorities(vec![AreaCode::read("E10000016").unwrap()]));
    let mut returns = Returns::default();
    returns.add(1, crate::support::read("a.csv", text.as_bytes()));
    returns.add(2, crate::support::read("decisions.json", decisions.to_json().as_bytes()));
    let after = returns.report(&Query::default());
    assert_eq!(found(&after), [("conflicting-answers", 4)], "Kent of 2023 has two answers now");
    assert_eq!(after.names.iter().map(|n| (n.decided, n.rows)).collect::<Vec<_>>(), [(true, 2)]);
    // Rows with the name and its own code are none of it.
    assert_eq!(total(&after, Some("E06000035"), UASC, Count::Children), 30);
    assert_balanced(&after);
}

#[test]
fn a_decision_about_a_name_does_not_speak_against_a_code() {
    let text = "LA code,LA name,Year,UASC,UASC missing\n,Kemt,2024,50,5\n887,Kemt,2024,40,4\n";
    let mut returns = Returns::default();
    returns.add(1, crate::support::read("a.csv", text.as_bytes()));
    let mut decisions = Decisions::default();
    decisions.mean("Kemt", Meant::Authorities(vec![AreaCode::read("E10000016").unwrap()]));
    returns.add(2, crate::support::read("decisions.json", decisions.to_json().as_bytes()));
    let report = returns.report(&Query::default());
    assert_eq!(found(&report), [("code-and-name-disagree", 1)]);
    assert_eq!(total(&report, Some("E10000016"), UASC, Count::Children), 50);
}

#[test]
fn a_trust_is_the_council_that_it_works_for_and_one_of_several_is_asked() {
    let report = report(&[(
        "a.csv",
        table(
            "Birmingham Children's Trust,2024,100,20\nAchieving for Children,2024,50,5\nNorthamptonshire Children's Trust,2024,60,6\nNE Lincs,2024,10,1\nBeds,2024,9,1\n",
        ),
    )]);
    assert_eq!(matched(&report, "E08000025"), (20, 100, 1));
    assert_eq!(matched(&report, "E06000012"), (1, 10, 1));
    // Two authorities of the East Midlands in one answer.
    assert_eq!(matched(&report, "E12000004"), (6, 60, 2));
    assert_eq!(set_aside(&report, "a.csv"), [(Reason::AuthorityNotRecognised, 2)]);
    let asked: Vec<_> = report.names.iter().filter(|n| n.taken_for.needs_decision()).collect();
    assert_eq!(
        asked.iter().map(|n| (n.name.as_str(), n.suggestions.len())).collect::<Vec<_>>(),
        [("Achieving for Children", 3), ("Beds", 3)]
    );
}
