//! Ratios of measurements from one run, which depend less on the machine than times do.

use std::fmt::Write as _;

use super::measure::Measured;

/// A ratio, its limit, and its value.
#[derive(Clone, Debug)]
pub(super) struct Ratio {
    name: String,
    most: &'static str,
    value: f64,
}

/// A change by more than this since the last record is reported.
const MOVED: f64 = 0.1;

/// The ratios of a return.
pub(super) fn of(name: &str, native: &Measured, page: &Measured) -> Vec<Ratio> {
    let floor = page.median(|run| run.floor);
    let native = native.median(|run| run.seconds);
    let (headline, everything) = (page.median(|run| run.seconds), page.median(|run| run.everything));
    let most = if name == "England" { ["3", "8"] } else { ["1.6", "4"] };
    [
        ("first figures ÷ reading the files", most[0], headline / floor),
        ("everything ÷ reading the files", most[1], everything / floor),
        ("first figures ÷ the whole report natively", "–", headline / native),
        ("everything ÷ the whole report natively", "–", everything / native),
        ("layout shift when the rest comes", "0", page.median(|run| run.shift)),
    ]
    .map(|(what, most, value)| Ratio { name: format!("{name}: {what}"), most, value })
    .into()
}

/// The ratios as a table for the document.
pub(super) fn table(ratios: &[Ratio]) -> String {
    let mut table = String::from("| ratio | at most | measured |\n| --- | ---: | ---: |\n");
    for Ratio { name, most, value } in ratios {
        // Writing to a String cannot fail.
        let _ = writeln!(table, "| {name} | {most} | {value:.2} |");
    }
    table
}

/// The ratios that have changed by more than a tenth since a document was written.
pub(super) fn moved(document: &str, ratios: &[Ratio]) -> Vec<String> {
    let before = |name: &str| {
        let line = document.lines().find(|line| line.strip_prefix("| ").is_some_and(|rest| rest.starts_with(name)))?;
        line.trim_end_matches(['|', ' ']).rsplit('|').next()?.trim().parse::<f64>().ok()
    };
    let told = |ratio: &Ratio| {
        let before = before(&ratio.name)?;
        let moved = (ratio.value - before).abs() > MOVED * before.abs();
        moved.then(|| format!("{} moved from {before:.2} to {:.2}", ratio.name, ratio.value))
    };
    ratios.iter().filter_map(told).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_that_moved_by_more_than_a_tenth_is_told() {
        let ratio = |name: &str, value| Ratio { name: name.to_owned(), most: "3", value };
        let document = table(&[ratio("England: a", 2.0), ratio("England: b", 4.0), ratio("England: c", 0.0)]);
        let now = [ratio("England: a", 2.19), ratio("England: b", 3.59), ratio("England: c", 0.0), ratio("new", 1.0)];
        assert_eq!(moved(&document, &now), ["England: b moved from 4.00 to 3.59"]);
    }
}
