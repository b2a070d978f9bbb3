//! Measures England's returns and ten times as many, in the browser and natively, side by side in one run.
//!
//! Each size is invented again, with its true figures. A program that is fast and wrong does not pass.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, thread};

use anyhow::{Context, Result};

use crate::{dist, run, setup};

mod browser;
mod chance;
mod dates;
mod generate;
mod measure;
mod native;
mod one_child;
mod ratios;
mod safe;

use measure::Measured;

const DOCUMENT: &str = "docs/benchmarks.md";
const BEGIN: &str = "<!-- Written by `cargo xtask bench`: begin -->";
const END: &str = "<!-- Written by `cargo xtask bench`: end -->";

/// Children looked after in England in a year, in whole thousands (DfE: 115,410 in the year ending 31 March 2025).
const ENGLAND: u32 = 115_000;

/// How many times each thing is timed, by default.
pub(crate) const RUNS: usize = 5;

/// Runs everything this many times, and writes the medians into the documentation.
pub(crate) fn bench(runs: usize) -> Result<()> {
    let (tools, browser) = setup::to_test()?;
    dist::dist(&tools, None)?;
    let mut build = tools.command("cargo");
    run::run(build.args(["build", "--profile", "native", "--package", "missing-from-care-cli"]))?;

    let (mut rows, mut ratios, mut england) = (String::new(), Vec::new(), Vec::new());
    for (name, folder, children) in
        [("England", "england", ENGLAND), ("Ten times England", "ten-times-england", 10 * ENGLAND)]
    {
        run::note(&format!("{name}: inventing a return of {children} children"));
        let made = generate::generate(&Path::new("target/bench").join(folder), children)?;
        let bytes = size(&made.files)?;
        run::note(&format!("{name}: {:.1} MB; natively", mega(bytes)));
        let native = native::measure(&made.files, &made.truth, runs)?;
        run::note(&format!("{name}: in Chromium"));
        let page = browser::measure(&tools, &browser, &made.files, &made.truth, runs)?;
        let part = rows_of(name, bytes, &made.truth, &native, &page)?;
        println!("{part}");
        rows.push_str(&part);
        ratios.extend(ratios::of(name, &native, &page));
        if england.is_empty() {
            england = made.files;
        }
    }
    run::note("one child with fifty thousand rows");
    let one = one_child::generate(Path::new("target/bench/one-child"))?;
    let seconds = native::measure(&one.files, &one.truth, runs)?.median(|run| run.seconds);
    let one = format!("One child with {} rows, natively: {seconds:.2} s.", one.truth.episodes + one.truth.periods);
    println!("{one}");
    run::note("a table of ten thousand rows");
    let steps = browser::table(&tools, &browser, runs)?;
    let steps: Vec<String> = steps.iter().map(|(step, task)| format!("{step} {task:.0} ms")).collect();
    let steps = format!("The longest task of the page while a table of 10,000 rows is used: {}.", steps.join(", "));
    println!("{steps}");
    let safe = safe::measure(&tools, &browser, Path::new("target/bench"), &england, runs)?;
    println!("{safe}");
    let text = fs::read_to_string(DOCUMENT).with_context(|| format!("cannot read {DOCUMENT}"))?;
    for moved in ratios::moved(&text, &ratios) {
        run::note(&moved);
    }
    let ratios = ratios::table(&ratios);
    write_document(&format!(
        "{}\n\n{TABLE}{rows}\n{ratios}\n{safe}\n{steps}\n\n{one}\n",
        machine(&browser.version(), runs)
    ))
}

/// Sixty times England: 2.3 GB.
const LARGE: u32 = 60 * ENGLAND;

/// Runs a return of 2.3 GB once, natively and in the page, shows what it took, and deletes the return. Its figures are
/// checked. Nothing is written into the documentation.
pub(crate) fn large() -> Result<()> {
    let (tools, browser) = setup::to_test()?;
    dist::dist(&tools, None)?;
    let mut build = tools.command("cargo");
    run::run(build.args(["build", "--profile", "native", "--package", "missing-from-care-cli"]))?;
    let folder = Path::new("target/bench/large");
    run::note(&format!("inventing a return of {LARGE} children"));
    let measured = generate::generate(folder, LARGE).map_err(anyhow::Error::from).and_then(|made| {
        let bytes = size(&made.files)?;
        run::note(&format!("{:.1} MB; natively", mega(bytes)));
        let native = native::measure(&made.files, &made.truth, 1)?;
        run::note("in Chromium");
        let page = browser::measure(&tools, &browser, &made.files, &made.truth, 1)?;
        let silence = page.median(|run| run.silence);
        let rows = rows_of("Sixty times England", bytes, &made.truth, &native, &page)?;
        Ok(format!("{TABLE}{rows}\nThe longest time for which the page said nothing new: {silence:.1} s."))
    });
    fs::remove_dir_all(folder)?;
    println!("{}", measured?);
    Ok(())
}

