//! Shares from period to period, with the shares that were published before.

use super::interval::{Z_95, wilson};
use crate::area::{AreaCode, area};
use crate::cohort::{Average, Cohort, Count, Share};
use crate::order::Ordered;
use crate::published::{PublishedArea, PublishedYear, published_years};
use crate::report::{Basis, Interval, Level, Origin, Rate, Ratio, Report, Series, SeriesPoint, Total};

/// One line of `earlier.csv`; `None` for a comment.
fn published(line: &'static str) -> Option<(Cohort, SeriesPoint)> {
    let mut fields = line.split('|');
    let mut next = || fields.next().unwrap_or_default();
    let (title, year) = (next(), next());
    let origin = Origin::Report { title, published: year.parse().ok()? };
    let period = next().parse().ok()?;
    let cohort = match next() {
        "trafficked" => Cohort::Trafficked,
        "unaccompanied" => Cohort::Unaccompanied,
        _ => return None,
    };
    let (numerator, denominator): (u64, u64) = (next().parse().ok()?, next().parse().ok()?);
    let (authorities, printed) = (next().parse().ok(), next().parse().ok());
    let (children_all_answers, incidents_per_missing_child) = (next().parse().ok(), next().parse().ok());
    let point = SeriesPoint {
        period,
        origin,
        area: area(AreaCode::UNITED_KINGDOM)?,
        numerator: Some(numerator),
        denominator: Some(denominator),
        authorities,
        value: numerator as f64 / denominator as f64,
        children_all_answers,
        incidents_per_missing_child,
        printed_percent: printed,
        interval: interval(numerator, denominator),
    };
    Some((cohort, point))
}

/// The shares of trafficked and of unaccompanied children that went missing from care, as ECPAT UK and Missing People
/// published them in four reports, earliest first.
///
/// Source: Heading Back to Harm (2016), Still in Harm's Way (2018), When Harm Remains (2022), Until Harm Ends (2025), as
/// quoted in the press and in press releases.
pub fn earlier_reports(cohort: Cohort) -> Vec<SeriesPoint> {
    let points = include_str!("earlier.csv").lines().filter_map(published);
    points.filter(|(of, _)| *of == cohort).map(|(_, point)| point).collect()
}

fn interval(numerator: u64, denominator: u64) -> Option<Interval> {
    let (lower, upper) = wilson(numerator, denominator, Z_95)?;
    Some(Interval { method: "wilson", level: 0.95, lower, upper })
}

/// What the Department for Education published about all looked-after children in England, year by year. Its counts are
/// rounded to 10. A year without counts is left out.
fn published_england() -> Vec<SeriesPoint> {
    let of_year = |year: &PublishedYear| {
        let england = year.areas.iter().find(|published| published.code == AreaCode::ENGLAND)?;
        let numerator = england.count(Count::ChildrenMissing).number()?;
        let denominator = england.count(Count::Children).number()?;
        Some(SeriesPoint {
            period: year.period,
            origin: Origin::Department,
            area: area(AreaCode::ENGLAND)?,
            numerator: Some(numerator),
            denominator: Some(denominator),
            authorities: None,
            value: numerator as f64 / denominator as f64,
            children_all_answers: None,
            incidents_per_missing_child: average_of(england),
            printed_percent: england.percent(Share::Missing)?.parse().ok(),
            interval: interval(numerator, denominator),
        })
    };
    published_years().iter().filter_map(of_year).collect()
}

fn average_of(published: &PublishedArea) -> Option<f64> {
    published.average(Average::IncidentsPerMissingChild)?.parse().ok()
}

fn children_all_answers(report: &Report, rate: &Rate) -> Option<u64> {
    let same = |t: &&Total| (t.area, t.period, t.cohort) == (rate.area, rate.period, rate.cohort);
    report.totals.iter().filter(same).find(|t| t.measure == Count::Children)?.exact
}

fn incidents_per_missing_child(report: &Report, rate: &Rate) -> Option<f64> {
    let same = |r: &&Ratio| (r.area, r.period, r.cohort) == (rate.area, rate.period, rate.cohort);
    report.ratios.iter().filter(same).find(|r| r.measure == Average::IncidentsPerMissingChild)?.value
}

/// For each cohort of a report, the share that went missing in the largest area, period by period, with the shares
/// published before. The report must have its rates.
pub(crate) fn series(report: &Report) -> Vec<Series> {
    let measure = Share::Missing;
    let mut all = Vec::new();
    for cohort in Cohort::ALL {
        let rates = report.rates.iter().filter(|rate| {
            (rate.cohort, rate.measure) == (cohort, measure)
                && matches!(rate.basis, Basis::Matched | Basis::ChildLevel)
                && matches!(rate.area.level, Level::Kingdom | Level::Nation | Level::Return)
        });
        let has_kingdom = |period| rates.clone().any(|rate| rate.period == period && rate.area.level == Level::Kingdom);
        let own = rates.clone().filter(|rate| rate.area.level != Level::Nation || !has_kingdom(rate.period));
        let mut points: Vec<SeriesPoint> = own
            .filter_map(|rate| {
                Some(SeriesPoint {
                    period: rate.period,
                    origin: Origin::Files,
                    area: rate.area,
                    numerator: Some(rate.numerator),
                    denominator: Some(rate.denominator),
                    authorities: (rate.area.level != Level::Return).then_some(rate.authorities),
                    value: rate.value?,
                    children_all_answers: children_all_answers(report, rate),
                    incidents_per_missing_child: incidents_per_missing_child(report, rate),
                    printed_percent: None,
                    interval: rate.interval.clone(),
                })
            })
            .collect();
        if points.is_empty() {
            continue;
        }
        points.extend(earlier_reports(cohort));
        if cohort == Cohort::All {
            points.extend(published_england());
        }
        points.order_by_key(|point| (point.period, point.origin, point.area));
        all.push(Series { cohort, measure, points });
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rates::percent_text;

    /// Source: DfE, Children looked after in England: 11,520 of 104,240 in the year ending 31 March 2018, and so on.
    #[test]
    fn what_the_department_published_of_england_is_in_the_series_of_all_children() {
        let years: Vec<_> = published_england()
            .into_iter()
            .map(|point| (point.period.as_collection_year().unwrap(), point.numerator.unwrap(), point.printed_percent))
            .collect();
        assert_eq!(years.first(), Some(&(2018, 11_520, Some(11))));
        assert_eq!(years.get(3), Some(&(2021, 10_910, Some(10))));
        assert_eq!(years.last(), Some(&(2024, 13_010, Some(11))));
    }

    #[test]
    fn what_was_published_is_what_its_counts_give() {
        for (cohort, shares) in
            [(Cohort::Trafficked, [28, 27, 31, 37].as_slice()), (Cohort::Unaccompanied, [13, 15, 13].as_slice())]
        {
            let points = earlier_reports(cohort);
            assert_eq!(points.iter().filter_map(|p| p.printed_percent).collect::<Vec<_>>(), shares);
            assert!(points.is_sorted_by_key(|p| p.period));
            for p in points {
                let printed = percent_text(p.numerator.unwrap(), p.denominator.unwrap(), 0).unwrap();
                assert_eq!(printed, p.printed_percent.unwrap().to_string(), "{:?}", p.origin);
            }
        }
        assert_eq!(earlier_reports(Cohort::All), []);
    }
}
