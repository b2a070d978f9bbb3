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
    /// Its heading, with the headings above it that belong to it. Empty if it has none.
    pub heading: String,
    /// What it was read as, or the best guess where [`state`](Self::state) is a question: `authority`,
    /// `unaccompanied/children-missing`, …, in the names that a mapping uses for its fields. Empty where there is no
    /// guess.
    pub read_as: String,
    /// Which part of the figure it holds, if it holds only a part.
    pub part: Option<Part>,
    /// The period that its heading gives.
    pub period: Option<Period>,
    /// The words that prevented its use, as typed but in lower case.
    pub not_understood: Vec<String>,
    /// What became of it.
    pub state: ColumnState,
    /// Whether figures are based on it.
    pub used: bool,
    /// The first three cells below it that hold anything. Empty in a report that is safe to publish.
    pub examples: Vec<String>,
}

/// What became of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnState {
    /// Figures are based on it.
    Used,
    /// It holds percentages or averages. They are checked against the counts where possible, and never counted.
    Checked,
    /// It holds no figure: notes, dates, references.
    NotNeeded,
    /// Its words mean a figure that a report does not have. `not_understood` has the words that say so.
    OtherMeaning,
    /// Some of its words were not understood. A person decides.
    NotUnderstood,
    /// Its words do not say which children are counted. A person decides.
    NoGroup,
    /// It has only the number of a question, without its words. A person decides.
    BareQuestion,
    /// Another column of the file has the same meaning. A person decides.
    SameAsAnother,
    /// It holds only a part of a figure whose other part is elsewhere in the file, or the other way round. A person
    /// decides.
    PartOnly,
    /// Its rows are parts of each authority's figures: by age, sex, team and the like. A person decides.
    Breakdown,
    /// It says for each row which days the row is about, but was understood in no row. `not_understood` has the first
    /// cell. A person decides.
    NoPeriod,
}

impl ColumnState {
    /// Whether a person has to decide what the column is.
    pub fn asks(self) -> bool {
        !matches!(self, Self::Used | Self::Checked | Self::NotNeeded | Self::OtherMeaning)
    }
}
