//! What a reader takes from answers by sex: missing or away beside missing, and beside away.

use std::collections::BTreeMap;

use serde_json::Value;

use super::made::{Dice, a_return};
use super::*;

/// For each year, cohort and sex: how many children were missing, away, and either, where that is printed.
fn answers(report: &Value) -> Vec<BTreeMap<String, i64>> {
    let mut found: BTreeMap<String, BTreeMap<String, i64>> = BTreeMap::new();
    for year in report["foi"]["years"].as_array().into_iter().flatten() {
        for answer in year["answers"].as_array().into_iter().flatten() {
            let by_sex = answer["sex"].is_string() && answer["measure"] == "children-missing";
            if let Some(count) = answer["count"].as_i64().filter(|_| by_sex) {
                let whose = [&year["year"], &answer["cohort"], &answer["on_list"], &answer["sex"]];
                let whose = whose.map(ToString::to_string).join(" ");
                found.entry(whose).or_default().insert(answer["code"].as_str().unwrap().to_owned(), count);
            }
        }
    }
    found.into_values().collect()
}

/// Children who were one and not the other, and both, as far as all three are printed.
fn taken(of: &BTreeMap<String, i64>) -> Vec<i64> {
    let number = |code: &str| of.get(code).copied();
    let (missing, away, either) = (number("missing"), number("away"), number("either"));
    let only = |one: Option<i64>| either.zip(one).map(|(either, one)| either - one);
    let both = missing.zip(away).zip(either).map(|((missing, away), either)| missing + away - either);
    [only(missing), only(away), both].into_iter().flatten().collect()
}

#[test]
fn nobody_takes_a_few_children_of_a_sex_from_those_who_were_missing_or_away() {
    let few = |of: &BTreeMap<String, i64>| taken(of).into_iter().any(|count| (1..=5).contains(&count));
    let (mut would_be, mut shown) = (0, 0);
    for seed in 0..24 {
        let files = a_return(&mut Dice(seed), 150 + seed * 10, 1 + seed % 2, seed % 3 > 0);
        let report = |disclosure| json(&files, &Query { disclosure, ..Query::default() }, Knows::ALL);
        let safe = answers(&report(Disclosure::Safe));
        assert!(!safe.iter().any(few), "{seed}: {safe:?}");
        would_be += answers(&report(Disclosure::Exact)).iter().filter(|of| few(of)).count();
        shown += safe.len();
    }
    assert!(would_be > 10 && shown > 0, "{would_be} {shown}");
}
