//! Figures that can be published without giving away a child. Belongs here: what is hidden, what is rounded. Does not:
//! which figures a report has, how they are worded.
//!
//! **The rule.** A count of 1 to 5 becomes `c`. Then further counts of the same tables become `c`, until nobody who knows
//! how they hang together (which are sums of which, which cannot exceed which) can work out a hidden count: each could
//! still be any of three numbers. Nought stays nought, and so says nothing of others. A share or an average is hidden where
//! either of its parts is. What is shown can be rounded to 5 or 10 on top, halves away from zero; shares and averages are
//! then those of the rounded counts, so that they do not give the exact ones away.
//!
//! **How it is held.** Counts are cells of one [`Cells`], however many tables they stand in, so that what one table hides
//! another does not give away. What is known of them is linear: a weighted sum of cells equals nought, or is at most
//! nought. `witness.rs` looks for whole other worlds: numbers for all hidden cells that fit everything shown, in which one
//! cell is another number. A cell with two such worlds beside the true one is safe, whoever looks; where none are found,
//! more is hidden.

mod cells;
mod choose;
mod hidden;
mod program;
#[cfg(test)]
pub(crate) mod tests;
mod witness;

pub use cells::{Cell, Cells};
pub use choose::{few_alone, protect};
pub use hidden::Hidden;

/// What chooses the cells to hide.
pub(crate) type Rule = fn(&Cells) -> Hidden;

/// The largest count that is hidden for itself: 1 to 5.
pub const FEW: u64 = 5;

/// How many numbers a hidden count must at least be able to be.
pub const ABLE_TO_BE: usize = 3;
