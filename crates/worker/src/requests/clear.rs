//! Everything is forgotten but the part that is open and the room for it.

use crate::desk::Desk;

pub(super) fn clear<F: Clone>(desk: &mut Desk<F>) -> bool {
    let (part, width) = (desk.part, desk.width);
    *desk = Desk::default();
    (desk.part, desk.width) = (part, width);
    false
}
