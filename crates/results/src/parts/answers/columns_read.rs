//! How the columns of each table were read: the first cells, what the column was taken for, and the words that were not
//! understood.

use missing_rates::mapping::Field;
use missing_rates::report::{ColumnRead, ColumnState, FileKind};
use words::Language;
use words::Text;

use super::columns::name;
use crate::context::Context;
use document::{Block, Cell, Column, Row, Shared, Table};

/// How many characters of the first cells are shown.
const SHOWN: usize = 60;

/// One table for each file. Tables that need a person's decision are open.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let columns = &context.report.columns;
    if columns.is_empty() {
        return Vec::new();
    }
    let tables = columns.chunk_by(|a, b| a.file == b.file).enumerate().map(|of| table(context.language, of)).collect();
    let asks = columns.iter().any(|column| column.state.asks());
    let about = Block::text(context.language.columns_read_about());
    let tables: Vec<Block> = std::iter::once(about).chain::<Vec<Block>>(tables).collect();
    if asks {
        std::iter::once(Block::heading(context.language.columns_read_heading())).chain(tables).collect()
    } else {
        vec![Block::Details { summary: context.language.columns_read_heading().into(), blocks: tables }]
    }
}

fn table(language: Language, (number, columns): (usize, &[ColumnRead])) -> Block {
    let file = columns.first().map_or("", |column| column.file.as_str());
    let table = Table {
        id: format!("columns-read-{number}").into(),
        caption: language.columns_read_caption(file),
        columns: vec![
            Column::words(language.columns_read_column()),
            Column::words(language.columns_read_cells()),
            Column::words(language.columns_read_as()),
            Column::words(language.columns_read_words()),
            Column::words(language.columns_read_used()),
        ],
        rows: columns.iter().map(|value| row(language, value)).collect(),
        sortable: false,
    };
    Block::Table { table: Shared::new(table) }
}

fn row(language: Language, column: &ColumnRead) -> Row {
    let number = language.number(column.column);
    let heading = if column.heading.trim().is_empty() {
        language.columns_nameless(&number)
    } else {
        Text::from(column.heading.as_str())
    };
    let mut heading = Cell::text(heading);
    heading.about = Some(language.columns_nameless(&number));
    let mut read_as = Cell::text(read_as(language, column));
    read_as.about = column.period.map(|value| language.period(value));
    Row::new([
        heading,
        Cell::text(short(&column.examples.join(" · "))),
        read_as,
        Cell::text(column.not_understood.join(", ")),
        Cell::text(state(language, column.state)),
    ])
    .marked(column.state.asks())
}

/// What a column was taken for, in words.
fn read_as(language: Language, column: &ColumnRead) -> Text {
    match column.read_as.as_str() {
        "" => language.columns_read_nothing().into(),
        "period-start" => language.columns_read_start().into(),
        "period-end" => language.columns_read_end().into(),
        "unit" => language.columns_read_unit().into(),
        "child" => language.columns_read_child().into(),
        field => Field::named(FileKind::AuthorityAnswers, field)
            .map_or_else(|| Text::from(field), |value| name(language, value)),
    }
}

/// Whether it is used, or why not.
fn state(language: Language, state: ColumnState) -> &'static str {
    match state {
        ColumnState::Used => language.columns_state_used(),
        ColumnState::Checked => language.columns_state_checked(),
        ColumnState::NotNeeded => language.columns_state_not_needed(),
        ColumnState::OtherMeaning => language.columns_state_other_meaning(),
        ColumnState::NotUnderstood => language.columns_state_not_understood(),
        ColumnState::NoGroup => language.columns_state_no_group(),
        ColumnState::BareQuestion => language.columns_state_bare_question(),
        ColumnState::SameAsAnother => language.columns_state_same(),
        ColumnState::PartOnly => language.columns_state_part_only(),
        ColumnState::Breakdown => language.columns_state_breakdown(),
        ColumnState::NoPeriod => language.columns_state_no_period(),
    }
}

fn short(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
