//! Whose figures come first, cohort by cohort, picked from a report. Nothing is calculated here.

use missing_rates::area::AreaCode;
use missing_rates::cohort::{Average, Cohort, Count, Share};
use missing_rates::period::Period;
use missing_rates::report::{Area, Basis, Coverage, Level, Rate, Ratio, Report, Total};

use crate::cohorts::COHORTS;

/// The figures of one area, cohort by cohort.
pub(crate) struct Subject {
    pub(crate) area: Area,
    pub(crate) cohorts: Vec<Headline>,
}

/// Everything that is said about one cohort in one area.
pub(crate) struct Headline {
    pub(crate) cohort: Cohort,
    /// Rates of children who went missing, on every basis.
    pub(crate) missing: Vec<Rate>,
    pub(crate) coverage: Option<Coverage>,
    /// Other shares: more than once, at the end, away.
    pub(crate) others: Vec<Rate>,
    pub(crate) per_child: Option<Ratio>,
    pub(crate) totals: Vec<Total>,
}

impl Headline {
    /// The share on one basis.
    pub(crate) fn on(&self, basis: Basis) -> Option<&Rate> {
        self.missing.iter().find(|rate| rate.basis == basis)
    }

    /// The share that comes first: matched, or child by child.
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

/// Whether a headline may be based on it, since it is not a bound or a naive division.
fn is_first(basis: Basis) -> bool {
    matches!(basis, Basis::Matched | Basis::ChildLevel)
}

/// The return if there is one, and the widest area that authorities were pooled for, which is a nation if the files name
/// authorities of no other.
pub(crate) fn subjects(report: &Report, period: Period) -> Vec<Subject> {
    let now = |coverage: &&Coverage| coverage.period == period && coverage.area.level != Level::Return;
    let widest = report.coverage.iter().filter(now).min_by_key(|coverage| coverage.area.level);
    // A single authority does not represent a nation, so its figures are shown under its own name.
    let single = widest.filter(|coverage| coverage.named == 1).and_then(|_| {
        let mut areas = report.totals.iter().filter(|total| total.period == period).map(|total| &total.area);
        areas.find(|area| area.level == Level::Authority)
    });
    let nation = report.only_nation(period);
    let pooled = single.or(nation.as_ref()).or_else(|| widest.map(|coverage| &coverage.area));
    let own = report
        .totals
        .iter()
        .filter(|total| total.period == period)
        .map(|total| &total.area)
        .find(|area| area.level == Level::Return);
    [own, pooled]
        .into_iter()
        .flatten()
        .map(|area| Subject {
            area: *area,
            cohorts: COHORTS.into_iter().filter_map(|cohort| headline(report, period, area, cohort)).collect(),
        })
        .filter(|subject| !subject.cohorts.is_empty())
        .collect()
}

/// The figures of the area with this code, if there are any.
pub(super) fn of_code(report: &Report, period: Period, code: AreaCode) -> Option<Subject> {
    let mut areas = report.totals.iter().filter(|total| total.period == period).map(|total| total.area);
    let area = areas.find(|area| area.code == Some(code))?;
    let cohorts = COHORTS.into_iter().filter_map(|cohort| headline(report, period, &area, cohort)).collect();
    Some(Subject { area, cohorts })
}

fn headline(report: &Report, period: Period, area: &Area, cohort: Cohort) -> Option<Headline> {
    let here = |a: &Area, p: Period, c: Cohort| a == area && p == period && c == cohort;
    let rates = report.rates.iter().filter(|rate| here(&rate.area, rate.period, rate.cohort));
    let (missing, others): (Vec<_>, Vec<_>) = rates.cloned().partition(|rate| rate.measure == Share::Missing);
    let totals: Vec<_> =
        report.totals.iter().filter(|total| here(&total.area, total.period, total.cohort)).cloned().collect();
    // A cohort that no file is about is not a cohort of zero children.
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
