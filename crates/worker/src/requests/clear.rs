//! Everything is forgotten but the part that is open, what a frame shows alone, the room for it, and whether workbooks can be opened.

use crate::desk::Desk;

pub(super) fn clear<F: Clone>(desk: &mut Desk<F>) -> bool {
    let (part, width) = (desk.part, desk.width);
    let without_books = (desk.without_books, desk.not_written);
    let settings = desk.settings.anew();
    *desk = Desk::default();
    desk.settings = settings;
    (desk.part, desk.width) = (part, width);
    (desk.without_books, desk.not_written) = without_books;
    desk.wants_report()
}
