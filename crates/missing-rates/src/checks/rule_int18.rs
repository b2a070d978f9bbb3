//! INT18: a child of UASC has another date of birth in Header.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::{Cells, Table};
use super::rule::{Broken, ChildRule, Rule, Severity};

use super::same_child::other_birth;

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "INT18", severity: Severity::Error },
    needs: &[Table(Module::Uasc), Table(Module::Header), Cells(Module::Uasc, Column::Dob)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    for row in child.this.uasc {
        if let Some(header) = other_birth(child.this.header, row.dob) {
            violations.clash(this(row, &[Column::Dob]), this(header, &[Column::Dob]));
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
                ("another day", &["!uasc ,02/01/2010", "header 01/01/2010"]),
                ("the same day", &["uasc ,01/01/2010", "header 01/01/2010"]),
                ("blank or no date on either side", &["uasc ,", "uasc ,31/02/2010", "header 01/01/2010"]),
                ("no date in Header", &["uasc ,01/01/2010", "header 31/02/2010"]),
            ],
        );
    }
}
