//! 203: the date of birth of a child differs from last year’s.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, last, this};
use super::needs::Module;
use super::needs::Need::{LastYears, Table};
use super::rule::{Broken, ChildRule, Rule, Severity};
use super::same_child::other_birth;

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "203", severity: Severity::Warning },
    needs: &[Table(Module::Header), LastYears(Module::Header)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    let Some(before) = child.last else { return };
    for row in child.this.header {
        if let Some(other) = other_birth(before.header, row.dob) {
            violations.clash(this(row, &[Column::Dob]), last(other, &[Column::Dob]));
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
                ("another day", &["!header 02/01/2010", "last-header 01/01/2010"]),
                ("the same day", &["header 01/01/2010", "last-header 01/01/2010"]),
                ("the same day, written otherwise", &["header 2010-01-01", "last-header 01/01/2010"]),
                ("blank, or no date", &["header ", "header 31/02/2010", "last-header 01/01/2010"]),
                ("last year’s is no date", &["header 01/01/2010", "last-header 31/02/2010"]),
                ("not in last year’s Header", &["header 01/01/2010"]),
            ],
        );
    }
}
