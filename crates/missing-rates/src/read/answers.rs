//! Answers of authorities to a request: one column a figure (wide), or one row a figure (long).

use std::rc::Rc;

use missing_rows::Record;

use super::headings::{Heading, figure, headings};
use super::notes::Notes;
use super::text::cell_text;
use super::when::{BareYear, period};
use crate::answer::{Answer, Withheld, read as read_answer};
use crate::area::{Authority, Resolution, resolve};
use crate::cohort::{Cohort, Count};
use crate::observation::Observation;
use crate::period::Period;
use crate::report::{FileKind, Problem, Reason};

/// One figure of a wide table.
#[derive(Clone, Debug)]
struct Figure {
    at: usize,
    name: Rc<str>,
    cohort: Cohort,
    count: Count,
    period: Option<Period>,
}

#[derive(Debug)]
enum Layout {
    Wide(Vec<Figure>),
    Long { cohort: Option<usize>, measure: usize, value: usize, name: Rc<str> },
}

/// Reads a table of answers row by row.
#[derive(Debug)]
pub(super) struct AnswersReader {
    authority: Option<usize>,
    code: Option<usize>,
    when: Option<usize>,
    layout: Layout,
    /// The period of rows that do not say theirs.
    period: Option<Period>,
    observations: Vec<Observation>,
}

impl AnswersReader {
    /// Recognises a table of answers by its header row. `period` is what the file says elsewhere about its period.
    ///
    /// `None` if it is no such table.
    pub(super) fn recognise(cells: &[String], period: Option<Period>) -> Option<Result<Self, Problem>> {
        let found = headings(cells);
        let at = |wanted: &Heading| found.iter().position(|h| h == wanted);
        let figures = figures(cells, &found);
        let measure = at(&Heading::Measure);
        let layout = match (figures, measure, at(&Heading::Value)) {
            (figures, None, _) | (figures, _, None) if !figures.is_empty() => Layout::Wide(figures),
            (_, Some(measure), Some(value)) => {
                Layout::Long { cohort: at(&Heading::Cohort), measure, value, name: Rc::from(cells[value].as_str()) }
            }
            _ => return None,
        };
        let (authority, code) = (at(&Heading::Authority), at(&Heading::Code));
        if authority.is_none() && code.is_none() {
            // One cell with the right words may be a sentence; a table has more.
            if matches!(&layout, Layout::Wide(figures) if figures.len() < 2) {
                return None;
            }
            return Some(Err(Problem::MissingColumns {
                kind: FileKind::AuthorityAnswers,
                missing: vec!["Authority".to_owned()],
                found: cells.to_vec(),
            }));
        }
        if let Layout::Wide(figures) = &layout {
            let same = |a: &Figure, b: &Figure| (a.cohort, a.count, a.period) == (b.cohort, b.count, b.period);
            if figures.iter().enumerate().any(|(i, a)| figures[..i].iter().any(|b| same(a, b))) {
                // Two columns for one figure: a person must say which is meant.
                return Some(Err(Problem::UnknownColumns { found: cells.to_vec() }));
            }
        }
        Some(Ok(Self { authority, code, when: at(&Heading::When), layout, period, observations: Vec::new() }))
    }

    /// Whether rows do not say their period.
    pub(super) fn needs_period(&self) -> bool {
        let each = matches!(&self.layout, Layout::Wide(figures) if figures.iter().all(|f| f.period.is_some()));
        self.when.is_none() && !each
    }

