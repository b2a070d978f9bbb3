//! Keeps account of every row: each is used, or set aside with its reason, and none is lost.

use crate::care::Years;
use crate::checks::rules;
use crate::order::Ordered;
use crate::read::{Note, Notes, ReadFile};
use crate::report::{
    CollectionYear, FileEntry, FileKind, Finding, FindingRow, Problem, Reason, Report, SetAside, YearFrom,
};
use missing_rows::NAME_JOINT;

/// The account of the rows of one report. Files are identified by their index.
#[derive(Clone, Debug)]
pub(crate) struct Ledger {
    entries: Vec<FileEntry>,
    notes: Vec<Notes>,
    /// Files from which nothing is taken, although their rows were read and may be set aside for reasons of their own.
    says_nothing: Vec<usize>,
}

impl Ledger {
    pub(crate) fn new(files: &[&ReadFile]) -> Self {
        Self {
            entries: files.iter().map(|f| f.entry.clone()).collect(),
            notes: files.iter().map(|f| f.notes.clone()).collect(),
            says_nothing: Vec::new(),
        }
    }

    /// Sets rows of a file aside.
    pub(crate) fn set_aside(&mut self, file: usize, reason: Reason, rows: u64) {
        self.notes[file].set_aside_rows(reason, rows);
    }

    /// Takes back rows that were set aside for a reason.
    pub(crate) fn take_back(&mut self, file: usize, reason: Reason, rows: u64) {
        if let Some((_, aside)) = self.notes[file].set_aside.iter_mut().find(|(other, _)| *other == reason) {
            *aside = aside.saturating_sub(rows);
        }
        self.notes[file].set_aside.retain(|(_, rows)| *rows > 0);
    }

    /// Sets aside all rows of a file that are not set aside yet.
    pub(crate) fn set_aside_rest(&mut self, file: usize, reason: Reason) {
        let notes = &mut self.notes[file];
        let rest = notes.rows.saturating_sub(notes.rows_set_aside());
        notes.set_aside_rows(reason, rest);
    }

    /// Sets a whole file aside.
    pub(crate) fn refuse(&mut self, file: usize, problem: Problem) {
        self.notes[file].refuse();
        self.notes[file].findings.clear();
        self.entries[file].problem = Some(problem);
    }

    /// Takes a sheet beside a work list for a part of the same workbook: it is not needed, and nothing is wrong with it.
    pub(crate) fn are_beside(&mut self, sheets: &[(usize, FileKind)]) {
        for (file, kind) in sheets {
            let notes = &mut self.notes[*file];
            notes.set_aside.clear();
            notes.set_aside_rows(Reason::ModuleNotNeeded, notes.rows);
            let entry = &mut self.entries[*file];
            (entry.kind, entry.problem) = (*kind, None);
        }
    }

    /// Takes a file for an earlier version of others: none of its rows counts, and nothing in it is a finding.
    pub(crate) fn is_earlier_version(&mut self, file: usize) {
        let notes = &mut self.notes[file];
        notes.findings.clear();
        notes.set_aside.clear();
        notes.set_aside_rows(Reason::EarlierVersion, notes.rows);
    }

    /// Notes what is wrong with a file whose rows are set aside one by one.
    pub(crate) fn problem(&mut self, file: usize, problem: Problem) {
        self.entries[file].problem.get_or_insert(problem);
    }

    /// Notes why nothing is taken from a file whose rows were read.
    pub(crate) fn says_nothing(&mut self, file: usize, problem: Problem) {
        self.problem(file, problem);
        self.says_nothing.push(file);
    }

    /// Notes that a file has no rows because there was nobody to write down, as a person says.
    pub(crate) fn said_empty(&mut self, file: usize) {
        self.entries[file].problem = None;
        self.entries[file].said_empty = true;
    }

    /// Notes the collection year of each file of a return.
    pub(crate) fn years(&mut self, years: &Years) {
        for (index, entry) in self.entries.iter_mut().enumerate() {
            entry.collection_year = years.of.get(&index).map(|dated| CollectionYear {
                year: dated.year,
                asked: dated.from == YearFrom::Person,
                from: dated.from,
                certain: dated.certain,
            });
        }
    }

