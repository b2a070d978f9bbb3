//! Who is missing on a day, and the record of one child: against a count by hand, row by row, of the same files.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::{BTreeMap, BTreeSet};

use crate::support::two_years;
use crate::support::{returns, sample, total};
use missing_rates::Query;
use missing_rates::cohort::{Cohort, Count};
use missing_rates::period::{Day, Period};
use missing_rates::report::{Disclosure, OnList};
use missing_rates::single::{Absence, MissingOn};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn names(on: &MissingOn) -> Vec<&str> {
    on.children.iter().map(|child| child.child.as_str()).collect()
}

type Rows = Vec<BTreeMap<String, String>>;

fn rows(bytes: &[u8]) -> Rows {
    let mut reader = csv::Reader::from_reader(bytes);
    let header = reader.headers().unwrap().clone();
    let cells = |row: csv::StringRecord| header.iter().zip(&row).map(|(n, c)| (n.to_owned(), c.to_owned())).collect();
    reader.records().map(|row| cells(row.unwrap())).collect()
}

/// `2024-04-01` for `01/04/2024`; a day after all others for a blank.
fn iso(cell: &str) -> String {
    if cell.is_empty() { "9999".into() } else { [&cell[6..10], "-", &cell[3..5], "-", &cell[0..2]].concat() }
}

/// Row by row: of those with an episode that is not a short break and overlaps 1 April to the day, those with a row M that
/// began by then and ends later.
fn by_hand(episodes: &Rows, missing: &Rows, on: &str) -> BTreeSet<String> {
    let is_in_care = |child: &str| {
        episodes.iter().any(|row| {
            row["CHILD"] == child
                && !["V3", "V4"].contains(&row["LS"].as_str())
                && *iso(&row["DECOM"]) <= *on
                && *iso(&row["DEC"]) >= *"2024-04-01"
        })
    };
    let is_missing = |row: &&BTreeMap<String, String>| {
        row["MISSING"] == "M" && *iso(&row["MIS_START"]) <= *on && *iso(&row["MIS_END"]) > *on
    };
    missing.iter().filter(is_missing).map(|row| row["CHILD"].clone()).filter(|child| is_in_care(child)).collect()
}

#[test]
fn on_every_day_of_the_year_the_children_are_those_whose_rows_say_so() {
    let files = ["header.csv", "episodes.csv", "uasc.csv", "missing.csv"]
        .map(|name| (name, sample(&format!("ssda903/{name}"))));
    let (episodes, missing) = (rows(&files[1].1), rows(&files[3].1));
    let returns = returns(&files);
    let mut on = Some(day("2024-04-01"));
    let (mut days, mut most) = (0, 0);
    while let Some(at) = on.filter(|at| *at <= day("2025-03-31")) {
        let found = returns.missing_on(&Query::default(), Some(at)).unwrap();
        let found: Vec<_> = found.children.iter().filter(|child| child.missing).collect();
        let children: BTreeSet<String> = found.iter().map(|child| child.child.clone()).collect();
        assert_eq!(children, by_hand(&episodes, &missing, &at.to_string()), "{at}");
        assert_eq!(children.len(), found.len(), "each once");
        for child in &found {
            let before = missing.iter().filter(|row| {
                row["CHILD"] == child.child && row["MISSING"] == "M" && iso(&row["MIS_START"]) < child.since.to_string()
            });
            assert_eq!(before.count(), child.previous as usize, "{at} {}", child.child);
            assert_eq!(at.days_since(child.since), child.days);
        }
        (days, most) = (days + 1, most.max(found.len()));
        on = at.next();
    }
    assert!(days == 365 && most > 1, "{days} {most}");
}

