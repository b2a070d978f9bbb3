//! Draws blocks and charts, in the same way for the page, for paper and for files.

mod blocks;
mod control;
mod fault;
mod figure;
mod flow;
mod layout;
mod measure;
mod medium;
mod scene;
mod sheet;
mod svg;
mod table;
mod tiles;
mod timeline;

pub use blocks::drawn;
pub use figure::id_of_copied;
#[cfg(test)]
pub(crate) use measure::reach;
pub use medium::Medium;
#[cfg(test)]
pub(crate) use scene::EDGE;
pub use scene::{Scene, WIDTH, card, picture};
pub(crate) use svg::{described, svg};
pub use table::ids_to_copy;
pub(crate) use table::whole_table;
