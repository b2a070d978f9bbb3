//! Checks the work of others with `cargo deny` (`deny.toml`), if it is installed.

use std::env;
use std::ffi::OsString;
use std::process::Command;

use anyhow::Result;

use crate::run;

/// Checks licences, sources and duplicate versions, and advisories if their database can be reached. Without the
/// program nothing is checked here: our own tests check versions, and `cargo xtask dist` checks the licences of what is
/// distributed.
///
/// Returns how many of its two checks were left out.
pub(super) fn check(cargo: &mut dyn FnMut(&str, &[&str]) -> Result<()>) -> Result<u64> {
    if run::find("cargo-deny", &run::own_path()).is_none() {
        println!("\n`cargo deny` is not installed: advisories are not looked up (2 checks skipped)");
        return Ok(2);
    }
    cargo("Dependencies", &["deny", "--workspace", "check", "licenses", "bans", "sources"])?;
    let fetched = run::printed(Command::new(cargo_program()).args(["deny", "fetch", "db"]));
    if fetched.is_none() {
        println!("the database of advisories cannot be reached: they are not looked up (1 check skipped)");
        return Ok(1);
    }
    cargo("Advisories", &["deny", "--workspace", "--offline", "check", "advisories"])?;
    Ok(0)
}

fn cargo_program() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}
