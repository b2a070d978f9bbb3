//! The chase list as CSV.

use super::super::{Area, Report, Sentences, code};
use super::cell::{MARK, csv_line};
use crate::area::authority;

/// The columns of the chase list.
const COLUMNS: [&str; 9] =
    ["area_code", "authority", "nation", "period", "cohort", "state", "wanting", "answered", "ask"];

impl Report {
    /// The chase list as CSV: one row for each authority, period and cohort; UTF-8 with a byte order mark, line ends of
    /// RFC 4180. No cell is run as a formula, whatever was typed: see [`harmless`](crate::report::harmless).
    pub fn to_chase_csv(&self, words: &dyn Sentences) -> String {
        let mut text = String::from(MARK);
        text.push_str(&csv_line(&COLUMNS.map(str::to_owned)));
        for chase in &self.chase {
            let joined = |parts: Vec<String>| parts.join("; ");
            let of = |text: fn(&Area) -> String| joined(chase.authorities.iter().map(text).collect());
            let nation = chase.authorities.first().and_then(|area| authority(area.code?)).map(|a| a.nation.name());
            text.push_str(&csv_line(&[
                of(|area| area.code.map_or(String::new(), |code| code.to_string())),
                of(|area| area.name.unwrap_or_default().to_owned()),
                nation.unwrap_or_default().to_owned(),
                chase.period.to_string(),
                code(&chase.cohort),
                code(&chase.state),
                joined(chase.wants.iter().map(|want| code(&want.measure)).collect()),
                joined(chase.wants.iter().map(|want| want.wording.clone()).filter(|w| !w.is_empty()).collect()),
                words.ask(chase),
            ]));
        }
        text
    }
}
