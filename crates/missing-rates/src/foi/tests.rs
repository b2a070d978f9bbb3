//! Returns made by hand with known answers.

use crate::cohort::Cohort;
use crate::group::Group;
use crate::read::Reader;
use crate::report::{Disclosure, Shown};
use crate::report::{Foi, FoiAnswer, FoiCount, FoiNeed, FoiYear, Incidents, Length, Module, NotHeld, OnList};
use crate::{Query, Returns};

fn foi(files: &[(&str, &str)]) -> Foi {
    disclosed(files, Disclosure::Exact)
}

fn disclosed(files: &[(&str, &str)], disclosure: Disclosure) -> Foi {
    let mut returns = Returns::default();
    for (id, (name, text)) in (1..).zip(files) {
        let mut reader = Reader::new(name, Vec::new());
        reader.push(text.as_bytes());
        returns.add(id, reader.finish());
    }
    returns.report(&Query { disclosure, ..Query::default() }).foi.unwrap()
}

/// Two returns, to March 2024 and to March 2025.
///
/// 1 is unaccompanied and confirmed, twice missing in 2024 and once away, missing over the turn of the year. 2 is
/// unaccompanied and suspected, away once. 3 is suspected, and was missing until turning 18 on 15 November 2024, when care
/// ended. 4 is confirmed. 5 is confirmed, and was there for short breaks alone. 6 was unaccompanied until May 2023. 7 is on
/// the list, which does not say more.
const FILES: [(&str, &str); 9] = [
    (
        "header-2024.csv",
        "CHILD,SEX,DOB,ETHNIC\n1,M,01/02/2008,A\n2,F,01/02/2008,A\n3,M,15/11/2006,A\n4,F,01/02/2008,A\n5,M,01/02/2008,A\n6,M,01/02/2008,A\n7,,01/02/2010,A\n",
    ),
    (
        "episodes-2024.csv",
        "CHILD,DECOM,LS,DEC,REC\n1,01/05/2023,C2,,\n2,01/05/2023,C2,,\n3,01/05/2022,C2,,\n4,01/05/2023,C2,,\n5,01/05/2023,V4,,\n6,01/04/2023,C2,,\n7,01/05/2023,C2,,\n",
    ),
    ("uasc-2024.csv", "CHILD,DUC\n1,\n2,\n6,01/05/2023\n"),
    ("missing-2024.csv", "CHILD,MISSING,MIS_START,MIS_END\n6,M,01/06/2023,02/06/2023\n"),
    (
        "episodes-2025.csv",
        "CHILD,DECOM,LS,DEC,REC\n1,01/05/2023,C2,,\n2,01/05/2023,C2,,\n3,01/05/2022,C2,15/11/2024,E8\n4,01/05/2023,C2,,\n5,01/05/2023,V4,,\n6,01/04/2023,C2,,\n7,01/05/2023,C2,,\n7,01/06/2024,C2,,\n",
    ),
    ("uasc-2025.csv", "CHILD,DUC\n1,\n2,\n"),
    (
        "missing-2025.csv",
        "CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2024,03/06/2024\n1,A,01/07/2024,01/07/2024\n1,M,30/12/2024,05/01/2025\n2,A,01/08/2024,20/08/2024\n3,M,01/10/2024,15/11/2024\n",
    ),
    ("list.csv", "CHILD,TRAFFICKED\n1,confirmed\n2,suspected\n3,suspected\n4,confirmed\n5,confirmed\n7,yes\n"),
    (
        "header-2025.csv",
        "CHILD,SEX,DOB,ETHNIC\n1,M,01/02/2008,A\n2,F,01/02/2008,A\n3,M,15/11/2006,A\n4,F,01/02/2008,A\n5,M,01/02/2008,A\n6,M,01/02/2008,A\n7,,01/02/2010,A\n",
    ),
];

fn count(year: &FoiYear, is: impl Fn(&FoiAnswer) -> bool) -> Vec<Option<Shown>> {
    year.answers.iter().filter(|answer| is(answer)).map(|answer| answer.count).collect()
}

