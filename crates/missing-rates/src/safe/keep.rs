//! What is kept of a report's figures, and how it is rounded.

use super::cells::{Cell, Cells, RestsOn};
use super::rule::is_few;
use crate::cohort::Cohort;
use crate::period::Period;
use crate::rates::{Course, changed, share_of, widened};
use crate::report::{Area, Change, Compared, Coverage, HiddenFigure, HiddenOf, Overlap, Rate, Ratio, Report, Total};
use crate::report::{Rounding, Shown};

/// Which cells are shown, and rounded to what.
#[derive(Clone, Copy)]
pub(super) struct Kept<'a> {
    pub(super) cells: &'a Cells,
    pub(super) rounding: Rounding,
}

/// What each figure of a report is based on, in the order of the report.
pub(super) struct Rests {
    pub(super) rates: Vec<RestsOn>,
    pub(super) ratios: Vec<RestsOn>,
    pub(super) totals: Vec<RestsOn>,
    pub(super) changes: Vec<RestsOn>,
    pub(super) coverage: Vec<RestsOn>,
    pub(super) overlaps: Vec<RestsOn>,
    pub(super) targets: Vec<RestsOn>,
    /// Of each, the share without each authority.
    pub(super) influence: Vec<Vec<RestsOn>>,
}

impl Kept<'_> {
    pub(super) fn shown(self, cell: Cell) -> Shown {
        self.cells.shown(cell, self.rounding)
    }

    /// Whether all cells are shown.
    fn all(self, rests: &RestsOn) -> bool {
        !rests.iter().any(|cell| self.cells.is_hidden(*cell))
    }

    fn is_rounded(self) -> bool {
        self.rounding != Rounding::None
    }
}

/// Leaves out every figure that is based on a hidden cell, notes that it is hidden, and rounds the others.
pub(super) fn keep(report: &mut Report, rests: &Rests, kept: Kept<'_>) {
    let hidden = &mut report.hidden;
    retain(&mut report.rates, &rests.rates, kept, |of| {
        hidden.push(hides((of.area, of.period, of.cohort), HiddenOf::Rate { measure: of.measure, basis: of.basis }));
    });
    retain(&mut report.ratios, &rests.ratios, kept, |of| {
        hidden.push(hides((of.area, of.period, of.cohort), HiddenOf::Ratio { measure: of.measure }));
    });
    retain(&mut report.totals, &rests.totals, kept, |of| {
        hidden.push(hides((of.area, of.period, of.cohort), HiddenOf::Total { measure: of.measure }));
    });
    retain(&mut report.changes, &rests.changes, kept, |of| {
        let change = HiddenOf::Change { measure: of.measure, from: of.from, basis: of.basis };
        hidden.push(hides((of.area, of.to, of.cohort), change));
    });
    retain(&mut report.overlaps, &rests.overlaps, kept, |of| {
        hidden.push(hides((of.area, of.period, Cohort::TraffickedAndUnaccompanied), HiddenOf::Overlap));
    });
    retain(&mut report.targets, &rests.targets, kept, |_| {});
    for (influence, rests) in report.influence.iter_mut().zip(&rests.influence) {
        retain(&mut influence.without, rests, kept, |_| {});
        influence.without.retain(|others| !is_few(others.numerator) && !is_few(others.denominator));
    }
    report.influence.retain(|influence| !influence.without.is_empty());
    for (coverage, rests) in report.coverage.iter_mut().zip(&rests.coverage) {
        unmatched(coverage, rests, kept);
    }
    if kept.is_rounded() {
        round(report, kept.rounding);
    }
}

fn hides((area, period, cohort): (Area, Period, Cohort), of: HiddenOf) -> HiddenFigure {
    HiddenFigure { area, period, cohort, of }
}

fn retain<T>(figures: &mut Vec<T>, rests: &[RestsOn], kept: Kept<'_>, mut hide: impl FnMut(&T)) {
    let mut rests = rests.iter();
    figures.retain(|figure| {
        let is_kept = rests.next().is_some_and(|rests| kept.all(rests));
        if !is_kept {
            hide(figure);
        }
        is_kept
    });
}

fn unmatched(coverage: &mut Coverage, rests: &RestsOn, kept: Kept<'_>) {
    coverage.children_unmatched =
        coverage.children_unmatched.filter(|_| kept.all(rests)).map(|children| kept.rounding.of(children));
}

/// Rounds what is shown, and calculates shares anew from the rounded counts. What cannot be said of rounded counts is left
/// out: what single authorities or silent ones would make of a share.
fn round(report: &mut Report, to: Rounding) {
    report.targets.clear();
    report.influence.clear();
    report.rates.iter_mut().for_each(|rate| round_rate(rate, to));
    report.ratios.iter_mut().for_each(|ratio| round_ratio(ratio, to));
    report.totals.iter_mut().for_each(|total| round_total(total, to));
    report.overlaps.iter_mut().for_each(|overlap| round_overlap(overlap, to));
    let changes = std::mem::take(&mut report.changes);
    report.changes = changes.iter().filter_map(|change| rounded_change(change, to)).collect();
}

fn round_rate(rate: &mut Rate, to: Rounding) {
    (rate.numerator, rate.denominator) = (to.of(rate.numerator), to.of(rate.denominator));
    let (value, interval) = share_of(rate.numerator, rate.denominator);
    (rate.value, rate.interval) = (value, interval.filter(|_| !rate.basis.is_bound()));
    rate.interval = widened(to, rate);
}

fn round_ratio(ratio: &mut Ratio, to: Rounding) {
    (ratio.numerator, ratio.denominator) = (to.of(ratio.numerator), to.of(ratio.denominator));
    ratio.value = (ratio.denominator > 0).then(|| ratio.numerator as f64 / ratio.denominator as f64);
}

fn round_total(total: &mut Total, to: Rounding) {
    total.exact = total.exact.map(|exact| to.of(exact));
    (total.lowest, total.highest) = (to.of(total.lowest), to.of(total.highest));
}

fn round_overlap(overlap: &mut Overlap, to: Rounding) {
    let (both, trafficked, unaccompanied) =
        (to.of(overlap.both), to.of(overlap.trafficked), to.of(overlap.unaccompanied));
    let of = |all: u64| (all > 0).then(|| both as f64 / all as f64);
    *overlap = Overlap {
        both,
        trafficked,
        unaccompanied,
        either: (trafficked + unaccompanied).saturating_sub(both),
        of_trafficked: of(trafficked),
        of_unaccompanied: of(unaccompanied),
        ..overlap.clone()
    };
}

/// The change between the rounded counts; `None` where they have none.
fn rounded_change(change: &Change, to: Rounding) -> Option<Change> {
    let course =
        Course { area: change.area, cohort: change.cohort, from: change.from, to: change.to, basis: change.basis };
    let parts = |of: &Compared| ((to.of(of.numerator), of.denominator.map_or(0, |n| to.of(n))), of.authorities);
    let (earlier, later) = (parts(&change.earlier), parts(&change.later));
    changed(to, course, change.measure, earlier, later)
}
