//! Every wording of answers, how it was read and how often, and what a person decides about it.

use missing_rates::Ordered;
use missing_rates::answer::{Answer, Withheld, read};
use missing_rates::report::Wording;

use super::answer_words;
use super::table::table;
use crate::context::Context;
use crate::pick::pick;
use crate::settings::{REASONS, withheld};
use document::{Block, Cell, Column, CountsAs, Field, Row, Setting};

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let mut wordings: Vec<(usize, &Wording)> = context.report.wordings.iter().enumerate().collect();
    if wordings.is_empty() {
        return Vec::new();
    }
    // Wordings that are not understood without a decision come first, and stay there. The rest are sorted by how often
    // they occur.
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
    let read = answer_words::answer(context.language, &wording.answer);
    let read = if wording.decided { context.language.answers_decided(&read) } else { read };
    let change = Cell { blocks: controls(number, wording, shown, context), ..Cell::default() };
    Row::new([typed, Cell::text(read), change]).marked(open)
}

/// What the wording counts as: as it was read, a number or a range that a person types, or a reason.
fn controls(number: usize, wording: &Wording, shown: &str, context: Context<'_>) -> Vec<Block> {
    let mut options = vec![
        (CountsAs::AsRead, context.language.answers_wording_as_read().into()),
        (CountsAs::Typed, context.language.answers_wording_type().into()),
    ];
    options.extend(
        REASONS
            .iter()
            .filter_map(|reason| Some((*reason, answer_words::withheld(context.language, &withheld(*reason)?).into()))),
    );
    let decided = wording.decided.then_some(&wording.answer);
    let counts = decided.is_some_and(|answer| answer.bounds().is_some());
    let field = Field::Wording(wording.wording.clone().into());
    let typing = counts || context.settings.is_typing(&field);
    let chosen = match decided.and_then(Answer::withheld) {
        _ if typing => CountsAs::Typed,
        Some(reason) => {
            REASONS.into_iter().find(|other| withheld(*other).as_ref() == Some(reason)).unwrap_or(CountsAs::AsRead)
        }
        None => CountsAs::AsRead,
    };
    let id = format!("wording-{number}");
    let mut blocks = vec![pick((&id, context.language.answers_wording_pick(shown)), options, &chosen, |counts_as| {
        Setting::Wording { wording: wording.wording.clone().into(), counts_as }
    })];
    if typing {
        let wrong = context.settings.typed(&field);
        let now = decided.filter(|_| counts).and_then(Answer::bounds).map(|(lowest, highest)| {
            if lowest == highest { lowest.to_string() } else { format!("{lowest}-{highest}") }
        });
        blocks.push(Block::Input {
            id: (id + "-typed").into(),
            label: context.language.answers_wording_typed(shown),
            hint: context.language.answers_wording_typed_hint().into(),
            value: wrong.map(|text| text.trim().to_owned()).or(now).unwrap_or_default().into(),
            button: context.language.answers_wording_typed_button().into(),
            error: wrong.map(|_| context.language.answers_wording_typed_error().into()),
            field,
        });
    }
    blocks
}
