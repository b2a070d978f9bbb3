//! What share of children went missing from care.
//!
//! Bytes of returns go in, one [`Report`](report::Report) comes out.
//!
//! Invariants:
//! - No browser, no clock, no file system, no network and no `unsafe`; no sentences, but typed findings, problems and reasons.
//! - The same bytes give the same report on every machine, in any order of files and rows.
//! - [`report`] imports nothing that calculates.
//!
//! ```text
//! bytes -> read -> returns -> reconcile (answers), care and checks (SSDA903) -> rates -> report -> safe to publish
//! ```
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod answer;
pub mod area;
mod calculate;
pub mod care;
pub mod changed_answers;
pub mod checks;
pub mod cohort;
pub mod decisions;
mod file_id;
mod file_names;
mod foi;
pub mod group;
pub mod interviews;
pub mod kept;
mod ledger;
pub mod mapping;
pub mod observation;
mod one_name;
mod order;
mod percent;
pub mod period;
pub mod published;
mod query;
pub mod rates;
pub mod read;
mod reconcile;
pub mod report;
mod returns;
pub mod safe;
pub mod since;
pub mod single;
pub mod standing;

pub use calculate::{OnProgress, Progress, Step};
pub use file_id::FileId;
pub use order::Ordered;
pub use period::PublishedYears;
pub use query::{Query, Said};
pub use returns::Returns;

/// The version of the engine, as it is in every report.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Where its definitions stand.
pub const DEFINITIONS: &str = concat!("docs/method.md of missing-from-care ", env!("CARGO_PKG_VERSION"));
