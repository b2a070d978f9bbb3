//! What makes a share weak, wherever its numbers come from; the quick calculator says it too.

use missing_rates::rates::is_small;

use crate::Language;

impl Language {
    /// What makes a share of these numbers weak.
    pub fn weakness(self, missing: u64, children: u64) -> Option<&'static str> {
        match missing {
            0 => Some(self.nobody_missing()),
            all if all == children => Some(self.everybody_missing()),
            few if is_small(few, children) => Some(self.weak_small()),
            _ => None,
        }
    }
}
