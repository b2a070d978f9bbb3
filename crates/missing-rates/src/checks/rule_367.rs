//! 367: more than 75 days of short breaks in a year.

use missing_rows::{Column, EpisodeRow};

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::{Table, Year};
use super::rule::{Broken, ChildRule, Rule, Severity};
use super::short_breaks::nights;

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "367", severity: Severity::Warning },
    needs: &[Table(Module::Episodes), Year],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    let (from, to) = (child.year.start(), child.known_until(Module::Episodes));
    let in_year = |row: &&EpisodeRow| row.ls.text() == "V3" && nights(row, from, to).is_some_and(|n| n > 0);
    let breaks = || child.this.episodes.iter().filter(in_year);
    let all: u32 = breaks().filter_map(|row| nights(row, from, to)).fold(0, u32::saturating_add);
    if all > 75 {
        for row in breaks() {
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
                ("one long break", &["!episodes 01/05/2024,16/07/2024,V3"]),
                ("several together", &["!episodes 01/05/2024,08/06/2024,V3", "!episodes 01/08/2024,08/09/2024,V3"]),
                ("75 days", &["episodes 01/05/2024,15/07/2024,V3"]),
                ("most of it in the year before", &["episodes 01/01/2024,10/05/2024,V3"]),
                (
                    "with one of the year before",
                    &["!episodes 01/05/2024,16/07/2024,V3", "episodes 01/01/2024,10/01/2024,V3"],
                ),
                (
                    "with care of another kind, and a series",
                    &[
                        "episodes 01/05/2024,16/06/2024,V3",
                        "episodes 16/06/2024,16/08/2024,C2",
                        "episodes 01/10/2024,01/12/2024,V4",
                    ],
                ),
                ("no dates", &["episodes ,16/07/2024,V3"]),
            ],
        );
    }
}
