//! Our own: a child has more than one row in Header.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Table;
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "header-twice", severity: Severity::Warning },
    needs: &[Table(Module::Header)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    const SHOWN: &[Column] = &[Column::Dob, Column::Sex];
    let Some((first, others)) = child.this.header.split_first() else { return };
    for row in others.iter().filter(|row| row.file == first.file) {
        violations.clash(this(row, SHOWN).at(&[]), this(first, SHOWN));
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
                ("twice", &["header 01/01/2010", "!header 02/01/2010"]),
                ("the same row again", &["header 01/01/2010", "!header 01/01/2010"]),
                ("three times", &["header 01/01/2010", "!header 02/01/2010", "!header 03/01/2010"]),
                ("once", &["header 01/01/2010"]),
                ("once in each of two files", &["header 01/01/2010", "header2 01/01/2010"]),
                ("once in each year", &["header 01/01/2010", "last-header 02/01/2010"]),
            ],
        );
    }
}
