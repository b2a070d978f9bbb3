//! Tables of a web page, as a browser or a spreadsheet hands over what was copied.

use std::collections::BTreeMap;

use missing_rows::NAME_JOINT;

use crate::markup::{Markup, Piece, Tag};
use crate::merged::{Area, Holds, MOST_COLUMNS, MOST_ROWS};
use crate::refusal::Refusal;
use crate::sheet::{Ended, Sheet};
use crate::tables::{Rule, Taker};

/// The most cells that those come to that reach over several rows. People make a few.
const MOST_SPANNED: u64 = 2_000_000;
/// The longest text of a cell, in bytes.
const LONGEST: usize = 4 * 1024 * 1024;

/// A cell, where it begins and how far it reaches.
#[derive(Debug)]
struct Cell {
    row: u32,
    column: u32,
    area: Option<Area>,
    text: String,
}

/// A table whose end has not come.
#[derive(Debug, Default)]
struct Grid {
    cells: Vec<Cell>,
    hidden: Vec<u32>,
    /// How many rows have begun, and the column after the last cell of the current one.
    rows: u32,
    column: u32,
    /// For each column that a cell of an earlier row reaches into, the last row that it does.
    taken: BTreeMap<u32, u32>,
    /// How many cells all that reach over several come to.
    spanned: u64,
    /// How many rows and columns the cell that is open reaches over, and what is in it.
    open: Option<(u32, u32, String)>,
}

/// Reads every table; one within another is text of its cell.
///
/// # Errors
/// No table is in it, or there is more than a file may come to.
pub(crate) fn read(taker: &mut Taker<'_>, name: &str, markup: &[u8], sha256: &str) -> Result<(), Refusal> {
    let mut grids = grids(&String::from_utf8_lossy(markup))?;
    grids.retain(Grid::is_table);
    let several = grids.len() > 1;
    for (number, grid) in (1..).zip(&grids) {
        let name = if several { [name, NAME_JOINT, &number.to_string()].concat() } else { name.to_owned() };
        hand_on(taker, name, grid, sha256)?;
    }
    if grids.is_empty() { Err(Refusal::NoTable) } else { Ok(()) }
}

fn hand_on(taker: &mut Taker<'_>, name: String, grid: &Grid, sha256: &str) -> Result<(), Refusal> {
    let areas = grid.cells.iter().filter_map(|cell| cell.area).collect();
    let mut sheet = Sheet::begin(taker, name, areas);
    for row in &grid.hidden {
        sheet.notes.add(Rule::HiddenRow, Some(*row), None, "");
    }
    for cell in &grid.cells {
        sheet.cell(cell.row, cell.column, &cell.text, Holds::Words)?;
    }
    match sheet.end()? {
        Ended::Tables(tables, _) => tables.iter().try_for_each(|(table, notes)| taker.end(*table, notes, sha256)),
        Ended::NoTable(_) | Ended::Empty => Ok(()),
    }
}

/// The tables of a page. As browsers do, a cell ends where the next one begins, and a row likewise.
fn grids(markup: &str) -> Result<Vec<Grid>, Refusal> {
    let (mut grids, mut depth) = (Vec::new(), 0_u32);
    let mut grid = Grid::default();
    for piece in Markup::of(markup) {
        let outermost = depth == 1;
        match piece {
            Piece::Open(tag) => match tag.name() {
                "table" => depth += 1,
                "tr" if outermost => grid.begin_row(&tag)?,
                "td" | "th" if outermost => grid.begin_cell(&tag)?,
                "sup" | "sub" => grid.write(" ["),
                // Words of one line, whatever they look like.
                "a" | "abbr" | "b" | "em" | "font" | "i" | "small" | "span" | "strong" | "u" => {}
                _ => grid.write(" "),
            },
            Piece::Close(name) => match &*name {
                "table" if depth > 0 => {
                    depth -= 1;
                    if depth == 0 {
                        grid.end_cell()?;
                        grids.push(std::mem::take(&mut grid));
                    }
                }
                "td" | "th" | "tr" if outermost => grid.end_cell()?,
                "sup" | "sub" => grid.write("] "),
                _ => {}
            },
            Piece::Text(text) => grid.write(&text),
        }
        if grid.open.as_ref().is_some_and(|(_, _, text)| text.len() > LONGEST) {
            return Err(Refusal::TooLarge);
        }
    }
    // What was copied may end within a table.
    grid.end_cell()?;
    grids.push(grid);
    Ok(grids)
}

impl Grid {
    fn write(&mut self, text: &str) {
        if let Some((_, _, open)) = &mut self.open {
            open.push_str(text);
        }
    }

    fn begin_cell(&mut self, tag: &Tag) -> Result<(), Refusal> {
        self.end_cell()?;
        let spans = |name: &str| tag.attribute(name).and_then(|span| span.trim().parse().ok()).unwrap_or(1_u32).max(1);
        self.open = Some((spans("rowspan"), spans("colspan"), String::new()));
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), Refusal> {
        match self.open.take() {
            Some((down, across, text)) => {
                self.cell(text.split_whitespace().collect::<Vec<_>>().join(" "), down, across)
            }
            None => Ok(()),
        }
    }

