//! Our own: a date with the month before the day.

use super::child_rows::{ChildRows, Violations};
use super::rule::{Broken, ChildRule, Rule, Severity};
use super::unread_dates::find;
use crate::read::has_month_first;

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "month-first", severity: Severity::Error },
    needs: &[],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    find(child, has_month_first, violations);
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
                    &["!missing M,06/13/2024,", "!episodes 5/31/2024,", "!uasc 06.30.2024", "!header 01-31-2010"],
                ),
                ("with a time of day", &["!missing M,06/13/2024 00:00,"]),
                ("with a year of two digits too", &["!missing M,06/13/24,"]),
                (
                    "a day that no month has",
                    &["missing M,31/06/2024,", "missing M,06/32/2024,", "missing M,02/30/2024,"],
                ),
                ("both above 12", &["missing M,13/13/2024,"]),
                ("no date at all", &["missing M,13,", "missing M,6/13,", "missing M,,"]),
            ],
        );
    }
}
