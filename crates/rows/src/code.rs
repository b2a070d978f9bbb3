//! The codes of the return, one byte each. Source: the code sets of DfE's guide to the SSDA903 return.

use std::fmt;

use crate::blank::is_blank;

/// A code as a number that sorts like its text; `None` if it is longer than any code.
const fn key(text: &[u8]) -> Option<u32> {
    let mut key = 0u32;
    let mut at = 0;
    if text.len() > 4 {
        return None;
    }
    while at < 4 {
        let byte = if at < text.len() { text[at].to_ascii_uppercase() } else { 0 };
        key = key << 8 | byte as u32;
        at += 1;
    }
    Some(key)
}

macro_rules! codes {
    ($(#[$doc:meta])* $name:ident $codes:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u8);

        impl $name {
            const TEXTS: &'static [&'static str] = &$codes;
            const KEYS: [u32; Self::TEXTS.len()] = {
                let mut keys = [0; Self::TEXTS.len()];
                let mut at = 0;
                while at < keys.len() {
                    keys[at] = match key(Self::TEXTS[at].as_bytes()) {
                        Some(key) => key,
                        None => panic!("a code is longer than four letters"),
                    };
                    assert!(at == 0 || keys[at - 1] < keys[at], "codes stand in the order of their texts");
                    at += 1;
                }
                keys
            };
            /// The cell is empty.
            pub const BLANK: Self = Self(0);
            /// The cell holds something that is not a code.
            pub const OTHER: Self = Self(u8::MAX);

            /// Reads a cell, in upper or lower case. `NULL`, `nan` and `N/A` are blanks.
            #[inline]
            pub fn read(cell: &[u8]) -> Self {
                if cell.is_empty() {
                    return Self::BLANK;
                }
                let place = key(cell).and_then(|key| Self::KEYS.binary_search(&key).ok());
                // There are fewer codes than values of a byte.
                let code = place.and_then(|place| u8::try_from(place + 1).ok());
                code.map_or_else(|| if is_blank(cell) { Self::BLANK } else { Self::OTHER }, Self)
            }

            /// The code. Empty for a blank, and for a cell that does not hold a code.
            pub fn text(self) -> &'static str {
                let place = usize::from(self.0).checked_sub(1);
                place.and_then(|place| Self::TEXTS.get(place)).copied().unwrap_or("")
            }

            /// Whether the cell is empty.
            #[inline]
            pub fn is_blank(self) -> bool {
                self == Self::BLANK
            }

            /// Whether the cell holds something that is not a code.
            #[inline]
            pub fn is_other(self) -> bool {
                self == Self::OTHER
            }

            /// Every code, in the order of the texts.
            pub fn all() -> impl Iterator<Item = Self> {
                (1u8..).zip(Self::TEXTS).map(|(number, _)| Self(number))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(if self.is_other() { "other" } else if self.is_blank() { "blank" } else { self.text() })
            }
        }
    };
}

codes! {
    /// LS: the law under which a child is looked after.
    LegalStatus ["C1", "C2", "D1", "E1", "J1", "J2", "J3", "L1", "L2", "L3", "V2", "V3", "V4"]
}

impl LegalStatus {
    const V3: Self = Self(12);
    const V4: Self = Self(13);

    /// Whether it is a series of short breaks, V3 or V4. Such episodes alone do not make a child a looked-after child.
    #[inline]
    pub fn is_short_break(self) -> bool {
        self == Self::V3 || self == Self::V4
    }
}

codes! {
    /// PLACE: where a child lives.
    Placement [
        "A3", "A4", "A5", "A6", "H5", "K1", "K2", "K3", "P1", "P2", "P3", "R1", "R2", "R3", "R4", "R5", "S1", "T0", "T1", "T2",
        "T3", "T4", "U1", "U2", "U3", "U4", "U5", "U6", "Z1", "Z11", "Z12", "Z13", "Z14",
    ]
}

codes! {
    /// `PLACE_PROVIDER`: who provides the placement.
    Provider ["PR0", "PR1", "PR2", "PR3", "PR4", "PR5"]
}

codes! {
    /// REC: why an episode ended.
    EpisodeEnd [
        "E11", "E12", "E13", "E14", "E15", "E16", "E17", "E2", "E3", "E41", "E45", "E46", "E47", "E48", "E4A", "E4B",
        "E5", "E6", "E7", "E8", "E9", "X1",
    ]
}

impl NewEpisode {
    /// S: the child started to be looked after.
    pub const STARTED: Self = Self(4);
}

impl EpisodeEnd {
    const X1: Self = Self(22);
    const E8: Self = Self(20);

    /// X1: another episode begins the same day.
    #[inline]
    pub fn goes_on(self) -> bool {
        self == Self::X1
    }

    /// E8: care ended for another reason, for example because the child is still missing.
    pub fn is_e8(self) -> bool {
        self == Self::E8
    }
}

codes! {
    /// RNE: why an episode began.
    NewEpisode ["B", "L", "P", "S", "T", "U"]
}

impl NewEpisode {
    const S: Self = Self(4);

    /// S: care began with it.
    pub fn is_start(self) -> bool {
        self == Self::S
    }
}

codes! {
    /// UASC, a column that some Header files have: whether the child is unaccompanied.
    UascFlag ["0", "1"]
}

impl UascFlag {
    /// Reads a cell: `1` and `0`, or what people and programs write for yes and no. Access writes `-1` for yes.
    pub(crate) fn read_word(cell: &[u8]) -> Self {
        let is = |words: &[&[u8]]| words.iter().any(|word| cell.eq_ignore_ascii_case(word));
        if is(&[b"yes", b"y", b"true", b"1.0", b"-1", b"-1.0"]) {
            Self(2)
        } else if is(&[b"no", b"n", b"false", b"0.0"]) {
            Self(1)
        } else {
            Self::read(cell)
        }
    }

