//! What a row says apart from its answers: when they were received, and notes. Nothing is counted from it. It helps a
//! person who has to decide between two rows.

use missing_rows::Record;

use crate::answer::{Answer, Withheld, read};
use crate::cohort::Cohort;
use crate::period::{Day, Period};
use crate::read::heading::{
    Against, counts_incidents, groups_of_title, incidents_in_note, is_note_understood, kinds_of_year, less_of_year,
    limits_of_line, period_of_title, units_in_note, year_in_note,
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
    /// Columns of what was replied, which beside figures may be a note.
    replies: Vec<usize>,
}

/// Headings of what was replied.
const REPLIES: &[&str] = &[
    "reply",
    "replies",
    "response",
    "responses",
    "answer",
    "their reply",
    "their response",
    "full reply",
    "full response",
];

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
const NOTES: &[&str] = &[
    "note",
    "notes",
    "comment",
    "comments",
    "remark",
    "remarks",
    "caveat",
    "caveats",
    "footnote",
    "footnotes",
    "explanation",
    "explanations",
    "explanatory",
    "clarification",
    "clarifications",
    "limitations",
    "quality",
    "qualification",
    "qualifications",
    "further information",
    "additional information",
];

/// So many words may be a period and nothing else.
const SHORT: usize = 6;

/// How many characters of notes are kept.
const KEPT: usize = 300;

/// Whether a heading, in lower case, is about notes: `Their comments`.
pub(super) fn is_note(heading: &str) -> bool {
    let words: Vec<&str> = heading.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let phrase = words.join(" ");
    let dated = ["date", "sent", "received"].iter().any(|word| words.contains(word));
    !dated && NOTES.iter().any(|note| words.contains(note) || note.contains(' ') && phrase.contains(note))
}

/// What the answers of a row are, as far as a note may say otherwise.
pub(super) struct Counted {
    /// Whether incidents are counted, in one of them.
    pub(super) incidents: bool,
    /// Whether a column holds shares.
    pub(super) shares: bool,
    pub(super) cohorts: Vec<Cohort>,
    pub(super) periods: Vec<Period>,
}

/// What a note says about the answers beside it.
pub(super) enum Said {
    /// They may be of other or fewer children, of incidents, of other days, or not exact.
    Against(String),
    /// Nobody knows.
    NotUnderstood(String),
}

/// Whether a note may mean that answers are not what their headings say.
fn speaks_against(text: &str, counted: &Counted) -> bool {
    let Against { inexact, away, .. } = Against::of(text);
    let words = text.split_whitespace().count();
    let is_short = words <= SHORT;
    let other_years =
        || kinds_of_year(text).iter().any(|kind| counted.periods.iter().any(|period| kind.differs(*period)));
    let other_group = || groups_of_title(text).iter().any(|group| !counted.cohorts.contains(group));
    // `12 incidents in all` is another number.
    let incidents = || !text.contains(|c: char| c.is_ascii_digit()) && counts_incidents(text).is_some();
    inexact
        || away
        || year_in_note(text).is_some()
        || is_short && period_of_title(text).is_some_and(|period| period.as_calendar_year().is_none())
        || less_of_year(text).is_some()
        || !limits_of_line(text).is_empty()
        || units_in_note(text, counted.shares).is_some()
        || other_years()
        || is_short && other_group()
        || !counted.incidents && (incidents_in_note(text).is_some() || is_short && incidents())
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
            } else if REPLIES.contains(&phrase.as_str()) {
                found.replies.push(at);
            } else if is_note(&phrase) {
                found.notes.push(at);
            }
        }
        // If there are two such columns, nothing says which is meant.
        if let [one] = received.as_slice() {
            found.received = Some(*one);
        }
        found
    }

    /// What the notes beside answers say about them: the first that speaks against them, or else the first that is not understood.
    pub(super) fn said(&self, record: Record<'_>, counted: &Counted, holding: &[usize]) -> Option<Said> {
        let text = |at: &usize| cell_text(record.cell(*at)).trim().to_owned();
        // `Not held` is an answer, and no note.
        let is_words = |text: &String| matches!(read(text), Answer::Withheld { reason: Withheld::NotUnderstood });
        let replies = || self.replies.iter().filter(|at| !holding.contains(at)).map(text);
        let notes = || self.notes.iter().map(text);
        let against = notes().chain(replies()).find(|text| speaks_against(text, counted)).map(Said::Against);
        against.or_else(|| {
            notes().chain(replies().filter(is_words)).find(|text| !is_note_understood(text)).map(Said::NotUnderstood)
        })
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
