//! What every part is made from, and what of it several parts look for.

use document::{Block, Format};
use missing_rates::Returns;
use missing_rates::cohort::{Cohort, Share};
use missing_rates::period::Period;
use missing_rates::report::{Area, Level, Rate, Report};
use words::Language;

use crate::cohorts::COHORTS;
use crate::settings::Settings;

/// What a part is made from.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    pub language: Language,
    pub report: &'a Report,
    /// The period that is shown; none if no file is about any.
    pub period: Option<Period>,
    pub settings: &'a Settings,
    /// What single children are looked up in, for the one part that is about them; none where no child may be named.
    pub returns: Option<&'a Returns>,
    /// Whether no workbook can be written: then a sentence takes the place of the button.
    pub without_books: bool,
}

impl<'a> Context<'a> {
    /// The button that writes a workbook, or why there is none.
    pub(crate) fn workbook(self, format: Format, text: &'static str) -> Block {
        if self.without_books {
            return Block::text(self.language.workbook_cannot());
        }
        Block::Download { format, about: "".into(), text: text.into() }
    }

    /// Whose figures are first in the period: those of the return, or of the widest area.
    pub(crate) fn subject(self) -> Option<&'a Area> {
        let totals = self.report.totals.iter().filter(|total| Some(total.period) == self.period);
        let mut areas = totals.map(|total| &total.area);
        areas.clone().find(|area| area.level == Level::Return).or_else(|| self.widest(&mut areas))
    }

    /// The widest of these areas: the nation that all answers of the period are about, if they are about no other.
    pub(crate) fn widest<'b>(self, areas: &mut dyn Iterator<Item = &'b Area>) -> Option<&'b Area> {
        let nation = self.period.and_then(|period| self.report.only_nation(period));
        areas.min_by_key(|area| (Some(**area) != nation, area.level))
    }

    /// The cohorts that anything is known of in the area and period.
    pub(crate) fn cohorts(self, area: &Area) -> Vec<Cohort> {
        let known = |cohort: &Cohort| {
            let mut totals = self.report.totals.iter();
            totals.any(|t| t.area == *area && Some(t.period) == self.period && t.cohort == *cohort)
        };
        COHORTS.into_iter().filter(known).collect()
    }

    /// One share on every basis.
    pub(crate) fn rates(self, area: &Area, cohort: Cohort, share: Share) -> Vec<&'a Rate> {
        let here = |rate: &&Rate| {
            rate.area == *area && Some(rate.period) == self.period && rate.cohort == cohort && rate.measure == share
        };
        self.report.rates.iter().filter(here).collect()
    }
}
