//! 431: care is said to start on the day on which the episode before ended.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, ends, this};
use super::needs::Module;
use super::needs::Need::{Cells, Table};
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "431", severity: Severity::Warning },
    needs: &[Table(Module::Episodes), Cells(Module::Episodes, Column::Rne)],
    broken: Broken::InReturn(broken),
};

const SPAN: &[Column] = &[Column::Decom, Column::Dec];

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    let episodes = child.this.episodes;
    let ends = ends(episodes);
    for row in episodes.iter().filter(|row| row.rne.is_start()) {
        let Some(from) = row.decom.day() else { continue };
        // They are in the order of their first days, and the nearest of those that began earlier is meant.
        let earlier = episodes.partition_point(|other| other.decom.day() < Some(from));
        let last = ends[..ends.partition_point(|end| *end < (from, earlier))].last();
        if let Some((_, ended)) = last.filter(|(end, _)| *end == from) {
            violations.clash(this(row, &[Column::Rne, Column::Decom]), this(&episodes[*ended], SPAN));
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
                ("ended that day", &["episodes 01/05/2024,10/06/2024", "!episodes 10/06/2024,"]),
                (
                    "not the last before",
                    &["episodes 01/05/2024,10/06/2024", "episodes 05/05/2024,06/05/2024", "!episodes 10/06/2024,"],
                ),
                ("ended the day before", &["episodes 01/05/2024,09/06/2024", "episodes 10/06/2024,"]),
                ("care goes on", &["episodes 01/05/2024,10/06/2024", "episodes 10/06/2024,,C2,P"]),
                ("the same row twice", &["episodes 10/06/2024,10/06/2024", "episodes 10/06/2024,10/06/2024"]),
                ("no dates", &["episodes ,", "episodes 31/06/2024,31/06/2024", "episodes ,31/06/2024"]),
            ],
        );
    }
}
