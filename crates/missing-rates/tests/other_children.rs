//! Modules of one return that are about different children.
#![allow(clippy::unwrap_used)]

use crate::support::returns;
use crate::support::two_years::{EPISODES, MISSING, UASC, asked, share, whole, year};
use missing_rates::Query;
use missing_rates::cohort::Cohort;
use missing_rates::report::{Disclosure, FoiDoubt, Module, OnlySome, Report};

const HEADER: &str = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n";

/// Why a module may be about other children.
fn found(report: &Report, module: Module) -> Option<OnlySome> {
    report
        .coverage_of_returns
        .iter()
        .filter(|of| of.year == Some(2025))
        .find(|of| of.module == module)
        .unwrap()
        .only_some
}

fn doubts_of_foi(report: &Report) -> Vec<FoiDoubt> {
    report.foi.as_ref().unwrap().years.iter().flat_map(|of| of.doubts.clone()).collect()
}

/// A child of each number, of whom some leave.
fn episodes(children: std::ops::RangeInclusive<u32>) -> String {
    children.fold(EPISODES.to_owned(), |text, child| {
        let end = if child % 4 == 0 { "05/03/2025,E4A" } else { "," };
        text + &format!("{child:04},01/06/2022,S,C2,U1,PR1,{end}\n")
    })
}

fn incidents(of: impl Iterator<Item = (u32, String)>) -> String {
    (0..).zip(of).fold(MISSING.to_owned(), |text, (nth, (child, born))| {
        let (day, month): (u32, u32) = (child % 27 + 1, nth % 9 + 4);
        text + &format!("{child:04},{born},M,{day:02}/{month:02}/2024,{day:02}/{month:02}/2024\n")
            + &format!("{child:04},{born},M,{day:02}/03/2025,{day:02}/03/2025\n")
    })
}

fn born(child: u32) -> String {
    format!("{:02}/{:02}/2012", child % 12 + 1, child % 5 + 1)
}

#[test]
fn episodes_that_lack_many_children_of_header_are_said() {
    let of = |(from, to): (u32, u32), in_header: u32, births: &str, is_said: bool| {
        let missing = incidents(
            (1..=to).filter(|child| child % 3 == 0 && *child >= from).map(|child| (child, births.to_owned())),
        );
        let header =
            (1..=in_header).fold(HEADER.to_owned(), |text, child| text + &format!("{child:04},1,{births},,,,\n"));
        let files =
            [("episodes 2025.csv", episodes(from..=to)), ("header 2025.csv", header), ("missing 2025.csv", missing)];
        asked(&files, |query| {
            if is_said {
                whole(query);
            }
        })
    };
    for (episodes, header, births, expected) in [
        ((1, 45), 70, "15/06/2012", true),
        ((1, 21), 70, "15/06/2012", true),
        ((1, 63), 70, "15/06/2012", true),
        // Slips are a finding.
        ((1, 68), 70, "15/06/2012", false),
        // Care leavers of earlier years are in Header too.
        ((1, 45), 70, "15/06/2007", false),
        ((1, 45), 70, "", true),
        ((1, 60), 70, "", false),
    ] {
        let report = of(episodes, header, births, false);
        let some = expected.then_some(OnlySome::NotAllOfHeader);
        assert_eq!(found(&report, Module::Episodes), some, "{episodes:?} {births}");
        assert_eq!(report.is_quiet_in(year(2025)), expected, "{episodes:?} {births}");
        assert_eq!(doubts_of_foi(&report).contains(&FoiDoubt::OtherChildren), expected);
        assert!(share(&report, Cohort::All).is_some());
        assert_eq!(found(&of(episodes, header, births, true), Module::Episodes), None);
    }
}

#[test]
fn missing_whose_children_have_other_births_in_header_is_said() {
    let header = (1..=40).fold(HEADER.to_owned(), |text, child| text + &format!("{child:04},1,{},,,,\n", born(child)));
    let of = |other: &dyn Fn(u32) -> String| {
        let files = [
            ("episodes 2025.csv", episodes(1..=40)),
            ("header 2025.csv", header.clone()),
            ("missing 2025.csv", incidents((1..=12).map(|child| (child, other(child))))),
        ];
        asked(&files, |_| ())
    };
    let another = |child: u32| format!("{:02}/11/2009", child + 10);
    let cases: [(&dyn Fn(u32) -> String, bool); 5] = [
        (&|child| if child > 8 { another(child) } else { born(child) }, true),
        (&another, true),
        (&|child| if child > 10 { another(child) } else { born(child) }, false),
        // With the month first; and not given.
        (&|child| format!("{:02}/{:02}/2012", child % 5 + 1, child % 12 + 1), false),
        (&|_| String::new(), false),
    ];
    for (at, (other, expected)) in cases.into_iter().enumerate() {
        let report = of(other);
        assert_eq!(found(&report, Module::Missing), expected.then_some(OnlySome::OtherBirths), "{at}");
        assert_eq!(report.is_quiet_in(year(2025)), expected, "{at}");
    }
}

