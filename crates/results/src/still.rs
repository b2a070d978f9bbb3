//! Blocks as they are read on paper or in a file: without what can only be used, and with everything open.

use document::Shared;
use document::{Block, Card, Cell, Row, Table};
use words::Language;

/// The blocks without controls and downloads, with what can open standing open. What opens within a row of a table is left
/// out: it is about the single rows of files. No table shows more than `most` rows.
pub(crate) fn still(language: Language, blocks: Vec<Block>, most: usize) -> Vec<Block> {
    still_of(language, blocks, &|_| most)
}

/// The same, where `most` says of how many rows each table is, by its name.
pub(crate) fn still_of(language: Language, blocks: Vec<Block>, most: &dyn Fn(&str) -> usize) -> Vec<Block> {
    let mut shown = Vec::new();
    for block in blocks {
        match block {
            Block::Pick { .. }
            | Block::Checks { .. }
            | Block::Input { .. }
            | Block::Button { .. }
            | Block::Way { .. }
            | Block::Download { .. }
            | Block::Print { .. }
            | Block::Controls { .. }
            | Block::Link { .. }
            | Block::Page { .. } => {}
            // What is there to be copied says again what is above it.
            Block::Details { ref blocks, .. } if is_to_copy(blocks) => {}
            Block::Details { summary, blocks } => {
                shown.push(Block::Opened { summary, blocks: still_of(language, blocks, most) });
            }
            Block::Snippet { label, text, .. } => {
                shown.push(Block::Opened { summary: label, blocks: vec![Block::Letter { text }] });
            }
            Block::Cards { cards } => {
                let card = |card: Card| Card { blocks: still_of(language, card.blocks, most), ..card };
                shown.push(Block::Cards { cards: cards.into_iter().map(card).collect() });
            }
            Block::Table { table } => shown.extend(still_table(language, &table, most(&table.id))),
            Block::Heading { .. } => {
                drop_heading(&mut shown);
                shown.push(block);
            }
            other => shown.push(other),
        }
    }
    drop_heading(&mut shown);
    shown
}

/// Whether there is nothing but texts to copy.
fn is_to_copy(blocks: &[Block]) -> bool {
    !blocks.is_empty() && blocks.iter().all(|block| matches!(block, Block::Snippet { .. }))
}

/// Takes a heading away below which nothing is left.
fn drop_heading(shown: &mut Vec<Block>) {
    if matches!(shown.last(), Some(Block::Heading { .. })) {
        shown.pop();
    }
}

/// The table, and how many rows are left out.
fn still_table(language: Language, table: &Table, most: usize) -> Vec<Block> {
    let is_empty = |cell: &Cell| cell.text.is_empty() && cell.about.is_none();
    // A column that held nothing but controls goes too.
    let holds = |at: usize| table.rows.iter().any(|row| row.cells.get(at).is_some_and(|cell| !is_empty(cell)));
    let kept: Vec<bool> = (0..table.columns.len()).map(|at| table.rows.is_empty() || holds(at)).collect();
    let row = |row: &Row| {
        let mut cells = keep(&row.cells, &kept);
        for cell in &mut cells {
            cell.blocks.clear();
        }
        Row { cells, marked: row.marked }
    };
    let shown = Table {
        id: table.id.clone(),
        caption: table.caption.clone(),
        columns: keep(&table.columns, &kept),
        rows: table.rows.iter().take(most).map(row).collect(),
        sortable: false,
    };
    let more = table.rows.len().saturating_sub(most) as u64;
    let left_out = (more > 0).then(|| Block::note(language.whole_more(more)));
    [Block::Table { table: Shared::new(shown) }].into_iter().chain(left_out).collect()
}

/// Those that are kept.
fn keep<T: Clone>(all: &[T], kept: &[bool]) -> Vec<T> {
    all.iter().zip(kept).filter(|(_, kept)| **kept).map(|(one, _)| one.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use document::Format;
    use document::{Choice, Column, Command, Setting};
    use words::Language::English;

    const MOST: usize = 20;

    fn table(rows: usize) -> Block {
        let cell = |blocks| Cell { blocks, ..Cell::default() };
        let button = || Block::Button { command: Command::Export { format: Format::Csv }, text: "Do it".into() };
        let row = |n: usize| Row::new([Cell::text(n.to_string()), cell(vec![button()]), Cell::text("x")]);
        let columns = ["Name", "Decide", "More"].map(Column::words).into();
        let table =
            Table { id: "t".into(), caption: "T".into(), columns, rows: (0..rows).map(row).collect(), sortable: true };
        Block::Table { table: Shared::new(table) }
    }

    fn pick() -> Block {
        let options = vec![Choice { setting: Setting::FoiYear(2024), text: "A".into() }];
        Block::Pick { id: "p".into(), label: "P".into(), options, chosen: 0 }
    }

    #[test]
    fn what_can_only_be_used_goes_and_what_opens_is_open() {
        let download = Block::Download { format: Format::Csv, about: "All of it".into(), text: "Download".into() };
        let shown = still(
            English,
            vec![
                Block::heading("Kept"),
                pick(),
                Block::Controls { blocks: vec![pick()] },
                Block::Details { summary: "Why?".into(), blocks: vec![Block::text("So."), pick()] },
                Block::Snippet { id: "s".into(), label: "Letter".into(), text: "Dear\n\nSir".into() },
                Block::heading("Nothing but a download"),
                download,
                Block::heading("Last, and empty"),
            ],
            MOST,
        );
        let [Block::Heading { text }, Block::Opened { blocks: why, .. }, Block::Opened { blocks: letter, .. }] =
            shown.as_slice()
        else {
            panic!("{shown:?}")
        };
        assert_eq!((&**text, why.len()), ("Kept", 1));
        let [Block::Letter { text }] = letter.as_slice() else { panic!("{letter:?}") };
        assert_eq!(&**text, "Dear\n\nSir");
    }

    #[test]
    fn a_table_keeps_its_words_up_to_a_number_of_rows_and_says_how_many_more_there_are() {
        let shown = still(English, vec![table(MOST + 7)], MOST);
        let [Block::Table { table }, Block::Note { text }] = shown.as_slice() else { panic!("{shown:?}") };
        assert_eq!((table.rows.len(), table.sortable), (MOST, false));
        let names: Vec<&str> = table.columns.iter().map(|column| &*column.name).collect();
        assert_eq!((names, table.rows[0].cells.len()), (vec!["Name", "More"], 2));
        assert!(text.contains('7'), "{text}");
        assert_eq!(still(English, vec![self::table(MOST)], MOST).len(), 1);
    }
}
