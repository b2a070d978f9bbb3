//! Checks whether two builds of one commit give the same bytes. Each is in a folder of its own, with all its tools.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::sums;
use crate::page::names::BUILT_IN;
use crate::run;

/// The folders of the two builds. The names have different lengths and depths, so that a path in a build is noticed.
const PLACES: [&str; 2] = ["a", "another-folder/further-down"];

/// Builds the current commit twice from scratch, and fails if any file differs.
pub(crate) fn reproduce() -> Result<()> {
    let base = std::env::current_dir()?.join("target").join("reproduce");
    // It is looked up once, because the work may go on meanwhile.
    let commit = run::printed(Command::new("git").args(["rev-parse", "HEAD"])).context("this is no clone of git")?;
    let mut built = Vec::new();
    for place in PLACES {
        let folder = base.join(place);
        if folder.exists() {
            fs::remove_dir_all(&folder).with_context(|| format!("cannot clear {}", folder.display()))?;
        }
        run::note(&format!("building {commit} in {}", folder.display()));
        run::run(Command::new("git").args(["clone", "--quiet", "--no-checkout", "."]).arg(&folder))?;
        run::run(Command::new("git").args(["checkout", "--quiet", "--detach", &commit]).current_dir(&folder))?;
        // What Cargo tells this program about itself must not reach the other one.
        let mut dist = Command::new("cargo");
        dist.args(["xtask", "dist"])
            .current_dir(&folder)
            .env_remove("CARGO_TARGET_DIR")
            .env_remove("CARGO_MANIFEST_DIR");
        run::run(&mut dist)?;
        built.push(folder.join(BUILT_IN));
    }
    let [one, other] = &built[..] else { bail!("there must be two builds") };
    compare(one, other)?;
    println!("{}", read(one)?);
    run::note("two builds in different folders gave the same bytes, as above");
    // The folders are deleted if the builds are the same. If they differ, they stay for inspection.
    fs::remove_dir_all(&base).with_context(|| format!("cannot clear {}", base.display()))
}

/// Fails with the names of the files that differ.
fn compare(one: &Path, other: &Path) -> Result<()> {
    let (here, there) = (read(one)?, read(other)?);
    let differing: Vec<_> = here.lines().filter(|line| !there.lines().any(|other| other == *line)).collect();
    if differing.is_empty() && here.lines().count() == there.lines().count() {
        return Ok(());
    }
    bail!("these files of {} are not those of {}:\n{}", one.display(), other.display(), differing.join("\n"))
}

fn read(dist: &Path) -> Result<String> {
    let file: PathBuf = dist.join(sums::NAME);
    fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))
}
