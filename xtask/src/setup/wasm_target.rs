//! The compiler's target for the page, `wasm32-unknown-unknown`, and the standard library that the page is built with: it is
//! compiled with the page's programs, so that it is as small as they are (decision 0035).

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result};

use super::apt;
use crate::run;

const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's compiler for the web: the compiler, cargo, the standard library's source, and the linker.
const DEBIAN: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm"];

const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
/// The standard library's source, in a folder of the compiler.
const STD: &str = "lib/rustlib/src/rust/library/Cargo.toml";
const DEBIAN_STD: &str = "/usr/lib/rustlib/src/rust/library/Cargo.toml";

/// Has cargo compile the standard library too, which only compilers that are told so do.
const WITH_STD: &str = "RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort";

/// Leaves out what a panic would say: nobody reads it, and a program that panics is ended and started again.
const SILENT: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=\"$CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS -Zunstable-options -Cpanic=immediate-abort\"";

/// The compiler of the page.
pub(super) struct Compiler {
    /// Whether it is the Rust that compiles everything else, and not Debian's.
    pub(super) rustup: bool,
    /// The folder of a `cargo` that comes first on PATH. A machine that cannot have one builds larger programs.
    pub(super) cargo: Option<PathBuf>,
}

/// Makes sure that the target is installed: rustup's, or Debian's if that cannot be had.
pub(super) fn set_up(cache: &Path) -> Result<Compiler> {
    let asked = env::var("MISSING_FROM_CARE_RUST").unwrap_or_default();
    if asked == "debian" {
        return debian(cache);
    }
    let usual = || if asked == "plain" { Compiler { rustup: true, cargo: None } } else { with_std(cache) };
    if has_target() {
        return Ok(usual());
    }
    run::note(&format!("adding the target {TARGET} with rustup"));
    let by_hand = format!("`rustup target add {TARGET}` failed, and the page cannot be built without it");
    match run::run(Command::new("rustup").args(["target", "add", TARGET])) {
        Ok(()) => Ok(usual()),
        Err(error) if apt::is_usable() => {
            run::note(&format!("{error}; trying Debian's compiler instead"));
            debian(cache).context(by_hand)
        }
        Err(error) => Err(error).context(by_hand),
    }
}

/// The compiler that compiles everything else, with the standard library's source where that can be had.
fn with_std(cache: &Path) -> Compiler {
    let cargo = source().and_then(|()| {
        let usual = run::find("cargo", &run::own_path()).context("there is no cargo on PATH")?;
        let builds = format!("{WITH_STD} {SILENT} exec '{}' \"$@\"", usual.display());
        proxy(&cache.join("rustup"), &["build\\ *", "rustc\\ *"], &builds, &usual)
    });
    if let Err(error) = &cargo {
        run::note(&format!("{error:#}; the page's programs will be larger than they need to be"));
    }
    Compiler { rustup: true, cargo: cargo.ok() }
}

/// Whether the page is built with a standard library of its own on this machine: its source is there, and nobody asked for less.
pub(crate) fn builds_std() -> bool {
    let asked = env::var("MISSING_FROM_CARE_RUST").unwrap_or_default();
    let is_there = || {
        run::printed(Command::new("rustc").args(["--print", "sysroot"]))
            .is_some_and(|compiler| Path::new(compiler.trim()).join(STD).exists())
    };
    asked == "debian" || asked != "plain" && is_there()
}

/// The standard library's source and the crates that it needs.
fn source() -> Result<()> {
    let compiler =
        run::printed(Command::new("rustc").args(["--print", "sysroot"])).context("there is no rustc on PATH")?;
    let manifest = Path::new(compiler.trim()).join(STD);
    if !manifest.exists() {
        run::note("adding the standard library's source with rustup");
        run::run(Command::new("rustup").args(["component", "add", "rust-src"]))?;
    }
    let mut fetch = Command::new("cargo");
    fetch.args(["fetch", "--locked", "--quiet", "--target", TARGET, "--manifest-path"]).arg(manifest);
    run::run(fetch.env("RUSTC_BOOTSTRAP", "1")).context("the crates of the standard library were not fetched")
}

fn has_target() -> bool {
    run::printed(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]))
        .is_some_and(|folder| fs::read_dir(folder).is_ok_and(|mut files| files.next().is_some()))
}

/// Debian's compiler has the target but not its standard library, which cargo builds from source.
fn debian(cache: &Path) -> Result<Compiler> {
    let installed = [DEBIAN_CARGO, DEBIAN_RUSTC, DEBIAN_STD];
    if !installed.iter().all(|file| Path::new(file).exists()) {
        apt::install(DEBIAN)?;
    }
    // The linker is a link into a package that Debian's compiler only recommends, such as `lld-22`, which is also the
    // linker's name.
    let linker = fs::read_link("/usr/bin/rust-lld").context("Debian's compiler has come without its linker")?;
    if !Path::new("/usr/bin/rust-lld").exists() {
        apt::install(&[&linker.file_name().unwrap_or_default().to_string_lossy()])?;
    }
    let mut fetch = Command::new(DEBIAN_CARGO);
    fetch.args(["fetch", "--locked", "--quiet", "--target", TARGET, "--manifest-path", DEBIAN_STD]);
    run::run(fetch.env("RUSTC", DEBIAN_RUSTC).env("RUSTC_BOOTSTRAP", "1"))
        .context("the crates of the standard library were not fetched")?;

    let usual = run::find("cargo", &run::own_path()).context("there is no cargo on PATH")?;
    let all = format!("RUSTC={DEBIAN_RUSTC} {WITH_STD} exec {DEBIAN_CARGO} \"$@\"");
    Ok(Compiler { rustup: false, cargo: Some(proxy(&cache.join("debian"), &[""], &all, &usual)?) })
}

/// Makes a `cargo` for Trunk in a folder: it does `instead` for commands for the web that begin with one of `which`, and does
/// everything else as usual. Gives the folder.
fn proxy(folder: &Path, which: &[&str], instead: &str, usual: &Path) -> Result<PathBuf> {
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let which: Vec<_> = which.iter().map(|first| format!("{first}*[\\ =]{TARGET}\\ *")).collect();
    let text = format!(
        r#"#!/bin/sh
case "$* " in
{})
    {instead} ;;
*) exec '{}' "$@" ;;
esac
"#,
        which.join("|"),
        usual.display()
    );
    write_program(&folder.join("cargo"), &text)?;
    Ok(folder.to_owned())
}

#[cfg(unix)]
fn write_program(file: &Path, text: &str) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::write(file, text)
        .and_then(|()| fs::set_permissions(file, fs::Permissions::from_mode(0o755)))
        .with_context(|| format!("cannot write {}", file.display()))
}

#[cfg(not(unix))]
fn write_program(file: &Path, _: &str) -> Result<()> {
    anyhow::bail!("{} would be a program of a shell, which this system lacks", file.display())
}
