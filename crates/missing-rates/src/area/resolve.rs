//! Which authority a cell means.

use std::sync::OnceLock;

use super::authority::Authority;
use super::code::AreaCode;
use super::expand::written_out;
use super::joint::joint;
use super::look_up::{Found, How, Match, look_up, the_one};
use super::name::normalise;
use super::other_body::{OtherBody, other_body};
use super::place::larger_areas;
use super::suggest::suggest;

/// What a cell that should name an authority means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// This authority.
    Authority {
        /// Who it means.
        authority: &'static Authority,
        /// What identified it.
        how: How,
    },
    /// Several authorities that answered together, by code: `Kensington and Chelsea / Westminster`.
    Joint(Vec<&'static Authority>),
    /// The row is a total or an average: `England`, `South East`, `All authorities`, `Total`.
    Aggregate,
    /// A body without children's services: a district council, a police force.
    OtherBody(OtherBody),
    /// No authority, or one of several. These could have been meant, best first. They are never used without asking.
    Suggestions(Vec<&'static Authority>),
}

/// In bytes, longer than any name with its remarks. Comparing a longer text with all names would take long.
const LONGEST: usize = 200;

/// Finds the authority that a cell means: by name, Welsh name, ONS code (also a former one) or code of the Department
/// for Education.
///
/// Case, punctuation, accents, `&` and the ways in which councils style themselves make no difference. A misspelling
/// does: it only leads to suggestions. A name that an ended county shares with an authority of today means the
/// authority of today; the county is `Dorset (county)`.
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
    if text.len() > LONGEST {
        return Resolution::Suggestions(Vec::new());
    }
    match look_up(text) {
        Some(Found::One((authority, how))) => return Resolution::Authority { authority, how },
        Some(Found::AnyOf(list)) => return Resolution::Suggestions(list),
        Some(Found::Together(list)) => return Resolution::Joint(list),
        None => {}
    }
    let ways = written_out(&normalise(text));
    if is_aggregate(text) || ways.iter().any(|way| is_aggregate(way)) {
        return Resolution::Aggregate;
    }
    let parts = match in_parts(text) {
        Parts::One((authority, how)) => return Resolution::Authority { authority, how },
        Parts::AnyOf(list) => list,
        Parts::Unknown => Vec::new(),
    };
    let by_name = |part: &str| the_one(part).filter(|(_, how)| *how != How::Code).map(|(authority, _)| authority);
    if let Some(authorities) = joint(text, &by_name) {
        return Resolution::Joint(authorities);
    }
    if let Some(body) = other_body(text).or_else(|| ways.iter().find_map(|way| other_body(way))) {
        return Resolution::OtherBody(body);
    }
    if !parts.is_empty() {
        return Resolution::Suggestions(parts);
    }
    let meant = suggest(&normalise(text));
    // A remark in brackets can make a name look unlike any other.
    let before = text.split(['(', '[', '/']).next().filter(|before| meant.is_empty() && before.len() < text.len());
    Resolution::Suggestions(before.map_or(meant, |before| suggest(&normalise(before))))
}

/// The one authority that a text means, and what identified it, as in [`resolve`], but without looking for other
/// authorities that could have been meant, which takes long.
pub(crate) fn meant(text: &str) -> Option<Match> {
    let text = text.trim();
    if text.len() > LONGEST {
        return None;
    }
    match look_up(text) {
        Some(Found::One(found)) => return Some(found),
        Some(Found::AnyOf(_) | Found::Together(_)) => return None,
        None => {}
    }
    if is_aggregate(text) || written_out(&normalise(text)).iter().any(|way| is_aggregate(way)) {
        return None;
    }
    if let Parts::One(found) = in_parts(text) { Some(found) } else { None }
}

/// Whether a text means several authorities: `Some(true)` if they answered together, `Some(false)` if one of them is meant and
/// nothing says which.
pub(crate) fn several(text: &str) -> Option<bool> {
    let text = text.trim();
    if text.len() > LONGEST {
        return None;
    }
    let by_name = |part: &str| the_one(part).filter(|(_, how)| *how != How::Code).map(|(authority, _)| authority);
    match look_up(text) {
        Some(Found::AnyOf(_)) => Some(false),
        Some(Found::Together(_)) => Some(true),
        Some(Found::One(_)) => None,
        None => joint(text, &by_name).map(|_| true),
    }
}