/// The numbers of a question, in the order of the answers.
fn numbers(year: &FoiYear, question: &str) -> Vec<u64> {
    let of = count(year, |answer| answer.question == question);
    of.into_iter().map(|count| count.and_then(Shown::number).unwrap()).collect()
}

#[test]
fn the_questions_are_answered_for_each_calendar_year_that_the_returns_hold() {
    let found = foi(&FILES);
    let years: Vec<_> = found.years.iter().map(|year| (year.year, year.period.to_string())).collect();
    let expected = ["2023-04-01/2023-12-31", "2024-01-01/2024-12-31", "2025-01-01/2025-03-31"];
    assert_eq!(years, [2023, 2024, 2025].into_iter().zip(expected.map(str::to_owned)).collect::<Vec<_>>());
    let uncovered: Vec<Vec<String>> =
        found.years.iter().map(|year| year.uncovered.iter().map(ToString::to_string).collect()).collect();
    assert_eq!(uncovered, [vec!["2023-01-01/2023-03-31".to_owned()], vec![], vec!["2025-04-01/2025-12-31".to_owned()]]);
    let year = &found.years[1];
    for (question, expected) in [
        ("1a", &[2][..]),
        ("1b", &[2]),
        ("1", &[1]),
        ("1c", &[2]),
        ("1d", &[2]),
        // Missing, away, either.
        ("2a", &[2, 2, 3]),
        ("2b", &[1, 2, 2]),
        ("3a", &[3, 2, 5]),
        ("3b", &[2, 2, 4]),
        ("4a", &[2, 0, 2]),
        ("4b", &[1, 0, 1]),
    ] {
        assert_eq!(numbers(year, question), expected, "{question}");
    }
    let children = |sex| {
        let of = |cohort| {
            count(year, |a| (a.cohort, a.measure, a.sex) == (cohort, FoiCount::Children, Some(sex)))
                .first()
                .and_then(|count| count.and_then(Shown::number))
        };
        [Cohort::Trafficked, Cohort::Unaccompanied].map(of)
    };
    assert_eq!(children(Group::Male), [Some(2), Some(1)]);
    assert_eq!(children(Group::Female), [Some(2), Some(1)]);
    assert_eq!(children(Group::SexNotKnown), [Some(1), None]);
    let lengths = |code| {
        let of = count(year, |a| a.cohort == Cohort::Trafficked && a.code == Some(code) && a.length.is_some());
        of.into_iter().map(|count| count.and_then(Shown::number).unwrap()).collect::<Vec<_>>()
    };
    // 2 days, 6 days, 45 days; back the same day, 19 days.
    assert_eq!(lengths(Incidents::Missing), [0, 0, 1, 1, 0, 1, 0]);
    assert_eq!(lengths(Incidents::Away), [1, 0, 0, 0, 1, 0, 0]);
    assert_eq!(lengths(Incidents::Missing).len(), Length::ALL.len());
    // The incident over the turn of the year is one of 2025 as well, and ended there.
    assert_eq!((numbers(&found.years[2], "3b"), numbers(&found.years[2], "4b")), (vec![1, 0, 1], vec![0, 0, 0]));
}

/// Rule 580: what ends with the 18th birthday and with care, reason E8, ended without the child's being found.
#[test]
fn a_child_who_turned_18_counts_as_not_found_only_where_all_of_it_is_said() {
    let with = |episode: &str, missing: &str| {
        let files = [
            ("header.csv", "CHILD,SEX,DOB,ETHNIC\n1,M,15/11/2006,A\n".to_owned()),
            ("episodes.csv", format!("CHILD,DECOM,LS,DEC,REC\n1,01/05/2024,C2,{episode}\n2,01/05/2024,C2,,\n")),
            ("uasc.csv", "CHILD,DUC\n1,\n2,\n".to_owned()),
            ("missing.csv", format!("CHILD,MISSING,MIS_START,MIS_END\n1,M,01/10/2024,{missing}\n")),
        ];
        let found = foi(&files.each_ref().map(|(name, text)| (*name, text.as_str())));
        numbers(&found.years[0], "4b")[0]
    };
    for (episode, missing, expected) in [
        ("15/11/2024,E8", "15/11/2024", 1),
        // Found that very day, or so the return says.
        ("15/11/2024,E4A", "15/11/2024", 0),
        ("14/11/2024,E8", "14/11/2024", 0),
        ("16/11/2024,E8", "15/11/2024", 0),
        (",", "15/11/2024", 0),
        (",", "16/11/2024", 0),
        // Never ended: missing still.
        ("15/11/2024,E8", "", 1),
    ] {
        assert_eq!(with(episode, missing), expected, "{episode} {missing}");
    }
}

