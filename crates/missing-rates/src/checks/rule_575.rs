//! 575: the placement that a child went missing from has ended, the missing period has not.

use missing_rows::{Column, Day, EpisodeRow};

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Table;
use super::rule::{Broken, ChildRule, Rule, Severity};

use super::periods_of_care::days;

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "575", severity: Severity::Error },
    needs: &[Table(Module::Missing), Table(Module::Episodes)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    // Both are in the order of their starts. The stack holds the episodes that can still cover a day, with the latest
    // on top.
    let mut episodes =
        child.this.episodes.iter().filter_map(|episode| days(episode).map(|days| (episode, days))).peekable();
    let mut stack: Vec<(&EpisodeRow, Day)> = Vec::new();
    for row in child.this.missing {
        let Some(start) = row.start.day() else { continue };
        while let Some((episode, (_, to))) = episodes.next_if(|(_, (from, _))| *from <= start) {
            stack.push((episode, to));
        }
        while stack.last().is_some_and(|(_, to)| *to < start) {
            stack.pop();
        }
        let from = stack.last().map(|(episode, _)| *episode);
        if let Some(episode) = from.filter(|episode| row.end.is_blank() && has_ended(episode)) {
            violations.clash(
                this(row, &[Column::MisStart, Column::MisEnd]).at(&[Column::MisEnd]),
                this(episode, &[Column::Decom, Column::Dec, Column::Place]),
            );
        }
    }
}

/// Whether the episode has an end, and the end is possible.
fn has_ended(episode: &EpisodeRow) -> bool {
    days(episode).is_some_and(|(_, to)| to < Day::MAX)
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
                    "the placement ended later",
                    &["!missing M,01/06/2024,", "episodes 01/05/2024,10/06/2024", "episodes 10/06/2024,"],
                ),
                (
                    "the placement ended that day, and no other began",
                    &["!missing M,10/06/2024,", "episodes 01/05/2024,10/06/2024"],
                ),
                (
                    "on the day of a move to a placement that lasts",
                    &["missing M,10/06/2024,", "episodes 01/05/2024,10/06/2024", "episodes 10/06/2024,"],
                ),
                ("the placement lasts", &["missing M,01/06/2024,", "episodes 01/05/2024,"]),
                (
                    "the period has an end, be it no date",
                    &[
                        "missing M,01/06/2024,02/07/2024",
                        "missing M,02/06/2024,31/06/2024",
                        "episodes 01/05/2024,10/06/2024",
                    ],
                ),
                ("no episode covers the day", &["missing M,30/04/2024,", "episodes 01/05/2024,10/06/2024"]),
                (
                    "the end of the episode lies before its start",
                    &["missing M,01/06/2024,", "episodes 01/05/2024,30/04/2024"],
                ),
                ("the end of the episode is no date", &["missing M,01/06/2024,", "episodes 01/05/2024,31/06/2024"]),
                ("no start", &["missing M,,", "episodes 01/05/2024,10/06/2024"]),
                (
                    "an open episode, and the one that began last has ended",
                    &["!missing M,01/06/2024,", "episodes 01/05/2024,", "episodes 15/05/2024,10/06/2024"],
                ),
                (
                    "an open episode lasts, whatever followed it",
                    &["missing M,20/06/2024,", "episodes 01/05/2024,", "episodes 15/05/2024,10/06/2024"],
                ),
                (
                    "a period that ends before it starts has an end",
                    &["missing M,01/06/2024,31/05/2024", "episodes 01/05/2024,10/06/2024"],
                ),
                ("an episode without a start", &["missing M,01/06/2024,", "episodes ,10/06/2024"]),
            ],
        );
    }
}
