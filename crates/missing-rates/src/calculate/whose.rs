//! Whose the rows of a file are, by what a column of it says.

use crate::area::{AreaCode, Resolution, resolve};
use crate::decisions::{Decisions, Meant};
use crate::report::Area;

/// Whose rows are.
#[derive(Clone, Debug)]
pub(super) struct Whose {
    /// What the column says; of several spellings the first.
    pub(super) name: String,
    pub(super) is: WhoseKey,
    /// Whether a person decided it.
    pub(super) decided: bool,
    /// Who it could mean, where it is not known.
    pub(super) suggestions: Vec<Area>,
}

/// What tells authorities apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum WhoseKey {
    Authority(AreaCode),
    /// Nobody with children's services, as a person decided of this name.
    Nobody(String),
    /// Not known: the name in capitals.
    Unknown(String),
}

impl Whose {
    /// Who the name or code in a column means: what was decided, else what it says.
    pub(super) fn of(name: &str, decisions: &Decisions) -> Self {
        let new = |is, decided, suggestions| Self { name: name.to_owned(), is, decided, suggestions };
        let unknown = || WhoseKey::Unknown(name.to_uppercase());
        match decisions.name(name) {
            Some(Meant::Nobody) => return new(WhoseKey::Nobody(name.to_uppercase()), true, Vec::new()),
            Some(Meant::Authorities(codes)) => {
                if let [code] = codes.as_slice() {
                    return new(WhoseKey::Authority(*code), true, Vec::new());
                }
            }
            None => {}
        }
        match resolve(name) {
            Resolution::Authority { authority, .. } => new(WhoseKey::Authority(authority.code), false, Vec::new()),
            Resolution::Joint(several) | Resolution::Suggestions(several) => {
                new(unknown(), false, several.into_iter().map(Area::from).collect())
            }
            Resolution::Aggregate | Resolution::OtherBody(_) => new(unknown(), false, Vec::new()),
        }
    }

    pub(super) fn key(&self) -> WhoseKey {
        self.is.clone()
    }
}
