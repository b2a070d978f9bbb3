//! What becomes of each row.

use crate::ledger::Ledger;
use crate::report::Reason;

/// What became of one answer; the best outcome comes first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum RowOutcome {
    Used,
    Conflicting,
    InDoubt,
    Repeated,
    OutsidePeriod,
    NoPeriod,
    Total,
    OtherBody,
    NotRecognised,
    Empty,
}

/// What became of each row, by file. A row is used if any answer in it is used.
#[derive(Default)]
pub(super) struct RowOutcomes(Vec<(usize, Vec<Option<RowOutcome>>)>);

impl RowOutcomes {
    pub(super) fn note(&mut self, file: usize, row: u64, outcome: RowOutcome) {
        let place = self.0.iter().position(|(other, _)| *other == file).unwrap_or_else(|| {
            self.0.push((file, Vec::new()));
            self.0.len() - 1
        });
        let rows = &mut self.0[place].1;
        let row = usize::try_from(row).unwrap_or(0);
        if rows.len() <= row {
            rows.resize(row + 1, None);
        }
        rows[row] = Some(rows[row].map_or(outcome, |noted| noted.min(outcome)));
    }

    /// Marks a used row as not used.
    pub(super) fn withhold(&mut self, file: usize, row: u64, outcome: RowOutcome) {
        let rows = self.0.iter_mut().find(|(other, _)| *other == file).map(|(_, rows)| rows);
        let noted = rows.zip(usize::try_from(row).ok()).and_then(|(rows, row)| rows.get_mut(row));
        if let Some(noted) = noted.filter(|noted| **noted == Some(RowOutcome::Used)) {
            *noted = Some(outcome);
        }
    }

    pub(super) fn enter(self, ledger: &mut Ledger) {
        for (file, rows) in self.0 {
            for outcome in rows.into_iter().flatten() {
                let reason = match outcome {
                    RowOutcome::Used => continue,
                    RowOutcome::Conflicting => Reason::ConflictingAnswers,
                    RowOutcome::InDoubt => Reason::ReadingInDoubt,
                    RowOutcome::Repeated => Reason::SameAnswer,
                    RowOutcome::OutsidePeriod => Reason::OutsidePeriod,
                    RowOutcome::NoPeriod => Reason::NoPeriod,
                    RowOutcome::Total => Reason::TotalRow,
                    RowOutcome::OtherBody => Reason::OtherBody,
                    RowOutcome::NotRecognised => Reason::AuthorityNotRecognised,
                    RowOutcome::Empty => Reason::EmptyRow,
                };
                ledger.set_aside(file, reason, 1);
            }
        }
    }
}
