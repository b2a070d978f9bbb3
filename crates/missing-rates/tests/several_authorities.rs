//! Child-level files whose rows name an authority: each authority's children are its own, and all are added up.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::format_push_string, clippy::cast_precision_loss)]

use crate::support::{assert_balanced, find_rate, read, report};
use missing_rates::area::AreaCode;
use missing_rates::cohort::{Cohort, Share};
use missing_rates::decisions::{Decisions, Meant};
use missing_rates::group::By;
use missing_rates::report::{
    Basis, Disclosure, FoiAnswer, FoiCount, Incidents, Module, Problem, Profile, Reason, Report, Shown, TakenFor,
    Wanted,
};
use missing_rates::{Query, Returns};

const KENT: &str = "E10000016";
const SURREY: &str = "E10000030";
const ENGLAND: &str = "E92000001";

const EPISODES: &str = "LA,CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC\n";
const MISSING: &str = "LA,CHILD,DOB,MISSING,MIS_START,MIS_END\n";

/// Kent has children 1 to 3, Surrey 1 to 5: of the same identifiers, and other children. Kent's 1 went missing twice, Surrey's
/// 2 and 3 once; Surrey's 1 was never missing.
fn files() -> Vec<(&'static str, String)> {
    let mut episodes = EPISODES.to_owned();
    for (name, children) in [("Kent", 1..=3), ("Surrey", 1..=5)] {
        for child in children {
            episodes.push_str(&[name, ",", &child.to_string(), ",03/05/2024,S,C2,U1,PR1,,\n"].concat());
        }
    }
    let missing = [
        MISSING,
        "Kent,1,05/06/2009,M,05/06/2024,06/06/2024\nKent,1,05/06/2009,M,05/01/2025,06/01/2025\n",
        "Surrey,2,05/06/2009,M,05/06/2024,05/06/2024\nSurrey,3,05/06/2009,M,01/12/2024,09/12/2024\n",
    ];
    let uasc = "LA,CHILD,SEX,DOB,DUC\nKent,1,1,05/06/2009,\nSurrey,1,1,05/06/2009,\nSurrey,2,1,05/06/2009,\n";
    let list = "LA,CHILD,TRAFFICKED\nKent,1,confirmed\nSurrey,1,suspected\n";
    vec![
        ("episodes.csv", episodes),
        ("missing.csv", missing.concat()),
        ("uasc.csv", uasc.to_owned()),
        ("list.csv", list.to_owned()),
    ]
}

fn share(report: &Report, code: &str, cohort: Cohort) -> Option<(u64, u64)> {
    let rate = find_rate(report, Some(code), cohort, Share::Missing, Basis::Matched);
    rate.map(|rate| (rate.numerator, rate.denominator))
}

fn whole<'a>(report: &'a Report, code: &str, cohort: Cohort) -> Option<&'a Profile> {
    let code = AreaCode::read(code);
    let is = |of: &&Profile| {
        (of.area.code, of.cohort, of.code, of.by, of.on_list) == (code, cohort, Incidents::Missing, By::None, None)
    };
    report.profiles.iter().find(is)
}

/// The answers of an authority, or of all together, to a question about those missing.
fn answered(report: &Report, code: Option<&str>, question: &str) -> Vec<Option<Shown>> {
    let foi = report.foi_of(code.and_then(AreaCode::read)).unwrap();
    let is =
        |answer: &&FoiAnswer| answer.question == question && answer.code.is_none_or(|code| code == Incidents::Missing);
    foi.years.iter().flat_map(|year| year.answers.iter().filter(is).map(|answer| answer.count)).collect()
}

fn asked(files: &[(&str, String)], query: &Query) -> Report {
    let mut returns = Returns::default();
    for (id, (name, text)) in (1..).zip(files) {
        returns.add(id, read(name, text.as_bytes()));
    }
    let report = returns.report(query);
    if query.disclosure == Disclosure::Exact {
        assert_balanced(&report);
    }
    report
}

