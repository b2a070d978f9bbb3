//! What published files say.

use std::borrow::Cow;

use crate::observation::{Observation, PrintedAggregate, PrintedShare};
use crate::period::{Period, PublishedYears};

/// What a published file says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Figures {
    pub(crate) observations: Vec<Observation>,
    pub(crate) aggregates: Vec<PrintedAggregate>,
    pub(crate) shares: Vec<PrintedShare>,
    /// Whether a row gives its period other than by a bare year. Only a bare year can mean two things.
    pub(super) says_more: bool,
}

impl Figures {
    /// The figures, with bare years as a person says that they are meant.
    pub(crate) fn meant(&self, years: PublishedYears) -> Cow<'_, Self> {
        if years == PublishedYears::Collection || self.says_more {
            return Cow::Borrowed(self);
        }
        let calendar = |period: &mut Option<Period>| {
            let year = period.and_then(Period::as_collection_year).and_then(Period::calendar_year);
            *period = year.or(*period);
        };
        let mut meant = self.clone();
        meant.observations.iter_mut().for_each(|o| calendar(&mut o.period));
        meant.aggregates.iter_mut().for_each(|a| calendar(&mut a.period));
        meant.shares.iter_mut().for_each(|s| calendar(&mut s.period));
        Cow::Owned(meant)
    }
}
