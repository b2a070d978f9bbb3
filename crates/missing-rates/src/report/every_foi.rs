//! The answers to a freedom-of-information request among all that a report says.

use super::{Foi, Report};
use crate::area::AreaCode;

impl Report {
    /// The answers to a freedom-of-information request of a return, or of an authority, by its code, where there are
    /// several; without a code those of all together. `None` without a return.
    pub fn foi_of(&self, authority: Option<AreaCode>) -> Option<&Foi> {
        let own = || self.foi_by_authority.iter().find(|foi| foi.area.code == authority);
        authority.and_then(|_| own()).or(self.foi.as_ref()).or(self.foi_by_authority.first())
    }

    /// Every answer to a freedom-of-information request: of all authorities together, then of each.
    pub fn every_foi(&self) -> impl Iterator<Item = &Foi> {
        self.foi.iter().chain(&self.foi_by_authority)
    }
}