#[test]
fn there_is_a_share_for_each_authority_and_for_all_together() {
    let report = report(&files());
    for (code, all, unaccompanied, trafficked) in
        [(KENT, (1, 3), (1, 1), (1, 1)), (SURREY, (2, 5), (1, 2), (0, 1)), (ENGLAND, (3, 8), (2, 3), (1, 2))]
    {
        assert_eq!(share(&report, code, Cohort::All), Some(all), "{code}");
        assert_eq!(share(&report, code, Cohort::Unaccompanied), Some(unaccompanied), "{code}");
        assert_eq!(share(&report, code, Cohort::Trafficked), Some(trafficked), "{code}");
    }
    assert_eq!(report.names, []);
}

#[test]
fn incidents_and_groups_are_told_of_each_and_of_all_together() {
    let report = report(&files());
    // Children missing, incidents, more than once.
    for (code, expected) in [(KENT, [1, 2, 1]), (SURREY, [2, 2, 0]), (ENGLAND, [3, 4, 1])] {
        let of = whole(&report, code, Cohort::All).unwrap();
        assert_eq!([of.children_missing, of.incidents, of.more_than_once], expected.map(Shown::Number), "{code}");
        assert_eq!(of.value, Some(of.children_missing.number().unwrap() as f64 / of.children.number().unwrap() as f64));
    }
    // What is counted of all together is what is counted of each, number by number.
    let json = serde_json::to_value(&report).unwrap();
    let profiles = json["profiles"].as_array().unwrap();
    let key =
        |of: &serde_json::Value| ["period", "cohort", "on_list", "code", "by", "group"].map(|key| of[key].clone());
    let pooled: Vec<_> = profiles.iter().filter(|of| of["area"]["code"] == ENGLAND).collect();
    assert!(pooled.len() > 30, "{}", pooled.len());
    for of in pooled {
        let own: Vec<_> =
            profiles.iter().filter(|other| other["area"]["code"] != ENGLAND && key(other) == key(of)).collect();
        for count in
            ["children", "children_missing", "incidents", "more_than_once", "at_end", "not_found", "carried_over"]
        {
            let sum: u64 = own.iter().map(|of| of[count].as_u64().unwrap()).sum();
            assert_eq!(of[count].as_u64(), Some(sum), "{count} of {:?}", key(of));
        }
        for each in ["lengths", "times", "months"] {
            let sum =
                |of: &serde_json::Value| of[each].as_object().unwrap().values().map(|n| n.as_u64().unwrap()).sum();
            let all: u64 = sum(of);
            assert_eq!(all, own.iter().map(|of| sum(of)).sum::<u64>(), "{each} of {:?}", key(of));
        }
    }
}

#[test]
fn a_request_is_answered_by_each_and_by_all_together() {
    let report = report(&files());
    let number = |n| vec![Some(Shown::Number(n))];
    for (code, confirmed, suspected, unaccompanied) in [(Some(KENT), 1, 0, 1), (Some(SURREY), 0, 1, 2), (None, 1, 1, 3)]
    {
        assert_eq!(answered(&report, code, "1a")[..1], number(confirmed)[..], "{code:?}");
        assert_eq!(answered(&report, code, "1b")[..1], number(suspected)[..], "{code:?}");
        assert_eq!(answered(&report, code, "1c")[..1], number(unaccompanied)[..], "{code:?}");
    }
    // Incidents of unaccompanied children in the days of 2024 that the returns cover, and in those of 2025.
    for (code, incidents) in [(Some(KENT), [1, 1]), (Some(SURREY), [1, 0]), (None, [2, 1])] {
        assert_eq!(answered(&report, code, "3b"), incidents.map(|n| Some(Shown::Number(n))), "{code:?}");
    }
    let csv = report.foi_csv(&missing_rates::report::Codes).unwrap();
    for name in [",England,", ",Kent,", ",Surrey,"] {
        assert!(csv.contains(name), "{name}");
    }
    assert_eq!(csv.matches("area_code").count(), 1, "one heading");
}

