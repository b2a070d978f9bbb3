//! Opens exports in a spreadsheet program, if there is one.

use std::process::Command;

use anyhow::Result;

use super::tally::Tally;
use crate::run;

/// The tests that open them (`spreadsheet.rs` and `workbooks.rs` of the program), and those that have it write workbooks
/// (`crates/workbooks/tests/office.rs`).
pub(super) const TESTS: [&str; 4] = [
    "no_export_has_a_formula",
    "a_workbook_that_was_written_is_read_by_an_office_program",
    "an_old_workbook_of_an_office_program_says_what_the_new_one_says",
    "what_the_tests_write_by_hand_is_what_an_office_program_reads",
];

const TARGETS: [&str; 9] = [
    "-p",
    "missing-from-care-cli",
    "-p",
    "workbooks",
    "--test=spreadsheet",
    "--test=workbooks",
    "--test=office",
    "--",
    // Two that start beside each other have stopped each other.
    "--test-threads=1",
];

pub(super) fn check(tally: &mut Tally) -> Result<()> {
    if run::find("soffice", &run::own_path()).is_none() {
        println!("\nLibreOffice is not installed: nothing is opened in it ({} tests skipped)", TESTS.len());
        tally.skip(TESTS.len() as u64);
        return Ok(());
    }
    let mut cargo = Command::new("cargo");
    cargo.arg("test").args(TARGETS).arg("--include-ignored").args(TESTS);
    tally.run("Exports in LibreOffice", &mut cargo)
}
