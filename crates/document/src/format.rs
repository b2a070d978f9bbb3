//! In what form figures and pictures leave the page.

use serde::{Deserialize, Serialize};

/// In what form figures leave the page.
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
    /// Its numbers.
    FoiCsv,
    /// The whole report as a web page.
    Html,
}

/// What a chart is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Picture {
    Svg,
    Png,
}

impl Format {
    /// What the downloaded file is called.
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Json => "missing-from-care.json",
            Self::Csv => "missing-from-care.csv",
            Self::ChaseList => "chase-list.csv",
            Self::Decisions => "decisions.json",
            Self::WorkList => "missing-from-care-work-list-with-identifiers.csv",
            Self::FoiText => "foi-answer.txt",
            Self::FoiCsv => "foi-answer.csv",
            Self::Html => "missing-from-care-report.html",
        }
    }
}
