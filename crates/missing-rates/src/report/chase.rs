//! Whom to ask again, and for what.

use serde::Serialize;

use super::csv::{MARK, csv_line};
use super::{Area, Report, code};
use crate::answer::Answer;
use crate::area::authority;
use crate::cohort::{Cohort, Count};
use crate::period::Period;

/// An authority whose answer for one period and cohort is missing, partial or in doubt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Chase {
    /// Whom to ask. The name of a joint answer is the first of its authorities'.
    pub authorities: Vec<Area>,
    /// When.
    pub period: Period,
    /// Who is counted.
    pub cohort: Cohort,
    /// How much there is.
    pub state: ChaseState,
    /// What is wanting.
    pub wants: Vec<Want>,
    /// What to ask, in sentences that can be sent.
    pub ask: String,
}

/// How much an authority gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChaseState {
    /// Nothing that can be counted.
    Missing,
    /// One of the two numbers that make a share.
    Partial,
    /// A range, a conflict or words that were not understood stand in the place of a number.
    InDoubt,
}

/// One figure that is wanting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Want {
    /// What is counted.
    pub measure: Count,
    /// What there is instead.
    pub answer: Answer,
    /// As typed; empty where the files hold nothing, or several answers differ.
    pub wording: String,
}

/// The columns of the chase list.
const COLUMNS: [&str; 9] =
    ["area_code", "authority", "nation", "period", "cohort", "state", "wanting", "answered", "ask"];

impl Report {
    /// The chase list as CSV: one row for each authority, period and cohort; UTF-8 with a byte order mark, line ends of
    /// RFC 4180. No cell is run as a formula, whatever was typed: see [`harmless`](super::harmless). After a blank line stands
    /// what it rests on.
    pub fn to_chase_csv(&self) -> String {
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
                chase.ask.clone(),
            ]));
        }
        self.resting_on(text)
    }
}
