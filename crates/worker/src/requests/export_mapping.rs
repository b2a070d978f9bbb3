//! What a person named of a file's columns is downloaded, so that it need not be named again.

use missing_rates::FileId;

use crate::desk::Desk;

pub(super) fn export_mapping<F: Clone>(desk: &mut Desk<F>, id: FileId) -> bool {
    let safe = desk.settings.query.disclosure.is_safe();
    if let Some(mapping) = desk.settings.columns.mapping(id).filter(|_| !safe) {
        desk.give("mapping.json", mapping.to_json());
    }
    false
}
