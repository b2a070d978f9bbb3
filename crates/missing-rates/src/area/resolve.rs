//! Which authority a cell means.

use crate::order::Ordered;
use std::cmp::Reverse;
use std::sync::OnceLock;

use super::authority::{Authority, authorities, authority, authority_by_dfe_code};
use super::code::AreaCode;
use super::joint::joint;
use super::name::normalise;
use super::other_body::{OtherBody, other_body};
use super::place::larger_areas;
use super::style;

/// What a cell that should name an authority means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// This authority.
    Authority {
        /// Whom it means.
        authority: &'static Authority,
        /// By what it was known.
        how: How,
    },
    /// Several that answered together, by code: `Kensington and Chelsea / Westminster`.
    Joint(Vec<&'static Authority>),
    /// The row is a total or average of others: `England`, `South East`, `All authorities`, `Total`.
    Aggregate,
    /// A body without children's services: a district council, a police force.
    OtherBody(OtherBody),
    /// No authority; these could have been meant, best first, at most three. Never to be used unasked.
    Suggestions(Vec<&'static Authority>),
}

/// By what an authority was known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// Its ONS code, one that it had before, or its code of the Department for Education.
    Code,
    /// Its English or Welsh name, however its council styles itself around it.
    Name,
    /// Another name that it is known by.
    Alias,
}

/// Which authority a cell means: by name, Welsh name, ONS code (former ones too) or code of the Department for Education.
///
/// Case, punctuation, accents, `&` and the ways in which councils style themselves make no difference, a misspelling
/// does: it is only ever suggested what could have been meant. A name that an ended county shares with an authority of
/// today is the authority of today; the county is `Dorset (county)`.
///
/// ```
/// use missing_rates::area::{Resolution, resolve};
/// let Resolution::Authority { authority, .. } = resolve("Hull City Council") else { panic!() };
/// assert_eq!(authority.code.as_str(), "E06000010");
/// let Resolution::Suggestions(meant) = resolve("Birmingam") else { panic!() };
/// assert_eq!(meant[0].name, "Birmingham");
/// ```
pub fn resolve(text: &str) -> Resolution {
    let text = text.trim();
    // Longer than any name and its remarks; comparing it with all of them would take long.
    if text.len() > 200 {
        return Resolution::Suggestions(Vec::new());
    }
    if let Some((authority, how)) = look_up(text) {
        return Resolution::Authority { authority, how };
    }
    if is_aggregate(text) {
        return Resolution::Aggregate;
    }
    if let Some((authority, how)) = in_parts(text) {
        return Resolution::Authority { authority, how };
    }
    let by_name = |part: &str| look_up(part).filter(|(_, how)| *how != How::Code).map(|(authority, _)| authority);
    if let Some(authorities) = joint(text, &by_name) {
        return Resolution::Joint(authorities);
    }
    if let Some(body) = other_body(text) {
        return Resolution::OtherBody(body);
    }
    let meant = suggest(&normalise(text));
    // A remark in brackets can make a name unlike any other.
    let before = text.split(['(', '[', '/']).next().filter(|before| meant.is_empty() && before.len() < text.len());
    Resolution::Suggestions(before.map_or(meant, |before| suggest(&normalise(before))))
}

type Hit = (&'static Authority, How);

fn look_up(text: &str) -> Option<Hit> {
    if let Some(code) = AreaCode::read(text) {
        return authority(code).map(|authority| (authority, How::Code));
    }
    if text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok().and_then(authority_by_dfe_code).map(|authority| (authority, How::Code));
    }
    let by_name = |name: &str| {
        let index = index();
        let place = index.binary_search_by(|entry| entry.name.as_str().cmp(name)).ok()?;
        let entry = &index[place];
        Some((entry.authority, (entry.authority, entry.how)))
    };
    style::find(&normalise(text), &by_name)
}

/// `Gwynedd Council / Cyngor Gwynedd`, `Hartlepool (805)`, `Leeds [1]`: several names of one authority, or a footnote.
fn in_parts(text: &str) -> Option<Hit> {
    let is_mark = |part: &str| part.len() < 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut found: Option<Hit> = None;
    let parts = text.split(['/', '|', '(', ')', '[', ']', ':', '–', '—']).flat_map(|part| part.split(" - "));
    for part in parts.map(str::trim).filter(|part| !is_mark(part)) {
        let hit = look_up(part)?;
        if found.is_some_and(|(first, _)| first.code != hit.0.code) {
            return None;
        }
        found = found.or(Some(hit));
    }
    found
}

