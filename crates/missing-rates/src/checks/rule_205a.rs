//! 205A: unaccompanied last year and not this year, and DUC does not explain it.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, last, this};
use super::needs::Module;
use super::needs::Need::{Duc, LastYears, Year};
use super::rule::{Broken, ChildRule, Rule, Severity};

use super::unaccompanied::{Status, is_unaccompanied, last_statuses, statuses, year_before};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "205A", severity: Severity::Error },
    needs: &[Duc, LastYears(Module::Uasc), Year],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    let Some(before) = child.last else { return };
    let (this_year, last_year) =
        (is_unaccompanied(&child.this, child.year), is_unaccompanied(&before, year_before(child.year)));
    let here = !child.this.header.is_empty() || !child.this.episodes.is_empty();
    if this_year || !last_year || !here {
        return;
    }
    let last_days = year_before(child.year);
    let ended = |row: &Status<'_>| row.duc.day().is_some_and(|duc| last_days.overlaps(duc, duc));
    let explained = last_statuses(child).any(|row| ended(&row)) && statuses(child).all(|row| row.duc.is_blank());
    if explained {
        return;
    }
    let then = last_statuses(child).next().map(|row| last(row.row, &[Column::Duc]));
    match (statuses(child).next(), child.this.header.first(), then) {
        (Some(row), _, then) => violations.push(this(row.row, &[Column::Duc]), then),
        (None, Some(row), then) => violations.push(this(row, &[]), then),
        (None, None, Some(then)) => violations.row(then),
        (None, None, None) => {}
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
                (
                    "not listed any more, and nothing says since when",
                    &["last-uasc ", "!header 01/01/2010", "episodes 01/05/2023,"],
                ),
                ("not listed any more, though the status was to last", &["last-uasc 01/06/2026", "!header 01/01/2010"]),
                (
                    "listed with an end that lies before the year",
                    &["last-uasc ", "!uasc 01/03/2024", "header 01/01/2010"],
                ),
                ("not in Header, so that last year’s row is shown", &["!last-uasc ", "episodes 01/05/2023,"]),
                ("Header says no", &["last-uasc ", "!header 01/01/2010,1,0", "last-header 01/01/2010,1,1"]),
                ("ended last year", &["last-uasc 31/03/2024", "header 01/01/2010"]),
                ("an end that is no date explains nothing", &["last-uasc 31/02/2024", "!header 01/01/2010"]),
                ("still unaccompanied", &["last-uasc ", "uasc ", "header 01/01/2010"]),
                ("ended this year", &["last-uasc ", "uasc 01/04/2024", "header 01/01/2010"]),
                ("left care", &["last-uasc "]),
                ("not unaccompanied last year", &["header 01/01/2010", "last-header 01/01/2010"]),
            ],
        );
    }
}
