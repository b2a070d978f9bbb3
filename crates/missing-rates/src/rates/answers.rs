//! How many answers a matched share is made of.

use crate::area::{Authority, authority};
use crate::report::{Rate, Report, Respondent};

/// How many answers a matched share is made of. They are fewer than its authorities where one answer is for several: of those
/// that answered together, or of those that took over from the one that answered.
pub fn answers_in(report: &Report, rate: &Rate) -> u64 {
    let same = report
        .respondents
        .iter()
        .filter(|of| (of.period, of.cohort, of.measure) == (rate.period, rate.cohort, rate.measure));
    let lies_here = |of: &&Respondent| {
        of.codes.iter().all(|code| {
            let larger = authority(*code).map(Authority::lies_in).unwrap_or_default();
            rate.area.code == Some(*code) || larger.iter().any(|area| area.code == rate.area.code)
        })
    };
    let here: Vec<&Respondent> = same.flat_map(|of| &of.both).filter(lies_here).collect();
    let authorities: u64 = here.iter().map(|of| of.codes.len() as u64).sum();
    if authorities == rate.authorities { here.len() as u64 } else { rate.authorities }
}