#[test]
fn a_uasc_file_of_last_year_is_said_and_the_unaccompanied_are_not_compared() {
    let both = |listed: &[u32], of_last_year: &[u32]| {
        let uasc = |children: &[u32]| {
            children.iter().fold(UASC.to_owned(), |text, child| text + &format!("{child:04},1,05/06/2010,05/06/2028\n"))
        };
        let last = episodes(1..=45).replace("2025", "2024").replace("2022", "2021");
        let missing = incidents((1..=9).map(|child| (child, born(child))));
        let files = [
            ("episodes 2024.csv", last),
            ("episodes 2025.csv", episodes(3..=45)),
            ("missing 2024.csv", missing.replace("2024", "2023").replace("2025", "2024")),
            ("missing 2025.csv", missing),
            ("uasc 2024.csv", uasc(of_last_year)),
            ("uasc 2025.csv", uasc(listed)),
        ];
        asked(&files, |query| {
            query.years.extend([(5, 2024), (6, 2025)]);
        })
    };
    for (listed, last, expected) in [
        (&[1, 2, 5, 6][..], &[5, 6, 7][..], true),
        (&[1, 5, 6, 7], &[1, 5, 6, 7], true),
        (&[5, 6, 7, 9, 10], &[5, 6, 7, 9, 10], true),
        // A few who are the same in both years may be; and others came.
        (&[5, 6, 7], &[5, 6, 7], false),
        (&[5, 6, 7, 9, 10, 11], &[5, 6, 7, 9, 10], false),
        (&[1, 5, 6, 7, 9], &[1, 5, 6, 7], false),
        // Of those who are still in care most are left out; or half of them are, as some came of age.
        (&[5, 6, 40], &[5, 6, 7, 9, 10, 11], true),
        (&[5, 6, 7, 40], &[5, 6, 7, 9, 10, 11], false),
    ] {
        let report = both(listed, last);
        let why = if listed.contains(&40) { OnlySome::FewUnaccompanied } else { OnlySome::LastYears };
        assert_eq!(found(&report, Module::Uasc), expected.then_some(why), "{listed:?} {last:?}");
        let has_change = |cohort| report.changes.iter().any(|change| change.cohort == cohort);
        assert_eq!(
            (has_change(Cohort::All), has_change(Cohort::Unaccompanied)),
            (true, !expected),
            "{listed:?} {last:?}"
        );
        assert_eq!(doubts_of_foi(&report).contains(&FoiDoubt::OtherChildren), expected);
        assert!(!report.is_quiet_in(year(2025)) && share(&report, Cohort::Unaccompanied).is_some());
    }
}

/// Two years of so many children each, of whom some went missing and some were away.
fn two_years(children: [u32; 2], missing: [u32; 2], away: u32, is_said: bool) -> Report {
    asked(&files_of_two_years(children, missing, away), |query| {
        if is_said {
            whole(query);
        }
    })
}

fn files_of_two_years(children: [u32; 2], missing: [u32; 2], away: u32) -> Vec<(&'static str, String)> {
    let of_year = |year: u32, children: u32, missing: u32| {
        let row = |child: u32| {
            let (month, day) = (child * 5 % 12 + 1, child % 27 + 1);
            let (code, on) = (if child > missing { "A" } else { "M" }, year - u32::from(month > 3));
            format!("{child:04},,{code},{day:02}/{month:02}/{on},{day:02}/{month:02}/{on}\n")
        };
        let rows: String = (1..=missing + away).map(row).collect();
        let last = |text: String| text.replace("2022", &(year - 3).to_string()).replace("2025", &year.to_string());
        (last(episodes(1..=children)), format!("{MISSING}{rows}"))
    };
    let [(old, gone), (new, went)] = [(2024, 0), (2025, 1)].map(|(year, at)| of_year(year, children[at], missing[at]));
    vec![("episodes 2024.csv", old), ("missing 2024.csv", gone), ("episodes 2025.csv", new), ("missing 2025.csv", went)]
}

