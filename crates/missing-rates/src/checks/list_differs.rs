//! Our own: a list of children says both that a child was trafficked and that it was not.

use missing_rows::{Column, ListRow, Listed as Said};

use super::child_rows::{ListRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Table;
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "list-differs", severity: Severity::Error },
    needs: &[Table(Module::List)],
    broken: Broken::InList(broken),
};

fn broken<'a>(child: &ListRows<'a>, violations: &mut Violations<'a>) {
    for row in child.rows.iter().filter(|row| row.listed == Said::No) {
        // What a list says of one year contradicts nothing that another says of the next.
        let clashes = |other: &&ListRow| other.listed.counts() && child.may_be_of_one_year(row, other);
        if let Some(other) = child.rows.iter().find(clashes) {
            violations.clash(this(row, &[Column::Trafficked]), this(other, &[Column::Trafficked]));
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
                ("confirmed and no", &["list confirmed", "!list no"]),
                ("a blank is no answer", &["list ", "list suspected"]),
                ("the more certain of two counts", &["list confirmed", "list suspected"]),
                ("twice the same", &["list no", "list no"]),
            ],
        );
    }
}
