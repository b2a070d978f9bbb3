//! There is more room for charts, or less.

use crate::desk::Desk;

/// No chart is narrower or wider, so that its words can be read.
const NARROWEST: u32 = 240;
const WIDEST: u32 = 1000;

pub(super) fn width<F: Clone>(desk: &mut Desk<F>, points: u32) -> bool {
    let width = f64::from(points.clamp(NARROWEST, WIDEST));
    if (desk.width - width).abs() >= 1.0 {
        desk.width = width;
        desk.show();
    }
    false
}
