//! What the page itself needs of a report, beside the blocks of the parts. Picked out in the worker, so that little crosses
//! to the page.

use missing_rates::FileId;
use missing_rates::period::Period;
use missing_rates::report::{CollectionYear, FileEntry, SetAside};

use crate::wire::wire_struct;
use crate::{Block, Outlines, Part, Shared, Text};

/// One period of a report.
#[derive(Clone, Debug)]
pub struct View {
    /// The periods that the report is about, latest first.
    pub periods: Vec<Period>,
    /// The one that is shown; `None` if no file speaks of any.
    pub shown: Option<Period>,
    /// Whether the period was asked for, and not taken from the files.
    pub asked: bool,
    /// Whether any days can be asked for, since there are children's own records.
    pub any_days: bool,
    /// Whether there is no figure of the period.
    pub empty: bool,
    pub files: Vec<FileEntry>,
    /// Which collection year each file of a return is of.
    pub years: Vec<FileYear>,
    pub set_aside: Vec<SetAside>,
    /// Every part, in order.
    pub parts: Vec<PartName>,
    /// Which days the files of returns cover, and what a person has to say about them.
    pub coverage: Shared<Vec<Block>>,
    /// What stands above them.
    pub head: Shared<Vec<Block>>,
    /// What stands below them on paper: what they rest on.
    pub foot: Shared<Vec<Block>>,
    /// What a visitor may share of it from a frame.
    pub outlines: Outlines,
}

/// The collection year that a file is of.
#[derive(Clone, Debug)]
pub struct FileYear {
    pub id: FileId,
    /// `None` where a person has to say it.
    pub of: Option<CollectionYear>,
}

/// A part of the results by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartName {
    pub part: Part,
    pub name: Text,
    /// Whether there is anything to say in it.
    pub shown: bool,
}

wire_struct!(FileYear { id, of });
wire_struct!(PartName { part, name, shown });
wire_struct!(View {
    periods,
    shown,
    asked,
    any_days,
    empty,
    files,
    years,
    set_aside,
    parts,
    coverage,
    head,
    foot,
    outlines
});
