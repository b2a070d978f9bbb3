//! 562: an episode from before the year is not in last year’s return.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, last, this};
use super::needs::Module;
use super::needs::Need::{LastYears, Table, Year};
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "562", severity: Severity::Warning },
    needs: &[Table(Module::Episodes), LastYears(Module::Episodes), Year],
    broken: Broken::InReturn(broken),
};

const SPAN: &[Column] = &[Column::Decom, Column::Dec];

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    let Some(before) = child.last else { return };
    let Some(first) = child.this.episodes.first() else { return };
    if first.decom.day().is_none_or(|from| from >= child.year.start()) {
        return;
    }
    let dated = || before.episodes.iter().filter(|row| row.decom.day().is_some());
    if dated().all(|row| row.decom != first.decom && !row.dec.is_blank()) {
        violations.push(this(first, SPAN).at(&[Column::Decom]), dated().next_back().map(|row| last(row, SPAN)));
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
                ("not there last year", &["!episodes 01/05/2023,"]),
                ("the last day before the year", &["!episodes 31/03/2024,"]),
                ("last year’s began on another day", &["!episodes 01/05/2023,", "last-episodes 02/05/2023,10/06/2023"]),
                ("the same day", &["episodes 01/05/2023,", "last-episodes 01/05/2023,"]),
                (
                    "the same day, ended last year",
                    &["episodes 01/05/2023,10/06/2023", "last-episodes 01/05/2023,10/06/2023"],
                ),
                ("open last year from another day: rule 502", &["episodes 01/05/2023,", "last-episodes 02/05/2023,"]),
                ("began this year", &["episodes 01/04/2024,"]),
                ("no date", &["episodes 31/06/2023,"]),
            ],
        );
    }
}