/// Where the rows may stop inside the year, it is the last date of them, and where days are asked for, the last of these.
#[test]
fn without_a_day_it_is_the_last_that_the_files_speak_of() {
    let episodes = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n\
                    1,01/05/2023,S,C2,N1,U1,PR1,,,,,,\n2,01/06/2024,S,C2,N1,U1,PR1,22/11/2024,E4A,,,,\n";
    let missing = "CHILD,DOB,MISSING,MIS_START,MIS_END\n1,01/01/2010,M,10/11/2024,\n7,01/01/2010,M,11/11/2024,\n";
    let files = [("episodes 2025.csv", episodes), ("missing 2025.csv", missing)];
    let returns = returns(&files.map(|(name, text)| (name, text.as_bytes().to_vec())));
    let on = returns.missing_on(&Query::default(), None).unwrap();
    // Child 7 has no episode: it is not counted, and that is said.
    assert_eq!((on.day, names(&on), on.not_counted), (day("2024-11-22"), vec!["1"], 1));
    assert_eq!(on.children[0].days, 12);
    let query = Query { period: "2024-04-01/2024-11-15".parse().ok(), ..Query::default() };
    let on = returns.missing_on(&query, None).unwrap();
    assert_eq!((on.day, on.children[0].days), (day("2024-11-15"), 5));
    let later = returns.missing_on(&query, Some(day("2024-11-20"))).unwrap();
    assert_eq!(later.day, day("2024-11-20"));
}

#[test]
fn on_the_last_day_they_are_those_that_the_report_counts() {
    let files = ["header.csv", "episodes.csv", "uasc.csv", "missing.csv"]
        .map(|name| (name, sample(&format!("ssda903/{name}"))));
    let returns = returns(&files);
    let on = returns.missing_on(&Query::default(), None).unwrap();
    assert_eq!(on.day, day("2025-03-31"));
    let report = returns.report(&Query::default());
    let (missing, away): (Vec<_>, Vec<_>) = on.children.iter().partition(|child| child.missing);
    assert_eq!(missing.len() as u64, total(&report, None, Cohort::All, Count::ChildrenMissingAtEnd));
    assert!(away.len() as u64 <= total(&report, None, Cohort::All, Count::ChildrenAwayAtEnd));
}

const EPISODES: &str = "CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC\n\
    A1,01/05/2023,S,C2,U1,PR1,30/11/2024,X1\n\
    A1,30/11/2024,P,E1,K2,PR4,,\n\
    B2,01/05/2023,S,C2,U1,PR1,10/02/2025,E4A\n\
    C3,01/05/2023,S,V3,U1,PR1,,\n\
    D4,01/05/2023,S,C2,U4,PR2,,\n";
const HEADER: &str = "CHILD,SEX,DOB,ETHNIC\nA1,F,15/06/2009,WBRI\nD4,M,01/01/2010,WBRI\n";
const MISSING: &str = "CHILD,DOB,MISSING,MIS_START,MIS_END\n\
    A1,15/06/2009,M,01/06/2024,02/06/2024\n\
    A1,15/06/2009,M,30/11/2024,\n\
    B2,,M,09/02/2025,\n\
    C3,,M,01/03/2025,\n\
    D4,01/01/2010,A,31/03/2025,\n\
    D4,01/01/2010,M,30/03/2025,31/03/2025\n";

#[test]
fn each_child_has_what_a_person_needs_to_know() {
    let list = "CHILD,TRAFFICKED\nA1,confirmed\n";
    let uasc = "CHILD,SEX,DOB,DUC\nA1,F,15/06/2009,\n";
    let returns = returns(&[
        ("episodes.csv", EPISODES),
        ("missing.csv", MISSING),
        ("list.csv", list),
        ("uasc 2025.csv", uasc),
        ("header 2025.csv", HEADER),
    ]);
    let on = returns.missing_on(&Query::default(), Some(day("2025-03-31"))).unwrap();
    // C3 is in care for short breaks alone. D4 was back from being missing that day, and is away.
    assert_eq!(names(&on), ["A1", "B2", "D4"]);
    let [a, b, d] = on.children.as_slice() else { panic!() };
    assert_eq!(
        (a.days, a.age, a.previous, a.unaccompanied, a.listed),
        (121, Some(15), 1, true, Some(OnList::Confirmed))
    );
    // Gone from the earlier of two episodes of one day.
    assert_eq!((a.legal_status, a.placement, a.left_care), ("C2", "U1", None));
    assert_eq!((b.left_care, b.age, b.previous), (Some(day("2025-02-10")), None, 0));
    assert_eq!((d.missing, d.days, d.previous, d.placement), (false, 0, 1, "U4"));
    // A day earlier D4 was missing.
    let on = returns.missing_on(&Query::default(), Some(day("2025-03-30"))).unwrap();
    assert_eq!(on.children.iter().filter(|child| child.missing).count(), 3);
}

