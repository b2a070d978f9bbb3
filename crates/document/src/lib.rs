//! What crosses between the page and its worker: blocks and charts, parts, settings, requests and replies.
//!
//! Invariants:
//! - No browser is named here, and no sentence is made: whoever makes a document puts its texts together.
//! - What [`engine`] lists is all that the page may name of the engine. The page does not depend on it otherwise, so that
//!   nothing that reads files or makes reports can come into the first download.

mod block;
mod chart;
pub mod engine;
mod mark;
mod message;
mod outlines;
mod part;
mod setting;
mod shared;
mod table;
mod view;
mod window;
mod wire;

pub use block::*;
pub use chart::*;
pub use mark::{SMALL, outline};
pub use message::{Ask, Format, News, Picture};
pub use outlines::{About, One, Outlines};
pub use part::Part;
pub use setting::{ARRANGE, ASK_COMPLETE, ASK_PERIOD, ASK_YEAR, ASK_ZEROS};
pub use shared::Shared;
pub use table::{Cell, Column, Row, Table};
pub use view::{FileYear, PartName, View};
pub use window::{Arranged, ROWS, Window};
pub use wire::{Wire, decode, encode};

/// A text that is cheap to hand on.
pub type Text = implicit_clone::unsync::IString;
