//! Turns answers as they are in rows into answers to questions: which figure each one is, which are parts of one
//! figure, and which say something other than their heading asks.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::breakdown::RowOutcome;
use super::cells::{Together, against_heading, beside, unit_fits};
use super::layout::Layout;
use super::notes_below::Ended;
use super::pending::{Pending, What};
use super::{AnswersReader, AnswersTable, TypedCell};
use crate::read::year_named::year_said;
use missing_rows::Record;

use crate::cohort::{Cohort, Count, Part};
use crate::order::Ordered;
use crate::period::Period;
use crate::read::heading::{
    Against, Kind, counts_incidents, incidents_in_note, limits_of_line, names_away, names_whom, units_in_note,
    year_in_note,
};
use crate::read::notes::Notes;
use crate::read::sheet::Sheet;
use crate::read::text::cell_text;
use crate::read::told::{Told, not_understood, other_days, speaking_against};
use crate::report::{ColumnRead, ColumnState, Reason};

/// The highest number of questions from rows that are listed beside the columns.
const LISTED: usize = 200;

/// A figure, and which part of it.
type Figure = (Cohort, Count, Option<Part>);

/// An answer, and the figure that it belongs to.
struct Placed {
    cell: TypedCell,
    part: Option<Part>,
    added: bool,
    silent: Option<u32>,
    denied: bool,
}

impl AnswersReader {
    /// The answers, and how each column was read.
    pub(in crate::read) fn finish(mut self, notes: &mut Notes) -> (AnswersTable, Vec<ColumnRead>) {
        let pending = std::mem::take(&mut self.pending);
        let pending = self.without_spans(pending, notes);
        self.take_notes_below(&pending, notes);
        let rows = self.phrases_read();
        let (asked, unread) = self.further.asked(&pending);
        for (at, value) in unread {
            let heading = self.sheet.columns.get(at).map_or("", |column| column.heading.trim());
            notes.find("words-not-read", 0, "", format!("{heading}: {value}"));
        }
        for at in &asked {
            let column = &mut self.sheet.columns[*at];
            column.state = ColumnState::Breakdown;
            column.words.clear();
        }
        self.doubted.settle(&mut self.sheet, &self.about);
        let mut placed = self.placed(pending, &rows, !asked.is_empty(), notes);
        self.doubt(&mut placed);
        let by_rows = matches!(self.layout, Layout::Rows { .. });
        self.add_up(placed, by_rows, notes);
        let of_title = |cell: &TypedCell| Some(cell.cohort) == self.sheet.group && !names_whom(&cell.column);
        if let Some(cell) = self.table.cells.iter().find(|cell| of_title(cell)).filter(|_| self.sheet.group.is_some()) {
            notes.find("group-from-title", 0, &cell.column, "");
        }
        let first = self.sections.titled.as_ref().or(self.sheet.authority.as_ref());
        if let Some(name) = first.filter(|_| !self.table.cells.is_empty()) {
            notes.find("authority-from-name", 0, "", name);
        }
        let columns = self.listed(&rows);
        self.table.years = std::mem::take(&mut self.years);
        (self.table, columns)
    }

    /// How the words about who and what is counted are read.
    fn phrases_read(&self) -> Sheet {
        let mut rows = Sheet::of_rows(self.phrases.list.iter().map(|(text, _)| text.as_str()));
        rows.counts_incidents(&self.sheet.incidents);
        rows.group = self.sheet.group;
        rows.grouped();
        rows.told(self.sheet.told.clone());
        rows.limited_by(self.sheet.limits.clone());
        rows
    }

    fn placed(&self, pending: Vec<Pending>, rows: &Sheet, parted: bool, notes: &mut Notes) -> Vec<Placed> {
        let row_outcomes = self.further.row_outcomes();
        let mut placed = Vec::with_capacity(pending.len());
        let mut aside: BTreeMap<u64, Reason> = BTreeMap::new();
        let mut used: BTreeSet<u64> = BTreeSet::new();
        for one in pending {
            let outcome = row_outcomes.get(one.further as usize).unwrap_or(&RowOutcome::Kept);
            if parted || matches!(outcome, RowOutcome::LeftOut) {
                aside.insert(one.row, Reason::PartOfAnswers);
                continue;
            }
            match self.figure(one.what, one.period, rows) {
                Ok((cohort, count, part)) => {
                    used.insert(one.row);
                    let Pending { row, name, wording, period, column, silent, denied, .. } = one;
                    let cell = TypedCell { name, wording, period, cohort, count, row, column };
                    placed.push(Placed { cell, part, added: matches!(outcome, RowOutcome::Added), silent, denied });
                }
                Err((reason, words)) => {
                    if aside.insert(one.row, reason).is_none() && reason == Reason::MeasureNotRecognised {
                        notes.find("measure-not-recognised", one.row, "", words);
                    }
                }
            }
        }
        for (row, reason) in aside {
            if !used.contains(&row) {
                notes.set_aside(reason);
            }
        }
        placed
    }

