//! Answers of authorities to a request: one column a figure (wide), or one row a figure (long).

mod above;
mod table;
mod tidy;

use std::rc::Rc;

use missing_rows::Record;

use super::headings::{Heading, figure, headings};
use super::notes::Notes;
use super::text::cell_text;
use super::when::{BareYear, period};
use crate::area::{Authority, Resolution, resolve_pair};
use crate::cohort::{Cohort, Count, Share};
use crate::period::Period;
use crate::report::{FileKind, Problem, Reason};
use above::Above;
use table::Numbers;
use table::TypedShare;
pub(crate) use table::{AnswersTable, TypedCell, TypedName};
use tidy::Tidy;

/// One figure of a wide table.
#[derive(Clone, Debug)]
struct Figure {
    at: usize,
    name: Rc<str>,
    cohort: Cohort,
    count: Count,
    period: Option<Period>,
    /// How plainly the heading, or a neighbour's, names the cohort: `children in care` may be all of them, or those of
    /// a cohort that stands elsewhere.
    named: usize,
}

/// A column of percentages.
#[derive(Clone, Debug)]
struct Percentage {
    at: usize,
    name: Rc<str>,
    cohort: Cohort,
    share: Share,
    period: Option<Period>,
}

#[derive(Debug)]
enum Layout {
    Wide(Vec<Figure>),
    Long { cohort: Option<usize>, measure: usize, value: usize, name: Rc<str> },
    Tidy(Box<Tidy>),
}

/// What the cell of a row says of its period.
#[derive(Clone, Copy, PartialEq, Eq)]
enum When {
    Blank,
    Said(Period),
    Unclear,
}

impl When {
    fn period(self) -> Option<Period> {
        if let Self::Said(period) = self { Some(period) } else { None }
    }
}

/// Reads a table of answers row by row.
#[derive(Debug)]
pub(super) struct AnswersReader {
    authority: Option<usize>,
    code: Option<usize>,
    when: Option<usize>,
    layout: Layout,
    percentages: Vec<Percentage>,
    /// The period of rows that do not say theirs.
    period: Option<Period>,
    above: Above,
    numbers: Numbers,
    table: AnswersTable,
}

impl AnswersReader {
    /// Recognises a table of answers by its header row. `period` is what the file says elsewhere about its period.
    ///
    /// `None` if it is no such table.
    pub(super) fn recognise(cells: &[String], period: Option<Period>) -> Option<Result<Self, Problem>> {
        if let Some(tidy) = Tidy::recognise(cells) {
            return Some(Ok(Self {
                authority: Some(tidy.name),
                code: Some(tidy.code),
                when: None,
                layout: Layout::Tidy(Box::new(tidy)),
                percentages: Vec::new(),
                period: None,
                above: Above::default(),
                numbers: Numbers::default(),
                table: AnswersTable::default(),
            }));
        }
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
        Some(Ok(Self {
            authority,
            code,
            when: at(&Heading::When),
            layout,
            percentages: percentages(cells, &found),
            period,
            above: Above::default(),
            numbers: Numbers::default(),
            table: AnswersTable::default(),
        }))
    }

    /// Whether rows do not say their period.
    pub(super) fn needs_period(&self) -> bool {
        let each = match &self.layout {
            Layout::Wide(figures) => figures.iter().all(|f| f.period.is_some()),
            Layout::Long { .. } => false,
            Layout::Tidy(_) => true,
        };
        self.when.is_none() && !each
    }

    /// How much its headings say: of two ways to read them, the one that says more is meant.
    pub(super) fn says(&self) -> usize {
        match &self.layout {
            Layout::Wide(figures) => figures.iter().map(|f| 1 + f.named + usize::from(f.period.is_some())).sum(),
            Layout::Long { cohort, .. } => 2 + usize::from(cohort.is_some()),
            // Nothing says more.
            Layout::Tidy(_) => usize::MAX,
        }
    }

