//! 578: a child goes missing after care has ended.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Table;
use super::rule::{Broken, ChildRule, Rule, Severity};

use super::periods_of_care::{Place, periods_of_care, place};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "578", severity: Severity::Error },
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
        if let Place::Between { before: Some(ended), .. } = place(&periods, start) {
            violations.clash(
                this(row, &[Column::MisStart, Column::MisEnd]).at(&[Column::MisStart]),
                this(ended.last, &[Column::Decom, Column::Dec]),
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
                ("the day after care ended", &["!missing M,11/06/2024,12/06/2024", "episodes 01/05/2024,10/06/2024"]),
                (
                    "between two periods of care",
                    &["!missing M,20/06/2024,", "episodes 01/05/2024,10/06/2024", "episodes 01/07/2024,"],
                ),
                ("the day on which care ended", &["missing M,10/06/2024,10/06/2024", "episodes 01/05/2024,10/06/2024"]),
                ("before care began", &["missing M,30/04/2024,", "episodes 01/05/2024,10/06/2024"]),
                ("care lasts", &["missing M,20/06/2024,", "episodes 01/05/2024,"]),
                (
                    "care goes on in another episode",
                    &["missing M,20/06/2024,", "episodes 01/05/2024,10/06/2024", "episodes 10/06/2024,30/06/2024"],
                ),
                (
                    "blank or no date on either side",
                    &["missing M,,", "missing M,31/06/2024,", "episodes 01/05/2024,10/06/2024"],
                ),
                ("the end of care is no date", &["missing M,11/06/2024,", "episodes 01/05/2024,31/06/2024"]),
                (
                    "an open episode lasts, whatever followed it",
                    &["missing M,20/06/2024,", "episodes 01/05/2024,", "episodes 15/05/2024,10/06/2024"],
                ),
                (
                    "an episode that ends before it starts lasts",
                    &["missing M,11/06/2024,", "episodes 01/05/2024,30/04/2024"],
                ),
                (
                    "a period that ends before it starts goes by its start",
                    &[
                        "!missing M,11/06/2024,01/06/2024",
                        "missing M,05/06/2024,01/06/2024",
                        "episodes 01/05/2024,10/06/2024",
                    ],
                ),
                ("an episode without a start says nothing", &["missing M,11/06/2024,", "episodes ,10/06/2024"]),
            ],
        );
    }
}
