//! What makes a share weak, whoever gave its numbers; the quick calculator says it too.

use missing_rates::rates::is_small;

/// What makes a share of these numbers weak.
pub fn weakness(missing: u64, children: u64) -> Option<&'static str> {
    match missing {
        0 => Some(crate::nobody_missing()),
        all if all == children => Some(crate::everybody_missing()),
        few if is_small(few, children) => Some(crate::weak_small()),
        _ => None,
    }
}
