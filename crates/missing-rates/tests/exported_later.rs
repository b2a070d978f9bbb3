//! Returns that were exported months after their year and not cut at its end.
#![allow(clippy::unwrap_used, clippy::format_push_string)]

use crate::support::two_years::{EPISODES, MISSING, asked, share, year};
use missing_rates::cohort::Cohort;
use missing_rates::report::{Problem, Report, YearFrom};

const HEADER: &str = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n";

/// A day of each of the months from April 2024 on.
fn day(month: u32, of: u32) -> String {
    let (year, month) = (2024 + (month + 3) / 12, (month + 3) % 12 + 1);
    format!("{:02}/{month:02}/{year}", of % 28 + 1)
}

/// Everything with a day between two months: in each month two children come, two of those who came long before leave, and one
/// goes missing. Ten stay.
fn rows(from: u32, to: u32) -> (String, String, String) {
    let (mut episodes, mut missing, mut header) = (EPISODES.to_owned(), MISSING.to_owned(), HEADER.to_owned());
    let mut stay = |child: u32, from: &str, to: &str| {
        let reason = if to.is_empty() { "" } else { "E4A" };
        episodes += &format!("{child},{from},S,C2,U1,PR1,{to},{reason}\n");
        header += &format!("{child},1,05/06/2010,WBRI,,,\n");
    };
    for child in 1..=10 {
        stay(child, &format!("{child:02}/06/2022"), "");
    }
    // Two children for each of 24 months, of whom those who have not left yet are still there.
    for child in (from * 2)..48 {
        let end = if child < to * 2 { day(child / 2, child * 5) } else { String::new() };
        stay(100 + child, &format!("{:02}/05/2021", child % 28 + 1), &end);
    }
    for child in 0..(to * 2) {
        stay(200 + child, &day(child / 2, child * 7), "");
    }
    for month in from..to {
        let day = day(month, month * 3);
        missing += &format!("{},05/06/2010,M,{day},{day}\n", month % 10 + 1);
    }
    (episodes, missing, header)
}

fn files(names: [&'static str; 3], from: u32, to: u32) -> [(&'static str, String); 3] {
    let (episodes, missing, header) = rows(from, to);
    [(names[0], episodes), (names[1], missing), (names[2], header)]
}

const NEUTRAL: [&str; 3] = ["episodes.csv", "missing.csv", "header.csv"];
const BARE: [&str; 3] = ["episodes_2025.csv", "missing_2025.csv", "header_2025.csv"];
const WHOLE: [&str; 3] = ["episodes 2024-25.csv", "missing 2024-25.csv", "header 2024-25.csv"];
const BEGINS: [&str; 3] = ["episodes_2024.csv", "missing_2024.csv", "header_2024.csv"];

/// The year of each file and whether it is certain.
fn years(report: &Report) -> Vec<Option<(i32, bool)>> {
    report.files.iter().map(|file| file.collection_year.map(|of| (of.year, of.certain))).collect()
}

#[test]
fn a_return_that_goes_on_for_months_is_of_the_year_that_is_asked_for() {
    for to in [13, 15, 18] {
        let whole = asked(&files(NEUTRAL, 0, 12), |query| query.period = Some(year(2025)));
        let report = asked(&files(NEUTRAL, 0, to), |query| query.period = Some(year(2025)));
        assert_eq!(years(&report), [Some((2025, true)); 3], "{to}");
        // Ten children go missing of all who are there in the year, whatever is there of later days.
        assert_eq!(share(&report, Cohort::All), Some((10, 82)), "{to}");
        assert_eq!(share(&report, Cohort::All), share(&whole, Cohort::All), "{to}");
    }
}

#[test]
fn a_return_that_goes_on_for_months_is_of_the_year_in_its_name() {
    for (names, from, certain) in
        [(BARE, YearFrom::Name, false), (WHOLE, YearFrom::Name, true), (BEGINS, YearFrom::NameBegins, false)]
    {
        let report = asked(&files(names, 0, 15), |_| ());
        assert_eq!(share(&report, Cohort::All), Some((10, 82)), "{names:?}");
        let of = |nth: usize| report.files[nth].collection_year.unwrap();
        assert_eq!((of(0).year, of(0).from, of(0).certain), (2025, from, certain), "{names:?}");
        assert_eq!(years(&report).iter().flatten().map(|of| of.0).collect::<Vec<_>>(), [2025; 3], "{names:?}");
    }
    // The year that a name may mean is asked for as well.
    let report = asked(&files(BARE, 0, 15), |query| query.period = Some(year(2025)));
    assert!(years(&report).iter().all(|of| *of == Some((2025, true))));
}

