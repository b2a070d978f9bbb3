//! 202: the sex of a child differs from last year’s.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, last, this};
use super::needs::Module;
use super::needs::Need::{Cells, LastYears, Table};
use super::rule::{Broken, ChildRule, Rule, Severity};
use super::same_child::Sexes;

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "202", severity: Severity::Warning },
    needs: &[Table(Module::Header), Cells(Module::Header, Column::Sex), LastYears(Module::Header)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    let Some(before) = child.last else { return };
    let sexes = Sexes::of(before.header);
    for row in child.this.header {
        if let Some(other) = sexes.other(row.sex) {
            violations.clash(this(row, &[Column::Sex]), last(other, &[Column::Sex]));
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
                ("another", &["!header 01/01/2010,1", "last-header 01/01/2010,2"]),
                ("the same in the other style", &["header 01/01/2010,M", "last-header 01/01/2010,1"]),
                ("blank, or no code", &["header 01/01/2010,", "header 01/01/2010,3", "last-header 01/01/2010,2"]),
                (
                    "one of last year’s rows says the same",
                    &["header 01/01/2010,1", "last-header 01/01/2010,2", "last-header 01/01/2010,1"],
                ),
                ("not in last year’s Header", &["header 01/01/2010,1"]),
            ],
        );
    }
}
