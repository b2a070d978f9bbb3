//! Which authority the rows of a file belong to, by what a column says.

use strsim::osa_distance;

use crate::area::{AreaCode, OF_BODIES, Resolution, resolve};
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

    /// The name, if it can be shown: a code, a body with children's services by its words, or a slip for the name of one. Any
    /// other text may be a child's name, in a column that is not the one it seems.
    pub(super) fn shown(&self) -> Option<&str> {
        let name = self.name.to_lowercase();
        let is_code = !name
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1);
        let is_body = name.split(|c: char| !c.is_alphanumeric()).any(|word| OF_BODIES.contains(&word));
        let is_slip = || {
            let near = |of: &Area| {
                of.name
                    .is_some_and(|other| osa_distance(&name, &other.to_lowercase()) * 4 <= name.chars().count().max(4))
            };
            self.suggestions.iter().any(near)
        };
        let is_shown = !matches!(self.is, WhoseKey::Unknown(_)) || is_code || is_body || is_slip();
        is_shown.then_some(self.name.as_str())
    }

    pub(super) fn key(&self) -> WhoseKey {
        self.is.clone()
    }
}
