//! Our own: a list of children says both that a child was trafficked and that it was not.

use missing_rows::{Column, Listed as Said};

use super::child_rows::{ListRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Table;
use super::rule::{Broken, ChildRule, Rule, Severity};
use crate::care::differs;

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "list-differs", severity: Severity::Error },
    needs: &[Table(Module::List)],
    broken: Broken::InList(broken),
};

fn broken<'a>(child: &ListRows<'a>, violations: &mut Violations<'a>) {
    let Some(other) = child.rows.iter().find(|row| row.listed.counts()).filter(|_| differs(child.rows.iter())) else {
        return;
    };
    for row in child.rows.iter().filter(|row| row.listed == Said::No) {
        violations.clash(this(row, &[Column::Trafficked]), this(other, &[Column::Trafficked]));
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
                ("confirmed and no", &["list confirmed", "!list no"]),
                ("a blank is no answer", &["list ", "list suspected"]),
                ("the more certain of two counts", &["list confirmed", "list suspected"]),
                ("twice the same", &["list no", "list no"]),
            ],
        );
    }
}
