//! Groups of children, their incidents, and two years beside each other: hand-made returns with known answers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::format_push_string, clippy::format_collect)]

use crate::support::two_years::{asked, whole};
use crate::support::{assert_balanced, rate, report, report_for, total};
use missing_rates::cohort::{Cohort, Count, Share};
use missing_rates::group::{By, Group};
use missing_rates::period::Period;
use missing_rates::report::Shown;
use missing_rates::report::{Basis, Events, Incidents, Length, Measure, OnList, Profile, Report, Times, Unit};

const EPISODES: &str = "CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC\n";
const MISSING: &str = "CHILD,DOB,MISSING,MIS_START,MIS_END\n";

/// A count of an exact report.
fn n(shown: Shown) -> u64 {
    shown.number().unwrap()
}

fn year(year: i32) -> Period {
    Period::collection_year(year).unwrap()
}

/// Rows of `CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC` and of `CHILD,DOB,MISSING,MIS_START,MIS_END`.
fn of_year_2025(episodes: &str, missing: &str) -> Report {
    let files = [("episodes.csv", format!("{EPISODES}{episodes}")), ("missing.csv", format!("{MISSING}{missing}"))];
    let report = report_for(&files, Some(year(2025)));
    assert_balanced(&report);
    report
}

fn profile(report: &Report, cohort: Cohort, code: Incidents, group: Group) -> &Profile {
    find(report, cohort, code, group).unwrap_or_else(|| panic!("no profile of {cohort:?} {code:?} {group:?}"))
}

fn find(report: &Report, cohort: Cohort, code: Incidents, group: Group) -> Option<&Profile> {
    let is = |p: &&Profile| (p.cohort, p.code, p.group, p.on_list) == (cohort, code, group, None);
    report.profiles.iter().rfind(is)
}

/// Children and those missing of each group by which they are grouped, among all looked-after children.
fn shares(report: &Report, by: By) -> Vec<(&'static str, u64, u64)> {
    let of = report.profiles.iter().filter(|p| (p.cohort, p.code, p.by) == (Cohort::All, Incidents::Missing, by));
    of.map(|p| (p.group.name(), n(p.children), n(p.children_missing))).collect()
}

#[test]
fn incidents_count_in_the_placement_that_the_child_went_missing_from() {
    // Child 1 moves on 1 June, from a foster home into a children's home, and goes missing that day; child 2 the day after
    // a move; child 3 never.
    let episodes = "1,01/05/2023,S,C2,U1,PR4,01/06/2024,X1\n1,01/06/2024,P,C2,K2,PR1,,\n\
        2,01/05/2023,S,V2,U4,PR1,31/05/2024,X1\n2,31/05/2024,P,V2,K2,PR5,,\n\
        3,01/05/2023,S,C2,K2,PR4,,\n";
    let missing =
        "1,15/06/2010,M,01/06/2024,03/06/2024\n2,15/06/2010,M,01/06/2024,01/06/2024\n2,15/06/2010,M,01/08/2024,\n";
    let report = of_year_2025(episodes, missing);
    assert_eq!(shares(&report, By::Placement), [("foster", 2, 1), ("childrens-home", 3, 1)]);
    assert_eq!(shares(&report, By::LegalStatus), [("full-care-order", 2, 1), ("accommodated", 1, 1)]);
    assert_eq!(shares(&report, By::Provider), [("own-authority", 2, 0), ("private", 2, 1), ("voluntary", 1, 1)]);
    let home = profile(&report, Cohort::All, Incidents::Missing, Group::ChildrensHome);
    assert_eq!(
        (n(home.incidents), n(home.more_than_once), n(home.at_end), home.incidents_per_child),
        (2, 1, 1, Some(2.0))
    );
    assert_eq!(
        home.lengths.iter().map(|(l, count)| (*l, n(*count))).collect::<Vec<_>>(),
        [(Length::SameDay, 1), (Length::Open, 1)]
    );
    assert_eq!(home.times.iter().map(|(t, count)| (*t, n(*count))).collect::<Vec<_>>(), [(Times::Twice, 1)]);
    let foster = profile(&report, Cohort::All, Incidents::Missing, Group::Foster);
    assert_eq!((foster.value, foster.lengths.get(&Length::From2Days).copied().map(n)), (Some(0.5), Some(1)));
}

