//! What a person asks or decides beyond choosing files. Plain data; without any of it a report is what the files say.

use crate::area::{AreaCode, Authority, authority};
use crate::period::Period;
use crate::report::{Area, Level};

/// All that a person asks or decides.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asked {
    /// The period to calculate for; without one, those that the files speak of.
    pub period: Option<Period>,
    /// Whose return the child-level files are: their figures carry its code and name, and are put beside published ones.
    pub authority: Option<AreaCode>,
}

impl Asked {
    /// Asks for a period and nothing else.
    pub fn period(period: impl Into<Option<Period>>) -> Self {
        Self { period: period.into(), ..Self::default() }
    }

    /// The authority whose return it is said to be, if its code is one.
    pub(crate) fn authority(&self) -> Option<&'static Authority> {
        self.authority.and_then(authority)
    }

    /// The area of the child-level files: with a code and a name where it was said whose they are.
    pub(crate) fn return_area(&self) -> Area {
        self.authority().map_or(Area::RETURN, |of| Area { level: Level::Return, ..of.into() })
    }
}
