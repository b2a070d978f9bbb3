//! Answers of many authorities in, and out comes how firm, how changed, how compared.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fmt::Write as _;

use crate::support::{rate, read, report, sample};
use missing_rates::area::{AreaCode, authorities};
use missing_rates::cohort::{Cohort, Count, Share};
use missing_rates::period::Period;
use missing_rates::report::{Basis, Change, Level, Measure, Origin, Reach, Report, Target};
use missing_rates::{PublishedYears, Query, Returns};
use proptest::prelude::*;

const UK: Option<&str> = Some("K02000001");

/// A file of answers on trafficked children: authority, children, missing.
fn answers(year: i32, rows: &[(String, String, String)]) -> (String, String) {
    let mut text = String::from("Authority,Year,Trafficked children,Trafficked children missing\n");
    for (authority, children, missing) in rows {
        writeln!(text, "{authority},{year},{children},{missing}").unwrap();
    }
    (format!("answers-{year}.csv"), text)
}

fn row(at: usize, children: &str, missing: &str) -> (String, String, String) {
    (authorities()[at].code.to_string(), children.to_owned(), missing.to_owned())
}

fn report_on(files: &[(String, String)]) -> Report {
    report(&files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect::<Vec<_>>())
}

#[test]
fn an_authority_that_had_ended_is_counted_only_if_it_gave_a_number() {
    let text = |year: &str| {
        format!(
            "Authority,Year,UASC,UASC missing\nKent,{year},50,5\nCumbria,{year},z,z\nCumberland,{year},20,4\nSurrey,{year},,\n"
        )
    };
    let coverage = |year: &str| {
        let report = report(&[("a.csv", text(year).as_bytes())]);
        let england = report.coverage.iter().find(|of| of.area.level == Level::Nation).unwrap().clone();
        let respondents = report.respondents.iter().find(|of| of.area.level == Level::Kingdom).unwrap();
        assert_eq!(
            england.in_area - england.named,
            respondents.not_named.iter().filter(|of| of.codes[0].as_str().starts_with('E')).count() as u64
        );
        (england.named, england.in_area, england.both, england.neither)
    };
    assert_eq!(coverage("2024"), (3, 153, 2, 1));
    // In 2022 it was there, and Cumberland was not: what Cumberland gave counts all the same.
    let report = report(&[("a.csv", text("2022").as_bytes())]);
    let england = report.coverage.iter().find(|of| of.area.level == Level::Nation).unwrap();
    assert_eq!((england.named, england.in_area, england.both, england.neither), (4, 152, 2, 2));
}

/// Source: Still in Harm's Way, ECPAT UK and Missing People, 2018: 244 of 910 where both were given, 246 of 1,015 in all.
#[test]
fn the_figures_of_2017_are_met_from_answers_that_add_up_to_them() {
    let mut rows = vec![row(0, "500", "150"), row(1, "400", "90"), row(2, "10", "4")];
    rows.extend([row(3, "105", "not recorded"), row(4, "<5", "2"), row(5, "", "")]);
    let report = report_on(&[answers(2017, &rows)]);
    let matched = rate(&report, UK, Cohort::Trafficked, Share::Missing, Basis::Matched);
    assert_eq!((matched.numerator, matched.denominator, matched.authorities), (244, 910, 3));
    let all = rate(&report, UK, Cohort::Trafficked, Share::Missing, Basis::AllAnswers);
    assert_eq!((all.numerator, all.denominator), (246, 1015));
    // Beside it stands what was published, in order of time.
    let series = report.series.iter().find(|s| s.cohort == Cohort::Trafficked).unwrap();
    let years: Vec<i32> = series.points.iter().map(|p| p.period.end().ymd().0).collect();
    assert_eq!(years, [2015, 2017, 2017, 2020, 2024]);
    let [published, own] = &series.points[1..3] else { panic!() };
    assert!(matches!(published.origin, Origin::Report { published: 2018, .. }));
    assert_eq!(published.children_all_answers, Some(1015));
    assert_eq!((own.origin, own.numerator, own.children_all_answers), (Origin::Files, Some(244), Some(1015)));
}

