//! A control was used.

use document::Setting;
use results::Invalidated;

use crate::desk::Desk;

pub(super) fn set<F: Clone>(desk: &mut Desk<F>, setting: Setting) -> bool {
    match desk.settings.apply(setting) {
        Invalidated::Report => {
            desk.report = None;
            return true;
        }
        Invalidated::Part => desk.show_part(),
        Invalidated::Rows => desk.show_rows(),
    }
    false
}
