//! Answers to a freedom-of-information request.

use missing_rates::report::{NotHeld, Report};

use crate::options::{Format, Options};

/// The answers, as words or CSV. `None`, and said why, where there is no return to answer from. What would answer the rest
/// is said to whoever replies, and not in the reply.
pub(crate) fn answers(report: &Report, options: &Options) -> Option<String> {
    let Some(foi) = &report.foi else {
        eprintln!("missing-from-care: such a request is answered from an SSDA903 return with its Episodes");
        return None;
    };
    if foi.years.iter().flat_map(|year| &year.answers).any(|answer| answer.not_held == Some(NotHeld::NoList)) {
        eprintln!(
            "missing-from-care: a return does not record trafficking; a list of children (CHILD,TRAFFICKED), as one more \
             file, answers those questions"
        );
    }
    if options.format == Format::FoiCsv { Some(report.resting_on(foi.to_csv(None))) } else { report.foi_text(None) }
}
