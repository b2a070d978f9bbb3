//! A table of the part that is open is copied, with the rows too that are not on the page.

use document::{Reply, Text};

use crate::desk::Desk;

pub(super) fn copy_table<F: Clone>(desk: &mut Desk<F>, id: Text) -> bool {
    if let Some(table) = document::table(&desk.blocks, &id) {
        let table = results::arranged(table, &desk.settings);
        let (markup, lines) = (results::table(&table), results::lines(&table));
        desk.send(Reply::Table { id, markup, lines });
    }
    false
}
