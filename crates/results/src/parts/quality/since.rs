//! What became of the findings of an earlier work list. It names children, so it is on the page alone.

use document::{Block, Cell, Column, Row, Shared, Table, Text};
use missing_rates::checks::WorkRow;
use missing_rates::report::FileKind;
use missing_rates::since::{PastFinding, Since};
use words::Language;

use super::one_by_one::{listed, place};
use crate::context::Context;

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let language = context.language;
    // To compare takes as long as to check, so it is not done for nothing.
    let chosen = context.report.files.iter().any(|file| file.kind == FileKind::WorkList && file.problem.is_none());
    let Some(returns) = context.returns.filter(|_| chosen && !context.report.disclosure.is_safe()) else {
        return Vec::new();
    };
    let Some(since) = returns.since(&context.settings.query, &language) else { return Vec::new() };
    let mut blocks = vec![Block::heading(language.since_heading())];
    let [list] = &since.lists[..] else {
        blocks.push(Block::note(language.since_several(&since.lists.join(", "))));
        return blocks;
    };
    blocks.push(Block::lead(lead(language, &since, list)));
    blocks.extend(doubts(language, &since).into_iter().map(Block::note));
    let count = |rows: usize| rows as u64;
    blocks.extend(now(
        language,
        "since-new",
        (language.since_new(count(since.new.len())), language.since_new_caption()),
        &since.new,
    ));
    blocks.extend(now(
        language,
        "since-left",
        (language.since_left(count(since.left.len())), language.since_left_caption()),
        &since.left,
    ));
    let (fixed, not_checked, gone) = (&since.fixed, &since.not_checked, &since.gone);
    blocks.extend(then(
        language,
        "since-fixed",
        (language.since_fixed(count(fixed.len())), language.since_fixed_caption(list)),
        fixed,
    ));
    let names = (language.since_list_not_checked(count(not_checked.len())), language.since_not_checked_caption(list));
    blocks.extend(then(language, "since-not-checked", names, not_checked));
    let names = (language.since_list_gone(count(gone.len())), language.since_gone_caption(list));
    blocks.extend(then(language, "since-gone", names, gone));
    blocks.push(Block::text(language.since_how()));
    blocks
}

fn lead(language: Language, since: &Since, list: &str) -> Text {
    let count = |rows: usize| rows as u64;
    words::SinceLead {
        fixed: count(since.fixed.len()),
        left: count(since.left.len()),
        list,
        new: count(since.new.len()),
    }
    .text(language)
}

/// What is not known to be fixed.
fn doubts(language: Language, since: &Since) -> Vec<Text> {
    let (not_checked, gone) = (since.not_checked.len() as u64, since.gone.len() as u64);
    let doubts = [(not_checked, language.since_not_checked(not_checked)), (gone, language.since_gone(gone))];
    doubts.into_iter().filter(|(rows, _)| *rows > 0).map(|(_, text)| text).collect()
}

fn now(
    language: Language,
    id: &'static str,
    (summary, caption): (Text, &'static str),
    rows: &[WorkRow],
) -> Option<Block> {
    let table = || listed(language, id, caption.into(), &rows.iter().collect::<Vec<_>>());
    (!rows.is_empty()).then(|| Block::Details { summary, blocks: vec![table()] })
}

fn then(language: Language, id: &'static str, (summary, caption): (Text, Text), rows: &[PastFinding]) -> Option<Block> {
    let row = |of: &PastFinding| {
        Row::new([
            Cell::text(of.child.clone()),
            Cell { about: Some(language.rule(of.rule).into()), ..Cell::text(of.rule) },
            Cell::text(place_then(language, of)),
            Cell::text(of.values.join(" · ")),
        ])
    };
    let table = || Table {
        id: id.into(),
        caption,
        columns: vec![
            Column::words(language.since_child()),
            Column::words(language.quality_rule()),
            Column::words(language.since_where()),
            Column::words(language.since_values()),
        ],
        rows: rows.iter().map(row).collect(),
        sortable: true,
    };
    (!rows.is_empty()).then(|| Block::Details { summary, blocks: vec![Block::Table { table: Shared::new(table()) }] })
}

fn place_then(language: Language, of: &PastFinding) -> Text {
    words::QualityRow { file: &of.file, row: &of.row }.text(language)
}

/// The same for a terminal, line by line.
pub fn lines(language: Language, since: &Since) -> Vec<Text> {
    let [list] = &since.lists[..] else { return vec![language.since_several(&since.lists.join(", "))] };
    let mut lines = vec![lead(language, since, list)];
    lines.extend(doubts(language, since));
    let line = |name: &str, rule: &str, child: &str, place: &str, values: &[String]| {
        let values = &values.join(" · ");
        if child.is_empty() {
            words::SinceLine { name, place, rule, values }.text(language)
        } else {
            words::SinceLineChild { child, name, place, rule, values }.text(language)
        }
    };
    for (name, rows) in [(language.since_word_new(), &since.new), (language.since_word_left(), &since.left)] {
        lines.extend(rows.iter().map(|row| {
            let values: Vec<String> = row.found.cells.iter().map(|cell| super::line::cell(language, cell)).collect();
            let child = row.found.child.as_deref().unwrap_or_default();
            line(name, row.rule.code, child, &place(language, row), &values)
        }));
    }
    for (name, rows) in [
        (language.since_word_fixed(), &since.fixed),
        (language.since_word_not_checked(), &since.not_checked),
        (language.since_word_gone(), &since.gone),
    ] {
        lines.extend(rows.iter().map(|of| line(name, of.rule, &of.child, &place_then(language, of), &of.values)));
    }
    lines
}
