//! How often something was met, by where it was.

/// The most unknown elements that are named.
const MOST_UNKNOWN: usize = 100;

/// Each place, and how often.
pub(super) type Counts = Vec<(String, u64)>;

/// Counts once more; of too many places the further ones are not kept.
pub(super) fn count(counts: &mut Counts, path: String) {
    if let Some((_, count)) = counts.iter_mut().find(|(known, _)| *known == path) {
        *count += 1;
    } else if counts.len() < MOST_UNKNOWN {
        counts.push((path, 1));
    }
}
