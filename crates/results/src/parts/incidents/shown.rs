//! Which incidents are shown, and how their figures are written.

use missing_rates::cohort::Cohort;
use missing_rates::group::By;
use missing_rates::report::{self, Area, Incidents, Profile};
use words::{Language, Text};

use crate::context::Context;
use document::Cell;

/// What is shown, as a person chose it.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    pub(super) context: Context<'a>,
    pub(super) area: Area,
    pub(super) cohort: Cohort,
    pub(super) code: Incidents,
    pub(super) by: By,
}

impl<'a> Shown<'a> {
    /// The profiles of the groups that are shown.
    pub(super) fn profiles(self) -> impl Iterator<Item = &'a Profile> {
        let Self { context, area, cohort, code, by } = self;
        let here = move |p: &&Profile| (p.area, Some(p.period)) == (area, context.period);
        let profiles = context.report.profiles.iter().filter(here);
        profiles.filter(move |p| (p.cohort, p.code, p.by, p.on_list) == (cohort, code, by, None))
    }

    /// A caption, with whom and what it is about.
    pub(super) fn caption(self, caption: &str) -> Text {
        let (cohort, code) = (
            self.context.language.lower(self.context.language.cohort(self.cohort)),
            self.context.language.lower(self.context.language.code(self.code)),
        );
        words::IncidentsCaption { caption, code: &code, cohort: &cohort, period: &self.period() }
            .text(self.context.language)
    }

    /// The period after “in”.
    pub(super) fn within(self) -> Text {
        self.context.period.map(|value| self.context.language.within(value)).unwrap_or_default()
    }

    pub(super) fn period(self) -> Text {
        self.context.period.map(|value| self.context.language.period(value)).unwrap_or_default()
    }
}

pub(super) fn share(language: Language, of: &Profile) -> Text {
    language.shown_part_of(of.children_missing, of.children)
}

pub(super) fn number(language: Language, n: report::Shown) -> Cell {
    Cell::number(language.shown(n), n.number().map(|n| n as f64))
}

/// The interval of the share of a profile, if it has one.
pub(super) fn between(language: Language, of: &Profile) -> Option<Text> {
    let interval = of.interval.as_ref()?;
    let (lower, upper) = language.ends((interval.lower, interval.upper), &share(language, of));
    Some(words::IncidentsBetween { lower: &lower, upper: &upper }.text(language))
}
