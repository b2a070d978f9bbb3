//! Up to which day the rows of a return go: checks are run every month, so that most returns on a desk stop somewhere
//! inside their year.
//!
//! A return is said to stop where its dates do, not at the latest of them. From the first weeks of April to the stop no
//! month is without a date, and what follows is empty for three times as long as the longest pause before it, but for a few stray dates. If
//! a return's dates were spread over the whole year by chance, that would happen once in about n³/6 returns with dates on
//! n days: for 8 days in fewer than 1 of 100, for 30 days in 1 of 5,000. Where the dates of one module are too few, those
//! of Episodes and Missing speak together.

use missing_rows::{Day, EpisodeRow, MissingRow, When};

use crate::period::Period;

/// Up to which day Episodes and Missing go; `None` where nothing says that they stop before 31 March.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Stops {
    pub(super) episodes: Option<Day>,
    pub(super) missing: Option<Day>,
}

/// The fewest days with a date by which a stop is known.
const FEWEST_DAYS: usize = 8;
/// The longest pause, in days, before a stop: no longer than a month.
const LONGEST_PAUSE: u16 = 31;
/// The last day of a year, counted from 0, on which its first date may lie.
const FIRST: u16 = 21;
/// The shortest empty end of a year, in days.
const SHORTEST_END: u16 = 14;
/// So many times the longest pause before it the end is empty.
const TIMES: u16 = 3;
/// One stray date, and one more for so many others.
const STRAY: u32 = 50;

/// How many dates are on each day of a collection year.
#[derive(Clone, Debug)]
struct Dates {
    year: Period,
    on: Vec<u32>,
}

impl Dates {
    fn of(year: Period) -> Self {
        Self { year, on: vec![0; usize::from(year.end().days_since(year.start())) + 1] }
    }

    fn note(&mut self, when: When) {
        let Some(day) = when.day().filter(|day| *day >= self.year.start()) else { return };
        if let Some(on) = self.on.get_mut(usize::from(day.days_since(self.year.start()))) {
            *on += 1;
        }
    }

    fn and(&self, other: &Self) -> Self {
        Self { year: self.year, on: self.on.iter().zip(&other.on).map(|(a, b)| a + b).collect() }
    }

    /// How many dates are after a day.
    fn after(&self, day: Day) -> u32 {
        self.on.iter().skip(usize::from(day.days_since(self.year.start())) + 1).sum()
    }

    /// The day up to which the dates go; `None` where nothing says that they stop.
    fn stop(&self) -> Option<Day> {
        let days: Vec<u16> = (0u16..).zip(&self.on).filter(|(_, n)| **n > 0).map(|(day, _)| day).collect();
        let all: u32 = self.on.iter().sum();
        let end = self.year.end().days_since(self.year.start());
        let mut stray = 0;
        for kept in (FEWEST_DAYS..=days.len()).rev() {
            let (last, next) = (*days.get(kept - 1)?, days.get(kept));
            stray += next.map_or(0, |next| self.on[usize::from(*next)]);
            if stray > 1 + all / STRAY {
                return None;
            }
            let pause = days[..kept].windows(2).map(|pair| pair[1] - pair[0]).max().unwrap_or(0).max(days[0]);
            let empty = end - last;
            let apart = next.is_none_or(|next| next - last >= 2 * pause);
            let begun = days[0] <= FIRST;
            if begun && pause <= LONGEST_PAUSE && empty >= SHORTEST_END && empty >= TIMES * pause && apart {
                return self.day(last, pause);
            }
        }
        None
    }

    /// The end of the month of a day, if the days up to it are no longer a pause than others; else the day.
    fn day(&self, last: u16, pause: u16) -> Option<Day> {
        let mut day = self.year.start();
        for _ in 0..last {
            day = day.next()?;
        }
        let mut month_end = day;
        while let Some(next) = month_end.next().filter(|next| next.ymd().1 == day.ymd().1) {
            month_end = next;
        }
        Some(if month_end.days_since(day) <= pause { month_end } else { day })
    }
}

