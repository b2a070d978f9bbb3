//! INT36: a child is listed twice in UASC.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Table;
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "INT36", severity: Severity::Error },
    needs: &[Table(Module::Uasc)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    let Some((first, others)) = child.this.uasc.split_first() else { return };
    for row in others {
        let repeats = (row.duc, row.dob, row.sex) == (first.duc, first.dob, first.sex) && row.file != first.file;
        if !repeats {
            violations.clash(this(row, &[Column::Duc, Column::Dob]).at(&[]), this(first, &[Column::Duc, Column::Dob]));
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
                ("twice the same", &["uasc ", "!uasc "]),
                ("twice, with and without an end", &["uasc 01/06/2024", "!uasc "]),
                ("three times, once no date", &["uasc 01/06/2024", "!uasc 31/06/2024", "!uasc "]),
                ("once", &["uasc "]),
                ("once in each year", &["uasc ", "last-uasc "]),
                ("the same row in another file of the same return", &["uasc ", "uasc2 "]),
                ("another row in another file", &["uasc 01/06/2024", "!uasc2 "]),
            ],
        );
    }
}
