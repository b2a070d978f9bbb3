//! Our own: periods of M and of A overlap.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Table;
use super::rule::{Broken, ChildRule, Rule, Severity};

use super::doubtful::Overlaps;

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "missing-and-away", severity: Severity::Warning },
    needs: &[Table(Module::Missing)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    const COLUMNS: &[Column] = &[Column::Missing, Column::MisStart, Column::MisEnd];
    // Rows are in the order of their starts, so the finding is about the later row.
    let overlaps = Overlaps::of(child.this.missing);
    for (at, row) in child.this.missing.iter().enumerate() {
        if let Some(other) = overlaps.earlier(at) {
            violations.clash(this(row, COLUMNS).at(&[Column::MisStart, Column::MisEnd]), this(other, COLUMNS));
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
                ("A within M", &["missing M,01/06/2024,05/06/2024", "!missing A,02/06/2024,03/06/2024"]),
                ("M while A is open", &["missing A,01/06/2024,", "!missing M,02/06/2024,03/06/2024"]),
                ("the same days", &["missing A,01/06/2024,02/06/2024", "!missing M,01/06/2024,02/06/2024"]),
                ("the same day", &["missing A,01/06/2024,01/06/2024", "!missing M,01/06/2024,01/06/2024"]),
                (
                    "one after the other, on one day",
                    &["missing M,01/06/2024,05/06/2024", "missing A,05/06/2024,06/06/2024"],
                ),
                ("of one code", &["missing M,01/06/2024,05/06/2024", "missing M,02/06/2024,03/06/2024"]),
                (
                    "rows that are not used",
                    &[
                        "missing M,01/06/2024,05/06/2024",
                        "missing A,,",
                        "missing A,03/06/2024,02/06/2024",
                        "missing X,02/06/2024,03/06/2024",
                        "missing A,02/06/2024,31/06/2024",
                    ],
                ),
            ],
        );
    }
}
