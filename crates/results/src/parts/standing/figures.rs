//! How published figures are written.

use missing_rates::period::Period;
use missing_rates::report::PublishedFigures;
use words::{Language, Text};

/// A share as printed: a number with its per cent sign, or the symbol in its place.
pub(super) fn printed(language: Language, percent: Option<&str>) -> Option<Text> {
    percent.map(|text| if is_number(text) { language.percent_of(text) } else { Text::from(text.to_owned()) })
}

pub(in crate::parts) fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `2,070 of 17,460`; `None` if one of the two is not published.
pub(super) fn missing_of(language: Language, row: &PublishedFigures) -> Option<Text> {
    let (children, missing) = row.children.number().zip(row.children_missing.number())?;
    let (children, missing) = (language.number(children), language.number(missing));
    Some(words::StandingMissingOf { children: &children, missing: &missing }.text(language))
}

/// The year that names a collection year, by its end.
pub(super) fn year(period: Period) -> i32 {
    period.end().ymd().0
}
