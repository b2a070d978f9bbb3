//! 351: a child was over 21 when the year began.

use missing_rows::Column;

use super::birthday::birthday;
use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::{Table, Year};
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "351", severity: Severity::Error },
    needs: &[Table(Module::Header), Year],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    for row in child.this.header {
        let adult = row.dob.day().and_then(|born| birthday(born, 21));
        if adult.is_some_and(|day| day < child.year.start()) {
            violations.row(this(row, &[Column::Dob]));
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
                ("21 the day before", &["!header 31/03/2003"]),
                ("a grown-up", &["!header 01/01/1970"]),
                ("21 on the first day", &["header 01/04/2003"]),
                ("a child", &["header 01/01/2010"]),
                ("blank, or no date", &["header ", "header 31/02/1970"]),
            ],
        );
    }
}
