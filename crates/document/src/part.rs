//! The parts of the results.

use serde::{Deserialize, Serialize};

/// A part of the results, in the order of the page. Each can be linked to by its fragment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    Summary,
    Compare,
    Change,
    Incidents,
    /// Single children: who is missing now, and the record of one child. It is never part of the whole report.
    Children,
    /// Return-home interviews. It is never part of the whole report.
    Interviews,
    Answers,
    Quality,
    Foi,
    Method,
    /// All parts, one after another.
    Whole,
    /// One page about a return, for a signature. A link in the summary leads to it; it is not listed among the other
    /// parts.
    SignOff,
    /// The report on one page. A link in the summary leads to it.
    Short,
    /// One figure alone, for a frame in another website: `show`, a group and an area come with it.
    Figure,
    /// What is published of one council. It needs no file.
    Council,
    /// A freedom-of-information request to authorities, to be sent. It needs no file.
    Request,
}

impl Part {
    /// Every part, in order.
    pub const ALL: [Self; 16] = [
        Self::Summary,
        Self::Compare,
        Self::Change,
        Self::Incidents,
        Self::Children,
        Self::Interviews,
        Self::Answers,
        Self::Quality,
        Self::Foi,
        Self::Method,
        Self::Whole,
        Self::SignOff,
        Self::Short,
        Self::Figure,
        Self::Council,
        Self::Request,
    ];

    /// The text after `#` in its address.
    pub fn fragment(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Compare => "compare",
            Self::Change => "change",
            Self::Incidents => "incidents",
            Self::Children => "children",
            Self::Interviews => "interviews",
            Self::Answers => "answers",
            Self::Quality => "quality",
            Self::Foi => "foi",
            Self::Method => "method",
            Self::Whole => "whole",
            Self::SignOff => "sign-off",
            Self::Short => "short",
            Self::Figure => "figure",
            Self::Council => "council",
            Self::Request => "request",
        }
    }

    /// Whether it is made from files. One that is not has the page to itself.
    pub fn needs_files(self) -> bool {
        !matches!(self, Self::Council | Self::Request)
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
