//! Reads answers of authorities to a request: one column for each figure, one row for each figure, or years or
//! authorities in columns. This goes from rows to answers as they were typed. It does not decide what a heading means.

mod above;
mod below;
mod breakdown;
mod cells;
mod dated;
mod doubted;
mod layout;
mod notes_below;
mod pending;
mod remarks;
mod replies;
mod row_days;
mod row_notes;
mod row_period;
mod rows;
mod sections;
mod settle;
mod spans;
mod table;
mod tidy;
mod who;
mod wide;

use std::collections::BTreeMap;

use missing_rows::Record;

use super::heading::{Kind, NamedYear, Role, is_note_understood, is_span_of_years};
use super::notes::Notes;
use super::sheet::Sheet;
use super::shown::example;
use super::text::cell_text;
use super::told::Told;
use crate::cohort::Cohort;
use crate::period::Period;
use crate::report::{ColumnRead, Problem, Reason};
use above::Above;
use below::{Begins, Dated, alone, begins};
use breakdown::Further;
use cells::Replies;
pub(crate) use cells::as_typed;
use doubted::Doubted;
use layout::name_two;
pub(super) use layout::names_authority;
use layout::{About, Layout};
use notes_below::NotesBelow;
use pending::{Pending, Phrases};
pub(crate) use remarks::Remark;
use remarks::Remarks;
use replies::says_of_replies;
use sections::Sections;
use table::Numbers;
pub(crate) use table::{AnswersTable, TypedCell, TypedName};
use tidy::{Tidy, add};
pub(super) use who::{Unknown, who};

/// How many cells of a column are shown as examples.
const EXAMPLES: usize = 3;
/// How many rows are looked at for examples.
const LOOKED_AT: u8 = 24;

/// Reads a table of answers row by row.
#[derive(Debug)]
pub(super) struct AnswersReader {
    sheet: Sheet,
    about: About,
    layout: Layout,
    /// The period of rows that do not give theirs.
    period: Option<Period>,
    above: Above,
    further: Further,
    /// Columns whose cells say whether there is a reply at all.
    replies: Vec<(usize, Replies)>,
    remarks: Remarks,
    doubted: Doubted,
    notes_below: NotesBelow,
    /// The years that titles and names give, where they do not give the period.
    years: Vec<NamedYear>,
    /// Whether the period is that of a row above, which is a year alone.
    dated_above: bool,
    /// Whether another table has begun below the rows, and nothing more is read.
    ended: bool,
    sections: Sections,
    /// Spans of years, as rows have them.
    spans: BTreeMap<u64, String>,
    numbers: Numbers,
    phrases: Phrases,
    pending: Vec<Pending>,
    /// The numbers of the authorities that head columns.
    headed: Vec<Option<u32>>,
    examples: Vec<Vec<String>>,
    /// How many rows were looked at for them.
    looked_at: u8,
    /// Which columns have a cell that is not empty.
    filled: Vec<bool>,
    table: AnswersTable,
}

/// A row that is the header of a table of answers, or nearly one.
pub(super) enum Header {
    Read(Box<AnswersReader>),
    /// It is a header, but something is missing or in doubt.
    Not(Problem, Vec<ColumnRead>),
}

