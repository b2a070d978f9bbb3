//! Every sentence that a person reads: messages made from the `.ftl` files at build time, and how numbers, dates and the
//! engine's values read in them.
//!
//! Invariants: nothing here decides what is shown, and nothing here has heard of a browser. A message that nobody uses
//! is left out of a program, so the page carries its own words only.

#![forbid(unsafe_code)]

/// A text, cheap to hand on. It is what Yew's components take as `AttrValue`.
pub type Text = implicit_clone::unsync::IString;

pub mod format;
mod groups;
mod names;
mod plural;
mod problems;
mod weak;

/// A text that was put together. Not inlined: a few hundred places use it.
#[inline(never)]
fn written(text: String) -> Text {
    text.into()
}

#[expect(clippy::all, clippy::pedantic, reason = "made by build.rs")]
mod en {
    include!(concat!(env!("OUT_DIR"), "/en.rs"));
}

pub use en::*;
pub use groups::{by, code, group, length, measure, on_list, times, verb};
pub use names::{cohort, disclosure, headline, kind, who};
pub use problems::{problem, reason};
pub use weak::weakness;

#[cfg(test)]
mod tests;
