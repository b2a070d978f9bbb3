//! 433: an episode that goes on does not begin when the one before ended.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, ends, this};
use super::needs::Module;
use super::needs::Need::{Cells, Table};
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "433", severity: Severity::Warning },
    needs: &[Table(Module::Episodes), Cells(Module::Episodes, Column::Rne)],
    broken: Broken::InReturn(broken),
};

const SPAN: &[Column] = &[Column::Decom, Column::Dec];

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    let episodes = child.this.episodes;
    let ends = ends(episodes);
    for (at, row) in episodes.iter().enumerate() {
        let goes_on = !row.rne.is_start() && !row.rne.is_blank() && !row.rne.is_other();
        let Some(from) = row.decom.day().filter(|_| goes_on) else { continue };
        let first = ends.get(ends.partition_point(|end| *end < (from, 0)));
        if first.is_some_and(|(end, place)| *end == from && *place < at) {
            continue;
        }
        // They are in the order of their first days.
        let earlier = &episodes[..episodes[..at].partition_point(|other| other.decom.day() < Some(from))];
        if let Some(before) = earlier.last().filter(|before| before.dec.day().is_some()) {
            violations.clash(this(row, &[Column::Rne, Column::Decom]), this(before, SPAN));
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
                ("a day between", &["episodes 01/05/2024,10/06/2024", "!episodes 11/06/2024,,C2,P"]),
                ("they overlap", &["episodes 01/05/2024,10/06/2024", "!episodes 09/06/2024,,C2,L"]),
                ("the same day", &["episodes 01/05/2024,10/06/2024", "episodes 10/06/2024,,C2,P"]),
                (
                    "one before the last ended that day",
                    &["episodes 01/05/2024,10/06/2024", "episodes 02/05/2024,03/05/2024", "episodes 10/06/2024,,C2,P"],
                ),
                (
                    "a one-day episode between",
                    &[
                        "episodes 01/05/2024,10/06/2024",
                        "episodes 10/06/2024,10/06/2024,C2,P",
                        "episodes 10/06/2024,,C2,T",
                    ],
                ),
                ("care began again", &["episodes 01/05/2024,10/06/2024", "episodes 11/06/2024,,C2,S"]),
                ("the first of all", &["episodes 01/05/2024,,C2,P"]),
                ("the one before has no end", &["episodes 01/05/2024,", "episodes 11/06/2024,,C2,P"]),
                ("no start", &["episodes 01/05/2024,10/06/2024", "episodes ,,C2,P"]),
            ],
        );
    }
}
