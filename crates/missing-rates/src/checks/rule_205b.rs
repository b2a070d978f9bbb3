//! 205B: unaccompanied in both years, and DUC does not fit.

use missing_rows::{Column, Day};

use super::child_rows::{ChildRows, Violations, last, this};
use super::needs::Module;
use super::needs::Need::{Duc, LastYears, Year};
use super::rule::{Broken, ChildRule, Rule, Severity};

use super::birthday::eighteenth;
use super::unaccompanied::{Status, is_unaccompanied, last_statuses, statuses, year_before};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "205B", severity: Severity::Error },
    needs: &[Duc, LastYears(Module::Uasc), Year],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    let Some(before) = child.last else { return };
    let last_days = year_before(child.year);
    if !is_unaccompanied(&child.this, child.year) || !is_unaccompanied(&before, last_days) {
        return;
    }
    // The date of birth may be only in this year’s return.
    let born =
        |row: &Status<'_>| [Some(*row), statuses(child).next()].into_iter().flatten().find_map(|row| row.dob.day());
    let may_be = |row: &Status<'_>, duc: Day| born(row).is_none_or(|born| eighteenth(born) == Some(duc));
    let fits = |row: &Status<'_>| row.duc.day().is_none_or(|duc| duc > last_days.end() && may_be(row, duc));
    let ended = last_statuses(child).find(|row| !fits(row));
    for row in statuses(child) {
        let birthday = row.dob.day().and_then(eighteenth);
        let ahead = row.duc.day().is_some_and(|duc| duc > child.year.end() && birthday.is_some_and(|day| day != duc));
        if ended.is_some() || ahead {
            let then = ended.or(last_statuses(child).next());
            violations.push(
                this(row.row, &[Column::Duc, Column::Dob]),
                then.map(|row| last(row.row, &[Column::Duc, Column::Dob])),
            );
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
                ("ended last year, and unaccompanied again", &["last-uasc 31/03/2024", "!uasc "]),
                ("ended last year, and this year once more", &["last-uasc 01/02/2024", "!uasc 01/06/2024"]),
                ("an end ahead that is not the 18th birthday", &["last-uasc ", "!uasc 01/06/2025,02/06/2007"]),
                ("the status lasts", &["last-uasc ", "uasc "]),
                (
                    "the 18th birthday ahead, in both",
                    &["last-uasc 02/06/2025,02/06/2007", "uasc 02/06/2025,02/06/2007"],
                ),
                (
                    "ended this year, earlier than was foreseen",
                    &["last-uasc 02/06/2025,02/06/2007", "uasc 01/06/2024,02/06/2007"],
                ),
                ("the last day of the year", &["last-uasc ", "uasc 31/03/2025"]),
                ("last year’s day ahead was not the 18th birthday", &["last-uasc 01/06/2025,02/06/2007", "!uasc "]),
                (
                    "last year’s day is in this year, and no birthday",
                    &["last-uasc 01/06/2024,02/06/2007", "!uasc 01/06/2024,02/06/2007"],
                ),
                ("last year’s return has no date of birth", &["last-uasc 02/06/2025,", "uasc 02/06/2025,02/06/2007"]),
                ("no date, or no date of birth", &["last-uasc 31/02/2024", "uasc 31/06/2024", "uasc 01/06/2025,"]),
                ("unaccompanied in one of the years alone", &["uasc "]),
                (
                    "of a child born on 29 February, 1 March",
                    &["last-uasc 01/03/2026,29/02/2008", "uasc 01/03/2026,29/02/2008"],
                ),
                ("and not the day before", &["last-uasc 28/02/2026,29/02/2008", "!uasc 28/02/2026,29/02/2008"]),
            ],
        );
    }
}
