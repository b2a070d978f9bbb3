//! Rows that no figure rests on, by file and reason.

use missing_rates::report::{Report, SetAside};

use document::Shared;
use document::{Block, Cell, Column, Row, Table};

pub(super) fn blocks(report: &Report) -> Vec<Block> {
    let heading = Block::heading(words::quality_aside());
    if report.set_aside.is_empty() {
        return vec![heading, Block::text(words::quality_aside_none())];
    }
    let row = |rows: &SetAside| {
        Row::new([
            Cell::text(rows.file.clone()),
            Cell::text(words::reason(rows.reason)),
            Cell::number(words::format::number(rows.count), rows.count as f64),
        ])
    };
    vec![
        heading,
        Block::text(words::quality_aside_text()),
        Block::Table {
            table: Shared::new(Table {
                id: "quality-set-aside".into(),
                caption: words::quality_aside_caption().into(),
                columns: vec![
                    Column::words(words::quality_file()),
                    Column::words(words::quality_reason()),
                    Column::numbers(words::quality_rows()),
                ],
                rows: report.set_aside.iter().map(row).collect(),
                sortable: false,
            }),
        },
    ]
}
