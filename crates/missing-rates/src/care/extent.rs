//! Up to which day the rows of a return go. Checks are run every month, so most returns on a desk stop somewhere inside
//! their year.
//!
//! A return stops where its dates stop, not at the latest of them. From the first weeks of April to the stop its dates lie
//! evenly enough, and after it there is none, apart from a few stray ones. That is believed only where it would be rare if the
//! dates were spread over the whole year by chance: `n` dates all lie in the first `d` of 365 days with a chance of `(d / 365)ⁿ`.
//! Dates of one day, or of one child, are not told by chance alone and count less often. In the first days of a year there are too
//! few days to count: there, dates of different children count, and chance must be rarer. Where one module has too few dates, the
//! dates of Episodes and Missing are used together.

use missing_rows::{Day, EpisodeRow, MissingRow, Row, When};

use crate::period::Period;

/// Up to which day Episodes and Missing go; `None` where nothing says that they stop before 31 March.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Stops {
    pub(super) episodes: Option<Day>,
    pub(super) missing: Option<Day>,
    /// Whether a person says that they are complete up to there.
    pub(super) is_said: bool,
    /// The last date of all, where it is long before the end of the year and there are too few dates to tell whether they stop.
    pub(super) quiet_from: Option<Day>,
    /// The last date of one of the two modules, where it is long before the end of the year, the other goes on, and so many dates of
    /// a whole year would seldom end so early.
    pub(super) episodes_quiet_from: Option<Day>,
    pub(super) missing_quiet_from: Option<Day>,
}

/// An end of a year without a date that somebody should know of, in days. A return that was exported at the end of February has
/// none in March.
const QUIET: u16 = 31;

/// A module is taken to be quiet if so many periods of a whole year would all begin and end as early in fewer cases than this; and
/// not to go on up to the end of the other, if so many dates up to that day would all be as early.
pub(super) const RARE_QUIET: f64 = 0.02;

/// A stop is known only with dates on at least this many days.
const FEWEST_DAYS: usize = 8;
/// In the first days of a year dates on fewer days are enough, if so many dates of different children all lie in them and that is as
/// rare as this: many of one day are what somebody did at once, and one or two are none.
const FEWEST_EARLY: usize = 4;
const RARE_EARLY: f64 = 1e-6;
/// The first date must lie on this day of the year, counted from 0, or before: otherwise nothing says that the weeks before it
/// were looked at, and the dates may lie where chance put them.
const FIRST: u16 = 21;
/// A pause of so many days says nothing in the first days of a year: Easter with the days around it.
const EASTER: u16 = 5;
/// The shortest empty end of a year, in days.
const SHORTEST_END: u16 = 14;
/// A stop is believed if dates of a whole year would look like it in fewer cases than this.
pub(super) const RARE: f64 = 1e-3;
/// The same where one module goes on after the other stops: two modules of one return are exported together.
const RARE_ALONE: f64 = 1e-6;
/// The dates of one child count as at most this many.
pub(super) const OF_ONE_CHILD: usize = 2;
/// So do the dates of one day, where the end of a year is short.
const OF_ONE_DAY: usize = 2;
/// One date may be stray, and one more for each of so many dates.
const STRAY: u32 = 50;
/// A month without a date in so many of its last days may still be covered to its end.
const MONTH_END: u16 = 3;

/// The last day before a return stops, and how rarely dates of a whole year would look like that.
#[derive(Clone, Copy, Debug)]
struct Stop {
    day: Day,
    chance: f64,
}

/// How many dates are on each day of a collection year.
#[derive(Clone, Debug)]
struct Dates {
    year: Period,
    on: Vec<u32>,
    /// How many children have a date.
    children: usize,
}

impl Dates {
    /// The dates of rows, which are in the order of their children.
    fn of<R: Row>(year: Period, rows: &[R], dates: impl Fn(&R) -> [When; 2]) -> Self {
        let empty = vec![0; usize::from(year.end().days_since(year.start())) + 1];
        let mut found = Self { year, on: empty, children: 0 };
        let mut last = None;
        for row in rows {
            let noted = dates(row).map(|when| found.note(when));
            if noted.contains(&true) && last.replace(row.child()) != Some(row.child()) {
                found.children += 1;
            }
        }
        found
    }

