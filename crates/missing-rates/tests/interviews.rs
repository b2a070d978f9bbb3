//! Return-home interviews and teams: against a count by hand of the same files, and case by case.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::too_many_lines,
    clippy::type_complexity,
    clippy::format_collect
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::support::{assert_balanced, returns, sample, set_aside, total};
use missing_rates::cohort::{Cohort, Count};
use missing_rates::interviews::{Doubt, Interviews, Tally, Team};
use missing_rates::report::{Disclosure, FileKind, Problem, Reason};
use missing_rates::{Query, Returns};

/// Day of the month and month, of 2024-25, as a number that counts on.
fn number(cell: &str) -> i64 {
    let part = |at: std::ops::Range<usize>| cell[at].parse::<i64>().unwrap();
    let (day, month, year) = (part(0..2), part(3..5), part(6..10));
    // Howard Hinnant, days from civil.
    let (y, m) = if month <= 2 { (year - 1, month + 9) } else { (year, month - 3) };
    365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day
}

/// The date some days after another.
fn after(cell: &str, days: i64) -> String {
    let wanted = number(cell) + days;
    let months = (2023..2027).flat_map(|year| (1..=12).map(move |month| (year, month)));
    let all = months.flat_map(|(year, month)| (1..=31).map(move |day| format!("{day:02}/{month:02}/{year}")));
    let lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let is_real = |date: &String| {
        let (day, month, year) = (&date[0..2], date[3..5].parse::<usize>().unwrap(), date[6..].parse::<i64>().unwrap());
        let length = if month == 2 && year % 4 > 0 { 28 } else { lengths[month - 1] };
        day.parse::<usize>().unwrap() <= length
    };
    all.filter(is_real).find(|date| number(date) == wanted).unwrap()
}

type Rows = Vec<BTreeMap<String, String>>;

fn rows(bytes: &[u8]) -> Rows {
    let mut reader = csv::Reader::from_reader(bytes);
    let header = reader.headers().unwrap().clone();
    let cells = |row: csv::StringRecord| header.iter().zip(&row).map(|(n, c)| (n.to_owned(), c.to_owned())).collect();
    reader.records().map(|row| cells(row.unwrap())).collect()
}

/// The incidents of the sample that count, with how often one begins on the day.
fn counted(episodes: &Rows, missing: &Rows) -> Vec<(BTreeMap<String, String>, usize)> {
    let (from, to) = (number("01/04/2024"), number("31/03/2025"));
    let end = |cell: &str| if cell.is_empty() { i64::MAX } else { number(cell) };
    let in_care = |child: &str| {
        episodes.iter().any(|row| {
            row["CHILD"] == child
                && !["V3", "V4"].contains(&row["LS"].as_str())
                && number(&row["DECOM"]) <= to
                && end(&row["DEC"]) >= from
        })
    };
    let is = |row: &&BTreeMap<String, String>| {
        row["MISSING"] == "M"
            && number(&row["MIS_START"]) <= to
            && end(&row["MIS_END"]) >= from
            && number(&row["MIS_START"]) <= end(&row["MIS_END"])
            && in_care(&row["CHILD"])
    };
    let all: Vec<_> = missing.iter().filter(is).cloned().collect();
    let often = |row: &BTreeMap<String, String>| {
        all.iter().filter(|other| ["CHILD", "MIS_START"].iter().all(|column| other[*column] == row[*column])).count()
    };
    all.iter().map(|row| (row.clone(), often(row))).collect()
}