    /// What is known about each file.
    pub(crate) fn entries(&self) -> &[FileEntry] {
        &self.entries
    }

    /// Notes that a cell breaks a rule.
    pub(crate) fn find(&mut self, file: usize, rule: &'static str, row: u64, column: &str, value: &str) {
        self.notes[file].find(rule, row, column, value);
    }

    /// Notes that a name is not recognised, and the names that it could mean.
    pub(crate) fn find_suggesting(
        &mut self,
        file: usize,
        rule: &'static str,
        row: u64,
        value: &str,
        suggestions: Vec<String>,
    ) {
        self.notes[file].find_suggesting(rule, row, "", value.as_bytes(), suggestions);
    }

    /// The names of the files.
    pub(crate) fn names(&self) -> Vec<String> {
        self.entries.iter().map(|entry| entry.name.clone()).collect()
    }

    /// How many of the rows noted so far break a rule.
    pub(crate) fn found(&self, rule: &str) -> u64 {
        let noted = self.notes.iter().flat_map(|notes| &notes.findings).filter(|(broken, _)| *broken == rule);
        noted.map(|(_, noted)| noted.count).sum()
    }

    /// The noted rows that break a rule, as far as they are kept, and how many more there are.
    pub(crate) fn noted(&self, rule: &str) -> (Vec<FindingRow>, u64) {
        let (mut rows, mut more) = (Vec::new(), 0);
        for (entry, notes) in self.entries.iter().zip(&self.notes) {
            for (_, noted) in notes.findings.iter().filter(|(broken, _)| *broken == rule) {
                rows.extend(noted.rows.iter().map(|note| row_of(entry, note, rule == OF_OTHER_SHEET)));
                more += noted.count - noted.rows.len() as u64;
            }
        }
        (rows, more)
    }

    /// Writes the account into the report.
    pub(crate) fn close(mut self, report: &mut Report) {
        for file in std::mem::take(&mut self.says_nothing) {
            self.set_aside_rest(file, Reason::FileNotUsed);
        }
        for rule in rules() {
            for (entry, notes) in self.entries.iter().zip(&self.notes) {
                let Some((_, noted)) = notes.findings.iter().find(|(broken, _)| *broken == rule.code) else { continue };
                let mut finding = |table: String, count, rows| {
                    report.findings.push(Finding { rule: rule.code, severity: rule.severity, table, count, rows });
                };
                let of_other_sheet = rule.code == OF_OTHER_SHEET;
                let rows: Vec<FindingRow> = noted.rows.iter().map(|note| row_of(entry, note, of_other_sheet)).collect();
                if of_other_sheet {
                    for row in rows {
                        finding(row.file.clone(), 1, vec![row]);
                    }
                } else {
                    finding(entry.name.clone(), noted.count, rows);
                }
            }
        }
        report.findings.order_by(|a, b| (a.severity, a.rule, &a.table).cmp(&(b.severity, b.rule, &b.table)));
        for (file_index, (mut entry, notes)) in self.entries.into_iter().zip(self.notes).enumerate() {
            entry.rows_set_aside = notes.rows_set_aside().into();
            entry.rows_used = notes.rows.saturating_sub(notes.rows_set_aside()).into();
            for (reason, count) in notes.set_aside {
                report.set_aside.push(SetAside { file: entry.name.clone(), file_index, reason, count });
            }
            report.files.push(entry);
        }
    }
}

/// What is said of a sheet with the first table of its workbook, because it has none of its own.
const OF_OTHER_SHEET: &str = "sheet-without-table";

/// A row that was noted, as a report lists it.
fn row_of(entry: &FileEntry, note: &Note, of_other_sheet: bool) -> FindingRow {
    let filled = |text: &String| (!text.is_empty()).then(|| text.clone());
    let book = entry.name.rsplit_once(NAME_JOINT).filter(|_| of_other_sheet);
    FindingRow {
        file: book.map_or_else(|| entry.name.clone(), |(book, _)| [book, NAME_JOINT, &note.value].concat()),
        row: note.row,
        column: filled(&note.column),
        value: filled(&note.value).filter(|_| !of_other_sheet),
        suggestions: note.suggestions.clone(),
        child: None,
        cells: Vec::new(),
        against: None,
    }
}
