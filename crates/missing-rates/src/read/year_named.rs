//! What titles and names say of the year of answers that do not say it themselves.

use super::heading::{Less, NamedYear, less_of_line, speaks_of_days};

/// The year that a title names. What says something of days is another year than any, if nobody knows which it is.
pub(super) fn named_in(text: &str, named: Option<NamedYear>) -> Option<NamedYear> {
    match named {
        Some(named) if is_part(text) => Some(NamedYear { period: None, ..named }),
        None if speaks_of_days(text) => Some(NamedYear { text: text.trim().to_owned(), period: None }),
        named => named,
    }
}

/// The same of the name of a file or a sheet, of which nothing else asks whether it makes less of a year.
pub(super) fn named_in_name(name: &str, named: Option<NamedYear>) -> Option<NamedYear> {
    named_in(name, named).or_else(|| is_part(name).then(|| NamedYear { text: name.trim().to_owned(), period: None }))
}

fn is_part(text: &str) -> bool {
    less_of_line(text) == Some(Less::Part)
}
