//! What the worker tells the page. A file to keep goes beside a reply, not in it.

use missing_rates::{FileId, Step};
use serde::{Deserialize, Serialize};

use crate::file::FileSummary;
use crate::node::Node;
use crate::part::Part;
use crate::shared::Shared;
use crate::text::Text;
use crate::view::View;

/// Worker to page.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Reply {
    /// The worker has started and listens.
    Ready,
    /// It heard this ping.
    Pong { turn: u32 },
    /// This browser hands no file over to a worker: the page is asked for a piece of one, from its byte `from` on.
    Piece { turn: u32, id: FileId, from: u64, length: u32 },
    /// What is being calculated.
    Step { step: Step },
    /// So much of a file is read; the first one says that reading begins.
    Progress { id: FileId, done: u64, rows: u64 },
    /// It is read to its end.
    Read { id: FileId, summary: FileSummary },
    /// The browser would not hand it over: moved, changed or deleted since it was chosen.
    Failed { id: FileId },
    /// All files are read, and this is what they say.
    Report { view: View },
    /// What a part of the results says.
    Part { part: Part, drawing: Shared<Vec<Node>> },
    /// A file to keep, of this name. It comes beside the reply.
    Export { name: String },
    /// A table to copy: as markup for documents, and as lines with tabs for whatever takes words alone.
    Table {
        /// The element that stands for it on the page, and the one that says whether it could be copied.
        from: Text,
        said: Text,
        markup: String,
        lines: String,
    },
}
