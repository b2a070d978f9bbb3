//! The change of one figure between two periods.

use super::difference::{Estimate, newcombe, square_and_add};
use super::events::{events_per, poisson};
use super::interval::Z_95;
use crate::cohort::{Average, Cohort, Count, Share};
use crate::period::Period;
use crate::report::{Area, Basis, Change, Compared, Events, Measure, Unit};

/// What changes: where, for whom, from when to when, and which answers are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Course {
    /// Where.
    pub area: Area,
    /// Who.
    pub cohort: Cohort,
    /// The earlier period.
    pub from: Period,
    /// The later period.
    pub to: Period,
    /// Which answers are used.
    pub basis: Basis,
}

impl Course {
    fn change(self, measure: Measure, unit: Unit, earlier: Compared, later: Compared) -> Option<Change> {
        let (before, after) = (earlier.value?, later.value?);
        let difference = after - before;
        Some(Change {
            area: self.area,
            cohort: self.cohort,
            measure,
            from: self.from,
            to: self.to,
            basis: self.basis,
            earlier,
            later,
            unit,
            difference,
            points: (unit == Unit::PercentagePoints).then_some(difference),
            method: None,
            lower: None,
            upper: None,
            relative: (before > 0.0).then(|| difference / before),
        })
    }
}

fn with_interval(mut change: Change, method: &'static str, (lower, upper): (f64, f64)) -> Change {
    (change.method, change.lower, change.upper) = (Some(method), Some(lower), Some(upper));
    change
}

fn compared((numerator, denominator): (u64, u64), authorities: u64) -> Compared {
    let value = (denominator > 0).then(|| numerator as f64 / denominator as f64);
    Compared { numerator, denominator: Some(denominator), authorities, value }
}

/// The numbers of a figure, of which the second divides the first, and how many authorities they are of. A count is divided
/// by nothing.
pub(crate) type Parts = ((u64, u64), u64);

/// The change of any figure. `None` where one of the two has no value.
pub(crate) fn change_of(course: Course, measure: Measure, earlier: Parts, later: Parts) -> Option<Change> {
    match measure {
        Measure::Share(share) => change_of_share(course, share, earlier, later),
        Measure::Average(average) => change_of_average(course, average, earlier, later),
        Measure::Events(events) => change_of_events(course, events, earlier, later),
        Measure::Count(count) => change_of_count(course, count, (earlier.0.0, earlier.1), (later.0.0, later.1)),
    }
}

/// The change of a share, in percentage points, with Newcombe's interval. Each share is given as the number of children
/// for whom it is true and the number of all children, over so many authorities. `None` where one of the two is not a
/// share.
pub fn change_of_share(
    course: Course,
    measure: Share,
    (earlier, authorities_before): ((u64, u64), u64),
    (later, authorities_after): ((u64, u64), u64),
) -> Option<Change> {
    let interval = newcombe(later, earlier, Z_95)?;
    let (before, after) = (compared(earlier, authorities_before), compared(later, authorities_after));
    let change = course.change(Measure::Share(measure), Unit::PercentagePoints, before, after)?;
    Some(with_interval(change, "newcombe", interval))
}

/// The change of an average, with the interval of two Poisson rates. Each average is given as incidents and children.
/// `None` where there are no children to divide by.
pub fn change_of_average(
    course: Course,
    measure: Average,
    (earlier, authorities_before): ((u64, u64), u64),
    (later, authorities_after): ((u64, u64), u64),
) -> Option<Change> {
    let interval = square_and_add(events_per(later.0, later.1)?, events_per(earlier.0, earlier.1)?);
    let (before, after) = (compared(earlier, authorities_before), compared(later, authorities_after));
    let change = course.change(Measure::Average(measure), Unit::IncidentsPerChild, before, after)?;
    Some(with_interval(change, "poisson", interval))
}

/// The change of incidents for each hundred children, each given as incidents and children. Each has an exact or Byar's
/// interval; the interval of the difference comes from squaring and adding. `None` where there are no children to
/// divide by.
pub fn change_of_events(
    course: Course,
    measure: Events,
    (earlier, authorities_before): ((u64, u64), u64),
    (later, authorities_after): ((u64, u64), u64),
) -> Option<Change> {
    let hundred = |(incidents, children): (u64, u64)| {
        let Estimate { value, lower, upper } = events_per(incidents, children)?;
        Some(Estimate { value: value * 100.0, lower: lower * 100.0, upper: upper * 100.0 })
    };
    let (before, after) = (hundred(earlier)?, hundred(later)?);
    let interval = square_and_add(after, before);
    let of = |parts, authorities, value| Compared { value: Some(value), ..compared(parts, authorities) };
    let (earlier, later) = (of(earlier, authorities_before, before.value), of(later, authorities_after, after.value));
    let change = course.change(Measure::Events(measure), Unit::IncidentsPer100Children, earlier, later)?;
    Some(with_interval(change, "poisson", interval))
}

