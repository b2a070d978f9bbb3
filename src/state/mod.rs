//! What the page holds (`held`), and the one place where it changes (`change`).

mod action;
mod change;
mod held;
#[cfg(test)]
mod tests;

pub(crate) use action::{Action, Chosen};

pub(crate) use held::{EngineHealth, Focus, ListedFile, Network, Progress, Samples, State};
