//! What page and worker say to each other. A `File` goes beside a message, not in it.

use missing_rates::FileId;
use missing_rates::period::Period;
use missing_rates::report::{FileEntry, Rename};

use crate::wire::wire_enum;
use crate::{Block, Part, Shared, View};

/// Page to worker.
#[derive(Clone, Debug)]
pub enum Ask {
    /// Read the file that comes with this message, when those before it are read.
    Read { id: FileId, name: String, renames: Vec<Rename>, exactly: bool },
    /// Stop reading it, and forget it.
    Cancel { id: FileId },
    /// Forget it.
    Remove { id: FileId },
    /// Forget everything.
    Clear,
    /// Set what a control sets: what is asked of the engine, or what a part shows.
    Set { key: String, value: String },
    /// Show another period of what was calculated.
    Show { period: Period },
    /// Show this part of the results from now on.
    Open { part: Part },
    /// Write what was calculated as a file.
    Export { format: Format },
    /// Write a table of the open part as a file.
    ExportTable { id: String },
    /// Hand over all rows of a table of the open part to copy, as they are arranged.
    CopyTable { id: String },
    /// Write a chart of the open part as a file.
    ExportChart { id: String, kind: Picture },
}

/// Worker to page.
#[derive(Clone, Debug)]
pub enum News {
    /// The worker has started and listens.
    Ready,
    /// So much of a file is read; the first one says that reading begins.
    Progress { id: FileId, done: u64, rows: u64 },
    /// It is read to its end.
    Read { id: FileId, entry: FileEntry },
    /// The browser would not hand it over: moved, changed or deleted since it was chosen.
    Failed { id: FileId },
    /// All files are read, and this is what they say.
    Report { view: View },
    /// What stands in a part of the results.
    Part { part: Part, blocks: Shared<Vec<Block>> },
    /// A file to keep, of this name. It comes beside the message.
    Export { name: String },
    /// A table to copy: as markup for documents, and as lines with tabs for whatever takes words alone.
    Table { id: String, markup: String, lines: String },
}

/// In what form figures leave the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Json,
    Csv,
    /// Whom to ask again.
    ChaseList,
    /// What was decided about answers.
    Decisions,
    /// What the columns of a file are.
    Mapping,
    /// Every row that breaks a rule, with children's identifiers.
    WorkList,
    /// The reply to a freedom-of-information request, in words.
    FoiText,
    /// Its numbers.
    FoiCsv,
    /// The whole report as a web page.
    Html,
}

/// What a chart is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    Svg,
    Png,
}

wire_enum!(Ask {
    0 Read { id, name, renames, exactly },
    1 Cancel { id },
    2 Remove { id },
    3 Clear,
    4 Set { key, value },
    5 Show { period },
    6 Open { part },
    7 Export { format },
    8 ExportTable { id },
    9 ExportChart { id, kind },
    10 CopyTable { id },
});
wire_enum!(News {
    0 Ready,
    1 Progress { id, done, rows },
    2 Read { id, entry },
    3 Failed { id },
    4 Report { view },
    5 Part { part, blocks },
    6 Export { name },
    7 Table { id, markup, lines },
});
wire_enum!(Picture {
    0 Svg,
    1 Png,
});
wire_enum!(Format {
    0 Json,
    1 Csv,
    2 ChaseList,
    3 Decisions,
    4 Mapping,
    5 WorkList,
    6 FoiText,
    7 FoiCsv,
    8 Html,
});

impl Format {
    /// What the downloaded file is called.
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Json => "missing-from-care.json",
            Self::Csv => "missing-from-care.csv",
            Self::ChaseList => "chase-list.csv",
            Self::Decisions => "decisions.json",
            Self::Mapping => "mapping.json",
            Self::WorkList => "missing-from-care-work-list-with-identifiers.csv",
            Self::FoiText => "foi-answer.txt",
            Self::FoiCsv => "foi-answer.csv",
            Self::Html => "missing-from-care-report.html",
        }
    }
}
