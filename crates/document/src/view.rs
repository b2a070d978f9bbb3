//! What the page itself needs of a report, beside the blocks of the parts. Picked out in the worker, so that little crosses
//! to the page.

use missing_rates::FileId;
use missing_rates::period::Period;
use missing_rates::report::Disclosure;
use serde::{Deserialize, Serialize};

use crate::file::FileSummary;
use crate::node::Node;
use crate::outlines::Outlines;
use crate::part::Part;
use crate::shared::Shared;
use crate::text::Text;

/// One period of a report.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct View {
    /// For whom its figures are.
    pub disclosure: Disclosure,
    /// The periods that the report is about, latest first.
    pub periods: Vec<Period>,
    /// The one that is shown; `None` if no file is about any.
    pub shown: Option<Period>,
    /// Whether the period was asked for, and not taken from the files.
    pub asked: bool,
    /// Whether any days can be asked for, since there are children's own records.
    pub any_days: bool,
    /// Whether there is no figure of the period.
    pub empty: bool,
    /// Why there is none, and what would help.
    pub why_empty: Text,
    /// What is said of each file that was read; how many of its rows are used depends on the period.
    pub files: Vec<(FileId, FileSummary)>,
    /// Every part, in order.
    pub parts: Vec<PartName>,
    /// Which days the files of returns cover, and what a person has to say about them.
    pub coverage: Shared<Vec<Node>>,
    /// What is above them.
    pub head: Shared<Vec<Node>>,
    /// Of that, the control that says for whom the figures are, without any figure.
    pub controls: Shared<Vec<Node>>,
    /// What is below them on paper: what they are based on.
    pub foot: Shared<Vec<Node>>,
    /// What a visitor may share of it from a frame.
    pub outlines: Outlines,
}

/// A part of the results by its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartName {
    pub part: Part,
    pub name: Text,
    /// Whether there is anything to say in it.
    pub shown: bool,
}
