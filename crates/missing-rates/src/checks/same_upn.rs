//! Our own: two children of Header have the same UPN and date of birth.

use missing_rows::{Column, Row as _};

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::{Cells, Table};
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "same-upn", severity: Severity::Warning },
    needs: &[Table(Module::Header), Cells(Module::Header, Column::Upn)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    const SHOWN: &[Column] = &[Column::Dob];
    let header = child.of.header.rows();
    for row in child.this.header {
        let Some(other) = child.of.same_upn(row) else { continue };
        let at = header.partition_point(|row| row.child() < other);
        if let Some(other) = header.get(at) {
            violations.clash(this(row, SHOWN).at(&[]), this(other, SHOWN));
        }
    }
}
