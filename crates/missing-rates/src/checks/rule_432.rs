//! 432: care had ended, and the new episode does not say that it began again.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::{Cells, Table};
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "432", severity: Severity::Warning },
    needs: &[Table(Module::Episodes), Cells(Module::Episodes, Column::Rne), Cells(Module::Episodes, Column::Rec)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    const SHOWN: &[Column] = &[Column::Decom, Column::Dec, Column::Rne, Column::Rec];
    for pair in child.this.episodes.windows(2) {
        let [before, row] = pair else { continue };
        let ended = !before.rec.goes_on() && !before.rec.is_blank() && !before.rec.is_other();
        let goes_on = !row.rne.is_start() && !row.rne.is_blank() && !row.rne.is_other();
        if row.decom.day().is_some() && before.decom < row.decom && ended && goes_on {
            violations.clash(this(row, SHOWN).at(&[Column::Rne]), this(before, SHOWN));
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
                ("after an end of care", &["episodes 01/05/2024,10/06/2024,C2,S,E4A", "!episodes 11/06/2024,,C2,P"]),
                ("the same day", &["episodes 01/05/2024,10/06/2024,C2,S,E4A", "!episodes 10/06/2024,,C2,L"]),
                ("care began again", &["episodes 01/05/2024,10/06/2024,C2,S,E4A", "episodes 11/06/2024,,C2,S"]),
                ("care went on", &["episodes 01/05/2024,10/06/2024,C2,S,X1", "episodes 10/06/2024,,C2,P"]),
                ("the first of all", &["episodes 01/05/2024,,C2,P"]),
                (
                    "blank, or no code",
                    &[
                        "episodes 01/05/2024,10/06/2024,C2,S,E99",
                        "episodes 11/06/2024,,C2,",
                        "episodes 12/06/2024,,C2,Z",
                    ],
                ),
                ("no start", &["episodes 01/05/2024,10/06/2024,C2,S,E4A", "episodes ,,C2,P"]),
            ],
        );
    }
}
