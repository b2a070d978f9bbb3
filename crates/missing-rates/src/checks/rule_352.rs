//! 352: a child started to be looked after at 18 or older.

use missing_rows::{Column, EpisodeRow};

use super::birthday::birthday;
use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::{Cells, Table};
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "352", severity: Severity::Error },
    needs: &[Table(Module::Episodes), Table(Module::Header), Cells(Module::Episodes, Column::Rne)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    let Some((born, header)) = child.this.header.first().and_then(|row| Some((row.dob.day()?, row))) else { return };
    let Some(adult) = birthday(born, 18) else { return };
    let began = |row: &&EpisodeRow| row.rne.is_start() && row.decom.day().is_some_and(|from| from >= adult);
    for row in child.this.episodes.iter().filter(began) {
        violations.clash(this(row, &[Column::Decom, Column::Rne]), this(header, &[Column::Dob]));
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
                ("on the 18th birthday", &["!episodes 01/05/2024,", "header 01/05/2006"]),
                ("later", &["!episodes 01/06/2024,", "header 01/05/2006"]),
                ("born on 29 February", &["!episodes 01/03/2026,", "header 29/02/2008"]),
                ("the day before", &["episodes 30/04/2024,", "header 01/05/2006"]),
                ("born on 29 February, the day before", &["episodes 28/02/2026,", "header 29/02/2008"]),
                ("an episode that goes on", &["episodes 01/06/2024,,C2,P", "header 01/05/2006"]),
                ("no date on either side", &["episodes ,", "header 01/05/2006"]),
                ("no date of birth", &["episodes 01/06/2024,", "header "]),
            ],
        );
    }
}
