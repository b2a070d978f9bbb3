//! 581: no episode covers the day on which a child went missing.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Table;
use super::rule::{Broken, ChildRule, Rule, Severity};

use super::periods_of_care::{Place, periods_of_care, place};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "581", severity: Severity::Error },
    needs: &[Table(Module::Missing), Table(Module::Episodes)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    if child.this.missing.is_empty() {
        return;
    }
    let periods = periods_of_care(child.this.episodes);
    for row in child.this.missing {
        let Some(start) = row.start.day() else { continue };
        let Place::Between { before, after } = place(&periods, start) else { continue };
        let next = after.map(|period| period.first).or(before.map(|period| period.last));
        if let Some(episode) = next {
            violations.clash(
                this(row, &[Column::MisStart, Column::MisEnd]).at(&[Column::MisStart]),
                this(episode, &[Column::Decom, Column::Dec]),
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
                ("the day before care began", &["!missing M,30/04/2024,02/05/2024", "episodes 01/05/2024,"]),
                (
                    "between two periods of care",
                    &["!missing M,20/06/2024,", "episodes 01/05/2024,10/06/2024", "episodes 01/07/2024,"],
                ),
                ("the day after care ended", &["!missing M,11/06/2024,12/06/2024", "episodes 01/05/2024,10/06/2024"]),
                (
                    "the day on which care began, or ended",
                    &[
                        "missing M,01/05/2024,02/05/2024",
                        "missing M,10/06/2024,10/06/2024",
                        "episodes 01/05/2024,10/06/2024",
                    ],
                ),
                ("under short breaks", &["missing M,01/06/2024,", "episodes 01/05/2024,,V3"]),
                ("blank or no date", &["missing M,,", "missing M,31/04/2024,", "episodes 01/05/2024,"]),
                (
                    "an episode without a start says nothing",
                    &["missing M,01/06/2024,", "episodes ,10/06/2024", "episodes 31/04/2024,"],
                ),
                ("no episode at all", &["missing M,01/06/2024,"]),
                (
                    "an open episode covers all days after, whatever followed it",
                    &["missing M,20/06/2024,", "episodes 01/05/2024,", "episodes 15/05/2024,10/06/2024"],
                ),
                (
                    "an episode that ends before it starts covers all days after",
                    &["!missing M,30/04/2024,", "missing M,11/06/2024,", "episodes 01/05/2024,30/04/2024"],
                ),
                (
                    "a period that ends before it starts goes by its start",
                    &["!missing M,30/04/2024,01/04/2024", "missing M,02/05/2024,30/04/2024", "episodes 01/05/2024,"],
                ),
            ],
        );
    }
}
