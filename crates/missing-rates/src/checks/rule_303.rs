//! 303: DUC is given for a child who is not unaccompanied.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::{Cells, Duc};
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "303", severity: Severity::Error },
    needs: &[Cells(Module::Header, Column::Uasc), Duc],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    let Some(header) = child.this.header.first() else { return };
    // A cell that is not understood may say yes. It is a finding of its own.
    if child.this.header.iter().any(|header| header.uasc.is_yes() || header.uasc.is_other()) {
        return;
    }
    for row in child.this.uasc.iter().filter(|row| !row.duc.is_blank()) {
        violations.clash(this(row, &[Column::Duc]), this(header, &[Column::Uasc]));
    }
    for row in child.this.header.iter().filter(|row| !row.duc.is_blank()) {
        violations.row(this(row, &[Column::Duc, Column::Uasc]));
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
                ("Header says no", &["!uasc 01/06/2024", "header 01/01/2010,1,0"]),
                ("Header says nothing", &["!uasc 01/06/2024", "header 01/01/2010,1,"]),
                ("Header says something that is not understood", &["uasc 01/06/2024", "header 01/01/2010,1,7"]),
                ("an end that is no date", &["!uasc 31/06/2024", "header 01/01/2010,1,0"]),
                ("Header says yes", &["uasc 01/06/2024", "header 01/01/2010,1,1"]),
                ("no end", &["uasc ", "header 01/01/2010,1,0"]),
                ("not in Header, which is rule INT09", &["uasc 01/06/2024"]),
            ],
        );
    }
}
