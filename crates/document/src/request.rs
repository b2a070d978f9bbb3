//! What the page asks of its worker. A `File` goes beside a request, not in it.

use missing_rates::FileId;
use missing_rates::period::Period;
use missing_rates::report::Rename;
use serde::{Deserialize, Serialize};

use crate::format::{Format, Picture};
use crate::part::Part;
use crate::setting::Setting;
use crate::text::Text;

/// Page to worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Read the file that comes with this request, when those before it are read; `exactly` if no column is to be taken
    /// for another whose name is nearly its own.
    Read { id: FileId, name: String, renames: Vec<Rename>, exactly: bool },
    /// Read a file again, with its columns as a person named them.
    ReadMapped { id: FileId },
    /// Stop reading it, and forget it.
    Cancel { id: FileId },
    /// Forget it.
    Remove { id: FileId },
    /// Forget everything.
    Clear,
    /// Set what a control sets.
    Set { setting: Setting },
    /// Show another period of what was calculated.
    Show { period: Period },
    /// Show this part of the results from now on.
    Open { part: Part },
    /// Write what was calculated as a file.
    Export { format: Format },
    /// Write what a person named of a file's columns as a file.
    ExportMapping { id: FileId },
    /// Write a table of the open part as a file.
    ExportTable { id: Text },
    /// Hand over all rows of a table of the open part to copy, as they are arranged.
    CopyTable { id: Text },
    /// Write a chart of the open part as a file.
    ExportChart { id: Text, kind: Picture },
}