#[test]
fn a_return_of_a_whole_year_and_some_months_is_of_that_year_but_never_for_certain() {
    let report = asked(&files(NEUTRAL, 0, 15), |_| ());
    assert_eq!((years(&report), share(&report, Cohort::All)), (vec![Some((2025, false)); 3], Some((10, 82))));
}

#[test]
fn an_export_of_the_year_that_has_just_begun_is_never_one_of_the_year_before() {
    for to in [14, 15, 18, 24] {
        // With one row that was over before.
        for slip in ["", "1,05/06/2010,M,01/03/2025,02/03/2025\n"] {
            let mut of = files(NEUTRAL, 12, to);
            of[1].1 += slip;
            for asked_for in [None, Some(year(2025))] {
                let report = asked(&of, |query| query.period = asked_for);
                let found: Vec<_> = years(&report).into_iter().flatten().map(|of| of.0).collect();
                assert!(found.len() > 1 && found.iter().all(|of| *of == 2026), "{to} {slip} {found:?}");
                assert_eq!(share(&report, Cohort::All).is_some(), asked_for.is_none() && to > 12, "{to} {slip}");
            }
        }
    }
    // Nor one that goes on for more than half of it.
    let report = asked(&files(NEUTRAL, 0, 21), |query| query.period = Some(year(2025)));
    assert!(years(&report).iter().flatten().all(|of| of.0 == 2026));
}

#[test]
fn missing_that_alone_goes_on_stays_with_its_return() {
    for names in [NEUTRAL, BARE] {
        let (mut of, longer) = (files(names, 0, 12), files(names, 0, 15));
        let april = (0..8).map(|nth| format!("{nth},05/06/2010,M,{:02}/04/2025,{:02}/04/2025\n", nth + 3, nth + 4));
        of[1].1 = longer[1].1.clone() + &april.collect::<String>();
        for asked_for in [None, Some(year(2025))] {
            let report = asked(&of, |query| query.period = asked_for);
            assert_eq!(share(&report, Cohort::All), Some((10, 82)), "{names:?}");
            let missing = report.files.iter().find(|file| file.name == names[1]).unwrap().collection_year.unwrap();
            assert_eq!((missing.year, missing.certain), (2025, asked_for.is_some()), "{names:?}");
        }
    }
}

/// Five children who came in the year, of whom nobody left.
fn five() -> String {
    (1..6).fold(EPISODES.to_owned(), |text, child| text + &format!("{child},01/0{}/2024,S,C2,U1,PR1,,\n", child + 4))
}

#[test]
fn two_slips_move_no_return_of_five_children() {
    let missing = format!(
        "{MISSING}1,05/06/2008,M,01/04/2025,\n2,05/06/2008,M,03/04/2025,\n3,05/06/2009,M,10/03/2025,12/03/2025\n"
    );
    let files = [("episodes.csv", five()), ("missing.csv", missing)];
    let report = asked(&files, |query| query.period = Some(year(2025)));
    assert_eq!(
        (years(&report), share(&report, Cohort::All)),
        (vec![Some((2025, true)), Some((2025, false))], Some((1, 5)))
    );
    assert!(report.findings.iter().any(|finding| finding.rule == "570" && finding.count == 2));
    let report = asked(&files, |_| ());
    assert!(report.files.iter().all(|file| file.problem == Some(Problem::WhichYear)));
    assert_eq!(share(&report, Cohort::All), None);
}

#[test]
fn a_small_return_of_which_nobody_left_is_told_by_its_missing() {
    let months = [(5, 2024), (9, 2024), (11, 2024), (1, 2025), (3, 2025), (6, 2025)];
    let missing = months.iter().zip(1..).fold(MISSING.to_owned(), |text, ((month, year), child)| {
        text + &format!("{child},,M,05/{month:02}/{year},06/{month:02}/{year}\n")
    });
    let more = (30..33).fold(five(), |text, child| text + &format!("{child},20/07/2024,S,C2,U1,PR1,,\n"));
    for after in 1..=6 {
        let came = (0..after).map(|nth| format!("{},{:02}/06/2025,S,C2,U1,PR1,,\n", 20 + nth, 1 + 4 * nth));
        let episodes = more.clone() + &came.collect::<String>();
        let files = [("episodes.csv", episodes), ("missing.csv", missing.clone())];
        let report = asked(&files, |query| query.period = Some(year(2025)));
        assert_eq!(share(&report, Cohort::All), Some((5, 8)), "{after}");
        // Last year's Missing beside Episodes that go on says nothing of them.
        let cut = missing.lines().take(6).fold(String::new(), |text, line| text + line + "\n");
        let report = asked(&[files[0].clone(), ("missing.csv", cut)], |_| ());
        // One date may be a slip.
        let found = years(&report)[0].unwrap().0;
        assert_eq!(found, if after > 1 { 2026 } else { 2025 }, "{after}");
    }
}
