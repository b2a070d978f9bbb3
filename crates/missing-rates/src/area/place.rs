//! The nations and the regions of England.

use serde::{Deserialize, Serialize};

use super::code::AreaCode;
use super::level::{Area, Level};

/// A nation of the United Kingdom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nation {
    /// England: 153 authorities.
    England,
    /// Northern Ireland: 5 health and social care trusts.
    NorthernIreland,
    /// Scotland: 32 councils.
    Scotland,
    /// Wales: 22 councils.
    Wales,
}

impl Nation {
    /// Every nation.
    pub const ALL: [Self; 4] = [Self::England, Self::NorthernIreland, Self::Scotland, Self::Wales];

    /// ONS code, such as `W92000004`.
    pub fn code(self) -> AreaCode {
        self.facts().0
    }

    /// Name in English.
    pub fn name(self) -> &'static str {
        self.facts().1
    }

    fn facts(self) -> (AreaCode, &'static str) {
        match self {
            Self::England => (AreaCode::ENGLAND, "England"),
            Self::NorthernIreland => (AreaCode::known(*b"N92000002"), "Northern Ireland"),
            Self::Scotland => (AreaCode::known(*b"S92000003"), "Scotland"),
            Self::Wales => (AreaCode::known(*b"W92000004"), "Wales"),
        }
    }
}

/// A region of England. London is a region, and so are its halves, as the Department for Education publishes them. An
/// authority in London is listed under its half.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Region {
    /// North East.
    NorthEast,
    /// North West.
    NorthWest,
    /// Yorkshire and The Humber.
    YorkshireAndTheHumber,
    /// East Midlands.
    EastMidlands,
    /// West Midlands.
    WestMidlands,
    /// East of England.
    EastOfEngland,
    /// London, with both its halves.
    London,
    /// Inner London.
    InnerLondon,
    /// Outer London.
    OuterLondon,
    /// South East.
    SouthEast,
    /// South West.
    SouthWest,
}

impl Region {
    /// Every region.
    pub const ALL: [Self; 11] = [
        Self::NorthEast,
        Self::NorthWest,
        Self::YorkshireAndTheHumber,
        Self::EastMidlands,
        Self::WestMidlands,
        Self::EastOfEngland,
        Self::London,
        Self::InnerLondon,
        Self::OuterLondon,
        Self::SouthEast,
        Self::SouthWest,
    ];

    /// ONS code, such as `E12000008`.
    pub fn code(self) -> AreaCode {
        AreaCode::known(*self.facts().0)
    }

    /// Name in English.
    pub fn name(self) -> &'static str {
        self.facts().2
    }

    /// The region that this one is a half of.
    pub fn part_of(self) -> Option<Self> {
        matches!(self, Self::InnerLondon | Self::OuterLondon).then_some(Self::London)
    }

    /// The region of a letter in the table of authorities.
    pub(super) fn from_letter(letter: char) -> Option<Self> {
        Self::ALL.into_iter().find(|region| region.facts().1 == letter)
    }

    fn facts(self) -> (&'static [u8; 9], char, &'static str) {
        match self {
            Self::NorthEast => (b"E12000001", '1', "North East"),
            Self::NorthWest => (b"E12000002", '2', "North West"),
            Self::YorkshireAndTheHumber => (b"E12000003", '3', "Yorkshire and The Humber"),
            Self::EastMidlands => (b"E12000004", '4', "East Midlands"),
            Self::WestMidlands => (b"E12000005", '5', "West Midlands"),
            Self::EastOfEngland => (b"E12000006", '6', "East of England"),
            Self::London => (b"E12000007", '7', "London"),
            Self::InnerLondon => (b"E13000001", 'I', "Inner London"),
            Self::OuterLondon => (b"E13000002", 'O', "Outer London"),
            Self::SouthEast => (b"E12000008", '8', "South East"),
            Self::SouthWest => (b"E12000009", '9', "South West"),
        }
    }
}

impl From<Region> for Area {
    fn from(region: Region) -> Self {
        named(region.code(), region.name(), Level::Region)
    }
}

impl From<Nation> for Area {
    fn from(nation: Nation) -> Self {
        named(nation.code(), nation.name(), Level::Nation)
    }
}

/// The United Kingdom.
pub(super) fn united_kingdom() -> Area {
    named(AreaCode::UNITED_KINGDOM, "United Kingdom", Level::Kingdom)
}

pub(super) fn named(code: AreaCode, name: &'static str, level: Level) -> Area {
    Area { level, code: Some(code), name: Some(name) }
}

/// The areas that contain authorities: the regions, the nations, the United Kingdom.
pub(super) fn larger_areas() -> impl Iterator<Item = Area> {
    let regions = Region::ALL.into_iter().map(Area::from);
    regions.chain(Nation::ALL.into_iter().map(Area::from)).chain([united_kingdom()])
}
