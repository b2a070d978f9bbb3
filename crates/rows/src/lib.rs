//! The work done once for every row of a national return: splitting text into records, reading child-level rows,
//! sorting them by child.
//!
//! It is a crate of its own because it is compiled for speed, and all else for size: see
//! `docs/decisions/0006-one-crate-for-speed.md`. Belongs here: what runs millions of times. Does not: what runs once a
//! file or once a report.
#![forbid(unsafe_code)]

mod blank;
mod cells;
mod child;
mod code;
mod column;
mod day;
mod kind;
mod listed;
mod module;
mod records;
mod refusal;
mod tables;
mod unread;
mod upn;
mod when;

pub use child::{ChildId, Names, is_rounded};
pub use code::{Code, EpisodeEnd, LegalStatus, MissingCode, NewEpisode, Placement, Provider, SexCode, UascFlag};
pub use column::{Column, Columns};
pub use day::{Day, NotADay};
pub use kind::Kind;
pub use listed::{About, Listed};
pub use module::{Module, ModuleReader, Rows};
pub use records::{Record, Records, Stopped, delimiter, stated_delimiter};
pub use refusal::Refusal;
pub use tables::{EpisodeRow, HeaderRow, ListRow, MissingRow, Row, UascRow};
pub use unread::{MOST_UNREAD, Unread};
pub use upn::Upn;
pub use when::When;
