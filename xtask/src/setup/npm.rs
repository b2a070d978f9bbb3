//! Node's packages: the page's styles, `sass`, `wasm-opt` and Playwright.

use std::path::Path;
use std::process::Command;
use std::{fs, io, time};

use anyhow::{Context, Result, bail};

use crate::run;

/// The oldest Node that Playwright and Sass run on.
const NODE: u32 = 20;

/// Installs the packages of package-lock.json, unless they have been installed since it last changed.
pub(super) fn packages() -> Result<()> {
    let program = |name| run::find(name, &run::own_path());
    let (Some(node), Some(npm)) = (program("node"), program("npm")) else {
        bail!("Node.js {NODE} or newer, with npm, is needed: https://nodejs.org");
    };
    let version = run::printed(Command::new(node).arg("--version")).unwrap_or_default();
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE) {
        bail!("Node.js {NODE} or newer is needed, and `node --version` prints `{version}`: https://nodejs.org");
    }

    // npm writes this file when it has finished.
    let installed = changed(Path::new("node_modules/.package-lock.json"));
    let wanted = changed(Path::new("package-lock.json")).context("package-lock.json cannot be read")?;
    if installed.is_ok_and(|installed| installed >= wanted) {
        return Ok(());
    }
    run::note("installing Node's packages (npm ci)");
    let mut ci = Command::new(npm);
    ci.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
    // Playwright drives the browser of the machine.
    ci.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    run::run(&mut ci).context("Node's packages were not installed")
}

fn changed(file: &Path) -> io::Result<time::SystemTime> {
    fs::metadata(file)?.modified()
}
