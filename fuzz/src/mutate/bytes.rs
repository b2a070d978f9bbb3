//! A file bent as bytes.

use fastrand::Rng;

/// Bytes that begin, end or break something.
const MARKS: &[&[u8]] = &[
    b"\xEF\xBB\xBF",
    b"\xFF\xFE",
    b"\xFE\xFF",
    b"\0",
    b"\xFF",
    b"\xC3",
    b"\xA3",
    b"\r",
    b"\r\n",
    b"\n\n",
    b"\"",
    b"\"\"",
    b"PK\x03\x04",
    b"sep=;\n",
    b"<?xml version=\"1.0\"?>",
    b"{",
    b"%PDF",
    b"\xD0\xCF\x11\xE0",
    b",,,,,,,,",
    b"\x1A",
];

pub(super) fn bend(bytes: &mut Vec<u8>, chance: &mut Rng) {
    let at = chance.usize(..=bytes.len());
    let longest = 1 << chance.u32(..12);
    let length = chance.usize(..=(bytes.len() - at).min(longest));
    match chance.u32(..7) {
        0 => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << chance.u32(..8);
            }
        }
        1 => drop(bytes.splice(at..at, MARKS[chance.usize(..MARKS.len())].iter().copied())),
        2 => drop(bytes.drain(at..at + length)),
        3 => bytes.truncate(at),
        4 => {
            // Again and again: what takes ever longer for each is found by many.
            let piece = bytes[at..at + length].to_vec();
            let times = 1 << chance.u32(..11);
            drop(bytes.splice(at..at, piece.repeat(times)));
        }
        5 => (0..length.min(64)).for_each(|ahead| bytes[at + ahead] = chance.u8(..)),
        _ => drop(bytes.splice(..0, MARKS[chance.usize(..MARKS.len())].iter().copied())),
    }
}
