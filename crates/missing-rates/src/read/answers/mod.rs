//! Answers of authorities to a request: one column a figure, one row a figure, or years or authorities in columns.
//! Belongs here: from rows to answers as they were typed. Does not: what a heading means.

mod above;
mod breakdown;
mod cells;
mod layout;
mod pending;
mod remarks;
mod settle;
mod table;
mod tidy;
mod who;

use std::collections::BTreeSet;
use std::rc::Rc;

use missing_rows::Record;

use super::heading::{Kind, Role};
use super::notes::Notes;
use super::sheet::{Column, Sheet};
use super::text::cell_text;
use super::when::{day_of, period};
use crate::period::Period;
use crate::report::{ColumnRead, FileKind, Problem, Reason};
use above::Above;
use breakdown::Further;
pub(super) use layout::names_authority;
use layout::{About, Layout};
use pending::{Pending, Phrases, What};
pub(crate) use remarks::Remark;
use remarks::Remarks;
pub(crate) use table::{AnswersTable, TypedCell, TypedName};
use table::{Numbers, TypedShare};
use tidy::Tidy;
pub(super) use who::{Unknown, who};

/// How many cells of a column are shown as examples.
const EXAMPLES: usize = 3;

/// What the cells of a row say of its period.
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

    /// What two columns say together.
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Blank, said) | (said, Self::Blank) => said,
            (one, other) if one == other => one,
            _ => Self::Unclear,
        }
    }
}

/// Reads a table of answers row by row.
#[derive(Debug)]
pub(super) struct AnswersReader {
    sheet: Sheet,
    about: About,
    layout: Layout,
    /// The period of rows that do not say theirs.
    period: Option<Period>,
    above: Above,
    further: Further,
    /// Columns whose cells say whether there is a reply at all.
    replies: Vec<usize>,
    remarks: Remarks,
    numbers: Numbers,
    phrases: Phrases,
    pending: Vec<Pending>,
    /// The authorities that head columns, by their number.
    headed: Vec<Option<u32>>,
    examples: Vec<Vec<String>>,
    table: AnswersTable,
}

/// A row that is the header of a table of answers, or nearly.
pub(super) enum Header {
    Read(Box<AnswersReader>),
    /// It is one, and something is missing or in doubt.
    Not(Problem, Vec<ColumnRead>),
}

impl AnswersReader {
    /// Recognises a table of answers by its header row. `period` is what the file says elsewhere about its period.
    ///
    /// `None` if it is no such table.
    pub(super) fn recognise(mut sheet: Sheet, period: Option<Period>) -> Option<Header> {
        let cells: Vec<String> = sheet.columns.iter().map(|column| column.heading.clone()).collect();
        let mut about = About::of(&sheet);
        let layout = match Tidy::recognise(&cells) {
            Some(tidy) => {
                about = About { authority: Some(tidy.name), code: Some(tidy.code), ..About::default() };
                Some(Layout::Tidy(Box::new(tidy)))
            }
            None => Layout::of(&sheet, &about),
        };
        let named = about.authority.is_some() || about.code.is_some();
        let filled = cells.iter().filter(|cell| !cell.trim().is_empty()).count();
        if sheet.role(Role::Child).is_some() && !matches!(layout, Some(Layout::Tidy(_))) {
            // Rows about children are no answers of authorities.
            let figure = sheet.columns.iter().any(|column| matches!(column.phrase.kind, Kind::Figure));
            return (figure && named).then(|| Header::Not(Problem::UnknownColumns { found: cells }, sheet.listed()));
        }
        let Some(layout) = layout else {
            // Figures that were not understood, or not used, beside whose they are: a person decides.
            let figures = sheet.columns.iter().any(|column| matches!(column.phrase.kind, Kind::Figure | Kind::Label));
            return (figures && filled > 1 && named)
                .then(|| Header::Not(Problem::UnknownColumns { found: cells }, sheet.listed()));
        };
        let heads = matches!(&layout, Layout::Rows { cells, .. } if cells.iter().any(|cell| cell.authority.is_some()));
        if !named && !heads {
            // One cell with the right words may be a sentence; a table has more.
            if matches!(&layout, Layout::Wide(figures) if figures.len() < 2) {
                return None;
            }
            let missing = vec!["Authority".to_owned()];
            let problem = Problem::MissingColumns { kind: FileKind::AuthorityAnswers, missing, found: cells };
            return Some(Header::Not(problem, sheet.listed()));
        }
        if heads {
            // Authorities in columns: a column that is headed as if it named them holds the questions.
            about.authority = None;
            about.code = None;
        }
        sheet.laid_out(&layout, &about);
        let further = Further::of(&sheet);
        let replies = sheet.columns.iter().enumerate().filter(|(_, column)| says_of_replies(column)).map(|(at, _)| at);
        Some(Header::Read(Box::new(Self {
            replies: replies.collect(),
            remarks: Remarks::of(cells.iter().map(String::as_str)),
            examples: vec![Vec::new(); sheet.columns.len()],
            sheet,
            about,
            layout,
            period,
            above: Above::default(),
            further,
            numbers: Numbers::default(),
            phrases: Phrases::default(),
            pending: Vec::new(),
            headed: Vec::new(),
            table: AnswersTable::default(),
        })))
    }

