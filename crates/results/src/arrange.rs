//! What is shown of a large table at once, and in which order. The rows stay in the worker; the page gets those of the
//! window alone.

use missing_rates::Ordered;

use crate::settings::Settings;
use document::Shared;
use document::{Arranged, Block, Card, Cell, ROWS, Row, Table, Window};

/// The blocks with a window in the place of every table that a reader may sort, or that is long, as the person arranged it.
pub fn windows(blocks: &[Block], settings: &Settings) -> Vec<Block> {
    let shown = |block: &Block| match block {
        Block::Table { table } if table.sortable || table.rows.len() > ROWS => {
            let arranged = settings.arranged(&table.id);
            Block::Window { window: Shared::new(window(table, arranged)) }
        }
        Block::Details { summary, blocks } => {
            Block::Details { summary: summary.clone(), blocks: windows(blocks, settings) }
        }
        Block::Cards { cards } => {
            let card = |card: &Card| Card { blocks: windows(&card.blocks, settings), ..card.clone() };
            Block::Cards { cards: cards.iter().map(card).collect() }
        }
        // The whole report shows its tables as they are.
        other => other.clone(),
    };
    blocks.iter().map(shown).collect()
}

/// All rows of a table that the reader looks for, in the order that is wanted.
pub fn arranged(table: &Table, settings: &Settings) -> Table {
    let arranged = settings.arranged(&table.id);
    let rows = wanted(table, &arranged).into_iter().cloned().collect();
    let (id, caption, columns) = (table.id.clone(), table.caption.clone(), table.columns.clone());
    Table { id, caption, columns, rows, sortable: table.sortable }
}

fn wanted<'a>(table: &'a Table, arranged: &Arranged) -> Vec<&'a Row> {
    let find = arranged.find.trim().to_lowercase();
    let searched = |at: usize| at == 0 || table.columns.get(at).is_some_and(|column| column.searched);
    let found = |row: &&Row| {
        let mut cells = row.cells.iter().enumerate().filter(|(at, _)| searched(*at));
        find.is_empty() || cells.any(|(_, cell)| cell.text.to_lowercase().contains(&find))
    };
    let rows: Vec<&Row> = table.rows.iter().filter(found).collect();
    let Some(by) = arranged.by.and_then(|by| usize::try_from(by).ok()) else { return rows };
    let mut keyed: Vec<(Key, &Row)> = rows.iter().map(|row| (Key::of(row.cells.get(by)), *row)).collect();
    // Rows that are alike stay as they were.
    keyed.order_by(|(a, _), (b, _)| if arranged.backwards { b.cmp(a) } else { a.cmp(b) });
    keyed.into_iter().map(|(_, row)| row).collect()
}

/// What is shown of a table.
fn window(table: &Table, arranged: Arranged) -> Window {
    let rows = wanted(table, &arranged);
    // What is looked for may have become less than what was passed by.
    let from = if (arranged.from as usize) < rows.len() { arranged.from } else { 0 };
    let shown = rows.iter().skip(from as usize).take(ROWS).map(|row| Row::clone(row)).collect();
    let (id, caption, columns) = (table.id.clone(), table.caption.clone(), table.columns.clone());
    Window {
        table: Table { id, caption, columns, rows: shown, sortable: table.sortable },
        arranged: Arranged { from, ..arranged },
        wanted: rows.len() as u64,
        all: table.rows.len() as u64,
    }
}

/// What a cell is sorted by: what has no number comes first, then by number; words by themselves.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    /// The bits of the number, in the order of the numbers.
    number: Option<i64>,
    text: String,
}

impl Key {
    fn of(cell: Option<&Cell>) -> Self {
        let number = cell.and_then(|cell| cell.key).map(|key| {
            let bits = key.to_bits().cast_signed();
            // As in `f64::total_cmp`.
            bits ^ (((bits >> 63).cast_unsigned()) >> 1).cast_signed()
        });
        let text = if number.is_none() { cell.map(|cell| cell.text.to_lowercase()) } else { None };
        Self { number, text: text.unwrap_or_default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use document::{Column, Setting};

    /// Ten thousand rows: a name, a region, and a number that goes round in sevens.
    fn large() -> Table {
        let row = |n: u32| {
            let region = if n.is_multiple_of(2) { "South East" } else { "North West" };
            let number = f64::from(n % 7);
            Row::new([Cell::text(format!("Place {n}")), Cell::text(region), Cell::number(number.to_string(), number)])
        };
        Table {
            id: "large".into(),
            caption: "Large".into(),
            columns: vec![Column::words("Name"), Column::words("Region").searched(), Column::numbers("Number")],
            rows: (0..10_000).map(row).collect(),
            sortable: true,
        }
    }

    fn shown(arranged: Arranged) -> Window {
        window(&large(), arranged)
    }

    fn names(window: &Window) -> Vec<&str> {
        window.table.rows.iter().map(|row| row.cells[0].text.as_str()).collect()
    }

    #[test]
    fn a_hundred_rows_of_ten_thousand_are_shown_in_the_order_that_is_wanted() {
        let first = shown(Arranged::default());
        assert_eq!((first.table.rows.len(), first.wanted, first.all), (100, 10_000, 10_000));
        assert_eq!(names(&first)[..2], ["Place 0", "Place 1"]);
        let last = shown(Arranged { from: 9_950, ..Arranged::default() });
        assert_eq!((names(&last).len(), names(&last)[49]), (50, "Place 9999"));
        // From the largest down; alike rows as they were.
        let by = Arranged { by: Some(2), backwards: true, ..Arranged::default() };
        assert_eq!(names(&shown(by.clone()))[..3], ["Place 6", "Place 13", "Place 20"]);
        let by = Arranged { backwards: false, ..by };
        assert_eq!(names(&shown(by))[..3], ["Place 0", "Place 7", "Place 14"]);
    }

    #[test]
    fn rows_are_found_by_name_and_region_and_not_by_number() {
        let find = |find: &'static str, from| {
            let arranged = Arranged { find: find.into(), from, ..Arranged::default() };
            shown(arranged)
        };
        let found = find("place 99", 0);
        assert_eq!((found.wanted, names(&found)[0], names(&found).len()), (111, "Place 99", 100));
        assert_eq!(find(" south east ", 0).wanted, 5_000);
        assert_eq!(find("6", 0).wanted, 3_439, "those with a 6 in their name");
        // No row is left where the window was.
        let few = find("Place 9999", 200);
        assert_eq!((few.wanted, few.arranged.from, names(&few)), (1, 0, vec!["Place 9999"]));
        assert_eq!(find("nowhere", 0).table.rows.len(), 0);
    }

    #[test]
    fn only_tables_that_are_long_or_sorted_become_windows() {
        let table = |rows: usize, sortable| {
            let mut table = Table { sortable, ..large() };
            table.rows.truncate(rows);
            Block::Table { table: Shared::new(table) }
        };
        let blocks = vec![
            table(5, false),
            Block::Details { summary: "More".into(), blocks: vec![table(5, true), table(150, false)] },
        ];
        let mut settings = Settings::default();
        let arranged = Arranged { from: 2, ..Arranged::default() };
        settings.apply(Setting::Arrange { table: "large".into(), arranged });
        let shown = windows(&blocks, &settings);
        let [Block::Table { .. }, Block::Details { blocks, .. }] = shown.as_slice() else { panic!("{shown:?}") };
        let [Block::Window { window }, Block::Window { .. }] = blocks.as_slice() else { panic!("{blocks:?}") };
        assert_eq!((window.arranged.from, names(window)[0]), (2, "Place 2"));
    }
}