    /// The columns that a row must have something in.
    pub(super) fn needed(&self) -> impl Iterator<Item = usize> + '_ {
        let (figures, value) = match &self.layout {
            Layout::Wide(figures) => (figures.as_slice(), None),
            Layout::Long { value, .. } => (&[][..], Some(*value)),
            Layout::Tidy(tidy) => (&[][..], Some(tidy.value)),
        };
        figures.iter().map(|f| f.at).chain(value)
    }

    /// The columns that say whose a row is.
    pub(super) fn naming(&self) -> impl Iterator<Item = usize> + '_ {
        self.authority.into_iter().chain(self.code)
    }

    pub(super) fn take(&mut self, record: Record<'_>, notes: &mut Notes) {
        if let Layout::Tidy(tidy) = &mut self.layout {
            return match tidy.take(&record) {
                Ok(answer) => self.add(answer, record.row),
                Err(reason) => notes.set_aside(reason),
            };
        }
        let text = |at: Option<usize>| at.map_or(String::new(), |at| cell_text(record.cell(at)).into_owned());
        let typed = TypedName { code: text(self.code), name: text(self.authority) };
        let nameless = typed.name.is_empty() && typed.code.is_empty();
        let words = match &self.layout {
            Layout::Wide(_) | Layout::Tidy(_) => None,
            Layout::Long { cohort, measure, .. } => Some((*cohort, *measure)),
        };
        let wordless = words
            .is_none_or(|(cohort, measure)| cohort.into_iter().chain([measure]).all(|at| record.cell(at).is_empty()));
        if nameless && wordless && self.needed().all(|at| record.cell(at).is_empty()) {
            self.above.forget();
            return notes.set_aside(Reason::EmptyRow);
        }
        self.above.begin(record.row);
        let name = if nameless { None } else { Some(self.numbers.name(typed, &mut self.table)) };
        let when = text(self.when);
        let said = match period(&when, BareYear::Calendar) {
            _ if when.is_empty() => When::Blank,
            Some(period) => When::Said(period),
            None => When::Unclear,
        };
        match self.layout {
            Layout::Wide(_) => self.take_wide(record, name, &when, said, notes),
            Layout::Long { .. } => self.take_long(record, name, &when, said, notes),
            Layout::Tidy(_) => {}
        }
    }

    /// One answer of the product's own file.
    fn add(&mut self, answer: tidy::Answer, row: u64) {
        let name = self.numbers.name(answer.name, &mut self.table);
        let wording = self.numbers.wording(&answer.wording, &mut self.table);
        let tidy::Answer { period, cohort, count, .. } = answer;
        let column = Rc::from("value");
        self.table.cells.push(TypedCell { name, wording, period: Some(period), cohort, count, row, column });
    }

    fn take_wide(&mut self, record: Record<'_>, name: Option<u32>, when: &str, said: When, notes: &mut Notes) {
        let Layout::Wide(figures) = &self.layout else { return };
        let row = record.row;
        // A year that stands only in the first of its rows, and a name, likewise: where each year has its row.
        let filled_period = if said == When::Blank { self.above.period } else { None };
        let row_period = if said == When::Blank { filled_period.or(self.period) } else { said.period() };
        let filled_name = match (name, said) {
            (None, When::Said(_)) => self.above.name.filter(|above| !self.above.has_said((*above, row_period, None))),
            _ => None,
        };
        if filled_period.is_some() || filled_name.is_some() {
            notes.find("filled-from-above", row, "", "");
        }
        let whose = name.or(filled_name);
        if let Some(whose) = whose {
            self.above.say((whose, row_period, None));
            self.above.name = Some(whose);
            self.above.period = said.period().or(filled_period);
        } else {
            self.above.forget();
        }
        if row_period.is_none() && !when.is_empty() && figures.iter().any(|f| f.period.is_none()) {
            notes.find("period-not-recognised", row, "", when);
            return notes.set_aside(Reason::NoPeriod);
        }
        let whose = whose.unwrap_or_else(|| self.numbers.name(TypedName::default(), &mut self.table));
        for f in figures {
            let cell = cell_text(record.cell(f.at));
            let wording = self.numbers.wording(&cell, &mut self.table);
            self.table.cells.push(TypedCell {
                name: whose,
                wording,
                period: f.period.or(row_period),
                cohort: f.cohort,
                count: f.count,
                row,
                column: Rc::clone(&f.name),
            });
        }
        for p in &self.percentages {
            let printed = cell_text(record.cell(p.at)).into_owned();
            if !printed.is_empty() {
                self.table.shares.push(TypedShare {
                    name: whose,
                    period: p.period.or(row_period),
                    cohort: p.cohort,
                    share: p.share,
                    printed,
                    row,
                    column: Rc::clone(&p.name),
                });
            }
        }
    }

    fn take_long(&mut self, record: Record<'_>, name: Option<u32>, when: &str, said: When, notes: &mut Notes) {
        let Layout::Long { cohort, measure, value, name: column } = &self.layout else { return };
        let row = record.row;
        let text = |at: usize| cell_text(record.cell(at)).into_owned();
        let (who, what) = (cohort.map_or(String::new(), text), text(*measure));
        let meant = |who: &str, what: &str| figure(&format!("{who} {what}"));
        let mut filled = false;
        // A cohort that stands only in the first of its rows, or a measure.
        let (who, what) = if what.is_empty() && !self.above.measure.is_empty() {
            filled = true;
            (if who.is_empty() { self.above.cohort.clone() } else { who }, self.above.measure.clone())
        } else if who.is_empty()
            && !self.above.cohort.is_empty()
            && !matches!(meant("", &what), Some(Heading::Figure { cohort: Some(_), .. }))
        {
            filled = true;
            (self.above.cohort.clone(), what)
        } else {
            (who, what)
        };
        let filled_period = if said == When::Blank { self.above.period } else { None };
        filled |= filled_period.is_some();
        let row_period = if said == When::Blank { filled_period.or(self.period) } else { said.period() };
        let phrase = format!("{who} {what}");
        let (cohort, count, own) = match meant(&who, &what) {
            Some(Heading::Figure { cohort, count, period }) => (cohort.unwrap_or(Cohort::All), count, period),
            Some(Heading::Derived(_)) => return notes.set_aside(Reason::PublishedShare),
            _ => {
                self.above.forget();
                notes.find("measure-not-recognised", row, "", phrase.trim());
                return notes.set_aside(Reason::MeasureNotRecognised);
            }
        };
        if row_period.is_none() && own.is_none() && !when.is_empty() {
            notes.find("period-not-recognised", row, "", when);
            return notes.set_aside(Reason::NoPeriod);
        }
        let period = own.or(row_period);
        let place = |whose: u32| (whose, period, Some((cohort, count)));
        let filled_name =
            if name.is_none() { self.above.name.filter(|above| !self.above.has_said(place(*above))) } else { None };
        filled |= filled_name.is_some();
        if filled {
            notes.find("filled-from-above", row, "", "");
        }
        let whose = name.or(filled_name);
        if let Some(whose) = whose {
            self.above.say(place(whose));
            self.above.name = Some(whose);
            self.above.period = said.period().or(filled_period);
            (self.above.cohort, self.above.measure) = (who, what);
        } else {
            self.above.forget();
        }
        let whose = whose.unwrap_or_else(|| self.numbers.name(TypedName::default(), &mut self.table));
        let wording = self.numbers.wording(&text(*value), &mut self.table);
        let column = Rc::clone(column);
        self.table.cells.push(TypedCell { name: whose, wording, period, cohort, count, row, column });
    }

    pub(super) fn finish(self) -> AnswersTable {
        self.table
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
            named: match cohort {
                None => 0,
                Some(Cohort::All) => 1,
                Some(_) => 2,
            },
        }),
        _ => None,
    };
    found.iter().enumerate().filter_map(figure).collect()
}

