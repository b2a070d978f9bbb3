//! The identifier of a child.

use std::cmp::Ordering;

use crate::blank::{is_blank, is_space};

/// The identifier of a child, in eight bytes, so that millions of rows fit in a browser.
///
/// Two cells name one child if they differ only in upper and lower case, in spaces of any kind, in an apostrophe before
/// them, in `="…"` around them or in a `.0` after digits: programs write one identifier in all these ways. Zeros before
/// a number are part of it ([`ChildId::without_zeros`]).
///
/// Up to twelve digits, letters, `-`, `_` and `/` are packed without loss. Any other text is a hash of 60 bits, kept
/// separate from the packed ones: among a million such children, two would have the same hash with a chance of about
/// one in two million.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ChildId {
    // It is in two halves, so that a row of a table needs no padding.
    high: u32,
    low: u32,
}

impl Ord for ChildId {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        self.number().cmp(&other.number())
    }
}

impl PartialOrd for ChildId {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

const SYMBOLS: u64 = 40;
/// The highest number of symbols that are packed.
const MOST_PACKED: usize = 12;
/// 40 to the power of 12: how many texts are packed.
const PACKED: u64 = SYMBOLS.pow(12);

/// The number of a symbol among those that are packed; lower-case letters count as capitals. `None` for any other byte.
#[inline]
fn symbol(byte: u8) -> Option<u8> {
    Some(match byte {
        b'0'..=b'9' => byte - b'0' + 1,
        b'A'..=b'Z' => byte - b'A' + 11,
        b'a'..=b'z' => byte - b'a' + 11,
        b'-' => 37,
        b'_' => 38,
        b'/' => 39,
        _ => return None,
    })
}

impl ChildId {
    /// `None` for a blank cell.
    #[inline]
    pub fn read(cell: &[u8]) -> Option<Self> {
        if cell.len() > MOST_PACKED {
            return Self::read_slowly(cell);
        }
        let mut packed = 0;
        let mut digits = false;
        for byte in cell {
            let Some(symbol) = symbol(*byte) else { return Self::read_slowly(cell) };
            packed = packed * SYMBOLS + u64::from(symbol);
            digits |= matches!(byte, b'1'..=b'9');
        }
        // Without a digit it may be a word.
        if digits { Some(Self::new(packed)) } else { Self::read_slowly(cell) }
    }

    /// Reads a cell that has characters that are not packed, or that could be a word for a blank.
    #[cold]
    fn read_slowly(cell: &[u8]) -> Option<Self> {
        if is_blank_identifier(cell) {
            return None;
        }
        let bare = bare(cell);
        if is_placeholder(&bare) {
            return None;
        }
        Self::pack_or_hash(bare.as_bytes())
    }

    /// The identifier of a text without spaces or signs around it; `None` if nothing is left.
    fn pack_or_hash(text: &[u8]) -> Option<Self> {
        if text.is_empty() {
            return None;
        }
        let symbols = || text.iter().map(|byte| symbol(*byte));
        let packed = (text.len() <= MOST_PACKED)
            .then(|| symbols().try_fold(0, |packed, symbol| Some(packed * SYMBOLS + u64::from(symbol?))));
        Some(Self::new(packed.flatten().unwrap_or_else(|| Self::hash(text))))
    }

    /// FNV-1a (Fowler, Noll, Vo), stirred by the finaliser of MurmurHash3 (Appleby).
    fn hash(text: &[u8]) -> u64 {
        let mut hash = text.iter().fold(0xCBF2_9CE4_8422_2325, |h: u64, b| {
            (h ^ u64::from(b.to_ascii_uppercase())).wrapping_mul(0x0100_0000_01B3)
        });
        for factor in [0xFF51_AFD7_ED55_8CCD, 0xC4CE_B9FE_1A85_EC53] {
            hash = (hash ^ (hash >> 33)).wrapping_mul(factor);
        }
        PACKED + (hash ^ (hash >> 33)) % (u64::MAX - PACKED)
    }

