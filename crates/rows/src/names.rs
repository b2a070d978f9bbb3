//! The texts of identifiers that are not packed.

use crate::ChildId;

/// The texts of the identifiers in a file that are hashes, as the file has them.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// In order once the file has ended, with each child once.
    texts: Vec<(ChildId, Box<[u8]>)>,
    /// How many texts there were when they were last sorted.
    tidied: usize,
}

impl Names {
    /// Notes the identifier in a cell. Returns whether its text is kept.
    #[inline]
    pub(crate) fn note(&mut self, child: ChildId, cell: &[u8]) -> bool {
        if child.is_hash() {
            self.note_hash(child, cell);
        }
        child.is_hash()
    }

    #[cold]
    fn note_hash(&mut self, child: ChildId, cell: &[u8]) {
        if self.texts.last().is_some_and(|(last, _)| *last == child) {
            return;
        }
        self.texts.push((child, cell.into()));
        if self.texts.len() > 2 * self.tidied + 4096 {
            self.tidy();
        }
    }

    /// Sorts the texts, and keeps each child once.
    pub(crate) fn tidy(&mut self) {
        self.texts.sort_unstable();
        self.texts.dedup_by_key(|(child, _)| *child);
        self.tidied = self.texts.len();
    }

    /// The identifiers that are hashes, with their texts.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (ChildId, &[u8])> {
        self.texts.iter().map(|(child, text)| (*child, &**text))
    }

    /// The bytes of an identifier that is a hash, as the file has them.
    pub fn get(&self, child: ChildId) -> Option<&[u8]> {
        let place = self.texts.binary_search_by_key(&child, |(other, _)| *other).ok()?;
        self.texts.get(place).map(|(_, text)| &**text)
    }
}