#[test]
fn of_a_day_that_is_not_covered_nothing_is_said_and_nothing_is_safe_to_publish() {
    let returns = returns(&[("episodes.csv", EPISODES), ("missing.csv", MISSING)]);
    for not_covered in ["2024-03-31", "2025-04-01"] {
        assert_eq!(returns.missing_on(&Query::default(), Some(day(not_covered))), None, "{not_covered}");
    }
    for disclosure in Disclosure::ALL.into_iter().filter(|of| of.is_safe()) {
        let query = Query { disclosure, ..Query::default() };
        assert_eq!((returns.missing_on(&query, None), returns.child(&query, "A1")), (None, Vec::new()));
    }
    let without = [("episodes.csv", EPISODES)];
    assert_eq!(self::returns(&without).missing_on(&Query::default(), None), None, "no Missing file");
}

#[test]
fn a_record_of_two_years_has_each_episode_and_incident_once() {
    let last =
        "CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC\nA1,01/05/2023,S,C2,U1,PR1,,\nZ9,01/05/2023,S,C2,U1,PR1,,\n";
    let last_missing = "CHILD,DOB,MISSING,MIS_START,MIS_END\nA1,15/06/2009,M,20/03/2024,\n";
    let missing = [MISSING, "A1,15/06/2009,M,20/03/2024,05/04/2024\n"].concat();
    let returns = returns(&[
        ("episodes 2024.csv", last),
        ("missing 2024.csv", last_missing),
        ("episodes 2025.csv", EPISODES),
        ("missing 2025.csv", missing.as_str()),
        ("header.csv", HEADER),
    ]);
    let records = returns.child(&Query::default(), " a1 ");
    let [record] = records.as_slice() else { panic!("{records:?}") };
    assert_eq!((record.child.as_str(), record.born, record.authority.as_ref()), ("A1", Some(day("2009-06-15")), None));
    let episodes: Vec<_> = record.episodes.iter().map(|of| (of.from, of.to, of.placement)).collect();
    assert_eq!(episodes, [(day("2023-05-01"), Some(day("2024-11-30")), "U1"), (day("2024-11-30"), None, "K2")]);
    let absence = |from, to: Option<&str>| Absence { missing: true, from: day(from), to: to.map(day) };
    assert_eq!(
        record.incidents,
        [
            absence("2024-03-20", Some("2024-04-05")),
            absence("2024-06-01", Some("2024-06-02")),
            absence("2024-11-30", None)
        ]
    );
    assert!(returns.child(&Query::default(), "A10").is_empty() && returns.child(&Query::default(), "").is_empty());
    // What breaks a rule of this child, and of no other.
    let report = returns.report(&Query::default());
    let found: usize = report.found_children.iter().filter(|of| of.child == "A1").map(|of| of.rows.len()).sum();
    assert_eq!(record.findings.len(), found);
    assert!(record.findings.iter().all(|of| of.row.child.as_deref() == Some("A1")));
    // The year before, a child of that return alone.
    assert_eq!(returns.child(&Query::default(), "Z9").len(), 1);
    let year = Period::collection_year(2024).unwrap();
    let on = returns.missing_on(&Query::default(), Some(year.end())).unwrap();
    assert_eq!(names(&on), ["A1"]);
}

