//! 437: an episode after the child died or was found to be an adult.

use missing_rows::{Column, EpisodeRow};

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::{Cells, Table};
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "437", severity: Severity::Error },
    needs: &[Table(Module::Episodes), Cells(Module::Episodes, Column::Rec)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    const SHOWN: &[Column] = &[Column::Decom, Column::Dec, Column::Rec];
    let mut over: Option<&EpisodeRow> = None;
    for row in child.this.episodes.iter().filter(|row| row.decom.day().is_some()) {
        if let Some(end) = over.filter(|end| end.decom < row.decom) {
            violations.clash(this(row, SHOWN).at(&[Column::Decom]), this(end, SHOWN));
        }
        if over.is_none() && matches!(row.rec.text(), "E2" | "E15") {
            over = Some(row);
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
                ("after a death", &["episodes 01/05/2024,10/06/2024,C2,S,E2", "!episodes 01/07/2024,,C2,S"]),
                ("found to be an adult", &["episodes 01/05/2024,10/06/2024,C2,S,E15", "!episodes 10/06/2024,,C2,P"]),
                (
                    "every one after",
                    &[
                        "episodes 01/05/2024,10/06/2024,C2,S,E2",
                        "!episodes 01/07/2024,02/07/2024,C2,S,E2",
                        "!episodes 01/08/2024,",
                    ],
                ),
                ("before", &["episodes 01/04/2024,01/05/2024,C2,S,X1", "episodes 01/05/2024,10/06/2024,C2,P,E2"]),
                ("another end", &["episodes 01/05/2024,10/06/2024,C2,S,E4A", "episodes 01/07/2024,,C2,S"]),
                (
                    "the same start",
                    &["episodes 01/05/2024,10/06/2024,C2,S,E2", "episodes 01/05/2024,11/06/2024,C2,S,X1"],
                ),
                ("no start", &["episodes 01/05/2024,10/06/2024,C2,S,E2", "episodes ,,C2,S"]),
            ],
        );
    }
}
