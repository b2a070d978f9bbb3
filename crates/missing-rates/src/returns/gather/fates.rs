//! What becomes of each row.

use super::Ledger;
use crate::report::Reason;

/// What became of one answer, the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fate {
    Used,
    Conflicting,
    Repeated,
    OutsidePeriod,
    NoPeriod,
    Total,
    OtherBody,
    NotRecognised,
    Empty,
}

/// What became of each row, by its file. A row is used if any answer in it is.
#[derive(Default)]
pub(super) struct Fates(Vec<(usize, Vec<Option<Fate>>)>);

impl Fates {
    pub(super) fn note(&mut self, file: usize, row: u64, fate: Fate) {
        let place = self.0.iter().position(|(other, _)| *other == file).unwrap_or_else(|| {
            self.0.push((file, Vec::new()));
            self.0.len() - 1
        });
        let rows = &mut self.0[place].1;
        let row = usize::try_from(row).unwrap_or(0);
        if rows.len() <= row {
            rows.resize(row + 1, None);
        }
        rows[row] = Some(rows[row].map_or(fate, |noted| noted.min(fate)));
    }

    pub(super) fn enter(self, ledger: &mut Ledger) {
        for (file, rows) in self.0 {
            for fate in rows.into_iter().flatten() {
                let reason = match fate {
                    Fate::Used => continue,
                    Fate::Conflicting => Reason::ConflictingAnswers,
                    Fate::Repeated => Reason::SameAnswer,
                    Fate::OutsidePeriod => Reason::OutsidePeriod,
                    Fate::NoPeriod => Reason::NoPeriod,
                    Fate::Total => Reason::TotalRow,
                    Fate::OtherBody => Reason::OtherBody,
                    Fate::NotRecognised => Reason::AuthorityNotRecognised,
                    Fate::Empty => Reason::EmptyRow,
                };
                ledger.set_aside(file, reason, 1);
            }
        }
    }
}
