//! An area as figures name it: a code, a name, and what kind of area it is.

use serde::Serialize;

use super::code::AreaCode;

/// Where: an authority, a region, a nation, the United Kingdom. Large areas come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Area {
    /// What kind of area it is.
    pub level: Level,
    /// ONS code; `None` for a return that does not say whose it is.
    pub code: Option<AreaCode>,
    /// Its name in English.
    pub name: Option<&'static str>,
}

impl Area {
    /// The body that made a child-level return, which its files do not name. If a person names it, the area has that
    /// code and name.
    pub const RETURN: Self = Self { level: Level::Return, code: None, name: None };
}

/// What kind of area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// The United Kingdom.
    Kingdom,
    /// England, Northern Ireland, Scotland or Wales.
    Nation,
    /// A region of England.
    Region,
    /// One authority.
    Authority,
    /// The body that made the return.
    Return,
}
