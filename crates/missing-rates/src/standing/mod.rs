//! Where an authority is among published figures. This puts its figures beside others. It does not hold the table of
//! published figures or read files.

mod position;
mod table;

use crate::area::{AreaCode, Authority, Nation, Neighbour, authorities, authority, neighbours};
use crate::cohort::{Average, Cohort, Count, Share};
use crate::order::Ordered;
use crate::period::Period;
use crate::published::{PublishedArea, average_as_printed, percent_as_printed};
use crate::rates::{Z_95, wilson};
use crate::report::{
    AmongAll, Area, Basis, Calculated, Caveat, Interval, Level, Position, PositionOf, PublishedFigures, Rate, Report,
    Role, Rounding, Standing,
};
use position::{among_all, position};
pub(crate) use table::Table;

/// Publishers round the counts of England and its regions to this.
const ROUNDED_TO: u64 = 10;

/// The days from the first to the last day of the shortest whole year.
const SHORTEST: u16 = 364;

/// Puts the figures that a report has for an authority beside the published figures for it, its region, England and its
/// statistical neighbours. `None` for a code that is not an authority's.
///
/// The report's figures for the authority are those of its own return, if the report says whose return it is
/// ([`Query::authority`](crate::Query)), and those that answers or published files give for it.
pub fn standing(code: AreaCode, report: &Report) -> Option<Standing> {
    standing_with(code, report, (&Table::default(), &|_| false), Vec::new())
}

/// The same with more published figures, and with whole years of the authority's own returns that the report is not about.
/// `is_quiet` says of which periods the returns may have a part alone.
pub(crate) fn standing_with(
    code: AreaCode,
    report: &Report,
    (table, is_quiet): (&Table, &dyn Fn(Period) -> bool),
    earlier: Vec<OwnYear>,
) -> Option<Standing> {
    let of = authority(code)?;
    let mut calculated = calculated(of, report, table);
    // All published figures are for whole years.
    calculated.retain(|own| !is_quiet(own.period));
    let positions = positions(of, &calculated, report.disclosure.rounding(), table);
    // Years before those of the report: nothing takes the place of a figure that was asked for and is not there.
    let latest = calculated.last().map(|own| own.period);
    let is_earlier = |year: &OwnYear| {
        latest.is_some_and(|latest| year.period < latest) && !calculated.iter().any(|own| own.period == year.period)
    };
    let more: Vec<OwnYear> = earlier.into_iter().filter(is_earlier).collect();
    calculated.extend(more.into_iter().map(OwnYear::calculated));
    calculated.order_by_key(|own| own.period);
    Some(beside_published(of, calculated, positions, table))
}

/// What an authority's own return says about a whole collection year.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OwnYear {
    pub(crate) period: Period,
    pub(crate) children: u64,
    pub(crate) children_missing: u64,
    pub(crate) missing_incidents: u64,
}

impl OwnYear {
    fn calculated(self) -> Calculated {
        let Self { period, children, children_missing, missing_incidents } = self;
        let interval = wilson(children_missing, children, Z_95);
        Calculated {
            period,
            collection_year: true,
            children,
            children_missing,
            missing_incidents: Some(missing_incidents),
            value: (children > 0).then(|| children_missing as f64 / children as f64),
            interval: interval.map(|(lower, upper)| Interval { method: "wilson", level: 0.95, lower, upper }),
            percent: percent_as_printed(children_missing, children),
            incidents_per_missing_child: Some(average_as_printed(missing_incidents, children_missing)),
        }
    }
}

/// The same without any file: what is published of an authority, of its region, of England and of its statistical neighbours.
/// `None` for a code that is not an authority's.
///
/// ```
/// use missing_rates::area::AreaCode;
/// let kent = missing_rates::standing::published_standing(AreaCode::read("E10000016").unwrap()).unwrap();
/// assert!(kent.calculated.is_empty() && !kent.published.is_empty());
/// ```
pub fn published_standing(code: AreaCode) -> Option<Standing> {
    let (of, table) = (authority(code)?, Table::default());
    Some(beside_published(of, Vec::new(), positions(of, &[], Rounding::None, &table), &table))
}

