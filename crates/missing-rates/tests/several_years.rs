//! Returns of several authorities of two years: each and all together are compared with the year before.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::format_push_string)]

use crate::support::{find_rate, read};
use missing_rates::area::AreaCode;
use missing_rates::cohort::{Cohort, Share};
use missing_rates::report::{Basis, Report};
use missing_rates::{Query, Returns};

const KENT: &str = "E10000016";
const SURREY: &str = "E10000030";
const ENGLAND: &str = "E92000001";

const EPISODES: &str = "LA,CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC\n";
const MISSING: &str = "LA,CHILD,DOB,MISSING,MIS_START,MIS_END\n";

fn share(report: &Report, code: &str, cohort: Cohort) -> Option<(u64, u64)> {
    let rate = find_rate(report, Some(code), cohort, Share::Missing, Basis::Matched);
    rate.map(|rate| (rate.numerator, rate.denominator))
}

fn asked(files: &[(&str, String)], query: &Query) -> Report {
    let mut returns = Returns::default();
    for (id, (name, text)) in (1..).zip(files) {
        returns.add(id, read(name, text.as_bytes()));
    }
    returns.report(query)
}

/// Two years of Kent and Surrey, with twenty children each of whom a part went missing.
fn two_years() -> Vec<(String, String)> {
    let of_year = |year: u32| {
        let (mut episodes, mut missing) = (EPISODES.to_owned(), MISSING.to_owned());
        for (name, went) in [("Kent", [2, 3]), ("Surrey", [8, 7])] {
            let went = went[usize::from(year == 2025)];
            for child in 1..=20_usize {
                let left = ["12/06", "20/09", "05/12"].get(child / 5).map(|day| format!("{day}/{},E4A", year - 1));
                let end = left.filter(|_| child % 5 == 0).unwrap_or_else(|| ",".to_owned());
                episodes.push_str(&format!("{name},{child},03/05/2021,S,C2,U1,PR1,{end}\n"));
                if child <= went {
                    let month = child * 5 % 12 + 1;
                    let on = if month > 3 { year - 1 } else { year };
                    missing.push_str(&format!("{name},{child},05/06/2012,M,12/{month:02}/{on},13/{month:02}/{on}\n"));
                    missing.push_str(&format!("{name},{child},05/06/2012,M,2{child}/03/{year},2{child}/03/{year}\n"));
                }
            }
        }
        [(format!("episodes {year}.csv"), episodes), (format!("missing {year}.csv"), missing)]
    };
    [of_year(2024), of_year(2025)].concat()
}

/// From how many children of how many, to how many of how many.
fn change(report: &Report, code: &str) -> Option<[(u64, Option<u64>); 2]> {
    let is = |change: &&missing_rates::report::Change| {
        change.area.code == AreaCode::read(code)
            && change.cohort == Cohort::All
            && change.basis == Basis::Matched
            && change.measure == missing_rates::report::Measure::Share(Share::Missing)
    };
    let compared = |of: &missing_rates::report::Compared| (of.numerator, of.denominator);
    report.changes.iter().find(is).map(|change| [compared(&change.earlier), compared(&change.later)])
}

#[test]
fn each_authority_and_all_together_are_compared_with_the_year_before() {
    let files = two_years();
    let files: Vec<(&str, String)> = files.iter().map(|(name, text)| (name.as_str(), text.clone())).collect();
    let report = asked(&files, &Query::default());
    for (code, expected) in [
        (KENT, [(2, Some(20)), (3, Some(20))]),
        (SURREY, [(8, Some(20)), (7, Some(20))]),
        (ENGLAND, [(10, Some(40)), (10, Some(40))]),
    ] {
        assert_eq!(change(&report, code), Some(expected), "{code}");
    }
    // The latest year is still the one that is shown, and without a year nothing is compared with it.
    assert_eq!(share(&report, KENT, Cohort::All), Some((2, 20)));
    assert_eq!(report.periods.last().map(|period| period.end().to_string()).as_deref(), Some("2025-03-31"));
    let one = asked(&files[2..], &Query::default());
    assert!(one.changes.is_empty());
    let half = |year: i32| format!("{}-04-01/{year}-03-31", year - 1).parse::<missing_rates::period::Period>().unwrap();
    // A year without Kent's files changes no figure of the other year, nor does one in which Kent's may be a part.
    let without = |year: &str| -> Vec<(&str, String)> {
        let keep = |text: &str| text.lines().filter(|line| !line.starts_with("Kent")).collect::<Vec<_>>().join("\n");
        files.iter().map(|(name, text)| (*name, if name.contains(year) { keep(text) } else { text.clone() })).collect()
    };
    let gap = asked(&without("2025"), &Query::default());
    for report in [&report, &gap] {
        let rate = report.rates.iter().find(|rate| {
            rate.area.code == AreaCode::read(ENGLAND) && rate.period == half(2024) && rate.measure == Share::Missing
        });
        assert_eq!(rate.map(|rate| (rate.numerator, rate.denominator)), Some((10, 40)));
    }
    assert_eq!((change(&gap, KENT), change(&gap, SURREY)), (None, Some([(8, Some(20)), (7, Some(20))])));
    let mut cut = files.clone();
    let is_kept = |(at, line): &(usize, &str)| !line.starts_with("Surrey") || *at < 8;
    let kept: Vec<&str> = files[3].1.lines().enumerate().filter(is_kept).map(|(_, line)| line).collect();
    cut[3].1 = kept.join("\n");
    let cut = asked(&cut, &Query::default());
    assert_eq!((change(&cut, SURREY), change(&cut, ENGLAND)), (None, None));
    // What is compared is asked for, too.
    let asked_for = asked(&files, &Query { change: Some((half(2024), half(2025))), ..Query::default() });
    assert_eq!(change(&asked_for, KENT), Some([(2, Some(20)), (3, Some(20))]));
}
