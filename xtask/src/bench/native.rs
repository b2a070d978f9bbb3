//! Measures the engine in a terminal: how long it takes, and how much memory.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{fs, thread};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::generate::{Group, Truth};
use super::measure::{Measured, Run};

/// The program, built as a user would install it.
pub(super) const PROGRAM: &str = "target/native/missing-from-care";

/// Runs the program this many times on a return.
pub(super) fn measure(files: &[PathBuf], truth: &Truth, runs: usize) -> Result<Measured> {
    let report = Path::new("target/bench/report.json");
    let mut measured = Vec::new();
    for _ in 0..runs {
        let output = fs::File::create(report).with_context(|| format!("cannot write {}", report.display()))?;
        let started = Instant::now();
        let mut child = Command::new(PROGRAM)
            .args(["--format", "json"])
            .args(files)
            .stdout(output)
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("cannot run {PROGRAM}"))?;
        let memory = peak_memory(&mut child)?;
        let seconds = started.elapsed().as_secs_f64();
        if !child.wait()?.success() {
            bail!("{PROGRAM} failed on the generated return");
        }
        measured.push(Run { seconds, memory, ..Run::default() });
    }
    check(&serde_json::from_str(&fs::read_to_string(report)?)?, truth).context("the program's report is wrong")?;
    Ok(Measured::of(measured))
}

/// Waits for a process to end. Returns the most memory that it held, in bytes, as the system last reported it, or zero
/// if the system does not report it.
fn peak_memory(child: &mut Child) -> Result<u64> {
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    while child.try_wait()?.is_none() {
        if let Ok(text) = fs::read_to_string(&status) {
            peak = peak.max(kilobytes(&text, "VmHWM:").unwrap_or(0) * 1024);
        }
        thread::sleep(Duration::from_millis(1));
    }
    Ok(peak)
}

fn kilobytes(status: &str, field: &str) -> Option<u64> {
    status.lines().find_map(|line| line.strip_prefix(field))?.split_whitespace().next()?.parse().ok()
}

/// Checks that a report has the figures that the return was made to give.
fn check(report: &Value, truth: &Truth) -> Result<()> {
    for (cohort, expected) in [("all", truth.all), ("unaccompanied", truth.unaccompanied)] {
        let of = |list: &str, measure: &str| {
            let entries = report[list].as_array().map(Vec::as_slice).unwrap_or_default();
            entries
                .iter()
                .find(|entry| {
                    entry["cohort"] == cohort && entry["measure"] == measure && entry["area"]["code"].is_null()
                })
                .cloned()
                .unwrap_or_default()
        };
        let number = |value: &Value| value.as_u64().unwrap_or_default();
        let rate = of("rates", "missing");
        let found = Group {
            children: number(&rate["denominator"]),
            missing: number(&rate["numerator"]),
            incidents: number(&of("totals", "missing-incidents")["exact"]),
        };
        if found != expected {
            bail!("{cohort}: it says {found:?}, and the files were made of {expected:?}");
        }
    }
    Ok(())
}