    /// The identifier without its leading zeros; as it is if it has none, or nothing else. `text` finds the text of one
    /// that is not packed ([`Names::get`](crate::Names::get)).
    #[must_use]
    pub fn without_zeros<'t>(self, text: impl FnOnce() -> Option<&'t [u8]>) -> Self {
        if self.is_hash() {
            return text().and_then(Self::text_without_zeros).unwrap_or(self);
        }
        let zero = symbol(b'0').map_or(0, u64::from);
        let (mut rest, mut first) = (self.number(), 1);
        while rest / first >= SYMBOLS {
            first *= SYMBOLS;
        }
        while rest / first == zero {
            (rest, first) = (rest - zero * first, (first / SYMBOLS).max(1));
        }
        if rest == 0 { self } else { Self::new(rest) }
    }

    /// `None` if the text has no leading zeros, or nothing else.
    fn text_without_zeros(text: &[u8]) -> Option<Self> {
        let bare = bare(text);
        let rest = bare.trim_start_matches('0');
        (rest.len() < bare.len()).then(|| Self::pack_or_hash(rest.as_bytes())).flatten()
    }

    #[inline]
    fn number(self) -> u64 {
        u64::from(self.high) << 32 | u64::from(self.low)
    }

    #[inline]
    pub(crate) fn is_hash(self) -> bool {
        self.number() >= PACKED
    }

    /// Its text in capitals, if it is packed; `None` if it is a hash, in which case [`Names`](crate::Names) has the text.
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

/// An identifier in normalised spelling: no spaces, nothing around it, in capitals.
fn bare(cell: &[u8]) -> String {
    // A cell that is not UTF-8 was written by an older program, in which a byte is a character.
    let text = match str::from_utf8(cell) {
        Ok(text) => text.to_owned(),
        Err(_) => cell.iter().map(|byte| char::from(*byte)).collect(),
    };
    let text: String = text.chars().filter(|c| !is_space(*c)).flat_map(char::to_uppercase).collect();
    let within = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).unwrap_or(&text);
    let within = within.trim_start_matches(['\'', '’', '‘', '`']);
    let number = within.trim_end_matches('0').strip_suffix('.');
    let is_number = |text: &&str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    number.filter(|_| within.ends_with('0')).filter(is_number).unwrap_or(within).to_owned()
}

/// Whether a cell holds a word that programs write for a blank identifier. `NA` could be a child's own identifier.
fn is_blank_identifier(cell: &[u8]) -> bool {
    !cell.eq_ignore_ascii_case(b"NA") && is_blank(cell)
}