#[test]
fn the_sample_with_a_list_of_every_sort_of_row_is_as_counted_by_hand() {
    let [header, episodes, uasc, missing] =
        ["header.csv", "episodes.csv", "uasc.csv", "missing.csv"].map(|name| sample(&format!("ssda903/{name}")));
    let incidents = counted(&rows(&episodes), &rows(&missing));
    let mut list = String::from("CHILD,MIS_START,OFFERED,ACCEPTED,DATE\n");
    let mut teams = String::from("CHILD,TEAM\n");
    let mut by_hand: BTreeMap<Team, Tally> = BTreeMap::new();
    let mut team_of: BTreeMap<String, Team> = BTreeMap::new();
    for (nth, (row, often)) in incidents.iter().enumerate() {
        let (child, start, end) = (&row["CHILD"], &row["MIS_START"], &row["MIS_END"]);
        let team = team_of.entry(child.clone()).or_insert_with(|| match nth % 5 {
            0 | 1 => {
                writeln!(teams, "{child},North").unwrap();
                writeln!(teams, "{child},north ").unwrap();
                Team::Named("North".to_owned())
            }
            2 => {
                writeln!(teams, "{child},South").unwrap();
                Team::Named("South".to_owned())
            }
            3 => {
                writeln!(teams, "{child},South\n{child},North").unwrap();
                Team::Several
            }
            _ => Team::NotGiven,
        });
        let tally = by_hand.entry(team.clone()).or_default();
        tally.incidents += 1;
        let days = [0, 2, 3, 4, 9][nth % 5];
        let back = if end.is_empty() { "01/04/2024" } else { end };
        let (offered, accepted, date) = match nth % 7 {
            0 => ("Y", "Y", after(back, days)),
            1 => ("Y", "N", String::new()),
            2 => ("N", "", String::new()),
            3 => ("", "", String::new()),
            4 => ("Y", "Y", String::new()),
            5 => ("perhaps", "Y", after(back, days)),
            _ => ("-", "-", String::new()),
        };
        // Every seventh has no row.
        let has_row = nth % 7 != 6;
        if has_row {
            writeln!(list, "{child},{start},{offered},{accepted},{date}").unwrap();
        }
        if end.is_empty() {
            tally.not_back += 1;
            continue;
        }
        if number(end) + 3 > number("31/03/2025") {
            tally.too_soon += 1;
            continue;
        }
        // A day on which two begin has two rows at most, and neither says which it is about.
        let any_row = has_row || *often > 1;
        if !any_row {
            tally.offered.unknown.not_recorded += 1;
            tally.offered_in_time.unknown.not_recorded += 1;
            tally.held.unknown.not_recorded += 1;
            continue;
        }
        if *often > 1 {
            tally.offered.unknown.not_clear += 1;
            tally.offered_in_time.unknown.not_clear += 1;
            tally.held.unknown.not_clear += 1;
            continue;
        }
        match offered {
            "Y" => tally.offered.yes += 1,
            "N" => tally.offered.no += 1,
            "" => tally.offered.unknown.not_said += 1,
            _ => tally.offered.unknown.not_clear += 1,
        }
        match offered {
            "Y" if !date.is_empty() && days <= 3 => tally.offered_in_time.yes += 1,
            "N" => tally.offered_in_time.no += 1,
            "Y" | "" => tally.offered_in_time.unknown.not_said += 1,
            _ => tally.offered_in_time.unknown.not_clear += 1,
        }
        match (offered, accepted) {
            ("Y", "Y") => tally.accepted.yes += 1,
            ("Y", "N") => tally.accepted.no += 1,
            _ => {}
        }
        match (date.is_empty(), days <= 3, offered == "N" || accepted == "N") {
            (false, true, _) => tally.held.in_time += 1,
            (false, false, _) => tally.held.later += 1,
            (true, _, true) => tally.held.not_held += 1,
            _ => tally.held.unknown.not_said += 1,
        }
    }
    let files = [
        ("header.csv", header),
        ("episodes.csv", episodes),
        ("uasc.csv", uasc),
        ("missing.csv", missing),
        ("rhi.csv", list.into_bytes()),
        ("teams.csv", teams.into_bytes()),
    ];
    let returns = returns(&files);
    let found = returns.interviews(&Query::default()).unwrap();
    assert_eq!(found.teams, by_hand.clone().into_iter().collect::<Vec<_>>());
    let report = returns.report(&Query::default());
    assert_balanced(&report);
    assert_eq!(found.all.incidents, total(&report, None, Cohort::All, Count::MissingIncidents));
    assert_eq!(found.all.incidents, by_hand.values().map(|tally| tally.incidents).sum::<u64>());
    assert!(found.all.asked() > 30 && found.all.not_back > 0, "{found:?}");
    for tally in found.teams.iter().map(|(_, tally)| tally).chain([&found.all]) {
        let (offered, held) = (tally.offered, tally.held);
        assert_eq!(offered.yes + offered.no + offered.unknown.all(), tally.asked());
        assert_eq!((held.is_in_time().all(), tally.offered_in_time.all()), (tally.asked(), tally.asked()));
        assert_eq!(tally.accepted.yes + tally.accepted.no + tally.accepted.not_said, offered.yes);
    }
    accounted(&found);
}