#[test]
fn a_child_who_turns_18_while_missing_went_missing_at_17() {
    let episodes = "1,01/05/2023,S,C2,U1,PR1,15/06/2024,E8\n2,01/05/2023,S,C2,U1,PR1,,\n";
    let header = "CHILD,DOB,ETHNIC\n1,15/06/2006,WBRI\n2,01/01/2010,WBRI\n";
    let missing = "1,15/06/2006,M,01/06/2024,\n2,01/01/2010,M,01/02/2025,01/02/2025\n";
    let files = [
        ("header.csv", header.to_owned()),
        ("episodes.csv", format!("{EPISODES}{episodes}")),
        ("missing.csv", format!("{MISSING}{missing}")),
    ];
    let report = report_for(&files, Some(year(2025)));
    // Header says how old all children are. Without it nothing does, whatever other modules say of some.
    assert_eq!(shares(&report_for(&files[1..], Some(year(2025))), By::Age), []);
    // Child 1 was 17 until the day that care ended, on which they turned 18.
    assert_eq!(shares(&report, By::Age), [("10-to-15", 1, 1), ("16-to-17", 1, 1), ("18-and-over", 1, 0)]);
    let of_17 = profile(&report, Cohort::All, Incidents::Missing, Group::From16To17);
    assert_eq!((n(of_17.at_end), of_17.lengths.get(&Length::Open).copied().map(n)), (1, Some(1)));
}

#[test]
fn a_child_who_leaves_and_comes_back_is_one_child_whose_time_in_care_begins_anew() {
    let episodes = "1,01/05/2022,S,C2,U1,PR1,01/06/2024,E4A\n1,01/02/2025,S,C2,K2,PR1,,\n";
    let report = of_year_2025(episodes, "1,01/01/2010,M,01/03/2025,02/03/2025\n1,01/01/2010,M,15/07/2024,16/07/2024\n");
    assert_eq!(total(&report, None, Cohort::All, Count::Children), 1);
    // The second incident began while the child was not in care: it counts, and nothing says from where.
    assert_eq!(shares(&report, By::Placement), [("foster", 1, 0), ("childrens-home", 1, 1), ("not-known", 1, 1)]);
    assert_eq!(
        shares(&report, By::TimeInCare),
        [("under-3-months", 1, 1), ("1-to-under-2-years", 1, 0), ("2-to-under-5-years", 1, 0), ("not-known", 1, 1)]
    );
}

#[test]
fn a_child_is_of_no_age_at_which_they_were_not_looked_after() {
    // Five years of returns. The child left at 14, and came back at 18.
    let (left, back) = ("1,01/01/2023,C2,01/02/2023\n", "1,01/12/2026,C2,\n");
    let mut files = Vec::new();
    for (year, episodes) in [(2023, left), (2024, ""), (2025, ""), (2026, ""), (2027, back)] {
        let missing = if year == 2023 { "1,01/06/2008,M,05/01/2023,06/01/2023\n" } else { "" };
        // Another child, so that no file is empty: not looked after other than under short breaks.
        files.push((format!("episodes {year}.csv"), format!("CHILD,DECOM,LS,DEC\n{episodes}2,01/05/2022,V4,\n")));
        files.push((format!("missing {year}.csv"), format!("{MISSING}{missing}2,01/06/2008,M,01/05/2022,\n")));
        files.push((
            format!("header {year}.csv"),
            "CHILD,DOB,ETHNIC\n1,01/06/2008,WBRI\n2,01/06/2008,WBRI\n".to_owned(),
        ));
    }
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let report = report_for(&files, Some("2023-01-01/2027-01-01".parse().unwrap()));
    assert_eq!(shares(&report, By::Age), [("10-to-15", 1, 1), ("18-and-over", 1, 0)]);
}

