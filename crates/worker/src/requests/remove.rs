//! A file is taken away, or its reading is stopped.

use missing_rates::FileId;

use crate::desk::Desk;

pub(super) fn remove<F: Clone>(desk: &mut Desk<F>, id: FileId) -> bool {
    desk.forget(id);
    true
}
