//! What a visitor may share with the page that the frame is in: shares in outline, never a count, a row or a name of a
//! child.

use missing_rates::period::Period;
use missing_rates::rates::Outline;
use serde::{Deserialize, Serialize};

use crate::text::Text;

/// Shares in outline, in words as they will be shared, and as they will be read by a program.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outlines(pub Vec<One>);

/// One share in outline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct One {
    /// Where and when; what was typed is of no place and no time.
    pub about: Option<About>,
    pub percent: String,
    pub children: u64,
    pub sentence: Text,
}

/// Whose share it is, and of what time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    pub area: String,
    /// By its name in a report.
    pub cohort: String,
    pub period: String,
}

impl Outlines {
    /// What will be shared, a sentence each.
    pub fn sentences(&self) -> Vec<Text> {
        self.0.iter().map(|one| one.sentence.clone()).collect()
    }
}

impl One {
    /// A share of no place and no time, with the sentence that says it.
    pub fn of(Outline { percent, children }: Outline, sentence: Text) -> Self {
        Self { about: None, percent, children, sentence }
    }

    /// The same of a place, a cohort by its name in a report, and a time.
    #[must_use]
    pub fn about(self, area: &str, cohort: String, period: Period) -> Self {
        let about = About { area: area.to_owned(), cohort, period: period.to_string() };
        Self { about: Some(about), ..self }
    }
}
