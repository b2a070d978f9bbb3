//! The answers of authorities, and which of them and of their sums a safe report hides.

mod answerer;
mod feasible;
mod given_away;
mod list;
mod moves;
mod rests;

pub(super) use list::Answers;
pub(super) use moves::hide;