/// Where Episodes and Missing of a year stop.
pub(super) fn stops(year: Period, episodes: &[EpisodeRow], missing: &[MissingRow]) -> Stops {
    let (mut of_episodes, mut of_missing) = (Dates::of(year), Dates::of(year));
    for row in episodes.iter().filter(|row| row.days().is_some()) {
        of_episodes.note(row.decom);
        of_episodes.note(row.dec);
    }
    for row in missing.iter().filter(|row| row.days().is_some()) {
        of_missing.note(row.start);
        of_missing.note(row.end);
    }
    // What one says holds for the other, if that has no more dates after it than stray ones.
    let has_none = |dates: &Dates, day: Day| dates.after(day) <= 1 + dates.on.iter().sum::<u32>() / STRAY;
    match (of_episodes.stop(), of_missing.stop()) {
        (None, None) => {
            let both = of_episodes.and(&of_missing).stop();
            let holds = |dates: &Dates| both.filter(|day| has_none(dates, *day));
            Stops { episodes: holds(&of_episodes), missing: holds(&of_missing) }
        }
        (Some(day), None) => {
            Stops { episodes: Some(day), missing: Some(day).filter(|day| has_none(&of_missing, *day)) }
        }
        (None, Some(day)) => {
            Stops { episodes: Some(day).filter(|day| has_none(&of_episodes, *day)), missing: Some(day) }
        }
        // Two that stop within one pause of each other were made on one day.
        (Some(one), Some(other)) => {
            let (first, last) = (one.min(other), one.max(other));
            let together = last.days_since(first) <= LONGEST_PAUSE / 2;
            let whole = |day: Day| if together { last } else { day };
            Stops { episodes: Some(whole(one)), missing: Some(whole(other)) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stop(days: &[&str]) -> Option<String> {
        let mut dates = Dates::of(Period::collection_year(2025).unwrap());
        for day in days {
            dates.note(When::from(day.parse::<Day>().unwrap()));
        }
        dates.stop().map(|day| day.to_string())
    }

    /// Every `step` days from 3 April 2024 to a day.
    fn every(step: usize, last: &str) -> Vec<String> {
        let last: Day = last.parse().unwrap();
        let mut day: Day = "2024-04-03".parse().unwrap();
        let mut days = Vec::new();
        while day <= last {
            days.push(day.to_string());
            for _ in 0..step {
                day = day.next().unwrap();
            }
        }
        days
    }

    fn texts(days: &[String]) -> Vec<&str> {
        days.iter().map(String::as_str).collect()
    }

    #[test]
    fn dates_stop_where_they_become_none_and_not_at_the_latest() {
        let september = every(5, "2024-09-30");
        assert_eq!(stop(&texts(&september)).as_deref(), Some("2024-09-30"));
        // A date that somebody planned or mistyped.
        let mut stray = texts(&september);
        stray.push("2025-02-17");
        assert_eq!(stop(&stray).as_deref(), Some("2024-09-30"));
        // The middle of a month is no month’s end.
        assert_eq!(stop(&texts(&every(2, "2024-09-15"))).as_deref(), Some("2024-09-14"));
        // The first month of a year.
        assert_eq!(stop(&texts(&every(2, "2024-04-30"))).as_deref(), Some("2024-04-30"));
    }

    #[test]
    fn a_whole_year_and_few_dates_stop_nowhere() {
        assert_eq!(stop(&texts(&every(9, "2025-03-31"))), None);
        assert_eq!(stop(&texts(&every(20, "2025-03-01"))), None);
        assert_eq!(stop(&["2024-05-01", "2024-06-01", "2024-07-01", "2024-08-01"]), None);
        // All in one month: nothing says that the months before were looked at.
        let june: Vec<String> = (1..=30).map(|day| format!("2024-06-{day:02}")).collect();
        assert_eq!(stop(&texts(&june)), None);
        // Two later dates of ten are no strays.
        let mut sparse = texts(&[]);
        let early = every(18, "2024-09-30");
        sparse.extend(texts(&early));
        sparse.extend(["2025-01-10", "2025-02-20"]);
        assert_eq!(stop(&sparse), None);
        assert_eq!(stop(&[]), None);
    }
}