#[test]
fn incidents_carried_over_have_no_month_and_missing_and_away_stand_apart_and_together() {
    let episodes = "1,01/05/2020,S,C2,U1,PR1,,\n2,01/05/2020,S,C2,U1,PR1,,\n";
    let missing = "1,01/01/2010,M,30/03/2024,01/04/2024\n1,01/01/2010,A,01/04/2024,05/04/2024\n\
        2,01/01/2010,a,31/03/2025,10/04/2025\n2,01/01/2010,M,28/02/2025,29/03/2025\n";
    let report = of_year_2025(episodes, missing);
    let of = |code| profile(&report, Cohort::All, code, Group::All);
    let (m, a, either) = (of(Incidents::Missing), of(Incidents::Away), of(Incidents::Either));
    let months =
        |p: &Profile| p.months.iter().map(|(month, count)| (String::from(*month), n(*count))).collect::<Vec<_>>();
    assert_eq!((n(m.carried_over), months(m)), (1, vec![("2025-02".to_owned(), 1)]));
    assert_eq!((n(a.carried_over), months(a)), (0, vec![("2024-04".to_owned(), 1), ("2025-03".to_owned(), 1)]));
    assert_eq!((n(m.children_missing), n(a.children_missing), n(either.children_missing)), (2, 2, 2));
    assert_eq!((n(m.incidents), n(a.incidents), n(either.incidents)), (2, 2, 4));
    assert_eq!((n(m.more_than_once), n(either.more_than_once), n(a.at_end), n(m.at_end)), (0, 2, 1, 0));
    assert_eq!(
        (m.lengths.get(&Length::Over28Days).copied().map(n), a.lengths.get(&Length::From8Days).copied().map(n)),
        (Some(1), Some(1))
    );
}

#[test]
fn children_by_number_of_incidents_fall_into_the_stated_bands() {
    let counts = [1, 2, 3, 4, 5, 6, 10, 11, 20, 21, 50, 51, 60];
    let (mut episodes, mut missing) = (String::new(), String::new());
    for (child, count) in counts.iter().enumerate() {
        episodes += &format!("{child},01/05/2020,S,C2,U1,PR1,,\n");
        for nth in 0..*count {
            missing += &format!(
                "{child},01/01/2010,M,{:02}/{:02}/2024,{:02}/{:02}/2024\n",
                nth % 28 + 1,
                nth / 28 + 5,
                nth % 28 + 1,
                nth / 28 + 5
            );
        }
    }
    let report = of_year_2025(&episodes, &missing);
    let all = profile(&report, Cohort::All, Incidents::Missing, Group::All);
    assert_eq!(all.times.values().map(|shown| n(*shown)).collect::<Vec<_>>(), [1, 1, 1, 1, 1, 2, 2, 2, 2]);
    assert_eq!(n(all.incidents), counts.iter().sum::<u64>());
}

#[test]
fn columns_that_are_not_there_make_no_groups() {
    let files = [
        ("episodes.csv", "CHILD,DECOM,LS,DEC\n1,01/05/2024,C2,\n"),
        ("missing.csv", "CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2024,\n"),
    ];
    let report = report_for(&files, Some(year(2025)));
    let ways: std::collections::BTreeSet<By> = report.profiles.iter().map(|p| p.by).collect();
    assert_eq!(ways.into_iter().collect::<Vec<_>>(), [By::None, By::LegalStatus]);
}

#[test]
fn confirmed_and_suspected_children_of_a_list_are_kept_apart() {
    let files = [
        (
            "episodes.csv",
            "CHILD,DECOM,LS,DEC\n1,01/05/2023,C2,\n2,01/05/2023,C2,\n3,01/05/2023,C2,\n4,01/05/2023,C2,\n",
        ),
        ("missing.csv", "CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2024,\n2,M,01/06/2024,\n4,M,01/06/2024,\n"),
        // Child 1 is suspected in one row and confirmed in another.
        ("list.csv", "CHILD,TRAFFICKED\n1,Suspected\n1,Confirmed\n2,suspected\n3,suspected\n4,yes\n"),
    ];
    let report = report_for(&files, Some(year(2025)));
    let part = |part| {
        let is = |p: &&Profile| (p.on_list, p.code, p.group) == (Some(part), Incidents::Missing, Group::All);
        report.profiles.iter().find(is).map(|p| (n(p.children_missing), n(p.children))).unwrap()
    };
    assert_eq!(OnList::ALL.map(part), [(1, 1), (1, 2), (1, 1)]);
    let all = profile(&report, Cohort::Trafficked, Incidents::Missing, Group::All);
    assert_eq!((n(all.children_missing), n(all.children)), (3, 4));
}

