//! Bends files, documents and messages that the product takes, and sees that nothing which it promises breaks.
//!
//! Invariants:
//! - A run goes by its case alone: the same case does the same, in every order of runs.
//! - What must hold is said here in other words than the product's: no check calls what it checks.

mod case;
mod checks;
mod corpus;
mod mutate;
mod page;
mod run;
mod targets;
mod watch;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, Result};
use lexopt::{Arg, Parser, ValueExt};

use crate::case::Case;
use crate::run::{Outcome, megabytes, note_panics, once};
use crate::targets::{TARGETS, Target};
use crate::watch::LONGEST;

const HELP: &str = "\
fuzz --list                              The names of the targets
fuzz TARGET [--seconds N] [--seed N]     Bend and run for N seconds
fuzz --case TARGET FILE                  Run one case that was kept

  --longest N    How many seconds of the processor a run may take (2)
";

fn main() -> ExitCode {
    match command() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Does what was asked. Gives back whether nothing failed.
fn command() -> Result<bool> {
    let (mut seconds, mut seed, mut longest, mut again, mut given) = (30, 0, LONGEST, false, Vec::new());
    let mut parser = Parser::from_env();
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("list") => {
                for target in TARGETS {
                    println!("{}", target.name);
                }
                return Ok(true);
            }
            Arg::Long("seconds") => seconds = parser.value()?.parse()?,
            Arg::Long("seed") => seed = parser.value()?.parse()?,
            Arg::Long("longest") => longest = parser.value()?.parse()?,
            Arg::Long("case") => again = true,
            Arg::Value(value) => given.push(value.string()?),
            Arg::Long("help") => {
                print!("{HELP}");
                return Ok(true);
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let longest = Duration::from_secs(longest);
    let mut given = given.into_iter();
    let name = given.next().context(HELP)?;
    let target = Target::named(&name).with_context(|| format!("there is no target `{name}`"))?;
    if again {
        let file = PathBuf::from(given.next().context(HELP)?);
        let case = Case::of(&std::fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?)?;
        // With its panic as it is.
        let (done, took) = once(target, &case, longest);
        println!("{:?} ms, {:.1} MB", took.time.as_millis(), megabytes(took.memory));
        return match done {
            Ok(_) => Ok(true),
            Err(why) => {
                println!("{why}");
                Ok(false)
            }
        };
    }
    note_panics();
    let outcome = Outcome::of(target, &corpus::cases()?, Duration::from_secs(seconds), seed, longest)?;
    println!("{}", outcome.said(target));
    Ok(outcome.is_well())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_corpus_as_it_is_and_bent_a_little_breaks_no_promise() -> Result<()> {
        let folders = corpus::cases()?;
        let mut chance = fastrand::Rng::with_seed(1);
        for target in TARGETS {
            for case in folders.iter().take(12) {
                let bent = mutate::bent(case, &folders, &mut chance);
                for case in [case, &bent] {
                    let (done, _) = once(target, case, Duration::MAX);
                    assert!(done.is_ok(), "{}: {done:?}\n{}", target.name, String::from_utf8_lossy(&case.kept()));
                }
            }
        }
        Ok(())
    }
}
