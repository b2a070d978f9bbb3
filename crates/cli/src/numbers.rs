//! Numbers as a reader expects them.

use std::cmp::Ordering;

use missing_rates::rates::Moved;

/// A share, or a difference of shares, in per cent, halves away from zero; a minus sign is one, and zero has none.
pub(crate) fn percent_of(share: f64, decimals: usize) -> String {
    let scale = 10f64.powi(i32::try_from(decimals).unwrap_or(0));
    // Halves that are halves in tenths are rounded before they are written: `format!` goes to the even digit.
    let text = format!("{:.decimals$}", (share * 100.0 * scale).round() / scale);
    let text = if decimals == 2 { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text };
    if text.trim_matches(['-', '0', '.']).is_empty() { text.replace('-', "") } else { text.replace('-', "−") }
}

pub(crate) fn by_points(moved: &Moved) -> String {
    match (moved.direction, moved.by.as_str()) {
        (Ordering::Equal, _) | (_, "0" | "0.0") => "no change that can be printed".to_owned(),
        (direction, "1") => format!("{} 1 percentage point", up_or_down(direction)),
        (direction, by) => format!("{} {by} percentage points", up_or_down(direction)),
    }
}

pub(crate) fn up_or_down(direction: Ordering) -> &'static str {
    if direction == Ordering::Less { "down" } else { "up" }
}

pub(crate) fn authorities(count: u64) -> String {
    counted(count, "authority", "authorities")
}

pub(crate) fn counted(count: u64, one: &str, many: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{} {many}", grouped(count)) }
}

/// `12,530`.
pub(crate) fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_away_from_zero_and_zero_has_no_sign() {
        let cases =
            [(0.0025, "0.3"), (-0.0025, "−0.3"), (0.0325, "3.3"), (-0.0004, "0.0"), (0.0, "0.0"), (-0.012, "−1.2")];
        for (share, text) in cases {
            assert_eq!(percent_of(share, 1), text, "{share}");
        }
        assert_eq!(percent_of(0.25, 2), "25");
    }

    #[test]
    fn numbers_are_grouped_by_thousands() {
        for (count, text) in [(0, "0"), (999, "999"), (1000, "1,000"), (12_530, "12,530"), (1_234_567, "1,234,567")] {
            assert_eq!(grouped(count), text);
        }
    }
}
