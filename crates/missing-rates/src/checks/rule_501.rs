//! 501: an episode begins before an earlier one ended.

use missing_rows::{Column, Day, EpisodeRow};

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Table;
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "501", severity: Severity::Error },
    needs: &[Table(Module::Episodes)],
    broken: Broken::InReturn(broken),
};

const SPAN: &[Column] = &[Column::Decom, Column::Dec];

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    // Of the episodes so far that ended, the one that ended last.
    let mut latest: Option<(Day, &EpisodeRow)> = None;
    for row in child.this.episodes {
        let Some(from) = row.decom.day() else { continue };
        if let Some((_, earlier)) = latest.filter(|(to, _)| *to > from) {
            violations.clash(this(row, SPAN).at(&[Column::Decom]), this(earlier, SPAN));
        }
        if let Some(to) = row.dec.day().filter(|to| *to >= from && latest.is_none_or(|(latest, _)| latest < *to)) {
            latest = Some((to, row));
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
                ("a day too early", &["episodes 01/05/2024,10/06/2024", "!episodes 09/06/2024,"]),
                ("inside another", &["episodes 01/05/2024,10/06/2024", "!episodes 01/06/2024,02/06/2024"]),
                (
                    "not the last before",
                    &["episodes 01/05/2024,10/06/2024", "!episodes 02/05/2024,03/05/2024", "!episodes 05/06/2024,"],
                ),
                ("the same days", &["episodes 01/05/2024,10/06/2024", "!episodes 01/05/2024,10/06/2024,V2"]),
                ("the same day", &["episodes 01/05/2024,10/06/2024", "episodes 10/06/2024,"]),
                (
                    "a one-day episode between",
                    &["episodes 01/05/2024,10/06/2024", "episodes 10/06/2024,10/06/2024", "episodes 10/06/2024,"],
                ),
                ("the earlier one has no end", &["episodes 01/05/2024,", "episodes 10/06/2024,"]),
                (
                    "the earlier one ends before it starts, or on no date",
                    &["episodes 01/05/2024,01/04/2024", "episodes 01/05/2024,31/06/2024", "episodes 10/06/2024,"],
                ),
                ("no start", &["episodes 01/05/2024,10/06/2024", "episodes ,"]),
            ],
        );
    }
}
