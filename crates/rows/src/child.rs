//! The identifier of a child.

/// The identifier of a child, in eight bytes, so that millions of rows fit in a browser.
///
/// Up to twelve digits, capital letters, `-`, `_` and `/` are packed without loss. Any other text stands as a hash of
/// 60 bits, kept apart from those that are packed: for a million such children two would share one with a chance of
/// about one in two million.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChildId {
    // Two halves, so that a row of a table needs no padding.
    high: u32,
    low: u32,
}

const SYMBOLS: u64 = 40;
/// 40 to the power of 12: how many texts are packed.
const PACKED: u64 = SYMBOLS.pow(12);

impl ChildId {
    /// `None` for a blank cell.
    #[inline]
    pub fn read(cell: &[u8]) -> Option<Self> {
        if cell.is_empty() {
            return None;
        }
        if cell.len() > 12 {
            return Some(Self::new(Self::hash(cell)));
        }
        let mut packed = 0;
        for byte in cell {
            let symbol = match byte {
                b'0'..=b'9' => byte - b'0' + 1,
                b'A'..=b'Z' => byte - b'A' + 11,
                b'-' => 37,
                b'_' => 38,
                b'/' => 39,
                _ => return Some(Self::new(Self::hash(cell))),
            };
            packed = packed * SYMBOLS + u64::from(symbol);
        }
        Some(Self::new(packed))
    }

    /// FNV-1a (Fowler, Noll, Vo), stirred by the finaliser of MurmurHash3 (Appleby).
    fn hash(cell: &[u8]) -> u64 {
        let mut hash =
            cell.iter().fold(0xCBF2_9CE4_8422_2325, |h: u64, b| (h ^ u64::from(*b)).wrapping_mul(0x0100_0000_01B3));
        for factor in [0xFF51_AFD7_ED55_8CCD, 0xC4CE_B9FE_1A85_EC53] {
            hash = (hash ^ (hash >> 33)).wrapping_mul(factor);
        }
        PACKED + (hash ^ (hash >> 33)) % (u64::MAX - PACKED)
    }

    #[inline]
    fn number(self) -> u64 {
        u64::from(self.high) << 32 | u64::from(self.low)
    }

    #[inline]
    fn is_hash(self) -> bool {
        self.number() >= PACKED
    }

    /// Its text, if it is packed; `None` if it stands as a hash, for which [`Names`] has the text.
    pub fn packed_text(self) -> Option<String> {
        let mut rest = self.number();
        if rest >= PACKED {
            return None;
        }
        let mut text = Vec::new();
        while rest > 0 {
            // Less than 40, so that it fits in a byte.
            let symbol = u8::try_from(rest % SYMBOLS).unwrap_or_default();
            text.push(match symbol {
                1..=10 => symbol - 1 + b'0',
                11..=36 => symbol - 11 + b'A',
                37 => b'-',
                38 => b'_',
                _ => b'/',
            });
            rest /= SYMBOLS;
        }
        text.reverse();
        String::from_utf8(text).ok()
    }

    #[inline]
    fn new(number: u64) -> Self {
        let half = |bits: u64| (bits & u64::from(u32::MAX)).try_into().unwrap_or_default();
        Self { high: half(number >> 32), low: half(number) }
    }
}

/// The texts of those identifiers of a file that stand as a hash.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// In order once the file has ended, each child once.
    texts: Vec<(ChildId, Box<[u8]>)>,
    /// How many there were when they were last put in order.
    tidied: usize,
}

impl Names {
    /// Notes whose identifier a cell holds.
    #[inline]
    pub(crate) fn note(&mut self, child: ChildId, cell: &[u8]) {
        if child.is_hash() {
            self.note_hash(child, cell);
        }
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

    /// Puts them in order, each child once.
    pub(crate) fn tidy(&mut self) {
        self.texts.sort_unstable();
        self.texts.dedup_by_key(|(child, _)| *child);
        self.tidied = self.texts.len();
    }

    /// The bytes of an identifier that stands as a hash.
    pub fn get(&self, child: ChildId) -> Option<&[u8]> {
        let place = self.texts.binary_search_by_key(&child, |(other, _)| *other).ok()?;
        self.texts.get(place).map(|(_, text)| &**text)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn identifiers_are_the_same_only_if_their_texts_are() {
        let texts = [
            "1",
            "01",
            "001",
            "10",
            "A",
            "a",
            "A1",
            "1A",
            "A-1",
            "A_1",
            "A/1",
            "A 1",
            "999999999999",
            "9999999999999",
            "ZZZZZZZZZZZZ",
            "////////////",
            "Æ",
            "0",
            "00",
        ];
        let ids: HashSet<_> = texts.iter().map(|t| ChildId::read(t.as_bytes()).unwrap()).collect();
        assert_eq!(ids.len(), texts.len());
        assert_eq!(ChildId::read(b""), None);
    }

    #[test]
    fn an_identifier_can_be_turned_back_into_its_text() {
        let mut names = Names::default();
        let texts = ["1", "0012", "ABC-9_/Z", "999999999999", "a1", "child 7", "12345678901234567890", "Æ", "a1"];
        for text in texts {
            names.note(ChildId::read(text.as_bytes()).unwrap(), text.as_bytes());
        }
        names.tidy();
        for text in texts {
            let id = ChildId::read(text.as_bytes()).unwrap();
            let found = id.packed_text().or_else(|| names.get(id).map(|t| String::from_utf8(t.to_vec()).unwrap()));
            assert_eq!(found.as_deref(), Some(text));
        }
        assert_eq!(names.texts.len(), 4);
        assert_eq!(names.get(ChildId::read(b"unheard of").unwrap()), None);
    }
}
