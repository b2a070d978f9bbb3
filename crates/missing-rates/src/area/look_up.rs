//! Every name of every authority, and the authorities whose exact name a cell has.

use std::sync::OnceLock;

use super::authority::{Authority, authorities, authority, authority_by_dfe_code};
use super::code::AreaCode;
use super::expand::written_out;
use super::name::normalise;
use super::shared::shared;
use super::style;
use crate::order::Ordered;

/// What identified an authority.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// Its ONS code, an earlier ONS code, or its code of the Department for Education.
    Code,
    /// Its English or Welsh name, however its council styles itself around it.
    Name,
    /// Another name that it is known by.
    Alias,
}

pub(super) type Match = (&'static Authority, How);

/// Who a text means.
#[derive(Clone, Debug)]
pub(super) enum Found {
    One(Match),
    /// One of these, the likeliest first. Nothing says which.
    AnyOf(Vec<&'static Authority>),
    /// All of these, which answer as one.
    Together(Vec<&'static Authority>),
}

impl Found {
    /// The authorities that it may mean.
    pub(super) fn authorities(&self) -> Vec<&'static Authority> {
        match self {
            Self::One((authority, _)) => vec![authority],
            Self::AnyOf(list) | Self::Together(list) => list.clone(),
        }
    }
}

/// Who a code or a name means, abbreviated or written out.
pub(super) fn look_up(text: &str) -> Option<Found> {
    if let Some(found) = by_code(text) {
        return found.map(|authority| Found::One((authority, How::Code)));
    }
    let name = normalise(text);
    if let Some(one) = by_name(&name) {
        return Some(Found::One(one));
    }
    if let Some(shared) = style::strip(&name, shared) {
        let list = shared.authorities().collect();
        return Some(if shared.together { Found::Together(list) } else { Found::AnyOf(list) });
    }
    let mut found: Vec<&'static Authority> = Vec::new();
    for way in written_out(&name) {
        let named = by_name(&way).map(|(authority, _)| vec![authority]);
        for one in named
            .or_else(|| style::strip(&way, shared).map(|shared| shared.authorities().collect()))
            .into_iter()
            .flatten()
        {
            if found.iter().all(|other| other.code != one.code) {
                found.push(one);
            }
        }
    }
    match found.as_slice() {
        [] => None,
        [one] => Some(Found::One((one, How::Alias))),
        _ => Some(Found::AnyOf(found)),
    }
}

/// The one authority that a text means.
pub(super) fn the_one(text: &str) -> Option<Match> {
    look_up(text).and_then(|found| if let Found::One(one) = found { Some(one) } else { None })
}

/// Whose a code is. The inner `None` means that it is nobody's, the outer that the text is not a code.
#[expect(clippy::option_option, reason = "a code of nobody is never looked up as a name")]
fn by_code(text: &str) -> Option<Option<&'static Authority>> {
    if let Some(code) = AreaCode::read(text) {
        return Some(authority(code));
    }
    // Spreadsheets write `886.0`.
    let number = text.trim().strip_suffix(".0").unwrap_or(text.trim());
    (number.len() == 3 && number.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| number.parse().ok().and_then(authority_by_dfe_code))
}

/// The authority with this normalised name, however its council styles itself around it.
pub(super) fn by_name(name: &str) -> Option<Match> {
    style::find(name, &|name: &str| {
        let index = index();
        let place = index.binary_search_by(|entry| entry.name.as_str().cmp(name)).ok()?;
        let entry = index.get(place)?;
        Some((entry.authority, (entry.authority, entry.how)))
    })
}

/// One name of one authority.
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) authority: &'static Authority,
    pub(super) how: How,
    /// The letters in it, as a set.
    pub(super) letters: u64,
}

/// Every name, normalised, in order.
pub(super) fn index() -> &'static [Entry] {
    static INDEX: OnceLock<Vec<Entry>> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut entries = Vec::with_capacity(768);
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
        // If authorities share a name, the one of today is found. If an authority has it in several ways, its main name
        // is found.
        entries.order_by(|a, b| {
            (&a.name, !a.authority.is_current(), a.how).cmp(&(&b.name, !b.authority.is_current(), b.how))
        });
        entries.dedup_by(|later, first| later.name == first.name);
        entries
    })
}

/// The letters in a name, as a set.
pub(super) fn letters(name: &str) -> u64 {
    name.bytes().filter(u8::is_ascii_alphabetic).fold(0, |set, byte| set | 1 << (byte & 31))
}
