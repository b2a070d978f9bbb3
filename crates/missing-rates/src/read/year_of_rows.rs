//! A column of a list of children that gives the year of every row: what the name of a list would say, said in each row.

use missing_rows::Record;

use super::near::words;
use super::text::cell_text;
use super::when::{BareYear, day_of, period};
use crate::period::Period;

/// The year that a column gives for all rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct YearOfRows {
    /// A collection year, or a calendar year where a cell is a bare number.
    pub(crate) period: Period,
    /// Whether the heading says that a bare number is the year in which the rows' year ends.
    pub(crate) by_end: bool,
}

/// Words of headings that say no more than that the cells are years of the rows.
const OF_YEARS: [&str; 15] = [
    "year",
    "years",
    "ending",
    "ended",
    "end",
    "financial",
    "fiscal",
    "fy",
    "fye",
    "reporting",
    "collection",
    "31",
    "march",
    "mar",
    "to",
];
/// Those that leave it open whether a bare year is the one in which it ends.
const OPEN: [&str; 4] = ["year", "years", "reporting", "collection"];

/// A column whose heading says that it gives years.
#[derive(Debug)]
pub(super) struct YearColumn {
    by_end: bool,
    first: Option<Period>,
    /// Whether a row has another year, or none that is understood.
    differs: bool,
}

impl YearColumn {
    /// By its heading; `None` of another column. Every word of it is understood.
    pub(super) fn of(heading: &str) -> Option<Self> {
        let phrase = words(heading);
        let words = || phrase.split(' ');
        let is_year =
            words().any(|word| matches!(word, "year" | "fy" | "fye")) && words().all(|w| OF_YEARS.contains(&w));
        let by_end = words().any(|word| !OPEN.contains(&word));
        is_year.then_some(Self { by_end, first: None, differs: false })
    }

    /// Takes the row of a child.
    pub(super) fn take(&mut self, cell: &[u8]) {
        let year = year_in(&cell_text(cell));
        self.differs |= year.is_none_or(|year| *self.first.get_or_insert(year) != year);
    }

    /// The year of all rows, if they have one.
    pub(super) fn finish(&self) -> Option<YearOfRows> {
        let period = self.first.filter(|_| !self.differs)?;
        Some(YearOfRows { period, by_end: self.by_end })
    }
}

/// The year that a cell below such a heading gives: `2024-25`, `2025`, `31 March 2025`.
pub(super) fn year_in(text: &str) -> Option<Period> {
    let of_day = || {
        let year = Period::collection_year(day_of(text, true)?.collection_year())?;
        (Some(year.end()) == day_of(text, true)).then_some(year)
    };
    let is_year = |period: &Period| period.as_collection_year().or(period.as_calendar_year()).is_some();
    of_day().or_else(|| period(text, BareYear::Calendar).filter(is_year))
}

/// Whether the row is a child's, by the cell of its identifier.
pub(super) fn is_of_child(record: &Record<'_>, child: Option<usize>) -> bool {
    child.is_some_and(|at| !record.cell(at).is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_of_one_year_is_known_by_its_heading_and_its_cells() {
        let of = |heading: &str, cells: &[&str]| {
            let mut column = YearColumn::of(heading)?;
            for cell in cells {
                column.take(cell.as_bytes());
            }
            column.finish().map(|year| (year.period.to_string(), year.by_end))
        };
        let whole = |by_end| Some(("2024-04-01/2025-03-31".to_owned(), by_end));
        assert_eq!(of("Year", &["2024-25", "2024/25", "2024-25 "]), whole(false));
        assert_eq!(of("YEAR_ENDING", &["31 March 2025", "31/03/2025", "2025-03-31"]), whole(true));
        assert_eq!(of("Financial year", &["FY 2024/25"]), whole(true));
        assert_eq!(of("Reporting Year", &["2025", "2025"]), Some(("2025-01-01/2025-12-31".to_owned(), false)));
        assert_eq!(of("Year ending 31 March", &["2025"]), Some(("2025-01-01/2025-12-31".to_owned(), true)));
        for (heading, cells) in [
            ("Year", &["2024-25", ""][..]),
            ("Year", &["2024-25", "2023-24"]),
            ("Year", &["10", "10"]),
            ("Year", &["30 June 2025"]),
            ("Year", &["Q1 2024-25"]),
            ("Year", &["before 2025"]),
            ("Year of birth", &["2008"]),
            ("Year of referral", &["2025"]),
            ("School year", &["2024-25"]),
            ("Year", &[]),
        ] {
            assert_eq!(of(heading, cells), None, "{heading} {cells:?}");
        }
    }
}
