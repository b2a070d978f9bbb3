//! The page in Chromium: how long from the files to the figures, how smoothly, and how much memory.

use std::path::PathBuf;
use std::process::Stdio;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::generate::Truth;
use super::measure::{Measured, Run};
use crate::run;
use crate::setup::{Browser, Tools};

const SCRIPT: &str = "tests/browser/bench.mjs";

/// Opens the built page so many times with a return. The script fails if the page shows other figures than it must.
pub(super) fn measure(
    tools: &Tools,
    browser: &Browser,
    files: &[PathBuf],
    truth: &Truth,
    runs: usize,
) -> Result<Measured> {
    let expected = json!({
        "files": files,
        "runs": runs,
        "missing": truth.all.missing,
        "children": truth.all.children,
        "incidents": truth.all.incidents,
        "unaccompaniedMissing": truth.unaccompanied.missing,
        "unaccompaniedChildren": truth.unaccompanied.children,
    });
    let mut node = tools.command("node");
    node.arg(SCRIPT).arg(expected.to_string()).stderr(Stdio::inherit());
    browser.tell(&mut node);
    let output = node.output().with_context(|| format!("cannot run `{}`", run::shown(&node)))?;
    if !output.status.success() {
        bail!("{SCRIPT} failed ({})", output.status);
    }
    let runs: Vec<Value> = serde_json::from_slice(&output.stdout).context("the browser's figures cannot be read")?;
    let measured = runs.iter().map(|run| Run {
        seconds: run["seconds"].as_f64().unwrap_or(f64::NAN),
        memory: run["memory"].as_u64().unwrap_or_default(),
        longest_task: run["longestTask"].as_f64().unwrap_or(f64::NAN),
    });
    Ok(Measured::of(measured.collect()))
}
