//! Answers that differ: each figure with the answers that were given, of which a person may pick one.

use missing_rates::report::{Conflict, Conflicting};
use words::Language;

use super::{said, table};
use crate::context::Context;
use crate::pick::pick as choose;
use document::{Block, Cell, Column, Row, Setting};

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
    let answer = |answer: &Conflicting| {
        let text = words::AnswersConflictAnswer {
            file: &answer.place.file,
            row: &language.number(answer.place.row),
            wording: &answer.wording,
        }
        .text(language);
        (Some(answer.typed()), text)
    };
    let options =
        std::iter::once((None, language.answers_conflict_none().into())).chain(conflict.answers.iter().map(answer));
    let picked = conflict.answers.iter().find(|answer| answer.picked).map(Conflicting::typed);
    let among: Vec<_> = conflict.answers.iter().map(Conflicting::typed).collect();
    let id = format!("conflict-{number}");
    pick.blocks.push(choose((&id, language.answers_conflict_pick(&label)), options, &picked, |answer| {
        Setting::Conflict { figure: conflict.disputed(), answer, among: among.clone() }
    }));
    Row::new([Cell::text(whose), figure_cell, pick]).marked(picked.is_none())
}
