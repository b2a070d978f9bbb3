//! The order in which files are chosen changes nothing.

use fastrand::Rng;
use missing_rates::Query;
use words::Language;

use crate::case::Case;
use crate::checks;
use crate::page::read;

pub(super) fn run(case: &Case, chance: &mut Rng) -> Result<u64, String> {
    let (query, language) = (Query::default(), Language::default());
    let mut turned = case.files.clone();
    chance.shuffle(&mut turned);
    let (one, other) = (read(&case.files), read(&turned));
    let (first, second) = (one.report(&query), other.report(&query));
    if first.to_json() != second.to_json() {
        return Err(format!("the order of files changes the report: {}", differs(&first.to_json(), &second.to_json())));
    }
    if first.to_csv() != second.to_csv() {
        return Err("the order of files changes the CSV".to_owned());
    }
    if one.work_list(&query, &language) != other.work_list(&query, &language) {
        return Err("the order of files changes the work list".to_owned());
    }
    if one.decisions(&query) != other.decisions(&query) {
        return Err("the order of files changes the decisions".to_owned());
    }
    Ok(checks::shown(&first))
}

/// Where two texts begin to differ.
fn differs(one: &str, other: &str) -> String {
    let same = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    let around = |text: &str| {
        String::from_utf8_lossy(&text.as_bytes()[same.saturating_sub(80)..(same + 80).min(text.len())]).into_owned()
    };
    format!("{:?} {:?}", around(one), around(other))
}
