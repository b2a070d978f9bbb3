//! What crosses between the page and its worker: blocks and charts, parts, settings, requests and replies.
//!
//! Invariants:
//! - No browser is named here, and no sentence is made: whoever makes a document puts its texts together.
//! - What [`engine`] lists is all that the page may name of the engine. The page does not depend on it otherwise, so that
//!   nothing that reads files or makes reports can come into the first download.

mod arranged;
mod block;
mod carried;
mod chart;
mod codec;
mod command;
pub mod draw;
pub mod engine;
mod file;
mod format;
mod make;
mod mark;
mod names;
mod node;
mod outlines;
mod part;
mod reply;
mod request;
mod setting;
pub mod shape;
mod shared;
mod text;
mod view;

pub use arranged::{Arranged, ROWS};
pub use block::{Block, Card, Cell, Choice, Column, Fact, Row, Table, Window};
pub use carried::Carried;
pub use chart::{
    Bar, Bounds, Chart, Curve, Dot, DotLine, Drawing, Plot, PlotKey, Scale, Sign, Span, Tick, Tile, TileGroup, TileKey,
};
pub use codec::{decode, encode};
pub use command::Command;
pub use file::{FileProblem, FileState, FileSummary, FileYear, WayOut};
pub use format::{Format, Picture};
pub use make::{LONG, all, charts, table};
pub use mark::{Mark, Shade, Stroke};
pub use names::{Attribute, Tag};
pub use node::{Element, Node, Use};
pub use outlines::{About, One, Outlines};
pub use part::Part;
pub use reply::Reply;
pub use request::Request;
pub use setting::{CohortOf, CountsAs, Field, Limits, MapOf, Means, Setting};
pub use shared::Shared;
pub use text::Text;
pub use view::{PartName, View};