/// Every row of the lists is in one place.
fn accounted(found: &Interviews) {
    let rows = &found.rows;
    assert_eq!(rows.all, rows.used + rows.other_period + rows.repeated + rows.doubtful.len() as u64, "{rows:?}");
}

const EPISODES: &str = "CHILD,DECOM,LS,DEC\n1,01/05/2023,C2,\n2,01/05/2023,C2,\n3,01/05/2023,C2,\n4,01/05/2023,V4,\n";

/// The incident of child 1 began on 1 June 2024 and ended on the 2nd; a later one tells how far the file goes.
fn one(list: &str) -> (Interviews, Returns) {
    let missing = "CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2024,02/06/2024\n2,M,01/03/2025,31/03/2025\n3,A,01/06/2024,02/06/2024\n";
    let list = format!("CHILD,MIS_START,OFFERED,ACCEPTED,DATE\n{list}");
    let returns = returns(&[("episodes.csv", EPISODES), ("missing.csv", missing), ("rhi.csv", &list)]);
    let found = returns.interviews(&Query::default()).unwrap();
    accounted(&found);
    (found, returns)
}

#[test]
fn each_sort_of_row_is_read_by_what_it_says_and_no_more() {
    // Offered: yes, no, not recorded, not said, not clear. Held: in time, later, not held, not recorded, not said, not clear.
    let cases: [(&str, [u64; 5], [u64; 6], Option<Doubt>); 23] = [
        ("1,01/06/2024,Y,Y,02/06/2024", [1, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0], None),
        ("1,01/06/2024,Y,Y,05/06/2024", [1, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0], None),
        ("1,01/06/2024 22:15,Y,Y,05/06/2024 09:00", [1, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0], None),
        ("1,01/06/2024,Y,Y,06/06/2024", [1, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0], None),
        ("1,01/06/2024,Y,,05/06/2024", [1, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0], None),
        ("1,01/06/2024,,,05/06/2024", [0, 0, 0, 1, 0], [1, 0, 0, 0, 0, 0], None),
        ("1,01/06/2024,Y,N,", [1, 0, 0, 0, 0], [0, 0, 1, 0, 0, 0], None),
        ("1,01/06/2024,N,,", [0, 1, 0, 0, 0], [0, 0, 1, 0, 0, 0], None),
        ("1,01/06/2024,Y,Y,", [1, 0, 0, 0, 0], [0, 0, 0, 0, 1, 0], None),
        ("1,01/06/2024,Y,,", [1, 0, 0, 0, 0], [0, 0, 0, 0, 1, 0], None),
        ("1,01/06/2024,Y,Y,01/06/2024", [1, 0, 0, 0, 0], [0, 0, 0, 0, 0, 1], Some(Doubt::BeforeReturn)),
        // In three days, ten years later; and a year later to the day, which is late but may be.
        ("1,01/06/2024,Y,Y,05/06/2034", [1, 0, 0, 0, 0], [0, 0, 0, 0, 0, 1], Some(Doubt::YearsLater)),
        ("1,01/06/2024,Y,Y,01/06/2025", [1, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0], None),
        ("1,01/06/2024,Y,Y,soon", [1, 0, 0, 0, 0], [0, 0, 0, 0, 0, 1], Some(Doubt::NotADate)),
        ("1,01/06/2024,later,Y,05/06/2024", [0, 0, 0, 0, 1], [1, 0, 0, 0, 0, 0], Some(Doubt::NotUnderstood)),
        ("1,01/06/2024,Y,perhaps,", [1, 0, 0, 0, 0], [0, 0, 0, 0, 0, 1], Some(Doubt::NotUnderstood)),
        ("1,01/06/2024,N,,05/06/2024", [0, 0, 0, 0, 1], [0, 0, 0, 0, 0, 1], Some(Doubt::DatedWithoutOffer)),
        ("1,01/06/2024,N,N,05/06/2024", [0, 0, 0, 0, 1], [0, 0, 0, 0, 0, 1], Some(Doubt::DatedWithoutOffer)),
        // The day may be that of the offer, which counts; an interview that was declined was not held.
        ("1,01/06/2024,Y,N,05/06/2024", [1, 0, 0, 0, 0], [0, 0, 1, 0, 0, 0], Some(Doubt::DatedNotAccepted)),
        ("1,01/06/2024,,N,05/06/2024", [0, 0, 0, 1, 0], [0, 0, 1, 0, 0, 0], Some(Doubt::DatedNotAccepted)),
        ("1,01/06/2024,N,Y,", [0, 0, 0, 0, 1], [0, 0, 0, 0, 0, 1], Some(Doubt::AcceptedWithoutOffer)),
        ("1,02/06/2024,Y,Y,05/06/2024", [0, 0, 1, 0, 0], [0, 0, 0, 1, 0, 0], Some(Doubt::NoIncident)),
        ("3,01/06/2024,Y,Y,05/06/2024", [0, 0, 1, 0, 0], [0, 0, 0, 1, 0, 0], Some(Doubt::Away)),
    ];
    for (row, offered, held, doubt) in cases {
        let (found, _) = one(&format!("{row}\n"));
        let Tally { offered: o, held: h, .. } = found.all;
        let [not_recorded, not_said, not_clear] = [o.unknown.not_recorded, o.unknown.not_said, o.unknown.not_clear];
        assert_eq!([o.yes, o.no, not_recorded, not_said, not_clear], offered, "{row}");
        let [not_recorded, not_said, not_clear] = [h.unknown.not_recorded, h.unknown.not_said, h.unknown.not_clear];
        assert_eq!([h.in_time, h.later, h.not_held, not_recorded, not_said, not_clear], held, "{row}");
        let doubts: Vec<Doubt> = found.rows.doubtful.iter().map(|row| row.doubt).collect();
        assert_eq!(doubts, doubt.into_iter().collect::<Vec<_>>(), "{row}");
        assert_eq!((found.all.incidents, found.all.too_soon), (2, 1), "{row}");
    }
}

