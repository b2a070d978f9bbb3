//! 359: a child is still in care after the 18th birthday.

use missing_rows::{Column, EpisodeRow};

use super::birthday::birthday;
use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::{Cells, Table, Year};
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "359", severity: Severity::Error },
    needs: &[Table(Module::Episodes), Table(Module::Header), Cells(Module::Episodes, Column::Place), Year],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    let Some((born, header)) = child.this.header.first().and_then(|row| Some((row.dob.day()?, row))) else { return };
    if birthday(born, 18).is_none_or(|adult| adult >= child.known_until(Module::Episodes)) {
        return;
    }
    let stays_on = |row: &EpisodeRow| row.ls.text() == "V2" && row.place.text() == "K2";
    for row in child.this.episodes.iter().filter(|row| row.dec.is_blank() && !stays_on(row)) {
        violations.clash(
            this(row, &[Column::Decom, Column::Dec, Column::Ls, Column::Place]).at(&[Column::Dec]),
            this(header, &[Column::Dob]),
        );
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
                ("18 in the year", &["!episodes 01/05/2024,", "header 01/06/2006"]),
                ("18 years ago", &["!episodes 01/05/2024,", "header 01/06/2000"]),
                ("18 the day before the last", &["!episodes 01/05/2024,", "header 30/03/2007"]),
                ("18 on the last day", &["episodes 01/05/2024,", "header 31/03/2007"]),
                ("section 20(5)", &["episodes 01/05/2024,,V2,S,,K2", "header 01/06/2006"]),
                (
                    "half of section 20(5)",
                    &["!episodes 01/05/2024,,V2,S,,K1", "!episodes 02/05/2024,,C2,P,,K2", "header 01/06/2006"],
                ),
                ("ended", &["episodes 01/05/2024,01/06/2024", "header 01/06/2006"]),
                ("an end that is no date", &["episodes 01/05/2024,31/06/2024", "header 01/06/2006"]),
                ("no date of birth", &["episodes 01/05/2024,", "header "]),
            ],
        );
    }
}
