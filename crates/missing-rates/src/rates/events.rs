//! How far chance alone could move a count of events, and a rate made from it.

use super::difference::Estimate;
use super::interval::Z_95;

/// From this many events on, Byar's approximation replaces the exact interval.
pub const BYAR_FROM: usize = 10;

/// The exact 95% interval of 0 to 9 events. From 10 on, Byar's approximation replaces it.
///
/// Source: F. Garwood (1936), Biometrika 28:437; solved for the Poisson distribution to twelve decimals, and checked
/// against that definition in a test.
const EXACT_95: [(f64, f64); BYAR_FROM] = [
    (0.0, 3.688_879_454_114),
    (0.025_317_807_984, 5.571_643_390_939),
    (0.242_209_278_544, 7.224_687_667_724),
    (0.618_672_122_896, 8.767_273_069_742),
    (1.089_865_373_626, 10.241_588_675_404),
    (1.623_486_390_118, 11.668_332_079_323),
    (2.201_894_253_491, 13.059_474_022_519),
    (2.814_363_051_520, 14.422_675_361_702),
    (3.453_832_176_749, 15.763_189_220_193),
    (4.115_373_097_378, 17.084_803_451_419),
];

/// The 95% interval of a count of events that happen independently (Poisson): exact below 10, Byar's approximation from
/// 10 on.
///
/// Incidents of one child are not independent: a child who went missing often is likely to go missing again. So the
/// interval shows the least that chance can do, and this is said wherever the interval is shown.
///
/// Source: F. Garwood (1936), Biometrika 28:437; Byar in N. E. Breslow and N. E. Day (1987), Statistical Methods in
/// Cancer Research II, page 69.
///
/// ```
/// use missing_rates::rates::poisson;
/// let (lower, upper) = poisson(5);
/// assert!((lower - 1.6235).abs() < 1e-4 && (upper - 11.6683).abs() < 1e-4);
/// ```
pub fn poisson(events: u64) -> (f64, f64) {
    if let Some(exact) = usize::try_from(events).ok().and_then(|at| EXACT_95.get(at)) {
        return *exact;
    }
    let byar = |x: f64, z: f64| {
        let root = 1.0 - 1.0 / (9.0 * x) + z / (3.0 * x.sqrt());
        x * root * root * root
    };
    let x = events as f64;
    (byar(x, -Z_95), byar(x + 1.0, Z_95))
}

/// Events for each one of a number, such as incidents for each missing child, with the 95% interval of [`poisson`].
/// `None` where the number is 0.
///
/// ```
/// use missing_rates::rates::events_per;
/// let rate = events_per(65, 100).unwrap();
/// assert_eq!(rate.value, 0.65);
/// assert!((rate.lower - 0.5016).abs() < 1e-4 && (rate.upper - 0.8285).abs() < 1e-4);
/// ```
pub fn events_per(events: u64, number: u64) -> Option<Estimate> {
    if number == 0 {
        return None;
    }
    let (lower, upper) = poisson(events);
    let n = number as f64;
    Some(Estimate { value: events as f64 / n, lower: lower / n, upper: upper / n })
}

#[cfg(test)]
mod tests {
    use super::super::difference::square_and_add;
    use super::*;

    /// The probability of at most `events` where `mean` are expected.
    fn at_most(events: u64, mean: f64) -> f64 {
        let mut term = (-mean).exp();
        let mut sum = term;
        for i in 1..=events {
            term *= mean / i as f64;
            sum += term;
        }
        sum
    }

    #[test]
    fn the_exact_interval_leaves_two_and_a_half_per_cent_on_either_side() {
        for events in 0..10 {
            let (lower, upper) = poisson(events);
            assert!((at_most(events, upper) - 0.025).abs() < 1e-10, "{events}");
            if events > 0 {
                assert!((1.0 - at_most(events - 1, lower) - 0.025).abs() < 1e-10, "{events}");
            }
        }
    }

    /// Source: Garwood (1936), as tabled in K. Ulm (1990), American Journal of Epidemiology 131:373, and in every
    /// handbook since.
    #[test]
    fn published_limits_are_met_exactly_below_ten_and_to_a_hundredth_or_two_by_byar() {
        for (events, lower, upper, near) in [
            (0, 0.0, 3.689, 0.0005),
            (1, 0.0253, 5.572, 0.0005),
            (5, 1.623, 11.668, 0.0005),
            (9, 4.115, 17.085, 0.0005),
            (10, 4.795, 18.390, 0.02),
            (20, 12.217, 30.888, 0.02),
            (50, 37.111, 65.919, 0.02),
            (100, 81.364, 121.627, 0.02),
        ] {
            let (low, high) = poisson(events);
            assert!((low - lower).abs() < near && (high - upper).abs() < near, "{events}: {low} {high}");
        }
    }

    /// Worked by hand from Byar's formula: 65 × (1 − 1/585 − 1.95996/(3 × 8.06226))³ and
    /// 66 × (1 − 1/594 + 1.95996/(3 × 8.12404))³.
    #[test]
    fn byars_formula_is_met() {
        let (lower, upper) = poisson(65);
        assert!((lower - 50.163_188).abs() < 1e-5 && (upper - 82.849_139).abs() < 1e-5, "{lower} {upper}");
    }

    #[test]
    fn more_events_have_higher_ends_also_where_the_two_methods_meet() {
        for events in 0..1000 {
            let (now, next) = (poisson(events), poisson(events + 1));
            assert!(now.0 < next.0 && now.1 < next.1, "{events}");
            assert!(now.0 <= events as f64 && events as f64 <= now.1, "{events}");
        }
    }

    #[test]
    fn two_rates_that_chance_could_explain_differ_by_an_interval_around_zero() {
        let (first, second) = (events_per(12, 40).unwrap(), events_per(10, 40).unwrap());
        let (lower, upper) = square_and_add(first, second);
        assert!(lower < 0.0 && upper > 0.05);
        let (lower, _) = square_and_add(events_per(1200, 400).unwrap(), events_per(1000, 400).unwrap());
        assert!(lower > 0.0);
        assert_eq!(events_per(3, 0), None);
    }
}
