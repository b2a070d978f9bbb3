//! Puts a compressed copy beside every file that a server sends, for servers that look for one. It has no times or
//! names in it, so two builds give the same bytes.

use std::fs;
use std::io::{self, Write};
use std::num::NonZeroU64;
use std::path::Path;

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::page::assets;

/// Files that get smaller when compressed. Pictures are compressed already.
const ENDINGS: [&str; 7] = ["css", "csv", "html", "js", "svg", "wasm", "webmanifest"];

/// How many times a smaller form is tried.
const ROUNDS: NonZeroU64 = NonZeroU64::new(5).unwrap();

/// Writes `.gz` and `.br` beside every file that gets smaller.
pub(super) fn add(dist: &Path) -> Result<()> {
    for path in assets::files(dist)? {
        let ending = Path::new(&path).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if !ENDINGS.contains(&ending) {
            continue;
        }
        let bytes = assets::read(dist, &path)?;
        for (ending, packed) in [("gz", squeezed(&bytes)?), ("br", brotlied(&bytes)?)] {
            if packed.len() < bytes.len() {
                let file = dist.join(format!("{path}.{ending}"));
                fs::write(&file, packed).with_context(|| format!("cannot write {}", file.display()))?;
            }
        }
    }
    Ok(())
}

/// Compresses with gzip, which every browser reads, as small as possible. This takes longer than a server would.
pub(super) fn squeezed(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let options = zopfli::Options { iteration_count: ROUNDS, ..zopfli::Options::default() };
    let mut out = Vec::new();
    zopfli::compress(options, zopfli::Format::Gzip, bytes, &mut out)?;
    Ok(out)
}

/// Compresses with gzip, as a server does it.
pub(crate) fn gzipped(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    gzip.finish()
}

/// Compresses with brotli, which is smaller. Browsers read it only over https.
fn brotlied(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let strongest = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut out, &strongest)?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_is_compressed_is_the_same_after() -> Result<()> {
        let text = "What share of children went missing from care? ".repeat(100);
        let (gzip, brotli) = (gzipped(text.as_bytes())?, brotlied(text.as_bytes())?);
        assert_eq!(gzip[4..8], [0; 4], "no time in it (RFC 1952, MTIME)");
        let mut read = String::new();
        flate2::read::GzDecoder::new(&*gzip).read_to_string(&mut read)?;
        assert_eq!(read, text);
        read.clear();
        brotli::Decompressor::new(&*brotli, 4096).read_to_string(&mut read)?;
        assert_eq!(read, text);
        Ok(())
    }
}
