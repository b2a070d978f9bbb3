//! The program, run on the samples.
#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The sample return.
pub(crate) const RETURN: [&str; 4] =
    ["ssda903/header.csv", "ssda903/episodes.csv", "ssda903/uasc.csv", "ssda903/missing.csv"];

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../static/samples")
}

/// The exit status, what is printed, and what is said of the files.
pub(crate) fn run(arguments: &[&str]) -> (i32, String, String) {
    let command = Command::new(env!("CARGO_BIN_EXE_missing-from-care")).current_dir(samples()).args(arguments).output();
    let Output { status, stdout, stderr } = command.unwrap();
    (status.code().unwrap(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}
