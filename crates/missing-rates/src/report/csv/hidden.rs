//! The figures that a safe report leaves out. Each is a row with the value `c`.

use super::super::Shown;
use super::super::{HiddenFigure, HiddenOf, Report, code};
use super::row::{Of, Sheet, Unit};
use crate::cohort::Count;

pub(super) fn rows(report: &Report, sheet: &mut Sheet) {
    for hidden in &report.hidden {
        sheet.put(&of(hidden), "value", Unit::Word, Shown::Confidential);
    }
}

fn of(hidden: &HiddenFigure) -> Of {
    let HiddenFigure { area, period, cohort, of } = hidden;
    let figure = |name: &str| Of::figure(name);
    match of {
        HiddenOf::Rate { measure, basis } => {
            figure("rate").key(area, *period, *cohort, measure).with("basis", code(basis))
        }
        HiddenOf::Ratio { measure } => figure("ratio").key(area, *period, *cohort, measure),
        HiddenOf::Total { measure } => figure("total").key(area, *period, *cohort, measure),
        HiddenOf::Change { measure, from, basis } => {
            figure("change").key(area, *period, *cohort, measure).earlier(*from).with("basis", code(basis))
        }
        HiddenOf::Overlap => figure("overlap").key(area, *period, *cohort, &Count::Children),
    }
}
