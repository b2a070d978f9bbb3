//! What a safe report says of the doubts about a return: that there is one, and not which.

use crate::cohort::{Cohort, Count};
use crate::order::Ordered;
use crate::period::Period;
use crate::report::{Area, FoiDoubt, Module, OnlySome, Report, ReturnCoverage};

/// Leaves of each return whether its figures may be those of a part. The last date of few is a date of one child, and so are those
/// between which days are empty; a reason would tell the number that it rests on.
pub(super) fn without_reasons(report: &mut Report) {
    let said: Vec<bool> = report.coverage_of_returns.iter().map(|of| is_said(report, of)).collect();
    // Which of Episodes and Missing it is about is not said either.
    let of_return = |of: &ReturnCoverage| (of.year, of.area, of.module == Module::Uasc);
    let doubted: Vec<_> = report.coverage_of_returns.iter().zip(said).filter(|(_, said)| *said).collect();
    let doubted: Vec<_> = doubted.into_iter().map(|(of, _)| of_return(of)).collect();
    for of in &mut report.coverage_of_returns {
        of.may_be_part = of.used && doubted.contains(&of_return(of));
        (of.file, of.quiet_from, of.empty_days, of.only_some) = (None, None, Vec::new(), None);
    }
}

/// Whether a doubt about a module may be said. Where the number that it rests on is hidden, it would narrow it.
fn is_said(report: &Report, of: &ReturnCoverage) -> bool {
    let days = of.year.and_then(Period::collection_year);
    let is_shown = |cohort, count| days.is_some_and(|days| is_shown(report, (of.area, days), (cohort, count)));
    if of.quiet_from.is_some() || !of.empty_days.is_empty() {
        return true;
    }
    match of.only_some {
        Some(OnlySome::FewMissing | OnlySome::NearlyAllInMissing) => is_shown(Cohort::All, Count::ChildrenMissing),
        Some(OnlySome::LastYears | OnlySome::FewUnaccompanied | OnlySome::OtherBirthsInUasc) => {
            is_shown(Cohort::Unaccompanied, Count::Children)
        }
        _ => of.only_some.is_some(),
    }
}

/// Whether a count of any of these days is shown.
fn is_shown(report: &Report, (area, days): (Area, Period), of: (Cohort, Count)) -> bool {
    report.totals.iter().any(|total| {
        (total.area, (total.cohort, total.measure)) == (area, of)
            && total.exact.is_some()
            && total.period.common(days).is_some()
    })
}

/// The same of the answers to a request.
pub(super) fn of_answers(report: &mut Report) {
    let Some(mut foi) = report.foi.take() else { return };
    for year in &mut foi.years {
        let told = is_shown(report, (foi.area, year.period), (Cohort::All, Count::ChildrenMissing));
        let is_of_missing = |doubt: &FoiDoubt| matches!(doubt, FoiDoubt::FewMissing | FoiDoubt::NearlyAllInMissing);
        year.doubts.retain(|doubt| told || !is_of_missing(doubt));
        year.doubts = year.doubts.iter().map(|doubt| doubt.safe()).collect();
        year.doubts.order();
        year.doubts.dedup();
    }
    report.foi = Some(foi);
}