/// The change of a count. The number of children looked after has no interval, because chance did not decide it. What
/// happened to them could have happened to more or fewer, so the other counts have the interval of two Poisson counts.
pub fn change_of_count(
    course: Course,
    measure: Count,
    (earlier, authorities_before): (u64, u64),
    (later, authorities_after): (u64, u64),
) -> Option<Change> {
    let of = |count: u64, authorities| Compared {
        numerator: count,
        denominator: None,
        authorities,
        value: Some(count as f64),
    };
    let unit = match measure {
        Count::MissingIncidents | Count::AwayIncidents => Unit::Incidents,
        _ => Unit::Children,
    };
    let change =
        course.change(Measure::Count(measure), unit, of(earlier, authorities_before), of(later, authorities_after))?;
    let estimate = |count: u64| {
        let (lower, upper) = poisson(count);
        Estimate { value: count as f64, lower, upper }
    };
    Some(match measure {
        Count::Children => change,
        _ => with_interval(change, "poisson", square_and_add(estimate(later), estimate(earlier))),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn course() -> Course {
        let year = |year| Period::calendar_year(year).unwrap();
        Course {
            area: Area::RETURN,
            cohort: Cohort::Trafficked,
            from: year(2018),
            to: year(2020),
            basis: Basis::Matched,
        }
    }

    #[test]
    fn a_share_changes_by_points_and_relative_to_its_base() {
        let change = change_of_share(course(), Share::Missing, ((48, 80), 3), ((56, 70), 4)).unwrap();
        assert!((change.points.unwrap() - 0.2).abs() < 1e-12);
        assert!((change.lower.unwrap() - 0.0524).abs() < 5e-5 && (change.upper.unwrap() - 0.3339).abs() < 5e-5);
        assert!((change.relative.unwrap() - 1.0 / 3.0).abs() < 1e-12);
        assert_eq!((change.earlier.authorities, change.later.authorities), (3, 4));
    }

    /// Source: When Harm Remains, ECPAT UK and Missing People, 2022: 960 trafficked children in 2018, 1,231 in 2020.
    #[test]
    fn a_count_changes_relative_to_the_earlier_one() {
        let change = change_of_count(course(), Count::Children, (960, 1), (1231, 1)).unwrap();
        assert_eq!((change.difference, change.points, change.lower), (271.0, None, None));
        assert!((change.relative.unwrap() - 0.2823).abs() < 5e-5);
        let change = change_of_count(course(), Count::MissingIncidents, (0, 1), (7, 1)).unwrap();
        assert_eq!((change.relative, change.unit), (None, Unit::Incidents));
        assert!(change.lower.unwrap() > 0.0);
    }

    /// 65 incidents of 100 children and 8 of 40: by hand 65.0 (50.2 to 82.8) and 20.0 (8.6 to 39.4), so the difference
    /// is 45.0, from √(14.8² + 19.4²) less to √(17.8² + 11.4²) more.
    #[test]
    fn incidents_for_a_hundred_children_change_by_the_intervals_of_both() {
        let change = change_of_events(course(), Events::Missing, ((8, 40), 1), ((65, 100), 1)).unwrap();
        assert_eq!((change.earlier.value, change.later.value), (Some(20.0), Some(65.0)));
        assert!((change.lower.unwrap() - 20.57).abs() < 0.01, "{:?}", change.lower);
        assert!((change.upper.unwrap() - 66.16).abs() < 0.01, "{:?}", change.upper);
        assert_eq!(change_of_events(course(), Events::Away, ((8, 0), 1), ((65, 100), 1)), None);
    }

    #[test]
    fn what_has_no_figure_has_no_change() {
        assert_eq!(change_of_share(course(), Share::Missing, ((0, 0), 1), ((1, 2), 1)), None);
        assert_eq!(change_of_average(course(), Average::IncidentsPerMissingChild, ((5, 0), 1), ((5, 2), 1)), None);
        let change = change_of_average(course(), Average::IncidentsPerMissingChild, ((60, 10), 1), ((65, 10), 1));
        let change = change.unwrap();
        assert!((change.difference - 0.5).abs() < 1e-12 && change.lower.unwrap() < 0.0);
    }
}
