//! Measures how long it takes to make a report safe to publish: natively from the files, and in the page from the press to
//! the figures.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::chance::Chance;
use super::generate::generate;
use super::native::PROGRAM;
use crate::run;
use crate::setup::{Browser, Tools};

const SCRIPT: &str = "tests/browser/bench-safe.mjs";

/// The authorities, in the order of their codes.
const AUTHORITIES: &str = "crates/missing-rates/src/area/authorities.csv";

/// What is measured, by its name, and its files.
struct Case {
    name: &'static str,
    files: Vec<PathBuf>,
}

/// A table of the times, as medians.
pub(super) fn measure(
    tools: &Tools,
    browser: &Browser,
    folder: &Path,
    england: &[PathBuf],
    runs: usize,
) -> Result<String> {
    let mut table = String::from(
        "| safe to publish | natively, from the files | in the page, from the press |\n| --- | ---: | ---: |\n",
    );
    for Case { name, files } in cases(folder, england)? {
        run::note(&format!("{name}: natively, then in Chromium"));
        let native = (0..runs).map(|_| natively(&files)).collect::<Result<Vec<f64>>>()?;
        let page = in_page(tools, browser, &files, runs)?;
        writeln!(table, "| {name} | {:.2} s | {:.2} s |", median(native), median(page))?;
    }
    Ok(table)
}

fn cases(folder: &Path, england: &[PathBuf]) -> Result<Vec<Case>> {
    let small = with_list(&folder.join("safe-40"), 40)?;
    let (one, two) = (folder.join("safe-900"), folder.join("safe-900-before"));
    let years = [with_list(&one, 900)?, year_before(&one, &two)?].concat();
    Ok(vec![
        Case { name: "40 children and a list", files: small },
        Case { name: "900 children, two years and a list", files: years },
        Case { name: "115,000 children", files: england.to_vec() },
        Case { name: "110 authorities, three years, three groups", files: vec![answers(folder, 110)?] },
        Case { name: "212 authorities, three years, three groups", files: vec![answers(folder, 212)?] },
    ])
}

/// A return, and a list that says of every ninth child whether it was trafficked.
fn with_list(folder: &Path, children: u32) -> Result<Vec<PathBuf>> {
    let mut files = generate(folder, children)?.files;
    let header = fs::read_to_string(&files[0])?;
    let of_list = header.lines().skip(1).filter_map(|line| line.split(',').next()).enumerate();
    let mut list = String::from("CHILD,TRAFFICKED\n");
    for (nth, child) in of_list.filter(|(nth, _)| nth % 9 == 0) {
        writeln!(list, "{child},{}", if nth % 2 == 0 { "confirmed" } else { "suspected" })?;
    }
    let path = folder.join("list.csv");
    fs::write(&path, list)?;
    files.push(path);
    Ok(files)
}

/// The same return a year earlier.
fn year_before(of: &Path, folder: &Path) -> Result<Vec<PathBuf>> {
    fs::create_dir_all(folder)?;
    ["header", "episodes", "uasc", "missing"]
        .map(|module| {
            let text = fs::read_to_string(of.join(format!("{module}.csv")))?;
            let path = folder.join(format!("{module} before.csv"));
            fs::write(&path, earlier(&text))?;
            Ok(path)
        })
        .into_iter()
        .collect()
}

/// A text with every date a year earlier; what was born stays as old as it was.
fn earlier(text: &str) -> String {
    let is_date = |cell: &str| cell.len() == 10 && cell.as_bytes()[2] == b'/' && cell.as_bytes()[5] == b'/';
    let dated = |cell: &str| match cell.rsplit_once('/').and_then(|(day, year)| Some((day, year.parse::<u32>().ok()?)))
    {
        Some((day, year)) if is_date(cell) => format!("{}/{}", if day == "29/02" { "28/02" } else { day }, year - 1),
        _ => cell.to_owned(),
    };
    let line = |line: &str| line.split(',').map(dated).collect::<Vec<_>>().join(",");
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// Answers of so many authorities about three years and three groups: most of them numbers, some of them small or hidden.
fn answers(folder: &Path, authorities: usize) -> Result<PathBuf> {
    let text = fs::read_to_string(AUTHORITIES).with_context(|| format!("cannot read {AUTHORITIES}"))?;
    let named = text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split('|').next());
    let codes: Vec<&str> = named.filter(|code| code.len() == 9).take(authorities).collect();
    if codes.len() < authorities {
        bail!("{AUTHORITIES} names only {} authorities", codes.len());
    }
    let mut chance = Chance::new(authorities as u64);
    let mut table = String::from("LA code,Year");
    for group in ["Looked after children", "Trafficked children", "Unaccompanied children"] {
        write!(table, ",{group},{group} who went missing,{group} missing incidents")?;
    }
    for (code, year) in codes.iter().flat_map(|code| [2022, 2023, 2024].map(|year| (code, year))) {
        write!(table, "\n{code},{year}")?;
        for most in [900, 40, 90] {
            let all = 1 + chance.below(most);
            let missing = chance.below(all / 4 + 1);
            let incidents = missing * (1 + chance.below(4));
            for count in [all, missing, incidents] {
                let small = (1..=5).contains(&count) && chance.in_thousand(500);
                write!(table, ",{}", if small { "c".to_owned() } else { count.to_string() })?;
            }
        }
    }
    let path = folder.join(format!("answers of {authorities}.csv"));
    fs::write(&path, table)?;
    Ok(path)
}

fn natively(files: &[PathBuf]) -> Result<f64> {
    let started = Instant::now();
    let output = Command::new(PROGRAM).args(["--safe", "--format", "json"]).args(files).stderr(Stdio::null()).output();
    let output = output.with_context(|| format!("cannot run {PROGRAM}"))?;
    let seconds = started.elapsed().as_secs_f64();
    let report: Value = serde_json::from_slice(&output.stdout).context("the program gives no report")?;
    if report["rates"].as_array().is_none_or(Vec::is_empty) {
        bail!("the safe report has no figures");
    }
    Ok(seconds)
}

fn in_page(tools: &Tools, browser: &Browser, files: &[PathBuf], runs: usize) -> Result<Vec<f64>> {
    let mut node = tools.command("node");
    node.arg(SCRIPT).arg(json!({ "files": files, "runs": runs }).to_string()).stderr(Stdio::inherit());
    browser.tell(&mut node);
    let output = node.output().with_context(|| format!("cannot run `{}`", run::shown(&node)))?;
    if !output.status.success() {
        bail!("{SCRIPT} failed ({})", output.status);
    }
    serde_json::from_slice(&output.stdout).context("the browser's times cannot be read")
}

fn median(mut of: Vec<f64>) -> f64 {
    of.sort_by(f64::total_cmp);
    of.get(of.len() / 2).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_earlier_every_date_is_a_date_still() {
        assert_eq!(
            earlier("CHILD,DECOM,LS\n1,29/02/2024,C2\n10/2,01/04/2024,\n"),
            "CHILD,DECOM,LS\n1,28/02/2023,C2\n10/2,01/04/2023,"
        );
    }
}
