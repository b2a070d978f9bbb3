//! The page in a frame of somebody else's page: how it looks there, what it gets from that page and what it sends.
//! Belongs here: everything that crosses between the two. Does not: what a person sees.
//!
//! The other page decides how the frame looks, by the fragment of the frame's address ([`Options`]), and may hand over
//! figures of its own, by a message. It learns how high the frame is, and what a visitor shares by pressing a button.

mod host;
mod options;
mod outlines;
mod plain;

pub(crate) use host::Host;
pub(crate) use options::{Mode, Options};
pub(crate) use outlines::of_typed;
