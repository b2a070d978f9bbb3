//! What stands under an own return's figures: how they changed, where they stand, and what to look at before anyone relies
//! on them. Each is the sentence with which the part that tells more begins.

use missing_rates::cohort::{Cohort, Share};
use missing_rates::report::{Basis, Measure};

use super::{Context, own_change, quality, standing};
use crate::document::Block;
use crate::text;

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let report = context.report;
    let mut blocks = Vec::new();
    let changed = report.changes.iter().find(|change| {
        change.basis == Basis::ChildLevel
            && Some(change.to) == context.period
            && change.cohort == Cohort::All
            && change.measure == Measure::Share(Share::Missing)
    });
    blocks.extend(changed.map(|change| Block::text(own_change::lead(change))));
    blocks.extend(standing::summary(context).map(Block::text));
    // Only child-level files are checked so that a share without the rows found can be given.
    if !report.sensitivity.is_empty() && !report.findings.is_empty() {
        blocks.push(Block::note(text::summary_before(&quality::lead(report))));
    }
    blocks
}