#[test]
fn every_authority_of_the_kingdom_is_in_one_list_of_who_answered() {
    let report = report(&[("answers-2024.csv", sample("answers-2024.csv"))]);
    for (cohort, both, silent) in [(Cohort::Trafficked, 135, 303), (Cohort::Unaccompanied, 141, 531)] {
        let found = report.respondents.iter().find(|r| (r.cohort, r.measure) == (cohort, Share::Missing)).unwrap();
        assert_eq!(found.area.level, Level::Kingdom);
        let lists = [
            &found.both,
            &found.children_and_range,
            &found.children_only,
            &found.missing_only,
            &found.neither,
            &found.not_named,
        ];
        assert_eq!(found.both.len(), both);
        let mut codes: Vec<AreaCode> =
            lists.iter().flat_map(|list| list.iter().flat_map(|r| r.codes.clone())).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), 212);
        assert_eq!(codes.len(), lists.iter().map(|list| list.len()).sum::<usize>());
        let coverage = report
            .coverage
            .iter()
            .find(|c| (c.cohort, c.measure, c.area.level) == (cohort, Share::Missing, Level::Kingdom))
            .unwrap();
        assert_eq!(coverage.children_unmatched, Some(silent));
        assert_eq!(coverage.children_only, (found.children_and_range.len() + found.children_only.len()) as u64);
    }
}

/// The target of the kingdom for these rows.
fn find_target(rows: &[(String, String, String)], share: &str) -> Option<Target> {
    let (name, text) = answers(2024, rows);
    let mut returns = Returns::default();
    returns.add(1, read(&name, text.as_bytes()));
    let report = returns.report(&Query { target: share.parse().ok(), ..Query::default() });
    report.targets.into_iter().find(|t| t.area.level == Level::Kingdom)
}

fn target(rows: &[(String, String, String)], share: &str) -> Target {
    find_target(rows, share).unwrap_or_else(|| panic!("nothing is said about {share}"))
}

#[test]
fn a_target_says_how_many_of_the_silent_authorities_children_it_takes() {
    // 30 of 100; 50 children of silent authorities, 10 of which are covered by a range of 0 to 4.
    let rows = [row(0, "100", "30"), row(1, "40", "not held"), row(2, "10", "<5"), row(3, "Refused s.12", "7")];
    for (share, needed, reach) in [
        ("40", 30, Reach::Possible),
        ("30", 15, Reach::Possible),
        ("20", 0, Reach::Possible),
        ("19.9", -1, Reach::TooLow),
        // 74 of 150 is 49.33%: the 40 of the one and 4 of the other.
        ("49.33", 44, Reach::Possible),
        ("49.34", 45, Reach::TooHigh),
        ("100", 120, Reach::TooHigh),
    ] {
        let target = target(&rows, share);
        assert_eq!((target.needed_children, target.reach), (needed, reach), "{share}");
        assert_eq!((target.numerator, target.denominator), (30, 100));
        assert_eq!((target.silent_authorities, target.silent_children), (2, 50));
        assert_eq!((target.silent_fewest, target.silent_most), (0, 44));
    }
    // Nobody is silent: the share is what it is.
    let rows = [row(0, "100", "30")];
    assert_eq!((target(&rows, "30").reach, target(&rows, "30").needed_share), (Reach::Possible, None));
    assert_eq!((target(&rows, "29.99").reach, target(&rows, "30.01").reach), (Reach::TooLow, Reach::TooHigh));
}

fn change(report: &Report, measure: Measure, basis: Basis) -> &Change {
    let here = |c: &&Change| (c.measure, c.basis, c.area.level) == (measure, basis, Level::Kingdom);
    report.changes.iter().find(here).unwrap_or_else(|| panic!("no change of {measure:?}"))
}

