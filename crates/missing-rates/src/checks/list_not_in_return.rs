//! Our own: a listed child is not in the return.

use missing_rows::Column;

use super::child_rows::{ListRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Table;
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "list-not-in-return", severity: Severity::Warning },
    needs: &[Table(Module::List), Table(Module::Episodes)],
    broken: Broken::InList(broken),
};

fn broken<'a>(child: &ListRows<'a>, violations: &mut Violations<'a>) {
    if !child.in_return {
        for row in child.rows.iter().filter(|row| row.listed.counts()) {
            violations.row(this(row, &[Column::Trafficked]).at(&[]));
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
                ("in no file", &["!list confirmed", "!list suspected"]),
                ("only in Missing", &["!list yes", "missing M,01/06/2024,"]),
                ("listed as not trafficked", &["list no", "list "]),
                ("in Episodes", &["list confirmed", "episodes 01/06/2024,"]),
                ("in Header, or in last year’s return alone", &["list confirmed", "header 01/01/2010"]),
                ("in last year’s Episodes", &["list confirmed", "last-episodes 01/05/2023,"]),
            ],
        );
    }
}
