//! Reads figures that the Department for Education published, in each layout that it has used since 2015.
//!
//! Up to 2017 a release (SFR34, SFR41, SFR50) has one file with a column for each figure about missing children,
//! without a year in it, and the number of all children looked after is in its headcount file. Since 2018 one file has
//! all of them, with a row for each figure. Figures about fewer children or other days are never counted, and other
//! releases are named for what they are.

mod columns;
mod figures;
mod measure;
mod printed;
mod release;

use std::rc::Rc;

use missing_rows::Record;

use super::answers::{Unknown, who};
use super::notes::Notes;
use super::text::cell_text;
use super::when::{BareYear, period};
use crate::area::{Area, AreaCode, Level, area};
use crate::cohort::{Cohort, Count, Share};
use crate::observation::{Observation, PrintedAggregate, PrintedShare};
use crate::period::Period;
use crate::report::{Problem, Reason, Release};
use columns::{CodeAndName, Columns, Layout};
pub(crate) use figures::Figures;
use measure::{Measure, of_category};
use printed::printed;

/// What the publisher's name for a figure of a region or a nation is: a count, or a share.
pub(crate) fn aggregate(measure: &str) -> Option<Result<Count, Share>> {
    match of_category(measure) {
        Measure::Count(count) => Some(Ok(count)),
        Measure::Share(share) => Some(Err(share)),
        Measure::Average | Measure::Other => None,
    }
}

/// Reads a published file row by row.
#[derive(Debug)]
pub(super) struct PublishedReader {
    columns: Columns,
    /// The period of rows that do not give theirs.
    period: Option<Period>,
    found: Figures,
    /// Whether any row has a category that is read.
    is_ours: bool,
    /// The first category that is not read.
    other: Option<String>,
}

/// One figure of a row.
struct OfRow {
    measure: Measure,
    category: String,
    cell: String,
    column: Rc<str>,
    period: Option<Period>,
}

impl PublishedReader {
    /// Recognises a published file by its header row; `None` if it is not one.
    pub(super) fn recognise(cells: &[String], period: Option<Period>) -> Option<Result<Self, Problem>> {
        let columns = match Columns::recognise(cells)? {
            Ok(columns) => columns,
            Err(problem) => return Some(Err(problem)),
        };
        Some(Ok(Self { columns, period, found: Figures::default(), is_ours: false, other: None }))
    }

    /// Whether the period has to come from elsewhere, since the rows do not give it.
    pub(super) fn needs_period(&self) -> bool {
        let own = matches!(&self.columns.layout, Layout::Wide(columns) if columns.iter().all(|c| c.period.is_some()));
        self.columns.when.is_none() && !own
    }

    pub(super) fn take(&mut self, record: Record<'_>, notes: &mut Notes) {
        let text = |at: Option<usize>| at.map_or(String::new(), |at| cell_text(record.cell(at)).into_owned());
        let row = record.row;
        if let Some(column) = self.columns.unconfirmed.take() {
            notes.find("short-breaks-not-said", row, &column, "");
        }
        let when = text(self.columns.when);
        let is_bare = when.is_empty() || when.len() == 4 && when.bytes().all(|b| b.is_ascii_digit());
        self.found.says_more |= !is_bare;
        let row_period = if when.is_empty() {
            self.period
        } else {
            let Some(bare) = bare_year(&text(self.columns.kind_of_year)) else {
                notes.find("period-not-recognised", row, "", text(self.columns.kind_of_year));
                return notes.set_aside(Reason::NoPeriod);
            };
            period(&when, bare)
        };
        let figures = self.figures(&text, row_period);
        for figure in &figures {
            if figure.measure == Measure::Other {
                self.other.get_or_insert_with(|| figure.category.clone());
            } else {
                self.is_ours = true;
            }
        }
        // A part of the children is not all of them.
        if self.columns.breakdowns.iter().any(|at| !is_total(&text(Some(*at)))) {
            return notes.set_aside(Reason::OtherCategory);
        }
        let level = text(Some(self.columns.level)).to_ascii_lowercase();
        let authority = match level.as_str() {
            "local authority" | "la" => match self.authority(&text, row, notes) {
                Some(authority) => authority,
                None => return,
            },
            "regional" | "region" => return self.aggregate(figures, self.columns.region, Level::Region, &text, notes),
            "national" | "country" => {
                return self.aggregate(figures, self.columns.country, Level::Nation, &text, notes);
            }
            "" => return notes.set_aside(Reason::EmptyRow),
            _ => return notes.set_aside(Reason::OtherCategory),
        };
        let wide = matches!(self.columns.layout, Layout::Wide(_));
        let mut used = false;
        let mut reason = Reason::OtherCategory;
        for OfRow { measure, category, cell, column, period } in figures {
            match measure {
                Measure::Count(count) => {
                    used = true;
                    let answer = printed(&cell, wide, row, &category, notes);
                    let cohort = Cohort::All;
                    self.found.observations.push(Observation { authority, period, cohort, count, answer, row, column });
                }
                Measure::Share(share) => {
                    reason = Reason::PublishedShare;
                    self.found.shares.push(PrintedShare { authority, period, share, printed: cell, row });
                }
                Measure::Average => reason = Reason::PublishedShare,
                Measure::Other => {}
            }
        }
        if !used {
            notes.set_aside(reason);
        }
    }

