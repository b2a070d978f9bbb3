//! From bytes to text. XML says at its beginning how its letters are written; where it does not, it is UTF-8.

/// How many bytes from the beginning say how letters are written.
const HEAD: usize = 256;

/// Decodes bytes as they arrive.
#[derive(Debug, Default)]
pub(super) struct Decoded {
    encoding: Option<Encoding>,
    /// Bytes that are no whole letter yet, or not enough to tell.
    waiting: Vec<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encoding {
    Utf8,
    Windows1252,
    Utf16 { big: bool },
}

/// The letters of Windows-1252 from 0x80 on that are not those of Latin-1.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

impl Decoded {
    /// Takes the next bytes, and writes what they say onto the end of a text.
    pub(super) fn push(&mut self, bytes: &[u8], text: &mut String) {
        self.waiting.extend_from_slice(bytes);
        if self.encoding.is_none() && self.waiting.len() < HEAD {
            return;
        }
        self.decode(text, false);
    }

    /// No more bytes come.
    pub(super) fn finish(&mut self, text: &mut String) {
        self.decode(text, true);
    }

    fn decode(&mut self, text: &mut String, last: bool) {
        let encoding = *self.encoding.get_or_insert_with(|| {
            let (encoding, mark) = Encoding::of(&self.waiting);
            self.waiting.drain(..mark);
            encoding
        });
        let used = match encoding {
            Encoding::Utf8 => utf8(&self.waiting, text, last),
            Encoding::Windows1252 => {
                text.extend(self.waiting.iter().map(|byte| one(*byte)));
                self.waiting.len()
            }
            Encoding::Utf16 { big } => utf16(&self.waiting, big, text, last),
        };
        self.waiting.drain(..used);
    }
}

impl Encoding {
    /// How the letters are written, and how many bytes at the beginning only say so.
    fn of(head: &[u8]) -> (Self, usize) {
        match head {
            [0xEF, 0xBB, 0xBF, ..] => return (Self::Utf8, 3),
            [0xFF, 0xFE, ..] => return (Self::Utf16 { big: false }, 2),
            [0xFE, 0xFF, ..] => return (Self::Utf16 { big: true }, 2),
            [b'<', 0, ..] => return (Self::Utf16 { big: false }, 0),
            [0, b'<', ..] => return (Self::Utf16 { big: true }, 0),
            _ => {}
        }
        let declared = head.split(|byte| *byte == b'>').next().unwrap_or_default().to_ascii_lowercase();
        let declared = String::from_utf8_lossy(&declared).into_owned();
        let name =
            declared.split_once("encoding").map_or("", |(_, rest)| rest.trim_start_matches([' ', '=', '"', '\'']));
        let latin = ["windows-1252", "iso-8859-1", "iso-8859-15", "cp1252", "latin1", "latin-1", "ansi"];
        (if latin.iter().any(|known| name.starts_with(known)) { Self::Windows1252 } else { Self::Utf8 }, 0)
    }
}

/// A text in Windows-1252.
pub(crate) fn windows_1252(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| one(*byte)).collect()
}

fn one(byte: u8) -> char {
    match byte {
        0x80..=0x9F => WINDOWS[usize::from(byte - 0x80)],
        byte => char::from(byte),
    }
}

/// Decodes UTF-8. A byte that is none is what it is in Windows-1252: some programs say one and write the other.
fn utf8(bytes: &[u8], text: &mut String, last: bool) -> usize {
    let mut rest = bytes;
    loop {
        match std::str::from_utf8(rest) {
            Ok(whole) => {
                text.push_str(whole);
                return bytes.len();
            }
            Err(error) => {
                let (good, bad) = rest.split_at(error.valid_up_to());
                text.push_str(std::str::from_utf8(good).unwrap_or_default());
                if error.error_len().is_none() && !last {
                    return bytes.len() - bad.len();
                }
                let Some((first, after)) = bad.split_first() else { return bytes.len() };
                text.push(one(*first));
                rest = after;
            }
        }
    }
}

fn utf16(bytes: &[u8], big: bool, text: &mut String, last: bool) -> usize {
    let unit = |pair: &[u8]| match pair {
        [a, b] if big => u16::from_be_bytes([*a, *b]),
        [a, b] => u16::from_le_bytes([*a, *b]),
        _ => 0,
    };
    let mut units: Vec<u16> = bytes.chunks_exact(2).map(unit).collect();
    if !last && units.last().is_some_and(|unit| (0xD800..0xDC00).contains(unit)) {
        units.pop();
    }
    text.extend(char::decode_utf16(units.iter().copied()).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)));
    if last { bytes.len() } else { units.len() * 2 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8], piece: usize) -> String {
        let (mut decoded, mut text) = (Decoded::default(), String::new());
        bytes.chunks(piece).for_each(|piece| decoded.push(piece, &mut text));
        decoded.finish(&mut text);
        text
    }

    #[test]
    fn letters_are_read_as_the_document_says_they_are_written() {
        let wide = |text: &str, big: bool| {
            let unit = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
            text.encode_utf16().flat_map(unit).collect::<Vec<u8>>()
        };
        let cases: [(Vec<u8>, &str); 7] = [
            ("<?xml version=\"1.0\"?><a>é€</a>".into(), "<?xml version=\"1.0\"?><a>é€</a>"),
            (b"\xEF\xBB\xBF<a>\xC3\xA9</a>".to_vec(), "<a>é</a>"),
            (b"<?xml encoding='us-ascii'?><a>x</a>".to_vec(), "<?xml encoding='us-ascii'?><a>x</a>"),
            (b"<?xml encoding='Windows-1252'?>\x80\xE9".to_vec(), "<?xml encoding='Windows-1252'?>€é"),
            // It says nothing, and is no UTF-8.
            (b"<a>caf\xE9</a>".to_vec(), "<a>café</a>"),
            (wide("<a>é😀</a>", false), "<a>é😀</a>"),
            (wide("<a>é😀</a>", true), "<a>é😀</a>"),
        ];
        for (bytes, text) in cases {
            for piece in [1, 2, 3, 1000] {
                assert_eq!(decoded(&bytes, piece), text, "{piece}");
            }
        }
    }
}
