//! Finds columns whose cells split the rows of one authority: by age, sex, team, quarter. Their rows are parts of its
//! figures, and a person says what to do with them.

use std::collections::{BTreeMap, BTreeSet};

use missing_rows::Record;

use super::cells::says_nothing;
use super::pending::Pending;
use crate::mapping::Field;
use crate::order::Ordered;
use crate::read::heading::{Against, Kind, Role, less_of_year, limits, names_figures, names_part, says_how_far};
use crate::read::sheet::Sheet;
use crate::read::text::cell_text;
use crate::read::when::day_of;
use crate::report::ColumnState;

/// What a person said about the rows that a column splits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    Nothing,
    /// They add up to the figures of the authority.
    AddUp,
    /// Only rows that say `total` count.
    Totals,
    /// None of them counts.
    LeaveOut,
}

/// What a heading says about the cells below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Heads {
    /// The cells split rows. Under other headings only their content tells.
    Parts,
    /// A figure that is not used. Numbers below it split nothing.
    Figures,
    /// How far answers have come. Such cells split nothing.
    Status,
    /// Something other than what is known to be harmless beside figures. Words below it may limit the figures.
    Unknown,
    /// Nothing. Words in all rows may replace a heading.
    Nothing,
    /// Something that each row says in its cells. Beside a question, `Yes` says it of the whole row.
    Marks,
    /// A person said that the cells are not needed.
    LeftOut,
}

#[derive(Debug)]
struct Parting {
    at: usize,
    heads: Heads,
    /// Whether the heading has words that limit figures.
    limits: bool,
    /// Whether it says that there is an answer.
    replies: bool,
    /// Whether every row has something here.
    filled: bool,
    said: Said,
    values: BTreeMap<String, u32>,
}

/// The columns that may split rows, and what the rows have there.
#[derive(Debug, Default)]
pub(super) struct Further {
    columns: Vec<Parting>,
    rows: BTreeMap<Vec<u32>, u32>,
}

/// A cell that splits nothing off.
const BLANK: u32 = 0;
const TOTAL: u32 = 1;
const TOTALS: &[&str] = &[
    "all",
    "total",
    "totals",
    "all ages",
    "all children",
    "all sexes",
    "all genders",
    "both",
    "both sexes",
    "persons",
    "any",
    "everyone",
    "overall",
    "grand total",
    "all uasc",
    "all placements",
    "all teams",
    "whole year",
    "full year",
    "all year",
    "annual",
    "sum",
];

/// What becomes of the rows.
pub(super) enum RowOutcome {
    Kept,
    /// Added up with the other rows of the authority.
    Added,
    LeftOut,
}

impl Further {
    pub(super) fn of(sheet: &Sheet) -> Self {
        let parting = |(at, column): (usize, &crate::read::sheet::Column)| {
            let unused = !matches!(column.state, ColumnState::Used | ColumnState::Checked);
            let heads = match column.phrase.kind {
                Kind::Breakdown | Kind::Parts(_) => Heads::Parts,
                Kind::Role(Role::Cohort | Role::Measure) if unused => Heads::Parts,
                Kind::Figure | Kind::Label => Heads::Figures,
                Kind::Aside | Kind::Nothing if is_status(&column.heading) => Heads::Status,
                Kind::Nothing => Heads::Unknown,
                Kind::Blank | Kind::Role(Role::Cohort | Role::Measure) => Heads::Nothing,
                Kind::LeftOut => Heads::LeftOut,
                Kind::Role(Role::When(_) | Role::Start | Role::End | Role::Unit)
                | Kind::Period
                | Kind::Share(_)
                | Kind::Average => Heads::Marks,
                _ => return None,
            };
            let said = match column.phrase.kind {
                Kind::Parts(Field::AddUp) => Said::AddUp,
                Kind::Parts(Field::LeaveOut) => Said::LeaveOut,
                Kind::Parts(_) => Said::Totals,
                _ => Said::Nothing,
            };
            let limits = !limits(&column.heading).is_empty()
                || less_of_year(&column.heading).is_some()
                || Against::of(&column.heading).any();
            let replies = is_about_replies(&column.heading);
            let parting = Parting { at, heads, limits, replies, filled: true, said, values: BTreeMap::new() };
            (unused || heads == Heads::Marks || said != Said::Nothing).then_some(parting)
        };
        Self { columns: sheet.columns.iter().enumerate().filter_map(parting).collect(), rows: BTreeMap::new() }
    }

