//! What crosses between the page and its worker: blocks and charts, parts, settings, requests and replies.
//!
//! Invariants:
//! - No browser is named here, and no sentence is made: the code that makes a document supplies its texts.
//! - What [`engine`] lists is all that the page may name of the engine. The page does not depend on it otherwise, so no
//!   code that reads files or makes reports can get into the first download.

mod arranged;
mod block;
mod carried;
mod chart;
mod codec;
mod command;
pub mod draw;
pub mod engine;
mod fault;
mod file;
mod format;
mod handed;
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
pub use block::{Block, Card, Cell, Check, Choice, Column, Fact, Row, Table, Way, Window};
pub use carried::{Carried, Opens};
pub use chart::{
    Bar, Bounds, Chart, Curve, Dot, DotLine, Drawing, Lane, LaneSpan, Plot, PlotKey, Scale, Sign, Span, Tick, Tile,
    TileGroup, TileKey,
};
pub use codec::{decode, encode};
pub use command::Command;
pub use fault::{at_fault, pieces};
pub use file::{FileProblem, FileState, FileSummary, FileYear, WayOut};
pub use format::{Format, Picture};
pub use handed::{HANDED_CHARACTERS, HANDED_FILES, Handed, HandedFile, SENTINEL};
pub use make::{LONG, all, charts, table};
pub use mark::{Mark, Shade, Stroke};
pub use names::{Attribute, Tag};
pub use node::{Element, Node, Use};
pub use outlines::{About, One, Outlines};
pub use part::Part;
pub use reply::{Reply, Topic};
pub use request::Request;
pub use setting::{CohortOf, CountsAs, Field, FileOf, Limits, MapOf, Means, OnlyOf, RequestOf, Setting};
pub use shared::Shared;
pub use text::Text;
pub use view::{PartName, View};
