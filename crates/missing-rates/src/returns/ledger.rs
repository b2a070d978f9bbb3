//! What becomes of every row: each is used, or set aside with its reason, and never lost.

use std::collections::BTreeMap;

use crate::read::{Notes, ReadFile};
use crate::report::{FileEntry, Finding, FindingRow, Problem, Reason, Report, SetAside, Severity};

/// The books of one report. Files go by their index.
#[derive(Debug)]
pub(super) struct Ledger {
    entries: Vec<FileEntry>,
    notes: Vec<Notes>,
}

impl Ledger {
    pub(super) fn new(files: &[&ReadFile]) -> Self {
        Self {
            entries: files.iter().map(|f| f.entry.clone()).collect(),
            notes: files.iter().map(|f| f.notes.clone()).collect(),
        }
    }

    /// Sets rows of a file aside.
    pub(super) fn set_aside(&mut self, file: usize, reason: Reason, rows: u64) {
        if rows > 0 {
            *self.notes[file].set_aside.entry(reason).or_default() += rows;
        }
    }

    /// Sets a whole file aside.
    pub(super) fn refuse(&mut self, file: usize, problem: Problem) {
        let notes = &mut self.notes[file];
        notes.set_aside = BTreeMap::new();
        notes.findings = BTreeMap::new();
        if notes.rows > 0 {
            notes.set_aside.insert(Reason::FileNotUsed, notes.rows);
        }
        self.entries[file].problem = Some(problem);
    }

    /// Says what is wrong with a file whose rows are set aside one by one.
    pub(super) fn problem(&mut self, file: usize, problem: Problem) {
        self.entries[file].problem.get_or_insert(problem);
    }

    /// Notes that a cell breaks a rule.
    pub(super) fn find(&mut self, file: usize, rule: &str, row: u64, column: &str, value: &str) {
        self.notes[file].find(rule, row, column, value);
    }

    /// Writes the books into the report.
    pub(super) fn close(self, report: &mut Report) {
        let mut findings: BTreeMap<(String, String), Finding> = BTreeMap::new();
        for (mut entry, notes) in self.entries.into_iter().zip(self.notes) {
            entry.rows_set_aside = notes.rows_set_aside();
            entry.rows_used = entry.rows.saturating_sub(entry.rows_set_aside);
            for (reason, count) in &notes.set_aside {
                report.set_aside.push(SetAside { file: entry.name.clone(), reason: *reason, count: *count });
            }
            for (rule, noted) in notes.findings {
                let filled = |text: String| (!text.is_empty()).then_some(text);
                let mut rows: Vec<FindingRow> = noted
                    .rows
                    .into_iter()
                    .map(|note| FindingRow {
                        file: entry.name.clone(),
                        row: note.row,
                        column: filled(note.column),
                        value: filled(note.value),
                        suggestions: note.suggestions,
                    })
                    .collect();
                rows.sort();
                let key = (rule.clone(), entry.name.clone());
                let finding = findings.entry(key).or_insert_with(|| Finding {
                    severity: severity(&rule),
                    rule,
                    table: entry.name.clone(),
                    count: 0,
                    rows: Vec::new(),
                });
                finding.count += noted.count;
                finding.rows.extend(rows);
            }
            report.files.push(entry);
        }
        report.findings.extend(findings.into_values());
        report.findings.sort_by(|a, b| (a.severity, &a.rule, &a.table).cmp(&(b.severity, &b.rule, &b.table)));
    }
}

/// How much a rule matters: whether a figure could be wrong for it.
fn severity(rule: &str) -> Severity {
    match rule {
        "identical-rows" | "fewer-incidents-than-children" | "published-share-differs" => Severity::Warning,
        "period-from-name" => Severity::Note,
        _ => Severity::Error,
    }
}
