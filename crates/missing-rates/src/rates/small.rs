//! When the numbers of a share are small. Decided here alone, whoever shows the share.

/// Of fewer children than these, one more or less changes a share by a twentieth of what it is, or of what it leaves.
const FEW: u64 = 20;

/// Of authorities with fewer children the limits of a funnel are rough: they are made for more.
const ROUGH_BELOW: u64 = 20;

/// Whether a share is based on small numbers: fewer than 20 children went missing, or fewer than 20 did not. Of no children there is
/// no share, and so no small one.
///
/// ```
/// use missing_rates::rates::is_small;
/// assert!(is_small(5, 100) && is_small(95, 100) && is_small(0, 7));
/// assert!(!is_small(50, 100) && !is_small(0, 0));
/// ```
pub fn is_small(missing: u64, children: u64) -> bool {
    children > 0 && missing.min(children.saturating_sub(missing)) < FEW
}

/// Whether the limits of a funnel are rough at an authority with so many children.
pub fn limits_are_rough(children: u64) -> bool {
    children < ROUGH_BELOW
}
