//! 502: an episode left open last year is not carried on.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, last, this};
use super::needs::Module;
use super::needs::Need::{LastYears, Table};
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "502", severity: Severity::Error },
    needs: &[Table(Module::Episodes), LastYears(Module::Episodes)],
    broken: Broken::InReturn(broken),
};

const SPAN: &[Column] = &[Column::Decom, Column::Dec];

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    let Some(before) = child.last else { return };
    let mut dated = before.episodes.iter().filter(|row| row.decom.day().is_some());
    let Some(open) = dated.rfind(|row| row.dec.is_blank()) else { return };
    // Episodes are in the order of DECOM, with blanks after the dates.
    match child.this.episodes.first() {
        None => violations.row(last(open, SPAN).at(&[Column::Dec])),
        Some(first) if first.decom.day().is_some() && first.decom != open.decom => {
            violations.clash(this(first, SPAN).at(&[Column::Decom]), last(open, SPAN));
        }
        Some(_) => {}
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
                ("another day", &["last-episodes 01/05/2023,", "!episodes 02/05/2023,"]),
                ("this year alone", &["last-episodes 01/05/2023,", "!episodes 01/05/2024,"]),
                ("no episode this year", &["!last-episodes 01/05/2023,"]),
                (
                    "carried on",
                    &["last-episodes 01/05/2023,", "episodes 01/05/2023,10/06/2024", "episodes 10/06/2024,"],
                ),
                ("ended last year", &["last-episodes 01/05/2023,10/06/2023", "episodes 01/05/2024,"]),
                (
                    "the open one is the last",
                    &["last-episodes 01/05/2023,10/06/2023", "last-episodes 10/06/2023,", "episodes 10/06/2023,"],
                ),
                ("no date", &["last-episodes ,", "last-episodes 31/06/2023,", "episodes 01/05/2024,"]),
                ("this year’s first has none", &["last-episodes 01/05/2023,", "episodes 31/06/2024,"]),
            ],
        );
    }
}
