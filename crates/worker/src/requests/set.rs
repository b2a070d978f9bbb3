//! A control was used.

use document::Setting;
use results::Invalidated;

use crate::desk::Desk;

pub(super) fn set<F: Clone>(desk: &mut Desk<F>, setting: Setting) -> bool {
    let named = match &setting {
        Setting::Column { file, .. } | Setting::ColumnPeriod { file, .. } => Some(*file),
        _ => None,
    };
    // What a person says of a column counts at once, if the file can be read by what is said so far.
    let mapping = |desk: &Desk<F>| named.and_then(|id| Some((id, desk.settings.columns.mapping(id)?)));
    let before = mapping(desk);
    let invalidated = desk.settings.apply(setting);
    if let Some((id, mapping)) = mapping(desk)
        && before.is_none_or(|(_, before)| before != mapping)
    {
        desk.report = None;
        desk.queue_again(id, mapping);
        return true;
    }
    match invalidated {
        Invalidated::Report => {
            desk.report = None;
            return true;
        }
        Invalidated::Part => desk.show_part(),
        Invalidated::Rows => desk.show_rows(),
    }
    false
}
