//! The funnel of a published year, against a calculation of its own.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeMap;

use crate::support::{report, sample};
use missing_rates::cohort::Share;
use missing_rates::period::Period;
use missing_rates::report::{Place, Report};

/// An authority's code, its children missing, its children.
type Row = (String, f64, f64);

/// Of England's authorities in the year ending 31 March 2024, those with both numbers and children.
fn england_2024() -> (Report, Vec<Row>) {
    let bytes = sample("published-2024.csv");
    let text = String::from_utf8(bytes.clone()).unwrap();
    let mut counts: BTreeMap<&str, [Option<f64>; 2]> = BTreeMap::new();
    for line in text.lines().filter(|line| line.starts_with("2024,") && line.contains(",Local authority,")) {
        let mut from_the_end = line.rsplitn(4, ',');
        let [number, category, code] = std::array::from_fn(|_| from_the_end.next().unwrap());
        let of = counts.entry(code).or_default();
        match category {
            "Children who had a missing incident during the year" => of[0] = number.parse().ok(),
            "Children looked after during the year" => of[1] = number.parse().ok(),
            _ => {}
        }
    }
    let exact = counts.into_iter().filter_map(|(code, [n, d])| Some((code.to_owned(), n?, d?)));
    (report(&[("dfe.csv", bytes)]), exact.filter(|(.., d)| *d > 0.0).collect())
}

/// Figures of the file, and limits from a calculation that shares nothing with the engine's: the standard library's
/// functions, quantiles by sorting into a list of places, places by z-scores instead of limits.
#[test]
fn the_funnel_of_2024_is_that_of_an_independent_calculation() {
    let (report, data) = england_2024();
    let period = Period::collection_year(2024).unwrap();
    let funnel = report.funnel.iter().find(|f| (f.period, f.measure) == (period, Share::Missing)).unwrap();
    let outside = |place: &dyn Fn(Place) -> bool, of: &dyn Fn(usize) -> Place| {
        (0..funnel.authorities.len()).filter(|at| place(of(*at))).count()
    };
    let (plain, adjusted) =
        (|at: usize| funnel.authorities[at].place, |at: usize| funnel.authorities[at].place_adjusted);
    assert_eq!(funnel.authorities.len(), 149);
    assert_eq!(outside(&Place::is_outside_95, &plain), 67);
    assert_eq!(outside(&Place::is_outside_998, &plain), 32);
    assert_eq!(outside(&Place::is_outside_95, &adjusted), 19);
    assert_eq!(outside(&Place::is_outside_998, &adjusted), 7);
    assert!((funnel.pooled - 0.112_04).abs() < 5e-6);
    assert!((funnel.phi - 4.53).abs() < 5e-3 && (funnel.phi_unwinsorised - 7.38).abs() < 5e-3);
    assert!((funnel.tau2 - 0.001_15).abs() < 5e-6);

    let pooled = data.iter().map(|(_, n, _)| n).sum::<f64>() / data.iter().map(|(.., d)| d).sum::<f64>();
    let target = pooled.sqrt().asin();
    let z: Vec<f64> = data.iter().map(|(_, n, d)| ((n / d).sqrt().asin() - target) / (0.5 / d.sqrt())).collect();
    let mut order = z.clone();
    order.sort_by(|a, b| a.partial_cmp(b).unwrap());
    // Type 7: 148 gaps, so the tenth part is 14.8 gaps from the lowest, and from the highest.
    let (low, high) = (order[14] + 0.8 * (order[15] - order[14]), order[134] - 0.8 * (order[134] - order[133]));
    let squares = z
        .iter()
        .map(|z| {
            if *z < low {
                low
            } else if *z > high {
                high
            } else {
                *z
            }
        })
        .map(|z| z.powi(2));
    let phi = squares.sum::<f64>() / 149.0;
    let weights: Vec<f64> = data.iter().map(|(.., d)| 4.0 * d).collect();
    let total: f64 = weights.iter().sum();
    let tau2 = (149.0 * phi - 148.0) / (total - weights.iter().map(|w| w * w / total).sum::<f64>());
    assert!((phi / funnel.phi - 1.0).abs() < 1e-12 && (tau2 / funnel.tau2 - 1.0).abs() < 1e-11);
    for ((code, n, d), z) in data.iter().zip(&z) {
        let point = funnel.authorities.iter().find(|a| a.code.as_str() == code).unwrap();
        let place = |z: f64| match z {
            z if z > 3.090_232_306_167_813 => Place::Above998,
            z if z > 1.959_963_984_540_054 => Place::Above95,
            z if z < -3.090_232_306_167_813 => Place::Below998,
            z if z < -1.959_963_984_540_054 => Place::Below95,
            _ => Place::Within,
        };
        assert_eq!(point.place, place((n / d - pooled) / (pooled * (1.0 - pooled) / d).sqrt()), "{code}");
        assert_eq!(point.place_adjusted, place(z * 0.5 / d.sqrt() / (0.25 / d + tau2).sqrt()), "{code}");
    }
    for at in &funnel.limits {
        let error = (0.25 / at.denominator as f64 + tau2).sqrt();
        let limit = |z: f64| (target + z * error).clamp(0.0, 1.57).sin().powi(2);
        for (z, found) in [
            (-3.090_232_306_167_813, at.adjusted.lower_998),
            (-1.959_963_984_540_054, at.adjusted.lower_95),
            (1.959_963_984_540_054, at.adjusted.upper_95),
            (3.090_232_306_167_813, at.adjusted.upper_998),
        ] {
            assert!((limit(z) - found).abs() < 1e-12, "{}: {z}", at.denominator);
        }
    }
}
