//! Which authority the rows of a file belong to, by what a column says.

use crate::area::{AreaCode, Resolution, resolve};
use crate::care::Source;
use crate::decisions::{Decisions, Meant};
use crate::report::Area;

/// Whose the rows are.
#[derive(Clone, Debug)]
pub(super) struct Whose {
    /// What the column says. If there are several spellings, the first.
    pub(super) name: String,
    pub(super) is: WhoseKey,
    /// Whether a person decided it.
    pub(super) decided: bool,
    /// The authorities that it could mean, where it is not known.
    pub(super) suggestions: Vec<Area>,
}

/// What distinguishes authorities.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum WhoseKey {
    Authority(AreaCode),
    /// A person decided that this name is nobody with children's services.
    Nobody(String),
    /// Not known: the name in capitals.
    Unknown(String),
}

impl Whose {
    /// Who the name or code in a column means: what a person decided, or else what it says.
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

    /// Who the column of a file names; `None` without such a column.
    pub(super) fn of_source(source: &Source<'_>, decisions: &Decisions) -> Option<Self> {
        Some(Self::of(&crate::read::cell_text(source.module.authority.as_ref()?), decisions))
    }

    pub(super) fn key(&self) -> WhoseKey {
        self.is.clone()
    }
}
