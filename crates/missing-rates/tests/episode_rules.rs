//! Rules that compare the episodes of a child, against a comparison of every episode with every other.

use missing_rates::read::Reader;
use missing_rates::report::Report;
use missing_rates::{Query, Returns};
use proptest::prelude::*;

/// Start and end as days of June of a year, none for a blank; legal status; reason for the end.
type Episode = (Option<u32>, Option<u32>, &'static str, &'static str);

fn episode() -> impl Strategy<Value = Episode> {
    let day = || prop::option::weighted(0.85, 1u32..8);
    let rec = prop::sample::select(vec!["", "X1", "E4A", "E99"]);
    (day(), day(), prop::sample::select(vec!["C2", "V2", ""]), rec)
}

fn text(episodes: &[Episode], year: i32) -> String {
    let day = |day: Option<u32>| day.map_or(String::new(), |day| format!("{day:02}/06/{year}"));
    let row = |(from, to, ls, rec): &Episode| format!("1,{},{ls},{},{rec}\n", day(*from), day(*to));
    // Another child, so that every file has a row.
    format!("CHILD,DECOM,LS,DEC,REC\n9,01/06/{year},C2,,\n{}", episodes.iter().map(row).collect::<String>())
}

fn report(files: &[(&str, String, i32)]) -> Report {
    let (mut returns, mut query) = (Returns::default(), Query::default());
    for (id, (name, text, year)) in (1..).zip(files) {
        let mut reader = Reader::new(name, Vec::new());
        reader.push(text.as_bytes());
        returns.add(id, reader.finish());
        query.years.insert(id, *year);
    }
    returns.report(&query)
}

/// How many rows break a rule.
fn found(report: &Report, rule: &str) -> usize {
    let count = report.findings.iter().filter(|finding| finding.rule == rule).map(|finding| finding.count).sum::<u64>();
    usize::try_from(count).unwrap_or(usize::MAX)
}

/// How many of all rows something is true of, each beside its place.
fn count(rows: &[Episode], is: impl Fn(usize, &Episode) -> bool) -> usize {
    rows.iter().enumerate().filter(|(at, row)| is(*at, row)).count()
}

/// Left open although a later one began; of those that begin on the last day one may be open.
fn open_142(rows: &[Episode]) -> usize {
    let Some(last) = rows.iter().filter_map(|row| row.0).max() else { return 0 };
    let earlier = count(rows, |_, row| row.1.is_none() && row.0.is_some_and(|from| from < last));
    let on_last = count(rows, |_, row| row.1.is_none() && row.0 == Some(last));
    earlier + on_last.saturating_sub(1)
}

/// Begins while an earlier one that ended still lasted.
fn overlap_501(rows: &[Episode]) -> usize {
    count(rows, |at, (from, to, ..)| {
        let Some(from) = *from else { return false };
        rows.iter().enumerate().any(|(other, (since, until, ..))| {
            let (Some(since), Some(until)) = (*since, *until) else { return false };
            let end = to.unwrap_or(u32::MAX);
            other != at
                && until >= since
                && until > from
                && (since < from || since == from && (until, other) < (end, at))
        })
    })
}

/// X1 and nothing begins that day, or an end of care and something does.
fn follows_388(rows: &[Episode]) -> usize {
    count(rows, |at, (_, to, _, rec)| {
        let begins = to.is_some() && rows.iter().enumerate().any(|(other, row)| other != at && row.0 == *to);
        to.is_some() && (*rec == "X1" && !begins || *rec == "E4A" && begins)
    })
}

/// The latest of last year is open, and every one of this year that begins that day has another legal status.
fn changed_503(last: &[Episode], this: &[Episode]) -> usize {
    let Some(day) = last.iter().filter_map(|row| row.0).max() else { return 0 };
    // Where several are open, which of them is compared follows from their codes.
    let mut open: Vec<&Episode> = last.iter().filter(|row| row.0 == Some(day) && row.1.is_none()).collect();
    open.sort_by_key(|row| (row.2, row.3));
    let Some(open) = open.last() else { return 0 };
    let same_day: Vec<&Episode> = this.iter().filter(|row| row.0 == Some(day)).collect();
    let differs = |row: &&Episode| !open.2.is_empty() && !row.2.is_empty() && open.2 != row.2;
    usize::from(!same_day.is_empty() && same_day.iter().all(differs))
}

proptest! {
    #[test]
    fn rules_about_pairs_of_episodes_are_those_that_a_comparison_of_all_finds(
        rows in prop::collection::vec(episode(), 0..7),
    ) {
        let report = report(&[("episodes.csv", text(&rows, 2024), 2025)]);
        prop_assert_eq!(found(&report, "142"), open_142(&rows), "142");
        prop_assert_eq!(found(&report, "501"), overlap_501(&rows), "501");
        prop_assert_eq!(found(&report, "388"), follows_388(&rows), "388");
    }

    #[test]
    fn an_episode_carried_on_is_compared_with_every_one_that_begins_on_its_day(
        last in prop::collection::vec(episode(), 0..4),
        this in prop::collection::vec(episode(), 0..4),
    ) {
        let files = [("last.csv", text(&last, 2023), 2024), ("this.csv", text(&this, 2023), 2025)];
        prop_assert_eq!(found(&report(&files), "503"), changed_503(&last, &this));
    }
}
