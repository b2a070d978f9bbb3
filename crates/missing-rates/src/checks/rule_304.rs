//! 304: unaccompanied status ends after the 18th birthday.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::{Cells, Duc};
use super::rule::{Broken, ChildRule, Rule, Severity};

use super::birthday::eighteenth;
use super::unaccompanied::statuses;

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "304", severity: Severity::Error },
    needs: &[Duc, Cells(Module::Uasc, Column::Dob)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    for row in statuses(child) {
        let birthday = row.dob.day().and_then(eighteenth);
        if row.duc.day().zip(birthday).is_some_and(|(duc, birthday)| duc > birthday) {
            violations.row(this(row.row, &[Column::Duc, Column::Dob]));
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
                ("the day after", &["!uasc 03/06/2024,02/06/2006"]),
                ("the birthday", &["uasc 02/06/2024,02/06/2006"]),
                ("born on 29 February", &["uasc 01/03/2026,29/02/2008", "!uasc 02/03/2026,29/02/2008"]),
                ("no end", &["uasc ,02/06/2000"]),
                (
                    "no date on either side",
                    &["uasc 31/06/2024,02/06/2000", "uasc 01/06/2024,31/02/2000", "uasc 01/06/2024,"],
                ),
            ],
        );
    }
}