/// Where no file says when the child was born, nobody can say whether they were found: the number is not held, and it is not
/// one less.
#[test]
fn without_a_day_of_birth_nobody_knows_whether_a_child_who_left_was_found() {
    let not_found = |header: &str, missing: &str, end: &str| {
        let files = [
            ("header.csv", header.to_owned()),
            ("episodes.csv", "CHILD,DECOM,LS,DEC,REC\n1,01/05/2024,C2,15/11/2024,E8\n2,01/05/2024,C2,,\n".to_owned()),
            ("uasc.csv", "CHILD,DUC\n1,\n2,\n".to_owned()),
            ("missing.csv", format!("CHILD,DOB,MISSING,MIS_START,MIS_END\n1,{missing},M,01/10/2024,{end}\n")),
        ];
        let files: Vec<_> = files.iter().filter(|(_, text)| !text.is_empty()).collect();
        let found = foi(&files.iter().map(|(name, text)| (*name, text.as_str())).collect::<Vec<_>>());
        let answer = |question: &str| found.years[0].answers.iter().find(|a| a.question == question).unwrap().clone();
        (answer("4b").count.and_then(Shown::number), answer("4b").not_held, answer("3b").count.and_then(Shown::number))
    };
    let header = "CHILD,SEX,DOB,ETHNIC\n1,M,15/11/2006,A\n";
    for (header, missing, end, expected) in [
        (header, "", "15/11/2024", Some(1)),
        ("", "15/11/2006", "15/11/2024", Some(1)),
        ("", "16/11/2006", "15/11/2024", Some(0)),
        ("", "", "15/11/2024", None),
        // Found before care ended, or missing still: the birthday decides nothing.
        ("", "", "14/11/2024", Some(0)),
        ("", "", "", Some(1)),
    ] {
        let (count, not_held, missing_children) = not_found(header, missing, end);
        assert_eq!(count, expected, "{header}{missing}{end}");
        assert_eq!(not_held, expected.is_none().then_some(NotHeld::NoDateOfBirth));
        assert_eq!(missing_children, Some(1));
    }
}

#[test]
fn answers_for_publication_hide_small_numbers() {
    let exact = foi(&FILES);
    let published = disclosed(&FILES, Disclosure::Safe);
    // Seven children: no number but zero can be said of them.
    for answer in published.years.iter().flat_map(|year| &year.answers) {
        assert!(answer.count.is_none_or(|count| count.number().is_none_or(|n| n == 0 || n > 5)), "{answer:?}");
    }
    let csv = published.to_csv(Some(2024), &crate::report::Codes);
    assert!(csv.starts_with("\u{FEFF}year,period_start,"));
    assert!(exact.to_csv(None, &crate::report::Codes).contains("\r\n2023,2023-04-01,2023-12-31,no,"));
    assert!(exact.to_csv(None, &crate::report::Codes).contains(",2a,trafficked,,children-missing,missing,,,2,,exact,"));
}

#[test]
fn a_child_is_either_identified_or_suspected_and_never_both() {
    let list = ("list.csv", "CHILD,TRAFFICKED\n1,suspected\n1,confirmed\n2,suspected\n");
    let year = &foi(&[FILES[0], FILES[1], FILES[3], list]).years[0];
    let of = |on_list| count(year, |a| a.on_list == Some(on_list) && a.question.starts_with('1'));
    assert_eq!(of(OnList::Confirmed), [Some(Shown::Number(1))]);
    assert_eq!(of(OnList::Suspected), [Some(Shown::Number(1))]);
    assert_eq!(of(OnList::Unstated), []);
}

