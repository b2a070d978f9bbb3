//! Why a document is not read.

use crate::Refusal;

/// What is wrong with a document.
pub(super) enum Wrong {
    /// It is not well-formed here.
    Form,
    /// It has a name for a text here that is not one of the five of every document.
    Entity,
    /// A text is longer, or elements lie deeper in others, than in any return.
    TooLarge,
    Other(Refusal),
}

impl Wrong {
    pub(super) fn in_line(self, line: u64) -> Refusal {
        match self {
            Self::Form => Refusal::BrokenXml { line },
            Self::Entity => Refusal::OwnNames { line },
            Self::TooLarge => Refusal::TooLargeXml { line },
            Self::Other(why) => why,
        }
    }
}