#[test]
fn a_change_is_that_of_each_years_answers_and_of_those_who_answered_in_both() {
    let report = report_on(&[
        answers(2023, &[row(0, "100", "11"), row(1, "860", "not held"), row(2, "50", "20")]),
        answers(2024, &[row(0, "100", "13"), row(1, "900", "90"), row(3, "231", "Refused s.12")]),
    ]);
    let children = change(&report, Measure::Count(Count::Children), Basis::AllAnswers);
    assert_eq!((children.earlier.numerator, children.later.numerator), (1010, 1231));
    let children = change(&report, Measure::Count(Count::Children), Basis::LikeForLike);
    assert_eq!((children.earlier.numerator, children.later.numerator, children.later.authorities), (960, 1000, 2));
    let matched = change(&report, Measure::Share(Share::Missing), Basis::Matched);
    assert_eq!((matched.earlier.numerator, matched.earlier.denominator), (31, Some(150)));
    assert_eq!((matched.later.numerator, matched.later.denominator), (103, Some(1000)));
    let alike = change(&report, Measure::Share(Share::Missing), Basis::LikeForLike);
    assert_eq!((alike.earlier.numerator, alike.later.numerator, alike.later.authorities), (11, 13, 1));
    assert!((alike.points.unwrap() - 0.02).abs() < 1e-12 && (alike.relative.unwrap() - 2.0 / 11.0).abs() < 1e-12);
    assert!(alike.lower.unwrap() < 0.0 && alike.upper.unwrap() > 0.02);
}

#[test]
fn three_years_are_compared_each_with_the_next_and_the_first_with_the_last() {
    let year = |year, missing: &str| answers(year, &[row(0, "100", missing)]);
    let report = report_on(&[year(2022, "10"), year(2023, "12"), year(2024, "15")]);
    let share = Measure::Share(Share::Missing);
    let found: Vec<_> = report
        .changes
        .iter()
        .filter(|c| (c.measure, c.basis, c.area.level) == (share, Basis::Matched, Level::Kingdom))
        .map(|c| (c.from.as_calendar_year().unwrap(), c.to.as_calendar_year().unwrap()))
        .collect();
    assert_eq!(found, [(2022, 2023), (2022, 2024), (2023, 2024)]);
}

#[test]
fn what_two_gave_together_is_left_out_together_and_has_no_place_on_a_funnel() {
    let text = "Authority,Year,Trafficked children,Trafficked children missing\n\
                Hammersmith and Fulham & Kensington and Chelsea,2024,100,50\nHull,2024,50,10\nLeeds,2024,80,10\n\
                Derby,2024,70,7\n";
    let report = report(&[("a.csv", text)]);
    let matched = rate(&report, UK, Cohort::Trafficked, Share::Missing, Basis::Matched);
    assert_eq!((matched.numerator, matched.denominator, matched.authorities), (77, 300, 5));
    let influence = report.influence.iter().find(|i| i.area.level == Level::Kingdom).unwrap();
    let first = &influence.without[0];
    assert_eq!((first.numerator, first.denominator), (27, 200));
    assert_eq!(first.respondent.names, ["Hammersmith and Fulham", "Kensington and Chelsea"]);
    let funnel = report.funnel.iter().find(|f| f.area.level == Level::Kingdom).unwrap();
    assert_eq!(funnel.authorities.len(), 3);
    assert!((funnel.pooled - 27.0 / 200.0).abs() < 1e-12);
    let respondents = report.respondents.iter().find(|r| r.area.level == Level::Kingdom).unwrap();
    assert_eq!((respondents.both.len(), respondents.not_named.len()), (4, 207));
}

#[test]
fn a_published_year_is_a_collection_year_unless_it_is_said_to_be_a_calendar_year() {
    let file = |year: &str| {
        format!(
            "time_period,geographic_level,new_la_code,la_name,missing_status,number\n\
             {year},Local authority,E10000016,Kent,Children looked after during the year,100\n\
             {year},Local authority,E10000016,Kent,Children who had a missing incident during the year,11\n"
        )
    };
    let periods = |year: &str, published_years| {
        let mut returns = Returns::default();
        returns.add(1, read("dfe.csv", file(year).as_bytes()));
        let report = returns.report(&Query { published_years, ..Query::default() });
        assert!(report.rates.iter().any(|r| (r.numerator, r.denominator) == (11, 100)));
        report.periods
    };
    let (collection, calendar) = (Period::collection_year(2025).unwrap(), Period::calendar_year(2025).unwrap());
    assert_eq!(periods("2025", PublishedYears::Collection), [collection]);
    assert_eq!(periods("2025", PublishedYears::Calendar), [calendar]);
    // What says more than a bare year means what it says.
    assert_eq!(periods("2024/25", PublishedYears::Calendar), [collection]);
}

