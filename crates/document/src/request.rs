//! What the page asks of its workers: the engine, and the program that opens and writes workbooks, which knows `Read`, `Piece` and
//! `Write` alone. A `File` is sent beside a request, not in it.

use missing_rates::FileId;
use missing_rates::period::Period;
use missing_rates::report::Rename;
use serde::{Deserialize, Serialize};

use crate::carried::Carried;
use crate::part::Part;

/// Page to worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Read the file that comes with this request, after those before it. With `exactly`, no column is read as another
    /// because its name is nearly the same.
    Read { id: FileId, name: String, renames: Vec<Rename>, exactly: bool },
    /// Answer at once. A worker that does not answer in time is busy with something that nobody wants any more.
    Ping { turn: u32 },
    /// The piece of a file that was asked for comes beside this request. If the page cannot read it either, nothing
    /// does.
    Piece { turn: u32 },
    /// Workbooks can be neither opened nor written: the program for them has not come, or has stopped.
    WithoutBooks,
    /// The file that was to be opened cannot be: the program that does it stopped.
    Unopened { id: FileId },
    /// A workbook could not be written.
    NotWritten,
    /// Write the workbook that comes beside this request, under this name.
    Write { name: String },
    /// Stop reading the file, and forget it.
    Cancel { id: FileId },
    /// Forget the file.
    Remove { id: FileId },
    /// Forget everything.
    Clear,
    /// Calculate for these days; `None` for the days of the files.
    Calculate { period: Option<Period> },
    /// Set the collection year of a file, by the year of its 31 March; `None` for the year of its dates.
    FileYear { id: FileId, year: Option<i32> },
    /// Show another period of the report.
    Show { period: Period },
    /// Show this part of the results from now on; `about` names what it is about, where the address does.
    Open { part: Part, about: Option<String> },
    /// Draw charts for so much room, in points of the screen.
    Width { points: u32 },
    /// The command of a control, with what was typed.
    Command { command: Carried, typed: Option<String> },
}
