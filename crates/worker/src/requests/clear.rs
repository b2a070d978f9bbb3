//! Everything is forgotten but the part that is open.

use crate::desk::Desk;

pub(super) fn clear<F: Clone>(desk: &mut Desk<F>) -> bool {
    let part = desk.part;
    *desk = Desk::default();
    desk.part = part;
    false
}
