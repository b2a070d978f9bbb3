//! 365: a single short break is longer than 17 days.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::{Table, Year};
use super::rule::{Broken, ChildRule, Rule, Severity};
use super::short_breaks::nights;

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "365", severity: Severity::Warning },
    needs: &[Table(Module::Episodes), Year],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    for row in child.this.episodes.iter().filter(|row| row.ls.text() == "V3") {
        if row
            .decom
            .day()
            .and_then(|from| nights(row, from, child.known_until(Module::Episodes)))
            .is_some_and(|nights| nights > 17)
        {
            violations.row(this(row, &[Column::Ls, Column::Decom, Column::Dec]).at(&[Column::Decom, Column::Dec]));
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
                ("18 days", &["!episodes 01/05/2024,19/05/2024,V3"]),
                ("200 days", &["!episodes 01/05/2024,17/11/2024,V3"]),
                ("lasts to the end of the year", &["!episodes 13/03/2025,,V3"]),
                ("17 days", &["episodes 01/05/2024,18/05/2024,V3"]),
                ("17 days to the end of the year", &["episodes 14/03/2025,,V3"]),
                ("a series", &["episodes 01/05/2024,17/11/2024,V4"]),
                ("no short break", &["episodes 01/05/2024,17/11/2024,V2"]),
                (
                    "no dates, or backwards",
                    &[
                        "episodes ,19/05/2024,V3",
                        "episodes 01/05/2024,31/06/2024,V3",
                        "episodes 01/06/2024,01/05/2024,V3",
                    ],
                ),
            ],
        );
    }
}
