//! Where an authority is among published figures. Belongs here: putting its figures beside others. Does not: the
//! table of published figures, reading files.

mod position;

use crate::area::{AreaCode, Authority, Nation, Neighbour, authorities, authority, neighbours};
use crate::cohort::{Average, Cohort, Count, Share};
use crate::order::Ordered;
use crate::period::Period;
use crate::published::{PublishedArea, average_as_printed, percent_as_printed, published_area, published_years};
use crate::rates::{Z_95, wilson};
use crate::report::{
    Area, Basis, Calculated, Caveat, Interval, Level, Position, PositionOf, PublishedFigures, Rate, Report, Role,
    Standing,
};
use position::position;

/// What publishers round the counts of England and its regions to.
const ROUNDED_TO: u64 = 10;

/// The days from the first to the last of a whole year.
const SHORTEST: u16 = 364;

/// Puts the figures that a report has of an authority beside those that are published of it, of its region, of England
/// and of its statistical neighbours. `None` for a code that is no authority's.
///
/// The report's figures of it are those of its own return, if the report says whose that is
/// ([`Query::authority`](crate::Query)), and those that answers or published files give for it.
pub fn standing(code: AreaCode, report: &Report) -> Option<Standing> {
    let of = authority(code)?;
    let calculated = calculated(of, report);
    let published = published(of);
    let own = |period| published.iter().any(|p| p.role == Role::Own && p.period == period);
    let years_without = published_years().iter().map(|year| year.period).filter(|period| !own(*period)).collect();
    let positions = positions(&calculated, &published);
    let caveats = caveats(&positions, &published);
    Some(Standing { area: of.into(), calculated, published, years_without, positions, caveats })
}

/// The authority's figures in the report; where its own return and an answer are about one period, the return's.
fn calculated(of: &Authority, report: &Report) -> Vec<Calculated> {
    let own = |rate: &&Rate| {
        (rate.area.code, rate.cohort, rate.measure) == (Some(of.code), Cohort::All, Share::Missing)
            && matches!(rate.basis, Basis::ChildLevel | Basis::Matched)
            // All that is published is of whole years: a part of one is not put beside them.
            && rate.period.end().days_since(rate.period.start()) >= SHORTEST
    };
    let mut rates: Vec<&Rate> = report.rates.iter().filter(own).collect();
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

/// All that is published of the authority, and of those beside it.
fn published(of: &Authority) -> Vec<PublishedFigures> {
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
            let found = area.code.and_then(|code| published_area(period, code)).filter(|found| found.is_published());
            found.map(|found| figures(&area, role, near, period, found))
        };
        published_years().iter().filter_map(move |year| of_year(year.period))
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

/// The position of each figure that was calculated; without any, that of the latest published one.
fn positions(calculated: &[Calculated], published: &[PublishedFigures]) -> Vec<Position> {
    if !calculated.is_empty() {
        let share = |own: &Calculated| (own.children_missing, own.children);
        return calculated
            .iter()
            .filter_map(|own| position(PositionOf::Calculated, own.period, share(own), published))
            .collect();
    }
    let mut own = published.iter().rev().filter(|p| p.role == Role::Own);
    let latest = own.find_map(|p| Some((p.period, (p.children_missing.number()?, p.children.number()?))));
    latest.and_then(|(period, share)| position(PositionOf::Published, period, share, published)).into_iter().collect()
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
