//! Rows of Missing that count in none of the periods.

use super::incidents::Incidents;
use super::years::ChildLevel;
use crate::period::Period;
use crate::report::Reason;

/// Rows of Missing that do not count, by return and file within it.
pub(super) struct SetAside(Vec<Vec<[u64; 3]>>);

impl SetAside {
    const REASONS: [Reason; 3] = [Reason::OutsidePeriod, Reason::ChildNotLookedAfter, Reason::SaidInAnotherFile];

    pub(super) fn new(of: &ChildLevel<'_>) -> Self {
        Self(of.returns.iter().map(|of| vec![[0; 3]; of.missing.sources().len()]).collect())
    }

    /// Notes the rows of a child that count in none of the periods. For each period there is whether the child was
    /// looked after in it, and the part of it that each return covers.
    pub(super) fn note(&mut self, incidents: &Incidents, periods: &[(bool, &[Option<Period>])]) {
        for incident in &incidents.kept {
            let mut in_any = periods.iter().filter(|(_, windows)| incident.lies_in(windows)).peekable();
            if in_any.peek().is_none() {
                self.add(incident.file, 0);
            } else if !in_any.any(|(looked_after, _)| *looked_after) {
                self.add(incident.file, 1);
            }
        }
        for file in &incidents.said_elsewhere {
            self.add(*file, 2);
        }
    }

    fn add(&mut self, (of, file): (usize, u16), reason: usize) {
        if let Some(counts) = self.0.get_mut(of).and_then(|files| files.get_mut(usize::from(file))) {
            counts[reason] += 1;
        }
    }

    /// How many rows of each file are set aside, and why.
    pub(super) fn rows(self, of: &ChildLevel<'_>) -> Vec<(usize, Reason, u64)> {
        let mut rows = Vec::new();
        for (of, files) in of.returns.iter().zip(self.0) {
            for (source, counts) in of.missing.sources().iter().zip(files) {
                let counts = Self::REASONS.into_iter().zip(counts).filter(|(_, n)| *n > 0);
                rows.extend(counts.map(|(reason, n)| (source.file, reason, n)));
            }
        }
        rows
    }
}
