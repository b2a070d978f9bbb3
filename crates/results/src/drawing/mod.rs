//! How blocks and charts are drawn: once, for the page, for paper and for files.

mod blocks;
mod control;
mod figure;
mod layout;
mod measure;
mod medium;
mod scene;
mod sheet;
mod svg;
mod table;

pub use blocks::drawn;
#[cfg(test)]
pub(crate) use measure::reach;
pub use medium::Medium;
#[cfg(test)]
pub(crate) use scene::EDGE;
pub use scene::{Scene, WIDTH, picture};
pub(crate) use svg::{described, svg};
pub use table::ids_to_copy;
pub(crate) use table::whole_table;