    pub(super) fn take(&mut self, record: Record<'_>, notes: &mut Notes) {
        let text = |at: Option<usize>| at.map_or(String::new(), |at| cell_text(record.cell(at)).into_owned());
        let (name, code) = (text(self.authority), text(self.code));
        if name.is_empty() && code.is_empty() {
            let blank = self.needed().all(|at| record.cell(at).is_empty());
            notes.set_aside(if blank { Reason::EmptyRow } else { Reason::AuthorityNotRecognised });
            if !blank {
                notes.find("authority-not-recognised", record.row, "", "");
            }
            return;
        }
        let authority = match who(&code, &name) {
            Ok(authority) => authority,
            Err(Unknown::Aggregate) => return notes.set_aside(Reason::TotalRow),
            Err(Unknown::Suggestions(suggestions)) => {
                let shown = if name.is_empty() { &code } else { &name };
                notes.set_aside(Reason::AuthorityNotRecognised);
                return notes.find_suggesting(
                    "authority-not-recognised",
                    record.row,
                    "",
                    shown.as_bytes(),
                    suggestions,
                );
            }
        };
        let when = text(self.when);
        let row_period = if when.is_empty() { self.period } else { period(&when, BareYear::Calendar) };
        let row = record.row;
        match &self.layout {
            Layout::Wide(figures) => {
                if row_period.is_none() && !when.is_empty() && figures.iter().any(|f| f.period.is_none()) {
                    notes.find("period-not-recognised", row, "", &when);
                    return notes.set_aside(Reason::NoPeriod);
                }
                for f in figures {
                    let cell = text(Some(f.at));
                    let answer = answer(&cell, row, &f.name, notes);
                    self.observations.push(Observation {
                        authority: authority.code,
                        period: f.period.or(row_period),
                        cohort: f.cohort,
                        count: f.count,
                        answer,
                        row,
                        column: Rc::clone(&f.name),
                    });
                }
            }
            Layout::Long { cohort, measure, value, name } => {
                let phrase = format!("{} {}", text(*cohort), text(Some(*measure)));
                let (cohort, count, own) = match figure(&phrase) {
                    Some(Heading::Figure { cohort: Some(cohort), count, period }) => (cohort, count, period),
                    Some(Heading::Figure { cohort: None, count, period }) => (Cohort::All, count, period),
                    Some(Heading::Derived) => return notes.set_aside(Reason::PublishedShare),
                    _ => {
                        notes.find("measure-not-recognised", row, "", phrase.trim());
                        return notes.set_aside(Reason::MeasureNotRecognised);
                    }
                };
                if row_period.is_none() && own.is_none() && !when.is_empty() {
                    notes.find("period-not-recognised", row, "", &when);
                    return notes.set_aside(Reason::NoPeriod);
                }
                let cell = text(Some(*value));
                let answer = answer(&cell, row, name, notes);
                let column = Rc::clone(name);
                let period = own.or(row_period);
                self.observations.push(Observation {
                    authority: authority.code,
                    period,
                    cohort,
                    count,
                    answer,
                    row,
                    column,
                });
            }
        }
    }

    pub(super) fn finish(self) -> Vec<Observation> {
        self.observations
    }

    /// The columns that a row must have something in.
    fn needed(&self) -> impl Iterator<Item = usize> + '_ {
        let (figures, value) = match &self.layout {
            Layout::Wide(figures) => (figures.as_slice(), None),
            Layout::Long { value, .. } => (&[][..], Some(*value)),
        };
        figures.iter().map(|f| f.at).chain(value)
    }
}

fn figures(cells: &[String], found: &[Heading]) -> Vec<Figure> {
    let figure = |(at, heading): (usize, &Heading)| match heading {
        Heading::Figure { cohort, count, period } => Some(Figure {
            at,
            name: Rc::from(cells[at].as_str()),
            cohort: cohort.unwrap_or(Cohort::All),
            count: *count,
            period: *period,
        }),
        _ => None,
    };
    found.iter().enumerate().filter_map(figure).collect()
}

/// Why a name or code is no authority.
pub(super) enum Unknown {
    Aggregate,
    Suggestions(Vec<String>),
}

/// The authority that a code or a name means; the code comes first.
pub(super) fn who(code: &str, name: &str) -> Result<&'static Authority, Unknown> {
    let resolved = [code, name].map(|text| (!text.is_empty()).then(|| resolve(text)));
    let mut aggregate = false;
    let mut suggestions = Vec::new();
    for resolution in resolved.into_iter().flatten() {
        match resolution {
            Resolution::Authority { authority, .. } => return Ok(authority),
            Resolution::Aggregate => aggregate = true,
            Resolution::Suggestions(found) => suggestions.extend(found.iter().map(|a| a.name.to_owned())),
        }
    }
    Err(if aggregate { Unknown::Aggregate } else { Unknown::Suggestions(suggestions) })
}

/// The answer in a cell, with a note where it is not what an answer can be.
fn answer(cell: &str, row: u64, column: &str, notes: &mut Notes) -> Answer {
    let answer = read_answer(cell);
    match answer {
        Answer::Withheld { reason: Withheld::NotACount } => notes.find("not-a-count", row, column, cell),
        Answer::Withheld { reason: Withheld::NotUnderstood } => notes.find("not-understood", row, column, cell),
        _ => {}
    }
    answer
}
