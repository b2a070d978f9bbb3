//! What a person set and decided about a return, as a small document to be chosen again with next month's files. It holds no
//! child: codes, days, names of files that say only what these are, headings, and wordings with what they mean.

mod contradiction;
mod json;

use std::collections::BTreeMap;

use crate::area::{AreaCode, authority};
use crate::decisions::Decisions;
use crate::mapping::Mapping;
use crate::period::{Period, PublishedYears};

pub(crate) use contradiction::{contradictions, without_contradictions};
pub(crate) use json::KIND;

/// What was set and decided. What nobody said is not in it.
///
/// Whom the figures are for is never in it: whether they may be published is said anew each time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    /// Whose return it is.
    pub authority: Option<AreaCode>,
    /// The days that are asked for.
    pub period: Option<Period>,
    /// What a bare year in files of published figures means.
    pub published_years: Option<PublishedYears>,
    /// Whether zeros before identifiers matter.
    pub zeros_matter: Option<bool>,
    /// Whether long identifiers are whole.
    pub whole_identifiers: Option<bool>,
    /// The collection years of files by their names. They count for files alone that do not say their year themselves.
    pub file_years: BTreeMap<String, i32>,
    /// What the columns of files are.
    pub mappings: Vec<Mapping>,
    /// What wordings and names mean, and which answers and files count.
    pub decisions: Decisions,
}

impl Kept {
    /// A code in it that is no authority's. Whose return it is would be left unsaid.
    pub(crate) fn unknown_authority(&self) -> Option<AreaCode> {
        let own = self.authority.filter(|code| authority(*code).is_none());
        own.or_else(|| self.decisions.unknown_authority())
    }

    /// Takes over what another says, which contradicts nothing of this.
    pub(crate) fn extend(&mut self, other: &Self) {
        self.authority = other.authority.or(self.authority);
        self.period = other.period.or(self.period);
        self.published_years = other.published_years.or(self.published_years);
        self.zeros_matter = other.zeros_matter.or(self.zeros_matter);
        self.whole_identifiers = other.whole_identifiers.or(self.whole_identifiers);
        self.file_years.extend(other.file_years.iter().map(|(name, year)| (name.clone(), *year)));
        for mapping in &other.mappings {
            if !self.mappings.contains(mapping) {
                self.mappings.push(mapping.clone());
            }
        }
        self.decisions.extend(&other.decisions);
    }
}
