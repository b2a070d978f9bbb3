//! Tables in which something is decided.

use document::{Block, Column, Row, Shared, Table};
use words::Text;

/// A table with controls in its cells.
pub(super) fn table(id: &'static str, caption: impl Into<Text>, columns: Vec<Column>, rows: Vec<Row>) -> Block {
    let table = Table { id: id.into(), caption: caption.into(), columns, rows, sortable: true };
    Block::Table { table: Shared::new(table) }
}
