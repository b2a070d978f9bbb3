//! The columns of a file are named, and it is to be read by them.

use missing_rates::FileId;

use crate::desk::Desk;

pub(super) fn read_mapped<F: Clone>(desk: &mut Desk<F>, id: FileId) -> bool {
    desk.settings.columns.accept(id);
    let Some(mapping) = desk.settings.columns.mapping(id) else {
        desk.show_part();
        return false;
    };
    desk.report = None;
    desk.queue_again(id, mapping);
    true
}
