//! What a list says about a child.

use missing_rows::Listed;
use serde::{Deserialize, Serialize};

/// What a list says about a child.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ListedAs {
    /// Confirmed to have been trafficked.
    Confirmed,
    /// Suspected.
    Suspected,
    /// One of the two; the list does not say which.
    Unstated,
    /// Neither.
    No,
}

impl ListedAs {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Confirmed, Self::Suspected, Self::Unstated, Self::No];

    /// What a cell was read as; `None` if it was not understood.
    pub(crate) fn of(listed: Listed) -> Option<Self> {
        match listed {
            Listed::Confirmed => Some(Self::Confirmed),
            Listed::Suspected => Some(Self::Suspected),
            Listed::Unstated => Some(Self::Unstated),
            Listed::No => Some(Self::No),
            Listed::NotUnderstood => None,
        }
    }
}

impl From<ListedAs> for Listed {
    fn from(said: ListedAs) -> Self {
        match said {
            ListedAs::Confirmed => Self::Confirmed,
            ListedAs::Suspected => Self::Suspected,
            ListedAs::Unstated => Self::Unstated,
            ListedAs::No => Self::No,
        }
    }
}
