//! 426: both kinds of short breaks in one year.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Table;
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "426", severity: Severity::Warning },
    needs: &[Table(Module::Episodes)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    const SHOWN: &[Column] = &[Column::Ls, Column::Decom, Column::Dec];
    let of = |ls: &'static str| child.this.episodes.iter().filter(move |row| row.ls.text() == ls);
    let (Some(one), Some(series)) = (of("V3").next(), of("V4").next()) else { return };
    for row in of("V3") {
        violations.clash(this(row, SHOWN).at(&[Column::Ls]), this(series, SHOWN));
    }
    for row in of("V4") {
        violations.clash(this(row, SHOWN).at(&[Column::Ls]), this(one, SHOWN));
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
                ("both", &["!episodes 01/05/2024,02/05/2024,V3", "!episodes 01/06/2024,02/08/2024,V4"]),
                (
                    "all of them",
                    &["!episodes 01/05/2024,02/05/2024,V3", "!episodes 01/07/2024,02/07/2024,V3", "!episodes ,,V4"],
                ),
                ("one kind", &["episodes 01/05/2024,02/05/2024,V3", "episodes 01/07/2024,02/07/2024,V3"]),
                ("beside other care", &["episodes 01/05/2024,02/05/2024,V4", "episodes 01/07/2024,,C2"]),
                (
                    "last year the other",
                    &["episodes 01/05/2024,02/05/2024,V3", "last-episodes 01/06/2023,02/08/2023,V4"],
                ),
            ],
        );
    }
}