    /// Whether rows do not say their period.
    pub(super) fn needs_period(&self) -> bool {
        let each = match &self.layout {
            Layout::Wide(figures) => figures.iter().all(|at| self.sheet.columns[*at].period.is_some()),
            Layout::Rows { cells, .. } => cells.iter().all(|cell| cell.period.is_some()),
            Layout::Tidy(_) => return false,
        };
        !self.about.says_when() && !each
    }

    /// How much its headings say: of two ways to read them, the one that says more is meant.
    pub(super) fn says(&self) -> usize {
        match &self.layout {
            Layout::Wide(_) => self.sheet.says(),
            Layout::Rows { cohort, .. } => self.sheet.says() + 2 + usize::from(cohort.is_some()),
            // Nothing says more.
            Layout::Tidy(_) => usize::MAX,
        }
    }

    /// The columns that say whose a row is.
    pub(super) fn naming(&self) -> impl Iterator<Item = usize> + '_ {
        self.about.authority.into_iter().chain(self.about.code)
    }

    pub(super) fn take(&mut self, record: Record<'_>, notes: &mut Notes) {
        if let Layout::Tidy(tidy) = &mut self.layout {
            return match tidy.take(&record) {
                Ok(answer) => self.add(answer, record.row),
                Err(reason) => notes.set_aside(reason),
            };
        }
        let text = |at: Option<usize>| at.map_or(String::new(), |at| cell_text(record.cell(at)).trim().to_owned());
        let typed = TypedName { code: text(self.about.code), name: text(self.about.authority) };
        let nameless = typed.name.is_empty() && typed.code.is_empty();
        let (words, holding): (Vec<usize>, Vec<usize>) = match &self.layout {
            Layout::Wide(figures) => (Vec::new(), figures.clone()),
            Layout::Rows { cohort, measure, cells } => {
                (cohort.iter().chain([measure]).copied().collect(), cells.iter().map(|cell| cell.at).collect())
            }
            Layout::Tidy(_) => return,
        };
        if nameless && words.iter().chain(&holding).all(|at| record.cell(*at).is_empty()) {
            self.above.forget();
            return notes.set_aside(Reason::EmptyRow);
        }
        self.above.begin(record.row);
        self.keep_examples(record);
        if let Some(remark) = self.remarks.of_row(record) {
            self.table.remarks.insert(record.row, remark);
        }
        let name = if nameless { None } else { Some(self.numbers.name(typed, &mut self.table)) };
        let (when, said) = self.when(record);
        match self.layout {
            Layout::Wide(_) => self.take_wide(record, name, &when, said, notes),
            Layout::Rows { .. } => self.take_rows(record, name, &when, said, notes),
            Layout::Tidy(_) => {}
        }
    }

    fn keep_examples(&mut self, record: Record<'_>) {
        for (at, examples) in self.examples.iter_mut().enumerate().filter(|(_, examples)| examples.len() < EXAMPLES) {
            let cell = record.cell(at);
            if !cell.is_empty() {
                examples.push(cell_text(cell).chars().take(60).collect());
            }
        }
    }

    /// What the row says of its period, as typed and as read.
    fn when(&self, record: Record<'_>) -> (String, When) {
        let text = |at: usize| cell_text(record.cell(at)).trim().to_owned();
        let mut typed: Vec<String> = Vec::new();
        let mut said = When::Blank;
        for (at, bare) in &self.about.when {
            let cell = text(*at);
            if !cell.is_empty() {
                said = said.and(period(&cell, *bare).map_or(When::Unclear, When::Said));
                typed.push(cell);
            }
        }
        if let Some((start, end)) = self.about.days {
            let (start, end) = (text(start), text(end));
            if !(start.is_empty() && end.is_empty()) {
                let days = day_of(&start, false).zip(day_of(&end, true));
                let period = days.and_then(|(start, end)| Period::new(start, end).ok());
                said = said.and(period.map_or(When::Unclear, When::Said));
                typed.push(format!("{start} – {end}"));
            }
        }
        (typed.join(", "), self.beside_title(said))
    }

    /// Below a title of an academic year, other days than its own are in doubt: `2023/24` may be meant as it says.
    fn beside_title(&self, said: When) -> When {
        let academic = |title: &Period| (title.start().ymd().1, title.end().ymd().1) == (9, 8);
        match (said, self.period.filter(academic)) {
            (When::Said(own), Some(title)) if own.start() < title.start() || own.end() > title.end() => When::Unclear,
            _ => said,
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
        let columns = &self.sheet.columns;
        // A heading that names another year than the row leaves it open which is meant.
        let differs = |at: &usize| columns[*at].period.is_some_and(|own| said.period().is_some_and(|said| said != own));
        let unclear = said == When::Unclear && figures.iter().any(|at| columns[*at].period.is_none());
        if unclear || figures.iter().any(differs) {
            notes.find("period-not-recognised", row, "", when);
            return notes.set_aside(Reason::NoPeriod);
        }
        let whose = whose.unwrap_or_else(|| self.numbers.name(TypedName::default(), &mut self.table));
        let further = self.further.take(record);
        let silent = self.replies.iter().map(|at| cell_text(record.cell(*at))).find(|cell| cells::says_nothing(cell));
        let silent = silent.map(|cell| self.numbers.wording(&cell, &mut self.table));
        for at in figures {
            let wording = self.numbers.wording(&cell_text(record.cell(*at)), &mut self.table);
            let period = columns[*at].period.or(row_period);
            let column = Rc::from(columns[*at].heading.as_str());
            let what = What::Column(*at);
            self.pending.push(Pending { row, name: whose, wording, period, what, column, further, silent });
        }
        for (at, column) in columns.iter().enumerate() {
            let Kind::Share(Some(share)) = column.phrase.kind else { continue };
            let printed = cell_text(record.cell(at)).into_owned();
            let Some(cohort) = column.cohort.filter(|_| !printed.is_empty() && column.phrase.is_plain()) else {
                continue;
            };
            let period = column.period.or(row_period);
            let column = Rc::from(column.heading.as_str());
            self.table.shares.push(TypedShare { name: whose, period, cohort, share, printed, row, column });
        }
    }

    fn take_rows(&mut self, record: Record<'_>, name: Option<u32>, when: &str, said: When, notes: &mut Notes) {
        let Layout::Rows { cohort, measure, cells } = &self.layout else { return };
        let row = record.row;
        let text = |at: usize| cell_text(record.cell(at)).trim().to_owned();
        let (who, what) = (cohort.map_or(String::new(), text), text(*measure));
        let mut filled = false;
        // A cohort that stands only in the first of its rows, or a measure.
        let (who, what) = if what.is_empty() && !self.above.measure.is_empty() {
            filled = true;
            (if who.is_empty() { self.above.cohort.clone() } else { who }, self.above.measure.clone())
        } else if who.is_empty() && !self.above.cohort.is_empty() && !Phrases::names_group(&what) {
            filled = true;
            (self.above.cohort.clone(), what)
        } else {
            (who, what)
        };
        let filled_period = if said == When::Blank { self.above.period } else { None };
        filled |= filled_period.is_some();
        let row_period = if said == When::Blank { filled_period.or(self.period) } else { said.period() };
        let unit = self.about.unit.map(text).unwrap_or_default();
        let phrase = self.phrases.number(&format!("{who} {what}"), &unit);
        let own = self.phrases.period(phrase);
        let differs = |period: Option<Period>| {
            let known: BTreeSet<Period> = [said.period(), own, period].into_iter().flatten().collect();
            known.len() > 1
        };
        let needs = own.is_none() && cells.iter().any(|cell| cell.period.is_none());
        if said == When::Unclear && needs || cells.iter().all(|cell| differs(cell.period)) {
            self.above.forget();
            notes.find("period-not-recognised", row, "", when);
            return notes.set_aside(Reason::NoPeriod);
        }
        let place = |whose: u32| (whose, own.or(row_period), Some(phrase));
        let filled_name =
            if name.is_none() { self.above.name.filter(|above| !self.above.has_said(place(*above))) } else { None };
        filled |= filled_name.is_some();
        let across = cells.iter().any(|cell| cell.authority.is_some());
        if filled && !across {
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
        let further = self.further.take(record);
        self.headed.resize(cells.len(), None);
        for (cell, headed) in cells.iter().zip(&mut self.headed) {
            if differs(cell.period) {
                continue;
            }
            let name = match &cell.authority {
                None => whose,
                Some(name) => *headed.get_or_insert_with(|| {
                    let typed = TypedName { code: String::new(), name: name.clone() };
                    self.numbers.name(typed, &mut self.table)
                }),
            };
            let wording = self.numbers.wording(&cell_text(record.cell(cell.at)), &mut self.table);
            let period = cell.period.or(own).or(row_period);
            let column = Rc::clone(&cell.name);
            let what = What::Phrase(phrase);
            self.pending.push(Pending { row, name, wording, period, what, column, further, silent: None });
        }
    }
}

/// Whether the cells of a column say that an authority did not reply: `Status`, `Outcome of request`.
fn says_of_replies(column: &Column) -> bool {
    let text = column.heading.to_ascii_lowercase();
    column.phrase.kind == Kind::Aside
        && ["status", "outcome", "reply", "response"].iter().any(|word| text.contains(word))
        || column.phrase.kind == Kind::Role(Role::Value)
}
