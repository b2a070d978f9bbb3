//! How each column of a table of answers was read.

use serde::Serialize;

use crate::cohort::Part;
use crate::period::Period;

/// How one column of a file was read, used or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ColumnRead {
    /// Name of the file.
    pub file: String,
    /// Which column of the file, from 1.
    pub column: u64,
    /// Its heading, with those above it that belong to it; empty if it has none.
    pub heading: String,
    /// What it was read as, or the best guess where [`state`](Self::state) is a question: `authority`,
    /// `unaccompanied/children-missing`, …, as a mapping names its fields. Empty where there is no guess.
    pub read_as: String,
    /// Which part of the figure it holds, if only a part.
    pub part: Option<Part>,
    /// The period that its heading says.
    pub period: Option<Period>,
    /// The words that were in the way, as typed but in small letters.
    pub not_understood: Vec<String>,
    /// What became of it.
    pub state: ColumnState,
    /// Whether figures are based on it.
    pub used: bool,
    /// The first three cells below it that hold anything. None in a report that is safe to publish.
    pub examples: Vec<String>,
}

/// What became of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnState {
    /// Figures are based on it.
    Used,
    /// Percentages or averages: checked against the counts where they can be, never counted.
    Checked,
    /// It holds no figure: notes, dates, references.
    NotNeeded,
    /// Its words mean another figure than those of a report; `not_understood` has the words that say so.
    OtherMeaning,
    /// Some of its words were not understood. A person decides.
    NotUnderstood,
    /// Its words do not say which children are counted. A person decides.
    NoGroup,
    /// Only the number of a question, without its words. A person decides.
    BareQuestion,
    /// Another column of the file has the same meaning. A person decides.
    SameAsAnother,
    /// Only a part of a figure whose other part the file has elsewhere, or the other way round. A person decides.
    PartOnly,
    /// Its rows are parts of each authority's figures: by age, sex, team and the like. A person decides.
    Breakdown,
    /// It says of each row which days it is about, and in no row that was understood; `not_understood` has the first cell.
    /// A person decides.
    NoPeriod,
}

impl ColumnState {
    /// Whether a person has to decide what the column is.
    pub fn asks(self) -> bool {
        !matches!(self, Self::Used | Self::Checked | Self::NotNeeded | Self::OtherMeaning)
    }
}
