//! Whom to ask again, and what.

use missing_rates::Ordered;
use missing_rates::report::{Chase, ChaseState};

use super::{Context, said, table};
use crate::document::{Block, Cell, Column, Row};
use crate::message::Format;
use crate::text;

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let Some(period) = context.period else { return Vec::new() };
    if context.report.wordings.is_empty() && context.report.chase.is_empty() {
        return Vec::new();
    }
    let list: Vec<&Chase> = context.report.chase.iter().filter(|chase| chase.period == period).collect();
    let count =
        |state: ChaseState| text::format::number(list.iter().filter(|chase| chase.state == state).count() as u64);
    let mut blocks = vec![Block::heading(text::answers_chase_heading())];
    if list.is_empty() {
        blocks.push(Block::text(text::answers_chase_none()));
    } else {
        let words = text::AnswersChaseAbout {
            doubt: &count(ChaseState::InDoubt),
            missing: &count(ChaseState::Missing),
            partial: &count(ChaseState::Partial),
            period: &text::format::period(period),
        };
        let columns = vec![
            Column::words(text::answers_chase_authority()),
            Column::words(text::answers_chase_group()),
            Column::words(text::answers_chase_state()),
            Column::words(text::answers_chase_ask()),
        ];
        let mut list = list;
        list.order_by_key(|chase| (said::names(&chase.authorities), chase.cohort));
        let rows = list.iter().map(|chase| row(chase)).collect();
        blocks.push(Block::text(words.text()));
        blocks.push(Block::Details {
            summary: text::answers_chase_show().into(),
            blocks: vec![table("answers-chase", text::answers_chase_caption(), columns, rows)],
        });
    }
    if !context.report.chase.is_empty() {
        blocks.push(Block::Download {
            format: Format::ChaseList,
            about: "".into(),
            text: text::answers_chase_download().into(),
        });
    }
    blocks
}

fn row(chase: &Chase) -> Row {
    let state = match chase.state {
        ChaseState::Missing => text::answers_chase_missing(),
        ChaseState::Partial => text::answers_chase_partial(),
        ChaseState::InDoubt => text::answers_chase_in_doubt(),
    };
    Row::new([
        Cell::text(said::names(&chase.authorities)),
        Cell::text(text::cohort(chase.cohort)),
        Cell::text(state),
        // Written by the engine, since the list goes to authorities as it is.
        Cell::text(chase.ask.clone()),
    ])
}
