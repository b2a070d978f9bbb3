//! The page's words: messages made from the `.ftl` files at build time, and how numbers, dates and the engine's values
//! read in them. No component holds words of its own; no word here decides what is shown.

use yew::AttrValue;

pub(crate) mod format;
mod groups;
mod names;
mod plural;
mod problems;

/// A text that was put together, as Yew takes it. Not inlined: a few hundred places use it.
#[inline(never)]
fn written(text: String) -> AttrValue {
    text.into()
}

#[expect(clippy::all, clippy::pedantic, reason = "made by build.rs")]
mod en {
    include!(concat!(env!("OUT_DIR"), "/en.rs"));
}

pub(crate) use en::*;
pub(crate) use groups::{by, code, group, length, measure, on_list, times, verb};
pub(crate) use names::{cohort, disclosure, headline, kind, part, who};
pub(crate) use problems::{problem, reason};

#[cfg(test)]
mod tests;
