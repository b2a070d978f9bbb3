//! Another part of the results is opened.

use document::{Field, Part, Setting};

use crate::desk::Desk;

pub(super) fn open<F: Clone>(desk: &mut Desk<F>, part: Part, about: Option<&str>) -> bool {
    desk.part = part;
    let field = match part {
        Part::Council => Some(Field::Council),
        Part::Figure => Some(Field::Figure),
        _ => None,
    };
    if let Some((field, about)) = field.zip(about) {
        desk.settings.apply(Setting::Typed { field, text: decoded(about) });
    }
    desk.show_part();
    // One that needs no file may be the first that is asked for.
    desk.wants_report()
}

/// A fragment as it was written: browsers encode a space as `%20`, and what is not ASCII byte by byte. What is encoded
/// wrongly stays as it is.
fn decoded(fragment: &str) -> String {
    let mut bytes = Vec::with_capacity(fragment.len());
    let mut rest = fragment.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = after.get(..2).filter(|hex| *first == b'%' && hex.iter().all(u8::is_ascii_hexdigit));
        let byte = hex.and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| fragment.to_owned())
}
