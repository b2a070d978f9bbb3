//! Another period of the same report is chosen.

use missing_rates::period::Period;

use crate::desk::Desk;

pub(super) fn show<F: Clone>(desk: &mut Desk<F>, period: Period) -> bool {
    desk.settings.period = Some(period);
    desk.show();
    false
}
