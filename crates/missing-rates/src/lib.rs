//! What share of children went missing from care.
//!
//! Bytes of returns go in, one [`Report`](report::Report) comes out. The crate knows no browser, no clock, no file
//! system and no network; it holds the whole of the domain, and runs the same everywhere.
//!
//! ```text
//! bytes -> read -> returns -> care (SSDA903 only) -> rates -> report
//! ```
#![forbid(unsafe_code)]

pub mod answer;
pub mod area;
mod asked;
pub mod care;
pub mod checks;
pub mod cohort;
pub mod decisions;
pub mod disclosure;
mod foi;
pub mod group;
pub mod mapping;
pub mod observation;
mod order;
pub mod period;
mod publish;
pub mod published;
pub mod rates;
pub mod read;
pub mod report;
pub mod returns;
pub mod standing;

pub use asked::{Asked, PublishedYears};
pub use order::Ordered;
pub use returns::Returns;

/// The version of the engine, as it stands in every report.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Where its definitions stand.
pub const DEFINITIONS: &str = concat!("docs/method.md of missing-from-care ", env!("CARGO_PKG_VERSION"));
