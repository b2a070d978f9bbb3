//! Where bending begins: each folder of `corpus/` is a case, and each table whose reading the engine's tests know.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::case::{Case, Given};

/// Tables, each with what must be read of it (`crates/missing-rates/tests/readings.rs`).
const READINGS: &str = "../crates/missing-rates/tests/readings.json";

#[derive(Deserialize)]
struct Reading {
    file: String,
    text: String,
}

/// Every case to begin with.
pub(crate) fn cases() -> Result<Vec<Case>> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut cases = folders(&here.join("corpus"))?.iter().map(|of| Case::of_folder(of)).collect::<Result<Vec<_>>>()?;
    ensure!(!cases.is_empty(), "the corpus is empty");
    let readings = fs::read_to_string(here.join(READINGS)).context("cannot read readings.json")?;
    let readings: Vec<Reading> = serde_json::from_str(&readings).context("readings.json cannot be read")?;
    let case = |Reading { file, text }| Case { seed: 0, files: vec![Given { name: file, bytes: text.into_bytes() }] };
    cases.extend(readings.into_iter().map(case));
    Ok(cases)
}

fn folders(of: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(of).with_context(|| format!("cannot read {}", of.display()))?;
    let mut found = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    found.retain(|path| path.is_dir());
    found.sort();
    Ok(found)
}