    /// Whether the date lies in the year.
    fn note(&mut self, when: When) -> bool {
        let day = when.day().filter(|day| *day >= self.year.start());
        let on = day.and_then(|day| self.on.get_mut(usize::from(day.days_since(self.year.start()))));
        on.map(|on| *on += 1).is_some()
    }

    fn and(&self, other: &Self) -> Self {
        let on = self.on.iter().zip(&other.on).map(|(a, b)| a + b).collect();
        // Most children who have a date in one module have one in the other.
        Self { year: self.year, on, children: self.children.max(other.children) }
    }

    /// The last date, if a long end of the year has none, or a shorter one that so many dates seldom leave.
    fn quiet_from(&self) -> Option<Day> {
        let last = u16::try_from(self.on.iter().rposition(|n| *n > 0)?).ok()?;
        let in_all = self.year.end().days_since(self.year.start()) + 1;
        let empty = in_all - 1 - last;
        // Many of one day are what somebody did at once.
        let dates: usize = self.on.iter().map(|on| (*on as usize).min(OF_ONE_DAY)).sum();
        let dates = dates.min(self.children * OF_ONE_CHILD);
        let seldom = || empty >= SHORTEST_END && chance((last + 1, in_all), dates, 0) < RARE;
        (empty >= QUIET || seldom()).then(|| self.nth(last)).flatten()
    }

    /// The last date, if a long end of the year has none and that is rare for periods of a whole year. Each has two dates.
    fn seldom_quiet_from(&self) -> Option<Day> {
        let last = u16::try_from(self.on.iter().rposition(|n| *n > 0)?).ok()?;
        let periods = self.on.iter().sum::<u32>().div_ceil(2) as usize;
        let dates = periods.min(self.children * OF_ONE_CHILD);
        let in_all = self.year.end().days_since(self.year.start()) + 1;
        self.quiet_from().filter(|_| chance((last + 1, in_all), dates, 0) < RARE_QUIET)
    }

    /// A day of the year, counted from 0.
    fn nth(&self, at: u16) -> Option<Day> {
        (0..at).try_fold(self.year.start(), |day, _| day.next())
    }

    /// How many dates come after a day.
    fn after(&self, day: Day) -> u32 {
        self.on.iter().skip(usize::from(day.days_since(self.year.start())) + 1).sum()
    }

    /// Up to which day the dates go, where another module goes up to a day not before the last of them: that day, unless so many
    /// dates would seldom leave the days before it empty.
    fn lasts_to(&self, stop: Day) -> Day {
        let days = stop.days_since(self.year.start()) + 1;
        let on = self.on.get(..usize::from(days)).unwrap_or(&self.on);
        let dates = on.iter().filter(|n| **n > 0).count().min(self.children * OF_ONE_CHILD);
        let last = on.iter().rposition(|n| *n > 0).and_then(|last| u16::try_from(last).ok());
        let seldom = last.filter(|last| chance((last + 1, days), dates, 0) < RARE_QUIET);
        seldom.and_then(|last| self.day(last, MONTH_END)).map_or(stop, |day| day.min(stop))
    }

    /// Where the dates stop; `None` where nothing says that they stop.
    fn stop(&self) -> Option<Stop> {
        let days: Vec<u16> = (0u16..).zip(&self.on).filter(|(_, n)| **n > 0).map(|(day, _)| day).collect();
        let all: u32 = self.on.iter().sum();
        let end = self.year.end().days_since(self.year.start());
        let (mut stray, mut rarest) = (0, None::<Stop>);
        for kept in (1..=days.len()).rev() {
            let (last, next) = (*days.get(kept - 1)?, days.get(kept));
            stray += next.map_or(0, |next| self.on[usize::from(*next)]);
            if stray > 1 + all / STRAY {
                break;
            }
            let pause = days[..kept].windows(2).map(|pair| pair[1] - pair[0]).max().unwrap_or(0).max(days[0]);
            let apart = next.is_none_or(|next| next - last >= 2 * pause);
            let even = days[0] <= FIRST.min((last + 1) / 3).max(EASTER) && pause <= last.div_ceil(2).max(EASTER);
            let Some((dates, rare)) = self.counted(&days[..kept]).filter(|_| kept >= FEWEST_DAYS || rarest.is_none())
            else {
                continue;
            };
            let chance = chance((last + 1, end + 1), dates, stray);
            // Stray dates make a stop later and less rare than it is.
            if even && apart && end - last >= SHORTEST_END && chance < rarest.map_or(rare, |stop| stop.chance) {
                rarest = Some(Stop { day: self.day(last, pause)?, chance });
            }
        }
        rarest
    }