#[test]
fn a_period_that_last_years_return_leaves_open_and_this_years_does_not_have_is_named() {
    let stay = |year: i32| {
        let left = if year == 2025 { "4,01/05/2022,S,C2,U1,PR1,,\n" } else { "" };
        format!(
            "{}1,01/05/2022,S,C2,U1,PR1,,\n2,01/05/2022,S,C2,U1,PR1,,\n3,01/05/2022,S,C2,U1,PR1,,\n{left}",
            two_years::EPISODES
        )
    };
    // 1 and 4 are open in last year's alone, 2 is open in both, and 3 was back by this year's.
    let last = "1,05/06/2010,M,01/03/2025,\n2,05/06/2010,M,02/03/2025,\n3,05/06/2010,M,03/03/2025,\n4,05/06/2010,A,04/03/2025,\n";
    let this =
        "2,05/06/2010,M,02/03/2025,\n3,05/06/2010,M,03/03/2025,05/04/2025\n1,05/06/2010,M,01/02/2026,03/02/2026\n";
    let files = [
        ("episodes 2025.csv", stay(2025)),
        ("episodes 2026.csv", stay(2026)),
        ("missing 2025.csv", [two_years::MISSING, last].concat()),
        ("missing 2026.csv", [two_years::MISSING, this].concat()),
    ];
    let made = returns(&files);
    let of = |on: &str| made.missing_on(&Query::default(), Some(day(on))).unwrap();
    let open = |on: &MissingOn| -> Vec<(String, bool, String)> {
        on.open_last_year.iter().map(|of| (of.child.clone(), of.missing, of.since.to_string())).collect()
    };
    let both = [("1".to_owned(), true, "2025-03-01".to_owned()), ("4".to_owned(), false, "2025-03-04".to_owned())];
    for (on, named) in [("2025-04-02", &["2", "3"][..]), ("2025-06-30", &["2"]), ("2026-03-31", &["2"])] {
        let found = of(on);
        assert_eq!((names(&found), open(&found)), (named.to_vec(), both.to_vec()), "{on}");
    }
    // Last year's own days say it as before. A child who is missing again is in the list.
    assert_eq!((names(&of("2025-03-31")), open(&of("2025-03-31"))), (vec!["1", "2", "3", "4"], vec![]));
    assert_eq!((names(&of("2026-02-02")), open(&of("2026-02-02"))), (vec!["2", "1"], both[1..].to_vec()));
    // With this year's return alone nothing is known of it.
    let alone = returns(&[("episodes 2026.csv", &*files[1].1), ("missing 2026.csv", &*files[3].1)]);
    assert!(alone.missing_on(&Query::default(), Some(day("2026-03-31"))).unwrap().open_last_year.is_empty());
    for disclosure in Disclosure::ALL.into_iter().filter(|of| of.is_safe()) {
        assert_eq!(made.missing_on(&Query { disclosure, ..Query::default() }, None), None);
    }
}

#[test]
fn a_placement_that_ended_before_the_day_says_when() {
    let episodes = "CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC\n1,01/05/2022,S,C2,U1,PR1,10/06/2024,X1\n1,10/06/2024,P,C2,U4,PR1,,\n2,01/05/2022,S,C2,U1,PR1,,\n";
    let missing =
        "CHILD,DOB,MISSING,MIS_START,MIS_END\n1,05/06/2010,M,01/06/2024,\n2,05/06/2010,M,01/06/2024,31/03/2025\n";
    let made = returns(&[("episodes 2025.csv", episodes), ("missing 2025.csv", missing)]);
    let of = |on: &str| {
        let on = made.missing_on(&Query::default(), Some(day(on))).unwrap();
        on.children.iter().map(|of| (of.placement, of.placement_ended.map(|day| day.to_string()))).collect::<Vec<_>>()
    };
    assert_eq!(of("2024-06-09"), [("U1", None), ("U1", None)]);
    assert_eq!(of("2024-07-01"), [("U1", Some("2024-06-10".to_owned())), ("U1", None)]);
}
