//! The findings, child by child.

use missing_rates::report::{FoundChild, FoundRow, Report};
use words::Language;

use super::super::child_link::link;
use super::line::line;
use document::Shared;
use document::{Block, Cell, Column, Row, Table};

pub(super) fn blocks(language: Language, report: &Report) -> Vec<Block> {
    let children = &report.found_children;
    let mut blocks = Vec::new();
    if children.len() == missing_rates::report::FINDING_ROWS {
        blocks.push(Block::text(language.quality_children_first(children.len() as u64)));
    }
    blocks.push(Block::Table {
        table: Shared::new(Table {
            id: "quality-children".into(),
            caption: language.quality_children_caption().into(),
            columns: vec![
                Column::words(language.quality_child_column()),
                Column::words(language.quality_child_rows()),
                Column::numbers(language.quality_findings_column()),
            ],
            rows: children.iter().map(|value| row(language, value)).collect(),
            sortable: false,
        }),
    });
    blocks
}

fn row(language: Language, child: &FoundChild) -> Row {
    let mut rules: Vec<&str> = child.rows.iter().map(|found| found.rule).collect();
    rules.dedup();
    Row::new([
        Cell::text(child.child.clone()),
        Cell { blocks: vec![link(language, &child.child), details(language, child)], ..Cell::text(rules.join(", ")) },
        Cell::number(language.number(child.count), child.count as f64),
    ])
}

fn details(language: Language, child: &FoundChild) -> Block {
    let item = |found: &FoundRow| {
        words::QualityChildFinding { line: &line(language, &found.row, false), rule: found.rule }.text(language)
    };
    let mut blocks = Vec::new();
    let (shown, all) = (child.rows.len() as u64, child.count);
    if shown < all {
        blocks.push(Block::text(words::QualityFirst { all, shown }.text(language)));
    }
    blocks.push(Block::List { items: child.rows.iter().map(item).collect() });
    Block::Details { summary: language.quality_child_show(all), blocks }
}