#[test]
fn what_one_authority_lacks_is_not_told_of_all_and_is_said() {
    let mut files = files();
    // No row of Surrey in UASC.
    files[2].1 = "LA,CHILD,SEX,DOB,DUC\nKent,1,1,05/06/2009,\n".to_owned();
    let report = report(&files);
    assert_eq!(share(&report, KENT, Cohort::Unaccompanied), Some((1, 1)));
    assert_eq!(share(&report, SURREY, Cohort::Unaccompanied), None);
    assert!(whole(&report, KENT, Cohort::Unaccompanied).is_some());
    assert!(whole(&report, SURREY, Cohort::Unaccompanied).is_none());
    assert!(whole(&report, ENGLAND, Cohort::Unaccompanied).is_none());
    assert_eq!(answered(&report, Some(KENT), "1c")[0], Some(Shown::Number(1)));
    assert_eq!([Some(SURREY), None].map(|code| answered(&report, code, "1c")[0]), [None, None]);
    let lacks: Vec<_> = report
        .not_covered
        .iter()
        .filter(|of| (of.cohort, of.figure) == (Cohort::Unaccompanied, Wanted::Children))
        .map(|of| (of.area.name, of.module))
        .collect();
    assert_eq!(lacks, [(Some("Surrey"), Module::Uasc)]);
}

#[test]
fn a_name_that_is_not_recognised_counts_nowhere_until_a_person_says_who_it_is() {
    let mut files = files();
    files[0].1.push_str("Kemt,9,03/05/2024,S,C2,U1,PR1,,\nKemt,,03/05/2024,S,C2,U1,PR1,,\n");
    files[1].1.push_str("Kemt,9,05/06/2009,M,05/06/2024,06/06/2024\nKemt,9,05/06/2009,M,nonsense,\n");
    files[2].1.push_str("kemt,9,1,05/06/2009,\n");
    files[3].1.push_str("KEMT,9,confirmed\n");
    let before = report(&files);
    assert_eq!(share(&before, ENGLAND, Cohort::All), Some((3, 8)));
    let [name] = before.names.as_slice() else { panic!("{:?}", before.names) };
    assert_eq!((name.name.as_str(), name.taken_for, name.decided), ("Kemt", TakenFor::Unknown, false));
    assert_eq!((name.place.file.as_str(), name.place.row, name.rows), ("episodes.csv", 10, 5));
    assert!(name.suggestions.iter().any(|area| area.name == Some("Kent")), "{:?}", name.suggestions);
    // Every row of it is counted as not used; what is wrong with a row by itself is said as such.
    let aside = |file: &str| -> u64 {
        let of = before.set_aside.iter().filter(|of| of.file == file && of.reason == Reason::AuthorityNotRecognised);
        of.map(|of| of.count).sum()
    };
    assert_eq!(["episodes.csv", "missing.csv", "uasc.csv", "list.csv"].map(aside), [1, 1, 1, 1]);
    // It was a slip for Kent: its children are Kent's then.
    let mut query = Query::default();
    query.decisions.mean("Kemt", Meant::Authorities(vec![AreaCode::read(KENT).unwrap()]));
    let after = asked(&files, &query);
    assert_eq!([KENT, ENGLAND].map(|code| share(&after, code, Cohort::All)), [Some((2, 4)), Some((4, 9))]);
    assert!(after.set_aside.iter().all(|of| of.reason != Reason::AuthorityNotRecognised), "{:?}", after.set_aside);
    // Or nobody with children's services.
    let mut decisions = Decisions::default();
    decisions.mean("kemt", Meant::Nobody);
    let nobody = asked(&files, &Query { decisions, ..Query::default() });
    assert_eq!(share(&nobody, ENGLAND, Cohort::All), Some((3, 8)));
    assert_eq!(
        nobody.names.iter().map(|of| (of.taken_for, of.decided)).collect::<Vec<_>>(),
        [(TakenFor::Nobody, true)]
    );
}

