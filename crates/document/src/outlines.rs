//! What a visitor may share with the page around the frame: shares in outline, never a count, a row or a child's name.

use missing_rates::period::Period;
use missing_rates::rates::Outline;
use serde::{Deserialize, Serialize};

use crate::text::Text;

/// Shares in outline, in the words that will be shared, and as data for a program.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outlines(pub Vec<One>);

/// One share in outline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct One {
    /// Where and when. What was typed has no place and no time.
    pub about: Option<About>,
    pub percent: String,
    pub children: u64,
    pub sentence: Text,
}

/// Whose share it is, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    pub area: String,
    /// The cohort, by its name in a report.
    pub cohort: String,
    pub period: String,
}

impl Outlines {
    /// What will be shared, one sentence each.
    pub fn sentences(&self) -> Vec<Text> {
        self.0.iter().map(|one| one.sentence.clone()).collect()
    }
}

impl One {
    /// A share without a place and a time, with the sentence that gives it.
    pub fn of(Outline { percent, children }: Outline, sentence: Text) -> Self {
        Self { about: None, percent, children, sentence }
    }

    /// Adds a place, a cohort (by its name in a report) and a time.
    #[must_use]
    pub fn about(self, area: &str, cohort: String, period: Period) -> Self {
        let about = About { area: area.to_owned(), cohort, period: period.to_string() };
        Self { about: Some(about), ..self }
    }
}