#[test]
fn a_year_without_header_has_no_answer_by_sex_and_says_which_header_it_needs() {
    let without = |name: &str| FILES.into_iter().filter(|(other, _)| *other != name).collect::<Vec<_>>();
    for (name, lacks) in [("header-2024.csv", 2024), ("header-2025.csv", 2025)] {
        let found = foi(&without(name));
        for year in &found.years {
            let by_sex: Vec<&FoiAnswer> =
                year.answers.iter().filter(|answer| answer.not_held == Some(NotHeld::NoSex)).collect();
            let touched = year.period.start().collection_year()..=year.period.end().collection_year();
            assert_eq!(by_sex.len(), if touched.contains(&lacks) { 2 } else { 0 }, "{name} {}", year.year);
            for answer in by_sex {
                assert_eq!(answer.needs, [FoiNeed { module: Module::Header, year: Some(lacks) }], "{name}");
            }
        }
    }
}

#[test]
fn one_incident_that_two_returns_end_on_different_days_counts_once() {
    let mut files = FILES;
    files[3].1 = "CHILD,MISSING,MIS_START,MIS_END\n1,M,20/03/2024,25/03/2024\n";
    files[6].1 = "CHILD,MISSING,MIS_START,MIS_END\n1,M,20/03/2024,05/04/2024\n";
    let found = foi(&files);
    assert_eq!(numbers(&found.years[1], "3b"), [1, 0, 1]);
    assert_eq!(numbers(&found.years[1], "2b"), [1, 0, 1]);
}

#[test]
fn what_a_list_does_not_say_is_not_zero() {
    let answers = |list: &str, disclosure| {
        let files: Vec<_> =
            FILES.into_iter().filter(|(name, _)| *name != "list.csv").chain([("list.csv", list)]).collect();
        disclosed(&files, disclosure).years[1].clone()
    };
    let of = |year: &FoiYear, question: &str| {
        let answer = year.answers.iter().find(|answer| answer.question == question).unwrap();
        (answer.count.and_then(Shown::number), answer.at_least, answer.not_held)
    };
    let not_recorded = (None, false, Some(NotHeld::NotRecorded));
    for list in ["CHILD\n1\n2\n3\n", "CHILD,TRAFFICKED\n1,yes\n2,yes\n3,Y\n"] {
        let name = if list.contains(',') { "list.csv" } else { "trafficked.csv" };
        let files: Vec<_> = FILES.into_iter().filter(|(name, _)| *name != "list.csv").chain([(name, list)]).collect();
        let year = &foi(&files).years[1];
        assert_eq!((of(year, "1a"), of(year, "1b"), of(year, "1").0), (not_recorded, not_recorded, Some(3)), "{list}");
        assert_eq!(of(year, "2a").0, Some(2), "{list}");
        let csv = foi(&files).to_csv(Some(2024), &crate::report::Codes);
        assert!(csv.contains(",1a,trafficked,confirmed,children,,,,,not-recorded,exact,\r\n"), "{csv}");
    }
    // Where it says it of some, there are at least so many.
    let year = answers("CHILD,TRAFFICKED\n1,confirmed\n2,confirmed\n3,yes\n", Disclosure::Exact);
    assert_eq!((of(&year, "1a"), of(&year, "1b")), ((Some(2), true, None), not_recorded));
    // A list that says it of all is exact, and zero is zero.
    let year = answers("CHILD,TRAFFICKED\n1,confirmed\n2,confirmed\n", Disclosure::Exact);
    assert_eq!((of(&year, "1a"), of(&year, "1b")), ((Some(2), false, None), (Some(0), false, None)));
    let safe = answers("CHILD,TRAFFICKED\n1,yes\n2,yes\n3,yes\n", Disclosure::Safe);
    assert!(["1a", "1b"].iter().all(|question| of(&safe, question).0.is_none()), "{safe:?}");
}