fn beside_published(of: &Authority, calculated: Vec<Calculated>, positions: Vec<Position>, table: &Table) -> Standing {
    let published = published(of, table);
    let own = |period| published.iter().any(|p| p.role == Role::Own && p.period == period);
    let years_without = table.years().into_iter().filter(|period| !own(*period)).collect();
    let caveats = caveats(&positions, &published);
    let shown = |period: &Period| published.iter().any(|p| p.period == *period);
    let from_files = table.added().into_iter().filter(shown).collect();
    Standing { area: of.into(), calculated, published, years_without, positions, from_files, caveats }
}

/// The authority's figures in the report. If its own return and an answer are about one period, the return counts. Beside
/// returns, what a file only repeats of the published figures is published, not calculated: it never takes a return's place.
fn calculated(of: &Authority, report: &Report, table: &Table) -> Vec<Calculated> {
    let is_published = |rate: &Rate| {
        let found = table.area(rate.period, of.code);
        let counts =
            found.map(|area| [Count::ChildrenMissing, Count::Children].map(|count| area.count(count).number()));
        let beside_returns = rate.basis != Basis::ChildLevel && !report.coverage_of_returns.is_empty();
        beside_returns && counts == Some([Some(rate.numerator), Some(rate.denominator)])
    };
    let own = |rate: &&Rate| {
        (rate.area.code, rate.cohort, rate.measure) == (Some(of.code), Cohort::All, Share::Missing)
            && matches!(rate.basis, Basis::ChildLevel | Basis::Matched)
            // All published figures are for whole years, so a part of a year is not put beside them.
            && rate.period.end().days_since(rate.period.start()) >= SHORTEST
    };
    let mut rates: Vec<&Rate> = report.rates.iter().filter(|rate| own(rate) && !is_published(rate)).collect();
    rates.order_by_key(|rate| (rate.period, rate.basis != Basis::ChildLevel));
    rates.dedup_by_key(|rate| rate.period);
    let calculated = |rate: &Rate| {
        let incidents = report.totals.iter().find(|total| {
            (total.area, total.period, total.cohort) == (rate.area, rate.period, rate.cohort)
                && total.measure == Count::MissingIncidents
        });
        let missing_incidents = incidents.and_then(|total| total.exact);
        Calculated {
            period: rate.period,
            collection_year: rate.period.as_collection_year().is_some(),
            children: rate.denominator,
            children_missing: rate.numerator,
            missing_incidents,
            value: rate.value,
            interval: rate.interval.clone(),
            percent: percent_as_printed(rate.numerator, rate.denominator),
            incidents_per_missing_child: missing_incidents.map(|n| average_as_printed(n, rate.numerator)),
        }
    };
    rates.into_iter().map(calculated).collect()
}

/// All published figures for the authority, and for the areas beside it.
fn published(of: &Authority, table: &Table) -> Vec<PublishedFigures> {
    let england = (of.nation == Nation::England).then_some(of.nation);
    let regions = of.region.into_iter().flat_map(|region| [Some(region), region.part_of()]).flatten();
    let ended = authorities().iter().filter(|other| other.successors.contains(&of.code));
    let mut areas: Vec<(Area, Role, Option<Neighbour>)> = vec![(of.into(), Role::Own, None)];
    areas.extend(ended.map(|other| (other.into(), Role::Predecessor, None)));
    areas.extend(regions.map(|region| (region.into(), Role::Region, None)));
    areas.extend(england.map(|nation| (nation.into(), Role::Nation, None)));
    areas.extend(neighbours(of).into_iter().map(|near| (near.authority.into(), Role::Neighbour, Some(near))));
    let years = |(area, role, near): (Area, Role, Option<Neighbour>)| {
        let of_year = move |period| {
            let found = area.code.and_then(|code| table.area(period, code)).filter(|found| found.is_published());
            found.map(|found| figures(&area, role, near, period, found))
        };
        table.years().into_iter().filter_map(of_year)
    };
    areas.into_iter().flat_map(years).collect()
}

