//! How a table of answers is laid out: one column for each figure, one row for each figure, or years or authorities in
//! columns.

use std::rc::Rc;

use super::tidy::Tidy;
use crate::area::{How, Resolution, meant, resolve};
use crate::period::Period;
use crate::read::heading::{Kind, Role};
use crate::read::sheet::{Column, Sheet};
use crate::read::when::BareYear;
use crate::read::years_across::{Before, before_years};
use crate::report::ColumnState;

/// A column, and what its cells are about in addition to what the row says.
#[derive(Clone, Debug)]
pub(super) struct Cells {
    pub(super) at: usize,
    pub(super) name: Rc<str>,
    /// The period, if years are in columns.
    pub(super) period: Option<Period>,
    /// The authority, if authorities are in columns.
    pub(super) authority: Option<String>,
}

#[derive(Debug)]
pub(super) enum Layout {
    /// One column for each figure.
    Wide(Vec<usize>),
    /// The rows say which figure they hold: there is one column of answers, one for each year, or one for each
    /// authority.
    Rows { cohort: Option<usize>, measure: usize, cells: Vec<Cells> },
    /// The product's own file.
    Tidy(Box<Tidy>),
}

/// The columns that say what a row is about.
#[derive(Clone, Debug, Default)]
pub(super) struct About {
    pub(super) authority: Option<usize>,
    /// Further columns that name authorities: `Authority asked`, `Authority that answered`.
    pub(super) also: Vec<usize>,
    pub(super) code: Option<usize>,
    pub(super) when: Vec<(usize, BareYear)>,
    /// The first day and the last.
    pub(super) days: Option<(usize, usize)>,
    /// The column of a first day without a last, or of a last day without a first, and whether it is the last.
    pub(super) bounds: Vec<(usize, bool)>,
    /// Columns whose heading was not understood. A year in them may be the year of the row.
    pub(super) unsaid: Vec<usize>,
    pub(super) unit: Option<usize>,
}

impl About {
    pub(super) fn of(sheet: &Sheet) -> Self {
        let when = sheet.columns.iter().enumerate().filter_map(|(at, column)| match column.phrase.kind {
            Kind::Role(Role::When(bare)) => Some((at, bare)),
            _ => None,
        });
        // A column that is only headed `name` may be about somebody else.
        let plain = |(_, column): &(usize, &Column)| {
            let text = column.heading.trim().to_ascii_lowercase();
            column.phrase.kind == Kind::Role(Role::Authority)
                && !["name", "body", "organisation", "county"].contains(&&*text)
        };
        let mut plainly = sheet.columns.iter().enumerate().filter(plain).map(|(at, _)| at);
        let (start, end) = (sheet.role(Role::Start), sheet.role(Role::End));
        let unsaid =
            |(at, column): (usize, &Column)| matches!(column.phrase.kind, Kind::Blank | Kind::Nothing).then_some(at);
        let lone =
            |at: Option<usize>, other: Option<usize>, last: bool| at.filter(|_| other.is_none()).map(|at| (at, last));
        Self {
            authority: plainly.next().or_else(|| sheet.role(Role::Authority)),
            also: plainly.collect(),
            code: sheet.role(Role::Code),
            when: when.collect(),
            days: start.zip(end),
            bounds: lone(start, end, false).into_iter().chain(lone(end, start, true)).collect(),
            unsaid: sheet.columns.iter().enumerate().filter_map(unsaid).collect(),
            unit: sheet.role(Role::Unit),
        }
    }

    /// The same, and whether years are in columns beside an empty corner. Two columns without headings before them are authorities, and
    /// what is counted.
    pub(super) fn beside_years(sheet: &mut Sheet) -> (Self, bool) {
        let before = sheet.years_across();
        let mut about = Self::of(sheet);
        if before == Some(Before::Two) {
            about.authority = Some(0);
            about.unsaid.clear();
        }
        (about, before.is_some())
    }

    /// Whether rows give their period.
    pub(super) fn says_when(&self) -> bool {
        !self.when.is_empty() || self.days.is_some()
    }
}

