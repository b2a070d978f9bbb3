//! How a council styles itself around the name of its place: `Kent County Council`, `London Borough of Barnet`.
//!
//! The styles that an authority may have are as important as the name: `Nottingham City Council` is Nottingham, but
//! `Nottingham County Council` is nobody and most likely means Nottinghamshire. A style counts only for authorities
//! that have it by their kind (c county, m metropolitan district, l London borough, w Wales) or by the table (y city, b
//! borough, d district, or again those of the kinds).

use super::authority::Authority;

/// What may come before the name, what may come after it, and the styles that it needs (empty: any authority's).
const STYLES: &[(&str, &str, &str)] = &[
    ("", " council", ""),
    ("", " ua", ""),
    ("", " unitary authority", ""),
    ("", " local authority", ""),
    ("", " childrens services", ""),
    ("", " childrens social care", ""),
    ("", " childrens social work", ""),
    ("", " children and young peoples services", ""),
    ("", " children and families", ""),
    ("", " social services", ""),
    ("", " social care", ""),
    ("council of the ", "", ""),
    ("", " county", "cw"),
    ("", " (county)", "c"),
    ("", " county of", "c"),
    ("county of ", "", "c"),
    ("county ", "", "c"),
    ("", " cc", "cwy"),
    ("", " city", "y"),
    ("", " city of", "y"),
    ("city of ", "", "y"),
    ("city and county of ", "", "y"),
    ("", " borough", "bml"),
    ("borough of ", "", "bml"),
    ("", " bc", "bm"),
    ("", " district", "dm"),
    ("", " dc", "d"),
    ("", " metropolitan borough", "m"),
    ("metropolitan borough of ", "", "m"),
    ("", " metropolitan district", "m"),
    ("", " mbc", "m"),
    ("", " mdc", "m"),
    ("", " london borough", "l"),
    ("", " london borough of", "l"),
    ("", " london boro", "l"),
    ("", " lb", "l"),
    ("", " lbc", "l"),
    ("london borough of ", "", "l"),
    ("london borough ", "", "l"),
    ("lb of ", "", "l"),
    ("lb ", "", "l"),
    ("", " royal borough of", "bl"),
    ("royal borough of ", "", "bl"),
    ("", " county borough", "w"),
    ("county borough of ", "", "w"),
    ("", " cbc", "w"),
    ("cyngor ", "", "w"),
    ("sir ", "", "w"),
    ("dinas ", "", "w"),
    ("dinas a sir ", "", "w"),
    ("bwrdeistref sirol ", "", "w"),
];

/// The highest number of styles around one name: `the Council of the | City of | X | UA`.
const DEPTH: usize = 4;

/// What is left of a normalised name without one style, with the styles that an authority needs for it.
fn without_one(name: &str) -> impl Iterator<Item = (&str, &'static str)> {
    STYLES.iter().filter_map(move |&(before, after, needs)| {
        let rest = name.strip_prefix(before)?.strip_suffix(after)?;
        (!rest.is_empty()).then_some((rest, needs))
    })
}

/// The authority that `look_up` finds by this normalised name, or by what is left of it without styles that this
/// authority may have.
pub(super) fn find<T: Copy>(name: &str, look_up: &impl Fn(&str) -> Option<(&'static Authority, T)>) -> Option<T> {
    within(name, &mut Vec::new(), look_up)
}

fn within<T: Copy>(
    name: &str,
    needs: &mut Vec<&'static str>,
    look_up: &impl Fn(&str) -> Option<(&'static Authority, T)>,
) -> Option<T> {
    if let Some((authority, found)) = look_up(name)
        && needs.iter().all(|styles| authority.is_styled(styles))
    {
        return Some(found);
    }
    if needs.len() == DEPTH {
        return None;
    }
    for (rest, styles) in without_one(name) {
        needs.push(styles);
        let found = within(rest, needs, look_up);
        needs.pop();
        if found.is_some() {
            return found;
        }
    }
    None
}

/// What `look_up` finds by this normalised name, or by what is left of it without styles, whichever authorities may
/// have them.
pub(super) fn strip<T>(name: &str, look_up: impl Fn(&str) -> Option<T>) -> Option<T> {
    let mut rest = name;
    loop {
        if let Some(found) = look_up(rest) {
            return Some(found);
        }
        (rest, _) = without_one(rest).next()?;
    }
}

/// The name of an authority without one of its own styles: `dundee city` is `dundee`.
pub(super) fn without_own<'a>(name: &'a str, authority: &Authority) -> impl Iterator<Item = &'a str> {
    without_one(name).filter(|(_, needs)| authority.is_styled(needs)).map(|(rest, _)| rest)
}

/// What is left of a name without any style, whichever authorities may have it. It is only good for suggestions.
pub(super) fn bare(mut name: &str) -> &str {
    while let Some((rest, _)) = without_one(name).next() {
        name = rest;
    }
    name
}