#[test]
fn rows_that_differ_or_repeat_and_strangers_are_told() {
    let (found, _) = one("1,01/06/2024,Y,Y,05/06/2024\n1,01/06/2024,Y,Y,05/06/2024\n");
    assert_eq!((found.all.held.in_time, found.rows.repeated, found.rows.used), (1, 1, 1));
    let (found, _) = one("1,01/06/2024,Y,Y,05/06/2024\n1,01/06/2024,Y,N,\n");
    assert_eq!((found.all.offered.unknown.not_clear, found.all.held.unknown.not_clear), (1, 1));
    assert_eq!(
        found.rows.doubtful.iter().map(|row| (row.row, row.doubt)).collect::<Vec<_>>(),
        [(2, Doubt::Differ), (3, Doubt::Differ)]
    );
    let (found, returns) = one("1,01/06/2024,Y,Y,05/06/2024\n9,01/06/2024,Y,Y,05/06/2024\n1,,Y,Y,05/06/2024\n");
    assert_eq!(found.rows.doubtful[0].doubt, Doubt::NoSuchChild);
    assert_eq!(set_aside(&returns.report(&Query::default()), "rhi.csv"), [(Reason::NoStartDate, 1)]);
}

#[test]
fn two_incidents_of_one_day_are_not_told_from_each_other() {
    let missing = "CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2024,02/06/2024\n1,M,01/06/2024,03/06/2024\n2,M,01/03/2025,31/03/2025\n";
    let list = "CHILD,MIS_START,OFFERED,ACCEPTED,DATE\n1,01/06/2024,Y,Y,04/06/2024\n";
    let returns = returns(&[("episodes.csv", EPISODES), ("missing.csv", missing), ("rhi.csv", list)]);
    let found = returns.interviews(&Query::default()).unwrap();
    assert_eq!((found.all.asked(), found.all.offered.unknown.not_clear), (2, 2));
    assert_eq!(found.rows.doubtful[0].doubt, Doubt::TwoIncidents);
    accounted(&found);
}

