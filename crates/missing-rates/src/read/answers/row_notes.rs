//! Notes what the columns beside answers say about them: notes, and how far the answers have come.

use missing_rows::Record;

use super::AnswersReader;
use super::cells::Replies;
use super::layout::Layout;
use super::remarks::{Counted, Said};
use super::row_period::When;
use crate::answer::{Answer, Withheld, read};
use crate::cohort::Count;
use crate::read::heading::{
    Kind, Phrase, counts_incidents, figure, incidents_in_note, is_address, is_note_understood, limits_of_line,
};
use crate::read::notes::Notes;
use crate::read::text::cell_text;
use crate::read::when::day_of;

impl AnswersReader {
    /// The headings are there again. Below a text they are those of another table, which may be of another authority.
    pub(in crate::read) fn repeats_headings(&mut self) {
        self.ended |= self.sheet.authority.is_some() && self.sections.end_at_headings();
    }

    /// Notes what notes beside answers say about them.
    pub(super) fn note_remarks(
        &self,
        record: Record<'_>,
        said: When,
        (words, holding): (&[usize], &[usize]),
        notes: &mut Notes,
    ) {
        let phrases: Vec<Phrase> = match &self.layout {
            // The words of the row say who and what is counted.
            Layout::Rows { .. } => {
                let text: Vec<_> = words.iter().map(|at| cell_text(record.cell(*at))).collect();
                vec![figure(&text.join(" "))]
            }
            _ => Vec::new(),
        };
        let columns = || holding.iter().filter_map(|at| self.sheet.columns.get(*at));
        let incidents = |phrase: &Phrase| matches!(phrase.count, Count::MissingIncidents | Count::AwayIncidents);
        let counted = Counted {
            incidents: self.sheet.has_incidents() || phrases.iter().any(incidents),
            shares: self.sheet.columns.iter().any(|column| matches!(column.phrase.kind, Kind::Share(_))),
            cohorts: columns()
                .filter_map(|column| column.cohort)
                .chain(phrases.iter().filter_map(|of| of.group))
                .collect(),
            periods: said.period().map_or_else(
                || columns().filter_map(|column| column.period).chain(self.period).collect(),
                |period| vec![period],
            ),
        };
        let part = |(at, of): &(usize, Replies)| of.says_part(&cell_text(record.cell(*at)));
        if let Some((at, _)) = self.replies.iter().find(|one| part(one)) {
            let heading = self.sheet.columns.get(*at).map_or("", |column| &column.heading);
            let said = format!("{heading}: {}", cell_text(record.cell(*at)).trim());
            notes.find("note-speaks-against", record.row, "", said);
        }
        match self.remarks.said(record, &counted, holding) {
            Some(Said::Against(note)) => notes.find("note-speaks-against", record.row, "", note),
            Some(Said::NotUnderstood(note)) => notes.find("words-not-read", record.row, "", note),
            None => {}
        }
    }

    /// Whether what is to the right of the last heading is a note that is understood: `link`. Cells that a comma has moved end with a
    /// figure, if the last heading is that of one.
    pub(super) fn has_note_beside(&self, record: Record<'_>, notes: &mut Notes) -> bool {
        let width = self.width();
        let is_answer = |text: &str| !matches!(read(text), Answer::Withheld { reason: Withheld::NotUnderstood });
        let is_note = |cell: &[u8]| {
            let text = cell_text(cell);
            // What a sign means has a sign that no number has.
            let is_key = is_note_understood(&text) && text.contains('=');
            let words = || {
                let limits = !limits_of_line(&text).is_empty() || counts_incidents(&text).is_some();
                !text.contains(|c: char| c.is_ascii_digit())
                    && (is_note_understood(&text) || text.contains(char::is_alphabetic) && !limits)
                    && incidents_in_note(&text).is_none()
            };
            text.trim().is_empty() || is_address(&text) || (is_key || words()) && !is_answer(&text)
        };
        // Cells that a comma has moved end with a figure below the last heading.
        let last = cell_text(record.cell(width.saturating_sub(1))).trim().to_owned();
        let moved =
            || last.starts_with(|c: char| c.is_ascii_digit()) && day_of(&last, false).is_none() || is_answer(&last);
        let fits = width > 0 && (self.layout.holds(width - 1) || !moved());
        let is_note = fits && record.cells().skip(width).all(is_note);
        if is_note {
            let unread = |text: &String| !is_note_understood(text);
            if let Some(text) = record.cells().skip(width).map(|cell| cell_text(cell).trim().to_owned()).find(unread) {
                notes.find("words-not-read", record.row, "", text);
            }
        }
        is_note
    }
}
