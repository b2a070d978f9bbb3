//! What makes a share weak, whoever gave its numbers; the quick calculator says it too.

/// Of so few children who went missing, one more or less changes the share a good deal.
const SMALL: u64 = 20;

/// What makes a share of these numbers weak.
pub fn weakness(missing: u64, children: u64) -> Option<&'static str> {
    match missing {
        0 => Some(crate::nobody_missing()),
        all if all == children => Some(crate::everybody_missing()),
        few if few < SMALL => Some(crate::weak_small()),
        _ => None,
    }
}
