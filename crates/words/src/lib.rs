//! Every sentence that a person reads: the messages of each language, and how numbers, days and the engine's values read
//! in them.
//!
//! Invariants: nothing here decides what is shown, and nothing here knows a browser. The language is a parameter of
//! every call, never kept anywhere. A message that a program does not use is not in it, so the page carries its own alone.
//!
//! A language is a folder of `languages/`: its messages (Fluent), how it separates digits (`language.ftl`), and which
//! plural goes with a number (`plural.rs`). The build makes a method of [`Language`] for each message, and stops where a
//! language lacks one.

#![forbid(unsafe_code)]

mod changes;
mod chase;
mod files;
mod groups;
mod letters;
mod mistakes;
mod names;
mod number;
mod plural;
mod problems;
mod quality;
mod rules;
mod time;
mod weak;

/// A text, cheap to hand on. It is what Yew's components take as `AttrValue`.
pub type Text = implicit_clone::unsync::IString;

/// A text that was put together. Not inlined: a few hundred places use it.
#[inline(never)]
fn written(text: String) -> Text {
    text.into()
}

#[expect(clippy::all, clippy::pedantic, reason = "made by build/main.rs")]
mod messages {
    use crate::{Text, written};

    include!(concat!(env!("OUT_DIR"), "/languages.rs"));
}

pub use messages::*;

#[cfg(test)]
mod tests;
