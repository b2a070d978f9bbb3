//! Downloads a table that is shown.

use document::Part;

use crate::desk::Desk;

pub(super) fn export_table<F: Clone>(desk: &mut Desk<F>, id: &str) -> bool {
    let Some((report, period)) = desk.shown() else { return false };
    let name = match desk.part {
        Part::Council => results::council_part_name(&desk.settings, id, "csv"),
        _ => results::part_name(report, id, period, "csv"),
    };
    if let Some(text) = desk.with_table(id, |table| desk.csv(results::table_csv(desk.language, table))) {
        desk.give(name, text);
    }
    false
}
