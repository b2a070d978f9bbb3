//! What goes out to the page.

use document::{Chart, Reply, Shared};
use results::Note;
use words::Language;

/// Something that goes out to the page.
#[derive(Debug)]
pub(crate) enum Out {
    Reply(Reply),
    /// A text as a file to keep.
    File {
        name: String,
        text: String,
    },
    /// A chart that is to be painted, as a file to keep.
    Picture {
        language: Language,
        name: String,
        chart: Shared<Chart>,
        note: Note,
    },
}
