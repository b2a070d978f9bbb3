//! What must hold of every report and of everything that is written, whatever the files hold.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use missing_rates::report::{Basis, Profile, Rate, Report, Shown, code};
use serde_json::Value;

/// Holds for a report.
pub(crate) fn report(report: &Report) -> Result<(), String> {
    json(&report.to_json())?;
    report.rates.iter().try_for_each(rate)?;
    bounds(report)?;
    for total in &report.totals {
        if total.lowest > total.highest || total.exact.is_some_and(|exact| exact > total.lowest) {
            return Err(format!("a total is not between its bounds: {total:?}"));
        }
    }
    if report.disclosure.is_safe() { safe(report) } else { balanced(report) }
}

/// Every row is used or set aside.
fn balanced(report: &Report) -> Result<(), String> {
    let number = |shown: Shown| shown.number().ok_or("a number of rows is hidden in an exact report");
    let mut aside = 0;
    for file in &report.files {
        let (rows, used, set_aside) = (number(file.rows)?, number(file.rows_used)?, number(file.rows_set_aside)?);
        if rows != used + set_aside {
            return Err(format!("rows are lost: {file:?}"));
        }
        aside += set_aside;
    }
    let reasons: u64 = report.set_aside.iter().map(|of| of.count).sum();
    if reasons != aside {
        return Err(format!("rows are set aside without a reason: {aside} rows, {reasons} with a reason"));
    }
    Ok(())
}

fn rate(rate: &Rate) -> Result<(), String> {
    let broken = |why: &str| Err(format!("{why}: {rate:?}"));
    let Some(value) = rate.value else {
        return if rate.denominator > 0 && rate.numerator <= rate.denominator {
            broken("a share is not given")
        } else {
            Ok(())
        };
    };
    if !(0.0..=1.0).contains(&value) || rate.numerator > rate.denominator {
        return broken("a share is above all or below none");
    }
    if (value * rate.denominator as f64 - rate.numerator as f64).abs() > 1e-6 * rate.denominator as f64 {
        return broken("a share is not its division");
    }
    match &rate.interval {
        Some(of) if !(0.0 <= of.lower && of.lower <= value && value <= of.upper && of.upper <= 1.0) => {
            broken("an interval is not around its share")
        }
        _ => Ok(()),
    }
}

/// The matched share is between the bounds, each pair of which is in order.
fn bounds(report: &Report) -> Result<(), String> {
    let of = |rate: &Rate, basis: Basis| {
        let same = |other: &&Rate| {
            (&other.area, other.period, other.cohort, other.measure, other.basis)
                == (&rate.area, rate.period, rate.cohort, rate.measure, basis)
        };
        report.rates.iter().find(same).and_then(|rate| rate.value)
    };
    let pairs = [
        (Basis::Lowest, Basis::Highest),
        (Basis::LowestByRanges, Basis::HighestByRanges),
        (Basis::LowestByRangesAlone, Basis::HighestByRangesAlone),
        (Basis::LowestBySilenceAlone, Basis::HighestBySilenceAlone),
    ];
    // Of the largest areas: of each authority it is the same code.
    for rate in report.rates.iter().filter(|rate| rate.basis == Basis::Matched).take(20) {
        for (lowest, highest) in pairs {
            let Some((low, high)) = of(rate, lowest).zip(of(rate, highest)) else { continue };
            let value = rate.value.unwrap_or(low);
            if low > high + 1e-9 || (lowest == Basis::Lowest && !(low - 1e-9..=high + 1e-9).contains(&value)) {
                return Err(format!("bounds are not around the share: {low} {value} {high} {rate:?}"));
            }
        }
    }
    Ok(())
}