    /// The figures of a row.
    fn figures(&self, text: &impl Fn(Option<usize>) -> String, period: Option<Period>) -> Vec<OfRow> {
        match &self.columns.layout {
            Layout::Long { category, number, name } => {
                let category = text(Some(*category));
                let (measure, cell) = (of_category(&category), text(Some(*number)));
                vec![OfRow { measure, category, cell, column: Rc::clone(name), period }]
            }
            Layout::Wide(columns) => {
                let figure = |column: &columns::WideColumn| OfRow {
                    measure: column.measure,
                    category: column.name.to_string(),
                    cell: text(Some(column.at)),
                    column: Rc::clone(&column.name),
                    period: column.period.or(period),
                };
                columns.iter().map(figure).collect()
            }
        }
    }

    /// The authority that a row is about. If it is about something else, that is noted.
    fn authority(&self, text: &impl Fn(Option<usize>) -> String, row: u64, notes: &mut Notes) -> Option<AreaCode> {
        let (code, name) = (text(self.columns.authority.0), text(self.columns.authority.1));
        let (rule, value, suggestions) = match who(&code, &name) {
            Ok(authority) => return Some(authority.code),
            Err(Unknown::Aggregate) => ("authority-not-recognised", name, Vec::new()),
            Err(Unknown::Suggestions(found)) => ("authority-not-recognised", name, found),
            Err(Unknown::Disagree(found)) => ("code-and-name-disagree", format!("{code}, {name}"), found),
        };
        notes.set_aside(Reason::AuthorityNotRecognised);
        notes.find_suggesting(rule, row, "", value.as_bytes(), suggestions);
        None
    }

    /// Notes a row about a region or a nation, as printed.
    fn aggregate(
        &mut self,
        figures: Vec<OfRow>,
        (code, name): CodeAndName,
        level: Level,
        text: &impl Fn(Option<usize>) -> String,
        notes: &mut Notes,
    ) {
        let code = AreaCode::read(&text(code));
        let area = code.and_then(area).unwrap_or(Area { level, code, name: None });
        let place = text(name);
        for OfRow { category: measure, cell: printed, period, .. } in figures {
            self.found.aggregates.push(PrintedAggregate { area, place: place.clone(), period, measure, printed });
        }
        notes.set_aside(Reason::PublishedAggregate);
    }

    /// What the file says, or what it is instead.
    pub(super) fn finish(self) -> Result<Figures, Problem> {
        let by_category = || self.other.as_deref().map(release::by_category);
        match (self.is_ours, self.columns.is_national()) {
            (true, false) => Ok(self.found),
            (true, true) => Err(Problem::OtherRelease { release: Release::NationalMissing }),
            (false, national) => match &self.other {
                // There is no row at all.
                None => Ok(self.found),
                Some(category) if national && category.to_lowercase().contains("missing") => {
                    Err(Problem::OtherRelease { release: Release::NationalMissing })
                }
                Some(_) => {
                    let release = self.columns.otherwise.filter(|_| !national).or_else(by_category);
                    Err(Problem::OtherRelease { release: release.unwrap_or(Release::Other) })
                }
            },
        }
    }
}

/// The year in the name of a file, if nothing else gives it: `SFR34_Missing2015.csv`, `SFR50_Missing_2017.csv`. It is
/// the only number in the name that can be a year of these releases.
pub(super) fn year_in_name(name: &str) -> Option<Period> {
    let numbers = name.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    let mut years: Vec<i32> =
        numbers.filter_map(|digits| digits.parse().ok()).filter(|year| (2010..2100).contains(year)).collect();
    years.dedup();
    match years.as_slice() {
        [year] => Period::collection_year(*year),
        _ => None,
    }
}

/// What a bare year means beside these words; `None` if they name no known kind of year.
fn bare_year(kind_of_year: &str) -> Option<BareYear> {
    match kind_of_year.trim().to_lowercase().as_str() {
        "" | "reporting year" | "financial year" | "collection year" | "year ending march" | "year" => {
            Some(BareYear::Collection)
        }
        "calendar year" => Some(BareYear::Calendar),
        _ => None,
    }
}

/// Whether a cell of a further column says that the row is about all children.
fn is_total(cell: &str) -> bool {
    let cell = cell.trim().to_lowercase();
    matches!(cell.as_str(), "" | "total" | "all" | "all children" | "total children" | "all ages" | "z")
}
