//! Shares and averages as they are printed.

/// The share in per cent with this many decimals (at most 6), rounded halves away from zero, in whole-number
/// arithmetic: `37.0`. `None` without a denominator.
///
/// Source of the rounding: DfE, Children looked after in England, which prints whole per cent in this way.
///
/// ```
/// use missing_rates::rates::percent_text;
/// assert_eq!(percent_text(864, 2_335, 1).as_deref(), Some("37.0"));
/// assert_eq!(percent_text(1, 8, 0).as_deref(), Some("13"));
/// ```
pub fn percent_text(numerator: u64, denominator: u64, decimals: u32) -> Option<String> {
    rounded(100 * u128::from(numerator), denominator, decimals)
}

/// The average with this many decimals (at most 6), rounded halves away from zero, in whole-number arithmetic: `6.5`.
/// `None` without a denominator.
///
/// ```
/// use missing_rates::rates::average_text;
/// assert_eq!(average_text(229, 20, 1).as_deref(), Some("11.5"));
/// ```
pub fn average_text(numerator: u64, denominator: u64, decimals: u32) -> Option<String> {
    rounded(u128::from(numerator), denominator, decimals)
}

fn rounded(n: u128, denominator: u64, decimals: u32) -> Option<String> {
    if denominator == 0 {
        return None;
    }
    let scale = 10u128.pow(decimals.min(6));
    let d = u128::from(denominator);
    // Rounds half up. No number is below zero, so up is away from zero.
    let rounded = (2 * n * scale + d) / (2 * d);
    Some(decimal(rounded, decimals))
}

/// A number of so many tenths, hundredths, … (at most millionths).
pub(crate) fn decimal(parts: u128, decimals: u32) -> String {
    let scale = 10u128.pow(decimals.min(6));
    let (whole, part) = (parts / scale, parts % scale);
    match decimals.min(6) {
        0 => whole.to_string(),
        decimals => format!("{whole}.{part:0width$}", width = decimals as usize),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_away_from_zero() {
        let cases = [
            (1, 200, 0, "1"),
            (1, 201, 0, "0"),
            (125, 1000, 0, "13"),
            (25, 200, 1, "12.5"),
            (1, 16, 1, "6.3"),
            (0, 5, 1, "0.0"),
            (5, 5, 1, "100.0"),
            (864, 2638, 1, "32.8"),
            (1167, 2638, 1, "44.2"),
            (1501, 11999, 1, "12.5"),
            (u64::MAX, u64::MAX, 1, "100.0"),
        ];
        for (n, d, decimals, text) in cases {
            assert_eq!(percent_text(n, d, decimals).as_deref(), Some(text), "{n}/{d}");
        }
        assert_eq!(percent_text(1, 0, 0), None);
        for (n, d, text) in [(83_920, 13_010, "6.5"), (146, 40, "3.7"), (u64::MAX, 1, "18446744073709551615.0")] {
            assert_eq!(average_text(n, d, 1).as_deref(), Some(text), "{n}/{d}");
        }
        assert_eq!(average_text(0, 0, 1), None);
    }
}
