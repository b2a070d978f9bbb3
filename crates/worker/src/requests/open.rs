//! Another part of the results is opened.

use document::Part;

use crate::desk::Desk;

pub(super) fn open<F: Clone>(desk: &mut Desk<F>, part: Part) -> bool {
    desk.part = part;
    desk.show_part();
    false
}