impl Layout {
    /// The layout of a sheet with these headings; `None` if it holds no answers that can be read.
    pub(super) fn of(sheet: &Sheet, about: &About) -> Option<Self> {
        let all = || sheet.columns.iter().enumerate();
        let figures: Vec<usize> = all().filter(|(_, column)| column.figure().is_some()).map(|(at, _)| at).collect();
        let (measure, value, cohort) = (sheet.role(Role::Measure), sheet.role(Role::Value), sheet.role(Role::Cohort));
        let cells =
            |at: usize| Cells { at, name: Rc::from(sheet.columns[at].heading.as_str()), period: None, authority: None };
        let of_years = all().any(|(_, column)| column.phrase.kind == Kind::Period);
        match measure.zip(value) {
            // Beside columns of years, a total is of all of them. What another column of answers is nobody knows.
            Some((_, value)) if of_years && is_total(&sheet.columns[value].heading) => {}
            Some(_) if of_years => return None,
            Some((measure, value)) => return Some(Self::Rows { cohort, measure, cells: vec![cells(value)] }),
            None => {}
        }
        if !figures.is_empty() {
            return Some(Self::Wide(figures));
        }
        let years: Vec<Cells> = all()
            .filter(|(_, column)| column.phrase.kind == Kind::Period)
            .map(|(at, column)| Cells { period: column.period, ..cells(at) })
            .collect();
        // The column with the questions may have a heading of any kind, or none: the heading `2024` says that answers
        // are below it.
        let unnamed = || {
            let mut others = all().filter(|(at, column)| {
                matches!(column.phrase.kind, Kind::Blank | Kind::Nothing | Kind::Figure | Kind::Role(Role::Cohort))
                    && *at < years.first().map_or(0, |first| first.at)
                    && Some(*at) != about.authority
            });
            others.next().filter(|_| others.next().is_none()).map(|(at, _)| at)
        };
        if !years.is_empty() {
            let named = about.authority.is_some() || about.code.is_some();
            // Below the title of an authority, an empty corner is that of what is counted.
            let titled = |at: &usize| sheet.authority.is_some() && sheet.columns[*at].phrase.kind == Kind::Blank;
            let measure = measure.or_else(|| unnamed().filter(|at| named || titled(at)))?;
            return Some(Self::Rows { cohort: cohort.filter(|at| *at != measure), measure, cells: years });
        }
        if let Some(authorities) = authorities(sheet) {
            let measure = measure.or_else(|| {
                let first = authorities.first()?.at;
                all()
                    .take(first)
                    .find(|(_, column)| {
                        matches!(
                            column.phrase.kind,
                            Kind::Blank | Kind::Nothing | Kind::Role(Role::Authority | Role::Cohort)
                        )
                    })
                    .map(|(at, _)| at)
            })?;
            return Some(Self::Rows { cohort: cohort.filter(|at| *at != measure), measure, cells: authorities });
        }
        None
    }

    /// Whether this column holds answers.
    pub(super) fn holds(&self, at: usize) -> bool {
        match self {
            Self::Wide(figures) => figures.contains(&at),
            Self::Rows { cells, .. } => cells.iter().any(|cell| cell.at == at),
            Self::Tidy(_) => true,
        }
    }
}

/// Whether a heading is that of a total over others.
fn is_total(heading: &str) -> bool {
    heading.split(|c: char| !c.is_alphanumeric()).any(|word| {
        ["total", "totals", "sum", "overall", "all", "both"].iter().any(|total| word.eq_ignore_ascii_case(total))
    })
}

/// Whether a cell names an authority, by its name or by its code of nine characters.
pub(in crate::read) fn names_authority(cell: &str) -> bool {
    meant(cell).is_some_and(|(_, how)| how != How::Code || cell.trim().len() > 3)
}

/// Whether two cells name two different authorities.
pub(super) fn name_two(one: &str, other: &str) -> bool {
    let named = |cell: &str| match resolve(cell) {
        Resolution::Authority { authority, .. } => Some(authority.code),
        _ => None,
    };
    named(one).zip(named(other)).is_some_and(|(one, other)| one != other)
}

/// The columns headed by authorities: all columns from the first of them on, if there are several.
fn authorities(sheet: &Sheet) -> Option<Vec<Cells>> {
    let is = |at: &usize| names_authority(&sheet.columns[*at].heading);
    let first = (0..sheet.columns.len()).find(is)?;
    let mut found = Vec::new();
    for at in first..sheet.columns.len() {
        let column = &sheet.columns[at];
        if is(&at) {
            let authority = Some(column.heading.clone());
            found.push(Cells { at, name: Rc::from(column.heading.as_str()), period: None, authority });
        } else if !matches!(column.phrase.kind, Kind::Blank | Kind::Aside | Kind::Nothing | Kind::Role(Role::Value)) {
            return None;
        }
    }
    (found.len() > 1).then_some(found)
}

impl Sheet {
    /// What is before years in columns. `Year` in their corner is a heading of theirs.
    pub(super) fn years_across(&mut self) -> Option<Before> {
        let headings: Vec<_> = self.columns.iter().map(|column| (column.phrase.kind, column.period)).collect();
        let before = before_years(&headings)?;
        if let Some(corner) = self.columns.first_mut().filter(|_| before == Before::One) {
            corner.phrase.kind = Kind::Blank;
        }
        Some(before)
    }

    /// Marks the columns that a layout reads as used, and those that it has no use for as not needed.
    pub(super) fn laid_out(&mut self, layout: &Layout, about: &About) {
        let measures: Vec<usize> = match layout {
            Layout::Rows { cohort, measure, .. } => cohort.iter().chain([measure]).copied().collect(),
            _ => Vec::new(),
        };
        let used = |at: usize| {
            about.authority == Some(at)
                || about.code == Some(at)
                || about.unit == Some(at)
                || about.when.iter().any(|(when, _)| *when == at)
                || about.days.is_some_and(|(start, end)| start == at || end == at)
                || about.bounds.iter().any(|(bound, _)| *bound == at)
                || measures.contains(&at)
                || layout.holds(at)
        };
        for (at, column) in self.columns.iter_mut().enumerate() {
            if used(at) {
                column.state = ColumnState::Used;
                column.words.clear();
            } else if let Kind::Role(role) = column.phrase.kind {
                let again = matches!(role, Role::Authority | Role::Code);
                column.state = if again { ColumnState::SameAsAnother } else { ColumnState::NotNeeded };
            }
        }
    }
}
