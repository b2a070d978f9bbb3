//! Time since the period of care began.
//!
//! A period of care is a run of episodes, not counting short breaks, in which each episode begins no later than an
//! earlier one ends. An episode whose RNE is S begins a new period. A return holds the episodes of its year, not those
//! before, so the day on which care began is known only where the first episode of the run has RNE S. Otherwise care
//! began at an earlier, unknown day, and the time is not known, unless the run alone is five years long.

use missing_rows::{Day, NewEpisode};

use super::Records;
use super::set::{Groups, add_bands};
use crate::group::Group;
use crate::period::Period;

/// The bands, each with the completed months at which it begins.
const BANDS: [(i32, Group); 6] = [
    (0, Group::Under3Months),
    (3, Group::From3Months),
    (6, Group::From6Months),
    (12, Group::From1Year),
    (24, Group::From2Years),
    (60, Group::From5Years),
];

/// A run of episodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    from: Day,
    to: Day,
    /// Whether care began with it.
    began: bool,
}

/// The periods of care of one child, earliest first.
#[derive(Debug, Default)]
pub(super) struct Care {
    episodes: Vec<Run>,
    runs: Vec<Run>,
}

impl Care {
    /// Takes a child. What a return leaves open goes on for as long as the return covers.
    pub(super) fn take(&mut self, records: &[Records<'_>], spans: &[Option<Period>]) {
        self.episodes.clear();
        self.runs.clear();
        let mut returns = 0;
        for (records, span) in records.iter().zip(spans) {
            let Some(span) = span else { continue };
            returns += u32::from(!records.episodes.is_empty());
            for row in records.episodes.iter().filter(|row| !row.ls.is_short_break()) {
                if let Some((from, to)) = row.days() {
                    let to = if to == Day::MAX { span.end().max(from) } else { to };
                    self.episodes.push(Run { from, to, began: row.rne == NewEpisode::STARTED });
                }
            }
        }
        if returns > 1 {
            self.episodes.sort_unstable_by_key(|run| (run.from, !run.began, run.to));
        }
        for next in &self.episodes {
            match self.runs.last_mut() {
                Some(run) if next.from <= run.to && !(next.began && next.from >= run.to) => {
                    run.to = run.to.max(next.to);
                    run.began |= next.began && next.from == run.from;
                }
                _ => self.runs.push(*next),
            }
        }
    }

    /// Adds the bands of all days from `first` to `last` of an episode that began on `from`.
    pub(super) fn groups(&self, from: Day, first: Day, last: Day, groups: &mut Groups) {
        // Runs are in order and do not overlap, so only the last run that has begun can hold the day.
        let began = self.runs.partition_point(|run| run.from <= from);
        let Some(run) = began.checked_sub(1).map(|at| &self.runs[at]).filter(|run| from <= run.to) else {
            return groups.add(Group::TimeNotKnown);
        };
        let months = |day: Day| day.months_since(run.from);
        if run.began {
            return add_bands(&BANDS, months(first), || months(last), groups);
        }
        let certain = BANDS[BANDS.len() - 1].0;
        if months(last) >= certain {
            groups.add(Group::From5Years);
        }
        if months(first) < certain {
            groups.add(Group::TimeNotKnown);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::tables::Made;

    /// The bands on a day of a child with these rows of `DECOM,DEC,RNE` in the returns of 2024 and 2025.
    fn on(last: &str, this: &str, from: &str, day: &str) -> Vec<&'static str> {
        let made = |rows: &str| {
            let rows: Vec<String> =
                rows.split(' ').filter(|row| !row.is_empty()).map(|row| format!("1,C2,{row}")).collect();
            let rows = rows.join(
                "
",
            );
            Made::new().episodes(&format!("CHILD,LS,DECOM,DEC,RNE\n{rows}"))
        };
        let (last, this) = (made(last), made(this));
        let (last, this) = (last.year(2024), this.year(2025));
        let records = [&last, &this].map(|of| Records { episodes: of.episodes.rows(), ..Records::default() });
        let end: Day = "2024-03-31".parse().unwrap();
        let spans = [Period::new(Day::MIN, end).ok(), Period::new(end.next().unwrap(), Day::MAX).ok()];
        let mut care = Care::default();
        care.take(&records, &spans);
        let mut groups = Groups::default();
        let day = day.parse().unwrap();
        care.groups(from.parse().unwrap(), day, day, &mut groups);
        groups.places().map(|place| Group::ALL[place].name()).collect()
    }

    #[test]
    fn time_runs_from_the_episode_with_which_care_began_through_changes_of_placement() {
        let moved = "01/05/2024,01/09/2024,S 01/09/2024,,P";
        for (day, expected) in [
            ("2024-05-01", "under-3-months"),
            ("2024-07-31", "under-3-months"),
            ("2024-08-01", "3-to-under-6-months"),
            ("2024-11-01", "6-to-under-12-months"),
            ("2025-05-01", "1-to-under-2-years"),
            ("2026-05-01", "2-to-under-5-years"),
            ("2029-05-01", "5-years-and-over"),
        ] {
            let from = if day < "2024-09-02" { "2024-05-01" } else { "2024-09-01" };
            assert_eq!(on("", moved, from, day), [expected], "{day}");
        }
    }

    #[test]
    fn leaving_and_coming_back_begins_anew_and_what_began_before_the_files_is_not_known() {
        let back = "01/05/2020,01/09/2024,S 01/02/2025,,S";
        assert_eq!(on("", back, "2025-02-01", "2025-03-01"), ["under-3-months"]);
        assert_eq!(on("", "01/05/2020,01/09/2024,S 01/09/2024,,S", "2024-09-01", "2024-09-02"), ["under-3-months"]);
        let before = "01/05/2020,,P";
        assert_eq!(on("", before, "2020-05-01", "2025-04-30"), ["not-known"]);
        assert_eq!(on("", before, "2020-05-01", "2025-05-01"), ["5-years-and-over"]);
        // Last year's return reaches further back.
        let last = "01/02/2024,,S";
        assert_eq!(on(last, "01/02/2024,,S", "2024-02-01", "2024-06-01"), ["3-to-under-6-months"]);
        assert_eq!(
            on("01/02/2024,10/03/2024,S 10/03/2024,,P", "10/03/2024,,P", "2024-03-10", "2024-06-01"),
            ["3-to-under-6-months"]
        );
    }
}