const TABLE: &str = "\
| return | where | files chosen to first figures | fastest to slowest | MB a second | memory | longest pause of the page |
| --- | --- | ---: | ---: | ---: | ---: | ---: |
";

fn rows_of(name: &str, bytes: u64, truth: &generate::Truth, native: &Measured, page: &Measured) -> Result<String> {
    let (in_page, natively) = (page.median(|run| run.seconds), native.median(|run| run.seconds));
    let memory = |of: &Measured| mega_f(of.median(|run| run.memory as f64));
    let pause = page.median(|run| run.longest_task);
    let what = format!(
        "{name}: {} children, {} episodes, {} missing periods, {:.1} MB",
        truth.all.children,
        truth.episodes,
        truth.periods,
        mega(bytes)
    );
    let rate = |seconds: f64| mega(bytes) / seconds;
    let (page_range, native_range) = (page.range(), native.range());
    let mut rows = String::new();
    writeln!(
        rows,
        "| {what} | page in Chromium | {in_page:.2} s | {:.2}–{:.2} s | {:.0} | {:.0} MB more than before | {pause:.0} ms |",
        page_range.0,
        page_range.1,
        rate(in_page),
        memory(page),
    )?;
    writeln!(
        rows,
        "| | `missing-from-care --format json` | {natively:.2} s | {:.2}–{:.2} s | {:.0} | {:.0} MB | |",
        native_range.0,
        native_range.1,
        rate(natively),
        memory(native),
    )?;
    let (everything, floor) = (page.median(|run| run.everything), page.median(|run| run.floor));
    writeln!(rows, "| | page in Chromium, everything | {everything:.2} s | | {:.0} | | |", rate(everything))?;
    writeln!(rows, "| | Chromium, reading and nothing else | {floor:.2} s | | {:.0} | | |", rate(floor))?;
    let ready = page.median(|run| run.ready);
    writeln!(rows, "| | page in Chromium, cold start until it can be used | {:.2} s | | | | |", ready / 1e3)?;
    Ok(rows)
}

/// A description of the machine, without a date or a name.
fn machine(chromium: &str, runs: usize) -> String {
    let cores = thread::available_parallelism().map_or(0, usize::from);
    let processor = fs::read_to_string("/proc/cpuinfo").ok().and_then(|text| {
        let model = text.lines().find_map(|line| line.strip_prefix("model name"))?.split_once(':')?.1;
        Some(model.trim().to_owned())
    });
    format!(
        "Medians of {runs} runs on {cores} cores ({}; {}), {}, with files that the system holds in memory.",
        processor.as_deref().unwrap_or(env::consts::ARCH),
        env::consts::OS,
        chromium,
    )
}

/// Puts the figures between the marks in the documentation.
fn write_document(figures: &str) -> Result<()> {
    let text = fs::read_to_string(DOCUMENT).with_context(|| format!("cannot read {DOCUMENT}"))?;
    let marks = || format!("{DOCUMENT} has lost the marks between which the figures go");
    let (before, rest) = text.split_once(BEGIN).with_context(marks)?;
    let (_, after) = rest.split_once(END).with_context(marks)?;
    fs::write(DOCUMENT, format!("{before}{BEGIN}\n{figures}{END}{after}"))?;
    run::note(&format!("the figures are in {DOCUMENT}"));
    Ok(())
}

fn size(files: &[PathBuf]) -> Result<u64> {
    files.iter().map(|file| Ok(fs::metadata(file)?.len())).sum()
}

fn mega(bytes: u64) -> f64 {
    mega_f(bytes as f64)
}

fn mega_f(bytes: f64) -> f64 {
    bytes / 1e6
}