    /// Whether the child is unaccompanied.
    pub fn is_yes(self) -> bool {
        self == Self(2)
    }

    /// Whether the child is not unaccompanied.
    pub fn is_no(self) -> bool {
        self == Self(1)
    }
}

codes! {
    /// SEX. `1` and `2`, which were used until 2023/24, are read as `M` and `F`.
    SexCode ["F", "M", "U"]
}

impl SexCode {
    /// Reads a cell of either style.
    pub(crate) fn read_either(cell: &[u8]) -> Self {
        match cell {
            b"1" => Self::read(b"M"),
            b"2" => Self::read(b"F"),
            _ => Self::read(cell),
        }
    }
}

codes! {
    /// MISSING: `M` or `A`.
    MissingCode ["A", "M"]
}

impl MissingCode {
    /// Reads a cell: `M` and `A`, or the words `Missing` and `Away`.
    #[inline]
    pub(crate) fn read_word(cell: &[u8]) -> Self {
        match Self::read(cell) {
            Self::OTHER if cell.eq_ignore_ascii_case(b"missing") => Self(2),
            Self::OTHER if cell.eq_ignore_ascii_case(b"away") => Self(1),
            code => code,
        }
    }

    /// Missing or away; `None` if the cell says neither.
    #[inline]
    pub fn code(self) -> Option<Code> {
        match self.0 {
            1 => Some(Code::Away),
            2 => Some(Code::Missing),
            _ => None,
        }
    }
}

impl From<Code> for MissingCode {
    fn from(code: Code) -> Self {
        match code {
            Code::Away => Self(1),
            Code::Missing => Self(2),
        }
    }
}

/// The two codes of the Missing module. They are never added together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// M: whereabouts not known.
    Missing,
    /// A: whereabouts known, but away from placement without authorisation.
    Away,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_in_either_case_and_written_as_the_guide_has_it() {
        for code in Placement::all() {
            assert_eq!(Placement::read(code.text().as_bytes()), code);
            assert_eq!(Placement::read(code.text().to_ascii_lowercase().as_bytes()), code);
        }
        assert_eq!(EpisodeEnd::read(b"e4a").text(), "E4A");
        assert_eq!(Placement::read(b""), Placement::BLANK);
        for wrong in ["U", "U11", "U1 ", "Z111", "FOSTER", "\u{fc}1"] {
            assert_eq!(Placement::read(wrong.as_bytes()), Placement::OTHER, "{wrong}");
            assert_eq!(Placement::read(wrong.as_bytes()).text(), "");
        }
    }

    #[test]
    fn short_breaks_and_episodes_that_go_on_are_known_by_their_codes() {
        let short: Vec<_> = LegalStatus::all().filter(|ls| ls.is_short_break()).map(LegalStatus::text).collect();
        assert_eq!(short, ["V3", "V4"]);
        let on: Vec<_> = EpisodeEnd::all().filter(|rec| rec.goes_on()).map(EpisodeEnd::text).collect();
        assert_eq!(on, ["X1"]);
        assert_eq!(NewEpisode::STARTED, NewEpisode::read(b"S"));
        let e8: Vec<_> = EpisodeEnd::all().filter(|rec| rec.is_e8()).map(EpisodeEnd::text).collect();
        assert_eq!(e8, ["E8"]);
        let starts: Vec<_> = NewEpisode::all().filter(|rne| rne.is_start()).map(NewEpisode::text).collect();
        assert_eq!(starts, ["S"]);
        assert!(UascFlag::read(b"1").is_yes() && UascFlag::read(b"0").is_no() && UascFlag::read(b"yes").is_other());
    }

    #[test]
    fn words_are_read_as_codes_where_they_can_mean_one_thing_only() {
        for (word, code) in [("Missing", Code::Missing), ("AWAY", Code::Away), ("m", Code::Missing), ("A", Code::Away)]
        {
            assert_eq!(MissingCode::read_word(word.as_bytes()).code(), Some(code), "{word}");
        }
        for word in ["Missing?", "absent", "not missing", "MA"] {
            assert!(MissingCode::read_word(word.as_bytes()).is_other(), "{word}");
        }
        for word in ["1", "Yes", "TRUE", "y", "1.0"] {
            assert!(UascFlag::read_word(word.as_bytes()).is_yes(), "{word}");
        }
        for word in ["0", "No", "False", "N"] {
            assert!(UascFlag::read_word(word.as_bytes()).is_no(), "{word}");
        }
        for word in ["2", "maybe", "yes?"] {
            assert!(UascFlag::read_word(word.as_bytes()).is_other(), "{word}");
        }
        for blank in ["NULL", "nan", "N/A", "NaT"] {
            assert!(MissingCode::read(blank.as_bytes()).is_blank(), "{blank}");
            assert!(LegalStatus::read(blank.as_bytes()).is_blank(), "{blank}");
        }
        assert_eq!(Placement::read(b"p3").text(), "P3");
    }

    #[test]
    fn both_styles_of_sex_are_one() {
        assert_eq!(SexCode::read_either(b"1"), SexCode::read(b"m"));
        assert_eq!(SexCode::read_either(b"2").text(), "F");
        assert!(SexCode::read_either(b"3").is_other());
        assert_eq!(
            [MissingCode::read(b"m").code(), MissingCode::read(b"a").code()],
            [Some(Code::Missing), Some(Code::Away)]
        );
        for code in [Code::Missing, Code::Away] {
            assert_eq!(MissingCode::from(code).code(), Some(code));
        }
    }
}
