//! 302: an episode begins before the child was born.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Table;
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "302", severity: Severity::Error },
    needs: &[Table(Module::Episodes), Table(Module::Header)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    // Rows are in the order of DOB, with dates before everything else.
    let Some((born, header)) = child.this.header.first().and_then(|row| Some((row.dob.day()?, row))) else { return };
    for row in child.this.episodes.iter().filter(|row| row.decom.day().is_some_and(|from| from < born)) {
        violations.clash(this(row, &[Column::Decom]), this(header, &[Column::Dob]));
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
                ("the day before", &["!episodes 30/04/2024,", "header 01/05/2024"]),
                (
                    "years before, and one after",
                    &["!episodes 01/05/2004,02/05/2004", "episodes 01/06/2024,", "header 01/05/2024"],
                ),
                ("the day of birth", &["episodes 01/05/2024,", "header 01/05/2024"]),
                ("no date on either side", &["episodes ,", "episodes 31/04/2024,", "header 01/05/2024"]),
                ("no date of birth", &["episodes 01/05/2004,", "header "]),
                ("not in Header", &["episodes 01/05/2004,"]),
            ],
        );
    }
}