fn percentages(cells: &[String], found: &[Heading]) -> Vec<Percentage> {
    let percentage = |(at, heading): (usize, &Heading)| match heading {
        Heading::Derived(Some((cohort, share, period))) => Some(Percentage {
            at,
            name: Rc::from(cells[at].as_str()),
            cohort: cohort.unwrap_or(Cohort::All),
            share: *share,
            period: *period,
        }),
        _ => None,
    };
    found.iter().enumerate().filter_map(percentage).collect()
}

/// Why a name or code is no authority.
pub(super) enum Unknown {
    Aggregate,
    Suggestions(Vec<String>),
    /// One by its code and another by its name.
    Disagree(Vec<String>),
}

/// The authority that a code and a name in a published file mean.
pub(super) fn who(code: &str, name: &str) -> Result<&'static Authority, Unknown> {
    let names = |list: Vec<&'static Authority>| list.iter().map(|a| a.name.to_owned()).collect();
    match resolve_pair(code, name) {
        Ok(Resolution::Authority { authority, .. }) => Ok(authority),
        Ok(Resolution::Aggregate) => Err(Unknown::Aggregate),
        Ok(Resolution::Joint(_) | Resolution::OtherBody(_)) => Err(Unknown::Suggestions(Vec::new())),
        Ok(Resolution::Suggestions(found)) => Err(Unknown::Suggestions(names(found))),
        Err(disagreement) => Err(Unknown::Disagree(names(disagreement.could_be))),
    }
}
