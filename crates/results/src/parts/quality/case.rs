//! The share in one case: with all rows, or with some left out.

use missing_rates::report::Sensitivity;
use words::{Language, Text};

/// The share of one case: `11.4%`.
pub(super) fn share(language: Language, case: &Sensitivity) -> Text {
    language.divided(case.numerator, case.denominator, 1)
}
