//! Shares and averages as the Department for Education prints them beside its counts.

use super::HIDDEN_TO;
use super::figure::{Figure, Symbol};
use crate::percent::{average_text, percent_text};

/// How a share of children is printed: in whole per cent, halves away from zero; as the symbol of either part; as `0`
/// for none of none; as `k` where it is not zero but rounds to zero. `None` where a part is not in the table.
pub(super) fn percent(numerator: Figure, denominator: Figure) -> Option<String> {
    printed(numerator, denominator, |n, d| percent_text(n, d, 0))
}

/// How incidents for each child are printed: with one decimal, or none where that is zero (`6` for 6.0).
pub(super) fn average(numerator: Figure, denominator: Figure) -> Option<String> {
    printed(numerator, denominator, |n, d| {
        let text = average_text(n, d, 1)?;
        Some(text.strip_suffix(".0").map_or(text.clone(), str::to_owned))
    })
}

fn printed(n: Figure, d: Figure, quotient: impl Fn(u64, u64) -> Option<String>) -> Option<String> {
    for symbol in [Symbol::NotApplicable, Symbol::Confidential, Symbol::NotAvailable] {
        if [n, d].contains(&Figure::Symbol(symbol)) {
            return Some(symbol.as_str().to_owned());
        }
    }
    let (n, d) = (n.number()?, d.number()?);
    match quotient(n, d) {
        Some(text) if text == "0" && n > 0 => Some(Symbol::RoundsToZero.as_str().to_owned()),
        text => Some(text.unwrap_or_else(|| "0".to_owned())),
    }
}

/// A share as the Department for Education would print it: in whole per cent ([`percent_text`]), and `c` where either
/// part is 1 to 5 children. What the Department hides so that this cannot be worked out is not predicted.
///
/// ```
/// use missing_rates::published::percent_as_printed;
/// assert_eq!(percent_as_printed(137, 1_204), "11");
/// assert_eq!(percent_as_printed(4, 1_204), "c");
/// ```
pub fn percent_as_printed(numerator: u64, denominator: u64) -> String {
    percent(few_hidden(numerator), few_hidden(denominator)).unwrap_or_default()
}

/// Incidents for each child as the Department for Education would print it.
///
/// ```
/// use missing_rates::published::average_as_printed;
/// assert_eq!(average_as_printed(812, 137), "5.9");
/// ```
pub fn average_as_printed(incidents: u64, children: u64) -> String {
    average(few_hidden(incidents), few_hidden(children)).unwrap_or_default()
}

fn few_hidden(count: u64) -> Figure {
    if (1..=HIDDEN_TO).contains(&count) { Figure::Symbol(Symbol::Confidential) } else { Figure::Number(count) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_or_average_is_hidden_where_either_part_is_one_to_five() {
        let cases = [
            (0, 0, "0", "0"),
            (0, 4, "c", "c"),
            (0, 90, "0", "0"),
            (1, 90, "c", "c"),
            (5, 90, "c", "c"),
            (6, 90, "7", "0.1"),
            (6, 1201, "k", "0.0"),
            (6, 1200, "1", "0.0"),
            (125, 1000, "13", "0.1"),
            (12, 6, "200", "2"),
        ];
        for (n, d, percent, average) in cases {
            assert_eq!(percent_as_printed(n, d), percent, "{n}/{d}");
            let found = average_as_printed(n, d);
            assert!(found == average || average == "0.0" && found == "k", "{n}/{d}: {found}");
        }
    }
}