/// Whether a cell in normalised spelling says that there is no identifier, or that it is not shown: two such cells are no one
/// child.
fn is_placeholder(bare: &str) -> bool {
    const WORDS: [&str; 17] = [
        "UNKNOWN",
        "NOTKNOWN",
        "N/K",
        "TBC",
        "TBA",
        "TBD",
        "REDACTED",
        "WITHHELD",
        "PENDING",
        "ANON",
        "ANONYMISED",
        "ANONYMOUS",
        "BLANK",
        "NOTRECORDED",
        "NOTPROVIDED",
        "NOTAVAILABLE",
        "NOTALLOCATED",
    ];
    const ERRORS: [&str; 8] = ["#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"];
    let of = |signs: &[char]| bare.chars().all(|sign| signs.contains(&sign));
    WORDS.contains(&bare)
        || ERRORS.contains(&bare)
        // What a program wrote in the place of rows: `ERROR: timeout after 30s`.
        || bare.strip_prefix("ERROR").is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '-', '(']))
        || of(&['#', '?', '-', '–', '—', '_', '.', '*', '/', '\\', '=', '…'])
        || bare.len() > 1 && of(&['X'])
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::Names;

    #[test]
    fn identifiers_are_the_same_only_if_their_texts_are() {
        let texts = [
            "1",
            "01",
            "001",
            "10",
            "A",
            "A1",
            "1A",
            "A-1",
            "A_1",
            "A/1",
            "999999999999",
            "9999999999999",
            "ZZZZZZZZZZZZ",
            "A///////////",
            "Æ",
            "00",
            "1.5",
            "10.01",
            "A.0",
            ".0",
            "1.23457E+12",
            "NA",
            "NANCY",
            "NULL1",
        ];
        let ids: HashSet<_> = texts.iter().map(|t| ChildId::read(t.as_bytes()).unwrap()).collect();
        assert_eq!(ids.len(), texts.len());
        assert_eq!(ChildId::read(b""), None);
    }

    #[test]
    fn one_identifier_may_be_written_in_many_ways() {
        let cases: [(&str, &[&str]); 6] = [
            (
                "AB12C",
                &["ab12c", "Ab 12 C", "\u{A0}AB12C\u{A0}", "'AB12C", "=\"ab12c\"", "= \"AB12C\"", "AB12\u{202F}C"],
            ),
            ("12", &["12.0", "12.00", "'12", "=\"12\"", "'12.0", "1 2", "\u{FEFF}12", "12\u{200B}"]),
            ("0012", &["'0012", "=\"0012\"", "0012.0", "00 12"]),
            ("12345678901234567890", &["1234567890 1234567890", "'12345678901234567890", "12345678901234567890.0"]),
            ("ünïcode-child", &["ÜNÏCODE-CHILD", "Ünïcode - child"]),
            ("100", &["100.0", "1 00"]),
        ];
        for (id, others) in cases {
            for other in others {
                assert_eq!(ChildId::read(other.as_bytes()), ChildId::read(id.as_bytes()), "{id} {other}");
            }
        }
        // The same in Windows-1252.
        assert_eq!(ChildId::read(b"\xA0\xFCber 1\xA0"), ChildId::read("ÜBER1".as_bytes()));
        for none in [
            "#REF!",
            "#VALUE!",
            "########",
            "?",
            "-",
            "--",
            "TBC",
            "tbc",
            "Unknown",
            "Not known",
            "n/k",
            "XX",
            "Redacted",
            " - ",
            "'-",
            "=…",
        ] {
            assert_eq!(ChildId::read(none.as_bytes()), None, "{none}");
        }
        for some in ["X", "XY", "X1", "TBC1", "00", "000", "A-", "UNKNOWN-1", "#1", "ANNA"] {
            assert!(ChildId::read(some.as_bytes()).is_some(), "{some}");
        }
        for blank in ["'", "=\"\"", "\u{A0}", "NULL", "nan", "NaT", "N/A", "#N/A"] {
            assert_eq!(ChildId::read(blank.as_bytes()), None, "{blank}");
        }
    }

    #[test]
    fn zeros_before_an_identifier_are_part_of_it_until_they_are_taken_off() {
        let id = |text: &str| ChildId::read(text.as_bytes());
        for (text, rest) in [("0012", "12"), ("0001234567890123", "1234567890123"), ("00012345678901", "12345678901")] {
            assert_ne!(id(text), id(rest));
            assert_eq!(id(text).map(|id| id.without_zeros(|| Some(text.as_bytes()))), id(rest), "{text}");
        }
        for text in ["12", "0", "000", "A0012", "-01", "'12", "12345678901234", "0000000000000"] {
            assert_eq!(id(text).map(|id| id.without_zeros(|| Some(text.as_bytes()))), id(text), "{text}");
        }
        // Every text of three signs, by its letters.
        let signs = ["", "0", "1", "9", "A", "Z", "-", "/"];
        let texts = signs.iter().flat_map(|a| signs.iter().flat_map(move |b| signs.map(|c| [a, b, c].concat())));
        for text in texts.filter(|text| text.bytes().any(|byte| byte.is_ascii_digit())) {
            let rest = text.trim_start_matches('0');
            let known = if rest.is_empty() { &*text } else { rest };
            assert_eq!(
                id(&text).map(|id| id.without_zeros(|| None)),
                ChildId::pack_or_hash(known.as_bytes()),
                "{text}"
            );
        }
    }

    #[test]
    fn an_identifier_can_be_turned_back_into_its_text() {
        let mut names = Names::default();
        let texts =
            ["1", "0012", "ABC-9_/Z", "999999999999", "A1", "1.5", "12345678901234567890", "Æ", "a long identifier"];
        for text in texts {
            names.note(ChildId::read(text.as_bytes()).unwrap(), text.as_bytes());
        }
        names.tidy();
        for text in texts {
            let id = ChildId::read(text.as_bytes()).unwrap();
            let found = id.packed_text().or_else(|| names.get(id).map(|t| String::from_utf8(t.to_vec()).unwrap()));
            assert_eq!(found.as_deref(), Some(text));
        }
        assert_eq!(names.texts().count(), 4);
        assert_eq!(names.get(ChildId::read(b"unheard of").unwrap()), None);
    }
}
