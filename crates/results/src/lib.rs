//! A report, and what a person has set, as a document of blocks and charts, and as files to keep.
//!
//! Invariants:
//! - No browser is named here: all of it is tested natively, and the same code writes a part for the page, for paper and for
//!   a file.
//! - Nothing is calculated here that the report does not say; texts come from `words`.
//! - [`Settings::apply`] is the one place where anything that a person sets is taken over.

mod about;
mod arrange;
mod change_csv;
mod cohorts;
mod context;
mod drawing;
mod empty;
mod export;
mod figure;
mod file;
mod file_name;
mod invalidated;
mod letters;
mod naming;
mod parts;
mod pick;
mod request;
mod settings;
mod still;
mod table_csv;
mod view;
mod workbook;

pub use about::about;
pub use arrange::{arranged, windows};
pub use context::Context;
pub use drawing::{Medium, Scene, WIDTH, card, drawn, id_of_copied, ids_to_copy, picture};
pub use export::*;
pub use file::{file_summary, file_summary_in, renamed};
pub use file_name::{council_part_name, file_name, part_name};
pub use invalidated::Invalidated;
pub use letters::chase_letters;
pub use naming::Columns;
pub use parts::{
    Ends, Precise, blocks, file, foi_doubts, interviews_file, is_in, reply, sentences, short_file, whole_file,
};
pub use settings::Settings;
pub use table_csv::table_csv;
pub use view::{beside, foot, headline, shown_of, view};
pub use workbook::{blank_workbook, chase_workbook, foi_workbook, report_workbook, work_workbook};
