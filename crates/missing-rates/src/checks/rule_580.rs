//! 580: missing until care ends on the 18th birthday, and the reason is not E8.

use missing_rows::{Column, Day, MissingRow, When};

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::{Cells, Table};
use super::rule::{Broken, ChildRule, Rule, Severity};

use super::birthday::eighteenth;

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "580", severity: Severity::Error },
    needs: &[Table(Module::Missing), Table(Module::Episodes), Cells(Module::Episodes, Column::Rec)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    // The rows that end on the 18th birthday, by that day.
    let mut until_then: Vec<(Day, &MissingRow)> = Vec::new();
    for row in child.this.missing {
        let Some(end) = row.end.day() else { continue };
        let is_birthday = |dob: When| dob.day().and_then(eighteenth) == Some(end);
        let born = if row.dob.day().is_some() {
            is_birthday(row.dob)
        } else {
            child.this.header.first().is_some_and(|header| is_birthday(header.dob))
        };
        if born {
            until_then.push((end, row));
        }
    }
    until_then.sort_by_key(|(end, _)| *end);
    for episode in child.this.episodes.iter().filter(|episode| !episode.rec.is_e8()) {
        let Some(dec) = episode.dec.day() else { continue };
        let first = until_then.partition_point(|(end, _)| *end < dec);
        if let Some((_, row)) = until_then.get(first).filter(|(end, _)| *end == dec) {
            violations.clash(
                this(episode, &[Column::Dec, Column::Rec]).at(&[Column::Rec]),
                this(*row, &[Column::Missing, Column::MisEnd, Column::Dob]),
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
                (
                    "another reason",
                    &["!episodes 01/05/2024,10/06/2024,C2,S,E4A", "missing M,01/06/2024,10/06/2024,10/06/2006"],
                ),
                (
                    "no reason, or an unknown one",
                    &[
                        "!episodes 01/05/2024,10/06/2024,C2,S,",
                        "!episodes 02/05/2024,10/06/2024,C2,P,E99",
                        "missing M,01/06/2024,10/06/2024,10/06/2006",
                    ],
                ),
                ("away", &["!episodes 01/05/2024,10/06/2024,C2,S,E4A", "missing A,01/06/2024,10/06/2024,10/06/2006"]),
                (
                    "born on 29 February",
                    &["!episodes 01/05/2024,01/03/2026,C2,S,E4A", "missing M,01/02/2025,01/03/2026,29/02/2008"],
                ),
                (
                    "the date of birth stands in Header alone",
                    &[
                        "!episodes 01/05/2024,10/06/2024,C2,S,E4A",
                        "missing M,01/06/2024,10/06/2024,",
                        "header 10/06/2006",
                    ],
                ),
                ("E8", &["episodes 01/05/2024,10/06/2024,C2,S,E8", "missing M,01/06/2024,10/06/2024,10/06/2006"]),
                (
                    "the day before the birthday",
                    &["episodes 01/05/2024,09/06/2024,C2,S,E4A", "missing M,01/06/2024,09/06/2024,10/06/2006"],
                ),
                (
                    "back a day earlier",
                    &["episodes 01/05/2024,10/06/2024,C2,S,E4A", "missing M,01/06/2024,09/06/2024,10/06/2006"],
                ),
                (
                    "not back, or no date",
                    &[
                        "episodes 01/05/2024,10/06/2024,C2,S,E4A",
                        "missing M,01/06/2024,,10/06/2006",
                        "missing M,01/06/2024,31/06/2024,10/06/2006",
                    ],
                ),
                (
                    "no date of birth",
                    &["episodes 01/05/2024,10/06/2024,C2,S,E4A", "missing M,01/06/2024,10/06/2024,31/06/2006"],
                ),
            ],
        );
    }
}
