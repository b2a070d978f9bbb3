//! What the page itself needs from a report, apart from the blocks of the parts. The worker picks it out, so that
//! little has to be sent to the page.

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
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct View {
    /// Who its figures are for.
    pub disclosure: Disclosure,
    /// Whether these are the first figures, and more will follow.
    pub more_follows: bool,
    /// The periods that the report is about, latest first.
    pub periods: Vec<Period>,
    /// The period that is shown; `None` if no file is about any period.
    pub shown: Option<Period>,
    /// Whether the period was asked for, rather than taken from the files.
    pub asked: bool,
    /// Whether any days can be asked for, because the files hold children's own records.
    pub any_days: bool,
    /// Whether there is no figure for the period.
    pub empty: bool,
    /// Why there is no figure, and what would help.
    pub why_empty: Text,
    /// Whether it is a decision of a person that would help.
    pub asks: bool,
    /// What is said about each file that was read. How many of its rows are used depends on the period.
    pub files: Vec<(FileId, FileSummary)>,
    /// Every part, in order.
    pub parts: Vec<PartName>,
    /// Which days the files of returns cover, and what a person has to say about them.
    pub coverage: Shared<Vec<Node>>,
    /// For a single return, the control that says whose it is.
    pub whose: Shared<Vec<Node>>,
    /// The blocks above the parts.
    pub head: Shared<Vec<Node>>,
    /// The control among them that says who the figures are for, without any figure.
    pub controls: Shared<Vec<Node>>,
    /// The blocks below the parts on paper: what the figures are based on.
    pub foot: Shared<Vec<Node>>,
    /// What a visitor may share from a frame.
    pub outlines: Outlines,
}

/// The name of a part of the results.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartName {
    pub part: Part,
    pub name: Text,
    /// Whether the part has any content.
    pub shown: bool,
}