    fn begin_row(&mut self, tag: &Tag) -> Result<(), Refusal> {
        self.end_cell()?;
        if self.rows == MOST_ROWS {
            return Err(Refusal::TooLarge);
        }
        self.rows += 1;
        self.column = 0;
        let style = tag.attribute("style").unwrap_or_default();
        if style.replace(' ', "").to_ascii_lowercase().contains("display:none") {
            self.hidden.push(self.rows - 1);
        }
        let row = self.rows - 1;
        // What reached into the row before alone is over.
        self.taken.retain(|_, last| *last >= row);
        Ok(())
    }

    fn cell(&mut self, text: String, down: u32, across: u32) -> Result<(), Refusal> {
        // A cell outside every row is none.
        let Some(row) = self.rows.checked_sub(1) else { return Ok(()) };
        while self.taken.contains_key(&self.column) {
            self.column += 1;
        }
        let column = self.column;
        let (last, across) = (row.saturating_add(down - 1).min(MOST_ROWS - 1), across.min(MOST_COLUMNS));
        self.column = column.saturating_add(across);
        if self.column > MOST_COLUMNS {
            return Err(Refusal::TooLarge);
        }
        self.spanned += u64::from(last - row) * u64::from(across);
        if self.spanned > MOST_SPANNED {
            return Err(Refusal::TooLarge);
        }
        if last > row {
            self.taken.extend((column..self.column).map(|column| (column, last)));
        }
        let area = Area::of((row, last), (column, self.column - 1));
        self.cells.push(Cell { row, column, area, text });
        Ok(())
    }

    /// Whether it has two rows of two cells.
    fn is_table(&self) -> bool {
        let rows = self.cells.chunk_by(|one, next| one.row == next.row);
        rows.filter(|cells| cells.iter().filter(|cell| !cell.text.is_empty()).count() > 1).nth(1).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::allowance::Allowance;
    use crate::tables::Tables;

    #[derive(Default)]
    struct Taken(Vec<(String, String)>);

    impl Tables for Taken {
        fn begin(&mut self, name: &str) {
            self.0.push((name.to_owned(), String::new()));
        }

        fn text(&mut self, table: usize, text: &[u8]) {
            self.0[table].1.push_str(&String::from_utf8_lossy(text));
        }
    }

    fn tables(markup: &str) -> Result<Vec<(String, Vec<String>)>, Refusal> {
        let mut found = Taken::default();
        let mut taker = Taker::new(&mut found, Allowance::of(markup.len()));
        read(&mut taker, "Pasted 1", markup.as_bytes(), "sum")?;
        let rows =
            |text: String| text.lines().skip(1).filter(|line| !line.starts_with('\x01')).map(Into::into).collect();
        Ok(found.0.into_iter().map(|(name, text)| (name, rows(text))).collect())
    }

    #[test]
    fn a_table_of_a_page_is_read_as_it_is_seen() {
        let markup = "<html xmlns:x=\"urn\"><head><meta charset=utf-8><style>td { x: '<td>'; }</style></head><body><!--StartFragment-->
            <p>x<TABLE border=0 cellspacing='0'><col width=64 span=3><tbody>
            <tr><th rowspan=2>Authority<th colspan=\"2\">2024</tr>
            <tr><th>UASC</th><th>UASC missing</th>
            <tr style='DISPLAY: none'><td> Ynys\n M&ocirc;n&nbsp;</td><td x:num=\"60\"><b>6</b>0<td>2<sup>1</sup></td>
            <tr><td>R&amp;D &lt;5&#44; &unknown; a &b<br>c<td>&#x41;<td></table><!--EndFragment--></body>";
        let rows = [
            "Authority,2024,2024",
            "Authority,UASC,UASC missing",
            "Ynys M\u{f4}n,60,2 [1]",
            "\"R&D <5, &unknown; a &b c\",A",
        ];
        assert_eq!(tables(markup).unwrap(), [("Pasted 1".to_owned(), rows.map(str::to_owned).to_vec())]);
    }

    #[test]
    fn several_tables_have_a_name_each_and_what_only_lays_out_is_none() {
        let table =
            "<table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2 <table><tr><td>3</table></td></tr></table>";
        let markup = format!("<body><table><tr><td>menu</td></tr></table>{table}{table}</body>");
        let found = tables(&markup).unwrap();
        let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["Pasted 1 › 1", "Pasted 1 › 2"]);
        assert_eq!(found[0].1, ["a,b", "1,2 3"]);
        assert_eq!(tables("<body><p>Nothing</p></body>"), Err(Refusal::NoTable));
        for cut in 0..markup.len() {
            if let Some(part) = markup.get(..cut) {
                let _ = tables(part);
            }
        }
    }
}
