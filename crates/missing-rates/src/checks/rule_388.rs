//! 388: the reason for the end does not fit what follows.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::{Cells, Table};
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "388", severity: Severity::Warning },
    needs: &[Table(Module::Episodes), Cells(Module::Episodes, Column::Rec)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    const SHOWN: &[Column] = &[Column::Decom, Column::Dec, Column::Rec];
    let episodes = child.this.episodes;
    for (at, row) in episodes.iter().enumerate() {
        let Some(dec) = row.dec.day().filter(|_| !row.rec.is_blank() && !row.rec.is_other()) else { continue };
        // Episodes are in the order of DECOM.
        let from = episodes.partition_point(|other| other.decom.day().is_some_and(|day| day < dec));
        let mut same_day = (from..episodes.len()).take_while(|other| episodes[*other].decom.day() == Some(dec));
        let follows = same_day.find(|other| *other != at).map(|other| &episodes[other]);
        match (row.rec.goes_on(), follows) {
            (true, None) => violations.row(this(row, SHOWN).at(&[Column::Rec])),
            (false, Some(next)) => violations.clash(this(row, SHOWN).at(&[Column::Rec]), this(next, SHOWN)),
            _ => {}
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
                ("nothing follows", &["!episodes 01/05/2024,10/06/2024,C2,S,X1"]),
                (
                    "another begins the day after",
                    &["!episodes 01/05/2024,10/06/2024,C2,S,X1", "episodes 11/06/2024,,C2,P"],
                ),
                (
                    "care ended, and another begins",
                    &["!episodes 01/05/2024,10/06/2024,C2,S,E4A", "episodes 10/06/2024,,C2,S"],
                ),
                ("a day that ends as it began, without another", &["!episodes 10/06/2024,10/06/2024,C2,S,X1"]),
                ("another follows", &["episodes 01/05/2024,10/06/2024,C2,S,X1", "episodes 10/06/2024,,C2,P"]),
                ("care ended", &["episodes 01/05/2024,10/06/2024,C2,S,E4A", "episodes 11/06/2024,,C2,S"]),
                (
                    "a one-day episode between two",
                    &[
                        "episodes 01/05/2024,10/06/2024,C2,S,X1",
                        "episodes 10/06/2024,10/06/2024,C2,P,X1",
                        "episodes 10/06/2024,,C2,P",
                    ],
                ),
                (
                    "blank, or no code",
                    &["episodes 01/05/2024,10/06/2024,C2,S,", "episodes 11/06/2024,12/06/2024,C2,S,E99"],
                ),
                ("no date", &["episodes 01/05/2024,,C2,S,X1", "episodes 02/05/2024,31/06/2024,C2,S,X1"]),
            ],
        );
    }
}
