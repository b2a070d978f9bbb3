//! What a row says apart from its answers: when they were received, and notes. Nothing is counted from it. It helps a
//! person who has to decide between two rows.

use missing_rows::Record;

use crate::period::Day;
use crate::read::heading::{
    Against, incidents_in_note, less_of_year, limits_in_note, period_of_title, units_in_note, year_in_note,
};
use crate::read::text::cell_text;
use crate::read::when::day_of;

/// What one row says apart from its answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Remark {
    /// The day on which the answers were received.
    pub(crate) received: Option<Day>,
    /// Notes, as typed.
    pub(crate) notes: String,
}

/// The columns of remarks.
#[derive(Debug, Default)]
pub(super) struct Remarks {
    received: Option<usize>,
    notes: Vec<usize>,
}

/// Headings of the day on which an answer came, but not of the day on which it was asked for or due.
const RECEIVED: &[&str] = &[
    "received",
    "received on",
    "received date",
    "date received",
    "date of receipt",
    "date response received",
    "response received",
    "response date",
    "date of response",
    "responded",
    "responded on",
    "date responded",
    "reply received",
    "reply date",
    "date of reply",
    "replied",
    "replied on",
    "date replied",
    "answer received",
    "answered on",
    "date of answer",
    "date answered",
];

/// Headings of notes.
const NOTES: &[&str] = &["note", "notes", "comment", "comments", "remark", "remarks", "caveat", "caveats"];

/// So many words may be a period and nothing else.
const SHORT: usize = 6;

/// How many characters of notes are kept.
const KEPT: usize = 300;

/// Whether a heading, in lower case, is about notes.
pub(super) fn is_note(heading: &str) -> bool {
    NOTES.contains(&heading.trim())
}

impl Remarks {
    pub(super) fn of<'a>(headings: impl Iterator<Item = &'a str>) -> Self {
        let mut found = Self::default();
        let mut received = Vec::new();
        for (at, heading) in headings.enumerate() {
            let lower = heading.to_lowercase();
            let words: Vec<&str> =
                lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
            let phrase = words.join(" ");
            if RECEIVED.contains(&phrase.as_str()) {
                received.push(at);
            } else if NOTES.contains(&phrase.as_str()) {
                found.notes.push(at);
            }
        }
        // If there are two such columns, nothing says which is meant.
        if let [one] = received.as_slice() {
            found.received = Some(*one);
        }
        found
    }

    /// A note beside answers by which they may be of other or fewer children, of incidents, or of less than a year.
    pub(super) fn against(&self, record: Record<'_>, counts_incidents: bool) -> Option<String> {
        let speaks = |text: &String| {
            let Against { inexact, away, .. } = Against::of(text);
            let is_short = text.split_whitespace().count() <= SHORT;
            inexact
                || away
                || year_in_note(text).is_some()
                || is_short && period_of_title(text).is_some_and(|period| period.as_calendar_year().is_none())
                || less_of_year(text).is_some()
                || !limits_in_note(text).is_empty()
                || units_in_note(text, true).is_some()
                || !counts_incidents && incidents_in_note(text).is_some()
        };
        self.notes.iter().map(|at| cell_text(record.cell(*at)).trim().to_owned()).find(speaks)
    }

    /// The remark of a row, if there is one.
    pub(super) fn of_row(&self, record: Record<'_>) -> Option<Remark> {
        let text = |at: usize| cell_text(record.cell(at)).trim().to_owned();
        let received = self.received.and_then(|at| day_of(&text(at), false));
        let notes: Vec<String> = self.notes.iter().map(|at| text(*at)).filter(|note| !note.is_empty()).collect();
        let remark = Remark { received, notes: notes.join("; ").chars().take(KEPT).collect() };
        (remark != Remark::default()).then_some(remark)
    }
}
