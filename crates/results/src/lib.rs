//! A report, and what a person has set, as a document of blocks and charts, and as files to keep.
//!
//! Invariants:
//! - No browser is named here: all of it is tested natively, and the same code writes a part for the page, for paper and for
//!   a file.
//! - Nothing is calculated here that the report does not say; texts come from `words`.
//! - [`Settings::apply`] is the one place where anything that a person sets is taken over.

mod arrange;
mod context;
mod drawing;
mod export;
mod file;
mod invalidated;
mod naming;
mod parts;
mod pick;
mod settings;
mod still;
mod table_csv;
mod view;

pub use arrange::{arranged, windows};
pub use context::Context;
pub use drawing::{Medium, Scene, WIDTH, drawn, ids_to_copy, picture};
pub use export::*;
pub use file::{file_summary, renamed};
pub use invalidated::Invalidated;
pub use naming::Columns;
pub use parts::{blocks, file, is_in, reply, sentences, whole_file};
pub use settings::Settings;
pub use table_csv::table_csv;
pub use view::{shown_of, view};
