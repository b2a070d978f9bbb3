//! 205D: unaccompanied this year, and in last year’s return without being unaccompanied.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, last, this};
use super::needs::Module;
use super::needs::Need::{Duc, LastYears, Year};
use super::rule::{Broken, ChildRule, Rule, Severity};

use super::unaccompanied::{is_unaccompanied, last_statuses, statuses, year_before};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "205D", severity: Severity::Warning },
    needs: &[Duc, LastYears(Module::Uasc), Year],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    let Some(before) = child.last else { return };
    let here = !before.header.is_empty() || !before.episodes.is_empty();
    let now = is_unaccompanied(&child.this, child.year);
    if !here || !now || is_unaccompanied(&before, year_before(child.year)) {
        return;
    }
    for row in statuses(child) {
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
                ("new to the list, not to care", &["!uasc ", "last-episodes 01/05/2023,"]),
                ("known from last year’s Header", &["!uasc 01/06/2024", "last-header 01/01/2010"]),
                ("ended before last year", &["last-uasc 31/03/2023", "last-header 01/01/2010", "!uasc "]),
                ("new to care", &["uasc "]),
                ("unaccompanied in both years", &["last-uasc ", "last-episodes 01/05/2023,", "uasc "]),
                ("ended before this year", &["last-episodes 01/05/2023,", "uasc 31/03/2024"]),
            ],
        );
    }
}
