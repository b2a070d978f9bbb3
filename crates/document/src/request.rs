//! What the page asks of its worker. A `File` goes beside a request, not in it.

use missing_rates::FileId;
use missing_rates::period::Period;
use missing_rates::report::Rename;
use serde::{Deserialize, Serialize};

use crate::carried::Carried;
use crate::part::Part;

/// Page to worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Read the file that comes with this request, when those before it are read; `exactly` if no column is to be taken
    /// for another whose name is nearly its own.
    Read { id: FileId, name: String, renames: Vec<Rename>, exactly: bool },
    /// Answer at once. What is not answered in time is busy with something that nobody wants any more.
    Ping { turn: u32 },
    /// The piece of a file that was asked for comes beside this request; nothing does if the page cannot read it either.
    Piece { turn: u32 },
    /// Stop reading it, and forget it.
    Cancel { id: FileId },
    /// Forget it.
    Remove { id: FileId },
    /// Forget everything.
    Clear,
    /// Ask for these days; none for those of the files.
    Calculate { period: Option<Period> },
    /// The collection year of a file, by the year of its 31 March; none for what its dates say.
    FileYear { id: FileId, year: Option<i32> },
    /// Show another period of what was calculated.
    Show { period: Period },
    /// Show this part of the results from now on.
    Open { part: Part },
    /// Draw charts for so much room, in points of the screen.
    Width { points: u32 },
    /// What a control asks, with what was typed.
    Command { command: Carried, typed: Option<String> },
}
