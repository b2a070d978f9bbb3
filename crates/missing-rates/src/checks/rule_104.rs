//! 104: the day on which unaccompanied status ceased is not a date, or is before the year.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Need::{Duc, Year};
use super::rule::{Broken, ChildRule, Rule, Severity};
use super::unaccompanied::statuses;

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "104", severity: Severity::Error },
    needs: &[Duc, Year],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    for row in statuses(child) {
        if row.duc.is_not_a_date() || row.duc.day().is_some_and(|duc| duc < child.year.start()) {
            violations.row(this(row.row, &[Column::Duc]));
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
                ("the last day of last year", &["!uasc 31/03/2024"]),
                ("a day that the calendar does not have", &["!uasc 31/06/2024"]),
                ("the first day of the year", &["uasc 01/04/2024"]),
                ("after the year", &["uasc 01/04/2026"]),
                ("blank", &["uasc "]),
            ],
        );
    }
}
