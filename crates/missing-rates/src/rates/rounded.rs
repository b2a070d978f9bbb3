//! How far a share or a change may be from what is printed, where its counts were rounded.

use std::cmp::Ordering;

use super::change::{Course, Parts, change_of};
use super::difference::newcombe;
use super::interval::{Z_95, wilson};
use crate::report::{Change, Compared, Comparison, Interval, Measure, Outcome, Rate, Rounding};

/// The counts of the smallest and of the largest share that a printed one may have been: children for whom it is true, and
/// all children.
pub type Ends = [(u64, u64); 2];

/// The ends of a range between two shares, each as far out as rounding allows.
pub fn ends_of_bounds(rounding: Rounding, lowest: &Rate, highest: &Rate) -> Ends {
    let parts = |rate: &Rate| (rate.numerator, rate.denominator);
    [ends_of_share(rounding, parts(lowest))[0], ends_of_share(rounding, parts(highest))[1]]
}

/// The smallest and the largest share that rounded counts may have been.
pub(crate) fn ends_of_share(rounding: Rounding, parts: (u64, u64)) -> Ends {
    at_most_one(ends_of_average(rounding, parts))
}

fn at_most_one([lowest, (most, of)]: Ends) -> Ends {
    // A share of children of whom there may have been none can have been any.
    [lowest, if of == 0 { (1, 1) } else { (most.min(of), of) }]
}

/// The least and the greatest count that a rounded one may have been. Zero stays zero: 1 to 5 are hidden, and never rounded.
fn counts(rounding: Rounding, rounded: u64) -> (u64, u64) {
    if rounded == 0 { (0, 0) } else { rounding.counts(rounded) }
}

/// The smallest and the largest average that rounded counts may have been.
fn ends_of_average(rounding: Rounding, (sum, of): (u64, u64)) -> Ends {
    let ((fewest, most), (few, many)) = (counts(rounding, sum), counts(rounding, of));
    [(fewest, many), (most, few)]
}

/// The 95% interval of a share, as far out as rounding allows: more of fewer children have a higher interval. `None` where
/// the share has none.
pub fn ends_of_interval(rounding: Rounding, rate: &Rate) -> Option<(f64, f64)> {
    let interval = rate.interval.as_ref()?;
    if rounding == Rounding::None {
        return Some((interval.lower, interval.upper));
    }
    let [lowest, highest] = ends_of_bounds(rounding, rate, rate);
    Some((wilson(lowest.0, lowest.1, Z_95)?.0, wilson(highest.0, highest.1, Z_95)?.1))
}

/// The interval of a share, as far out as rounding allows, in the place of the one of its rounded counts.
pub(crate) fn widened(rounding: Rounding, rate: &Rate) -> Option<Interval> {
    let (lower, upper) = ends_of_interval(rounding, rate)?;
    Some(Interval { lower, upper, ..rate.interval.clone()? })
}

/// The two figures that a rounded one may have been at the least and at the most.
fn ends_of_figure(rounding: Rounding, measure: Measure, (part, whole): (u64, u64)) -> Ends {
    match measure {
        Measure::Share(_) => ends_of_share(rounding, (part, whole)),
        // Of so few children that there may have been none, there was one: without any, there would be no figure.
        Measure::Average(_) | Measure::Events(_) => {
            ends_of_average(rounding, (part, whole)).map(|(sum, of)| (sum, of.max(1)))
        }
        Measure::Count(_) => <[u64; 2]>::from(counts(rounding, part)).map(|count| (count, 1)),
    }
}

/// The change between rounded counts. Its interval is as wide as any counts that round to these would make it: it is lowest
/// from the largest earlier figure to the smallest later one, and highest the other way round. In per cent of a rounded
/// figure nothing is said. `None` where the counts have no change.
pub(crate) fn changed(
    rounding: Rounding,
    course: Course,
    measure: Measure,
    earlier: Parts,
    later: Parts,
) -> Option<Change> {
    let change = change_of(course, measure, earlier, later)?;
    if rounding == Rounding::None {
        return Some(change);
    }
    let [least, most] = ends_of_figure(rounding, measure, earlier.0).map(|parts| (parts, earlier.1));
    let [few, many] = ends_of_figure(rounding, measure, later.0).map(|parts| (parts, later.1));
    let lower = change_of(course, measure, most, few).and_then(|change| change.lower);
    let upper = change_of(course, measure, least, many).and_then(|change| change.upper);
    Some(Change { lower, upper, relative: None, ..change })
}

/// Which way a figure moved: `None` where it rose with some of the counts that round to these, and did not with others.
pub fn direction(rounding: Rounding, change: &Change) -> Option<Ordering> {
    let ends = |of: &Compared| ends_of_figure(rounding, change.measure, (of.numerator, of.denominator.unwrap_or(1)));
    let ([least, most], [few, many]) = (ends(&change.earlier), ends(&change.later));
    let moved = |(a, b): (u64, u64), (c, d): (u64, u64)| {
        let product = |a: u64, b: u64| u128::from(a) * u128::from(b);
        product(c, b).cmp(&product(a, d))
    };
    let lowest = moved(most, few);
    (lowest == moved(least, many)).then_some(lowest)
}

