//! The column UASC of Header holds something that says neither yes nor no, or nothing beside a no.

use missing_rows::{Column, HeaderRow};

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Cells;
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "unaccompanied-not-understood", severity: Severity::Error },
    needs: &[Cells(Module::Header, Column::Uasc)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    let is_open = |row: &&HeaderRow| row.uasc.is_other() || row.uasc.is_blank() && child.of.blanks_are_open;
    for row in child.this.header.iter().filter(is_open) {
        violations.row(this(row, &[Column::Uasc]));
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
                ("neither yes nor no", &["!header 01/01/2010,1,maybe"]),
                ("another number", &["!header 01/01/2010,1,2"]),
                ("yes, no, or blank", &["header 01/01/2010,1,Yes", "header 01/01/2010,1,0", "header 01/01/2010,1,"]),
            ],
        );
    }
}
