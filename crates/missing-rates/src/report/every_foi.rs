//! Finds the answers to a freedom-of-information request in a report.

use super::{Foi, Report};
use crate::area::AreaCode;

impl Report {
    /// The answers to a freedom-of-information request for a return. If there are several authorities, `authority` is
    /// the code of one; without it, the answers are for all of them together. `None` without a return.
    pub fn foi_of(&self, authority: Option<AreaCode>) -> Option<&Foi> {
        let own = || self.foi_by_authority.iter().find(|foi| foi.area.code == authority);
        authority.and_then(|_| own()).or(self.foi.as_ref()).or(self.foi_by_authority.first())
    }

    /// Every set of answers to a freedom-of-information request: for all authorities together, then for each.
    pub fn every_foi(&self) -> impl Iterator<Item = &Foi> {
        self.foi.iter().chain(&self.foi_by_authority)
    }
}
