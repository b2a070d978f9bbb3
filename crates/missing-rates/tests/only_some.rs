//! Episodes of those still in care, of those who came, or of those who left.
#![allow(clippy::unwrap_used)]

use crate::support::two_years::{EPISODES, MISSING, asked, whole, year};
use missing_rates::report::{FoiDoubt, Module, OnlySome, Report};

/// Children who were in care before the year or came in it, and who stay or leave in it: so many of each.
fn report(were: (u32, u32), came: (u32, u32), is_said: bool) -> Report {
    let mut child = 0;
    let mut rows = |n: u32, from: u32, leaves: bool| {
        let row = |nth: u32| {
            child += 1;
            let (day, month) = (nth * 7 % 27 + 1, nth % 9 + 4);
            let moved = format!("{day:02}/02/2025");
            let first = format!("{child},{day:02}/{month:02}/{from},S,C2,U1,PR1,{moved}");
            if leaves { format!("{first},E4A\n") } else { format!("{first},X1\n{child},{moved},P,C2,U1,PR1,,\n") }
        };
        (0..n).map(row).collect::<String>()
    };
    let stayed = rows(were.0, 2022, false) + &rows(were.1, 2022, true);
    let text = EPISODES.to_owned() + &stayed + &rows(came.0, 2024, false) + &rows(came.1, 2024, true);
    let missing = format!("{MISSING}1,15/06/2010,M,05/05/2024,06/05/2024\n");
    asked(&[("episodes 2025.csv", text), ("missing 2025.csv", missing)], |query| {
        if is_said {
            whole(query);
        }
    })
}

fn found(report: &Report) -> Option<OnlySome> {
    report.coverage_of_returns.iter().find(|of| of.module == Module::Episodes).unwrap().only_some
}

#[test]
fn extracts_of_some_children_are_said_and_compared_with_nothing() {
    let cases = [
        ((30, 0), (15, 0), OnlySome::StillInCare),
        ((0, 0), (15, 10), OnlySome::Newcomers),
        ((0, 12), (0, 10), OnlySome::Leavers),
    ];
    for (were, came, expected) in cases {
        let of = report(were, came, false);
        assert_eq!(found(&of), Some(expected));
        assert!(of.is_quiet_in(year(2025)), "{expected:?}");
        let doubt = match expected {
            OnlySome::StillInCare => FoiDoubt::StillInCare,
            OnlySome::Newcomers => FoiDoubt::Newcomers,
            OnlySome::Leavers => FoiDoubt::Leavers,
            other => panic!("{other:?}"),
        };
        let years = of.foi.iter().flat_map(|foi| &foi.years);
        assert!(years.into_iter().all(|year| year.doubts.contains(&doubt)));
        let said = report(were, came, true);
        assert!(found(&said).is_none() && !said.is_quiet_in(year(2025)), "{expected:?}");
    }
}

#[test]
fn a_small_return_and_one_of_all_children_are_no_extract() {
    for (were, came) in
        [((10, 0), (5, 0)), ((0, 0), (10, 5)), ((0, 8), (0, 6)), ((60, 1), (20, 0)), ((1, 10), (20, 20))]
    {
        assert_eq!(found(&report(were, came, false)), None, "{were:?} {came:?}");
    }
}

/// Children who were in care before the year, and one who came on each of some days; each with these cells for DEC and REC.
fn still(were: u32, came: &[&str], end: &str) -> Vec<(&'static str, String)> {
    let before = (1..=were).map(|child| format!("{child},01/06/2022,S,C2,U1,PR1,{end}\n"));
    let later = (100..).zip(came).map(|(child, day)| format!("{child},{day},S,C2,U1,PR1,{end}\n"));
    let missing = came.iter().map(|day| format!("1,15/06/2010,M,{day},{day}\n"));
    let text = EPISODES.to_owned() + &before.chain(later).collect::<String>();
    vec![("episodes 2025.csv", text), ("missing 2025.csv", MISSING.to_owned() + &missing.collect::<String>())]
}

#[test]
fn a_list_of_the_children_in_care_now_is_said_whatever_ends_its_episodes_have() {
    let until_march: [&str; 4] = ["05/04/2024", "17/07/2024", "09/12/2024", "20/03/2025"];
    let until_may = ["05/04/2024", "17/04/2024", "09/05/2024", "20/05/2024"];
    for (were, came, end, expected) in [
        (60, until_march, ",", Some(OnlySome::StillInCare)),
        (20, until_march, "31/12/2099,", Some(OnlySome::StillInCare)),
        (8, until_march, ",", None),
        // An end after the year is none in it; one without a code in REC is one.
        (30, until_march, "20/04/2025,E4A", Some(OnlySome::StillInCare)),
        (30, until_march, "28/03/2025,", Some(OnlySome::Leavers)),
        // In two months so many children may well all stay.
        (60, until_may, ",", None),
        (200, until_may, ",", Some(OnlySome::StillInCare)),
    ] {
        let of = asked(&still(were, &came, end), |_| ());
        assert_eq!(found(&of), expected, "{were} {came:?} {end}");
    }
    // A move whose code in REC is left out is a move, and a child who comes back has left.
    let moved = "1,01/06/2022,S,C2,U1,PR1,05/08/2024,\n1,05/08/2024,P,C2,U1,PR1,,\n";
    let back = "1,01/06/2022,S,C2,U1,PR1,05/08/2024,\n1,05/10/2024,S,C2,U1,PR1,,\n";
    for (rows, expected) in [(moved, Some(OnlySome::StillInCare)), (back, None)] {
        let mut files = still(30, &until_march, ",");
        files[0].1 = files[0].1.replace("\n1,01/06/2022,S,C2,U1,PR1,,\n", &format!("\n{rows}"));
        assert_eq!(found(&asked(&files, |_| ())), expected, "{rows}");
    }
}
