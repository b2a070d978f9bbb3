//! Days of a year on which a module has no date, where it has many on others: a file that begins late, or of which a part is
//! not there. The end of a year is [`super::extent`]'s.
//!
//! `n` dates of a whole year all miss its first `d` of 365 days with a chance of `(1 - d / 365)ⁿ`. Such days may be anywhere
//! between two dates as well, and there are `n - 1` places for them. All of them lie in some `w` days in a row with a chance of
//! `n (w / 365)ⁿ⁻¹`.

use missing_rows::{EpisodeRow, MissingRow, Row, When};

use super::elsewhere::is_carried_over;
use super::extent::{OF_ONE_CHILD, RARE, RARE_QUIET, Stops, chance};
use crate::period::{Day, Period};

/// The fewest days in a row: a month without a date is as long.
const FEWEST: u16 = 28;

/// The days of the longest year.
const DAYS: usize = 366;

/// Days on which nothing begins or ends in Episodes, and on which nothing begins in Missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct EmptyDays {
    pub(super) episodes: Vec<Period>,
    pub(super) missing: Vec<Period>,
}

impl EmptyDays {
    /// Those of a year, up to where its rows stop.
    pub(super) fn of(year: Period, stops: Stops, episodes: &[EpisodeRow], missing: &[MissingRow]) -> Self {
        let up_to = |stop: Option<Day>| Period::new(year.start(), stop.unwrap_or(year.end())).unwrap_or(year);
        // A row that is set aside says nothing.
        let of_episode = |row: &EpisodeRow| row.days().map_or([When::BLANK; 2], |_| [row.decom, row.dec]);
        let of_incident = |row: &MissingRow| row.days().map_or([When::BLANK; 2], |_| [row.start, When::BLANK]);
        // Nobody knows whether only those who are still missing were written down.
        let carried = is_carried_over(year, missing).then_some(year);
        let missing = of_rows(up_to(stops.missing), missing, of_incident);
        Self {
            episodes: of_rows(up_to(stops.episodes), episodes, of_episode),
            missing: carried.map_or(missing, |year| vec![year]),
        }
    }
}

/// The empty days of rows, which are in the order of their children.
fn of_rows<R: Row>(year: Period, rows: &[R], dates: impl Fn(&R) -> [When; 2]) -> Vec<Period> {
    let (mut on, mut children, mut last) = ([false; DAYS], 0, None);
    for row in rows {
        let days = dates(row).into_iter().filter_map(When::day).filter(|day| year.overlaps(*day, *day));
        let mut is_dated = false;
        for day in days {
            if let Some(of_day) = on.get_mut(usize::from(day.days_since(year.start()))) {
                *of_day = true;
            }
            is_dated = true;
        }
        if is_dated && last.replace(row.child()) != Some(row.child()) {
            children += 1;
        }
    }
    let days = std::iter::successors(Some(year.start()), |day| day.next());
    let on: Vec<Day> = days.zip(on).filter(|(_, on)| *on).map(|(day, _)| day).collect();
    empty(year, &on, on.len().min(children * OF_ONE_CHILD))
}

/// The runs of days without a date that would be rare for so many dates of a whole year.
fn empty(year: Period, on: &[Day], dates: usize) -> Vec<Period> {
    let (Some(first), Some(last)) = (on.first(), on.last()) else { return Vec::new() };
    let length = |from: Day, to: Day| to.days_since(from) + 1;
    let in_all = length(year.start(), year.end());
    let missed = |days: Period| chance((in_all - length(days.start(), days.end()), in_all), dates, 0);
    let between = |from: Option<Day>, to: Option<Day>| {
        Period::new(from?, to?).ok().filter(|days| length(days.start(), days.end()) >= FEWEST)
    };
    let start = between(Some(year.start()), first.previous());
    let inside = on.windows(2).filter_map(|pair| between(pair[0].next(), pair[1].previous()));
    let end = between(last.next(), Some(year.end()));
    let together = chance((length(*first, *last), in_all), dates.saturating_sub(1), 0) * (dates as f64) < RARE;
    // An end that is rare without the start is told as such.
    let end = end.filter(|days| together && start.is_some() && missed(*days) >= RARE_QUIET);
    let start = start.filter(|days| together || missed(*days) < RARE);
    start.into_iter().chain(inside.filter(|days| missed(*days) * (dates as f64) < RARE)).chain(end).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A date on every `step`-th day of the year to 31 March 2025, but for those of a period.
    fn found(step: usize, but: &str) -> Vec<String> {
        let year = Period::collection_year(2025).unwrap();
        let but: Period = but.parse().unwrap();
        let on: Vec<Day> = every(step, year).filter(|day| !but.overlaps(*day, *day)).collect();
        empty(year, &on, on.len()).iter().map(ToString::to_string).collect()
    }

    /// So many dates, evenly over a period.
    fn spread(dates: usize, over: &str) -> Vec<String> {
        let over: Period = over.parse().unwrap();
        let step = usize::from(over.end().days_since(over.start())) / dates + 1;
        let on: Vec<Day> = every(step, over).collect();
        empty(Period::collection_year(2025).unwrap(), &on, on.len()).iter().map(ToString::to_string).collect()
    }

    fn every(step: usize, of: Period) -> impl Iterator<Item = Day> {
        let later = move |day: &Day| (0..step).try_fold(*day, |day, _| day.next());
        std::iter::successors(Some(of.start()), later).take_while(move |day| *day <= of.end())
    }

    #[test]
    fn days_are_empty_where_many_dates_would_seldom_leave_them_so() {
        assert_eq!(found(5, "2024-04-01/2024-10-01"), ["2024-04-01/2024-10-02"]);
        assert_eq!(found(4, "2024-07-01/2024-09-30"), ["2024-06-29/2024-10-01"]);
        assert_eq!(found(1, "2024-07-01/2024-07-31"), ["2024-07-01/2024-07-31"]);
        // Two weeks are no month, and ten dates may well leave a quarter empty.
        assert_eq!(found(1, "2024-07-01/2024-07-14"), [""; 0]);
        assert_eq!(found(28, "2024-04-01/2024-06-30"), [""; 0]);
        assert_eq!(found(28, "2024-09-01/2024-11-30"), [""; 0]);
        // Few dates, but all in one quarter.
        assert_eq!(spread(9, "2024-10-05/2024-12-20"), ["2024-04-01/2024-10-04", "2024-12-17/2025-03-31"]);
        assert_eq!(spread(4, "2024-10-05/2024-12-20"), [""; 0]);
        // The end of the year is told otherwise.
        assert_eq!(found(3, "2024-10-01/2025-03-31"), [""; 0]);
    }
}
