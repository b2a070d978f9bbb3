//! The compiler's target for the page, `wasm32-unknown-unknown`.

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
/// The standard library's source.
const DEBIAN_STD: &str = "/usr/lib/rustlib/src/rust/library/Cargo.toml";

/// The compiler of the page.
pub(super) enum Compiler {
    /// The Rust that compiles everything else.
    Rustup,
    /// Debian's, through a `cargo` in this folder that comes first on PATH.
    Debian { cargo: PathBuf },
}

/// Makes sure that the target is installed: rustup's, or Debian's if that cannot be had.
pub(super) fn set_up(cache: &Path) -> Result<Compiler> {
    if env::var_os("MISSING_FROM_CARE_RUST").is_some_and(|value| value == "debian") {
        return debian(cache);
    }
    if has_target() {
        return Ok(Compiler::Rustup);
    }
    run::note(&format!("adding the target {TARGET} with rustup"));
    let by_hand = format!("`rustup target add {TARGET}` failed, and the page cannot be built without it");
    match run::run(Command::new("rustup").args(["target", "add", TARGET])) {
        Ok(()) => Ok(Compiler::Rustup),
        Err(error) if apt::is_usable() => {
            run::note(&format!("{error}; trying Debian's compiler instead"));
            debian(cache).context(by_hand)
        }
        Err(error) => Err(error).context(by_hand),
    }
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

    let folder = cache.join("debian");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let usual = run::find("cargo", &run::own_path()).context("there is no cargo on PATH")?;
    write_program(&folder.join("cargo"), &cargo(&usual))?;
    Ok(Compiler::Debian { cargo: folder })
}

/// A `cargo` for Trunk: builds for the web go to Debian's, everything else to the usual one.
fn cargo(usual: &Path) -> String {
    format!(
        r#"#!/bin/sh
case " $* " in
*[\ =]{TARGET}\ *)
    RUSTC={DEBIAN_RUSTC} RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort exec {DEBIAN_CARGO} "$@" ;;
*) exec '{}' "$@" ;;
esac
"#,
        usual.display()
    )
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
    anyhow::bail!("{} is only of use on Debian", file.display())
}