#[test]
fn what_is_not_known_yet_is_left_out_and_not_counted_against_anybody() {
    // Back on 28 March: 72 hours have passed on the 31st. Back on the 29th: not yet. And one is not back.
    let missing =
        "CHILD,MISSING,MIS_START,MIS_END\n1,M,27/03/2025,28/03/2025\n2,M,28/03/2025,29/03/2025\n3,M,01/03/2025,\n";
    let list = "CHILD,MIS_START,OFFERED,ACCEPTED,DATE\n2,28/03/2025,Y,Y,30/03/2025\n";
    let made = returns(&[("episodes.csv", EPISODES), ("missing.csv", missing), ("rhi.csv", list)]);
    let query = Query { complete_to: BTreeMap::from([(2025, "2025-03-31".parse().unwrap())]), ..Query::default() };
    let found = made.interviews(&query).unwrap();
    assert_eq!(found.known_to.to_string(), "2025-03-31");
    let all = found.all;
    assert_eq!((all.incidents, all.not_back, all.too_soon, all.asked()), (3, 1, 1, 1));
    assert_eq!((all.offered.unknown.not_recorded, all.offered.yes), (1, 0));
    // Next year's return says that the child is back, and that no day of the year is left.
    let next = "CHILD,MISSING,MIS_START,MIS_END\n3,M,01/03/2025,02/04/2025\n1,M,01/02/2026,31/03/2026\n";
    let later = "CHILD,DECOM,LS,DEC\n1,01/05/2023,C2,\n2,01/05/2023,C2,\n3,01/05/2023,C2,\n1,01/05/2025,C2,\n";
    let both = returns(&[
        ("episodes 2024-25.csv", EPISODES),
        ("missing 2024-25.csv", missing),
        ("episodes 2025-26.csv", later),
        ("missing 2025-26.csv", next),
        ("rhi.csv", list),
    ]);
    let query = Query { period: missing_rates::period::Period::collection_year(2025), ..query };
    let all = both.interviews(&query).unwrap().all;
    // What another return says about a day outside its year changes no figure, here neither.
    assert_eq!((all.incidents, all.not_back, all.too_soon), (3, 1, 0));
    assert_eq!((all.offered.yes, all.held.in_time, all.held.unknown.not_recorded), (1, 1, 1));
}

#[test]
fn a_list_changes_no_figure_and_is_in_no_report() {
    let [episodes, missing] = ["episodes.csv", "missing.csv"].map(|name| sample(&format!("ssda903/{name}")));
    let known = rows(&missing);
    let mut list = String::from("CHILD,MIS_START,OFFERED,ACCEPTED,DATE\n");
    let mut teams = String::from("CHILD,TEAM\n");
    for row in &known {
        writeln!(list, "{},{},Y,Y,{}", row["CHILD"], row["MIS_START"], row["MIS_END"]).unwrap();
        writeln!(teams, "{},Zebedee Quux", row["CHILD"]).unwrap();
    }
    let all = [
        ("episodes.csv", episodes),
        ("missing.csv", missing),
        ("rhi.csv", list.into_bytes()),
        ("teams.csv", teams.into_bytes()),
    ];
    let (with, without) = (returns(&all), returns(&all[..2]));
    assert!(with.interviews(&Query::default()).is_some_and(|found| found.all.offered.yes > 0));
    for disclosure in Disclosure::ALL {
        let query = Query { disclosure, ..Query::default() };
        let [mut one, other] = [&with, &without].map(|of| of.report(&query));
        one.files.retain(|file| !matches!(file.kind, FileKind::Interviews | FileKind::Teams));
        assert_eq!(one, other, "{disclosure:?}");
        assert!(!with.report(&query).to_json().contains("Zebedee"), "{disclosure:?}");
        assert_eq!(with.interviews(&query).is_some(), disclosure == Disclosure::Exact);
    }
}

