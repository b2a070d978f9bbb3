//! Measures the page in Chromium: the time from the files to the figures, how smoothly it runs, and how much memory it
//! takes.

use std::path::PathBuf;
use std::process::Stdio;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::generate::Truth;
use super::measure::{Measured, Run};
use crate::run;
use crate::setup::{Browser, Tools};

const SCRIPT: &str = "tests/browser/bench.mjs";

/// Opens the built page with a return this many times. The script fails if the page shows wrong figures.
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
        everything: run["everything"].as_f64().unwrap_or(f64::NAN),
        ready: run["ready"].as_f64().unwrap_or(f64::NAN),
        floor: run["floor"].as_f64().unwrap_or(f64::NAN),
        shift: run["shift"].as_f64().unwrap_or(f64::NAN),
        silence: run["silence"].as_f64().unwrap_or(f64::NAN),
    });
    Ok(Measured::of(measured.collect()))
}

const TABLE: &str = "tests/browser/bench-table.mjs";

/// Uses a table of ten thousand rows this many times. Returns each action and the page's longest task during it, in
/// milliseconds, as the median of all runs.
pub(super) fn table(tools: &Tools, browser: &Browser, runs: usize) -> Result<Vec<(&'static str, f64)>> {
    let mut node = tools.command("node");
    node.arg(TABLE).arg(runs.to_string()).stderr(Stdio::inherit());
    browser.tell(&mut node);
    let output = node.output().with_context(|| format!("cannot run `{}`", run::shown(&node)))?;
    if !output.status.success() {
        bail!("{TABLE} failed ({})", output.status);
    }
    let runs: Vec<Value> = serde_json::from_slice(&output.stdout).context("the table's figures cannot be read")?;
    let median = |step: &'static str| {
        let mut tasks: Vec<f64> = runs.iter().filter_map(|run| run[step].as_f64()).collect();
        tasks.sort_by(f64::total_cmp);
        (step, tasks.get(tasks.len() / 2).copied().unwrap_or(f64::NAN))
    };
    Ok(["opened", "sorted", "turned", "filtered"].map(median).into())
}
