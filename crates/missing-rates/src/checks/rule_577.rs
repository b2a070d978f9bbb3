//! 577: care has ended and the missing period has not, or it is outside the period of care.

use missing_rows::{Column, Day};

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Table;
use super::rule::{Broken, ChildRule, Rule, Severity};

use super::periods_of_care::{Place, periods_of_care, place};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "577", severity: Severity::Error },
    needs: &[Table(Module::Missing), Table(Module::Episodes)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    if child.this.missing.is_empty() {
        return;
    }
    let periods = periods_of_care(child.this.episodes);
    let Some(latest) = periods.last() else { return };
    for row in child.this.missing {
        // A cell that is not a date says nothing; rule 1005 asks about it.
        let (Some(start), Some(_)) = (row.start.day(), row.end.end()) else { continue };
        let fits = match row.end.day() {
            Some(end) => matches!(place(&periods, end), Place::Within),
            // Care that had not begun when the child went missing is for rule 581.
            None => latest.to == Day::MAX && periods.iter().all(|of| of.to == Day::MAX || of.to < start),
        };
        if !fits {
            violations.clash(
                this(row, &[Column::MisStart, Column::MisEnd]).at(&[Column::MisEnd]),
                this(latest.last, &[Column::Decom, Column::Dec]),
            );
        }
    }
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
                ("care ended, the period is open", &["!missing M,01/06/2024,", "episodes 01/05/2024,10/06/2024"]),
                (
                    "the period ends the day after care",
                    &["!missing M,01/06/2024,11/06/2024", "episodes 01/05/2024,10/06/2024"],
                ),
                ("the period is over before care began", &["!missing M,01/04/2024,30/04/2024", "episodes 01/05/2024,"]),
                (
                    "the period ends between two periods of care",
                    &["!missing M,01/06/2024,20/06/2024", "episodes 01/05/2024,10/06/2024", "episodes 01/07/2024,"],
                ),
                (
                    "open since before the care that lasts",
                    &["!missing M,01/06/2024,", "episodes 01/05/2024,10/06/2024", "episodes 01/07/2024,"],
                ),
                (
                    "the period ends on the day on which care ended",
                    &["missing M,01/06/2024,10/06/2024", "episodes 01/05/2024,10/06/2024"],
                ),
                (
                    "the period ends on the day on which care began",
                    &["missing M,01/04/2024,01/05/2024", "episodes 01/05/2024,"],
                ),
                ("open since before care began, and care lasts", &["missing M,01/06/2024,", "episodes 09/07/2024,"]),
                ("care lasts", &["missing M,01/06/2024,", "episodes 01/05/2024,"]),
                (
                    "care goes on in another episode",
                    &["missing M,01/06/2024,", "episodes 01/05/2024,10/06/2024", "episodes 10/06/2024,"],
                ),
                ("the end of care is no date", &["missing M,01/06/2024,", "episodes 01/05/2024,31/06/2024"]),
                (
                    "the period has no start, or an end that is no date",
                    &["missing M,,20/06/2024", "missing M,01/06/2024,31/06/2024", "episodes 01/05/2024,10/06/2024"],
                ),
                ("no episode at all", &["missing M,01/06/2024,"]),
                (
                    "an open episode lasts, whatever followed it",
                    &[
                        "missing M,01/06/2024,20/06/2024",
                        "missing M,21/06/2024,",
                        "episodes 01/05/2024,",
                        "episodes 15/05/2024,10/06/2024",
                    ],
                ),
                (
                    "an episode that ends before it starts lasts",
                    &["missing M,01/06/2024,20/06/2024", "missing M,21/06/2024,", "episodes 01/05/2024,30/04/2024"],
                ),
                (
                    "a period that ends before it starts goes by its end",
                    &["!missing M,10/06/2024,01/04/2024", "missing M,10/06/2024,02/05/2024", "episodes 01/05/2024,"],
                ),
                (
                    "an episode without a start says nothing",
                    &["missing M,01/06/2024,20/06/2024", "episodes ,10/06/2024"],
                ),
            ],
        );
    }
}