/// One name of one authority.
struct Entry {
    name: String,
    authority: &'static Authority,
    how: How,
    letters: u64,
}

/// Every name, normalised, in order.
fn index() -> &'static [Entry] {
    static INDEX: OnceLock<Vec<Entry>> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut entries = Vec::with_capacity(512);
        for authority in authorities() {
            let mut add = |name: String, how| {
                let letters = letters(&name);
                entries.push(Entry { name, authority, how, letters });
            };
            for name in [Some(authority.name), authority.name_cy].into_iter().flatten().map(normalise) {
                for place in style::without_own(&name, authority) {
                    add(place.to_owned(), How::Name);
                }
                add(name, How::Name);
            }
            for name in authority.other_names.split(';').filter(|name| !name.is_empty()) {
                add(normalise(name), How::Alias);
            }
        }
        // Of authorities that share a name, the one of today is found; of the ways in which one has it, the name.
        entries.order_by(|a, b| {
            (&a.name, !a.authority.is_current(), a.how).cmp(&(&b.name, !b.authority.is_current(), b.how))
        });
        entries.dedup_by(|later, first| later.name == first.name);
        entries
    })
}

/// Words that say no more than that a row is about several authorities.
const TOTALS: [&str; 12] =
    ["total", "totals", "all", "sum", "overall", "average", "mean", "median", "subtotal", "grand", "national", "sub"];
/// Words that may stand beside those or beside the name of a region.
const BESIDE: [&str; 12] = [
    "the",
    "of",
    "for",
    "and",
    "region",
    "authorities",
    "authority",
    "local",
    "las",
    "councils",
    "council",
    "responses",
];

fn is_aggregate(text: &str) -> bool {
    if let Some(code) = AreaCode::read(text) {
        return larger_areas().any(|area| area.code == Some(code));
    }
    let place = |name: &str| {
        let name = normalise(name);
        // `Total (212)` says of how many.
        let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
        let says_more = |word: &&str| !TOTALS.contains(word) && !BESIDE.contains(word) && !is_number(word);
        let words = name.split(' ').filter(says_more);
        words.collect::<Vec<_>>().join(" ")
    };
    let name = normalise(text);
    let rest = place(&name);
    if rest.is_empty() {
        return name.split(' ').any(|word| TOTALS.contains(&word));
    }
    ["uk", "gb", "great britain", "england wales", "greater london"].contains(&rest.as_str())
        || larger_areas().filter_map(|area| area.name).any(|name| place(name) == rest)
}

/// How alike two names must be to suggest one for the other, from 0 to 1 (Jaro and Winkler).
const ALIKE: f64 = 0.84;
/// How many are suggested.
const SUGGESTED: usize = 3;

fn suggest(name: &str) -> Vec<&'static Authority> {
    let bare = style::bare(name);
    if bare.len() < 3 || AreaCode::read(bare).is_some() {
        return Vec::new();
    }
    let asked = letters(bare);
    let mut best: Vec<(f64, &'static Authority)> = Vec::new();
    for entry in index() {
        // Comparing letter by letter is slow; names that are alike share most of their letters.
        let (shared, either) = ((asked & entry.letters).count_ones(), (asked | entry.letters).count_ones());
        if shared * 5 < either * 3 && asked & entry.letters != asked {
            continue;
        }
        let mut alike = strsim::jaro_winkler(bare, &entry.name);
        if bare.len() < name.len() {
            alike = alike.max(strsim::jaro_winkler(name, &entry.name));
        }
        // Half a name, "Bath", is as near to the whole as a misspelling.
        if entry.name.strip_prefix(bare).is_some_and(|rest| rest.starts_with(' ')) {
            alike = alike.max(ALIKE);
        }
        if alike < ALIKE {
            continue;
        }
        match best.iter_mut().find(|(_, authority)| authority.code == entry.authority.code) {
            Some(before) => before.0 = before.0.max(alike),
            None => best.push((alike, entry.authority)),
        }
    }
    let order = |(alike, authority): &(f64, &'static Authority)| (Reverse(alike.to_bits()), !authority.is_current());
    best.order_by_key(order);
    best.into_iter().take(SUGGESTED).map(|(_, authority)| authority).collect()
}

/// The letters that a name has, as a set.
fn letters(name: &str) -> u64 {
    name.bytes().filter(u8::is_ascii_alphabetic).fold(0, |set, byte| set | 1 << (byte & 31))
}
