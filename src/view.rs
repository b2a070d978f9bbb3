//! What the page itself needs of a report, beside the blocks of the parts. Picked out in the worker, so that little crosses
//! to the page.

use missing_rates::FileId;
use missing_rates::period::Period;
use missing_rates::report::{CollectionYear, FileEntry, Level, PeriodsFrom, Report, SetAside};

use crate::document::Block;
use crate::embed::Outlines;
use crate::parts::{self, Part};
use crate::shared::Shared;
use crate::wire::wire_struct;

/// One period of a report.
#[derive(Clone, Debug)]
pub(crate) struct View {
    /// The periods that the report is about, latest first.
    pub(crate) periods: Vec<Period>,
    /// The one that is shown; `None` if no file speaks of any.
    pub(crate) shown: Option<Period>,
    /// Whether the period was asked for, and not taken from the files.
    pub(crate) asked: bool,
    /// Whether any days can be asked for, since there are children's own records.
    pub(crate) any_days: bool,
    /// Whether there is no figure of the period.
    pub(crate) empty: bool,
    pub(crate) files: Vec<FileEntry>,
    /// Which collection year each file of a return is of.
    pub(crate) years: Vec<FileYear>,
    pub(crate) set_aside: Vec<SetAside>,
    /// The parts in which there is anything to say.
    pub(crate) parts: Vec<Part>,
    /// What stands above them.
    pub(crate) head: Shared<Vec<Block>>,
    /// What stands below them on paper: what they rest on.
    pub(crate) foot: Shared<Vec<Block>>,
    /// What a visitor may share of it from a frame.
    pub(crate) outlines: Outlines,
}

/// The collection year that a file is of.
#[derive(Clone, Debug)]
pub(crate) struct FileYear {
    pub(crate) id: FileId,
    pub(crate) of: CollectionYear,
}

wire_struct!(FileYear { id, of });
wire_struct!(View { periods, shown, asked, any_days, empty, files, years, set_aside, parts, head, foot, outlines });

impl View {
    /// The period that is shown: the latest if none is wanted or the report has it not.
    pub(crate) fn shown_of(report: &Report, wanted: Option<Period>) -> Option<Period> {
        wanted.filter(|period| report.periods.contains(period)).or_else(|| report.periods.last().copied())
    }

    /// Picks out one period, the latest if none is wanted or the report has it not.
    pub(crate) fn new(report: &Report, wanted: Option<Period>) -> Self {
        let shown = Self::shown_of(report, wanted);
        let subjects = shown.map(|period| parts::subjects(report, period)).unwrap_or_default();
        Self {
            periods: report.periods.iter().rev().copied().collect(),
            shown,
            asked: report.periods_from == PeriodsFrom::Asked,
            any_days: subjects.iter().any(|subject| subject.area.level == Level::Return),
            empty: subjects.is_empty() && !report.published.iter().any(|figure| Some(figure.period) == shown),
            files: report.files.clone(),
            years: Vec::new(),
            set_aside: report.set_aside.clone(),
            parts: Part::ALL.into_iter().filter(|part| part.is_in(report)).collect(),
            head: Shared::new(parts::head(report)),
            foot: Shared::new(vec![parts::rests(report, shown)]),
            outlines: shown.map(|period| parts::outlines(&subjects, period)).unwrap_or_default(),
        }
    }
}
