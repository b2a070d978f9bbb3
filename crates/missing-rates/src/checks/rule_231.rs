//! 231: an unaccompanied child is younger than 11.

use missing_rows::Column;

use super::birthday::birthday;
use super::child_rows::{ChildRows, Violations, this};
use super::needs::Need::{Duc, Year};
use super::rule::{Broken, ChildRule, Rule, Severity};
use super::unaccompanied::{is_unaccompanied, statuses};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "231", severity: Severity::Warning },
    needs: &[Duc, Year],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    if !is_unaccompanied(&child.this, child.year) {
        return;
    }
    for row in statuses(child) {
        let born = row.dob.day().or_else(|| child.this.header.first()?.dob.day());
        if born.and_then(|born| birthday(born, 11)).is_some_and(|day| day > child.year.end()) {
            violations.row(this(row.row, &[Column::Dob, Column::Duc]));
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
                ("10 all year", &["!uasc ,01/04/2014"]),
                ("a small child", &["!uasc ,01/04/2020"]),
                ("the date of birth is in Header alone", &["!uasc ,", "header 01/04/2014"]),
                ("11 on the last day of the year", &["uasc ,31/03/2014"]),
                ("no longer unaccompanied", &["uasc 31/03/2024,01/04/2014"]),
                ("no date of birth", &["uasc ,", "uasc ,31/02/2014"]),
            ],
        );
    }
}
