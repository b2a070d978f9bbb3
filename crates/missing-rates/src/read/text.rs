//! Finds out what the bytes are: text in some encoding, or something else.

use std::borrow::Cow;

use crate::report::Problem;

/// How many bytes from the start of a file decide what it is.
pub(super) const HEAD: usize = 64 * 1024;

/// How the text of a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    /// UTF-8, or Windows-1252 if some of it is not UTF-8. The two share every byte that gives a CSV its structure, so
    /// each cell is decoded separately.
    Bytes,
    Utf16Le,
    Utf16Be,
}

impl Encoding {
    /// Its name in a report, of a text that is UTF-8 or not.
    pub(super) fn name(self, is_utf8: bool) -> &'static str {
        match self {
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Bytes if is_utf8 => "utf-8",
            Self::Bytes => "windows-1252",
        }
    }
}

/// Looks at the first bytes of a file.
///
/// # Errors
/// The [`Problem`] that says what the file is instead of text.
pub(super) fn sniff(head: &[u8]) -> Result<Encoding, Problem> {
    if head.is_empty() {
        return Err(Problem::Empty);
    }
    if let Some(problem) = other_format(head) {
        return Err(problem);
    }
    if head.starts_with(&[0xFF, 0xFE]) {
        return Ok(Encoding::Utf16Le);
    }
    if head.starts_with(&[0xFE, 0xFF]) {
        return Ok(Encoding::Utf16Be);
    }
    if head.contains(&0) {
        let nuls = |offset: usize| head.iter().skip(offset).step_by(2).filter(|b| **b == 0).count();
        let (even, odd, pairs) = (nuls(0), nuls(1), head.len() / 2);
        return match (even, odd) {
            _ if odd * 2 > pairs && even * 20 < odd => Ok(Encoding::Utf16Le),
            _ if even * 2 > pairs && odd * 20 < even => Ok(Encoding::Utf16Be),
            _ => Err(Problem::Binary),
        };
    }
    let controls = head.iter().filter(|b| **b < 0x20 && !matches!(**b, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C)).count();
    if controls * 50 > head.len() {
        return Err(Problem::Binary);
    }
    Ok(Encoding::Bytes)
}

fn other_format(head: &[u8]) -> Option<Problem> {
    let holds = |needle: &[u8]| head.windows(needle.len()).any(|window| window == needle);
    let utf16 = |text: &str| text.bytes().flat_map(|b| [b, 0]).collect::<Vec<_>>();
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        // Bit 0 of the general purpose flag: the entry is encrypted (APPNOTE 4.4.4).
        return Some(Problem::Zip { password: head.get(6).is_some_and(|flag| flag & 1 == 1) });
    }
    if head.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        return Some(Problem::OldOffice { password: holds(&utf16("EncryptedPackage")) });
    }
    if head.starts_with(b"%PDF") {
        return Some(Problem::Pdf);
    }
    let start = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    let tag = start.get(..14).unwrap_or(start).to_ascii_lowercase();
    (tag.starts_with(b"<!doctype html") || tag.starts_with(b"<html")).then_some(Problem::Html)
}

/// Turns UTF-16 into UTF-8 without its byte order mark, whatever the chunks.
#[derive(Debug, Default)]
pub(super) struct Utf16 {
    big_endian: bool,
    /// Whether the first unit was seen. A byte order mark is only there.
    started: bool,
    byte: Option<u8>,
    high: Option<u16>,
}

impl Utf16 {
    pub(super) fn new(encoding: Encoding) -> Self {
        Self { big_endian: encoding == Encoding::Utf16Be, ..Self::default() }
    }

    /// Decodes the next bytes onto the end of `out`.
    pub(super) fn decode(&mut self, bytes: &[u8], out: &mut Vec<u8>) {
        for byte in bytes {
            let Some(first) = self.byte.take() else {
                self.byte = Some(*byte);
                continue;
            };
            let unit =
                if self.big_endian { u16::from_be_bytes([first, *byte]) } else { u16::from_le_bytes([first, *byte]) };
            let first_unit = !std::mem::replace(&mut self.started, true);
            if first_unit && unit == 0xFEFF {
                continue;
            }
            let waiting = self.high.take();
            match (waiting, unit) {
                (None, 0xD800..=0xDBFF) => self.high = Some(unit),
                (Some(high), _) => {
                    for c in char::decode_utf16([high, unit]) {
                        push_char(out, c.unwrap_or(char::REPLACEMENT_CHARACTER));
                    }
                }
                (None, _) => push_char(out, char::from_u32(u32::from(unit)).unwrap_or(char::REPLACEMENT_CHARACTER)),
            }
        }
    }
}

