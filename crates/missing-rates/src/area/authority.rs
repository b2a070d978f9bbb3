//! The table of authorities.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::code::AreaCode;
use super::level::{Area, Level};
use super::place::{Nation, Region, named, united_kingdom};
use crate::period::Period;

/// A body with children's services.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authority {
    /// ONS code; for Northern Ireland's trusts their abbreviation.
    pub code: AreaCode,
    /// The three-digit code of the Department for Education, in England. A county that ended shares it with the
    /// authority that has its name now.
    pub dfe_code: Option<u16>,
    /// Name in English.
    pub name: &'static str,
    /// Name in Welsh, in Wales.
    pub name_cy: Option<&'static str>,
    /// Nation.
    pub nation: Nation,
    /// Region, in England. For London it is Inner or Outer London.
    pub region: Option<Region>,
    /// The year in which it ended, if it did.
    pub ended: Option<u16>,
    /// The authorities that took over from it.
    pub successors: Vec<AreaCode>,
    /// Codes that it had before its boundaries were redrawn.
    pub former_codes: Vec<AreaCode>,
    /// How its council may style itself; see `style.rs`.
    pub(super) styles: &'static str,
    /// Names that no rule gives.
    pub(super) other_names: &'static str,
}

impl Authority {
    /// Whether it still exists.
    pub fn is_current(&self) -> bool {
        self.ended.is_none()
    }

    /// Every larger area that it is in, smallest first: its region (in London its half, then London), its nation,
    /// the United Kingdom.
    ///
    /// ```
    /// use missing_rates::area::{AreaCode, authority};
    /// let camden = authority(AreaCode::read("E09000007").unwrap()).unwrap();
    /// let names: Vec<_> = camden.lies_in().into_iter().filter_map(|area| area.name).collect();
    /// assert_eq!(names, ["Inner London", "London", "England", "United Kingdom"]);
    /// ```
    pub fn lies_in(&self) -> Vec<Area> {
        let regions = self.region.into_iter().flat_map(|region| [Some(region), region.part_of()]).flatten();
        regions.map(Area::from).chain([self.nation.into(), united_kingdom()]).collect()
    }

    /// Whether its council may style itself in one of these ways. An empty list allows any.
    pub(super) fn is_styled(&self, any_of: &str) -> bool {
        let kind = match self.code.as_str().get(..3) {
            Some("E08") => 'm',
            Some("E09") => 'l',
            Some("E10") => 'c',
            Some("W06") => 'w',
            _ => ' ',
        };
        any_of.is_empty() || any_of.chars().any(|style| style == kind || self.styles.contains(style))
    }
}

impl From<&Authority> for Area {
    fn from(authority: &Authority) -> Self {
        named(authority.code, authority.name, Level::Authority)
    }
}

/// Every authority: the 212 of today (153 in England, 22 in Wales, 32 in Scotland, 5 trusts in Northern Ireland) and 8
/// that have ended since 2019, by code.
///
/// Sources: lists of the Department for Education and the Office for National Statistics (OGL v3) and mySociety's UK
/// local authority names (CC BY 4.0).
pub fn authorities() -> &'static [Authority] {
    static TABLE: OnceLock<Vec<Authority>> = OnceLock::new();
    TABLE.get_or_init(|| include_str!("authorities.csv").lines().filter_map(parse).collect())
}

/// The authority with this code, present or former.
pub fn authority(code: AreaCode) -> Option<&'static Authority> {
    // It is asked for each answer.
    static BY_CODE: OnceLock<BTreeMap<AreaCode, usize>> = OnceLock::new();
    let by_code = BY_CODE.get_or_init(|| {
        let mut places = BTreeMap::new();
        for (at, authority) in authorities().iter().enumerate() {
            for code in authority.former_codes.iter().chain([&authority.code]) {
                places.entry(*code).or_insert(at);
            }
        }
        places
    });
    authorities().get(*by_code.get(&code)?)
}

/// The area that contains all of these authorities: their nation, or the United Kingdom. `None` without authorities.
pub(crate) fn widest(codes: impl IntoIterator<Item = AreaCode>) -> Option<Area> {
    let mut nations = codes.into_iter().filter_map(authority).map(|authority| authority.nation);
    let first = nations.next()?;
    Some(if nations.all(|nation| nation == first) { first.into() } else { united_kingdom() })
}

/// The authority with this code of the Department for Education. If two share it, the authority of today.
pub fn authority_by_dfe_code(code: u16) -> Option<&'static Authority> {
    let with_code = || authorities().iter().filter(|authority| authority.dfe_code == Some(code));
    with_code().find(|authority| authority.is_current()).or_else(|| with_code().next())
}

/// How many authorities were in an area when a period ended: 1 for an authority itself, 0 for one that did not exist
/// then or for an unknown code.
///
/// ```
/// use missing_rates::area::{AreaCode, in_area};
/// use missing_rates::period::Period;
/// let in_england = |year| in_area(AreaCode::ENGLAND, Period::collection_year(year).unwrap());
/// assert_eq!([2019, 2020, 2021, 2022, 2023, 2024].map(in_england), [152, 151, 151, 152, 152, 153]);
/// ```
pub fn in_area(code: AreaCode, period: Period) -> u64 {
    let lies = |authority: &&Authority| {
        let region = authority.region;
        code == AreaCode::UNITED_KINGDOM
            || authority.code == code
            || authority.nation.code() == code
            || region.is_some_and(|region| region.code() == code)
            || region.and_then(Region::part_of).is_some_and(|region| region.code() == code)
    };
    authorities().iter().filter(lies).filter(|authority| authority.is_there_at_the_end(period)).count() as u64
}

/// One line of the table; `None` for comments and blank lines.
fn parse(line: &'static str) -> Option<Authority> {
    let mut fields = line.split('|');
    let mut next = || fields.next().unwrap_or_default();
    let code = AreaCode::read(next())?;
    let dfe_code = next().parse().ok();
    let styles = next();
    let name = next();
    let name_cy = match next() {
        "" => None,
        "=" => Some(name),
        other => Some(other),
    };
    let other_names = next();
    let ended = next().parse().ok();
    let mut codes = || next().split(';').filter_map(AreaCode::read).collect();
    let nation = match code.as_str().get(..2) {
        Some("W0") => Nation::Wales,
        Some("S1") => Nation::Scotland,
        Some("E0" | "E1") => Nation::England,
        _ => Nation::NorthernIreland,
    };
    let region = styles.chars().next().and_then(Region::from_letter);
    Some(Authority {
        code,
        dfe_code,
        name,
        name_cy,
        nation,
        region,
        ended,
        successors: codes(),
        former_codes: codes(),
        styles,
        other_names,
    })
}
