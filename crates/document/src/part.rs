//! The parts of the results.

use serde::{Deserialize, Serialize};

/// A part of the results, in the order of the page. Each can be linked to by its fragment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    Summary,
    Compare,
    Change,
    Incidents,
    Answers,
    Quality,
    Foi,
    Method,
    /// All of them, one after another.
    Whole,
}

impl Part {
    /// Every part, in order.
    pub const ALL: [Self; 9] = [
        Self::Summary,
        Self::Compare,
        Self::Change,
        Self::Incidents,
        Self::Answers,
        Self::Quality,
        Self::Foi,
        Self::Method,
        Self::Whole,
    ];

    /// What is behind `#` in its address.
    pub fn fragment(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Compare => "compare",
            Self::Change => "change",
            Self::Incidents => "incidents",
            Self::Answers => "answers",
            Self::Quality => "quality",
            Self::Foi => "foi",
            Self::Method => "method",
            Self::Whole => "whole",
        }
    }

    /// The part that a fragment names, with or without `#`; without a fragment, the first.
    pub fn of_fragment(fragment: &str) -> Option<Self> {
        let name = fragment.trim_start_matches('#');
        if name.is_empty() {
            return Some(Self::Summary);
        }
        Self::ALL.into_iter().find(|part| part.fragment() == name)
    }
}
