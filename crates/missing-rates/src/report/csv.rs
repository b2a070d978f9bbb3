//! The report as CSV: one figure a row.

use csv_core::{WriteResult, Writer};
use serde::Serialize;

use super::{Area, Rate, Report, code};
use crate::cohort::Cohort;
use crate::period::Period;

/// The columns, in order.
const COLUMNS: [&str; 16] = [
    "figure",
    "area_code",
    "area_name",
    "area_level",
    "period",
    "cohort",
    "measure",
    "basis",
    "numerator",
    "denominator",
    "authorities",
    "value",
    "lower",
    "upper",
    "lowest",
    "highest",
];

impl Report {
    /// The report's rates, ratios and totals as CSV: UTF-8 with a byte order mark, so that a spreadsheet knows it, and
    /// the line ends of RFC 4180. Shares are from 0 to 1, not rounded. No cell begins with a sign that a spreadsheet
    /// runs as a formula: all of them are names and numbers of the engine's own.
    pub fn to_csv(&self) -> String {
        let mut text = String::from("\u{FEFF}");
        row(&mut text, &COLUMNS.map(str::to_owned));
        for rate in &self.rates {
            rate_row(&mut text, rate);
        }
        for ratio in &self.ratios {
            let mut cells = key("ratio", &ratio.area, ratio.period, ratio.cohort, &ratio.measure);
            cells[8] = ratio.numerator.to_string();
            cells[9] = ratio.denominator.to_string();
            cells[10] = ratio.authorities.to_string();
            cells[11] = number(ratio.value);
            row(&mut text, &cells);
        }
        for total in &self.totals {
            let mut cells = key("total", &total.area, total.period, total.cohort, &total.measure);
            cells[10] = total.authorities.to_string();
            cells[11] = total.exact.map_or(String::new(), |n| n.to_string());
            cells[14] = total.lowest.to_string();
            cells[15] = total.highest.to_string();
            row(&mut text, &cells);
        }
        text
    }
}

fn rate_row(text: &mut String, rate: &Rate) {
    let mut cells = key("rate", &rate.area, rate.period, rate.cohort, &rate.measure);
    cells[7] = code(&rate.basis);
    cells[8] = rate.numerator.to_string();
    cells[9] = rate.denominator.to_string();
    cells[10] = rate.authorities.to_string();
    cells[11] = number(rate.value);
    cells[12] = number(rate.interval.as_ref().map(|i| i.lower));
    cells[13] = number(rate.interval.as_ref().map(|i| i.upper));
    row(text, &cells);
}

fn key(figure: &str, area: &Area, period: Period, cohort: Cohort, measure: &impl Serialize) -> [String; COLUMNS.len()] {
    let mut cells: [String; COLUMNS.len()] = std::array::from_fn(|_| String::new());
    figure.clone_into(&mut cells[0]);
    cells[1] = area.code.map_or(String::new(), |c| c.to_string());
    area.name.unwrap_or_default().clone_into(&mut cells[2]);
    cells[3] = code(&area.level);
    cells[4] = period.to_string();
    cells[5] = code(&cohort);
    cells[6] = code(measure);
    cells
}

fn number(value: Option<f64>) -> String {
    // The same digits as in JSON.
    value.and_then(|n| serde_json::to_string(&n).ok()).unwrap_or_default()
}

pub(super) fn row(text: &mut String, cells: &[String]) {
    text.push_str(&csv_line(cells));
}

/// One line of CSV, with the line end of RFC 4180.
pub fn csv_line(cells: &[String]) -> String {
    let mut line = cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(",");
    line.push_str("\r\n");
    line
}

/// A cell that no spreadsheet runs as a formula: what begins with `=`, `+`, `-`, `@`, a tab or a return gets an
/// apostrophe before it.
pub fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

fn quoted(cell: &str) -> String {
    // Quotes double at most; two more stand around.
    let mut out = vec![0; cell.len() * 2 + 2];
    let mut writer = Writer::new();
    let (result, _, mut wrote) = writer.field(cell.as_bytes(), &mut out);
    let (_, ended) = writer.finish(&mut out[wrote..]);
    wrote += ended;
    match (result, String::from_utf8(out[..wrote].to_vec())) {
        (WriteResult::InputEmpty, Ok(text)) if !cell.is_empty() => text,
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_with_a_comma_or_a_quote_is_quoted() {
        let cases = [("Kent", "Kent"), ("Bristol, City of", "\"Bristol, City of\""), ("a\"b", "\"a\"\"b\""), ("", "")];
        for (cell, text) in cases {
            assert_eq!(quoted(cell), text);
        }
    }

    #[test]
    fn a_cell_that_a_spreadsheet_would_run_has_an_apostrophe_before_it() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("+44", "'+44"),
            ("-1", "'-1"),
            ("@sum", "'@sum"),
            ("\tx", "'\tx"),
            ("\rx", "'\rx"),
            ("1-1", "1-1"),
            ("", ""),
        ] {
            assert_eq!(harmless(cell), written);
        }
    }
}
