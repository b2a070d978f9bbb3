//! What leaves the page as a file: pictures of charts, and the whole report as a web page. What they show is drawn as for the
//! page (`drawing`). Everything here runs in the worker.

mod html;
mod lines;
mod note;
mod png;
mod svg;
#[cfg(test)]
mod tests;
mod written;

pub(crate) use html::{Head, html};
pub use lines::{lines, table};
pub use note::Note;
pub use png::described;
pub use svg::svg;