    /// The figure that a heading or the words of a row name. If they name none, the reason and the words.
    fn figure(&self, what: What, period: Option<Period>, rows: &Sheet) -> Result<Figure, (Reason, String)> {
        let column = match what {
            What::Column(at) => self.sheet.columns.get(at),
            What::Phrase(number) => rows.columns.get(number as usize),
        };
        let Some(column) = column else { return Err((Reason::MeasureNotRecognised, String::new())) };
        let words = || column.heading.clone();
        if matches!(column.phrase.kind, Kind::Share(_) | Kind::Average) {
            return Err((Reason::PublishedShare, words()));
        }
        let last = period.map(|period| period.end().ymd()).map(|(_, month, day)| (month, day));
        if column.phrase.ends.is_some_and(|day| last.is_some_and(|last| last != day)) {
            return Err((Reason::MeasureNotRecognised, words()));
        }
        let (cohort, count) = column.figure().ok_or_else(|| (Reason::MeasureNotRecognised, words()))?;
        if let What::Phrase(number) = what
            && let Some((_, unit)) = self.phrases.list.get(number as usize)
            && !unit_fits(unit, count)
        {
            return Err((Reason::MeasureNotRecognised, format!("{} ({unit})", column.heading)));
        }
        Ok((cohort, count, column.part))
    }

    /// Marks answers that say something other than their heading asks as not understood.
    fn doubt(&mut self, placed: &mut [Placed]) {
        // An answer is beside others in its row. If each figure has a row, it is beside others of the same period.
        let by_row = matches!(self.layout, Layout::Wide(_));
        let place = |cell: &TypedCell| (by_row.then_some(cell.row), cell.name, cell.period, cell.cohort);
        let mut together: BTreeMap<_, Together> = BTreeMap::new();
        for one in placed.iter() {
            let (cell, text) = (&one.cell, &self.table.wordings[one.cell.wording as usize]);
            // What is about another figure is not an answer to this one.
            let text = if against_heading(text, cell.cohort, cell.count).is_some() { "" } else { text };
            together.entry(place(cell)).or_default().take(cell.count, cell.wording, text);
        }
        for one in placed.iter_mut() {
            let cell = &one.cell;
            let text = Rc::clone(&self.table.wordings[cell.wording as usize]);
            let other = together.get(&place(cell)).and_then(|of| of.silent_beside(cell.count)).or(one.silent);
            let taken = against_heading(&text, cell.cohort, cell.count)
                .or_else(|| beside(&text, &self.table.wordings[other? as usize], one.denied));
            if let Some(taken) = taken {
                one.cell.wording = self.numbers.wording(&taken, &mut self.table);
            }
        }
    }

    /// Adds up the parts of figures: identified and suspected children, and rows that a person said are parts.
    fn add_up(&mut self, placed: Vec<Placed>, by_rows: bool, notes: &mut Notes) {
        let key = |one: &Placed| {
            let cell = &one.cell;
            let row = (!by_rows && !one.added).then_some(cell.row);
            (row, cell.name, cell.period, cell.cohort, cell.count)
        };
        let mut sums: BTreeMap<_, Vec<Placed>> = BTreeMap::new();
        for one in placed {
            if one.part.is_none() && !one.added {
                self.table.cells.push(one.cell);
            } else {
                sums.entry(key(&one)).or_default().push(one);
            }
        }
        for parts in sums.into_values() {
            let has = |part: Part| parts.iter().any(|one| one.part == Some(part));
            let (identified, suspected) = (has(Part::Identified), has(Part::Suspected));
            let mut terms: Vec<u32> = parts.iter().map(|one| one.cell.wording).collect();
            if identified != suspected {
                // The other part was not asked for here, or its row is missing: nothing says how many it is.
                terms.push(self.numbers.wording("", &mut self.table));
            }
            let Some(first) = parts.first() else { continue };
            let mut columns: Vec<&str> = parts.iter().map(|one| &*one.cell.column).collect();
            columns.dedup();
            let mut cell = first.cell.clone();
            cell.column = Rc::from(columns.join(" + "));
            if terms.len() > 1 {
                let texts: Vec<&str> = terms.iter().map(|at| &*self.table.wordings[*at as usize]).collect();
                let shown =
                    texts.iter().map(|text| if text.is_empty() { "–" } else { *text }).collect::<Vec<_>>().join(" + ");
                if texts.iter().any(|text| !text.is_empty()) {
                    notes.find("parts-added", cell.row, &cell.column, &shown);
                }
                cell.wording = self.numbers.wording(&shown, &mut self.table);
                self.table.sums.insert(cell.wording, terms);
            }
            self.table.cells.push(cell);
        }
        self.table.cells.order_by_key(|cell| cell.row);
    }