    /// How many of the dates on these days count, and how rare it must be that they all lie in them; `None` if they are too few.
    fn counted(&self, days: &[u16]) -> Option<(usize, f64)> {
        if days.len() >= FEWEST_DAYS {
            return Some((days.len().min(self.children * OF_ONE_CHILD), RARE));
        }
        let of_day = |day: &u16| self.on.get(usize::from(*day)).map_or(0, |on| (*on as usize).min(OF_ONE_DAY));
        let dates = days.iter().map(of_day).sum::<usize>().min(self.children);
        let is_early = days.last().is_some_and(|last| *last < FIRST);
        (is_early && dates >= FEWEST_EARLY).then_some((dates, RARE_EARLY))
    }

    /// The end of the day's month, if it is no further away than the longest pause and a few days; otherwise the day. To
    /// say that further days are covered, because pauses are long, would claim what nothing says.
    fn day(&self, last: u16, pause: u16) -> Option<Day> {
        let day = self.nth(last)?;
        let mut month_end = day;
        while let Some(next) = month_end.next().filter(|next| next.ymd().1 == day.ymd().1) {
            month_end = next;
        }
        Some(if month_end.days_since(day) <= pause.min(MONTH_END) { month_end } else { day })
    }
}

/// How rarely so many dates of a whole year, but for a few stray ones, all lie in so many of its days.
pub(super) fn chance((of, in_all): (u16, u16), dates: usize, stray: u32) -> f64 {
    let share = f64::from(of) / f64::from(in_all);
    // Which of the dates are the stray ones: no more ways than this.
    let ways = (0..stray).map(|_| dates as f64 + f64::from(stray)).product::<f64>();
    (0..dates).map(|_| share).product::<f64>() * ways
}

