//! Works out each kind of figure in the report once, with the reader's own numbers.

use missing_rates::cohort::{Cohort, Share};
use missing_rates::report::{Area, Basis, Measure, Rate};
use words::Language;

use super::super::worked::Worked;
use crate::context::Context;
use document::Block;

/// A heading, and the steps to a figure below it.
type Section = (&'static str, Block);

/// What the figures are about: an area and a group of children.
#[derive(Clone, Copy)]
pub(super) struct Of<'a> {
    pub(super) context: Context<'a>,
    pub(super) area: &'a Area,
    pub(super) cohort: Cohort,
    /// The share that the other figures relate to.
    pub(super) share: &'a Rate,
}

pub(super) fn blocks(language: Language, of: Of<'_>) -> Vec<Block> {
    let sections = [
        Some((language.method_interval(), of.worked().rate(language, of.share).list())),
        of.average(),
        of.change(),
        of.comparison(),
        of.funnel(),
        of.influence(),
        of.target(),
        of.overlap(),
        of.standing(),
        of.groups(),
        of.foi(),
    ];
    sections.into_iter().flatten().flat_map(|(title, steps)| [Block::heading(title), steps]).collect()
}

impl<'a> Of<'a> {
    fn worked(self) -> Worked<'a> {
        Worked::of(self.context.report)
    }

    /// Whether something is about this period and group, and about the share of children who went missing.
    fn is(self, period: missing_rates::period::Period, cohort: Cohort, measure: Share) -> bool {
        (Some(period), cohort, measure) == (self.context.period, self.cohort, Share::Missing)
    }

    fn average(self) -> Option<Section> {
        let here = |r: &&missing_rates::report::Ratio| {
            (r.area, Some(r.period), r.cohort) == (*self.area, self.context.period, self.cohort)
        };
        let ratio = self.context.report.ratios.iter().find(here)?;
        let name = self.context.language.measure(Measure::Average(ratio.measure));
        let worked = self
            .worked()
            .average(self.context.language, name, ratio.numerator, ratio.denominator)
            .says(self.context.language.worked_source_dfe());
        Some((self.context.language.method_average(), worked.list()))
    }

    fn change(self) -> Option<Section> {
        let here = |c: &&missing_rates::report::Change| {
            (c.area, Some(c.to), c.cohort) == (*self.area, self.context.period, self.cohort)
                && c.measure == Measure::Share(Share::Missing)
        };
        let changes = || self.context.report.changes.iter().filter(here);
        let change = changes().find(|change| change.basis == Basis::LikeForLike).or_else(|| changes().next())?;
        Some((self.context.language.method_change(), self.worked().change(self.context.language, change).list()))
    }

    fn comparison(self) -> Option<Section> {
        let mut all = self.context.report.comparisons.iter();
        let first = all.find(|c| self.is(c.period, c.cohort, c.measure))?;
        let with = super::super::compare::beside(self.context.language, first);
        let worked = self
            .worked()
            .comparison(self.context.language, &with, first)
            .says(self.context.language.worked_own_columns());
        Some((self.context.language.method_beside(), worked.list()))
    }

    fn funnel(self) -> Option<Section> {
        let mut all = self.context.report.funnel.iter();
        let funnel = all.find(|f| f.area == *self.area && self.is(f.period, f.cohort, f.measure))?;
        let worked = self.worked().share(
            self.context.language,
            self.context.language.worked_funnel_pooled(),
            self.share.numerator,
            self.share.denominator,
        );
        Some((self.context.language.method_funnel(), worked.funnel(self.context.language, funnel, false).list()))
    }

    fn influence(self) -> Option<Section> {
        let mut all = self.context.report.influence.iter();
        let influence = all.find(|i| i.area == *self.area && self.is(i.period, i.cohort, i.measure))?;
        let worked = self.worked().says(self.context.language.worked_influence_columns()).influence(
            self.context.language,
            influence,
            self.share,
        );
        Some((self.context.language.influence_heading(), worked.list()))
    }

    fn target(self) -> Option<Section> {
        let asked = self.context.settings.query.target?;
        let mut all = self.context.report.targets.iter();
        let target = all.find(|t| t.area == *self.area && self.is(t.period, t.cohort, t.measure))?;
        Some((
            self.context.language.method_target(),
            self.worked().target(self.context.language, &asked.to_string(), target).list(),
        ))
    }

    fn overlap(self) -> Option<Section> {
        let mut all = self.context.report.overlaps.iter();
        let overlap = all.find(|o| (o.area, Some(o.period)) == (*self.area, self.context.period))?;
        Some((self.context.language.method_overlap(), self.worked().overlap(self.context.language, overlap).list()))
    }

    fn standing(self) -> Option<Section> {
        self.context.report.standing.as_ref()?;
        let worked = self
            .worked()
            .says(self.context.language.worked_printed())
            .says(self.context.language.worked_standing_columns());
        Some((self.context.language.method_published(), worked.list()))
    }

    fn groups(self) -> Option<Section> {
        let has = self.context.report.profiles.iter().any(|p| p.cohort == self.cohort);
        let worked = self
            .worked()
            .says(self.context.language.worked_groups())
            .says(self.context.language.incidents_lengths_about());
        has.then(|| (self.context.language.method_groups(), worked.list()))
    }

    fn foi(self) -> Option<Section> {
        self.context.report.every_foi().next()?;
        Some((
            self.context.language.method_years(),
            self.worked().says(self.context.language.method_years_text()).list(),
        ))
    }
}
