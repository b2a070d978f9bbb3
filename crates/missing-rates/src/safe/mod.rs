//! A report made safe to publish. Belongs here: what a safe report prints, what it hides, and why nobody can work that out.
//! Does not: figures, words.
//!
//! **The rule.** A count of 1 to 5 becomes `c` (primary suppression), and so do children who went missing where all but 5
//! or fewer did. Then further counts become `c`, or whole tables are left out (secondary suppression), until each hidden
//! count could be any of three numbers for anybody who holds the whole safe report and all that the Department for
//! Education publishes. Zero stays zero. A share or an average is hidden where either of its parts is. What is shown can be
//! rounded to 5 or 10 on top. The terms are those of Hundepool and others, *Statistical Disclosure Control*, 2012.
//!
//! **What it prints.** Less than the exact report, so that less has to be hidden: totals that the Department publishes,
//! the headline of each cohort, the answers to a request, and groups of all children. `own/` lists every count about a
//! return, `answers/` every answer and every sum of answers; what is on neither list is in no format.
//!
//! **Why it holds.** `alternatives/` looks for alternatives to the records: other children, or other answers, of whom the very same report
//! would be printed, and of whom a hidden count is another number. They are made by small changes of the records
//! themselves, so that every definition holds in them. A figure is shown only where two are found for every hidden count
//! with it shown: children first, then who went missing, then what a request asks, then tables and groups.

mod alternatives;
mod answers;
mod cells;
mod doubts;
mod keep;
mod own;
mod rule;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::care::ChildLevel;
use crate::rates::{Group, GroupKey, Questions, beside_rates, compared, series};
use crate::report::{ColumnState, Disclosure, FileKind, LeftOut, Level, Report};
use answers::{Answers, hide};
use cells::Cells;
use keep::{Kept, Rests, keep};
use own::Own;
pub(crate) use rule::Knows;
use rule::is_few;
pub use rule::{ABLE_TO_BE, FEW};

/// Makes a report safe to publish, where that is asked.
pub(crate) fn publish(
    mut report: Report,
    returns: Option<&ChildLevel<'_>>,
    groups: &BTreeMap<GroupKey, Group>,
    questions: Questions,
    (disclosure, knows): (Disclosure, Knows),
) -> Report {
    if !disclosure.is_safe() {
        return report;
    }
    let mut cells = Cells::default();
    // Returns of several authorities are answers of each; nothing of their children is told otherwise.
    let own = returns
        .map(|returns| Own::of(&report, returns, (knows, disclosure.rounding()), &mut cells))
        .unwrap_or_default();
    let mut answers = Answers::of(groups, &mut cells);
    let rests = rests_of(&report, &own, &mut answers, &mut cells);
    hide(&answers, &mut cells, knows);
    let kept = Kept { cells: &cells, rounding: disclosure.rounding() };
    report.disclosure = disclosure;
    keep(&mut report, &rests, kept);
    if returns.is_none() {
        without_children_of_several(&mut report);
    }
    own.show(&mut report, kept);
    let mut anew = Report::empty();
    beside_rates(&answers.shown(groups, kept), questions, &mut anew);
    (report.funnel, report.comparisons) = (anew.funnel, anew.comparisons);
    let rounding = disclosure.rounding();
    report.comparisons.iter_mut().for_each(|of| compared(rounding, of));
    report.comparisons.retain(|of| !is_few(of.others.numerator) && !is_few(of.others.denominator));
    report.series = series(&report);
    without_rows(&mut report);
    report
}

/// What each figure is based on.
fn rests_of(report: &Report, own: &Own, answers: &mut Answers<'_>, cells: &mut Cells) -> Rests {
    let is_own = |level| level == Level::Return;
    Rests {
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
            .map(|change| if is_own(change.area.level) { own.change(change) } else { answers.change(change, cells) })
            .collect(),
        coverage: report.coverage.iter().map(|coverage| answers.unmatched(coverage, cells)).collect(),
        overlaps: report.overlaps.iter().map(|overlap| answers.overlap(overlap, cells)).collect(),
        targets: report.targets.iter().map(|target| answers.target(target, cells)).collect(),
        influence: report.influence.iter().map(|influence| answers.influence(influence, cells)).collect(),
    }
}

/// Of returns of several authorities only what is an answer of each is made safe: nothing else is told of their children.
fn without_children_of_several(report: &mut Report) {
    if !report.profiles.is_empty() {
        report.left_out.push(LeftOut::Groups);
        report.profiles.clear();
    }
    if report.every_foi().next().is_some() {
        report.left_out.push(LeftOut::AnswerTables);
        (report.foi, report.foi_by_authority) = (None, Vec::new());
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
    report.same_module.clear();
    report.names.clear();
    report.conflicts.clear();
    report.chase.clear();
    for column in &mut report.columns {
        column.examples.clear();
    }
    let of_children = FileKind::may_name_children;
    let files: Vec<&str> =
        report.files.iter().filter(|file| of_children(file.kind)).map(|file| file.name.as_str()).collect();
    // The heading of a column of notes may hold anything.
    report.columns.retain(|column| {
        !files.contains(&column.file.as_str())
            && (column.used || column.state.asks() || column.state == ColumnState::Checked)
    });
    report.set_aside.retain(|aside| !files.contains(&aside.file.as_str()));
    for file in report.files.iter_mut().filter(|file| of_children(file.kind)) {
        file.hide();
    }
    // Of a table of answers all is printed but the hidden numbers: whoever has its sum finds those by trying.
    for file in report.files.iter_mut().filter(|file| file.kind != FileKind::DfePublished) {
        file.hide_sum();
    }
    doubts::without_reasons(report);
    doubts::of_answers(report);
    report.not_covered.iter_mut().for_each(|of| of.file = None);
}
