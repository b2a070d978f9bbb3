//! Counts as bars, and the table that says the same.

use yew::AttrValue;

use crate::document::{Bar, Block, Cell, Chart, Column, Drawing, Row, Table};
use crate::shared::Shared;
use crate::text;

/// Counts with their names.
pub(super) struct Counted {
    /// Unlike that of any other in the part.
    pub(super) id: &'static str,
    pub(super) caption: AttrValue,
    /// What the names are, and what is counted.
    pub(super) name: &'static str,
    pub(super) number: &'static str,
    pub(super) rows: Vec<(AttrValue, u64)>,
}

/// A chart and a table of counts.
pub(super) fn counted(of: Counted) -> [Block; 2] {
    let Counted { id, caption, name, number, rows } = of;
    let most = rows.iter().map(|(_, n)| *n).max().unwrap_or(0).max(1);
    let all: u64 = rows.iter().map(|(_, n)| n).sum();
    let bar = |(name, n): &(AttrValue, u64)| Bar {
        name: name.clone(),
        number: text::format::number(*n),
        length: *n as f64 / most as f64,
        marked: false,
    };
    let bars: Vec<Bar> = rows.iter().map(bar).collect();
    let row = |(name, n): &(AttrValue, u64)| {
        let share = Cell::number(text::format::part_of(*n, all), *n as f64);
        Row::new([Cell::text(name.clone()), Cell::number(text::format::number(*n), *n as f64), share])
    };
    let table = Table {
        id: [id, "-table"].concat().into(),
        caption: caption.clone(),
        columns: vec![Column::words(name), Column::numbers(number), Column::numbers(text::incidents_share_of_all())],
        rows: rows.iter().map(row).collect(),
        sortable: false,
    };
    let chart =
        Chart { id: id.into(), alternative: alternative(&caption, &bars), caption, drawing: Drawing::Bars { bars } };
    [Block::Chart { chart }, Block::Table { table: Shared::new(table) }]
}

/// What bars show, in words.
pub(super) fn alternative(caption: &str, bars: &[Bar]) -> AttrValue {
    let one = |bar: &Bar| text::IncidentsAlternativeOne { name: &bar.name, number: &bar.number }.text().to_string();
    let values = bars.iter().map(one).collect::<Vec<_>>().join("; ");
    text::IncidentsAlternative { caption, values: &values }.text()
}
