//! What changed in the answers of authorities, or in published figures, since an earlier version of the file. It is never
//! part of a [`Report`](crate::report::Report): the figures of the earlier version count nowhere.

use serde::Serialize;

use crate::answer::{Answer, Withheld};
use crate::cohort::{Cohort, Count};
use crate::file_id::FileId;
use crate::period::Period;
use crate::report::{Area, FileKind, MARK, code, csv_line};

/// A file that may be an earlier version of another, or the other of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Answers of authorities, or figures that the Department for Education published.
    pub kind: FileKind,
    /// The name of the file.
    pub name: String,
    /// The file, or the tables that were taken out of it.
    pub files: Vec<FileId>,
}

/// What changed between two versions of answers, or of published figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedAnswers {
    /// What the versions are.
    pub kind: FileKind,
    /// The names of the files of the earlier version. Empty for what the product holds of the same years.
    pub earlier: Vec<String>,
    /// The names of the files of the later one.
    pub later: Vec<String>,
    /// Every figure whose answer is not the same, by authority, period, cohort and count.
    pub answers: Vec<ChangedAnswer>,
    /// How many answers are the same.
    pub unchanged: u64,
    /// How many authorities of each kind there are.
    pub authorities: ChangedAuthorities,
    /// Who gave a number, exactly or as a range, where they gave none before: no answer, a refusal, *not held*. Empty for
    /// published figures. A joint answer has several authorities.
    pub answered: Vec<Vec<Area>>,
    /// Whether both versions have a period in common. Otherwise nothing is compared.
    pub compares: bool,
    /// Periods that only the earlier version has. Their figures are not listed.
    pub only_earlier: Vec<Period>,
    /// The same of the later one.
    pub only_later: Vec<Period>,
    /// How many rows of both have a name that is not recognised. They are not compared.
    pub not_recognised: u64,
}

/// How many authorities, or groups of them that answered together, have changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChangedAuthorities {
    /// Gave a number where they gave none before: no answer, a refusal, *not held*. Of published figures those with their
    /// first.
    pub answered: u64,
    /// Said something else, without a number where they gave none before. A refusal in the place of nothing is one.
    pub changed: u64,
    /// Gave an answer before, and none now.
    pub gone: u64,
    /// Gave the same.
    pub same: u64,
}

/// One answer that is not the same in both versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedAnswer {
    /// Whose answer it is. A joint answer has several.
    pub authorities: Vec<Area>,
    /// The period.
    pub period: Period,
    /// Who is counted.
    pub cohort: Cohort,
    /// What is counted.
    pub measure: Count,
    /// The answer in the earlier version, if there is one. A blank is none.
    pub before: Option<Answer>,
    /// The answer in the later one.
    pub now: Option<Answer>,
}

/// How an answer changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum HowChanged {
    /// There was no number before, and now there is. Of published figures: there was no figure before.
    New,
    /// It is another.
    Other,
    /// There is none any more.
    Gone,
}

impl ChangedAnswer {
    /// How it changed, in a file of this kind.
    pub fn how(&self, kind: FileKind) -> HowChanged {
        // What is published is printed by one body, so a number in the place of a symbol is another figure.
        let published = kind == FileKind::DfePublished;
        match (&self.before, &self.now) {
            (None, Some(_)) if published => HowChanged::New,
            (before, now) if !published && !gives_number(before.as_ref()) && gives_number(now.as_ref()) => {
                HowChanged::New
            }
            (_, None) => HowChanged::Gone,
            _ => HowChanged::Other,
        }
    }
}

/// Whether it says how many there are, exactly or as a range. A refusal does not.
fn gives_number(answer: Option<&Answer>) -> bool {
    answer.is_some_and(|answer| answer.withheld().is_none())
}

/// The columns of a table of what changed.
const COLUMNS: [&str; 9] = ["kind", "area_code", "authority", "period", "cohort", "measure", "change", "before", "now"];

/// What changed as CSV: one row for each answer; UTF-8 with a byte order mark, line ends of RFC 4180. No cell is run as a
/// formula ([`harmless`](crate::report::harmless)). Where there is no answer, the cell is empty.
///
/// ```
/// use missing_rates::{Query, Returns, changed_answers::changed_csv, read::Reader};
///
/// let mut returns = Returns::default();
/// for (id, missing) in [(1, "<5"), (2, "7")] {
///     let mut reader = Reader::new(&format!("answers-{id}.csv"), Vec::new());
///     reader.push(format!("Authority,Year,UASC,UASC missing\nKent,2024,100,{missing}\n").as_bytes());
///     returns.add(id, reader.finish());
/// }
/// let earlier = Query { earlier: [1].into(), ..Query::default() };
/// let csv = changed_csv(&returns.changed_answers(&earlier));
/// assert!(csv.contains("Kent,2024-01-01/2024-12-31,unaccompanied,children-missing,other,0–4,7"));
/// ```
pub fn changed_csv(changed: &[ChangedAnswers]) -> String {
    let mut text = String::from(MARK);
    text.push_str(&csv_line(&COLUMNS.map(str::to_owned)));
    for (kind, of) in changed.iter().flat_map(|all| all.answers.iter().map(|of| (all.kind, of))) {
        let joined = |text: fn(&Area) -> String| of.authorities.iter().map(text).collect::<Vec<_>>().join("; ");
        text.push_str(&csv_line(&[
            code(&kind),
            joined(|area| area.code.map_or(String::new(), |code| code.to_string())),
            joined(|area| area.name.unwrap_or_default().to_owned()),
            of.period.to_string(),
            code(&of.cohort),
            code(&of.measure),
            code(&of.how(kind)),
            of.before.as_ref().map_or(String::new(), in_short),
            of.now.as_ref().map_or(String::new(), in_short),
        ]));
    }
    text
}

/// An answer as data: `24`, `0–4`, `refused 12`, `not-held`.
fn in_short(answer: &Answer) -> String {
    match answer {
        Answer::Exact { count } => count.to_string(),
        Answer::Range { lowest, highest } => format!("{lowest}–{highest}"),
        Answer::Withheld { reason: Withheld::Refused { section: Some(section) } } => format!("refused {section}"),
        Answer::Withheld { reason } => {
            let value = serde_json::to_value(reason).unwrap_or_default();
            value.get("reason").and_then(|name| name.as_str()).unwrap_or_default().to_owned()
        }
    }
}
