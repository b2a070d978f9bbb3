//! The UASC file and the column UASC in Header disagree about a child.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::{Cells, Table, Year};
use super::rule::{Broken, ChildRule, Rule, Severity};
use crate::care::says_otherwise;

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "unaccompanied-differs", severity: Severity::Error },
    needs: &[Table(Module::Uasc), Cells(Module::Header, Column::Uasc), Year],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    if !says_otherwise(child.year, child.this.uasc.iter(), child.this.header) {
        return;
    }
    let (listed, header) = (child.this.uasc.first(), child.this.header.first());
    match (listed, header) {
        (Some(row), Some(header)) => violations.clash(this(row, &[Column::Duc]), this(header, &[Column::Uasc])),
        (Some(row), None) => violations.row(this(row, &[Column::Duc])),
        (None, Some(header)) => violations.row(this(header, &[Column::Uasc])),
        (None, None) => {}
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
                ("listed, and Header says no", &["!uasc 01/06/2024", "header 01/01/2010,1,0"]),
                ("listed without an end", &["!uasc ", "header 01/01/2010,1,0"]),
                ("listed, and Header says nothing", &["!uasc 01/06/2028", "header 01/01/2010,1,"]),
                ("Header says yes, and others are listed alone", &["!header 01/01/2010,1,1"]),
                ("both say yes", &["uasc 01/06/2024", "header 01/01/2010,1,1"]),
                ("Header says yes, and the file that it was over", &["!uasc 31/03/2024", "header 01/01/2010,1,1"]),
                ("neither", &["header 01/01/2010,1,0"]),
                ("over before the year", &["uasc 31/03/2024", "header 01/01/2010,1,0"]),
                ("listed, and not in Header", &["!uasc 01/06/2024"]),
                ("over before the year, and not in Header", &["uasc 31/03/2024"]),
            ],
        );
    }
}
