//! What must not be kept, because it may name a child; and what cannot be used, because nobody knows whom it names.

use missing_rows::Listed;

use super::{Decisions, Meant};
use crate::area::{AreaCode, authority};

impl Decisions {
    /// Leaves out every wording that may hold a child: of a list, one with other words than those about decisions; of answers
    /// and names, one with what may be an identifier. And how files are used, which are known by their hashes.
    pub(crate) fn without_children(&mut self) {
        self.listed.retain(|wording, _| Listed::is_plain(wording));
        self.wordings.retain(|wording, _| !has_identifier(wording));
        self.names.retain(|name, _| !has_identifier(name));
        self.conflicts.retain(|_, pick| !pick.among.iter().any(|answer| has_identifier(&answer.wording)));
        // A file is known by its hash, and its rows are children: who has a guess of them can try it.
        self.modules.clear();
    }

    /// A code in it that is no authority's.
    pub(crate) fn unknown_authority(&self) -> Option<AreaCode> {
        let meant = self.names.values().filter_map(|meant| match meant {
            Meant::Authorities(codes) => Some(codes),
            Meant::Nobody => None,
        });
        let picked = self.conflicts.iter().flat_map(|(disputed, pick)| {
            std::iter::once(&disputed.authorities).chain(pick.among.iter().map(|answer| &answer.authorities))
        });
        meant.chain(picked).flatten().copied().find(|code| authority(*code).is_none())
    }
}

/// Whether a word may be an identifier: it has six digits, or four and letters, and is no code of an area.
fn has_identifier(text: &str) -> bool {
    let may_be = |word: &str| {
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        (digits > 5 || digits > 3 && digits < word.len()) && AreaCode::read(word).is_none()
    };
    text.split(|c: char| !c.is_alphanumeric()).any(may_be)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_an_identifier_is_told_from_numbers_days_and_codes() {
        for text in ["1234567", "see 000123", "child ab1234", "a1234567890b", "3 (ref. x9999)"] {
            assert!(has_identifier(text), "{text}");
        }
        for text in ["a few", "12,345", "31/03/2024", "s.40(2)", "e10000016", "2023-24", "under 18", "1st of 2024"] {
            assert!(!has_identifier(text), "{text}");
        }
    }
}
