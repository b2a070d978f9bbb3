//! The formats in which figures and pictures are exported.

use serde::{Deserialize, Serialize};

/// The format in which figures are exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    Json,
    Csv,
    /// Who to ask again.
    ChaseList,
    /// What was decided about answers.
    Decisions,
    /// Every row that breaks a rule, with children's identifiers.
    WorkList,
    /// The reply to a freedom-of-information request, in words.
    FoiText,
    /// The numbers of the reply.
    FoiCsv,
    /// The whole report as a web page.
    Html,
    /// The short report as a web page.
    ShortHtml,
    /// A request to authorities, in words.
    Request,
    /// The table that they are asked to fill in.
    BlankSheet,
    /// What the figures are based on.
    BasedOn,
    /// What was set and decided, to be chosen again with other files.
    Settings,
    /// The report and the lists beside it as workbooks.
    Xlsx,
    ChaseListXlsx,
    WorkListXlsx,
    FoiXlsx,
    /// The table that authorities fill in, as a workbook.
    BlankSheetXlsx,
    /// Letters to those who are to be asked again.
    ChaseLetters,
}

/// What a chart is made into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Picture {
    Svg,
    Png,
    /// A PNG that is copied, and not kept as a file.
    Copied,
}

impl Format {
    /// Whether it holds rows of children, or answers as they were worded: such files are never safe to publish.
    pub fn is_internal(self) -> bool {
        matches!(
            self,
            Self::WorkList
                | Self::WorkListXlsx
                | Self::ChaseList
                | Self::ChaseListXlsx
                | Self::ChaseLetters
                | Self::Decisions
                | Self::Settings
        )
    }
}
