//! Attackers, who know the definitions, everything that a safe report prints, and what the Department publishes; and who
//! share nothing with what chooses the counts to hide.

mod examples;
mod integers;
mod kept;
mod made;
mod of_answers;
mod of_groups;
mod of_return;
mod system;
mod text;
mod whole;

use serde_json::Value;

use super::Knows;
use crate::Query;
use crate::period::Period;
use crate::report::Disclosure;
use made::{Dice, a_return, returns, some_answers};

/// The returns, and the tables of answers, that are attacked where it is asked (`-- --ignored`): the first thousand, or
/// those that the environment names, such as `SEEDS=5000..5100`.
fn asked() -> std::ops::Range<u64> {
    let named = std::env::var("SEEDS").ok();
    let ends = named.as_deref().and_then(|named| named.split_once(".."));
    let ends = ends.and_then(|(from, to)| Some((from.parse().ok()?, to.parse().ok()?)));
    ends.map_or(0..1_000, |(from, to)| from..to)
}

fn json(files: &made::Files, query: &Query, knows: Knows) -> Value {
    serde_json::from_str(&returns(files).report_by(query, knows).to_json()).unwrap()
}

/// What is given away of a made-up return.
fn of_a_return(seed: u64, knows: Knows) -> Vec<String> {
    let mut dice = Dice(seed);
    let children = [20, 40, 80, 160, 400][usize::try_from(dice.below(5)).unwrap()] - dice.below(15);
    let files = a_return(&mut dice, children, 1 + seed % 4 / 3, !seed.is_multiple_of(3));
    let mut query = Query::default();
    if seed % 8 == 7 {
        query.period = Period::calendar_year(2024);
    }
    let exact = json(&files, &query, Knows::ALL);
    let years: Vec<Value> = [2024, 2025]
        .map(|year| Query { period: Period::collection_year(year), ..Query::default() })
        .map(|query| json(&files, &query, Knows::ALL))
        .into();
    let safe = json(&files, &Query { disclosure: Disclosure::Safe, ..query }, knows);
    let mut given_away = of_return::given_away(&exact, &safe, &years);
    given_away.extend(whole::given_away(&exact, &safe, &years));
    given_away
}

/// What is given away of made-up answers.
fn of_answers(seed: u64, knows: Knows) -> Vec<String> {
    let returns = returns(&some_answers(&mut Dice(seed)));
    let exact = returns.report_by(&Query::default(), Knows::ALL);
    let safe = returns.report_by(&Query { disclosure: Disclosure::Safe, ..Query::default() }, knows);
    of_answers::given_away(&exact, &safe)
}

fn nothing_is_given_away(of: fn(u64, Knows) -> Vec<String>, seeds: impl Iterator<Item = u64>) {
    for seed in seeds {
        let given_away = of(seed, Knows::ALL);
        assert!(given_away.is_empty(), "seed {seed}: {given_away:#?}");
    }
}

/// All of them, each that gives something away with what.
fn all(of: fn(u64, Knows) -> Vec<String>) {
    let wrong: Vec<(u64, Vec<String>)> =
        asked().map(|seed| (seed, of(seed, Knows::ALL))).filter(|(_, given_away)| !given_away.is_empty()).collect();
    assert!(wrong.is_empty(), "{} of {:?}: {wrong:#?}", wrong.len(), asked());
}

#[test]
fn no_small_count_of_a_return_is_given_away() {
    nothing_is_given_away(of_a_return, 0..8);
}

#[test]
fn no_small_answer_is_given_away() {
    nothing_is_given_away(of_answers, 0..16);
}

#[test]
#[ignore = "takes minutes: a thousand returns"]
fn no_small_count_of_a_thousand_returns_is_given_away() {
    all(of_a_return);
}

#[test]
#[ignore = "takes minutes: a thousand tables"]
fn no_small_answer_of_a_thousand_tables_is_given_away() {
    all(of_answers);
}

/// An attacker who notices nothing proves nothing.
#[test]
fn the_attacker_notices_whatever_the_rule_forgets() {
    const FEW: Knows = Knows { secondary: false, ..Knows::ALL };
    let notices = |of: fn(u64, Knows) -> Vec<String>, knows: Knows, seeds: u64| {
        (0..seeds).any(|seed| !of(seed, knows).is_empty())
    };
    assert!(notices(of_a_return, FEW, 12) && notices(of_answers, FEW, 12), "secondary suppression");
    assert!(notices(of_answers, Knows { complements: false, ..Knows::ALL }, 40), "complements of answers");
}
