//! Age: the bands of DfE's Children looked after in England.

use missing_rows::Day;

use super::set::{Groups, add_bands};
use crate::group::Group;

/// The bands, each with the completed years at which it begins.
const BANDS: [(i32, Group); 6] = [
    (0, Group::Under1),
    (1, Group::From1To4),
    (5, Group::From5To9),
    (10, Group::From10To15),
    (16, Group::From16To17),
    (18, Group::From18),
];

/// Adds the bands of all days from `first` to `last`.
pub(super) fn groups(born: Option<Day>, first: Day, last: Day, groups: &mut Groups) {
    match born {
        Some(born) if born <= last => {
            if born > first {
                groups.add(Group::AgeNotKnown);
            }
            let years = |day: Day| day.months_since(born) / 12;
            add_bands(&BANDS, years(first.max(born)), || years(last), groups);
        }
        _ => groups.add(Group::AgeNotKnown),
    }
}

/// Whether someone turns 18 on a day. People born on a leap day turn 18 on 1 March.
pub(in crate::care) fn is_18th_birthday(born: Day, day: Day) -> bool {
    const MONTHS: i32 = 18 * 12;
    day.months_since(born) >= MONTHS && day.previous().is_some_and(|before| before.months_since(born) < MONTHS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(born: &str, first: &str, last: &str) -> Vec<&'static str> {
        let mut found = Groups::default();
        groups(born.parse().ok(), first.parse().unwrap(), last.parse().unwrap(), &mut found);
        found.places().map(|place| Group::ALL[place].name()).collect()
    }

    #[test]
    fn a_child_is_in_the_band_of_the_completed_years_of_each_day() {
        let cases: [(&str, &str, &str, &[&str]); 9] = [
            ("2008-06-15", "2024-06-14", "2024-06-14", &["10-to-15"]),
            ("2008-06-15", "2024-06-15", "2024-06-15", &["16-to-17"]),
            ("2008-06-15", "2024-04-01", "2025-03-31", &["10-to-15", "16-to-17"]),
            ("2007-04-01", "2025-03-31", "2025-04-01", &["16-to-17", "18-and-over"]),
            ("2024-05-01", "2024-05-01", "2029-05-01", &["under-1", "1-to-4", "5-to-9"]),
            // Born on a leap day: a year older on 1 March of other years.
            ("2008-02-29", "2026-02-28", "2026-02-28", &["16-to-17"]),
            ("2008-02-29", "2026-03-01", "2026-03-01", &["18-and-over"]),
            ("2024-05-01", "2024-04-30", "2024-05-01", &["under-1", "not-known"]),
            ("2024-05-01", "2024-04-01", "2024-04-30", &["not-known"]),
        ];
        for (born, first, last, expected) in cases {
            assert_eq!(names(born, first, last), expected, "{born} {first} {last}");
        }
        assert_eq!(names("", "2024-05-01", "2024-05-01"), ["not-known"]);
    }

    #[test]
    fn one_day_is_the_18th_birthday() {
        for (born, day, is) in [
            ("2006-06-15", "2024-06-15", true),
            ("2006-06-15", "2024-06-14", false),
            ("2006-06-15", "2024-06-16", false),
            ("2006-06-15", "2025-06-15", false),
            ("2008-02-29", "2026-03-01", true),
            ("2008-02-29", "2026-02-28", false),
            ("2008-03-31", "2026-03-31", true),
        ] {
            assert_eq!(is_18th_birthday(born.parse().unwrap(), day.parse().unwrap()), is, "{born} {day}");
        }
    }
}