/// The smallest and the largest share of so many authorities together, of each of whom both counts were rounded.
fn ends_of_sums(rounding: Rounding, authorities: u64, (part, whole): (u64, u64)) -> Ends {
    let (less, more) = (rounding.unit() / 2, (rounding.unit() - 1) / 2);
    let fewest = |sum: u64| sum.saturating_sub(less.saturating_mul(authorities));
    let most = |sum: u64| sum.saturating_add(more.saturating_mul(authorities));
    at_most_one([(fewest(part), most(whole)), (most(part), fewest(whole))])
}

/// Gives a comparison between rounded counts the intervals that any counts that round to these would give it, and calls
/// nobody higher or lower whom they do not.
pub(crate) fn compared(rounding: Rounding, of: &mut Comparison) {
    let [least, most] = ends_of_share(rounding, (of.numerator, of.denominator));
    let others = (of.others.numerator, of.others.denominator);
    let [few, many] = ends_of_sums(rounding, of.others.authorities, others);
    let own = [least, most].map(|(part, whole)| wilson(part, whole, Z_95));
    let apart = [(least, many), (most, few)].map(|(own, others)| newcombe(own, others, Z_95));
    if let ([Some((lower, _)), Some((_, upper))], [Some((below, _)), Some((_, above))]) = (own, apart) {
        (of.interval.lower, of.interval.upper) = (lower, upper);
        (of.lower, of.upper, of.outcome) = (below, above, Outcome::of((below, above)));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::cohort::{Average, Cohort, Count, Share};
    use crate::period::Period;
    use crate::report::{Area, Basis, Events};

    fn course() -> Course {
        let [from, to] = [2024, 2025].map(|year| Period::collection_year(year).unwrap());
        Course { area: Area::RETURN, cohort: Cohort::All, from, to, basis: Basis::ChildLevel }
    }

    const MEASURES: [Measure; 5] = [
        Measure::Share(Share::Missing),
        Measure::Average(Average::IncidentsPerMissingChild),
        Measure::Events(Events::Missing),
        Measure::Count(Count::ChildrenMissing),
        Measure::Count(Count::Children),
    ];

    /// The change as printed, of counts that are rounded.
    fn rounded(to: Rounding, measure: Measure, earlier: (u64, u64), later: (u64, u64)) -> Option<Change> {
        let of = |(part, whole)| ((to.of(part), to.of(whole)), 1);
        changed(to, course(), measure, of(earlier), of(later))
    }

    /// 16 of 82 and 28 of 99 are printed as 15 of 80 and 30 of 100: between 13 of 82 and 17 of 78 before, 28 of 102 and 32 of
    /// 98 after.
    #[test]
    fn a_change_of_rounded_counts_has_an_interval_as_wide_as_they_allow() {
        let change = rounded(Rounding::To5, MEASURES[0], (16, 82), (28, 99)).unwrap();
        assert_eq!((change.earlier.numerator, change.later.denominator, change.relative), (15, Some(100), None));
        let of = |later, earlier| newcombe(later, earlier, Z_95).unwrap();
        assert_eq!(change.lower, Some(of((28, 102), (17, 78)).0));
        assert_eq!(change.upper, Some(of((32, 98), (13, 82)).1));
        assert_eq!(direction(Rounding::To5, &change), Some(Ordering::Greater));
        // 15 of 80 both times: 17 of 78, then 13 of 82, would be a fall.
        let same = rounded(Rounding::To5, MEASURES[0], (15, 80), (15, 80)).unwrap();
        assert_eq!(direction(Rounding::To5, &same), None);
        // Zero stays zero.
        let none = rounded(Rounding::To10, MEASURES[0], (0, 80), (0, 100)).unwrap();
        assert_eq!(direction(Rounding::To10, &none), Some(Ordering::Equal));
        let exact = change_of(course(), MEASURES[0], ((15, 80), 1), ((15, 80), 1)).unwrap();
        assert_eq!(direction(Rounding::None, &exact), Some(Ordering::Equal));
        assert!(exact.relative.is_some());
    }

    proptest! {
        #[test]
        fn what_is_said_of_rounded_counts_is_true_of_the_counts(
            (a, b, c, d) in (6u64..300, 0u64..300, 6u64..300, 0u64..300),
            to in prop_oneof![Just(Rounding::To5), Just(Rounding::To10)],
        ) {
            let (earlier, later) = ((a, a + b), (c, c + d));
            for measure in MEASURES {
                let shown = rounded(to, measure, earlier, later).unwrap();
                let truth = change_of(course(), measure, (earlier, 1), (later, 1)).unwrap();
                prop_assert!(shown.lower <= truth.lower.map(|lower| lower + 1e-9), "{measure:?} {shown:?} {truth:?}");
                prop_assert!(shown.upper.map(|upper| upper + 1e-9) >= truth.upper, "{measure:?} {shown:?} {truth:?}");
                let known = direction(to, &shown);
                prop_assert!(known.is_none() || known == direction(Rounding::None, &truth), "{measure:?} {truth:?}");
            }
        }
    }
}
