//! Our own: an incident before the first episode of a child who was in care already.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::{Cells, Table};
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "record-starts-late", severity: Severity::Error },
    needs: &[Table(Module::Missing), Table(Module::Episodes), Cells(Module::Episodes, Column::Rne)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    let Some(first) = child.this.episodes.first() else { return };
    let Some(from) = first.decom.day() else { return };
    if first.rne.is_blank() || first.rne.is_other() || first.rne.is_start() {
        return;
    }
    for row in child.this.missing.iter().filter(|row| row.start.day().is_some_and(|start| start < from)) {
        violations.clash(
            this(row, &[Column::MisStart, Column::MisEnd]).at(&[Column::MisStart]),
            this(first, &[Column::Decom, Column::Rne]),
        );
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
                (
                    "a placement that follows another",
                    &["!missing M,01/06/2024,02/06/2024", "episodes 01/07/2024,,C2,P"],
                ),
                (
                    "a legal status that follows another",
                    &["!missing A,30/06/2024,", "episodes 01/07/2024,,C2,L", "episodes 01/08/2024,,C2,P"],
                ),
                ("care began then", &["missing M,01/06/2024,02/06/2024", "episodes 01/07/2024,,C2,S"]),
                ("missing on the first day", &["missing M,01/07/2024,", "episodes 01/07/2024,,C2,P"]),
                (
                    "nobody says how it began",
                    &["missing M,01/06/2024,", "episodes 01/07/2024,,C2,", "missing M,02/06/2024,"],
                ),
                ("blank or no date", &["missing M,,", "missing M,31/06/2024,", "episodes 01/07/2024,,C2,P"]),
                ("no start of the episode", &["missing M,01/06/2024,", "episodes 31/06/2024,,C2,P"]),
            ],
        );
    }
}