#[test]
fn a_misspelt_name_in_some_rows_stops_the_figures_that_these_rows_may_belong_to() {
    // Which file has the slip, and the shares and the numbers of unaccompanied children of Kent and Surrey that are left.
    for (at, left) in [(0, [None, None]), (1, [None, None]), (2, [Some((1, 3)), Some((2, 5))])] {
        let mut files = files();
        let slip = files[at].1.rfind("Surrey").unwrap();
        files[at].1.replace_range(slip..slip + "Surrey".len(), "Surey");
        let report = report(&files);
        assert_eq!([KENT, SURREY].map(|code| share(&report, code, Cohort::All)), left, "{at}");
        assert_eq!([KENT, SURREY].map(|code| share(&report, code, Cohort::Unaccompanied)), [None, None], "{at}");
        let entry = report.files.iter().find(|file| file.name == files[at].0).unwrap();
        assert_eq!(entry.problem, Some(Problem::RowsOfUnknown { names: vec!["Surey".to_owned()] }), "{at}");
        assert_eq!(entry.rows_used, 0, "{at}");
        assert_balanced(&report);
        assert_eq!(report.names.len(), 1, "{at}");
        // Once a person has said who is meant, nothing is missing.
        let mut query = Query::default();
        query.decisions.mean("Surey", Meant::Authorities(vec![AreaCode::read(SURREY).unwrap()]));
        let said = asked(&files, &query);
        assert_eq!([KENT, SURREY].map(|code| share(&said, code, Cohort::All)), [Some((1, 3)), Some((2, 5))], "{at}");
    }
    // In a list.
    let mut files = files();
    files[3].1 = files[3].1.replace("Surrey", "Surey");
    let report = report(&files);
    assert_eq!(share(&report, KENT, Cohort::Trafficked), None);
    assert_eq!(share(&report, KENT, Cohort::All), Some((1, 3)));
    let entry = report.files.iter().find(|file| file.name == "list.csv").unwrap();
    assert_eq!(entry.problem, Some(Problem::RowsOfUnknown { names: vec!["Surey".to_owned()] }));
}

#[test]
fn spellings_names_and_codes_of_one_authority_are_one() {
    let mut files = files();
    files[0].1.push_str("KENT ,4,03/05/2024,S,C2,U1,PR1,,\n886,5,03/05/2024,S,C2,U1,PR1,,\nKent County Council,6,03/05/2024,S,C2,U1,PR1,,\n");
    files[1].1.push_str("886,4,05/06/2009,M,05/06/2024,06/06/2024\n");
    let report = report(&files);
    assert_eq!(share(&report, KENT, Cohort::All), Some((2, 6)));
    // Written in one way only, they are one return of the person who made it.
    let one: Vec<(&str, String)> = files
        .iter()
        .map(|(name, text)| {
            (
                *name,
                text.lines().filter(|row| !row.starts_with("Surrey")).fold(String::new(), |all, row| all + row + "\n"),
            )
        })
        .collect();
    let report = crate::support::report(&one);
    let rate = find_rate(&report, None, Cohort::All, Share::Missing, Basis::ChildLevel).unwrap();
    assert_eq!((rate.numerator, rate.denominator), (2, 6));
}

#[test]
fn a_file_that_does_not_say_whose_its_rows_are_is_not_used_beside_those_that_do() {
    let mut files = files();
    files[1].1 = "CHILD,DOB,MISSING,MIS_START,MIS_END\n1,05/06/2009,M,05/06/2024,06/06/2024\n".to_owned();
    let report = report(&files);
    assert_eq!(report.rates.iter().filter(|rate| rate.measure == Share::Missing).count(), 0);
    assert_eq!(report.files.iter().filter(|file| file.problem.is_some()).count(), 1);
}

