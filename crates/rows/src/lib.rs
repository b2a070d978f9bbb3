//! The work done once for every row of a national return: splitting text into records, reading child-level rows,
//! sorting them by child.
//!
//! It is a crate of its own because it is compiled for speed, and everything else for size: see
//! `docs/decisions/0006-one-crate-for-speed.md`.
//!
//! Invariants:
//! - Code that runs millions of times is here. Code that runs once for each file or once for each report is not.
//! - It knows no report and no rule, and no crate of this workspace.
#![forbid(unsafe_code)]

mod below_rows;
mod blank;
mod cells;
mod child;
mod code;
mod column;
mod day;
mod day_counts;
mod in_words;
mod kind;
mod listed;
mod module;
mod names;
mod own_lists;
mod records;
mod refusal;
mod rounded;
mod tables;
mod taken;
mod unread;
mod upn;
mod when;

pub use child::ChildId;
pub use code::{Code, EpisodeEnd, LegalStatus, MissingCode, NewEpisode, Placement, Provider, SexCode, UascFlag};
pub use column::{Column, Columns};
pub use day::{Day, NotADay};
pub use day_counts::DayCounts;
pub use in_words::{day_in_words, has_short_year_in_words, month_of};
pub use kind::Kind;
pub use listed::{About, Listed};
pub use module::{Module, ModuleReader, Rows};
pub use names::Names;
pub use own_lists::{InterviewRow, TeamRow, Teams, YesNo};
pub use records::{Record, Records, Stopped, delimiter, stated_delimiter};
pub use refusal::Refusal;
pub use rounded::is_rounded;
pub use tables::{EpisodeRow, HeaderRow, ListRow, MissingRow, Row, UascRow};
pub use taken::{NAME_JOINT, NOTE, NOTE_REFUSED, NOTE_SHA256, PASTED, TAKEN};
pub use unread::{MOST_UNREAD, Unread};
pub use upn::Upn;
pub use when::When;
