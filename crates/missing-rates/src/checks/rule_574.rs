//! 574: a period starts while an earlier one is open, or before it ends.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Table;
use super::rule::{Broken, ChildRule, Rule, Severity};

use missing_rows::{Day, MissingRow};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "574", severity: Severity::Error },
    needs: &[Table(Module::Missing)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    const COLUMNS: &[Column] = &[Column::Missing, Column::MisStart, Column::MisEnd];
    // Of the periods so far, the one that ends last. They are in the order of their starts.
    let mut longest: Option<(&MissingRow, Day)> = None;
    let mut rows: Vec<(&MissingRow, Day)> =
        child.this.missing.iter().filter_map(|row| row.start.day().map(|start| (row, start))).collect();
    // Among periods that start on one day, those that end earlier come first.
    rows.sort_by_key(|(row, start)| (*start, row.end));
    for (row, start) in rows {
        if let Some((earlier, end)) = longest
            && start < end
            && !repeats(row, earlier)
        {
            violations.clash(this(row, COLUMNS).at(&[Column::MisStart]), this(earlier, COLUMNS));
        }
        // Where an end is not a date, nothing says how long the period lasted.
        let end = row.end.end().filter(|end| longest.is_none_or(|(_, other)| *end > other));
        longest = end.map(|end| (row, end)).or(longest);
    }
}

/// Whether two rows of different files say the same.
fn repeats(row: &MissingRow, earlier: &MissingRow) -> bool {
    row.statement() == earlier.statement() && row.file != earlier.file
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
                    "before the earlier one ends",
                    &["missing M,01/06/2024,05/06/2024", "!missing M,04/06/2024,06/06/2024"],
                ),
                ("while the earlier one is open", &["missing M,01/06/2024,", "!missing M,04/06/2024,06/06/2024"]),
                ("of the other code", &["missing M,01/06/2024,05/06/2024", "!missing A,04/06/2024,06/06/2024"]),
                (
                    "within a long one, behind a short one",
                    &[
                        "missing M,01/06/2024,30/06/2024",
                        "!missing M,02/06/2024,03/06/2024",
                        "!missing M,10/06/2024,11/06/2024",
                    ],
                ),
                ("the same days twice", &["missing M,01/06/2024,05/06/2024", "!missing M,01/06/2024,05/06/2024"]),
                (
                    "on the day on which the other ends",
                    &["missing M,01/06/2024,05/06/2024", "missing M,05/06/2024,06/06/2024"],
                ),
                (
                    "twice on one day",
                    &[
                        "missing M,01/06/2024,01/06/2024",
                        "missing M,01/06/2024,01/06/2024",
                        "missing M,01/06/2024,03/06/2024",
                    ],
                ),
                ("open at last", &["missing M,01/06/2024,05/06/2024", "missing M,06/06/2024,"]),
                (
                    "an end that is no date, or no start",
                    &[
                        "missing M,01/06/2024,31/06/2024",
                        "missing M,04/06/2024,06/06/2024",
                        "missing M,,30/06/2024",
                        "missing M,nonsense,",
                    ],
                ),
                (
                    "the same row in another file of the same return",
                    &["missing M,01/06/2024,05/06/2024", "missing2 M,01/06/2024,05/06/2024"],
                ),
            ],
        );
    }
}