    /// The cells of a row in these columns, as a number.
    pub(super) fn take(&mut self, record: Record<'_>) -> u32 {
        let mut says = Vec::with_capacity(self.columns.len());
        for column in &mut self.columns {
            let cell = cell_text(record.cell(column.at)).trim().to_lowercase();
            says.push(match cell.as_str() {
                "" | "-" | "n/a" => {
                    column.filled = false;
                    BLANK
                }
                total if TOTALS.contains(&total) => TOTAL,
                _ => {
                    let next = u32::try_from(column.values.len() + 2).unwrap_or(u32::MAX);
                    *column.values.entry(cell).or_insert(next)
                }
            });
        }
        let next = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        *self.rows.entry(says).or_insert(next)
    }

    /// The columns that split rows, if nobody has said what to do with them, by their index in the sheet. And columns whose words
    /// nobody understands, with the first of these, where every authority has a single row.
    pub(super) fn asked(&self, pending: &[Pending]) -> (Vec<usize>, Vec<(usize, String)>) {
        if self.columns.is_empty() {
            return Default::default();
        }
        let mut says: Vec<&[u32]> = vec![&[]; self.rows.len()];
        for (row, number) in &self.rows {
            says[*number as usize] = row;
        }
        // The rows that answer one question for one authority.
        let mut answers: BTreeMap<_, BTreeSet<u32>> = BTreeMap::new();
        let mut rows: BTreeMap<_, BTreeSet<u64>> = BTreeMap::new();
        for one in pending {
            rows.entry((one.name, one.period, one.what)).or_default().insert(one.row);
            answers.entry((one.name, one.period, one.what)).or_default().insert(one.further);
        }
        let single = rows.values().all(|rows| rows.len() == 1);
        let mut unread = Vec::new();
        let differs = |at: usize| {
            answers.values().any(|rows| {
                let mut values = rows.iter().filter_map(|row| says.get(*row as usize)?.get(at)).copied();
                let first = values.next();
                values.any(|value| Some(value) != first)
            })
        };
        let mut asks = |(at, column): (usize, &Parting)| {
            let says = |of: &dyn Fn(&str) -> bool| column.values.keys().any(|value| of(value));
            let parts = match column.said {
                Said::AddUp | Said::Totals | Said::LeaveOut => false,
                Said::Nothing => match column.heads {
                    Heads::Parts => !column.values.is_empty(),
                    Heads::Status => says(&|value| !is_reply(value)),
                    Heads::Marks | Heads::Figures if says(&is_yes) => true,
                    Heads::Marks => false,
                    Heads::Unknown
                        if single && !(column.limits || says(&limits_figures) || column.replies && says(&is_no)) =>
                    {
                        let first = column.values.keys().find(|value| is_text(value) && !is_reply(value));
                        unread.extend(first.map(|value| (column.at, value.clone())));
                        false
                    }
                    Heads::Unknown if says(&is_text) => true,
                    Heads::Nothing | Heads::Figures
                        if column.filled && column.values.len() == 1 && says(&|value| !is_reply(value)) =>
                    {
                        true
                    }
                    heads => {
                        let only_parts = heads != Heads::LeftOut && says(&|_| true) && !says(&|value| !is_part(value));
                        let numbers = !says(&|value| !value.bytes().all(|b| b.is_ascii_digit() || b == b','));
                        only_parts || !(heads == Heads::Figures && numbers) && differs(at)
                    }
                },
            };
            parts.then_some(column.at)
        };
        let asked = self.columns.iter().enumerate().filter_map(&mut asks).collect();
        (asked, unread)
    }

