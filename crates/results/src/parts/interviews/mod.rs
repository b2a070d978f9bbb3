//! Return-home interviews: what a list says about offers and interviews, for the analyst's own work. Nothing here goes into
//! the whole report, a download of it, or a safe report.

mod rows;
mod sentences;
mod table;
#[cfg(test)]
mod tests;

use document::{Block, Card, Text};
use missing_rates::Returns;
use missing_rates::interviews::Interviews;
use missing_rates::report::{FileKind, Report};
use words::Language;

use crate::context::Context;
use sentences::{Question, left_out, questions, without_offer_dates};

pub use sentences::lines;
use table::csv;

/// Whether a list of interviews was chosen that can be used.
pub(super) fn is_in(report: &Report) -> bool {
    report.files.iter().any(|file| file.kind == FileKind::Interviews && file.problem.is_none())
}

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let (language, report) = (context.language, context.report);
    let (Some(returns), false) = (context.returns, report.disclosure.is_safe()) else { return Vec::new() };
    match returns.interviews(&context.settings.query) {
        Some(interviews) => told(language, &interviews),
        None => vec![Block::lead(language.interviews_none())],
    }
}

fn told(language: Language, interviews: &Interviews) -> Vec<Block> {
    let period = language.period(interviews.period);
    let card = |question: &Question| Card {
        title: question.name.into(),
        about: Text::default(),
        blocks: [Some(question.answer.clone()), question.between.clone().map(Block::text)]
            .into_iter()
            .flatten()
            .collect(),
    };
    let questions = questions(language, interviews);
    let mut blocks = vec![Block::Cards { cards: questions.iter().map(card).collect() }];
    blocks.extend(without_offer_dates(language, interviews).map(Block::text));
    blocks.push(Block::text(left_out(language, interviews)));
    blocks.extend(questions.iter().filter_map(|question| question.more.clone()).map(Block::text));
    blocks.push(Block::note(language.interviews_own_use()));
    if !interviews.not_covered.is_empty() {
        blocks.push(Block::note(language.interviews_not_covered(&interviews.not_covered.join(", "))));
    }
    if interviews.teams.is_empty() {
        blocks.push(Block::text(language.interviews_no_teams()));
    }
    blocks.extend(table::blocks(language, interviews, &period));
    blocks.extend(rows::blocks(language, &interviews.rows));
    blocks.push(Block::text(language.interviews_guidance()));
    blocks.push(Block::text(language.interviews_days()));
    blocks.push(Block::text(language.interviews_dates()));
    blocks
}

/// The interviews of these files by team, as CSV; `None` where there is nothing to say.
pub fn file(language: Language, returns: &Returns, query: &missing_rates::Query) -> Option<String> {
    returns.interviews(query).map(|interviews| csv(language, &interviews))
}