#[test]
fn two_returns_answer_for_their_own_days_and_say_how_the_figures_changed() {
    let files = [
        ("episodes-2024.csv", "CHILD,DECOM,LS,DEC\n1,01/05/2023,C2,\n2,01/05/2023,C2,01/02/2024\n5,01/05/2023,C2,\n"),
        (
            "episodes-2025.csv",
            "CHILD,DECOM,LS,DEC\n1,01/05/2023,C2,\n3,01/12/2024,C2,\n4,01/02/2025,C2,\n5,01/05/2023,C2,\n",
        ),
        (
            "missing-2024.csv",
            "CHILD,MISSING,MIS_START,MIS_END\n1,M,30/03/2024,\n2,M,05/01/2024,06/01/2024\n5,M,31/03/2024,\n",
        ),
        // Nothing more is heard of the period of child 5 that was left open.
        ("missing-2025.csv", "CHILD,MISSING,MIS_START,MIS_END\n1,M,30/03/2024,03/04/2024\n3,M,31/12/2024,02/01/2025\n"),
    ];
    let report = asked(&files.map(|(name, text)| (name, text.to_owned())), whole);
    assert_balanced(&report);
    assert_eq!(report.periods, [year(2025)]);
    assert!(report.uncovered.is_empty());
    assert_eq!(report.answered_by.iter().map(|by| by.year).collect::<Vec<_>>(), [2025]);
    let share = rate(&report, None, Cohort::All, Share::Missing, Basis::ChildLevel);
    assert_eq!((share.numerator, share.denominator), (2, 4));
    let change = report.changes.iter().find(|c| c.measure == Measure::Share(Share::Missing)).unwrap();
    assert_eq!((change.from, change.to), (year(2024), year(2025)));
    assert_eq!((change.earlier.numerator, change.earlier.denominator), (3, Some(3)));
    assert_eq!((change.later.numerator, change.later.denominator), (2, Some(4)));
    assert_eq!((change.points, change.unit, change.method), (Some(-0.5), Unit::PercentagePoints, Some("newcombe")));
    let events = report.changes.iter().find(|c| c.measure == Measure::Events(Events::Missing)).unwrap();
    assert_eq!((events.earlier.value, events.later.value), (Some(100.0), Some(50.0)));
    // Two were missing on 31 March 2024, and none a year later.
    let at_end = report.changes.iter().find(|c| c.measure == Measure::Count(Count::ChildrenMissingAtEnd)).unwrap();
    assert_eq!((at_end.earlier.numerator, at_end.later.numerator), (2, 0));

    // The same from last year's return alone.
    let alone = report_for(&[files[0], files[2]], None);
    assert_eq!(alone.periods, [year(2024)]);
    let share = rate(&alone, None, Cohort::All, Share::Missing, Basis::ChildLevel);
    assert_eq!((share.numerator, share.denominator), (3, 3));
    assert!(alone.changes.is_empty());

    // A calendar year over both: last year's return for January to March.
    let both = report_for(&files, Period::calendar_year(2024));
    assert_eq!(
        both.answered_by.iter().map(|by| (by.year, by.days.to_string())).collect::<Vec<_>>(),
        [(2024, "2024-01-01/2024-03-31".to_owned()), (2025, "2024-04-01/2024-12-31".to_owned()),]
    );
    // What is left open in last year's return is open to the end of its year: child 5 is not missing in December.
    assert_eq!(total(&both, None, Cohort::All, Count::ChildrenMissingAtEnd), 1);
    assert_eq!(total(&both, None, Cohort::All, Count::ChildrenMissing), 4);
    assert!(both.changes.is_empty(), "2023 is not covered");
    let outside = report_for(&files, Period::calendar_year(2025));
    assert_eq!(outside.uncovered, ["2025-04-01/2025-12-31".parse().unwrap()]);
}

