//! The page, ready to be copied to any web server.

use std::path::Path;
use std::{env, fs};

use anyhow::{Context, Result, bail};

use crate::run;
use crate::setup::Tools;

/// Where the page is built.
pub(crate) const FOLDER: &str = "dist";

/// Builds the page into [`FOLDER`].
pub(crate) fn dist(tools: &Tools) -> Result<()> {
    run::run(tools.command("trunk").args(["build", "--release"])).context("the page was not built")?;
    names_no_folder(Path::new(FOLDER))
}

/// Fails if a program of the page names the folder that it was built in: what is handed out says nothing of who built it.
/// A folder with a space in its name cannot be kept out; see `setup`.
fn names_no_folder(dist: &Path) -> Result<()> {
    let folder = env::current_dir()?.display().to_string() + "/";
    if folder.contains(char::is_whitespace) {
        return Ok(());
    }
    for entry in fs::read_dir(dist)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "wasm") {
            let program = fs::read(&path)?;
            if program.windows(folder.len()).any(|window| window == folder.as_bytes()) {
                bail!("{} names the folder {folder}", path.display());
            }
        }
    }
    Ok(())
}
