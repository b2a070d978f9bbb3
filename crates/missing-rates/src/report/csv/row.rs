//! One observation as a row.

use serde::Serialize;

use super::super::{Area, Interval, code};
use super::cell::{Held, csv_line};
use crate::area::AreaCode;
use crate::cohort::Cohort;
use crate::period::Period;

/// The columns, in order. `docs/method.md` says what each holds.
pub(super) const COLUMNS: [&str; 22] = [
    "figure",
    "area_level",
    "area_code",
    "area_name",
    "period_start",
    "period_end",
    "earlier_start",
    "earlier_end",
    "cohort",
    "measure",
    "basis",
    "group_by",
    "group",
    "detail",
    "statistic",
    "value",
    "unit",
    "numerator",
    "denominator",
    "authorities",
    "source",
    "note",
];

/// The unit of `value`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// From 0 to 1.
    Share,
    /// From -1 to 1: 0.02 are two percentage points.
    ShareDifference,
    Children,
    Incidents,
    Authorities,
    Rows,
    /// Incidents for each child.
    PerChild,
    /// Incidents for each hundred children.
    Per100,
    /// Whole per cent as printed.
    Percent,
    /// A plain number.
    Number,
    /// A word of the format.
    Word,
}

impl Unit {
    fn name(self) -> &'static str {
        match self {
            Self::Share => "share",
            Self::ShareDifference => "difference-of-shares",
            Self::Children => "children",
            Self::Incidents => "incidents",
            Self::Authorities => "authorities",
            Self::Rows => "rows",
            Self::PerChild => "incidents-per-child",
            Self::Per100 => "incidents-per-100-children",
            Self::Percent => "per-cent",
            Self::Number => "number",
            Self::Word => "word",
        }
    }
}

/// What a figure is about. Each of its statistics is a row.
#[derive(Clone, Debug)]
pub(super) struct Of {
    cells: Vec<String>,
}

impl Of {
    pub(super) fn figure(name: &str) -> Self {
        let mut of = Self { cells: vec![String::new(); COLUMNS.len()] };
        of.set("figure", name.into());
        of.set("source", "files".into());
        of
    }

    // Not inlined, because a hundred places use it.
    #[inline(never)]
    fn set(&mut self, column: &str, cell: Held) {
        if let Some(at) = COLUMNS.iter().position(|name| *name == column) {
            self.cells[at] = cell.0;
        }
    }

    pub(super) fn with(mut self, column: &str, cell: impl Into<Held>) -> Self {
        self.set(column, cell.into());
        self
    }

    #[inline(never)]
    pub(super) fn area(self, area: &Area) -> Self {
        let area_code = area.code.as_ref().map(AreaCode::as_str);
        self.with("area_level", code(&area.level)).with("area_code", area_code).with("area_name", area.name)
    }

    #[inline(never)]
    pub(super) fn period(self, period: Period) -> Self {
        self.with("period_start", period.start().to_string()).with("period_end", period.end().to_string())
    }

    #[inline(never)]
    pub(super) fn earlier(self, period: Period) -> Self {
        self.with("earlier_start", period.start().to_string()).with("earlier_end", period.end().to_string())
    }

    #[inline(never)]
    pub(super) fn cohort(self, cohort: Cohort) -> Self {
        self.with("cohort", code(&cohort))
    }

    /// Sets the area, period, cohort and measure.
    pub(super) fn key(self, area: &Area, period: Period, cohort: Cohort, measure: &impl Serialize) -> Self {
        self.keyed(area, period, cohort, code(measure))
    }

    #[inline(never)]
    fn keyed(self, area: &Area, period: Period, cohort: Cohort, measure: String) -> Self {
        self.area(area).period(period).cohort(cohort).with("measure", measure)
    }

    pub(super) fn parts(self, numerator: impl Into<Held>, denominator: impl Into<Held>) -> Self {
        self.with("numerator", numerator).with("denominator", denominator)
    }

    pub(super) fn authorities(self, authorities: impl Into<Held>) -> Self {
        self.with("authorities", authorities)
    }
}

/// The rows written so far.
#[derive(Debug, Default)]
pub(super) struct Sheet(pub(super) String);

impl Sheet {
    /// Writes one statistic, whether or not it has a value.
    pub(super) fn put(&mut self, of: &Of, statistic: &str, unit: Unit, value: impl Into<Held>) {
        self.write(of, statistic, unit, value.into());
    }

    #[inline(never)]
    fn write(&mut self, of: &Of, statistic: &str, unit: Unit, value: Held) {
        let row = of.clone().with("statistic", statistic).with("unit", unit.name()).with("value", value);
        self.0.push_str(&csv_line(&row.cells));
    }

    /// Writes one statistic if it has a value.
    pub(super) fn put_any(&mut self, of: &Of, statistic: &str, unit: Unit, value: Option<impl Into<Held>>) {
        if let Some(value) = value {
            self.put(of, statistic, unit, value);
        }
    }

    /// Writes both ends of an interval, if there is one.
    #[inline(never)]
    pub(super) fn interval(&mut self, of: &Of, interval: Option<&Interval>) {
        if let Some(Interval { method, lower, upper, .. }) = interval {
            let of = of.clone().with("note", *method);
            self.put(&of, "lower-95", Unit::Share, *lower);
            self.put(&of, "upper-95", Unit::Share, *upper);
        }
    }
}
