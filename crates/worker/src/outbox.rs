//! What goes out to the page.

use document::{Chart, Reply, Shared, Text};
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
    /// What a workbook holds, for the program that writes it under this name.
    Workbook {
        name: String,
        bytes: Vec<u8>,
    },
    /// A chart that is to be painted, as a file to keep, or to be copied: then the element `said` says whether that worked.
    Picture {
        language: Language,
        name: String,
        chart: Shared<Chart>,
        note: Note,
        said: Option<Text>,
    },
}
