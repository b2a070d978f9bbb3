//! Notes what the columns beside answers say about them: notes, and how far the answers have come.

use missing_rows::Record;

use super::AnswersReader;
use super::cells::Replies;
use super::layout::Layout;
use super::remarks::{Counted, Said};
use super::row_period::When;
use crate::answer::{Answer, Withheld, read};
use crate::cohort::Count;
use crate::read::heading::{Kind, Phrase, figure, is_note_understood};
use crate::read::notes::Notes;
use crate::read::text::cell_text;

impl AnswersReader {
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
        match self.remarks.said(record, &counted) {
            Some(Said::Against(note)) => notes.find("note-speaks-against", record.row, "", note),
            Some(Said::NotUnderstood(note)) => notes.find("words-not-read", record.row, "", note),
            None => {}
        }
    }

    /// Whether what is to the right of the last heading is a note that is understood: `link`. Cells that a comma has moved end with a
    /// figure, if the last heading is that of one.
    pub(super) fn has_note_beside(&self, record: Record<'_>) -> bool {
        let width = self.width();
        let is_note = |cell: &[u8]| {
            let text = cell_text(cell);
            let is_answer = || !matches!(read(&text), Answer::Withheld { reason: Withheld::NotUnderstood });
            // What a sign means has a sign that no number has.
            let is_key = text.contains('=');
            text.trim().is_empty()
                || is_note_understood(&text) && (is_key || !text.contains(|c: char| c.is_ascii_digit())) && !is_answer()
        };
        width > 0 && self.layout.holds(width - 1) && record.cells().skip(width).all(is_note)
    }
}