/// What a text means, if each part of it is a name.
enum Parts {
    /// All of them mean this one.
    One(Match),
    /// They mean different ones, or one of several.
    AnyOf(Vec<&'static Authority>),
    /// Some part is not a name.
    Unknown,
}

/// Reads `Gwynedd Council / Cyngor Gwynedd`, `Hartlepool (805)`, `886 Kent`,
/// `Achieving for Children (Richmond upon Thames)`, `Newport (Wales)`, `Leeds [1]`: several names of one authority, the
/// area that it is in, or a footnote.
fn in_parts(text: &str) -> Parts {
    let is_mark = |part: &str| part.len() < 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts = text.split(['/', '|', '(', ')', '[', ']', ':', '–', '—']).flat_map(|part| part.split(" - "));
    let parts: Vec<&str> = parts.map(str::trim).filter(|part| !is_mark(part)).flat_map(code_apart).collect();
    let mut found: Vec<Found> = Vec::new();
    let mut areas: Vec<&str> = Vec::new();
    for part in parts {
        match look_up(part) {
            Some(of_part) => found.push(of_part),
            None if lies_in(part).next().is_some() => areas.push(part),
            None => return Parts::Unknown,
        }
    }
    // An authority is meant only if every part can mean it.
    let fits = |authority: &&'static Authority| {
        found.iter().all(|of_part| of_part.authorities().iter().any(|other| other.code == authority.code))
            && areas
                .iter()
                .all(|part| lies_in(part).any(|code| authority.lies_in().iter().any(|a| a.code == Some(code))))
    };
    let Some(first) = found.first().map(Found::authorities) else { return Parts::Unknown };
    let meant: Vec<&'static Authority> = first.into_iter().filter(fits).collect();
    let how = found.iter().find_map(|of_part| if let Found::One((_, how)) = of_part { Some(*how) } else { None });
    match meant.as_slice() {
        [one] => Parts::One((one, how.unwrap_or(How::Alias))),
        [] => {
            let mut all: Vec<&'static Authority> = Vec::new();
            for authority in found.iter().flat_map(Found::authorities) {
                if all.iter().all(|other| other.code != authority.code) {
                    all.push(authority);
                }
            }
            Parts::AnyOf(all)
        }
        _ => Parts::AnyOf(meant),
    }
}

/// Splits `886 Kent` and `Kent E10000016` in two.
fn code_apart(part: &str) -> Vec<&str> {
    let is_code = |word: &str| {
        AreaCode::read(word).is_some() || word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    match (part.split_once(' '), part.rsplit_once(' ')) {
        (Some((code, name)), _) if is_code(code) => vec![code, name.trim()],
        (_, Some((name, code))) if is_code(code) => vec![name.trim(), code],
        _ => vec![part],
    }
}

/// The codes of the region or nation that has this name.
fn lies_in(part: &str) -> impl Iterator<Item = AreaCode> {
    let name = normalise(part);
    larger_names().iter().filter(move |(of_area, ..)| *of_area == name).filter_map(|(_, _, code)| *code)
}

/// Of every region and nation its name, its name without the words that may be beside it, and its code.
fn larger_names() -> &'static [(String, String, Option<AreaCode>)] {
    static NAMES: OnceLock<Vec<(String, String, Option<AreaCode>)>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let named = larger_areas().filter_map(|area| Some((normalise(area.name?), area.code)));
        named.map(|(name, code)| (name.clone(), place_in(&name), code)).collect()
    })
}

/// Words that only say that a row is about several authorities.
const TOTALS: [&str; 12] =
    ["total", "totals", "all", "sum", "overall", "average", "mean", "median", "subtotal", "grand", "national", "sub"];
/// Words that may be beside those words, or beside the name of a region.
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
    let name = normalise(text);
    let rest = place_in(&name);
    if rest.is_empty() {
        return name.split(' ').any(|word| TOTALS.contains(&word));
    }
    ["uk", "gb", "great britain", "england wales", "greater london"].contains(&rest.as_str())
        || larger_names().iter().any(|(_, place, _)| *place == rest)
}

/// A normalised name without the words that may be beside that of a place.
fn place_in(name: &str) -> String {
    // `Total (212)` says how many there are.
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let says_more = |word: &&str| !TOTALS.contains(word) && !BESIDE.contains(word) && !is_number(word);
    name.split(' ').filter(says_more).collect::<Vec<_>>().join(" ")
}
