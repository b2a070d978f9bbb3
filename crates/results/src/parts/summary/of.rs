//! The figures of one area in one period, and how their share is presented.

use missing_rates::cohort::{Count, Share};
use missing_rates::period::Period;
use missing_rates::report::{HiddenOf, Rate, Report};
use words::{Language, Text};

use super::super::precise::{Ends, Precise};
use super::super::publish::hides;
use super::super::quote::Quoted;
use super::subject::{Headline, Subject};
use document::Block;

/// The figures of one area in one period.
#[derive(Clone, Copy)]
pub(super) struct Of<'a> {
    pub(super) report: &'a Report,
    pub(super) subject: &'a Subject,
    pub(super) period: Period,
}

impl<'a> Of<'a> {
    /// `Trafficked children, 2024`
    pub(super) fn title(self, language: Language, headline: &Headline) -> Text {
        let (cohort, period) = (language.cohort(headline.cohort), language.period(self.period));
        words::CohortHeading { cohort, period: &period }.text(language)
    }

    /// A share that can be quoted.
    pub(super) fn quoted(self, headline: &'a Headline, rate: &'a Rate) -> Quoted<'a> {
        Quoted { report: self.report, area: &self.subject.area, period: self.period, headline, rate }
    }

    /// Whether the share is hidden so that the figures can be published.
    pub(super) fn hides(self, headline: &Headline) -> bool {
        let share = |of| matches!(of, HiddenOf::Rate { measure: Share::Missing, .. });
        hides(self.report, (self.subject.area, self.period, headline.cohort), share)
    }

    pub(super) fn hides_count(self, headline: &Headline, count: Count) -> bool {
        let this = |of| of == HiddenOf::Total { measure: count };
        hides(self.report, (self.subject.area, self.period, headline.cohort), this)
    }
}

/// The share, large, with its sentence, and what it is based on.
pub(super) fn share(language: Language, of: Of<'_>, headline: &Headline, rate: &Rate, rests: &str) -> [Block; 2] {
    let precise = Precise::of(language, of.report);
    let unit = precise.unit();
    let interval = precise.interval(rate).map(|Ends { said: (lower, upper), .. }| match unit {
        None => words::IntervalOf { lower: &lower, upper: &upper }.text(language),
        Some(_) => words::IntervalOfRounded { lower: &lower, upper: &upper }.text(language),
    });
    let rests = match &unit {
        None => rests.into(),
        Some(unit) => words::RestsRounded { rests, unit }.text(language),
    };
    let words = language.headline(headline.cohort).into();
    [
        Block::Answer { share: Some(language.capital(&precise.share(rate))), words },
        Block::text([&*rests, interval.as_deref().unwrap_or_default(), "."].concat()),
    ]
}

/// `864 of 2,335 children`
pub(super) fn children_of(language: Language, rate: &Rate) -> Text {
    words::ChildrenOf { children: rate.denominator, missing: &language.number(rate.numerator) }.text(language)
}

/// The message that there is no share, and why.
pub(super) fn no_share(language: Language, why: impl Into<Text>) -> Vec<Block> {
    vec![Block::Answer { share: None, words: language.no_matched().into() }, Block::text(why)]
}