/// Where Episodes and Missing of a year stop.
pub(super) fn stops(year: Period, episodes: &[EpisodeRow], missing: &[MissingRow]) -> Stops {
    // A row that is set aside says nothing.
    let of_episodes = Dates::of(year, episodes, |row| row.days().map_or([When::BLANK; 2], |_| [row.decom, row.dec]));
    let of_missing = Dates::of(year, missing, |row| row.days().map_or([When::BLANK; 2], |_| [row.start, row.end]));
    // One module's stop holds for the other, if the other has only stray dates after it.
    let has_none = |dates: &Dates, day: Day| dates.after(day) <= 1 + dates.on.iter().sum::<u32>() / STRAY;
    let of_both = of_episodes.and(&of_missing).stop();
    let joint = |dates: &Dates| {
        let stop = of_both.filter(|stop| has_none(dates, stop.day))?;
        Some(Stop { day: dates.lasts_to(stop.day), ..stop })
    };
    let stop = |dates: &Dates| dates.stop().or_else(|| joint(dates));
    let (episodes, missing) = match (stop(&of_episodes), stop(&of_missing)) {
        (None, None) => (None, None),
        (Some(stop), None) => {
            let missing = Some(stop.day).filter(|day| has_none(&of_missing, *day)).map(|day| of_missing.lasts_to(day));
            (Some(stop.day).filter(|_| missing.is_some() || stop.chance < RARE_ALONE), missing)
        }
        (None, Some(stop)) => {
            let episodes =
                Some(stop.day).filter(|day| has_none(&of_episodes, *day)).map(|day| of_episodes.lasts_to(day));
            (episodes, Some(stop.day).filter(|_| episodes.is_some() || stop.chance < RARE_ALONE))
        }
        // Two modules that stop within one pause of each other were exported on the same day.
        (Some(one), Some(other)) => {
            let (one, other) = (one.day, other.day);
            let (first, last) = (one.min(other), one.max(other));
            let together = last.days_since(first) <= SHORTEST_END;
            let whole =
                |dates: &Dates, day: Day| if together && day < last { dates.lasts_to(last).max(day) } else { day };
            (Some(whole(&of_episodes, one)), Some(whole(&of_missing, other)))
        }
    };
    let neither = episodes.is_none() && missing.is_none();
    let quiet_from = of_episodes.and(&of_missing).quiet_from().filter(|_| neither);
    // Up to the stop of one module, the other may still be quiet.
    let beside = |dates: &Dates, stop: Option<Day>, (other, its_stop): (&Dates, Option<Day>)| {
        let found = dates.seldom_quiet_from().filter(|_| stop.is_none() && quiet_from.is_none());
        found.filter(|day| other.after(*day) > 0 && its_stop.is_none_or(|its_stop| *day < its_stop))
    };
    Stops {
        episodes,
        missing,
        is_said: false,
        quiet_from,
        episodes_quiet_from: beside(&of_episodes, episodes, (&of_missing, missing)),
        missing_quiet_from: beside(&of_missing, missing, (&of_episodes, episodes)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stop(days: &[&str]) -> Option<String> {
        let mut dates = Dates::of(Period::collection_year(2025).unwrap(), &[] as &[MissingRow], |_| [When::BLANK; 2]);
        for day in days {
            dates.note(When::from(day.parse::<Day>().unwrap()));
        }
        dates.children = days.len();
        dates.stop().map(|stop| stop.day.to_string())
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
        // The middle of a month is not the end of a month.
        assert_eq!(stop(&texts(&every(2, "2024-09-15"))).as_deref(), Some("2024-09-14"));
        // Long pauses do not make the rest of a month covered.
        assert_eq!(stop(&texts(&every(14, "2024-09-18"))).as_deref(), Some("2024-09-18"));
        // The first month of a year.
        assert_eq!(stop(&texts(&every(2, "2024-04-30"))).as_deref(), Some("2024-04-30"));
    }

    #[test]
    fn a_whole_year_and_few_dates_stop_nowhere() {
        assert_eq!(stop(&texts(&every(9, "2025-03-31"))), None);
        // One child whose dates are mistyped does not move the stop.
        let mut mistyped = every(2, "2024-09-30");
        mistyped.extend(["2025-02-03".to_owned()]);
        assert_eq!(stop(&texts(&mistyped)).as_deref(), Some("2024-09-30"));
        mistyped.extend(["2025-02-10".to_owned()]);
        assert_eq!(stop(&texts(&mistyped)).as_deref(), Some("2024-09-30"));
        assert_eq!(stop(&texts(&every(20, "2025-03-01"))), None);
        assert_eq!(stop(&["2024-05-01", "2024-06-01", "2024-07-01", "2024-08-01"]), None);
        // All dates are in one month: nothing says that the months before were looked at.
        let june: Vec<String> = (1..=30).map(|day| format!("2024-06-{day:02}")).collect();
        assert_eq!(stop(&texts(&june)), None);
        // Two later dates out of ten are not stray.
        let mut sparse = texts(&[]);
        let early = every(18, "2024-09-30");
        sparse.extend(texts(&early));
        sparse.extend(["2025-01-10", "2025-02-20"]);
        assert_eq!(stop(&sparse), None);
        assert_eq!(stop(&[]), None);
    }

    #[test]
    fn in_the_first_days_of_a_year_dates_of_a_few_children_on_few_days_are_enough() {
        let of = |days: &[u8], more: &[&str]| {
            let april: Vec<String> = days.iter().map(|day| format!("2024-04-{day:02}")).collect();
            let mut all = texts(&april);
            all.extend(more);
            stop(&all)
        };
        assert_eq!(of(&[2, 3, 3, 4], &[]).as_deref(), Some("2024-04-04"));
        assert_eq!(of(&[2, 2, 3, 3], &[]).as_deref(), Some("2024-04-03"));
        assert_eq!(of(&[3, 4, 8, 9, 10], &[]).as_deref(), Some("2024-04-10"));
        assert_eq!(of(&[6, 8, 8, 9, 10], &[]).as_deref(), Some("2024-04-10"));
        assert_eq!(of(&[3, 3, 4, 8, 9, 9, 10], &["2025-01-20"]).as_deref(), Some("2024-04-10"));
        // What was done at once, a few dates, others later, and days that may lie there by chance.
        assert_eq!(of(&[1, 1, 1, 1, 1, 1, 2], &[]), None);
        assert_eq!(of(&[2, 3, 4], &[]), None);
        assert_eq!(of(&[2, 3, 3, 4], &["2024-10-01", "2024-12-01"]), None);
        assert_eq!(of(&[2, 9, 15, 20], &[]), None);
    }
}
