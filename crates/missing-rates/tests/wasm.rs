//! The engine where visitors run it: compiled to WebAssembly, in a worker of a real browser.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used)]

mod support;

use missing_rates::cohort::{Cohort, Count, Share};
use missing_rates::report::Basis;
use support::{assert_balanced, rate, report, total};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

macro_rules! sample {
    ($name:literal) => {
        ($name, include_bytes!(concat!("../../../static/samples/", $name)).as_slice())
    };
}

/// Figures: counted by a script that knows nothing of the engine, without the one row that ends before it starts.
#[wasm_bindgen_test]
fn the_children_of_a_return_are_counted_in_a_worker() {
    let report = report(&[
        sample!("ssda903/header.csv"),
        sample!("ssda903/episodes.csv"),
        sample!("ssda903/uasc.csv"),
        sample!("ssda903/missing.csv"),
    ]);
    assert_balanced(&report);
    let all = rate(&report, None, Cohort::All, Share::Missing, Basis::ChildLevel);
    assert_eq!((all.numerator, all.denominator), (18, 204));
    assert_eq!(total(&report, None, Cohort::All, Count::MissingIncidents), 37);
    let unaccompanied = rate(&report, None, Cohort::Unaccompanied, Share::Missing, Basis::ChildLevel);
    assert_eq!((unaccompanied.numerator, unaccompanied.denominator), (4, 29));
}

/// Figures: the 2024 report of ECPAT UK and Missing People.
#[wasm_bindgen_test]
fn the_answers_of_authorities_are_pooled_in_a_worker() {
    let report = report(&[sample!("answers-2024.csv")]);
    assert_balanced(&report);
    let matched = rate(&report, Some("K02000001"), Cohort::Trafficked, Share::Missing, Basis::Matched);
    assert_eq!((matched.numerator, matched.denominator, matched.authorities), (864, 2_335, 135));
    let interval = matched.interval.as_ref().expect("a share has an interval");
    assert!((interval.lower - 0.3507).abs() < 5e-5 && (interval.upper - 0.3898).abs() < 5e-5, "{interval:?}");
}
