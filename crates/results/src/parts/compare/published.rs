//! National and regional figures as their publisher printed them.

use missing_rates::report::Published;

use crate::context::Context;
use document::Shared;
use document::{Block, Cell, Column, Row, Table};

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let figures = context.report.published.iter().filter(|figure| Some(figure.period) == context.period);
    let mut places: Vec<(&str, Vec<Row>)> = Vec::new();
    for figure in figures {
        let row = Row::new([Cell::text(figure.measure.clone()), Cell::number(figure.printed.clone(), figure.value)]);
        let place = place(figure);
        match places.iter_mut().find(|(name, _)| *name == place) {
            Some((_, rows)) => rows.push(row),
            None => places.push((place, vec![row])),
        }
    }
    if places.is_empty() {
        return Vec::new();
    }
    let details = |(at, (name, rows)): (usize, (&str, Vec<Row>))| Block::Details {
        summary: name.to_owned().into(),
        blocks: vec![Block::Table {
            table: Shared::new(Table {
                id: ["published-", &at.to_string()].concat().into(),
                caption: context.language.published_caption(name),
                columns: vec![
                    Column::words(context.language.column_measure()),
                    Column::numbers(context.language.column_printed()),
                ],
                rows,
                sortable: false,
            }),
        }],
    };
    let mut blocks =
        vec![Block::heading(context.language.published_heading()), Block::text(context.language.published_about())];
    blocks.extend(places.into_iter().enumerate().map(details));
    blocks
}

/// The name of its area, or the publisher's name if the area is not known.
fn place(figure: &Published) -> &str {
    figure.area.name.unwrap_or(&figure.place)
}
