//! Finds or installs what the other commands need. Doing it again takes a second.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result};

use crate::run;

mod apt;
mod browser;
mod cargo_tools;
mod npm;
mod wasm_target;

pub(crate) use wasm_target::builds_std;

pub(crate) use browser::Browser;

/// A machine that has been set up.
pub(crate) struct Tools {
    /// The PATH to programs, ours before those of the machine.
    path: OsString,
    /// Whether the page's compiler is rustup's, which includes Clippy for the page.
    pub(crate) rustup: bool,
}

impl Tools {
    /// A command that finds the programs that were set up.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(run::find(program, &self.path).unwrap_or_else(|| program.into()));
        command.env("PATH", &self.path);
        if let Some(flags) = places_unnamed() {
            command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags);
        }
        command
    }
}

/// The flags that make the page's compiler name its sources relative to the workspace and the registry, instead of
/// their folders on this machine: a distributed program must not say who built it. Only the page's target has these
/// flags.
///
/// `None` if a folder has a space in its name, which such flags cannot contain.
fn places_unnamed() -> Option<String> {
    let home = env::var_os("HOME").map(PathBuf::from);
    let kept = |variable: &str, folder: &str| {
        env::var_os(variable).map(PathBuf::from).or_else(|| home.as_ref().map(|home| home.join(folder)))
    };
    let places = [
        (kept("CARGO_HOME", ".cargo")?, "cargo"),
        (kept("RUSTUP_HOME", ".rustup")?, "rust"),
        (env::current_dir().ok()?, "."),
    ];
    let flags = places.map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()));
    flags.iter().all(|flag| !flag.contains(char::is_whitespace)).then(|| flags.join(" "))
}

/// Everything that is needed to build the page.
pub(crate) fn to_build() -> Result<Tools> {
    let cache = cache()?;
    npm::packages()?;
    let target = wasm_target::set_up(&cache)?;
    let installed = cargo_tools::set_up(&cache.join("tools"))?;
    // Trunk is told to stay offline, so that it fetches no tools. Then it fetches no crates either.
    run::run(Command::new("cargo").args(["fetch", "--locked", "--quiet"])).context("the crates were not fetched")?;

    let node_tools = env::current_dir()?.join("node_modules").join(".bin");
    let mut folders = vec![installed.join("bin"), node_tools];
    folders.splice(0..0, target.cargo);
    folders.extend(env::split_paths(&run::own_path()));
    Ok(Tools { path: env::join_paths(folders)?, rustup: target.rustup })
}

/// Everything that is needed to test the page: what builds it, and a browser.
pub(crate) fn to_test() -> Result<(Tools, Browser)> {
    browser::set_up_others();
    Ok((to_build()?, browser::set_up()?))
}

/// The folder for tools, shared by every copy of the project on this machine.
fn cache() -> Result<PathBuf> {
    let home = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let caches = home("XDG_CACHE_HOME")
        .or_else(|| home("HOME").map(|home| home.join(".cache")))
        .or_else(|| home("LOCALAPPDATA"))
        .context("neither XDG_CACHE_HOME, HOME nor LOCALAPPDATA says where tools can be installed")?;
    let cache = caches.join("missing-from-care");
    fs::create_dir_all(&cache).with_context(|| format!("cannot make {}", cache.display()))?;
    Ok(cache)
}