    /// What becomes of the rows with each number.
    pub(super) fn row_outcomes(&self) -> Vec<RowOutcome> {
        let mut row_outcomes: Vec<(u32, RowOutcome)> = Vec::new();
        for (row, number) in &self.rows {
            let mut outcome = RowOutcome::Kept;
            for (column, value) in self.columns.iter().zip(row) {
                match column.said {
                    Said::AddUp if *value == TOTAL => outcome = RowOutcome::LeftOut,
                    Said::AddUp if !matches!(outcome, RowOutcome::LeftOut) => outcome = RowOutcome::Added,
                    Said::Totals if *value != TOTAL => outcome = RowOutcome::LeftOut,
                    Said::LeaveOut if *value != BLANK => outcome = RowOutcome::LeftOut,
                    _ => {}
                }
            }
            row_outcomes.push((*number, outcome));
        }
        row_outcomes.order_by_key(|(number, _)| *number);
        row_outcomes.into_iter().map(|(_, outcome)| outcome).collect()
    }
}

/// Whether a heading is about how far an answer has come, or how it came, and about nothing else.
fn is_status(heading: &str) -> bool {
    const STATUS: &[&str] = &[
        "status",
        "outcome",
        "acknowledged",
        "acknowledgement",
        "internal review",
        "internal review requested",
        "overdue",
        "late",
        "on time",
        "in time",
        "answered on time",
        "method",
        "method of reply",
        "method of response",
        "reply method",
        "response method",
        "chased",
        "reminder",
        "reminder sent",
        "appeal",
        "appealed",
        "ico",
    ];
    let lower = heading.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    STATUS.contains(&words.join(" ").as_str())
}

/// Whether a cell says how far an answer has come, how it came, or that there is none.
fn is_reply(value: &str) -> bool {
    const PLAIN: &[&str] = &["no", "n", "y", "none", "false", "true", "✓", "✔"];
    // A cross may be a tick, or may say that there is no answer.
    let is_cross = ["x", "✗", "✘"].contains(&value);
    PLAIN.contains(&value) || !is_cross && (says_how_far(value) || says_nothing(value) || !is_text(value))
}

/// Whether a heading says that there is an answer: `Answered`. What somebody has done with it says nothing of the numbers.
fn is_about_replies(heading: &str) -> bool {
    const WORK: &[&str] = &["done", "complete", "completed", "checked", "verified", "closed", "ok", "acknowledged"];
    let plain = heading.trim().trim_end_matches('?').to_lowercase();
    says_how_far(heading) && !WORK.contains(&plain.as_str())
}

/// Whether a cell answers its heading with no.
fn is_no(value: &str) -> bool {
    ["no", "n", "false", "none"].contains(&value)
}

/// Whether a cell answers its heading with yes.
fn is_yes(value: &str) -> bool {
    ["yes", "y", "true", "✓", "✔"].contains(&value)
}

/// Whether a cell names a group, a part or a kind of count.
fn limits_figures(value: &str) -> bool {
    !limits(value).is_empty() && !is_reply(value)
        || names_figures(value) && !is_reply(value)
        || is_part(value)
        || Against::of(value).any()
}

/// Whether a cell says more than a number, a day or an address.
fn is_text(value: &str) -> bool {
    let place = ["http", "www.", "@"].iter().any(|sign| value.contains(sign));
    value.chars().any(char::is_alphabetic) && !place && day_of(value, false).is_none()
}

/// Whether a cell can only name a part of the children or of the year: `Male`, `Under 16`.
fn is_part(value: &str) -> bool {
    value.split_whitespace().count() <= 5 && names_part(value)
}
