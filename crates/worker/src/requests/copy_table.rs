//! A table that is shown is copied, with the rows too that are not on the page.

use document::Reply;

use crate::desk::Desk;

pub(super) fn copy_table<F: Clone>(desk: &mut Desk<F>, id: &str) -> bool {
    let copied = desk.with_table(id, |table| {
        let table = results::arranged(table, &desk.settings);
        (results::table(&table), results::lines(&table))
    });
    if let Some((markup, lines)) = copied {
        let (from, said) = results::ids_to_copy(id);
        desk.send(Reply::Table { from, said, markup, lines });
    }
    false
}
