//! What is wrong with a text that a person gave: a day, a period, a share, an authority, a document of decisions.

use missing_rates::area::NotAnAuthority;
use missing_rates::decisions::NotDecisions;
use missing_rates::period::{NotADay, PeriodError};
use missing_rates::rates::NotAShare;

use crate::{Language, MistakeAuthorityNear, MistakeBackwards, MistakeDecision, Text};

impl Language {
    pub fn not_a_day(self, mistake: &NotADay) -> Text {
        self.mistake_day(&mistake.0)
    }

    pub fn not_a_period(self, mistake: &PeriodError) -> Text {
        match mistake {
            PeriodError::Day(mistake) => self.not_a_day(mistake),
            PeriodError::Shape(text) => self.mistake_period(text),
            PeriodError::Backwards { start, end } => {
                MistakeBackwards { end: &end.to_string(), start: &start.to_string() }.text(self)
            }
        }
    }

    pub fn not_a_share(self, mistake: &NotAShare) -> Text {
        self.mistake_share(&mistake.0)
    }

    /// With the authorities that it could mean.
    pub fn not_an_authority(self, mistake: &NotAnAuthority) -> Text {
        let meant = mistake.meant.iter().map(|authority| Text::from(authority.name));
        let meant = meant.reduce(|first, second| crate::AuthorityOr { first: &first, second: &second }.text(self));
        match meant {
            Some(meant) => MistakeAuthorityNear { meant: &meant, text: &mistake.text }.text(self),
            None => self.mistake_authority(&mistake.text),
        }
    }

    pub fn not_decisions(self, mistake: &NotDecisions) -> Text {
        match mistake {
            NotDecisions::NotJson => self.mistake_not_json().into(),
            NotDecisions::OtherKind => self.mistake_other_kind().into(),
            NotDecisions::UnknownAuthority(code) => self.problem_unknown_authority(code.as_str()),
            NotDecisions::Entry(number, list) => MistakeDecision { list, number: &number.to_string() }.text(self),
        }
    }
}
