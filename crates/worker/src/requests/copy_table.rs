//! A table of the part that is open is copied, with the rows too that are not on the page.

use document::Reply;

use crate::desk::Desk;

pub(super) fn copy_table<F: Clone>(desk: &mut Desk<F>, id: &str) -> bool {
    if let Some(table) = document::table(&desk.blocks, id) {
        let table = results::arranged(table, &desk.settings);
        let (markup, lines) = (results::table(&table), results::lines(&table));
        let (from, said) = results::ids_to_copy(id);
        desk.send(Reply::Table { from, said, markup, lines });
    }
    false
}
