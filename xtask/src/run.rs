//! Finds and runs other programs.

use std::env;
use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// The endings of programs. On Windows, Node's tools are scripts with an ending of their own.
const ENDINGS: &[&str] = if cfg!(windows) { &["exe", "cmd", "bat"] } else { &[""] };

/// Where a program is on `path`.
pub(crate) fn find(program: &str, path: &OsStr) -> Option<PathBuf> {
    env::split_paths(path)
        .flat_map(|folder| ENDINGS.iter().map(move |ending| folder.join(program).with_extension(ending)))
        .find(|file| file.is_file())
}

/// The PATH that this program was started with.
pub(crate) fn own_path() -> std::ffi::OsString {
    env::var_os("PATH").unwrap_or_default()
}

/// A command as a person would type it.
pub(crate) fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

/// Runs a program to its end. Its output goes where ours goes.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot run `{}`", shown(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", shown(command));
    }
    Ok(())
}

/// What a program prints; `None` if it cannot be run or fails.
pub(crate) fn printed(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Says what is being done, so that nobody wonders during a long silence.
pub(crate) fn note(text: &str) {
    println!("xtask: {text}");
}