#[test]
fn a_list_that_says_nothing_about_these_children_is_a_problem_and_no_answer() {
    let missing = "CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2024,02/06/2024\n";
    let strangers =
        "CHILD,MIS_START,OFFERED,ACCEPTED,DATE\n71,01/06/2024,Y,Y,02/06/2024\n72,01/06/2024,Y,Y,02/06/2024\n";
    let files = [("episodes.csv", EPISODES), ("missing.csv", missing), ("rhi.csv", strangers)];
    let made = returns(&files);
    assert_eq!(made.interviews(&Query::default()), None);
    let problem = |returns: &Returns| {
        let report = returns.report(&Query::default());
        report.files.iter().find(|file| file.kind == FileKind::Interviews).unwrap().problem.clone()
    };
    assert_eq!(problem(&made), Some(Problem::ChildrenNotInEpisodes));
    let alone = returns(&files[1..]);
    assert_eq!(alone.interviews(&Query::default()), None);
    assert_eq!(problem(&alone), Some(Problem::NeedsEpisodes));
    // Zeros at the start are a question, as in any other file.
    let zeros = "CHILD,MIS_START,OFFERED,ACCEPTED,DATE\n0001,01/06/2024,Y,Y,02/06/2024\n";
    let made = returns(&[files[0], files[1], ("rhi.csv", zeros)]);
    assert_eq!(problem(&made), Some(Problem::LeadingZeros { children: 1 }));
    let query = Query { zeros_matter: Some(false), ..Query::default() };
    let complete = BTreeMap::from([(2025, "2025-03-31".parse().unwrap())]);
    assert_eq!(made.interviews(&Query { complete_to: complete, ..query }).unwrap().all.held.in_time, 1);
}

#[test]
fn of_several_authorities_each_has_its_own_rows() {
    let of = |header: &str, rows: &str| {
        let both = ["Kent", "Essex"].map(|name| rows.lines().map(|row| format!("{name},{row}\n")).collect::<String>());
        format!("LA,{header}\n{}{}", both[0], both[1])
    };
    let episodes = of("CHILD,DECOM,LS,DEC", "1,01/05/2023,C2,\n2,01/05/2023,C2,");
    let missing = of("CHILD,MISSING,MIS_START,MIS_END", "1,M,01/06/2024,02/06/2024\n2,M,01/03/2025,31/03/2025");
    let list = "LA,CHILD,MIS_START,OFFERED,ACCEPTED,DATE\nKent,1,01/06/2024,Y,Y,03/06/2024\n";
    let made = returns(&[("episodes.csv", &*episodes), ("missing.csv", &missing), ("rhi.csv", list)]);
    let found = made.interviews(&Query::default()).unwrap();
    assert_eq!((found.all.incidents, found.all.held.in_time, found.not_covered), (2, 1, vec!["Essex".to_owned()]));
    let unnamed = "CHILD,MIS_START,OFFERED,ACCEPTED,DATE\n1,01/06/2024,Y,Y,03/06/2024\n";
    let made = returns(&[("episodes.csv", &*episodes), ("missing.csv", &missing), ("rhi.csv", unnamed)]);
    assert_eq!(made.interviews(&Query::default()), None);
}
