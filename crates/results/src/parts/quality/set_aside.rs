//! Rows that were not used for any figure, by file and reason.

use missing_rates::report::{Report, SetAside};
use words::Language;

use document::Shared;
use document::{Block, Cell, Column, Row, Table};

pub(super) fn blocks(language: Language, report: &Report) -> Vec<Block> {
    let heading = Block::heading(language.quality_aside());
    if report.set_aside.is_empty() {
        return vec![heading, Block::text(language.quality_aside_none())];
    }
    let row = |rows: &SetAside| {
        Row::new([
            Cell::text(rows.file.clone()),
            Cell::text(language.reason(rows.reason)),
            Cell::number(language.number(rows.count), rows.count as f64),
        ])
    };
    vec![
        heading,
        Block::text(language.quality_aside_text()),
        Block::Table {
            table: Shared::new(Table {
                id: "quality-set-aside".into(),
                caption: language.quality_aside_caption().into(),
                columns: vec![
                    Column::words(language.quality_file()),
                    Column::words(language.quality_reason()),
                    Column::numbers(language.quality_rows()),
                ],
                rows: report.set_aside.iter().map(row).collect(),
                sortable: false,
            }),
        },
    ]
}
