//! Who to ask again, and for what.

use missing_rates::Ordered;
use missing_rates::report::{Chase, ChaseState};
use words::Language;

use super::answer_words;
use super::table::table;
use crate::context::Context;
use document::Format;
use document::{Block, Cell, Column, Row};

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let Some(period) = context.period else { return Vec::new() };
    if context.report.wordings.is_empty() && context.report.chase.is_empty() {
        return Vec::new();
    }
    let list: Vec<&Chase> = context.report.chase.iter().filter(|chase| chase.period == period).collect();
    let count =
        |state: ChaseState| context.language.number(list.iter().filter(|chase| chase.state == state).count() as u64);
    let mut blocks = vec![Block::heading(context.language.answers_chase_heading())];
    if list.is_empty() {
        blocks.push(Block::text(context.language.answers_chase_none()));
    } else {
        let words = words::AnswersChaseAbout {
            doubt: &count(ChaseState::InDoubt),
            missing: &count(ChaseState::Missing),
            partial: &count(ChaseState::Partial),
            period: &context.language.period(period),
        };
        let columns = vec![
            Column::words(context.language.answers_chase_authority()),
            Column::words(context.language.answers_chase_group()),
            Column::words(context.language.answers_chase_state()),
            Column::words(context.language.answers_chase_ask()),
        ];
        let mut list = list;
        list.order_by_key(|chase| (answer_words::names(&chase.authorities), chase.cohort));
        let rows = list.iter().map(|chase| row(context.language, chase)).collect();
        blocks.push(Block::text(words.text(context.language)));
        blocks.push(Block::Details {
            summary: context.language.answers_chase_show().into(),
            blocks: vec![table("answers-chase", context.language.answers_chase_caption(), columns, rows)],
        });
    }
    if !context.report.chase.is_empty() {
        blocks.push(Block::Download {
            format: Format::ChaseList,
            about: "".into(),
            text: context.language.answers_chase_download().into(),
        });
        blocks.push(Block::Download {
            format: Format::ChaseLetters,
            about: "".into(),
            text: context.language.answers_chase_letters().into(),
        });
        blocks.push(context.workbook(Format::ChaseListXlsx, context.language.answers_chase_download_xlsx()));
    }
    blocks
}

fn row(language: Language, chase: &Chase) -> Row {
    let state = match chase.state {
        ChaseState::Missing => language.answers_chase_missing(),
        ChaseState::Partial => language.answers_chase_partial(),
        ChaseState::InDoubt if chase.is_of_ranges() => language.answers_chase_range(),
        ChaseState::InDoubt => language.answers_chase_in_doubt(),
    };
    Row::new([
        Cell::text(answer_words::names(&chase.authorities)),
        Cell::text(language.cohort(chase.cohort)),
        Cell::text(state),
        Cell::text(language.ask(chase)),
    ])
}
