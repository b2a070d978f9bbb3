//! The day on which a child becomes 18, or another age.

use missing_rows::Day;

/// The 18th birthday.
pub(super) fn eighteenth(born: Day) -> Option<Day> {
    birthday(born, 18)
}

/// The day on which a child reaches an age. A child born on 29 February has it on 1 March in years without
/// that day.
pub(super) fn birthday(born: Day, age: i32) -> Option<Day> {
    let (year, month, day) = born.ymd();
    let year = year.checked_add(age)?;
    Day::new(year, month, day).or_else(|| Day::new(year, 3, 1).filter(|_| (month, day) == (2, 29)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_child_born_on_29_february_is_18_on_1_march() {
        for (born, birthday) in
            [("2007-04-01", "2025-04-01"), ("2008-02-28", "2026-02-28"), ("2008-02-29", "2026-03-01")]
        {
            assert_eq!(eighteenth(born.parse().unwrap()), birthday.parse().ok());
        }
        assert_eq!(eighteenth("2079-01-01".parse().unwrap()), None);
    }
}
