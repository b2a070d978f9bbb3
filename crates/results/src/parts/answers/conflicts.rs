//! Answers that differ: each figure with the answers that were given, of which a person may pick one.

use missing_rates::report::Conflict;
use words::Language;

use super::{said, settle, table};
use crate::context::Context;
use document::{Block, Cell, Choice, Column, Row};

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let conflicts = &context.report.conflicts;
    if conflicts.is_empty() {
        return Vec::new();
    }
    let rows = conflicts.iter().enumerate().map(|(number, conflict)| row(context.language, number, conflict)).collect();
    let columns = vec![
        Column::words(context.language.answers_chase_authority()),
        Column::words(context.language.answers_conflict_figure()),
        Column::words(context.language.answers_conflict_counts()),
    ];
    vec![
        Block::heading(context.language.answers_conflicts_heading()),
        Block::text(context.language.answers_conflicts_about()),
        table("answers-conflicts", context.language.answers_conflicts_caption(), columns, rows),
    ]
}

fn row(language: Language, number: usize, conflict: &Conflict) -> Row {
    let whose = said::names(&conflict.authorities);
    let figure = said::figure(language, conflict.cohort, conflict.measure);
    let mut figure_cell = Cell::text(figure.clone());
    figure_cell.about = Some(language.period(conflict.period));
    let mut pick = Cell::default();
    let label = [whose.as_str(), ", ", figure.as_str()].concat();
    let none = Choice { value: "".into(), text: language.answers_conflict_none().into() };
    let answers = conflict.answers.iter().map(|answer| Choice {
        value: settle::picked_text(answer, conflict).into(),
        text: words::AnswersConflictAnswer {
            file: &answer.place.file,
            row: &language.number(answer.place.row),
            wording: &answer.wording,
        }
        .text(language),
    });
    let picked = conflict.answers.iter().find(|answer| answer.picked);
    pick.blocks.push(Block::Pick {
        setting: settle::key("conflict", number, &settle::disputed_text(&conflict.disputed())).into(),
        label: language.answers_conflict_pick(&label),
        options: std::iter::once(none).chain(answers).collect(),
        chosen: picked.map(|answer| settle::picked_text(answer, conflict)).unwrap_or_default().into(),
    });
    Row::new([Cell::text(whose), figure_cell, pick]).marked(picked.is_none())
}
