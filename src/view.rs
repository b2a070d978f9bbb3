//! What the page shows of a report: one period of it, picked out in the worker, so that little crosses to the page.
//! Nothing is calculated here.

use missing_rates::cohort::{Average, Cohort, Count, Share};
use missing_rates::period::Period;
use missing_rates::report::{
    Area, Basis, CollectionYear, Coverage, FileEntry, Level, PeriodsFrom, Published, Rate, Ratio, Report, SetAside,
    Total,
};

use missing_rates::returns::FileId;

use crate::document::Block;
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
    pub(crate) files: Vec<FileEntry>,
    /// Which collection year each file of a return is of.
    pub(crate) years: Vec<FileYear>,
    /// Days of the period that no return covers.
    pub(crate) uncovered: Vec<Period>,
    /// Whose figures stand first: the widest area that authorities were pooled for, and the return if there is one.
    pub(crate) subjects: Vec<Subject>,
    pub(crate) published: Vec<Published>,
    pub(crate) set_aside: Vec<SetAside>,
    /// The parts in which there is anything to say.
    pub(crate) parts: Vec<Part>,
    /// What stands above them.
    pub(crate) head: Shared<Vec<Block>>,
}

/// The collection year that a file is of.
#[derive(Clone, Debug)]
pub(crate) struct FileYear {
    pub(crate) id: FileId,
    pub(crate) of: CollectionYear,
}

/// The figures of one area, cohort by cohort.
#[derive(Clone, Debug)]
pub(crate) struct Subject {
    pub(crate) area: Area,
    pub(crate) cohorts: Vec<Headline>,
}

/// All that is said of one cohort in one area.
#[derive(Clone, Debug)]
pub(crate) struct Headline {
    pub(crate) cohort: Cohort,
    /// Those who went missing, on every basis.
    pub(crate) missing: Vec<Rate>,
    pub(crate) coverage: Option<Coverage>,
    /// Other shares: more than once, at the end, away.
    pub(crate) others: Vec<Rate>,
    pub(crate) per_child: Option<Ratio>,
    pub(crate) totals: Vec<Total>,
}

wire_struct!(FileYear { id, of });
wire_struct!(View { periods, shown, asked, files, years, uncovered, subjects, published, set_aside, parts, head });
wire_struct!(Subject { area, cohorts });
wire_struct!(Headline { cohort, missing, coverage, others, per_child, totals });

impl Headline {
    /// The share on one basis.
    pub(crate) fn on(&self, basis: Basis) -> Option<&Rate> {
        self.missing.iter().find(|rate| rate.basis == basis)
    }

    /// The share that is put first: matched, or child by child.
    pub(crate) fn first(&self) -> Option<&Rate> {
        self.on(Basis::ChildLevel).or_else(|| self.on(Basis::Matched))
    }

    /// A count.
    pub(crate) fn total(&self, count: Count) -> Option<&Total> {
        self.totals.iter().find(|total| total.measure == count)
    }

    /// Another share.
    pub(crate) fn other(&self, share: Share) -> Option<&Rate> {
        self.others.iter().find(|rate| rate.measure == share)
    }
}

impl View {
    /// The period that is shown: the latest if none is wanted or the report has it not.
    pub(crate) fn shown_of(report: &Report, wanted: Option<Period>) -> Option<Period> {
        wanted.filter(|period| report.periods.contains(period)).or_else(|| report.periods.last().copied())
    }

    /// Picks out one period, the latest if none is wanted or the report has it not.
    pub(crate) fn new(report: &Report, wanted: Option<Period>) -> Self {
        let periods: Vec<Period> = report.periods.iter().rev().copied().collect();
        let shown = Self::shown_of(report, wanted);
        let now = |period: Period| Some(period) == shown;
        Self {
            asked: report.periods_from == PeriodsFrom::Asked,
            files: report.files.clone(),
            years: Vec::new(),
            uncovered: report.uncovered.clone(),
            subjects: shown.map(|period| subjects(report, period)).unwrap_or_default(),
            published: report.published.iter().filter(|figure| now(figure.period)).cloned().collect(),
            set_aside: report.set_aside.clone(),
            parts: Part::ALL.into_iter().filter(|part| part.is_in(report)).collect(),
            head: Shared::new(parts::head(report)),
            periods,
            shown,
        }
    }
}

/// The cohorts in the order in which they are shown: whom the question is asked about most comes early.
pub(crate) const COHORTS: [Cohort; 4] =
    [Cohort::All, Cohort::Trafficked, Cohort::Unaccompanied, Cohort::TraffickedAndUnaccompanied];

/// What a headline stands on, and not a bound or a naive division.
fn is_first(basis: Basis) -> bool {
    matches!(basis, Basis::Matched | Basis::ChildLevel)
}

fn subjects(report: &Report, period: Period) -> Vec<Subject> {
    let now = |coverage: &&Coverage| coverage.period == period && coverage.area.level != Level::Return;
    let widest = report.coverage.iter().filter(now).min_by_key(|coverage| coverage.area.level);
    // A single authority is no picture of a nation: its figures stand under its own name.
    let single = widest.filter(|coverage| coverage.named == 1).and_then(|_| {
        let mut areas = report.totals.iter().filter(|total| total.period == period).map(|total| &total.area);
        areas.find(|area| area.level == Level::Authority)
    });
    let pooled = single.or_else(|| widest.map(|coverage| &coverage.area));
    let own = report
        .totals
        .iter()
        .filter(|total| total.period == period)
        .map(|total| &total.area)
        .find(|area| area.level == Level::Return);
    [pooled, own]
        .into_iter()
        .flatten()
        .map(|area| Subject {
            area: *area,
            cohorts: COHORTS.into_iter().filter_map(|cohort| headline(report, period, area, cohort)).collect(),
        })
        .filter(|subject| !subject.cohorts.is_empty())
        .collect()
}

fn headline(report: &Report, period: Period, area: &Area, cohort: Cohort) -> Option<Headline> {
    let here = |a: &Area, p: Period, c: Cohort| a == area && p == period && c == cohort;
    let rates = report.rates.iter().filter(|rate| here(&rate.area, rate.period, rate.cohort));
    let (missing, others): (Vec<_>, Vec<_>) = rates.cloned().partition(|rate| rate.measure == Share::Missing);
    let totals: Vec<_> =
        report.totals.iter().filter(|total| here(&total.area, total.period, total.cohort)).cloned().collect();
    // A cohort that no file speaks of is not one of nought children.
    if missing.is_empty() && totals.is_empty() {
        return None;
    }
    Some(Headline {
        cohort,
        missing,
        others: others.into_iter().filter(|rate| is_first(rate.basis)).collect(),
        coverage: report
            .coverage
            .iter()
            .find(|known| here(&known.area, known.period, known.cohort) && known.measure == Share::Missing)
            .cloned(),
        per_child: report
            .ratios
            .iter()
            .find(|ratio| {
                here(&ratio.area, ratio.period, ratio.cohort) && ratio.measure == Average::IncidentsPerMissingChild
            })
            .cloned(),
        totals,
    })
}
