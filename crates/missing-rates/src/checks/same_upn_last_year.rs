//! Our own: a child has the UPN and date of birth of a child who had another identifier in last year’s return.

use missing_rows::{Column, HeaderRow, Row as _};

use super::child_rows::{ChildRows, Violations, last, this};
use super::needs::Module;
use super::needs::Need::{Cells, LastYears, Table};
use super::rule::{Broken, ChildRule, Rule, Severity};
use crate::care::Return;

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "same-upn-last-year", severity: Severity::Warning },
    needs: &[Table(Module::Header), Cells(Module::Header, Column::Upn), LastYears(Module::Header)],
    broken: Broken::InReturn(broken),
};

const SHOWN: &[Column] = &[Column::Dob];

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    let Some(before) = child.of_last else { return };
    // Last year has the child under the same identifier, so another child’s UPN is wrong in one of the returns.
    let is_in_both = |other: &HeaderRow| child.last.is_some_and(|own| !own.header.is_empty()) && has(child.of, other);
    for row in child.this.header {
        let other = before.with_upn_of(row).find_map(|other| {
            let rows = before.header.rows();
            rows.get(rows.partition_point(|row| row.child() < other)).filter(|_| other != row.child())
        });
        // Where this year has both identifiers with this UPN, that is a finding of its own.
        let is_new = |other: &&HeaderRow| !is_in_both(other) && child.of.same_upn(row) != Some(other.child());
        if let Some(other) = other.filter(is_new) {
            violations.clash(this(row, SHOWN).at(&[]), last(other, SHOWN));
        }
    }
}

/// Whether Header of a return has a child.
fn has(of: &Return<'_>, row: &HeaderRow) -> bool {
    of.header.rows().binary_search_by_key(&row.child(), HeaderRow::child).is_ok()
}
