//! 148: an end without its reason, or a reason without an end.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::{Cells, Table};
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "148", severity: Severity::Warning },
    needs: &[Table(Module::Episodes), Cells(Module::Episodes, Column::Rec)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    for row in child.this.episodes.iter().filter(|row| row.dec.is_blank() != row.rec.is_blank()) {
        violations.row(this(row, &[Column::Dec, Column::Rec]));
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
                ("an end alone", &["!episodes 01/05/2024,10/06/2024,C2,S,"]),
                ("a reason alone", &["!episodes 01/05/2024,,C2,S,X1"]),
                ("an end that is no date still is one", &["!episodes 01/05/2024,31/06/2024,C2,S,"]),
                ("both", &["episodes 01/05/2024,10/06/2024,C2,S,E4A"]),
                ("neither", &["episodes 01/05/2024,,C2,S,"]),
                ("a reason that is no code is rule reason-ended", &["episodes 01/05/2024,10/06/2024,C2,S,E99"]),
            ],
        );
    }
}
