//! Answers that differ. Each figure has a row with its answers next to each other, and a person may pick one.

use missing_rates::report::{Conflict, Conflicting};
use words::{Language, Text};

use super::answer_words;
use super::table::table;
use crate::context::Context;
use document::{Block, Cell, Column, Command, Row, Setting};

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let language = context.language;
    let conflicts = &context.report.conflicts;
    if conflicts.is_empty() {
        return Vec::new();
    }
    let most = conflicts.iter().map(|conflict| conflict.answers.len()).max().unwrap_or(0);
    let answers = (1..=most).map(|number| Column::words(language.answers_conflict_nth(number as u64)));
    let columns = std::iter::once(Column::words(language.answers_conflict_figure())).chain(answers);
    let columns = columns.chain([Column::words(language.answers_conflict_counts())]).collect();
    let rows = conflicts.iter().map(|conflict| row(language, conflict, most)).collect();
    let mut blocks =
        vec![Block::heading(language.answers_conflicts_heading()), Block::text(language.answers_conflicts_about())];
    blocks.extend(latest(language, conflicts));
    blocks.push(table("answers-conflicts", language.answers_conflicts_caption(), columns, rows));
    blocks
}

/// A button that uses the latest answer for every figure whose answers say when they came.
fn latest(language: Language, conflicts: &[Conflict]) -> Option<Block> {
    let picks: Vec<_> = conflicts
        .iter()
        .filter_map(|conflict| {
            let latest = conflict.answers.get(conflict.latest()?)?;
            Some((conflict.disputed(), latest.typed(), among(conflict)))
        })
        .collect();
    let text = language.answers_conflict_latest(picks.len() as u64);
    (!picks.is_empty()).then_some(Block::Button { command: Command::Set { setting: Setting::Conflicts(picks) }, text })
}

fn among(conflict: &Conflict) -> Vec<missing_rates::decisions::TypedAnswer> {
    conflict.answers.iter().map(Conflicting::typed).collect()
}

fn row(language: Language, conflict: &Conflict, most: usize) -> Row {
    let whose = answer_words::names(&conflict.authorities);
    let figure = answer_words::figure(language, conflict.cohort, conflict.measure);
    let period = language.period(conflict.period);
    // The name of each control includes the authority, the figure and the year.
    let label = [whose.as_str(), ", ", figure.as_str(), ", ", period.as_str()].concat();
    let mut first = Cell::text(whose);
    first.about = Some([figure.as_str(), ", ", period.as_str()].concat().into());
    let set = |answer| Command::Set {
        setting: Setting::Conflict { figure: conflict.disputed(), answer, among: among(conflict) },
    };
    let mut cells = vec![first];
    cells.extend(conflict.answers.iter().map(|answer| {
        let mut cell = Cell::text(answer.wording.clone());
        cell.about = Some(about(language, answer, conflict));
        if !answer.picked {
            let text = words::AnswersConflictUse { wording: &answer.wording, figure: &label }.text(language);
            cell.blocks.push(Block::Button { command: set(Some(answer.typed())), text });
        }
        cell
    }));
    cells.resize_with(most + 1, Cell::default);
    let picked = conflict.answers.iter().find(|answer| answer.picked);
    let mut state = Cell::text(match picked {
        Some(answer) => language.answers_conflict_used(&answer.wording),
        None => language.answers_conflict_open().into(),
    });
    if picked.is_some() {
        state.blocks.push(Block::Button { command: set(None), text: language.answers_conflict_undo(&label) });
    }
    cells.push(state);
    Row::new(cells).marked(picked.is_none())
}

/// Where an answer is, when it came, and its notes.
fn about(language: Language, answer: &Conflicting, conflict: &Conflict) -> Text {
    let row = language.number(answer.place.row);
    let mut parts =
        vec![words::AnswersConflictPlace { file: &answer.place.file, row: &row }.text(language).to_string()];
    if answer.authorities != conflict.authorities {
        parts.insert(0, answer_words::names(&answer.authorities).clone());
    }
    if let Some(day) = answer.received {
        parts.push(language.answers_conflict_received(&language.day(day)).to_string());
    }
    if !answer.notes.is_empty() {
        parts.push(answer.notes.clone());
    }
    parts.join(" · ").into()
}
