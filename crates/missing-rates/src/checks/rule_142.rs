//! 142: an episode was left open although a later one began.

use missing_rows::{Column, EpisodeEnd, EpisodeRow, LegalStatus, NewEpisode, Placement, Provider};

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Table;
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "142", severity: Severity::Error },
    needs: &[Table(Module::Episodes)],
    broken: Broken::InReturn(broken),
};

const SPAN: &[Column] = &[Column::Decom, Column::Dec];

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    // Episodes are in the order of DECOM and DEC, with blanks after the dates.
    let dated = child.this.episodes.partition_point(|row| row.decom.day().is_some());
    let Some((last, earlier)) = child.this.episodes.get(..dated).and_then(<[_]>::split_last) else { return };
    // Two files of one year may hold the same record.
    let same = |row: &EpisodeRow| {
        row.file != last.file && (row.decom, row.dec, said(row)) == (last.decom, last.dec, said(last))
    };
    for row in earlier.iter().filter(|row| row.dec.is_blank() && !same(row)) {
        violations.clash(this(row, SPAN).at(&[Column::Dec]), this(last, SPAN));
    }
}

/// What a record says apart from its days.
fn said(row: &EpisodeRow) -> (LegalStatus, Placement, Provider, EpisodeEnd, NewEpisode) {
    (row.ls, row.place, row.provider, row.rec, row.rne)
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
                ("left open, and another began", &["!episodes 01/05/2024,", "episodes 10/06/2024,"]),
                ("the later one has ended", &["!episodes 01/05/2024,", "episodes 10/06/2024,11/06/2024"]),
                ("two left open", &["!episodes 01/05/2024,", "!episodes 10/06/2024,", "episodes 11/06/2024,"]),
                ("two that begin on one day", &["!episodes 01/05/2024,,C2,S", "episodes 01/05/2024,,V2,S"]),
                ("the last one is open", &["episodes 01/05/2024,10/06/2024", "episodes 10/06/2024,"]),
                ("one alone", &["episodes 01/05/2024,"]),
                ("an end that is no date", &["episodes 01/05/2024,31/06/2024", "episodes 10/06/2024,"]),
                ("the other has no start", &["episodes 01/05/2024,", "episodes ,", "episodes 31/06/2024,"]),
            ],
        );
    }
}