    /// How each column was read, and what the rows of a long table say.
    fn listed(&self, rows: &Sheet) -> Vec<ColumnRead> {
        let mut listed = self.sheet.listed();
        for (column, examples) in listed.iter_mut().zip(&self.examples) {
            column.examples.clone_from(examples);
        }
        if let Layout::Rows { measure, cells, .. } = &self.layout {
            for cell in cells {
                "answer".clone_into(&mut listed[cell.at].read_as);
            }
            "measure".clone_into(&mut listed[*measure].read_as);
            let column = *measure as u64 + 1;
            listed.extend(rows.listed().into_iter().take(LISTED).map(|row| ColumnRead { column, ..row }));
        }
        let is_filled = |column: &ColumnRead| {
            let at = usize::try_from(column.column).ok().and_then(|column| column.checked_sub(1));
            at.and_then(|at| self.filled.get(at)).is_some_and(|filled| *filled)
        };
        listed.retain(|column| !(column.heading.trim().is_empty() && !is_filled(column) && !column.used));
        listed
    }
}

impl AnswersReader {
    /// A heading right of the table without anything below it is a note about the table.
    fn take_notes_beside(&mut self) {
        let used = self.sheet.columns.iter().rposition(|column| column.state == ColumnState::Used);
        let right = used.map_or(0, |at| at + 1);
        let left = self.naming().min().unwrap_or_default();
        let columns = self.sheet.columns.iter().enumerate();
        let empty = columns.filter(|(at, _)| self.filled.get(*at) == Some(&false));
        // A word alone to the right may be a column that nobody filled in.
        let is_note = |at: usize, heading: &str| at < left || at >= right && heading.contains(char::is_whitespace);
        let texts = empty.map(|(at, column)| (at, column.heading.trim())).filter(|(at, text)| is_note(*at, text));
        let texts: Vec<String> = texts.map(|(_, text)| text.to_owned()).filter(|text| !text.is_empty()).collect();
        for text in texts {
            self.notes_below.say(text);
        }
    }

    /// Takes what is said beside the sheet, as in a text box.
    pub(in crate::read) fn say(&mut self, text: String) {
        self.notes_below.say_outside(text);
    }

    /// Takes what is left of the names without a heading: it is a note about the table.
    pub(super) fn take_left(&mut self, record: &Record<'_>) {
        let left = self.naming().min().unwrap_or_default();
        for at in 0..left {
            let is_bare = self.sheet.columns.get(at).is_some_and(|column| column.heading.trim().is_empty());
            let text = || cell_text(record.cell(at)).trim().to_owned();
            if let Some(text) = is_bare.then(text).filter(|text| text.contains(char::is_alphabetic)) {
                self.notes_below.say(text);
            }
        }
    }

    /// Asks about figures that notes below them make less of, or say to be about others.
    fn take_notes_below(&mut self, pending: &[Pending], found: &mut Notes) {
        self.take_notes_beside();
        let Ended { texts: notes, last, said, rows: of_last } = std::mem::take(&mut self.notes_below).finish();
        // What seemed to be another table was notes.
        found.set_aside_instead(Reason::OtherHeadings, Reason::EmptyRow, of_last);
        let shares = self.sheet.columns.iter().any(|column| matches!(column.phrase.kind, Kind::Share(_)));
        let texts = || notes.iter().chain(&last);
        let mut words: BTreeSet<String> = texts().flat_map(|text| limits_of_line(text)).collect();
        words.extend(texts().filter_map(|text| units_in_note(text, shares)));
        let incidents: Vec<String> = last.iter().filter_map(|text| counts_incidents(text)).collect();
        self.sheet.counts_incidents(&incidents);
        if !self.sheet.has_incidents() {
            words.extend(texts().filter_map(|text| incidents_in_note(text)));
        }
        let told = notes.iter().filter_map(|text| Told::note(text, false));
        let told = told.chain(last.iter().filter_map(|text| Told::note(text, true)));
        let told: Vec<Told> = self.sheet.told.iter().cloned().chain(told).collect();
        let rows: BTreeSet<Period> = pending.iter().filter_map(|one| one.period).collect();
        let rows: Vec<Period> = rows.into_iter().collect();
        // About a year that a title names, where no row says its own, one question is enough.
        let asked = |text: &&str| rows.is_empty() && self.years.iter().any(|named| named.text.starts_with(text));
        words.extend(other_days(&told, &rows).into_iter().filter(|text| !asked(text)).map(str::to_owned));
        if rows.is_empty() {
            self.years.extend(texts().filter_map(|text| year_in_note(text)));
            self.years
                .extend(said.iter().filter(|text| year_in_note(text).is_none()).filter_map(|text| year_said(text)));
        }
        let counts = Against {
            incidents: self.sheet.has_incidents(),
            away: self.sheet.columns.iter().any(|column| names_away(&column.heading)),
            ..Against::default()
        };
        if !self.sheet.titles_seen {
            let texts: BTreeSet<&str> = speaking_against(&told, &rows, counts).into_iter().collect();
            for text in texts {
                found.find("title-speaks-against", 0, "", text);
            }
            let texts: BTreeSet<&str> = not_understood(&told).collect();
            for text in texts {
                found.find("words-not-read", 0, "", text);
            }
        }
        self.sheet.told(told);
        if !words.is_empty() {
            let limits = self.sheet.limits.iter().cloned().chain(words).collect();
            self.sheet.limited_by(limits);
        }
    }
}
