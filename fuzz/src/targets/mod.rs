//! What is run with each case: one file each. A target gives back what a case has shown, as a number that is the same for
//! cases which show the same; or what broke.

mod chunks;
mod commands;
mod documents;
mod embed;
mod orders;
mod parts;
mod report;
mod workbooks;

use fastrand::Rng;

use crate::case::Case;

/// Something to run with cases.
pub(crate) struct Target {
    pub(crate) name: &'static str,
    /// How often a run reads the files of its case.
    pub(crate) reads: u32,
    pub(crate) run: fn(&Case, &mut Rng) -> Result<u64, String>,
}

/// Every target. One more is a file and a line.
pub(crate) const TARGETS: &[Target] = &[
    Target { name: "report", reads: 1, run: report::run },
    Target { name: "parts", reads: 1, run: parts::run },
    Target { name: "chunks", reads: 2, run: chunks::run },
    Target { name: "orders", reads: 2, run: orders::run },
    Target { name: "documents", reads: 1, run: documents::run },
    Target { name: "commands", reads: 1, run: commands::run },
    Target { name: "embed", reads: 1, run: embed::run },
    Target { name: "workbooks", reads: 1, run: workbooks::run },
];

impl Target {
    pub(crate) fn named(name: &str) -> Option<&'static Self> {
        TARGETS.iter().find(|target| target.name == name)
    }
}