/// A safe report says nothing of rows, names or wordings, and shows no small count of children.
fn safe(report: &Report) -> Result<(), String> {
    let of_rows = [
        ("findings", report.findings.len()),
        ("children", report.found_children.len()),
        ("wordings", report.wordings.len()),
        ("wordings of lists", report.list_wordings.len()),
        ("names", report.names.len()),
        ("conflicts", report.conflicts.len()),
    ];
    if let Some((what, _)) = of_rows.iter().find(|(_, count)| *count > 0) {
        return Err(format!("a safe report holds {what}"));
    }
    let small = |shown: &Shown| shown.number().is_some_and(|count| (1..=5).contains(&count));
    let is_small = |of: &Profile| [of.children, of.children_missing, of.more_than_once, of.at_end].iter().any(small);
    let rounded = report.disclosure.rounding().unit() > 1;
    match report.profiles.iter().find(|of| !rounded && is_small(of)) {
        Some(profile) => Err(format!("a safe report shows a small count: {profile:?}")),
        None => Ok(()),
    }
}

/// It is JSON.
pub(crate) fn json(text: &str) -> Result<(), String> {
    let read: Result<Value, _> = serde_json::from_str(text);
    read.map(drop).map_err(|error| format!("what should be JSON is not: {error}"))
}

/// It is CSV, and no spreadsheet runs any cell of it.
pub(crate) fn csv(text: &str) -> Result<(), String> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    for row in reader.records() {
        let row = row.map_err(|error| format!("what should be CSV is not: {error}"))?;
        if let Some(cell) = row.iter().find(|cell| runs(cell)) {
            return Err(format!("a spreadsheet may run a cell: {cell:?}"));
        }
    }
    Ok(())
}

/// It is lines of cells apart by tabs, and no spreadsheet runs any of them.
pub(crate) fn copied(text: &str) -> Result<(), String> {
    match text.split(['\n', '\t']).find(|cell| runs(cell)) {
        Some(cell) => Err(format!("a spreadsheet may run a cell that was copied: {cell:?}")),
        None => Ok(()),
    }
}

/// Whether a spreadsheet may run a cell.
fn runs(cell: &str) -> bool {
    let hidden =
        |c: char| c.is_whitespace() || c.is_control() || ('\u{200B}'..='\u{200F}').contains(&c) || c == '\u{FEFF}';
    let number = cell
        .strip_prefix('-')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()) && rest.parse::<f64>().is_ok());
    !number && cell.trim_start_matches(hidden).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// Nothing that was in a file has become an element.
pub(crate) fn markup(text: &str) -> Result<(), String> {
    let lower = text.to_ascii_lowercase();
    match ["<script", "<img", "<iframe", "<svg onload"].iter().find(|of| lower.contains(**of)) {
        None => Ok(()),
        Some(found) => Err(format!("markup of a file is markup of the page: {found}")),
    }
}

/// What a report shows, as a number: the same for reports that differ in their numbers alone.
pub(crate) fn shown(report: &Report) -> u64 {
    let mut shown: Vec<String> = Vec::new();
    for file in &report.files {
        let problem = file.problem.as_ref().map(std::mem::discriminant);
        shown.push(format!("{:?} {:?} {} {}", file.kind, problem, file.encoding, file.renamed.len().min(2)));
    }
    shown.extend(report.set_aside.iter().map(|of| code(&of.reason)));
    shown.extend(report.columns.iter().map(|of| format!("{:?} {}", of.state, of.not_understood.len().min(3))));
    shown.extend(report.findings.iter().map(|of| of.rule.to_owned()));
    shown.extend(report.wordings.iter().map(|of| format!("{:?}", std::mem::discriminant(&of.answer))));
    shown.extend(report.rates.iter().map(|of| format!("{:?}{:?}{:?}", of.cohort, of.measure, of.basis)));
    shown.extend(report.not_covered.iter().map(|of| format!("{of:?}").chars().take(30).collect()));
    shown.push(format!("{:?} {}", report.disclosure, report.periods.len().min(4)));
    shown.push(format!("{} {}", report.conflicts.len().min(3), report.names.len().min(3)));
    shown.sort_unstable();
    shown.dedup();
    let mut hash = DefaultHasher::new();
    shown.hash(&mut hash);
    hash.finish()
}
