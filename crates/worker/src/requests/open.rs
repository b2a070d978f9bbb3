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
        desk.settings.apply(Setting::Typed { field, text: about.to_owned() });
    }
    desk.show_part();
    // One that needs no file may be the first that is asked for.
    desk.wants_report()
}
