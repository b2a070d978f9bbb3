//! A report, and what a person has set, as a document of blocks and charts, and as files to keep.
//!
//! Invariants:
//! - No browser is named here: all of it is tested natively, and the same code writes a part for the page, for paper and for
//!   a file.
//! - Nothing is calculated here that the report does not say; texts come from `words`.

mod arrange;
mod context;
mod export;
mod parts;
mod settings;
mod still;
mod table_csv;
mod view;

pub use arrange::{arranged, windows};
pub use context::Context;
pub use export::*;
pub use parts::{Columns, blocks, file, is_in, whole_file, work_order};
pub use settings::{Anew, Settings};
pub use table_csv::table_csv;
pub use view::{shown_of, view};
