//! Reads a name of several authorities: `Kensington and Chelsea / Westminster`, `Cumberland & Westmorland and Furness`.

use super::authority::Authority;
use crate::order::Ordered;

/// The highest number of authorities that answer together.
const MOST: usize = 5;
/// The highest number of places at which a text is cut.
const MOST_CUTS: usize = 9;
/// What separates two names. Longer separators come first. ` and ` needs its spaces, since `and` is also within names.
const BETWEEN: [&str; 8] = [" and ", " & ", "&", "/", "+", ",", ";", " with "];

/// The authorities that a text names one after another, in order of their codes. `None` unless each part of it is the
/// name of one authority and there are at least two.
///
/// `and` and `&` also occur within names, so of all ways to cut the text, the one with the fewest names counts.
pub(super) fn joint(
    text: &str,
    look_up: &impl Fn(&str) -> Option<&'static Authority>,
) -> Option<Vec<&'static Authority>> {
    let cuts = cuts(text);
    if cuts.is_empty() || cuts.len() > MOST_CUTS {
        return None;
    }
    let mut parts = (2..=MOST).find_map(|names| split(text, 0, &cuts, names, look_up))?;
    parts.order_by_key(|authority| authority.code);
    parts.dedup_by_key(|authority| authority.code);
    (parts.len() > 1).then_some(parts)
}

/// Where the text can be cut: start and end of each cut.
fn cuts(text: &str) -> Vec<(usize, usize)> {
    let lower = text.to_ascii_lowercase();
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    for between in BETWEEN {
        for (at, found) in lower.match_indices(between) {
            let (from, to) = (at, at + found.len());
            if cuts.iter().all(|(other_from, other_to)| to <= *other_from || *other_to <= from) {
                cuts.push((from, to));
            }
        }
    }
    cuts.order();
    cuts
}

/// The text from a position on as exactly this many names.
fn split(
    text: &str,
    from: usize,
    cuts: &[(usize, usize)],
    names: usize,
    look_up: &impl Fn(&str) -> Option<&'static Authority>,
) -> Option<Vec<&'static Authority>> {
    if names == 1 {
        return look_up(text.get(from..)?.trim()).map(|authority| vec![authority]);
    }
    cuts.iter().enumerate().find_map(|(index, (end, next))| {
        let first = look_up(text.get(from..*end)?.trim())?;
        let mut rest = split(text, *next, cuts.get(index + 1..)?, names - 1, look_up)?;
        rest.push(first);
        Some(rest)
    })
}
