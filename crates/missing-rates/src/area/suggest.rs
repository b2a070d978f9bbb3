//! Suggests who a name could mean that is not recognised.

use std::cmp::Reverse;

use super::authority::Authority;
use super::code::AreaCode;
use super::expand::written_out;
use super::look_up::{by_name, index, letters};
use super::style;
use crate::order::Ordered;

/// How alike two names must be to suggest one for the other, from 0 to 1 (Jaro and Winkler).
const ALIKE: f64 = 0.84;
/// Higher than the likeness of any two names.
const MOST_ALIKE: f64 = 2.0;
/// How many are suggested.
const SUGGESTED: usize = 3;

/// The authorities whose names are most like a normalised name, abbreviated or written out, best first.
pub(super) fn suggest(name: &str) -> Vec<&'static Authority> {
    let mut best: Vec<(f64, &'static Authority)> = Vec::new();
    // The words that an abbreviation means say more than its letters: `E Susex` is like East Sussex, not like Essex.
    let ways = written_out(name);
    let mut ways = if ways.is_empty() { vec![name.to_owned()] } else { ways };
    let without = |name: &String| TRUSTS.into_iter().find_map(|trust| name.strip_suffix(trust)).map(str::to_owned);
    ways.extend(ways.iter().filter_map(without).collect::<Vec<_>>());
    for way in &ways {
        add(way, &mut best);
        // `Notts City` is the city, although only its county has an abbreviated name.
        let city = way.split_once("shire city").map(|(place, rest)| format!("{place} city{rest}"));
        if let Some((authority, _)) = city.and_then(|city| by_name(&city)) {
            best.push((MOST_ALIKE, authority));
        }
    }
    let order = |(alike, authority): &(f64, &'static Authority)| (Reverse(alike.to_bits()), !authority.is_current());
    best.order_by_key(order);
    let mut suggested: Vec<&'static Authority> = Vec::new();
    for (_, authority) in best {
        if suggested.len() < SUGGESTED && suggested.iter().all(|other| other.code != authority.code) {
            suggested.push(authority);
        }
    }
    suggested
}

fn add(name: &str, best: &mut Vec<(f64, &'static Authority)>) {
    let bare = style::bare(name);
    if bare.len() < 3 || AreaCode::read(bare).is_some() {
        return;
    }
    let asked = letters(bare);
    let first = bare.split(' ').next().unwrap_or_default();
    for entry in index() {
        // Comparing letter by letter is slow. Names that are alike share most of their letters.
        let (shared, either) = ((asked & entry.letters).count_ones(), (asked | entry.letters).count_ones());
        if shared * 5 < either * 3 && asked & entry.letters != asked {
            continue;
        }
        let mut alike = strsim::jaro_winkler(bare, &entry.name);
        if bare.len() < name.len() {
            alike = alike.max(strsim::jaro_winkler(name, &entry.name));
        }
        // Half a name, "Bath", is as close to the whole as a misspelling. So is its other half, "Somerset" or
        // "Lothian".
        if entry.name.strip_prefix(bare).is_some_and(|rest| rest.starts_with(' ')) {
            alike = alike.max(ALIKE);
        }
        if has_words(&entry.name, bare) {
            alike = alike.max(ALIKE);
        }
        // Points of the compass distinguish neighbours: north is not a misspelling of south.
        let compass = entry.name.split(' ').next().unwrap_or_default();
        if POINTS.contains(&first) && POINTS.contains(&compass) && first != compass {
            continue;
        }
        if alike < ALIKE {
            continue;
        }
        match best.iter_mut().find(|(_, authority)| authority.code == entry.authority.code) {
            Some(before) => before.0 = before.0.max(alike),
            None => best.push((alike, entry.authority)),
        }
    }
}

/// What trusts have after the name of the place. The table says which councils have a trust. Any other is only
/// suggested.
const TRUSTS: [&str; 5] = [
    " childrens trust",
    " childrens services trust",
    " children and families trust",
    " children first",
    " childrens company",
];

const POINTS: [&str; 8] = ["north", "south", "east", "west", "northern", "southern", "eastern", "western"];

/// Whether a name has all of these words as whole words.
fn has_words(name: &str, words: &str) -> bool {
    words.split(' ').all(|word| word.len() > 3 && name.split(' ').any(|of_name| of_name == word))
}
