//! Handles what was printed beside the counts: shares are checked, and national figures are shown.

use std::collections::BTreeMap;

use crate::cohort::{Cohort, Count};
use crate::ledger::Ledger;
use crate::observation::{PrintedAggregate, PrintedShare};
use crate::percent::percent_text;
use crate::period::Period;
use crate::rates::{Given, Group, GroupKey};
use crate::report::Published;

/// The figures that publishers printed for regions and nations, in a fixed order, each once.
pub(super) fn show_printed(published: &mut Vec<Published>, aggregates: &[PrintedAggregate], asked: Option<Period>) {
    let mut printed: BTreeMap<_, &PrintedAggregate> = BTreeMap::new();
    for aggregate in aggregates {
        if let Some(period) = aggregate.period.or(asked).filter(|period| asked.is_none_or(|a| a == *period)) {
            printed.insert((period, aggregate.area, &aggregate.place, &aggregate.measure), aggregate);
        }
    }
    published.extend(printed.into_iter().map(|((period, ..), printed)| Published {
        area: printed.area,
        place: printed.place.clone(),
        period,
        measure: printed.measure.clone(),
        value: number(&printed.printed),
        printed: printed.printed.clone(),
    }));
}

/// Compares what was printed with what the counts give.
pub(super) fn check_printed(
    groups: &BTreeMap<GroupKey, Group>,
    file: usize,
    shares: &[PrintedShare],
    asked: Option<Period>,
    ledger: &mut Ledger,
) {
    for printed in shares {
        let given = printed
            .period
            .or(asked)
            .and_then(|period| groups.get(&(period, Cohort::All)))
            .and_then(|group| group.given.get(&printed.authority));
        let Some(given) = given else { continue };
        let counts = given.exact(printed.share.numerator()).zip(given.exact(Count::Children));
        let Some(text) = counts.and_then(|(n, d)| percent_text(n, d, 0)) else { continue };
        if printed.printed.parse::<u64>().is_ok_and(|whole| whole.to_string() != text) {
            let value = format!("{} ({text})", printed.printed);
            ledger.find(file, "published-share-differs", printed.row, "", &value);
        }
    }
}

/// What a percentage typed beside two counts should be, if it is wrong, with as many decimals as were typed. Numbers up
/// to 1 without a sign are taken for shares of 1, unless they fit as percentages.
pub(super) fn should_be(typed: &str, given: &Given, numerator: Count) -> Option<String> {
    let (n, d) = given.exact(numerator).zip(given.exact(Count::Children))?;
    if d == 0 || n > d {
        return None;
    }
    let bare = typed.trim().trim_end_matches('%').trim();
    let value = number(bare)?;
    let decimals = bare.split_once('.').map_or(0, |(_, part)| part.len());
    let share = n as f64 * 100.0 / d as f64;
    // A difference of one in the last place is allowed either way: some people cut digits off instead of rounding.
    let near = |value: f64, decimals: usize| {
        let unit = (0..decimals).fold(1.0, |unit, _| unit / 10.0);
        value - share < unit && share - value < unit
    };
    let as_share = !typed.contains('%') && value <= 1.0 && near(value * 100.0, decimals.saturating_sub(2));
    if near(value, decimals) || as_share {
        return None;
    }
    percent_text(n, d, u32::try_from(decimals.min(2)).ok()?).map(|text| format!("{text}%"))
}

/// The percentage beside a count in one cell: `24 (37%)`.
pub(super) fn percentage_in(wording: &str) -> Option<&str> {
    let before = wording.split_once('%')?.0.trim_end();
    let start = before.rfind(|c: char| !c.is_ascii_digit() && c != '.').map_or(0, |at| at + 1);
    before.get(start..).filter(|text| start > 0 && !text.is_empty())
}

/// The number that a publisher printed: digits, commas, at most one point.
pub(super) fn number(printed: &str) -> Option<f64> {
    let printed = printed.replace(',', "");
    let (whole, part) = printed.split_once('.').unwrap_or((&printed, ""));
    if whole.is_empty() || whole.len() + part.len() > 15 {
        return None;
    }
    let digits = whole.bytes().chain(part.bytes());
    let number = digits
        .map(|b| b.is_ascii_digit().then(|| u64::from(b - b'0')))
        .try_fold(0, |n, digit| Some(n * 10 + digit?))?;
    let scale: u64 = part.bytes().fold(1, |scale, _| scale * 10);
    // Both are below 2^53, so the quotient is the number nearest to what is printed.
    Some(number as f64 / scale as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::Answer;

    #[test]
    fn printed_numbers_are_read_as_the_language_reads_them() {
        for text in ["0", "6.5", "116420", "0.1", "12.25", "999999999999.999"] {
            assert_eq!(number(text), text.parse().ok(), "{text}");
        }
        assert_eq!(number("1,234"), Some(1234.0));
        for text in ["", "c", "-1", ".", ".5", "1.2.3", "1e5", "12345678901234567890"] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn a_percentage_in_the_cell_of_a_count_is_found() {
        for (wording, found) in [
            ("24 (37%)", Some("37")),
            ("24, 37.5 %", Some("37.5")),
            ("24", None),
            ("37%", None),
            ("24 (%)", None),
            ("é%", None),
        ] {
            assert_eq!(percentage_in(wording), found, "{wording}");
        }
    }

    #[test]
    fn a_percentage_beside_counts_is_checked_as_it_was_typed() {
        let mut given = Given::default();
        given.set(Count::Children, Answer::Exact { count: 2335 });
        given.set(Count::ChildrenMissing, Answer::Exact { count: 864 });
        // 37.002%.
        for text in ["37%", "37", "37.0%", "37.00", "37.01", "0.37", "0.370", " 37 % "] {
            assert_eq!(should_be(text, &given, Count::ChildrenMissing), None, "{text}");
        }
        for (text, right) in
            [("33%", "37%"), ("32.8%", "37.0%"), ("0.33", "37.00%"), ("370", "37%"), ("0.37%", "37.00%")]
        {
            assert_eq!(should_be(text, &given, Count::ChildrenMissing).as_deref(), Some(right), "{text}");
        }
        for text in ["n/a", "", "<40%", "c"] {
            assert_eq!(should_be(text, &given, Count::ChildrenMissing), None, "{text}");
        }
        assert_eq!(should_be("37%", &Given::default(), Count::ChildrenMissing), None);
    }
}
