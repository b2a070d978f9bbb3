//! When the numbers of a share are small. This is decided only here, wherever the share is shown.

/// With fewer children than this, one more or less changes a share, or its complement, by at least a twentieth.
const FEW: u64 = 20;

/// Of at least so many children, one more or less changes a share by at most a tenth of a percentage point.
const MANY: u64 = 1_000;

/// For authorities with fewer children than this, the limits of a funnel are rough: they are made for more.
const ROUGH_BELOW: u64 = 20;

/// Whether a share is based on small numbers: fewer than 20 children went missing, or fewer than 20 of under 1,000 did not.
/// If nearly all of many children went missing, one more or less changes the share by next to nothing. Without children
/// there is no share, so it is not small.
///
/// ```
/// use missing_rates::rates::is_small;
/// assert!(is_small(5, 100) && is_small(95, 100) && is_small(0, 7));
/// assert!(is_small(5, 7_000) && is_small(990, 999));
/// assert!(!is_small(50, 100) && !is_small(0, 0) && !is_small(6_999, 7_000));
/// ```
pub fn is_small(missing: u64, children: u64) -> bool {
    let others = children.saturating_sub(missing);
    children > 0 && (missing < FEW || others < FEW && children < MANY)
}

/// Whether the limits of a funnel are rough for an authority with so many children.
pub fn limits_are_rough(children: u64) -> bool {
    children < ROUGH_BELOW
}
