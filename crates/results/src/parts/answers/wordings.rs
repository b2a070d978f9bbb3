//! Every wording of answers, how it was read and how often, and what a person makes of it.

use missing_rates::Ordered;
use missing_rates::answer::{Answer, Withheld, read};
use missing_rates::report::Wording;
use words::Text;

use super::{said, settle, table};
use crate::context::Context;
use document::{Block, Cell, Choice, Column, Row};

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let mut wordings: Vec<(usize, &Wording)> = context.report.wordings.iter().enumerate().collect();
    if wordings.is_empty() {
        return Vec::new();
    }
    // What is not understood unless a person decides stands first, and stays there; the rest by how often it stands.
    let unclear = |answer: &Answer| *answer == Answer::Withheld { reason: Withheld::NotUnderstood };
    let open = |wording: &Wording| unclear(&wording.answer);
    wordings.order_by_key(|(_, wording)| (!unclear(&read(&wording.wording)), std::cmp::Reverse(wording.cells)));
    let rows = wordings.iter().map(|(number, wording)| row(*number, wording, open(wording), context)).collect();
    let columns = vec![
        Column::words(context.language.answers_wording()),
        Column::words(context.language.answers_wording_read()),
        Column::words(context.language.answers_wording_change()),
    ];
    vec![
        Block::heading(context.language.answers_wordings_heading()),
        Block::text(context.language.answers_wordings_about()),
        table("answers-wordings", context.language.answers_wordings_caption(), columns, rows),
    ]
}

fn row(number: usize, wording: &Wording, open: bool, context: Context<'_>) -> Row {
    let shown = if wording.wording.is_empty() { context.language.answers_wording_blank() } else { &wording.wording };
    let mut typed = Cell::text(shown.to_owned());
    let place = &wording.place;
    let row = context.language.number(place.row);
    typed.about =
        Some(words::AnswersWordingWhere { cells: wording.cells, file: &place.file, row: &row }.text(context.language));
    let read = said::answer(context.language, &wording.answer);
    let read = if wording.decided { context.language.answers_decided(&read) } else { read };
    let change = Cell { blocks: controls(number, wording, shown, context), ..Cell::default() };
    Row::new([typed, Cell::text(read), change]).marked(open)
}

/// What the wording counts as: as it was read, a number or a range that is typed, or a reason.
fn controls(number: usize, wording: &Wording, shown: &str, context: Context<'_>) -> Vec<Block> {
    let key = settle::key("wording", number, &wording.wording);
    let choice = |value: String, text: Text| Choice { value: value.into(), text };
    let mut options = vec![
        choice(String::new(), context.language.answers_wording_as_read().into()),
        choice(settle::TYPE.to_owned(), context.language.answers_wording_type().into()),
    ];
    options.extend(
        settle::REASONS
            .iter()
            .enumerate()
            .map(|(at, reason)| choice(at.to_string(), said::withheld(context.language, reason).into())),
    );
    let decided = wording.decided.then_some(&wording.answer);
    let counts = decided.is_some_and(|answer| answer.bounds().is_some());
    let typing = counts || context.settings.choice(&key) == settle::TYPE;
    let chosen = match decided.and_then(Answer::withheld) {
        _ if typing => settle::TYPE.to_owned(),
        Some(reason) => {
            settle::REASONS.iter().position(|other| other == reason).map(|at| at.to_string()).unwrap_or_default()
        }
        None => String::new(),
    };
    let mut blocks = vec![Block::Pick {
        setting: key.clone().into(),
        label: context.language.answers_wording_pick(shown),
        options,
        chosen: chosen.into(),
    }];
    if typing {
        let setting = settle::typed(&key);
        let wrong = settle::wrong(context.settings, &setting);
        let now = decided.filter(|_| counts).and_then(Answer::bounds).map(|(lowest, highest)| {
            if lowest == highest { lowest.to_string() } else { format!("{lowest}-{highest}") }
        });
        blocks.push(Block::Input {
            label: context.language.answers_wording_typed(shown),
            hint: context.language.answers_wording_typed_hint().into(),
            value: wrong.map(|text| text.trim().to_owned()).or(now).unwrap_or_default().into(),
            button: context.language.answers_wording_typed_button().into(),
            error: wrong.map(|_| context.language.answers_wording_typed_error().into()),
            setting: setting.into(),
        });
    }
    blocks
}
