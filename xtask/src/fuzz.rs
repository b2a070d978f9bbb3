//! Fuzzes the product's inputs, and looks for broken promises: it runs every target of `fuzz/` for the same time.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;

use anyhow::{Context, Result, bail, ensure};

use crate::run;

/// How long each target runs by default, in seconds.
pub(crate) const SECONDS: u64 = 30;

const PROGRAM: &str = "target/optimised/fuzz";

/// Runs every target for this many seconds, as many at once as there are processors. `longest` is how many seconds of
/// processor time a run may take, if that is not the fuzzer's own bound.
pub(crate) fn fuzz(seconds: u64, seed: Option<u64>, longest: Option<u64>) -> Result<()> {
    build()?;
    let targets = run::printed(Command::new(PROGRAM).arg("--list")).context("the fuzzer does not say what it runs")?;
    let targets: Vec<&str> = targets.lines().collect();
    ensure!(!targets.is_empty(), "the fuzzer has no targets");
    // Another seed each day finds other things, and a day's seed can be run again.
    let seed = seed.unwrap_or_else(today);
    run::note(&format!("{} targets, {seconds} seconds each, seed {seed}", targets.len()));
    let at_once = thread::available_parallelism().map_or(1, usize::from);
    let mut failed = Vec::new();
    for some in targets.chunks(at_once) {
        let start = |target: &&str| {
            let mut command = Command::new(PROGRAM);
            command.args([target, "--seconds", &seconds.to_string(), "--seed", &seed.to_string()]);
            if let Some(longest) = longest {
                command.args(["--longest", &longest.to_string()]);
            }
            Ok((target.to_string(), command.spawn().with_context(|| format!("cannot run {PROGRAM}"))?))
        };
        let running: Vec<(String, Child)> = some.iter().map(start).collect::<Result<_>>()?;
        for (target, mut child) in running {
            if !child.wait()?.success() {
                let last = format!("target/fuzz/{target}.running");
                if Path::new(&last).is_file() {
                    // It ended before it could say what failed.
                    println!("{target} ended in the middle: cargo xtask fuzz --case {target} {last}");
                }
                failed.push(target);
            }
        }
    }
    ensure!(failed.is_empty(), "promises break: {}", failed.join(", "));
    Ok(())
}

/// Runs one saved case.
pub(crate) fn case(target: &str, file: &str) -> Result<()> {
    ensure!(fs::exists(file)?, "there is no {file}");
    build()?;
    let status = Command::new(PROGRAM).args(["--case", target, file]).status()?;
    if !status.success() {
        bail!("a promise breaks");
    }
    Ok(())
}

fn build() -> Result<()> {
    run::run(
        Command::new("cargo").args(["build", "--quiet", "--profile", "optimised", "-p", "fuzz"]).stdin(Stdio::null()),
    )
}

/// Days since 1970.
fn today() -> u64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map_or(0, |since| since.as_secs() / 86_400)
}
