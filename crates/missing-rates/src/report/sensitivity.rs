//! How much the findings matter.

use serde::Serialize;

use crate::period::Period;

/// What is done to the rows before they are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scenario {
    /// Nothing.
    AsItIs,
    /// Every row that breaks a rule is taken out.
    WithoutRowsFound,
    /// Every row that breaks a rule of the severity `error` is taken out.
    WithoutErrors,
    /// Every row that breaks one rule is taken out.
    WithoutRule,
    /// Every doubtful A, and every code that is neither, is counted as M. An A is doubtful beside an M of the same
    /// child on the same days (rule `missing-and-away`). A code that is neither counts if the dates are good.
    DoubtfulAwayAsMissing,
    /// Every doubtful M is counted as A. An M is doubtful beside an A of the same child on the same days.
    DoubtfulMissingAsAway,
    /// Every episode under short breaks that breaks rule 365, 366, 367 or 426 is counted as another kind of care. A
    /// child who is only under short breaks does not count, so taking these rows out would change no figure.
    LongShortBreaksAsCare,
    /// Every A is counted as M: some authorities record every absence as missing.
    AllAwayAsMissing,
}

/// How many rows are of the return of one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct RowsOfYear {
    /// The year of its 31 March.
    pub year: i32,
    /// How many.
    pub rows: u64,
}

/// The headline measures of all looked-after children, and the counts of the unaccompanied, under one scenario.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sensitivity {
    /// The days that it is about.
    pub period: Period,
    /// What is done to the rows.
    pub scenario: Scenario,
    /// Code of the rule whose rows are taken out, if the scenario is about one rule.
    pub rule: Option<&'static str>,
    /// How many rows are taken out, or counted as another code.
    pub rows: u64,
    /// How many of them are of which return, by the year of its 31 March. Only where every row that breaks a rule is taken out.
    pub rows_by_year: Vec<RowsOfYear>,
    /// Children who went missing.
    pub numerator: u64,
    /// Children looked after.
    pub denominator: u64,
    /// Incidents of the children who went missing.
    pub incidents: u64,
    /// Children who went missing more than once.
    pub missing_more_than_once: u64,
    /// Children who were missing at the end of the period; `null` where the returns do not say who was.
    pub missing_at_end: Option<u64>,
    /// Unaccompanied children; `null` where the returns do not say who is.
    pub unaccompanied_children: Option<u64>,
    /// How many of them went missing; `null` where that is not known.
    pub unaccompanied_missing: Option<u64>,
    /// `numerator / denominator`; `null` where the denominator is 0.
    pub value: Option<f64>,
    /// The difference from the share as it is, from -1 to 1; `null` where either has no value.
    pub points: Option<f64>,
}
