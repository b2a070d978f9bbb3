//! Bodies without children's services that answer, or are in a list of those who were asked.

use crate::order::Ordered;
use std::sync::OnceLock;

use serde::Serialize;

use super::authority::{Authority, authority};
use super::code::AreaCode;
use super::name::normalise;
use super::style;

/// A body without children's services.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OtherBody {
    /// What it is.
    pub kind: BodyKind,
    /// The authority that has children's services there today, if the table of districts says.
    pub instead: Option<&'static Authority>,
}

/// What a body without children's services is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum BodyKind {
    /// A district council in England: its county has the children's services.
    District,
    /// A district council in Northern Ireland, where the health and social care trusts have children's services.
    NorthernIrelandCouncil,
    /// A parish, town or community council.
    Parish,
    /// A combined authority, or the Greater London Authority.
    CombinedAuthority,
    /// A metropolitan county, which has had no council since 1986.
    MetropolitanCounty,
    /// A police force.
    Police,
    /// A fire and rescue service.
    Fire,
    /// A part of the National Health Service.
    Health,
    /// A national park authority.
    NationalPark,
    /// A department of a government, or an association of councils.
    Government,
}

/// Words that identify a name as another body's. Each must be a whole word.
const WORDS: &[(BodyKind, &[&str])] = &[
    (BodyKind::Police, &["police", "constabulary"]),
    (BodyKind::Fire, &["fire and rescue", "fire service", "fire authority"]),
    (
        BodyKind::CombinedAuthority,
        &["combined authority", "combined county authority", "greater london authority", "gla"],
    ),
    (
        BodyKind::Health,
        &[
            "nhs",
            "icb",
            "integrated care board",
            "ccg",
            "clinical commissioning group",
            "foundation trust",
            "hospital",
            "hospitals",
            "health board",
        ],
    ),
    (BodyKind::NationalPark, &["national park", "national park authority"]),
    (BodyKind::Parish, &["parish council", "town council", "community council"]),
    (
        BodyKind::Government,
        &[
            "department for education",
            "home office",
            "welsh government",
            "scottish government",
            "local government association",
            "cosla",
        ],
    ),
];

/// The six metropolitan counties without the West Midlands, which is also the name of a region.
const METROPOLITAN: [&str; 5] =
    ["greater manchester", "merseyside", "south yorkshire", "tyne and wear", "west yorkshire"];

/// The eleven councils of Northern Ireland, by name. `Belfast` alone may be the trust.
const NORTHERN_IRELAND: [&str; 11] = [
    "antrim and newtownabbey",
    "ards and north down",
    "armagh city banbridge and craigavon",
    "belfast",
    "causeway coast and glens",
    "derry city and strabane",
    "fermanagh and omagh",
    "lisburn and castlereagh",
    "mid and east antrim",
    "mid ulster",
    "newry mourne and down",
];

/// The body without children's services that has this name, if there is one.
pub(super) fn other_body(text: &str) -> Option<OtherBody> {
    let name = normalise(text);
    let padded = format!(" {name} ");
    let has = |words: &&str| padded.contains(&format!(" {words} "));
    if let Some((kind, _)) = WORDS.iter().find(|(_, words)| words.iter().any(has)) {
        return Some(OtherBody { kind: *kind, instead: None });
    }
    let bare = style::bare(&name);
    if METROPOLITAN.contains(&bare) {
        return Some(OtherBody { kind: BodyKind::MetropolitanCounty, instead: None });
    }
    let council = has(&"council") || has(&"borough") || has(&"district");
    if council && NORTHERN_IRELAND.iter().any(|other| *other == bare || *other == style::bare(bare)) {
        return Some(OtherBody { kind: BodyKind::NorthernIrelandCouncil, instead: None });
    }
    let at = districts().binary_search_by(|(other, _)| other.as_str().cmp(bare)).ok()?;
    // A county council is not a district, whatever its name: `Warwick County Council` is most likely Warwickshire's.
    let county = has(&"county");
    (!county).then(|| OtherBody { kind: BodyKind::District, instead: authority(districts()[at].1) })
}

/// Every district by its normalised name, with the authority that has children's services there.
fn districts() -> &'static [(String, AreaCode)] {
    static TABLE: OnceLock<Vec<(String, AreaCode)>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Vec::with_capacity(224);
        for line in include_str!("districts.csv").lines() {
            let Some((code, names)) = line.split_once('|') else { continue };
            let Some(code) = AreaCode::read(code) else { continue };
            table.extend(names.split(';').map(|name| (normalise(name), code)));
        }
        table.order();
        table
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::area::{Resolution, resolve};

    #[test]
    fn england_has_164_districts_and_none_is_an_authority() {
        let ended =
            |code: AreaCode| authority(code).is_some_and(|a| a.is_current() && !a.code.as_str().starts_with("E10"));
        let today = districts().iter().filter(|(_, code)| !ended(*code)).count();
        // Four of Suffolk's districts ended in 2019. Its authority did not.
        assert_eq!(today - 4, 164);
        for (name, code) in districts() {
            assert!(authority(*code).is_some_and(Authority::is_current), "{name}");
            let expected = OtherBody { kind: BodyKind::District, instead: authority(*code) };
            for text in
                [name.clone(), format!("{name} District Council"), format!("{} Borough Council", name.to_uppercase())]
            {
                assert_eq!(resolve(&text), Resolution::OtherBody(expected), "{text}");
            }
        }
    }

    #[test]
    fn a_body_without_childrens_services_is_known_for_what_it_is() {
        for (text, kind) in [
            ("Kent Police", BodyKind::Police),
            ("Avon and Somerset Constabulary", BodyKind::Police),
            ("Essex County Fire & Rescue Service", BodyKind::Fire),
            ("West Midlands Combined Authority", BodyKind::CombinedAuthority),
            ("Greater Manchester", BodyKind::MetropolitanCounty),
            ("NHS Kent and Medway ICB", BodyKind::Health),
            ("Peak District National Park Authority", BodyKind::NationalPark),
            ("Salisbury Town Council", BodyKind::Parish),
            ("Belfast City Council", BodyKind::NorthernIrelandCouncil),
            ("Armagh City, Banbridge & Craigavon Borough Council", BodyKind::NorthernIrelandCouncil),
            ("Home Office", BodyKind::Government),
            ("City of Lincoln Council", BodyKind::District),
        ] {
            let Resolution::OtherBody(found) = resolve(text) else { panic!("{text}: {:?}", resolve(text)) };
            assert_eq!(found.kind, kind, "{text}");
        }
    }
}