impl AnswersReader {
    /// Recognises a table of answers by its header row. `period` is what the rest of the file says about its period.
    ///
    /// `None` if it is not a table of answers.
    pub(super) fn recognise(mut sheet: Sheet, period: Option<Period>) -> Option<Header> {
        let cells: Vec<String> = sheet.columns.iter().map(|column| column.heading.clone()).collect();
        let (mut about, across) = About::beside_years(&mut sheet);
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
            // Rows about children are not answers of authorities.
            let figure = sheet.columns.iter().any(|column| matches!(column.phrase.kind, Kind::Figure));
            return (figure && named).then(|| Header::Not(Problem::unknown_columns(cells), sheet.listed()));
        }
        let Some(layout) = layout else {
            // There are figures that were not understood or not used, beside a column of authorities: a person decides.
            let figures = sheet.columns.iter().any(|column| matches!(column.phrase.kind, Kind::Figure | Kind::Label));
            if across && !named {
                return Some(Header::Not(Problem::lacks_authority(cells), Vec::new()));
            }
            return (figures && filled > 1 && named)
                .then(|| Header::Not(Problem::unknown_columns(cells), sheet.listed()));
        };
        let by_title = !named && sheet.authority.is_some();
        let named = named || by_title;
        let heads = matches!(&layout, Layout::Rows { cells, .. } if cells.iter().any(|cell| cell.authority.is_some()));
        if about.authority.is_some() || about.code.is_some() || heads || matches!(layout, Layout::Tidy(_)) {
            sheet.authority = None;
        }
        // Below the name of an authority, so may a line with the words of a heading be.
        if by_title && !heads && filled < 2 {
            return None;
        }
        if !named && !heads {
            // One cell with the right words may be a sentence. A table has more than one.
            if matches!(&layout, Layout::Wide(figures) if figures.len() < 2) {
                return None;
            }
            return Some(Header::Not(Problem::lacks_authority(cells), sheet.listed()));
        }
        if heads {
            // Authorities are in columns, so a column headed as if it named authorities holds the questions.
            about.authority = None;
            about.code = None;
        }
        sheet.laid_out(&layout, &about);
        let further = Further::of(&sheet);
        let replies = sheet.columns.iter().enumerate().filter_map(says_of_replies);
        Some(Header::Read(Box::new(Self {
            replies: replies.collect(),
            remarks: Remarks::of(cells.iter().map(String::as_str)),
            examples: vec![Vec::new(); sheet.columns.len()],
            filled: vec![false; sheet.columns.len()],
            looked_at: 0,
            sheet,
            about,
            layout,
            period,
            above: Above::default(),
            further,
            doubted: Doubted::default(),
            notes_below: NotesBelow::default(),
            years: Vec::new(),
            dated_above: false,
            ended: false,
            sections: Sections::default(),
            spans: BTreeMap::new(),
            numbers: Numbers::default(),
            phrases: Phrases::default(),
            pending: Vec::new(),
            headed: Vec::new(),
            table: AnswersTable::default(),
        })))
    }

    /// Whether the period has to come from elsewhere, since the rows do not give it.
    pub(super) fn needs_period(&self) -> bool {
        let each = match &self.layout {
            Layout::Wide(figures) => figures.iter().all(|at| self.sheet.columns[*at].period.is_some()),
            Layout::Rows { cells, .. } => cells.iter().all(|cell| cell.period.is_some()),
            Layout::Tidy(_) => return false,
        };
        !self.about.says_when() && !each
    }

    /// Whether its first figures have no year, while others to their right do.
    pub(super) fn begins_without_year(&self) -> bool {
        let Layout::Wide(figures) = &self.layout else { return false };
        let mut dated = figures.iter().map(|at| self.sheet.columns[*at].period.is_some());
        !self.about.says_when() && dated.next() == Some(false) && dated.any(|dated| dated)
    }

    /// A person has to say what its columns are.
    pub(super) fn in_doubt(&self) -> Header {
        let mut columns = self.sheet.listed();
        for column in &mut columns {
            column.used = false;
        }
        let found = self.sheet.columns.iter().map(|column| column.heading.clone()).collect();
        Header::Not(Problem::unknown_columns(found), columns)
    }

    /// How much its headings say. Of two ways to read them, the one that says more is used.
    pub(super) fn says(&self) -> usize {
        match &self.layout {
            Layout::Wide(_) => self.sheet.says(),
            Layout::Rows { cohort, .. } => self.sheet.says() + 2 + usize::from(cohort.is_some()),
            // Nothing says more.
            Layout::Tidy(_) => usize::MAX,
        }
    }

    /// What titles say that the figures are about.
    pub(super) fn told(&self) -> &[Told] {
        &self.sheet.told
    }

    /// The group that titles name for figures that name none.
    pub(super) fn group(&self) -> Option<Cohort> {
        self.sheet.group
    }

    /// The authority that the name of the sheet is, if the rows name none.
    pub(super) fn of_sheet(&self) -> Option<&str> {
        self.sheet.authority.as_deref()
    }

    /// The words in titles that limit every figure.
    pub(super) fn limits(&self) -> &[String] {
        &self.sheet.limits
    }

    /// The number of columns up to the last heading.
    pub(super) fn width(&self) -> usize {
        self.sheet.columns.iter().rposition(|column| !column.heading.trim().is_empty()).map_or(0, |last| last + 1)
    }

    /// The columns that say which authority a row is about.
    pub(super) fn naming(&self) -> impl Iterator<Item = usize> + '_ {
        self.about.authority.into_iter().chain(self.about.code)
    }

    /// Takes a row. `beside` if it goes on to the right of the last heading.
    pub(super) fn take(&mut self, record: Record<'_>, beside: bool, notes: &mut Notes) {
        if let Layout::Tidy(tidy) = &mut self.layout {
            if beside {
                return set_beside(&record, notes);
            }
            if let Some(saved) = tidy.saved_as(&record) {
                notes.find("own-file", record.row, "", saved);
            }
            return match tidy.take(&record) {
                Ok(answer) => add(answer, record.row, (&mut self.numbers, &mut self.table)),
                Err(reason) => notes.set_aside(reason),
            };
        }
        if !self.ended && self.sections.begins(&record, &mut self.sheet.authority, notes) {
            self.above.forget();
            return notes.set_aside(Reason::EmptyRow);
        }
        let text = |at: Option<usize>| at.map_or(String::new(), |at| cell_text(record.cell(at)).trim().to_owned());
        let mut typed = TypedName { code: text(self.about.code), name: text(self.about.authority) };
        // If a second column names another authority, a person is asked, as they are about a code that disagrees.
        let other = self.about.also.iter().map(|at| text(Some(*at))).find(|other| name_two(&typed.name, other));
        typed.code = other.filter(|_| typed.code.is_empty()).unwrap_or(typed.code);
        let nameless = typed.name.is_empty() && typed.code.is_empty();
        let (words, holding): (Vec<usize>, Vec<usize>) = match &self.layout {
            Layout::Wide(figures) => (Vec::new(), figures.clone()),
            Layout::Rows { cohort, measure, cells } => {
                (cohort.iter().chain([measure]).copied().collect(), cells.iter().map(|cell| cell.at).collect())
            }
            Layout::Tidy(_) => return,
        };
        if self.is_of_another(&record, (&words, &holding), notes) {
            return;
        }
        let is_text = || alone(&record).is_some_and(|text| text.contains(char::is_alphabetic));
        let is_note = !names_authority(&typed.name)
            && (holding.iter().all(|at| record.cell(*at).is_empty()) || nameless && is_text());
        self.take_left(&record);
        if is_note {
            // A note below the table is about the whole table, in whatever column it is.
            self.notes_below.take(&record);
        }
        if nameless && words.iter().chain(&holding).all(|at| record.cell(*at).is_empty()) {
            self.above.forget();
            return notes.set_aside(Reason::EmptyRow);
        }
        // `Kind regards` below questions is no question.
        if is_note && !words.is_empty() && alone(&record).is_some_and(|text| is_note_understood(&text)) {
            self.above.forget();
            return notes.set_aside(Reason::EmptyRow);
        }
        if beside && !is_note && !self.has_note_beside(record, notes) {
            self.above.forget();
            return set_beside(&record, notes);
        }
        let of_sheet = self.sheet.authority.as_ref().filter(|_| holding.iter().any(|at| !record.cell(*at).is_empty()));
        let nameless = nameless && of_sheet.is_none();
        typed.name = of_sheet.cloned().unwrap_or(typed.name);
        self.above.begin(record.row);
        self.keep_examples(record);
        let answered = |at: &usize| record.cell(*at).iter().any(u8::is_ascii_digit);
        if let Some(remark) = self.remarks.of_row(record) {
            self.table.remarks.insert(record.row, remark);
        }
        let name = if nameless { None } else { Some(self.numbers.name(typed, &mut self.table)) };
        let (when, said) = self.when(record);
        self.doubted.period(&when, said);
        if said.period().is_some() && is_span_of_years(&when) {
            self.spans.insert(record.row, when.clone());
        }
        if holding.iter().any(answered) {
            self.sections.go_on();
            self.note_remarks(record, said, (&words, &holding), notes);
        }
        match self.layout {
            Layout::Wide(_) => self.take_wide(record, name, &when, said, notes),
            Layout::Rows { .. } => self.take_rows(record, name, &when, said, notes),
            Layout::Tidy(_) => {}
        }
    }

    /// Whether a row is of another table below this one, or its headings; then it is set aside.
    fn is_of_another(
        &mut self,
        record: &Record<'_>,
        (words, holding): (&[usize], &[usize]),
        notes: &mut Notes,
    ) -> bool {
        if !self.ended {
            let naming: Vec<usize> = self.naming().collect();
            let dated = Dated {
                asks: !self.about.says_when(),
                needs: self.needs_period(),
                period: self.period,
                above: self.dated_above,
                measures: words,
            };
            match begins(record, &self.sheet, holding, &naming, &dated) {
                Begins::Nothing => return false,
                Begins::Year(year, period) => {
                    notes.find("period-from-row", record.row, "", &year);
                    self.begin_year(year, period);
                    notes.set_aside(Reason::YearAlone);
                    return true;
                }
                Begins::TheSame => {
                    self.repeats_headings();
                    notes.set_aside(Reason::RepeatedHeader);
                    return true;
                }
                Begins::Another => self.ended = true,
            }
        }
        self.notes_below.take_last(record);
        if record.cells().any(|cell| cell.first().is_some_and(u8::is_ascii_digit)) {
            notes.find("below-other-headings", record.row, "", "");
        }
        notes.set_aside(Reason::OtherHeadings);
        true
    }

    fn keep_examples(&mut self, record: Record<'_>) {
        for (at, filled) in self.filled.iter_mut().enumerate().filter(|(_, filled)| !**filled) {
            *filled = !record.cell(at).is_empty();
        }
        if self.looked_at == LOOKED_AT {
            return;
        }
        self.looked_at += 1;
        for (at, examples) in self.examples.iter_mut().enumerate().filter(|(_, examples)| examples.len() < EXAMPLES) {
            let cell = record.cell(at);
            if !cell.is_empty() {
                examples.extend(example(&cell_text(cell)));
            }
        }
    }
}

/// Sets a row aside that goes on to the right of the last heading. Cells may have moved, as a comma in a number moves them.
fn set_beside(record: &Record<'_>, notes: &mut Notes) {
    notes.find("row-longer-than-headings", record.row, "", "");
    notes.set_aside(Reason::BesideHeadings);
}
