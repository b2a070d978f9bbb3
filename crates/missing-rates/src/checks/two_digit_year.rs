//! Our own: a date whose year has two digits.

use super::child_rows::{ChildRows, Violations};
use super::rule::{Broken, ChildRule, Rule, Severity};
use super::unread_dates::find;
use crate::read::has_two_digit_year;

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "two-digit-year", severity: Severity::Error },
    needs: &[],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    find(child, has_two_digit_year, violations);
}

#[cfg(test)]
mod tests {
    use super::super::cases::holds;
    use super::*;

    #[test]
    fn cases() {
        holds(
            &RULE,
            &[
                (
                    "in any column of any module",
                    &["!missing M,01/06/24,", "!episodes 1/5/24,", "!uasc 01.06.24", "!header 01-06-10"],
                ),
                ("with a time of day", &["!missing M,01/06/24 00:00,"]),
                ("an end", &["!missing M,01/06/24,02/06/24", "!episodes 01/05/2024,02-06-24"]),
                ("a year of four digits", &["missing M,01/06/2024,31/06/2024", "episodes 31/06/2024,"]),
                ("no date at all", &["missing M,soon,", "missing M,1/6,", "missing M,01/06/24/7,", "missing M,,"]),
            ],
        );
    }
}
