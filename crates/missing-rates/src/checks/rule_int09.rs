//! INT09: a child of UASC is not in Header.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Table;
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "INT09", severity: Severity::Error },
    needs: &[Table(Module::Uasc), Table(Module::Header)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    if child.this.header.is_empty() {
        for row in child.this.uasc {
            violations.row(this(row, &[Column::Duc]));
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
                ("not in Header", &["!uasc ", "!uasc 31/06/2024"]),
                ("only in last year’s", &["!uasc ", "last-header 01/01/2010"]),
                ("in Header", &["uasc ", "header 01/01/2010"]),
            ],
        );
    }
}