#[test]
fn a_missing_file_that_names_far_too_few_children_is_said() {
    for (children, missing, away, expected) in [
        // Away alone; a few of the first rows; a fifth of those of the year before, whichever the first year is.
        ([60, 60], [12, 0], 6, true),
        ([190, 190], [46, 1], 0, true),
        ([190, 190], [46, 5], 3, true),
        ([190, 190], [46, 9], 0, true),
        ([600, 600], [9, 3], 0, true),
        // A year can be half as bad as another, and small numbers can be any.
        ([190, 190], [46, 12], 0, false),
        ([60, 60], [8, 1], 0, false),
        ([40, 20], [10, 1], 0, false),
        ([190, 190], [12, 12], 4, false),
        ([600, 600], [13, 11], 0, false),
    ] {
        let at = format!("{children:?} {missing:?} {away}");
        let report = two_years(children, missing, away, false);
        assert_eq!(found(&report, Module::Missing), expected.then_some(OnlySome::FewMissing), "{at}");
        assert_eq!(report.is_quiet_in(year(2025)), expected, "{at}");
        assert_eq!(report.changes.is_empty(), expected, "{at}");
        assert_eq!(doubts_of_foi(&report).contains(&FoiDoubt::FewMissing), expected, "{at}");
        assert!(share(&report, Cohort::All).is_some(), "{at}");
        let said = two_years(children, missing, away, true);
        assert_eq!(found(&said, Module::Missing), None, "{at}");
    }
}

#[test]
fn a_safe_report_says_that_there_is_a_doubt_unless_that_would_tell_a_hidden_number() {
    let safe = |missing: u32| {
        let files = files_of_two_years([190, 190], [46, missing], 0);
        returns(&files).report(&Query { disclosure: Disclosure::Safe, ..Query::default() })
    };
    let doubted = |report: &Report| {
        let of = report.coverage_of_returns.iter().filter(|of| of.year == Some(2025));
        assert!(of.clone().all(|of| of.only_some.is_none() && of.quiet_from.is_none() && of.empty_days.is_empty()));
        of.map(|of| of.may_be_part).collect::<Vec<_>>()
    };
    // Nine children are shown; the number of one, who is hidden, would be told by the doubt.
    let (shown, hidden) = (safe(9), safe(1));
    assert_eq!((doubted(&shown), doubted(&hidden)), (vec![true; 2], vec![false; 2]));
    assert!(shown.may_be_part_in(year(2025), Cohort::All) && !hidden.may_be_part());
    assert!(doubts_of_foi(&shown).contains(&FoiDoubt::MayBePart));
    assert!(!doubts_of_foi(&hidden).contains(&FoiDoubt::MayBePart));
    // What is said of Missing alone is said of the whole return: nobody sees which it is.
    assert!(!doubted(&safe(30)).contains(&true));
}

#[test]
fn a_uasc_file_of_other_children_is_said() {
    let of = |births: &dyn Fn(u32) -> String| {
        let unaccompanied =
            (1..=9).fold(UASC.to_owned(), |text, child| text + &format!("{child:04},1,{},\n", births(child)));
        let header =
            (1..=60).fold(HEADER.to_owned(), |text, child| text + &format!("{child:04},1,{},,,,\n", born(child)));
        let files = [
            ("episodes 2025.csv", episodes(1..=60)),
            ("header 2025.csv", header),
            ("missing 2025.csv", incidents((1..=12).map(|child| (child * 5, born(child * 5))))),
            ("uasc 2025.csv", unaccompanied),
        ];
        asked(&files, |_| {})
    };
    let (own, slips, others) = (
        of(&born),
        of(&|child| born(if child > 2 { child } else { 7 })),
        of(&|child| if child > 5 { born(child) } else { "05/06/2009".to_owned() }),
    );
    assert_eq!([&own, &slips].map(|report| found(report, Module::Uasc)), [None; 2]);
    assert_eq!(found(&others, Module::Uasc), Some(OnlySome::OtherBirthsInUasc));
    assert!(
        share(&others, Cohort::Unaccompanied).is_some() && doubts_of_foi(&others).contains(&FoiDoubt::OtherChildren)
    );
    assert!(
        !others.may_be_part_in(year(2025), Cohort::All) && others.may_be_part_in(year(2025), Cohort::Unaccompanied)
    );
}

#[test]
fn episodes_of_children_who_are_nearly_all_in_missing_are_said() {
    for (children, missing, expected) in [
        (22, 19, true),
        (10, 9, true),
        (12, 11, true),
        (300, 300, true),
        (300, 250, true),
        // A home's own list, or a team's: most of few, or a good part of many.
        (8, 6, false),
        (9, 9, false),
        (10, 8, false),
        (20, 15, false),
        (60, 40, false),
    ] {
        let at = format!("{children} {missing}");
        let of = |is_said: bool| {
            let incidents = incidents((1..=missing).map(|child| (child, born(child))));
            let files = [("episodes 2025.csv", episodes(1..=children)), ("missing 2025.csv", incidents)];
            asked(&files, |query| {
                if is_said {
                    whole(query);
                }
            })
        };
        let report = of(false);
        assert_eq!(found(&report, Module::Episodes), expected.then_some(OnlySome::NearlyAllInMissing), "{at}");
        assert!(!expected || report.is_quiet_in(year(2025)), "{at}");
        assert_eq!(doubts_of_foi(&report).contains(&FoiDoubt::NearlyAllInMissing), expected, "{at}");
        assert_eq!(found(&of(true), Module::Episodes), None, "{at}");
    }
}
