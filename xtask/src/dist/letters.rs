//! Writes bytes as letters that may be in a document. It takes five letters for four bytes, where base64 takes five and
//! a third. It is like Ascii85, with other letters: `(` to `|`, so that none is an ampersand or begins a comment.

const BASE: u32 = 85;
const FIRST: u8 = b'(';

/// The letters for some bytes. A last group of fewer than four bytes has one letter more than bytes.
pub(super) fn letters(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() / 4 * 5 + 5);
    for group in bytes.chunks(4) {
        let mut four = [0; 4];
        four[..group.len()].copy_from_slice(group);
        let number = u32::from_be_bytes(four);
        for place in (0..5).rev().take(group.len() + 1) {
            let digit = number / BASE.pow(place) % BASE;
            out.push(char::from(FIRST + u8::try_from(digit).unwrap_or_default()));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The reverse, as `start.js` and the page do it.
    fn bytes(letters: &str) -> Vec<u8> {
        let group = |group: &[u8]| {
            let digit = |at| group.get(at).map_or(84, |letter| u32::from(letter - FIRST));
            let number = (0..5).fold(0u32, |number, at| number.wrapping_mul(BASE).wrapping_add(digit(at)));
            number.to_be_bytes()[..group.len() - 1].to_vec()
        };
        letters.as_bytes().chunks(5).flat_map(group).collect()
    }

    #[test]
    fn what_is_written_is_read_back() {
        let all: Vec<u8> = (0..=255).chain([255; 9]).chain([0; 9]).collect();
        for length in 0..all.len() {
            let written = letters(&all[..length]);
            assert_eq!(bytes(&written), all[..length]);
            assert!(written.bytes().all(|letter| (b'('..=b'|').contains(&letter)));
        }
    }
}
