//! Our own: a list of children says something other than confirmed, suspected or no.

use missing_rows::Column;

use super::child_rows::{ListRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Table;
use super::rule::{Broken, ChildRule, Rule, Severity};

use missing_rows::Listed as Said;

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "trafficked-not-understood", severity: Severity::Error },
    needs: &[Table(Module::List)],
    broken: Broken::InList(broken),
};

fn broken<'a>(child: &ListRows<'a>, violations: &mut Violations<'a>) {
    for row in child.rows.iter().filter(|row| row.listed == Said::NotUnderstood) {
        violations.row(this(row, &[Column::Trafficked]));
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
                ("another word", &["!list perhaps", "!list 2"]),
                ("what people write", &["list confirmed", "list S", "list yes", "list 1"]),
                ("no", &["list no"]),
                ("a blank: a no, or nobody has looked", &["!list "]),
            ],
        );
    }
}
