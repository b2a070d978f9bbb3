//! Our own: the same row is more than once in a file.

use missing_rows::{Column, EpisodeRow};

use super::child_rows::{ChildRows, Violations, this};
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "identical-rows", severity: Severity::Warning },
    needs: &[],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    const INCIDENT: &[Column] = &[Column::Missing, Column::MisStart, Column::MisEnd];
    const EPISODE: &[Column] = &[Column::Decom, Column::Dec, Column::Ls, Column::Place];
    // Rows that say the same are next to each other.
    for same in child.this.missing.chunk_by(|a, b| (a.statement(), a.file) == (b.statement(), b.file)) {
        let Some((first, copies)) = same.split_first().filter(|(first, _)| first.start.day().is_some()) else {
            continue;
        };
        for copy in copies {
            violations.clash(this(copy, INCIDENT), this(first, INCIDENT));
        }
    }
    for same in child.this.episodes.chunk_by(is_copy) {
        let Some((first, copies)) = same.split_first().filter(|(first, _)| first.decom.day().is_some()) else {
            continue;
        };
        for copy in copies {
            violations.clash(this(copy, EPISODE), this(first, EPISODE));
        }
    }
}

fn is_copy(a: &EpisodeRow, b: &EpisodeRow) -> bool {
    let said = |row: &EpisodeRow| (row.decom, row.dec, row.ls, row.place, row.provider, row.rec, row.rne, row.file);
    said(a) == said(b)
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
                ("an incident twice", &["missing M,01/06/2024,02/06/2024", "!missing M,01/06/2024,02/06/2024"]),
                ("three times, and open", &["missing M,01/06/2024,", "!missing m,1/6/2024,", "!missing M,2024-06-01,"]),
                ("an episode twice", &["episodes 01/06/2024,02/06/2024", "!episodes 01/06/2024,02/06/2024"]),
                ("of two codes", &["missing M,01/06/2024,02/06/2024", "missing A,01/06/2024,02/06/2024"]),
                (
                    "with another end",
                    &[
                        "missing M,01/06/2024,02/06/2024",
                        "missing M,01/06/2024,",
                        "episodes 01/06/2024,02/06/2024,C2",
                        "episodes 01/06/2024,02/06/2024,V2",
                    ],
                ),
                ("in two files", &["missing M,01/06/2024,02/06/2024", "missing2 M,01/06/2024,02/06/2024"]),
                (
                    "rows without a date",
                    &[
                        "missing M,,",
                        "missing M,,",
                        "missing M,31/06/2024,",
                        "missing M,31/06/2024,",
                        "episodes ,",
                        "episodes ,",
                    ],
                ),
            ],
        );
    }
}
