//! A report made safe to publish. Belongs here: which counts of a report hang together, and what each figure rests on.
//! Does not: the rule by which counts are hidden, which `disclosure` has.
//!
//! Every count that a report shows anywhere is one cell of one [`Cells`]: what authorities answered and every sum of it
//! (`answers.rs`), and what is counted of an authority's own children (`own.rs`). What stands in several tables is one
//! cell. A figure (a share, an average, a change) is kept where all cells are shown that it is calculated from, so that
//! all that is kept is a function of what is shown; else it is left out, and [`Hidden`](crate::report::HiddenFigure) says
//! so. Figures over many authorities that are no sums (funnels, comparisons) are calculated anew from what is shown.
//! Rows and identifiers of children are in no safe report.

mod answers;
mod hide;
mod keep;
mod own;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::rates::{Group, GroupKey, Questions, beside_rates, series};
pub use crate::report::{Disclosure, Rounding, Shown};
use crate::report::{FileKind, Level, Report};
use answers::Answers;
pub(crate) use hide::Rule;
pub use hide::{ABLE_TO_BE, Cell, Cells, FEW, Hidden, few_alone, protect};
use keep::{Kept, is_few, keep};
use own::Own;

/// Makes a report safe to publish, where that is asked, by a rule that chooses the counts to hide.
pub(crate) fn publish(
    mut report: Report,
    groups: &BTreeMap<GroupKey, Group>,
    questions: Questions,
    (disclosure, rule): (Disclosure, Rule),
) -> Report {
    if !disclosure.is_safe() {
        return report;
    }
    let mut cells = Cells::default();
    let own = Own::of(&report, &mut cells);
    let mut answers = Answers::of(groups, &mut cells);
    let rests = Rests::of(&report, &own, &mut answers, &mut cells);
    let mut hidden = rule(&cells);
    own.tie(&mut hidden);
    let kept = Kept { cells: &cells, hidden: &hidden, rounding: disclosure.rounding() };
    report.disclosure = disclosure;
    keep(&mut report, &rests, kept);
    own.show(&mut report, kept);
    let mut anew = Report::empty();
    beside_rates(&answers.shown(groups, kept), questions, &mut anew);
    (report.funnel, report.comparisons) = (anew.funnel, anew.comparisons);
    report.comparisons.retain(|of| !is_few(of.others.numerator) && !is_few(of.others.denominator));
    report.series = series(&report);
    without_rows(&mut report);
    report
}

/// The cells that a figure is calculated from.
type RestsOn = Vec<Cell>;

/// What each figure of a report rests on, in the order of the report.
struct Rests {
    rates: Vec<RestsOn>,
    ratios: Vec<RestsOn>,
    totals: Vec<RestsOn>,
    changes: Vec<RestsOn>,
    coverage: Vec<RestsOn>,
    overlaps: Vec<RestsOn>,
    targets: Vec<RestsOn>,
    /// Of each, the share without each authority.
    influence: Vec<Vec<RestsOn>>,
}

impl Rests {
    fn of(report: &Report, own: &Own, answers: &mut Answers<'_>, cells: &mut Cells) -> Self {
        let is_own = |level| level == Level::Return;
        Self {
            rates: report
                .rates
                .iter()
                .map(|rate| if is_own(rate.area.level) { own.rate(rate) } else { answers.rate(rate, cells) })
                .collect(),
            ratios: report
                .ratios
                .iter()
                .map(|ratio| if is_own(ratio.area.level) { own.ratio(ratio) } else { answers.ratio(ratio, cells) })
                .collect(),
            totals: report
                .totals
                .iter()
                .map(|total| if is_own(total.area.level) { own.total(total) } else { answers.total(total, cells) })
                .collect(),
            changes: report
                .changes
                .iter()
                .map(
                    |change| if is_own(change.area.level) { own.change(change) } else { answers.change(change, cells) },
                )
                .collect(),
            coverage: report.coverage.iter().map(|coverage| answers.unmatched(coverage, cells)).collect(),
            overlaps: report.overlaps.iter().map(|overlap| answers.overlap(overlap, cells)).collect(),
            targets: report.targets.iter().map(|target| answers.target(target, cells)).collect(),
            influence: report.influence.iter().map(|influence| answers.influence(influence, cells)).collect(),
        }
    }
}

/// Takes out all that is about single rows, and what quotes them.
fn without_rows(report: &mut Report) {
    report.findings.clear();
    report.found_children.clear();
    report.rules.clear();
    report.sensitivity.clear();
    report.wordings.clear();
    report.list_wordings.clear();
    report.names.clear();
    report.conflicts.clear();
    report.chase.clear();
    for column in &mut report.columns {
        column.examples.clear();
    }
    let of_children = FileKind::may_name_children;
    let files: Vec<&str> =
        report.files.iter().filter(|file| of_children(file.kind)).map(|file| file.name.as_str()).collect();
    report.set_aside.retain(|aside| !files.contains(&aside.file.as_str()));
    for file in report.files.iter_mut().filter(|file| of_children(file.kind)) {
        file.hide_rows();
    }
    report.coverage_of_returns.iter_mut().for_each(|of| of.file = None);
    report.not_covered.iter_mut().for_each(|of| of.file = None);
}