fn push_char(out: &mut Vec<u8>, c: char) {
    out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
}

/// Tracks whether all bytes so far are UTF-8, whatever the chunks.
#[derive(Debug, Default)]
pub(super) struct Utf8Check {
    tail: Vec<u8>,
    broken: bool,
}

impl Utf8Check {
    pub(super) fn push(&mut self, bytes: &[u8]) {
        if self.broken || (self.tail.is_empty() && bytes.is_ascii()) {
            return;
        }
        let mut rest = bytes;
        while !self.tail.is_empty() && !rest.is_empty() {
            self.tail.push(rest[0]);
            rest = &rest[1..];
            match std::str::from_utf8(&self.tail) {
                Ok(_) => self.tail.clear(),
                Err(error) if error.error_len().is_some() => {
                    self.broken = true;
                    return;
                }
                Err(_) => {}
            }
        }
        if let Err(error) = std::str::from_utf8(rest) {
            self.broken = error.error_len().is_some();
            self.tail = rest[error.valid_up_to()..].to_vec();
        }
    }

    /// Whether the bytes, now at their end, are UTF-8.
    pub(super) fn valid(&self) -> bool {
        !self.broken && self.tail.is_empty()
    }
}

/// The text of a cell: UTF-8 if it is valid, otherwise Windows-1252.
pub(crate) fn cell_text(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(bytes.iter().map(|b| windows_1252(*b)).collect()),
    }
}

/// WHATWG's index of Windows-1252, bytes 0x80 to 0x9F; the others are their own code points.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9F => WINDOWS_1252[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_text_are_told_apart() {
        let cases: [(&[u8], Problem); 8] = [
            (b"", Problem::Empty),
            (b"PK\x03\x04\x14\x00\x06\x00", Problem::Zip { password: false }),
            (b"PK\x03\x04\x14\x00\x01\x00", Problem::Zip { password: true }),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 W", Problem::OldOffice { password: false }),
            (b"%PDF-1.7", Problem::Pdf),
            (b"  <!DOCTYPE html><html>", Problem::Html),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", Problem::Binary),
            (b"\x01\x02\x03\x04\x05abc", Problem::Binary),
        ];
        for (head, problem) in cases {
            assert_eq!(sniff(head), Err(problem), "{head:?}");
        }
    }

    #[test]
    fn utf_16_is_known_by_its_mark_or_its_nuls() {
        let le: Vec<u8> = "CHILD,DOB\r\n".bytes().flat_map(|b| [b, 0]).collect();
        let be: Vec<u8> = "CHILD,DOB\r\n".bytes().flat_map(|b| [0, b]).collect();
        assert_eq!(sniff(&le), Ok(Encoding::Utf16Le));
        assert_eq!(sniff(&be), Ok(Encoding::Utf16Be));
        assert_eq!(sniff(&[0xFF, 0xFE, b'A', 0]), Ok(Encoding::Utf16Le));
        assert_eq!(sniff("Ynys Môn".as_bytes()), Ok(Encoding::Bytes));
    }

    #[test]
    fn utf_16_is_decoded_whatever_the_chunks() {
        let text = "Ynys Môn 😀, <5\r\n";
        for big in [false, true] {
            let bytes: Vec<u8> =
                text.encode_utf16().flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect();
            for size in 1..6 {
                let mut decoder = Utf16 { big_endian: big, ..Utf16::default() };
                let mut out = Vec::new();
                bytes.chunks(size).for_each(|chunk| decoder.decode(chunk, &mut out));
                assert_eq!(String::from_utf8(out).as_deref(), Ok(text));
            }
        }
    }

    #[test]
    fn utf_8_is_followed_across_chunks() {
        let check = |bytes: &[u8], size: usize| {
            let mut check = Utf8Check::default();
            bytes.chunks(size).for_each(|chunk| check.push(chunk));
            check.valid()
        };
        for size in 1..8 {
            assert!(check("Môn – 😀 x".as_bytes(), size), "{size}");
            assert!(!check(b"M\xF4n", size), "{size}");
            assert!(!check("cut 😀".as_bytes().split_last().map_or(&[][..], |(_, rest)| rest), size), "{size}");
        }
    }

    #[test]
    fn a_cell_that_is_no_utf_8_is_windows_1252() {
        assert_eq!(cell_text(b"M\xF4n \x96 \x80"), "Môn – €");
    }
}
