//! Counts as bars, with a table of the same counts.

use missing_rates::report::Shown;
use words::{Language, Text};

use document::Shared;
use document::{Bar, Block, Cell, Chart, Column, Drawing, Row, Table};

/// Counts with their names.
pub(super) struct Counted {
    /// It differs from the id of any other chart in the part.
    pub(super) id: &'static str,
    pub(super) caption: Text,
    /// What the names are, and what is counted.
    pub(super) name: &'static str,
    pub(super) number: &'static str,
    pub(super) rows: Vec<(Text, Shown)>,
    /// The sum of all counts.
    pub(super) all: Shown,
}

/// A chart and a table of counts.
pub(super) fn counted(language: Language, of: Counted) -> [Block; 2] {
    let Counted { id, caption, name, number, rows, all } = of;
    let most = rows.iter().filter_map(|(_, n)| n.number()).max().unwrap_or(0).max(1);
    let bar = |(name, n): &(Text, Shown)| Bar {
        name: name.clone(),
        number: language.shown(*n),
        length: n.number().map(|n| n as f64 / most as f64),
        marked: false,
    };
    let bars: Vec<Bar> = rows.iter().map(bar).collect();
    let row = |(name, n): &(Text, Shown)| {
        let key = n.number().map(|n| n as f64);
        let share = Cell::number(language.shown_part_of(*n, all), key);
        Row::new([Cell::text(name.clone()), Cell::number(language.shown(*n), key), share])
    };
    let table = Table {
        id: [id, "-table"].concat().into(),
        caption: caption.clone(),
        columns: vec![Column::words(name), Column::numbers(number), Column::numbers(language.incidents_share_of_all())],
        rows: rows.iter().map(row).collect(),
        sortable: false,
    };
    let chart = Chart {
        id: id.into(),
        alternative: alternative(language, &caption, &bars),
        caption,
        drawing: Drawing::Bars { bars },
    };
    [Block::chart(chart), Block::Table { table: Shared::new(table) }]
}

/// What bars show, in words.
pub(super) fn alternative(language: Language, caption: &str, bars: &[Bar]) -> Text {
    let one =
        |bar: &Bar| words::IncidentsAlternativeOne { name: &bar.name, number: &bar.number }.text(language).to_string();
    let values = bars.iter().map(one).collect::<Vec<_>>().join("; ");
    words::IncidentsAlternative { caption, values: &values }.text(language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use words::Language::English;

    #[test]
    fn a_hidden_count_is_no_bar_of_zero_and_a_shown_one_has_its_share_of_all() {
        let [chart, table] = counted(
            English,
            Counted {
                id: "of",
                caption: "Counts".into(),
                name: "Name",
                number: "Number",
                rows: vec![
                    ("a".into(), Shown::Number(8)),
                    ("b".into(), Shown::Confidential),
                    ("c".into(), Shown::Number(0)),
                ],
                all: Shown::Number(10),
            },
        );
        let Block::Chart { chart } = chart else { panic!("{chart:?}") };
        let Drawing::Bars { bars } = &chart.drawing else { panic!("{chart:?}") };
        assert_eq!(bars.iter().map(|bar| bar.length).collect::<Vec<_>>(), [Some(1.0), None, Some(0.0)]);
        let Block::Table { table } = table else { panic!("{table:?}") };
        let shares: Vec<&str> = table.rows.iter().map(|row| row.cells[2].text.as_str()).collect();
        assert_eq!(shares, ["80.0%", "c", "0.0%"]);
    }
}
