//! Whole other worlds: proof that a hidden count could be another number, for anybody.
//!
//! A [`Model`] lists every count that is printed or known, and *moves*: small changes of whom the records are about, such
//! as two children who change places. A move changes counts as records do, so that whatever holds of all records holds
//! after it. A world is a few moves that leave every count as it is seen. A hidden count that has other numbers in two
//! worlds could be any of three: two such worlds beside the true one are its protection interval.
//!
//! Where no two are found in a bounded number of steps, more is hidden: what is in the way, and in the end everything
//! that can be hidden. What is shown is never less safe for a bound.

mod model;
mod protect;
mod search;

pub(super) use model::{Counted, Model, Move, Unit, added_up};
pub(super) use protect::protect;
