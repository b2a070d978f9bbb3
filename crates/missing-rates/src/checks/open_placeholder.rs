//! Our own: an end that has not come yet is written as a date far in the future, as none, or as a sign or a word.

use missing_rows::Column;

use super::child_rows::{ChildRows, Row, Violations, this};
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "open-placeholder", severity: Severity::Warning },
    needs: &[],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    let is_kept = |row: Row<'a>, column| child.unread(row, column).is_some();
    for row in child.this.episodes.iter().filter(|row| row.dec.is_blank()) {
        if is_kept(row.into(), Column::Dec) {
            violations.row(this(row, &[Column::Dec, Column::Decom]).at(&[Column::Dec]));
        }
    }
    for row in child.this.uasc.iter().filter(|row| row.duc.is_blank()) {
        if is_kept(row.into(), Column::Duc) {
            violations.row(this(row, &[Column::Duc]));
        }
    }
    for row in child.this.header.iter().filter(|row| row.duc.is_blank()) {
        if is_kept(row.into(), Column::Duc) {
            violations.row(this(row, &[Column::Duc]));
        }
    }
    for row in child.this.missing.iter().filter(|row| row.end.is_blank()) {
        if is_kept(row.into(), Column::MisEnd) {
            violations.row(this(row, &[Column::MisEnd, Column::MisStart]).at(&[Column::MisEnd]));
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
                    "in any column of an end",
                    &[
                        "!missing M,01/06/2024,31/12/2099",
                        "!episodes 01/05/2024,31/12/9999",
                        "!uasc 9999",
                        "!uasc 05/06/2082",
                    ],
                ),
                ("a dash", &["!missing M,01/06/2024,-", "!episodes 01/05/2024,\u{2013}", "!uasc Ongoing"]),
                (
                    "what programs make of nothing",
                    &[
                        "!missing M,01/06/2024,00/00/0000",
                        "!episodes 01/05/2024,01/01/1900",
                        "!missing M,01/06/2024,0",
                        "!uasc .",
                    ],
                ),
                ("a word", &["!missing M,01/06/2024,Still missing"]),
                ("a sign of something else", &["missing M,01/06/2024,?", "episodes 01/05/2024,x", "uasc -1"]),
                ("with a time of day", &["!missing M,01/06/2024,9999-12-31 00:00:00"]),
                ("blank", &["missing M,01/06/2024,", "episodes 01/05/2024,", "uasc "]),
                ("a word for a blank", &["missing M,01/06/2024,NULL", "episodes 01/05/2024,NaT"]),
                ("a typing error", &["episodes 01/05/2024,01/04/2035", "missing M,01/06/2024,31/06/2099x"]),
                ("a start", &["missing M,31/12/2099,"]),
            ],
        );
    }
}