#[test]
fn a_safe_report_says_nothing_more_of_children_of_several_authorities() {
    let safe = asked(&files(), &Query { disclosure: Disclosure::Safe, ..Query::default() });
    assert!(safe.profiles.is_empty() && safe.foi.is_none() && safe.foi_by_authority.is_empty());
    assert_eq!(safe.left_out.len(), 2, "{:?}", safe.left_out);
}

#[test]
fn numbers_that_are_asked_for_are_the_same_where_authorities_stop_on_different_days() {
    // Kent has all of 2024-25, Surrey the first half of it: the figures of both together are for the days that both cover.
    let mut files = files();
    let mut surrey = String::new();
    for (day, child) in (1..=28).step_by(3).zip(100..) {
        for month in 4..=9 {
            surrey.push_str(&format!("Surrey,{child}{month},{day:02}/{month:02}/2024,S,C2,U1,PR1,,\n"));
        }
    }
    let (_, episodes) = files.iter_mut().find(|(_, text)| text.starts_with(EPISODES)).unwrap();
    episodes.push_str(&surrey);
    let report = report(&files);
    let of = |code: Option<&str>| {
        let foi = report.foi_of(code.and_then(AreaCode::read)).unwrap();
        foi.years.iter().find(|year| year.year == 2024).map(|year| year.period.to_string())
    };
    assert_eq!(of(Some(KENT)).as_deref(), Some("2024-04-01/2024-12-31"));
    assert_eq!(of(Some(SURREY)), of(None));
    assert!(of(None).unwrap().starts_with("2024-04-01/2024-09"), "{:?}", of(None));
    let count = |code| {
        let foi = report.foi_of(code).unwrap();
        let is = |answer: &&FoiAnswer| answer.question == "3b" && answer.code == Some(Incidents::Missing);
        foi.years[0].answers.iter().find(is).map(|answer| (answer.measure, answer.count))
    };
    assert_eq!(count(None), Some((FoiCount::Incidents, Some(Shown::Number(2)))));
}

#[test]
fn a_column_is_of_authorities_by_its_heading_and_one_that_only_names_them_is_asked_about() {
    let under = |heading: &str| {
        let files = files().into_iter().map(|(name, text)| (name, text.replacen("LA,", &format!("{heading},"), 1)));
        asked(&files.collect::<Vec<_>>(), &Query::default())
    };
    let asks = |report: &Report| report.findings.iter().filter(|finding| finding.rule == "names-authorities").count();
    for heading in ["LEA", "Council", "Responsible authority", "la_name_current", "Organisation name"] {
        let report = under(heading);
        assert_eq!(share(&report, KENT, Cohort::All), Some((1, 3)), "{heading}");
        assert_eq!(share(&report, ENGLAND, Cohort::All), Some((3, 8)), "{heading}");
        assert_eq!(asks(&report), 0, "{heading}");
    }
    // Where children come from and who holds the record is not whose children they are, or is it?
    for (heading, asked) in [("Source", 3), ("Team area", 3), ("Placing LA", 3), ("PL_LA", 0), ("Home authority", 3)] {
        let report = under(heading);
        assert_eq!(share(&report, KENT, Cohort::All), None, "{heading}");
        assert!(asks(&report) >= asked.min(1) && (asked > 0 || asks(&report) == 0), "{heading} {}", asks(&report));
    }
    // A column that holds other words as well, or one authority alone, is not asked about.
    let with = |first: &str, second: &str| {
        let mut files = files();
        for (_, text) in &mut files {
            *text = text.replacen("LA,", "Source,", 1).replace("Kent,", first).replace("Surrey,", second);
        }
        asks(&asked(&files, &Query::default()))
    };
    assert_eq!((with("Kent,", "Kent,"), with("Kent,", "Mosaic,"), with(",", ",")), (0, 0, 0));
}
