//! Alternatives to the records: proof that a hidden count could be another number, for anybody.
//!
//! A [`Model`] lists every count that is printed or known, and *moves*: small changes of whom the records are about, such
//! as two children who change places. A move changes counts as records do, so that whatever holds of all records holds
//! after it. An alternative is a few moves that leave every count as it is seen. A hidden count that has other numbers in two
//! alternatives could be any of three: two such alternatives beside the true one are its protection interval.
//!
//! Nothing is shown at first that can be hidden. Then one thing after another is shown, the most valuable first, where two
//! alternatives are found even so for every count that must be open. Where the search is given up, after a number of steps that
//! is the same on every machine, less is shown, never more.

mod marks;
mod model;
mod protect;
mod search;

pub(super) use marks::{Marks, mark};
pub(super) use model::{Counted, Model, Move, Sums, Unit, added_up};
pub(super) use protect::{protect, protect_apart};
