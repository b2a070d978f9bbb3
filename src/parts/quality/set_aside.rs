//! Rows that no figure rests on, by file and reason.

use missing_rates::report::{Report, SetAside};

use crate::document::{Block, Cell, Column, Row, Table};
use crate::shared::Shared;
use crate::text;

pub(super) fn blocks(report: &Report) -> Vec<Block> {
    let heading = Block::heading(text::quality_aside());
    if report.set_aside.is_empty() {
        return vec![heading, Block::text(text::quality_aside_none())];
    }
    let row = |rows: &SetAside| {
        Row::new([
            Cell::text(rows.file.clone()),
            Cell::text(text::reason(rows.reason)),
            Cell::number(text::format::number(rows.count), rows.count as f64),
        ])
    };
    vec![
        heading,
        Block::text(text::quality_aside_text()),
        Block::Table {
            table: Shared::new(Table {
                id: "quality-set-aside".into(),
                caption: text::quality_aside_caption().into(),
                columns: vec![
                    Column::words(text::quality_file()),
                    Column::words(text::quality_reason()),
                    Column::numbers(text::quality_rows()),
                ],
                rows: report.set_aside.iter().map(row).collect(),
                sortable: false,
            }),
        },
    ]
}
