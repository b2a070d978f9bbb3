//! What the worker tells the page. A file to save is sent beside a reply, not in it.

use missing_rates::{FileId, Step};
use serde::{Deserialize, Serialize};

use crate::file::FileSummary;
use crate::node::Node;
use crate::part::Part;
use crate::shared::Shared;
use crate::text::Text;
use crate::view::View;

/// The one thing that a part is about: a council, or a figure that is shown alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// As the address says it.
    pub named: Text,
    /// The answer in a sentence, for those who do not see that it has come.
    pub said: Text,
}

/// Worker to page.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Reply {
    /// The worker has started and listens.
    Ready,
    /// The worker received this ping.
    Pong { turn: u32 },
    /// This browser does not hand files over to a worker, so the page is asked for a piece of one, from byte `from` on.
    Piece { turn: u32, id: FileId, from: u64, length: u32 },
    /// This file is no text, but a workbook, an archive, a return in XML or markup: its tables are wanted in its place.
    Open { id: FileId },
    /// The tables of a file that was opened, or one that says why it was not. They come beside the reply, as files.
    Tables { id: FileId },
    /// The workbook beside the reply is to be written under this name.
    Write { name: String },
    /// The workbook of this name cannot be written.
    NotWritten,
    /// What is being calculated.
    Step { step: Step },
    /// How much of that step is done, in per cent.
    Done { percent: u8 },
    /// How much of a file has been read. The first such reply says that reading begins.
    Progress { id: FileId, done: u64, rows: u64 },
    /// The file has been read to its end.
    Read { id: FileId, summary: FileSummary },
    /// The browser did not hand the file over: it was moved, changed or deleted after it was chosen.
    Failed { id: FileId },
    /// All files have been read, and these are the first figures, with the summary. They will not change; the report
    /// that follows has more.
    Headline { view: View, drawing: Shared<Vec<Node>> },
    /// All files have been read, and this is the report.
    Report { view: View },
    /// What the figures are based on, now that the hashes of all files are known.
    Foot { foot: Shared<Vec<Node>> },
    /// The content of a part of the results, and what that is about if it is about one thing.
    Part { part: Part, about: Option<Topic>, drawing: Shared<Vec<Node>> },
    /// A file to save under this name. It comes beside the reply.
    Export { name: String },
    /// A picture to copy. It comes beside the reply, and the element `said` says whether copying worked.
    Picture { said: Text },
    /// A table to copy: as markup for documents, and as lines with tabs for programs that only take text.
    Table {
        /// The element of the table on the page, and the element that says whether copying worked.
        from: Text,
        said: Text,
        markup: String,
        lines: String,
    },
}
