//! A table of the part that is open is downloaded.

use crate::desk::Desk;

pub(super) fn export_table<F: Clone>(desk: &mut Desk<F>, id: &str) -> bool {
    let text = desk.shown().and_then(|(report, period)| {
        let table = document::table(&desk.blocks, id)?;
        Some(results::table_csv(desk.language, table, report, period))
    });
    if let Some(text) = text {
        desk.give(format!("missing-from-care-{id}.csv"), text);
    }
    false
}