#[test]
fn the_overlap_is_counted_where_all_three_numbers_were_given() {
    let text = "Authority,Year,Trafficked children,UASC,Trafficked and unaccompanied children\n\
                Kent,2024,40,200,30\nHull,2024,10,5,4\nLeeds,2024,10,<5,2\nDerby,2024,3,9,5\n";
    let report = report(&[("a.csv", text)]);
    let overlap = report.overlaps.iter().find(|o| o.area.level == Level::Kingdom).unwrap();
    assert_eq!((overlap.authorities, overlap.both, overlap.trafficked, overlap.unaccompanied), (2, 34, 50, 205));
    assert_eq!((overlap.either, overlap.of_trafficked), (221, Some(0.68)));
}

#[test]
fn nobody_missing_of_a_range_of_children_is_zero_and_not_blank() {
    let text = "Authority,Year,UASC,UASC missing\nKent,2024,<5,0\nHull,2024,1-5,0\nYork,2024,0,0\nSurrey,2024,100,20\n";
    let report = report(&[("a.csv", text)]);
    let value = |name: &str, basis| {
        let is = |rate: &&missing_rates::report::Rate| {
            (rate.area.name, rate.measure, rate.basis) == (Some(name), Share::Missing, basis)
        };
        report.rates.iter().find(is).map(|rate| rate.value)
    };
    for name in ["Kent", "Kingston upon Hull, City of"] {
        let ends = [Basis::LowestByRanges, Basis::HighestByRanges].map(|basis| value(name, basis));
        assert_eq!(ends, [Some(Some(0.0)); 2], "{name}");
    }
    // Of no children there is none.
    assert_eq!(value("York", Basis::Matched), Some(None));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn leaving_one_authority_out_is_calculating_without_it(
        cells in prop::collection::vec((prop::option::weighted(0.8, 0u64..400), prop::option::weighted(0.8, 0u64..100)), 3..12),
        left_out in any::<prop::sample::Index>(),
    ) {
        let text = |n: Option<u64>| n.map_or("not held".to_owned(), |n| n.to_string());
        let rows: Vec<_> = cells
            .iter()
            .enumerate()
            .map(|(at, (children, missing))| {
                let missing = missing.map(|missing| children.map_or(missing, |children| missing.min(children)));
                row(at * 17 + 3, &text(*children), &text(missing))
            })
            .collect();
        let whole = report_on(&[answers(2024, &rows)]);
        let at = left_out.index(rows.len());
        let mut fewer = rows.clone();
        let (code, ..) = fewer.remove(at);
        let fewer = report_on(&[answers(2024, &fewer)]);
        let without = whole
            .influence
            .iter()
            .find(|i| i.area.level == Level::Kingdom)
            .and_then(|i| i.without.iter().find(|w| w.respondent.codes[0].as_str() == code));
        let both_given = cells[at].0.is_some() && cells[at].1.is_some();
        prop_assert!(without.is_none() || both_given);
        if let Some(without) = without {
            let matched = rate(&fewer, UK, Cohort::Trafficked, Share::Missing, Basis::Matched);
            prop_assert_eq!((without.numerator, without.denominator), (matched.numerator, matched.denominator));
            prop_assert_eq!(without.value, matched.value);
        }
        // It takes no child fewer to rise to a share, and no child more to keep from lying above it.
        for hundredths in [0u64, 1234, 5000, 9999] {
            let Some(found) = find_target(&rows, &format!("{}.{:02}", hundredths / 100, hundredths % 100)) else {
                prop_assert!(rows.iter().all(|(_, children, _)| children == "not held" || children == "0"));
                continue;
            };
            let asked = i128::from(hundredths) * i128::from(found.denominator + found.silent_children);
            let with = |more: i64| (i128::from(found.numerator) + i128::from(more)) * 10_000;
            if i128::from(hundredths) * i128::from(found.denominator) >= i128::from(found.numerator) * 10_000 {
                prop_assert!(with(found.needed_children) >= asked && with(found.needed_children - 1) < asked);
            } else {
                prop_assert!(with(found.needed_children) <= asked && with(found.needed_children + 1) > asked);
            }
        }
        for influence in &whole.influence {
            let reach = |w: &missing_rates::report::Without| w.difference.map_or(f64::INFINITY, f64::abs);
            prop_assert!(influence.without.is_sorted_by(|a, b| reach(a) >= reach(b)));
        }
    }
}
