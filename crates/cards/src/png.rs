//! Writes dots as a PNG with a list of its colours.

use std::collections::BTreeMap;
use std::io::Write;

use anyhow::{Context, Result};
use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};

/// Eight bits for each dot, which name one of the colours; rows from the top.
const KIND: [u8; 5] = [8, 3, 0, 0, 0];

/// The file of a picture that is so wide and so high. At most 256 colours may be in it.
pub(crate) fn written((wide, high): (u32, u32), dots: &[[u8; 3]]) -> Result<Vec<u8>> {
    // Most dots are like the one before them.
    let mut colours = BTreeMap::new();
    for same in dots.chunk_by(|a, b| a == b) {
        colours.extend(same.first().map(|colour| (*colour, 0_u8)));
    }
    for (at, place) in colours.values_mut().enumerate() {
        *place = u8::try_from(at).context("the picture has too many colours")?;
    }
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
    for row in dots.chunks_exact(wide as usize) {
        packed.write_all(&[0])?;
        for same in row.chunk_by(|a, b| a == b) {
            let place = same.first().and_then(|colour| colours.get(colour)).copied().unwrap_or_default();
            packed.write_all(&vec![place; same.len()])?;
        }
    }
    let head = [&wide.to_be_bytes()[..], &high.to_be_bytes(), &KIND].concat();
    let list = colours.into_keys().flatten().collect();
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, content) in [(b"IHDR", head), (b"PLTE", list), (b"IDAT", packed.finish()?), (b"IEND", Vec::new())] {
        let length = u32::try_from(content.len()).context("the picture is too large")?;
        let mut sum = Crc::new();
        sum.update(name);
        sum.update(&content);
        out.extend(length.to_be_bytes().iter().chain(name).chain(&content).chain(&sum.sum().to_be_bytes()));
    }
    Ok(out)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::io::Read;

    use flate2::read::ZlibDecoder;

    use super::*;

    #[test]
    fn a_picture_names_the_colour_of_each_dot() {
        let (white, red) = ([255; 3], [255, 0, 0]);
        let png = written((3, 2), &[white, red, white, white, white, red]).unwrap();
        let (mut at, mut chunks) = (8, Vec::new());
        while at < png.len() {
            let length = u32::from_be_bytes(png[at..at + 4].try_into().unwrap()) as usize;
            chunks.push((&png[at + 4..at + 8], &png[at + 8..at + 8 + length]));
            at += 12 + length;
        }
        let names: Vec<&[u8]> = chunks.iter().map(|chunk| chunk.0).collect();
        assert_eq!(names, [b"IHDR", b"PLTE", b"IDAT", b"IEND"]);
        assert_eq!(chunks[0].1, [0, 0, 0, 3, 0, 0, 0, 2, 8, 3, 0, 0, 0]);
        assert_eq!(chunks[1].1, [red, white].concat());
        let mut dots = Vec::new();
        ZlibDecoder::new(chunks[2].1).read_to_end(&mut dots).unwrap();
        assert_eq!(dots, [0, 1, 0, 1, 0, 1, 1, 0]);
        let many: Vec<[u8; 3]> = (0..=256_u16).map(|n| [n.to_be_bytes()[0], n.to_be_bytes()[1], 0]).collect();
        assert!(written((257, 1), &many).is_err());
    }
}
