//! INT21: a child of UASC has another sex in Header.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::{Cells, Table};
use super::rule::{Broken, ChildRule, Rule, Severity};

use super::same_child::Sexes;

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "INT21", severity: Severity::Error },
    needs: &[
        Table(Module::Uasc),
        Table(Module::Header),
        Cells(Module::Uasc, Column::Sex),
        Cells(Module::Header, Column::Sex),
    ],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    if child.this.uasc.is_empty() {
        return;
    }
    let sexes = Sexes::of(child.this.header);
    for row in child.this.uasc {
        if let Some(header) = sexes.other(row.sex) {
            violations.clash(this(row, &[Column::Sex]), this(header, &[Column::Sex]));
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
                ("another", &["!uasc ,01/01/2010,1", "header 01/01/2010,2"]),
                ("another, in the other style", &["!uasc ,01/01/2010,M", "header 01/01/2010,2"]),
                ("the same, in either style", &["uasc ,01/01/2010,2", "uasc ,01/01/2010,F", "header 01/01/2010,F"]),
                (
                    "blank or unknown on either side",
                    &["uasc ,01/01/2010,", "uasc ,01/01/2010,9", "header 01/01/2010,1"],
                ),
                ("unknown in Header", &["uasc ,01/01/2010,1", "header 01/01/2010,9", "header 01/01/2010,"]),
            ],
        );
    }
}
