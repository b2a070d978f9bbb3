//! Words within a PNG, beside the picture.

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

/// The signature and the first chunk, which must come first: its length, its name, 13 bytes of it, and their sum.
const HEAD: usize = 8 + 4 + 4 + 13 + 4;

/// The same picture with a description: a chunk `iTXt` after the first (PNG specification, 11.3.3.4), neither packed nor
/// translated. What is not a PNG stays as it is.
pub fn described(png: &[u8], words: &str) -> Vec<u8> {
    let Some((head, rest)) = png.split_at_checked(HEAD) else { return png.to_vec() };
    // No NUL may be in the words.
    let words = words.replace('\0', " ");
    let chunk = [b"iTXtDescription\0\0\0\0\0".as_slice(), words.as_bytes()].concat();
    let Ok(length) = u32::try_from(chunk.len() - 4) else { return png.to_vec() };
    let sum = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC).checksum(&chunk);
    [head, &length.to_be_bytes(), &chunk, &sum.to_be_bytes(), rest].concat()
}

#[cfg(test)]
mod tests {
    use super::described;

    /// The chunks of a PNG: name and content, each with the sum that it should have.
    fn chunks(png: &[u8]) -> Vec<(String, Vec<u8>)> {
        assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
        let (mut at, mut chunks) = (8, Vec::new());
        while at < png.len() {
            let length = u32::from_be_bytes(png[at..at + 4].try_into().unwrap()) as usize;
            let name = String::from_utf8(png[at + 4..at + 8].to_vec()).unwrap();
            chunks.push((name, png[at + 8..at + 8 + length].to_vec()));
            at += 12 + length;
        }
        assert_eq!(at, png.len());
        chunks
    }

    #[test]
    fn the_words_stand_after_the_first_chunk_and_the_picture_is_as_it_was() {
        let icon = include_bytes!("../../../../static/app/icon-192.png");
        let words = "File: a.csv\nDisclosure: exact — for us\0";
        let png = described(icon, words);
        let (before, mut after) = (chunks(icon), chunks(&png));
        assert_eq!(after[1].0, "iTXt");
        let (_, content) = after.remove(1);
        let text = content.strip_prefix(b"Description\0\0\0\0\0").unwrap();
        assert_eq!(str::from_utf8(text).unwrap(), words.replace('\0', " "));
        assert_eq!(before, after);
    }

    #[test]
    fn what_is_too_short_for_a_picture_stays() {
        assert_eq!(described(b"", "words"), b"");
        assert_eq!(described(b"\x89PNG", "words"), b"\x89PNG");
    }
}
