//! The parts of the results, one file each: what a report says, worded and put in order. A part calculates nothing, and
//! knows no browser.

mod answers;
mod bars;
mod caveats;
mod change;
mod compare;
mod firm;
mod foi;
mod incidents;
mod method;
mod moved;
mod own_change;
mod publish;
mod quality;
mod questions;
mod rests;
#[cfg(test)]
mod same_numbers;
#[cfg(test)]
pub(crate) mod samples;
mod scale;
mod settings;
mod standing;
mod summary;
mod weak;
mod whole;
mod worked;

use missing_rates::cohort::{Cohort, Share};
use missing_rates::period::Period;
use missing_rates::report::{Area, Level, Rate, Report, code};

use crate::document::Block;
use crate::message::Format;
use crate::text;
use crate::wire::wire_enum;

pub(crate) use answers::Columns;
pub(crate) use publish::head;
pub(crate) use quality::work_order;
pub(crate) use rests::{lines as rests_lines, section as rests};
pub(crate) use settings::{ASK_PERIOD, ASK_YEAR, Anew, Settings};
pub(crate) use summary::{outlines, subjects};
pub(crate) use weak::of_share as weakness;
pub(crate) use whole::file as whole_file;

/// The cohorts in the order in which they are shown: whom the question is asked about most comes early.
const COHORTS: [Cohort; 4] =
    [Cohort::All, Cohort::Trafficked, Cohort::Unaccompanied, Cohort::TraffickedAndUnaccompanied];

/// A part of the results, in the order of the page. Each can be linked to by its fragment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Summary,
    Compare,
    Change,
    Incidents,
    Answers,
    Quality,
    Foi,
    Method,
    /// All of them, one after another.
    Whole,
}

wire_enum!(Part {
    0 Summary,
    1 Compare,
    2 Quality,
    3 Method,
    4 Change,
    5 Incidents,
    7 Foi,
    8 Answers,
    9 Whole,
});

impl Part {
    /// Every part, in order.
    pub(crate) const ALL: [Self; 9] = [
        Self::Summary,
        Self::Compare,
        Self::Change,
        Self::Incidents,
        Self::Answers,
        Self::Quality,
        Self::Foi,
        Self::Method,
        Self::Whole,
    ];

    /// What stands behind `#` in its address.
    pub(crate) fn fragment(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Compare => "compare",
            Self::Change => "change",
            Self::Incidents => "incidents",
            Self::Answers => "answers",
            Self::Quality => "quality",
            Self::Foi => "foi",
            Self::Method => "method",
            Self::Whole => "whole",
        }
    }

    /// The part that a fragment names, with or without `#`; without a fragment, the first.
    pub(crate) fn of_fragment(fragment: &str) -> Option<Self> {
        let name = fragment.trim_start_matches('#');
        if name.is_empty() {
            return Some(Self::Summary);
        }
        Self::ALL.into_iter().find(|part| part.fragment() == name)
    }

    /// Whether it is about single rows, which are never safe to publish.
    fn is_of_rows(self) -> bool {
        matches!(self, Self::Quality | Self::Answers)
    }

    /// Whether a report has anything to say in it.
    pub(crate) fn is_in(self, report: &Report) -> bool {
        if self.is_of_rows() && report.disclosure.is_safe() {
            return false;
        }
        match self {
            Self::Summary | Self::Method | Self::Quality => true,
            Self::Change => own_change::is_in(&report.changes) || change::is_in(report),
            Self::Incidents => incidents::is_in(&report.profiles),
            Self::Answers => answers::is_in(report),
            Self::Foi => foi::is_in(report),
            Self::Whole => !report.periods.is_empty(),
            Self::Compare => !report.totals.is_empty() || !report.published.is_empty(),
        }
    }
}

/// What a part is made from.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) report: &'a Report,
    /// The period that is shown; none if no file speaks of any.
    pub(crate) period: Option<Period>,
    pub(crate) settings: &'a Settings,
}

impl<'a> Context<'a> {
    /// Whose figures stand first in the period: those of the return, or of the widest area.
    fn subject(self) -> Option<&'a Area> {
        let totals = self.report.totals.iter().filter(|total| Some(total.period) == self.period);
        totals.map(|total| &total.area).min_by_key(|area| (area.level != Level::Return, area.level))
    }

    /// The cohorts that anything is known of in the area and period.
    fn cohorts(self, area: &Area) -> Vec<Cohort> {
        let known = |cohort: &Cohort| {
            let mut totals = self.report.totals.iter();
            totals.any(|t| t.area == *area && Some(t.period) == self.period && t.cohort == *cohort)
        };
        COHORTS.into_iter().filter(known).collect()
    }

    /// One share on every basis.
    fn rates(self, area: &Area, cohort: Cohort, share: Share) -> Vec<&'a Rate> {
        let here = |rate: &&Rate| {
            rate.area == *area && Some(rate.period) == self.period && rate.cohort == cohort && rate.measure == share
        };
        self.report.rates.iter().filter(here).collect()
    }
}

/// The cohort whose code was chosen, or the first.
fn chosen(choice: &str, cohorts: &[Cohort]) -> Option<Cohort> {
    cohorts.iter().find(|cohort| code(*cohort) == choice).or(cohorts.first()).copied()
}

/// The blocks of a part.
pub(crate) fn blocks(part: Part, context: Context<'_>) -> Vec<Block> {
    if part.is_of_rows() && context.report.disclosure.is_safe() {
        return vec![Block::lead(text::part_of_rows())];
    }
    match part {
        Part::Quality => quality::blocks(context),
        Part::Summary => summary::blocks(context),
        Part::Compare => {
            let mut blocks = standing::blocks(context);
            blocks.extend(compare::blocks(context));
            blocks
        }
        Part::Foi => foi::blocks(context),
        Part::Change => {
            let mut blocks = own_change::blocks(context);
            blocks.extend(change::blocks(context));
            blocks
        }
        Part::Incidents => incidents::blocks(context),
        Part::Answers => answers::blocks(context),
        Part::Method => method::blocks(context),
        Part::Whole => whole::blocks(context),
    }
}

/// A file that a part offers: what it shows, as it is set.
pub(crate) fn file(report: &Report, settings: &Settings, format: Format) -> Option<String> {
    match format {
        Format::FoiText | Format::FoiCsv => foi::file(report, settings, format),
        _ => None,
    }
}
