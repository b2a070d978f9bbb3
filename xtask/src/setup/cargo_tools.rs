//! Trunk, which builds the page, and `wasm-bindgen`, which joins Rust and JavaScript.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result};

use crate::run;

/// A program that `cargo install` builds.
struct Tool<'a> {
    package: &'a str,
    version: String,
    programs: &'a [&'a str],
    arguments: &'a [&'a str],
    time: &'a str,
}

/// Makes sure that the tools are on PATH or in `root`, and installs missing ones in `root`. Returns `root`.
pub(super) fn set_up(root: &Path) -> Result<PathBuf> {
    let tools = [
        Tool {
            package: "trunk",
            version: trunk_version()?,
            programs: &["trunk"],
            // It needs only enough to serve a folder, and no OpenSSL on the machine.
            arguments: &["--no-default-features", "--features", "rustls"],
            time: "3 to 6 minutes, once",
        },
        Tool {
            package: "wasm-bindgen-cli",
            version: locked_version("wasm-bindgen")?,
            programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
            arguments: &[],
            time: "1 to 2 minutes, once",
        },
    ];
    let path = env::join_paths([root.join("bin")].into_iter().chain(env::split_paths(&run::own_path())))?;
    for tool in tools {
        let found = |program: &&str| run::find(program, &path).is_some_and(|file| is_version(&file, &tool.version));
        if !tool.programs.iter().all(found) {
            install(&tool, root)?;
        }
    }
    Ok(root.to_owned())
}

fn install(tool: &Tool, root: &Path) -> Result<()> {
    run::note(&format!("building {} {} ({})", tool.package, tool.version, tool.time));
    let mut install = Command::new("cargo");
    install.args(["install", "--quiet", "--locked", "--force", tool.package, "--version", &tool.version]);
    install.args(tool.arguments).arg("--root").arg(root);
    // They run a few times a day, so a fast build matters more than a fast program.
    install.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0").env("CARGO_PROFILE_RELEASE_LTO", "off");
    run::run(&mut install).with_context(|| format!("{} was not installed", tool.package))
}

/// The version that Trunk.toml asks for.
fn trunk_version() -> Result<String> {
    let text = fs::read_to_string("Trunk.toml").context("cannot read Trunk.toml")?;
    let line = text.lines().find_map(|line| line.strip_prefix("trunk-version = "));
    Ok(line.context("Trunk.toml does not say its `trunk-version`")?.trim_matches('"').to_owned())
}

/// The version of a crate in Cargo.lock.
fn locked_version(name: &str) -> Result<String> {
    let text = fs::read_to_string("Cargo.lock").context("cannot read Cargo.lock")?;
    let named = format!("name = \"{name}\"");
    let mut lines = text.lines().skip_while(|line| *line != named).skip(1);
    let version = lines.next().and_then(|line| line.strip_prefix("version = "));
    Ok(version.with_context(|| format!("Cargo.lock does not hold {name}"))?.trim_matches('"').to_owned())
}

/// Whether the version that a program prints is this one: `trunk 0.21.14`.
fn is_version(program: &Path, version: &str) -> bool {
    run::printed(Command::new(program).arg("--version"))
        .is_some_and(|printed| printed.split_whitespace().any(|word| word == version))
}
