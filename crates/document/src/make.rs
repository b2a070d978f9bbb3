//! Short ways to make blocks and tables, and to find what is in them.

use missing_rates::report::is_taken_otherwise;

use crate::block::{Block, Card, Cell, Column, Row, Table};
use crate::chart::Chart;
use crate::shared::Shared;
use crate::text::Text;

/// A list of more lines than this is shown in columns.
pub const LONG: usize = 20;

impl Block {
    pub fn heading(text: impl Into<Text>) -> Self {
        Self::Heading { text: text.into() }
    }

    pub fn lead(text: impl Into<Text>) -> Self {
        Self::Lead { text: text.into() }
    }

    pub fn text(text: impl Into<Text>) -> Self {
        Self::Text { text: text.into() }
    }

    pub fn note(text: impl Into<Text>) -> Self {
        Self::Note { text: text.into() }
    }

    pub fn chart(chart: Chart) -> Self {
        Self::Chart { chart: Shared::new(chart) }
    }

    pub fn table(table: Table) -> Self {
        Self::Table { table: Shared::new(table) }
    }
}

impl Column {
    /// A column of words.
    pub fn words(name: impl Into<Text>) -> Self {
        Self { name: name.into(), numeric: false, searched: false }
    }

    /// A column of numbers.
    pub fn numbers(name: impl Into<Text>) -> Self {
        Self { name: name.into(), numeric: true, searched: false }
    }

    /// Makes rows searchable by this column.
    #[must_use]
    pub fn searched(self) -> Self {
        Self { searched: true, ..self }
    }
}

impl Cell {
    pub fn text(text: impl Into<Text>) -> Self {
        let text = text.into();
        Self { guarded: is_taken_otherwise(&text), text, ..Self::default() }
    }

    /// A missing thing that makes a figure impossible.
    pub fn gap(text: impl Into<Text>) -> Self {
        Self { gap: true, ..Self::text(text) }
    }

    /// A number as it is printed, and the key that it is sorted by.
    pub fn number(text: impl Into<Text>, key: impl Into<Option<f64>>) -> Self {
        Self { key: key.into(), ..Self::text(text) }
    }
}

impl Row {
    pub fn new(cells: impl Into<Vec<Cell>>) -> Self {
        Self { cells: cells.into(), marked: false }
    }

    /// Highlights it if `marked`.
    #[must_use]
    pub fn marked(self, marked: bool) -> Self {
        Self { marked, ..self }
    }
}

/// Blocks and the blocks inside them, in order, but not the blocks in cells of tables.
pub fn all(blocks: &[Block]) -> Vec<&Block> {
    let mut found = Vec::new();
    for block in blocks {
        found.push(block);
        match block {
            Block::Details { blocks, .. }
            | Block::Controls { blocks }
            | Block::Section { blocks, .. }
            | Block::Opened { blocks, .. } => found.extend(all(blocks)),
            Block::Cards { cards } => found.extend(cards.iter().flat_map(|Card { blocks, .. }| all(blocks))),
            _ => {}
        }
    }
    found
}

/// Every chart among blocks and the blocks inside them, in order.
pub fn charts(blocks: &[Block]) -> Vec<&Shared<Chart>> {
    let all = all(blocks).into_iter();
    all.filter_map(|block| if let Block::Chart { chart } = block { Some(chart) } else { None }).collect()
}

/// The table with this id among blocks and the blocks inside them.
pub fn table<'a>(blocks: &'a [Block], id: &str) -> Option<&'a Table> {
    all(blocks).into_iter().find_map(|block| match block {
        Block::Table { table } if table.id == id => Some(&**table),
        _ => None,
    })
}
