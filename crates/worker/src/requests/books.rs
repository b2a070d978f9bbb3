//! Workbooks are opened and written by another program, which may be missing or stop.

use missing_rates::FileId;

use crate::desk::Desk;

pub(super) fn without<F: Clone>(desk: &mut Desk<F>) -> bool {
    desk.without_books = true;
    desk.not_written = true;
    desk.show_part();
    desk.give_up_opening()
}

pub(super) fn not_written<F: Clone>(desk: &mut Desk<F>) -> bool {
    desk.not_written = true;
    desk.show_part();
    false
}

pub(super) fn unopened<F: Clone>(desk: &mut Desk<F>, id: FileId) -> bool {
    desk.not_opened(id, missing_rates::report::Unopened::Stopped);
    true
}
