//! Where the columns of a published file are: it has one row for each figure with its category, or one column for each
//! figure.

use std::rc::Rc;

use super::measure::{Measure, is_by_year, of_column};
use super::release;
use crate::cohort::Count;
use crate::period::Period;
use crate::report::{Problem, Release};

#[derive(Debug)]
pub(super) enum Layout {
    /// One row for each figure: the category is in one column, the number in another.
    Long { category: usize, number: usize, name: Rc<str> },
    /// One column for each figure.
    Wide(Vec<WideColumn>),
}

/// One figure of a wide file.
#[derive(Clone, Debug)]
pub(super) struct WideColumn {
    pub(super) at: usize,
    pub(super) name: Rc<str>,
    pub(super) measure: Measure,
    /// The year in its name.
    pub(super) period: Option<Period>,
}

/// The code and the name of an area.
pub(super) type CodeAndName = (Option<usize>, Option<usize>);

#[derive(Debug)]
pub(super) struct Columns {
    pub(super) level: usize,
    pub(super) when: Option<usize>,
    /// The column that says which kind of year the numbers are.
    pub(super) kind_of_year: Option<usize>,
    pub(super) authority: CodeAndName,
    pub(super) region: CodeAndName,
    pub(super) country: CodeAndName,
    /// Columns that split rows further: only their totals are about all children.
    pub(super) breakdowns: Vec<usize>,
    pub(super) layout: Layout,
    /// The column of all children of a year, if only the year in its name identifies it, and no column of children
    /// under short breaks beside it shows that they are left out.
    pub(super) unconfirmed: Option<Rc<str>>,
    /// What the file is if none of its rows has a category that is read.
    pub(super) otherwise: Option<Release>,
}

/// Columns, other than those in [`Columns`], that do not split rows further.
const BESIDE: &[&str] = &[
    "old_la_code",
    "geog_c",
    "la_order",
    "percentage",
    "percent",
    "pc",
    "rate",
    "footnote",
    "footnotes",
    "note",
    "notes",
    "source",
    "version",
    "rounding",
    "",
];

impl Columns {
    /// `None` if they are not the columns of a published file.
    pub(super) fn recognise(cells: &[String]) -> Option<Result<Self, Problem>> {
        let names: Vec<String> = cells.iter().map(|c| c.trim().to_ascii_lowercase()).collect();
        let at = |wanted: &[&str]| wanted.iter().find_map(|w| names.iter().position(|n| n == w));
        let other = release::by_columns(cells);
        let refuse = |release| Some(Err(Problem::OtherRelease { release }));
        let Some(level) = at(&["geographic_level", "geog_l"]) else { return other.and_then(refuse) };
        let category = at(&["cla_group", "missing_status", "category", "characteristic"]);
        let number = at(&["number", "value", "count", "headcount"]);
        let when = at(&["time_period", "year", "period"]);
        let kind_of_year = at(&["time_identifier"]);
        let old = (at(&["new_geog_code"]), at(&["geog_n"]));
        let or_old = |new: CodeAndName| (new.0.or(old.0), new.1.or(old.1));
        let authority = or_old((at(&["new_la_code"]), at(&["la_name"])));
        let region = or_old((at(&["region_code"]), at(&["region_name"])));
        let country = or_old((at(&["country_code"]), at(&["country_name"])));
        let places = [authority, region, country].into_iter().flat_map(|(code, name)| [code, name]);
        let mut known: Vec<usize> =
            places.chain([Some(level), when, kind_of_year, category, number]).flatten().collect();
        known.sort_unstable();
        let breakdowns = || {
            let beside = |at: &usize| !known.contains(at) && !BESIDE.contains(&names[*at].as_str());
            (0..names.len()).filter(beside).collect::<Vec<usize>>()
        };
        let (layout, breakdowns) = if let (Some(category), Some(number)) = (category, number) {
            (Layout::Long { category, number, name: Rc::from(cells[number].as_str()) }, breakdowns())
        } else {
            let column = |(at, cell): (usize, &String)| {
                let (measure, period) = of_column(cell);
                WideColumn { at, name: Rc::from(cell.as_str()), measure, period }
            };
            let figures = cells.iter().enumerate().map(column).filter(|column| column.measure != Measure::Other);
            let figures: Vec<WideColumn> = figures.collect();
            if figures.is_empty() {
                return refuse(other.unwrap_or(Release::Other));
            }
            // Other figures of the release are beside these.
            (Layout::Wide(figures), Vec::new())
        };
        let by_year =
            |column: &&WideColumn| column.measure == Measure::Count(Count::Children) && is_by_year(&column.name);
        let unconfirmed = match &layout {
            Layout::Wide(figures) if !names.iter().any(|name| name.starts_with("cla_stp")) => {
                figures.iter().find(by_year).map(|column| Rc::clone(&column.name))
            }
            _ => None,
        };
        let national = authority == (None, None);
        let otherwise = if national { Some(Release::NationalMissing) } else { other };
        Some(Ok(Self {
            level,
            when,
            kind_of_year,
            authority,
            region,
            country,
            breakdowns,
            layout,
            unconfirmed,
            otherwise,
        }))
    }

    /// Whether no row can be about an authority.
    pub(super) fn is_national(&self) -> bool {
        self.authority == (None, None)
    }
}
