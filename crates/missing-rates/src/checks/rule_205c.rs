//! 205C: unaccompanied in neither year, and a DUC is given.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, last, this};
use super::needs::Module;
use super::needs::Need::{Duc, LastYears, Year};
use super::rule::{Broken, ChildRule, Rule, Severity};

use super::unaccompanied::{is_unaccompanied, last_statuses, statuses, year_before};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "205C", severity: Severity::Error },
    needs: &[Duc, LastYears(Module::Uasc), Year],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    let Some(before) = child.last else { return };
    let last_days = year_before(child.year);
    if is_unaccompanied(&child.this, child.year) || is_unaccompanied(&before, last_days) {
        return;
    }
    for row in statuses(child).filter(|row| !row.duc.is_blank()) {
        violations
            .push(this(row.row, &[Column::Duc]), last_statuses(child).next().map(|row| last(row.row, &[Column::Duc])));
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
                ("an end before both years", &["!uasc 31/03/2023"]),
                ("an end before this year, and not listed last year", &["!uasc 01/02/2024"]),
                ("an end before both years, in both", &["last-uasc 01/02/2023", "!uasc 01/02/2023"]),
                (
                    "Header says no in both years",
                    &["!uasc 01/06/2024", "header 01/01/2010,1,0", "last-header 01/01/2010,1,0"],
                ),
                ("an end this year", &["uasc 01/04/2024"]),
                ("an end last year, when the child was listed", &["last-uasc ", "uasc 01/02/2024"]),
                ("no date may be any", &["uasc 31/06/2024"]),
                ("blank", &["uasc "]),
            ],
        );
    }
}
