//! All that the page may name of the engine: periods and files by name, and the sum of two typed numbers.

pub use missing_rates::period::{Day, Period};
pub use missing_rates::rates::{Estimate, NoProportion, Outline, Proportion, outline};
pub use missing_rates::read::{NAME_JOINT, PASTED};
pub use missing_rates::report::{Disclosure, Rename};
pub use missing_rates::{FileId, Step, VERSION};
