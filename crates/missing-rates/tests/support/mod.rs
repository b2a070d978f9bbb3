//! Reading files as a page or a terminal would, in tests.
#![allow(clippy::unwrap_used, clippy::expect_used, dead_code)]

pub(crate) mod lists;
pub(crate) mod two_years;

use std::path::PathBuf;

use missing_rates::cohort::{Cohort, Count, Share};
use missing_rates::period::Period;
use missing_rates::read::{ReadFile, Reader};
use missing_rates::report::{Basis, Rate, Reason, Report};
use missing_rates::{Query, Returns};

pub(crate) fn read(name: &str, bytes: &[u8]) -> ReadFile {
    read_by(name, bytes, 1 << 20)
}

pub(crate) fn read_by(name: &str, bytes: &[u8], chunk: usize) -> ReadFile {
    let mut reader = Reader::new(name, Vec::new());
    bytes.chunks(chunk.max(1)).for_each(|part| reader.push(part));
    reader.finish()
}

pub(crate) fn report<B: AsRef<[u8]>>(files: &[(&str, B)]) -> Report {
    report_for(files, None)
}

/// The files, numbered from 1.
pub(crate) fn returns<B: AsRef<[u8]>>(files: &[(&str, B)]) -> Returns {
    let mut returns = Returns::default();
    for (id, (name, bytes)) in (1..).zip(files) {
        returns.add(id, read(name, bytes.as_ref()));
    }
    returns
}

pub(crate) fn report_for<B: AsRef<[u8]>>(files: &[(&str, B)], asked: Option<Period>) -> Report {
    returns(files).report(&Query::period(asked))
}

/// The rate of an area, `None` for the area of a return.
pub(crate) fn rate<'a>(
    report: &'a Report,
    code: Option<&str>,
    cohort: Cohort,
    measure: Share,
    basis: Basis,
) -> &'a Rate {
    find_rate(report, code, cohort, measure, basis)
        .unwrap_or_else(|| panic!("no {basis:?} rate of {cohort:?} in {code:?}"))
}

pub(crate) fn find_rate<'a>(
    report: &'a Report,
    code: Option<&str>,
    cohort: Cohort,
    measure: Share,
    basis: Basis,
) -> Option<&'a Rate> {
    report.rates.iter().find(|r| {
        (r.cohort, r.measure, r.basis) == (cohort, measure, basis)
            && r.area.code.as_ref().map(missing_rates::area::AreaCode::as_str) == code
    })
}

pub(crate) fn total(report: &Report, code: Option<&str>, cohort: Cohort, count: Count) -> u64 {
    let here = |code_of: &Option<_>| code_of.as_ref().map(missing_rates::area::AreaCode::as_str) == code;
    let found = report.totals.iter().find(|t| (t.cohort, t.measure) == (cohort, count) && here(&t.area.code));
    found.and_then(|t| t.exact).unwrap_or_else(|| panic!("no {count:?} of {cohort:?} in {code:?}"))
}

pub(crate) fn set_aside(report: &Report, file: &str) -> Vec<(Reason, u64)> {
    report.set_aside.iter().filter(|a| a.file == file).map(|a| (a.reason, a.count)).collect()
}

pub(crate) fn found(report: &Report) -> Vec<(&str, u64)> {
    report.findings.iter().map(|f| (f.rule, f.count)).collect()
}

/// Every file's rows are used or set aside, and nothing else.
pub(crate) fn assert_balanced(report: &Report) {
    for file in &report.files {
        let [rows, used, aside] = [file.rows, file.rows_used, file.rows_set_aside].map(|rows| rows.number().unwrap());
        assert_eq!(rows, used + aside, "{}", file.name);
    }
    let aside: u64 = report.set_aside.iter().map(|a| a.count).sum();
    assert_eq!(aside, report.files.iter().filter_map(|f| f.rows_set_aside.number()).sum::<u64>());
}

/// A file of the samples that the page offers.
pub(crate) fn sample(path: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../static/samples").join(path);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A file of the tests' own.
pub(crate) fn fixture(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A file of the data that are beside the project. A test that reads one is ignored, and run where they are.
pub(crate) fn beside_the_project(path: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(path);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
