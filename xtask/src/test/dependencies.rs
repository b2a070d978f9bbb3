//! What others wrote, asked of `cargo deny` (`deny.toml`) where it is installed.

use std::env;
use std::ffi::OsString;
use std::process::Command;

use anyhow::Result;

use crate::run;

/// Checks licences, sources and double versions, and advisories where their database can be reached. Without the program
/// nothing is checked here: tests of our own hold versions, and `cargo xtask dist` the licences of what is handed out.
pub(super) fn check(cargo: &mut dyn FnMut(&str, &[&str]) -> Result<()>) -> Result<()> {
    if run::find("cargo-deny", &run::own_path()).is_none() {
        println!("\n`cargo deny` is not installed: advisories are not looked up");
        return Ok(());
    }
    cargo("Dependencies", &["deny", "check", "licenses", "bans", "sources"])?;
    let fetched = run::printed(Command::new(cargo_program()).args(["deny", "fetch", "db"]));
    if fetched.is_none() {
        println!("the database of advisories cannot be reached: they are not looked up");
        return Ok(());
    }
    cargo("Advisories", &["deny", "check", "--disable-fetch", "advisories"])
}

fn cargo_program() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}