fn figures(
    area: &Area,
    role: Role,
    near: Option<Neighbour>,
    period: Period,
    found: &PublishedArea,
) -> PublishedFigures {
    let missing = found.count(Count::ChildrenMissing).number().zip(found.count(Count::Children).number());
    let interval = missing.and_then(|(n, d)| wilson(n, d, Z_95));
    PublishedFigures {
        area: *area,
        role,
        rank: near.map(|near| near.rank),
        closeness: near.map(|near| near.closeness),
        period,
        rounded_to: (area.level != Level::Authority).then_some(ROUNDED_TO),
        children: found.count(Count::Children),
        children_missing: found.count(Count::ChildrenMissing),
        missing_incidents: found.count(Count::MissingIncidents),
        children_missing_more_than_once: found.count(Count::ChildrenMissingMoreThanOnce),
        children_missing_at_end: found.count(Count::ChildrenMissingAtEnd),
        children_away: found.count(Count::ChildrenAway),
        away_incidents: found.count(Count::AwayIncidents),
        children_away_more_than_once: found.count(Count::ChildrenAwayMoreThanOnce),
        children_away_at_end: found.count(Count::ChildrenAwayAtEnd),
        value: missing.filter(|(n, d)| *d > 0 && n <= d).map(|(n, d)| n as f64 / d as f64),
        interval: interval.map(|(lower, upper)| Interval { method: "wilson", level: 0.95, lower, upper }),
        percent: found.percent(Share::Missing),
        incidents_per_missing_child: found.average(Average::IncidentsPerMissingChild),
        percent_away: found.percent(Share::Away),
        incidents_per_away_child: found.average(Average::IncidentsPerAwayChild),
    }
}

/// The position of each calculated figure, or of the latest published figure if nothing was calculated.
fn positions(of: &Authority, calculated: &[Calculated], rounding: Rounding, table: &Table) -> Vec<Position> {
    let published = &published(of, table)[..];
    let position = |figure, period, share: ((u64, u64), Rounding), published: &[PublishedFigures]| {
        let found = position(figure, period, share, published)?;
        let england =
            (of.nation == Nation::England).then(|| among_england(of, found.published, share, table)).flatten();
        Some(Position { england, ..found })
    };
    if !calculated.is_empty() {
        let share = |own: &Calculated| ((own.children_missing, own.children), rounding);
        return calculated
            .iter()
            .filter_map(|own| position(PositionOf::Calculated, own.period, share(own), published))
            .collect();
    }
    let mut own = published.iter().rev().filter(|p| p.role == Role::Own);
    // What was published of one authority is exact.
    let exact = |p: &PublishedFigures| Some(((p.children_missing.number()?, p.children.number()?), Rounding::None));
    let latest = own.find_map(|p| Some((p.period, exact(p)?)));
    latest.and_then(|(period, share)| position(PositionOf::Published, period, share, published)).into_iter().collect()
}

/// Where a share is among those of the other authorities in England of a year.
fn among_england(of: &Authority, year: Period, own: ((u64, u64), Rounding), table: &Table) -> Option<AmongAll> {
    let others = authorities().iter().filter(|other| other.nation == Nation::England && other.code != of.code);
    let share = |other: &Authority| {
        let found = table.area(year, other.code)?;
        let (missing, children) =
            (found.count(Count::ChildrenMissing).number()?, found.count(Count::Children).number()?);
        (children > 0 && missing <= children).then_some((missing, children))
    };
    among_all(own, others.filter_map(share))
}

fn caveats(positions: &[Position], published: &[PublishedFigures]) -> Vec<Caveat> {
    let rules = [
        (Caveat::RecordingPractice, !published.is_empty()),
        (Caveat::RoundedTotals, published.iter().any(|p| p.rounded_to.is_some())),
        (Caveat::AnotherYear, positions.iter().any(|p| p.period != p.published)),
        (Caveat::NotACollectionYear, positions.iter().any(|p| p.period.as_collection_year().is_none())),
    ];
    rules.into_iter().filter_map(|(caveat, holds)| holds.then_some(caveat)).collect()
}