#[test]
fn a_person_can_say_which_year_a_file_is_of() {
    // Everything in this return began the year before, so that its dates say 2024.
    let files = [
        ("episodes.csv", "CHILD,DECOM,LS,DEC\n1,01/05/2023,C2,\n2,01/05/2023,C2,\n"),
        ("missing.csv", "CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2023,02/06/2023\n"),
        ("uasc.csv", "CHILD,DUC\n1,\n"),
    ];
    let mut returns = missing_rates::Returns::default();
    for (id, (name, text)) in (1..).zip(files) {
        returns.add(id, crate::support::read(name, text.as_bytes()));
    }
    let mut asked = missing_rates::Query::default();
    let years = |report: &Report| {
        report.files.iter().map(|f| f.collection_year.unwrap()).map(|y| (y.year, y.asked)).collect::<Vec<_>>()
    };
    let as_dated = returns.report(&asked);
    assert_eq!((years(&as_dated), &as_dated.periods[..]), (vec![(2024, false); 3], &[year(2024)][..]));
    asked.years = [(1, 2025), (2, 2025)].into();
    let swapped = returns.report(&asked);
    assert_eq!(
        (years(&swapped), &swapped.periods[..]),
        (vec![(2025, true), (2025, true), (2025, false)], &[year(2025)][..])
    );
    assert_eq!(returns.entry_in(&swapped, 3).unwrap().name, "uasc.csv");
    // No such year can be.
    asked.years = [(1, 3000)].into();
    assert_eq!(returns.report(&asked).periods, [year(2024)]);
}

#[test]
fn no_group_has_more_missing_than_children_and_whole_cohorts_say_what_the_rates_say() {
    let files = ["header", "episodes", "uasc", "missing"]
        .map(|name| (format!("{name}.csv"), crate::support::sample(&format!("ssda903/{name}.csv"))));
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let report = report(&files);
    assert!(report.profiles.len() > 100);
    for p in &report.profiles {
        assert!(n(p.children) > 0 && n(p.children_missing) <= n(p.children), "{p:?}");
        assert_eq!(p.lengths.values().map(|shown| n(*shown)).sum::<u64>(), n(p.incidents), "{p:?}");
        assert_eq!(p.months.values().map(|shown| n(*shown)).sum::<u64>() + n(p.carried_over), n(p.incidents), "{p:?}");
        assert_eq!(p.times.values().map(|shown| n(*shown)).sum::<u64>(), n(p.children_missing), "{p:?}");
        let once = p.times.get(&Times::Once).copied().map_or(0, n);
        assert_eq!(n(p.more_than_once), n(p.children_missing) - once, "{p:?}");
        assert!(n(p.at_end) <= n(p.children_missing) && n(p.incidents) >= n(p.children_missing), "{p:?}");
        // Each incident is of one group of each kind.
        let by = |other: &&Profile| (other.cohort, other.code, other.by) == (p.cohort, p.code, p.by);
        let incidents: u64 = report.profiles.iter().filter(by).map(|p| n(p.incidents)).sum();
        let whole = profile(&report, p.cohort, p.code, Group::All);
        assert_eq!(incidents, n(whole.incidents), "{:?} {:?} {:?}", p.cohort, p.code, p.by);
    }
    for cohort in [Cohort::All, Cohort::Unaccompanied] {
        for (code, share) in [(Incidents::Missing, Share::Missing), (Incidents::Away, Share::Away)] {
            let (p, r) =
                (profile(&report, cohort, code, Group::All), rate(&report, None, cohort, share, Basis::ChildLevel));
            assert_eq!((n(p.children_missing), n(p.children), p.value), (r.numerator, r.denominator, r.value));
        }
    }
}

#[test]
fn one_child_may_have_fifty_thousand_rows() {
    // Seventy episodes and incidents on every day of a year, within an episode that never ended.
    let year = year(2025);
    let (mut episodes, mut missing) = (String::from(EPISODES), String::from(MISSING));
    let mut day = Some(year.start());
    while let Some(on) = day.filter(|day| *day <= year.end()) {
        let (year, month, of_month) = on.ymd();
        let written = format!("{of_month:02}/{month:02}/{year}");
        for _ in 0..70 {
            episodes += &format!("1,{written},P,C2,U1,PR1,{written},X1\n");
            missing += &format!("1,15/06/2010,M,{written},{written}\n");
        }
        day = on.next();
    }
    episodes += "1,01/04/2024,S,C2,K2,PR1,,\n";
    let files = [("episodes.csv", episodes), ("missing.csv", missing)];
    let report = report_for(&files, Some(year));
    let all = profile(&report, Cohort::All, Incidents::Missing, Group::All);
    assert_eq!((n(all.children), n(all.incidents)), (1, 365 * 70));
    let home = profile(&report, Cohort::All, Incidents::Missing, Group::ChildrensHome);
    // On the first day the others began on the same day and ended before it.
    assert_eq!(n(home.incidents), 364 * 70);
}
