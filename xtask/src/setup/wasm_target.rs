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

/// Who compiles the page.
pub(super) enum Compiler {
    /// The Rust that compiles everything else.
    Rustup,
    /// Debian's, by way of a `cargo` in this folder, to be put first on PATH.
    Debian { cargo: PathBuf },
}

/// Sees that the target is there: rustup's, or where that cannot be had, Debian's.
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
    // The last of the packages' files to be needed: the linker and the source.
    let installed = ["/usr/bin/cargo", "/usr/bin/rustc", "/usr/lib/rustlib/src/rust/library/std/Cargo.toml"];
    if !installed.iter().all(|file| Path::new(file).exists()) {
        apt::install(DEBIAN)?;
    }
    let folder = cache.join("debian");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let usual = run::find("cargo", &run::own_path()).context("there is no cargo on PATH")?;
    write_program(&folder.join("cargo"), &cargo(&usual))?;
    Ok(Compiler::Debian { cargo: folder })
}

/// A `cargo` for Trunk: what is for the web goes to Debian's, everything else to the usual one.
fn cargo(usual: &Path) -> String {
    format!(
        r#"#!/bin/sh
case " $* " in
*[\ =]{TARGET}\ *)
    # The standard library's own lock file names no crate that is not in Debian's source package.
    RUSTC=/usr/bin/rustc RUSTDOC=/usr/bin/rustdoc RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort \
        exec /usr/bin/cargo "$@" ;;
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
