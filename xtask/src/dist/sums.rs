//! `SHA256SUMS`: the hash that every file must have. `sha256sum --check SHA256SUMS` compares.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::Result;
use sha2::{Digest, Sha256};

use crate::page::assets;

/// The file with the hashes.
pub(crate) const NAME: &str = "SHA256SUMS";

/// Writes the hashes of all other files, in the order of their names.
pub(super) fn add(dist: &Path) -> Result<()> {
    let mut sums = String::new();
    for path in assets::files(dist)? {
        if path != NAME {
            writeln!(sums, "{}  {path}", hex(&assets::read(dist, &path)?))?;
        }
    }
    fs::write(dist.join(NAME), sums)?;
    Ok(())
}

/// The SHA-256 of some bytes, in the usual notation.
pub(super) fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}
