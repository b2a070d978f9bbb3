//! How the answers of authorities were read, what a person may decide about them, and who to ask again.

pub(super) mod answer_words;
mod chase;
mod columns;
mod columns_read;
mod conflicts;
mod names;
mod table;
mod wordings;

use missing_rates::answer::{Answer, Withheld};
use missing_rates::report::{ColumnRead, FileKind, Report};
use words::Language;
use words::Text;

use super::versions;
use crate::context::Context;
use crate::naming::Naming;
use document::Block;
use document::Format;

/// Whether there is anything to show: there are answers, or the columns of a file have to be named.
pub(super) fn is_in(report: &Report) -> bool {
    let waits = |file: &missing_rates::report::FileEntry| file.problem.as_ref().is_some_and(crate::naming::is_by_hand);
    !report.wordings.is_empty()
        || !report.names.is_empty()
        || !report.conflicts.is_empty()
        || !report.chase.is_empty()
        || report.columns.iter().any(|column| column.state.asks())
        || report.files.iter().any(waits)
}

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::lead(lead(context))];
    blocks.extend(columns::blocks(context.language, &context.settings.columns));
    blocks.extend(columns_read::blocks(context));
    blocks.extend(versions::blocks(context, FileKind::AuthorityAnswers));
    blocks.extend(conflicts::blocks(context));
    blocks.extend(names::blocks(context));
    blocks.extend(wordings::blocks(context));
    if !context.settings.query.decisions.is_empty() {
        blocks.extend([
            Block::heading(context.language.answers_keep_heading()),
            Block::Download {
                format: Format::Decisions,
                about: context.language.answers_keep_about().into(),
                text: context.language.answers_keep().into(),
            },
        ]);
    }
    blocks.extend(chase::blocks(context));
    blocks
}

/// What needs a person's decision, if anything does.
pub(super) fn waits(context: Context<'_>) -> Option<Text> {
    let open = open(context);
    (!open.is_empty()).then(|| waiting(context.language, &open))
}

/// How many things of each kind need a person's decision.
fn open(context: Context<'_>) -> Vec<Text> {
    let report = context.report;
    let count = |n: usize| n as u64;
    let asks = |column: &&ColumnRead| column.state.asks();
    let columns = count(report.columns.iter().filter(asks).count());
    // Where single columns ask, they are counted, and not their file.
    let unknown = |file: &&Naming| !file.read && !report.columns.iter().filter(asks).any(|of| of.file == file.name);
    let files = count(context.settings.columns.files().iter().filter(unknown).count());
    let conflicts = count(report.conflicts.iter().filter(|conflict| !conflict.is_decided()).count());
    let names = count(report.names.iter().filter(|name| name.taken_for.needs_decision()).count());
    let not_understood = Answer::Withheld { reason: Withheld::NotUnderstood };
    let wordings = count(report.wordings.iter().filter(|wording| wording.answer == not_understood).count());
    let open = [
        (files, Language::answers_open_files as fn(Language, u64) -> Text),
        (columns, Language::answers_open_columns),
        (conflicts, Language::answers_open_conflicts),
        (names, Language::answers_open_names),
        (wordings, Language::answers_open_wordings),
    ];
    open.into_iter().filter(|(n, _)| *n > 0).map(|(n, words)| words(context.language, n)).collect()
}

fn waiting(language: Language, open: &[Text]) -> Text {
    match open {
        [] => language.answers_lead_settled().into(),
        [one] => language.answers_lead_open(one),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(Text::as_str).collect();
            language.answers_lead_open(&words::AnswersAnd { first: &first.join(", "), last }.text(language))
        }
    }
}

fn lead(context: Context<'_>) -> Text {
    let unread = !context.settings.columns.files().is_empty() && context.report.wordings.is_empty();
    match open(context).as_slice() {
        [_] if unread => context.language.answers_lead_unread().into(),
        open => waiting(context.language, open),
    }
}

#[cfg(test)]
mod tests;
