//! What titles and names say of the year of answers that do not say it themselves.

use super::heading::{
    Less, NamedYear, kinds_of_year, less_of_line, names_several_years, period_of_title, speaks_of_days,
};

/// The year that a title names. What says something of days is another year than any, if nobody knows which it is.
pub(super) fn named_in(text: &str, named: Option<NamedYear>) -> Option<NamedYear> {
    match named {
        Some(named) if is_part(text) || names_several_years(text) => Some(NamedYear { period: None, ..named }),
        None => spoken(text),
        named => named,
    }
}

/// What says something of days, and is no year.
fn spoken(text: &str) -> Option<NamedYear> {
    let said = |begins| NamedYear { text: text.trim().to_owned(), period: None, begins };
    match kinds_of_year(text).as_slice() {
        [kind] if !text.contains(|sign: char| sign.is_ascii_digit()) => Some(said(Some(kind.first_month()))),
        _ => speaks_of_days(text).then(|| said(None)),
    }
}

/// The same of the name of a file or a sheet, of which nothing else asks whether it makes less of a year.
pub(super) fn named_in_name(name: &str, named: Option<NamedYear>) -> Option<NamedYear> {
    named_in(name, named)
        .or_else(|| is_part(name).then(|| NamedYear { text: name.trim().to_owned(), period: None, begins: None }))
}

/// The period or the kind of years that a text outside the sheet says that its figures are of.
pub(super) fn year_said(text: &str) -> Option<NamedYear> {
    let period = period_of_title(text);
    let said = |period, begins| NamedYear { text: text.trim().to_owned(), period, begins };
    match kinds_of_year(text).as_slice() {
        _ if period.is_some() => Some(said(period, None)),
        [kind] => Some(said(None, Some(kind.first_month()))),
        _ => names_several_years(text).then(|| said(None, None)),
    }
}

fn is_part(text: &str) -> bool {
    less_of_line(text) == Some(Less::Part)
}
