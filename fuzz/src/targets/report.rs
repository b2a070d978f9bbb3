//! Bytes of files to a report, exact and safe, of whatever is asked.

use fastrand::Rng;

use crate::case::Case;
use crate::checks;
use crate::page::{asked, read};

pub(super) fn run(case: &Case, chance: &mut Rng) -> Result<u64, String> {
    let returns = read(&case.files);
    let query = asked(chance);
    let report = returns.report(&query);
    checks::report(&report)?;
    Ok(checks::shown(&report))
}
