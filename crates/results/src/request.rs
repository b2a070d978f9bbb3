//! What a request to authorities asks for, as it was chosen.

use document::RequestOf;
use missing_rates::Ordered;
use missing_rates::area::{Authority, Nation, authorities};
use missing_rates::cohort::Cohort;
use missing_rates::period::Period;

use crate::cohorts::COHORTS;
use crate::invalidated::Invalidated;

/// The calendar years that can be asked for.
pub(crate) const YEARS: std::ops::RangeInclusive<i32> = 2018..=2026;

/// What is asked: about whom, of whom, for which years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RequestChoices {
    cohorts: Vec<Cohort>,
    nations: Vec<Nation>,
    /// Whether sex and length of time are asked for.
    detail: bool,
    from: i32,
    to: i32,
}

impl Default for RequestChoices {
    /// What the four reports of ECPAT UK and Missing People asked, for the last whole year.
    fn default() -> Self {
        Self {
            cohorts: vec![Cohort::Trafficked, Cohort::Unaccompanied, Cohort::TraffickedAndUnaccompanied],
            nations: Nation::ALL.to_vec(),
            detail: true,
            from: 2025,
            to: 2025,
        }
    }
}

impl RequestChoices {
    pub(crate) fn apply(&mut self, of: RequestOf) -> Invalidated {
        match of {
            RequestOf::Cohort { cohort, asked } => turn(&mut self.cohorts, cohort, asked),
            RequestOf::Nation { nation, asked } => turn(&mut self.nations, nation, asked),
            RequestOf::Detail { asked } => self.detail = asked,
            // A year that is not offered is no choice: a table of all years that there are would never end.
            RequestOf::From(year) | RequestOf::To(year) if !YEARS.contains(&year) => {}
            RequestOf::From(year) => (self.from, self.to) = (year, self.to.max(year)),
            RequestOf::To(year) => (self.from, self.to) = (self.from.min(year), year),
        }
        Invalidated::Part
    }

    /// In the order of the questions.
    pub(crate) fn cohorts(&self) -> impl Iterator<Item = Cohort> + '_ {
        COHORTS.into_iter().filter(|cohort| self.asks_about(*cohort))
    }

    pub(crate) fn asks_about(&self, cohort: Cohort) -> bool {
        self.cohorts.contains(&cohort)
    }

    pub(crate) fn asks_detail(&self) -> bool {
        self.detail
    }

    pub(crate) fn asks(&self, nation: Nation) -> bool {
        self.nations.contains(&nation)
    }

    pub(crate) fn nations(&self) -> impl Iterator<Item = Nation> + '_ {
        Nation::ALL.into_iter().filter(|nation| self.asks(*nation))
    }

    /// The first and the last year.
    pub(crate) fn years(&self) -> (i32, i32) {
        (self.from, self.to)
    }

    /// Whether there is anything to ask, and anyone to ask it of.
    pub(crate) fn is_complete(&self) -> bool {
        !self.cohorts.is_empty() && !self.nations.is_empty()
    }

    /// The authorities that are asked about a year: those that were there when it ended.
    pub(crate) fn authorities(&self, year: i32) -> Vec<&'static Authority> {
        let Some(period) = Period::calendar_year(year) else { return Vec::new() };
        let there = authorities().iter().filter(|of| self.asks(of.nation) && of.is_there_at_the_end(period));
        let mut asked: Vec<&Authority> = there.collect();
        asked.order_by_key(|of| (of.nation, of.name));
        asked
    }
}

fn turn<T: PartialEq>(list: &mut Vec<T>, of: T, asked: bool) {
    list.retain(|other| *other != of);
    if asked {
        list.push(of);
    }
}
