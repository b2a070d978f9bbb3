//! Opens exports in a spreadsheet program, if there is one.

use std::process::Command;

use anyhow::Result;

use super::tally::Tally;
use crate::run;

/// The tests that open them (`crates/cli/tests/spreadsheet.rs`, `crates/cli/tests/workbooks.rs`).
pub(super) const TESTS: [&str; 2] =
    ["no_export_has_a_formula", "a_workbook_that_was_written_is_read_by_an_office_program"];

pub(super) fn check(tally: &mut Tally) -> Result<()> {
    if run::find("soffice", &run::own_path()).is_none() {
        println!("\nLibreOffice is not installed: no export is opened in it ({} tests skipped)", TESTS.len());
        tally.skip(TESTS.len() as u64);
        return Ok(());
    }
    let mut cargo = Command::new("cargo");
    cargo.args(["test", "-p", "missing-from-care-cli", "--test", "spreadsheet", "--test", "workbooks", "--"]);
    cargo.arg("--include-ignored").args(TESTS);
    tally.run("Exports in LibreOffice", &mut cargo)
}
