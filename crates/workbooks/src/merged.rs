//! Merged cells: what a person reads in one of them holds for all that it spans, if it is words, a year or a day. A number that
//! is there once for several columns or rows may be that of each or of all of them: nobody can know, so it is written in words
//! that a person is asked about.

use std::collections::{BTreeMap, BTreeSet};

use crate::refusal::Refusal;
use crate::tables::{Notes, Rule, letters};

/// The most rows and columns that a sheet has, in every format.
pub(crate) const MOST_ROWS: u32 = 1_048_576;
pub(crate) const MOST_COLUMNS: u32 = 16_384;

/// The most cells of a sheet with merged cells. People merge cells by hand.
const MOST: usize = 2_000_000;

/// The most bytes that their texts come to.
const MOST_TEXT: usize = 256 * 1024 * 1024;

/// What a cell holds, as far as it matters for what merged cells may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holds {
    Words,
    /// A number that may be a count.
    Number,
    /// A year or a day.
    When,
}

/// Cells from one corner to the other, both from 0 and included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Area {
    pub(crate) rows: (u32, u32),
    pub(crate) columns: (u32, u32),
}

impl Area {
    /// `B2:D4`; `None` if it is no area of several cells.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let (from, to) = text.split_once(':')?;
        let (from, to) = (place(from)?, place(to)?);
        Self::of((from.0, to.0), (from.1, to.1))
    }

    /// Of these rows and columns, as far as a sheet goes; `None` if it is one cell or none.
    pub(crate) fn of(rows: (u32, u32), columns: (u32, u32)) -> Option<Self> {
        let rows = (rows.0, rows.1.min(MOST_ROWS - 1));
        let columns = (columns.0, columns.1.min(MOST_COLUMNS - 1));
        let ordered = rows.0 <= rows.1 && columns.0 <= columns.1;
        let several = rows.0 < rows.1 || columns.0 < columns.1;
        (ordered && several).then_some(Self { rows, columns })
    }

    fn name(&self) -> String {
        let at = |row: u32, column: u32| letters(column) + &(u64::from(row) + 1).to_string();
        at(self.rows.0, self.columns.0) + ":" + &at(self.rows.1, self.columns.1)
    }

    fn has(&self, (row, column): (u32, u32)) -> bool {
        (self.rows.0..=self.rows.1).contains(&row) && (self.columns.0..=self.columns.1).contains(&column)
    }
}

/// A cell by its name: `C7` is row 6 and column 2, both from 0.
pub(crate) fn place(name: &str) -> Option<(u32, u32)> {
    let name = name.trim().replace('$', "");
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (column, row) = name.split_at(digits);
    if column.is_empty() || column.len() > 3 {
        return None;
    }
    let mut number = 0_u32;
    for letter in column.bytes() {
        number = number * 26 + u32::from(letter.to_ascii_uppercase().checked_sub(b'A').filter(|at| *at < 26)?) + 1;
    }
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, number - 1))
}

type Cells = BTreeMap<(u32, u32), (String, Holds)>;

/// The cells of a sheet that has merged ones.
pub(crate) struct Merged {
    areas: Vec<Area>,
    cells: Cells,
    /// How many bytes their texts come to.
    bytes: usize,
}

impl Merged {
    pub(crate) fn new(mut areas: Vec<Area>) -> Self {
        areas.sort_unstable();
        areas.dedup();
        Self { areas, cells: Cells::new(), bytes: 0 }
    }

    pub(crate) fn cell(&mut self, row: u32, column: u32, text: &str, holds: Holds) -> Result<(), Refusal> {
        self.bytes = self.bytes.saturating_add(text.len());
        if self.cells.len() == MOST || self.bytes > MOST_TEXT {
            return Err(Refusal::TooLarge);
        }
        self.cells.insert((row, column), (text.to_owned(), holds));
        Ok(())
    }

    /// Every cell with its text, those that merged ones span among them.
    ///
    /// # Errors
    /// They span more than any sheet has.
    pub(crate) fn fill(self, notes: &mut Notes) -> Result<impl Iterator<Item = ((u32, u32), String)>, Refusal> {
        let Self { areas, mut cells, mut bytes } = self;
        // What lies below a merged cell is not seen.
        for area in &areas {
            let first = (area.rows.0, area.columns.0);
            let seen = cells.get(&first).map(|(text, _)| text.clone());
            let below = cells.range(first..=(area.rows.1, area.columns.1)).map(|(at, _)| *at);
            let below: Vec<_> = below.filter(|at| *at != first && area.has(*at)).collect();
            for at in below {
                let hidden = cells.remove(&at).map(|(text, _)| text);
                if let Some(text) = hidden.filter(|text| seen.as_ref() != Some(text)) {
                    notes.add(Rule::MergedOver, Some(at.0), Some(at.1), &text);
                }
            }
        }
        let rows: BTreeSet<u32> = cells.keys().map(|(row, _)| *row).collect();
        let columns: BTreeSet<u32> = cells.keys().map(|(_, column)| *column).collect();
        let mut filled = Cells::new();
        for area in &areas {
            let first = (area.rows.0, area.columns.0);
            let Some((text, holds)) = cells.get(&first) else { continue };
            if is_title(area, &cells, &columns) {
                continue;
            }
            // A row or column that has no cell of its own is there for its looks.
            let spanned: Vec<(u32, u32)> = rows
                .range(area.rows.0..=area.rows.1)
                .flat_map(|row| columns.range(area.columns.0..=area.columns.1).map(move |column| (*row, *column)))
                .filter(|at| *at != first)
                .take(MOST)
                .collect();
            bytes = bytes.saturating_add(text.len().saturating_mul(spanned.len()));
            if filled.len() + spanned.len() >= MOST || bytes > MOST_TEXT {
                return Err(Refusal::TooLarge);
            }
            if spanned.is_empty() {
                continue;
            }
            // The first column says whose a row is.
            let labels = columns.first() == Some(&first.1) && area.columns.0 == area.columns.1;
            let asked = is_answer(text, *holds) && !labels;
            let written = if asked { format!("merged {}: {text}", area.name()) } else { text.clone() };
            let rule = if asked { Rule::MergedNumber } else { Rule::MergedCells };
            notes.add(rule, Some(first.0), Some(first.1), &format!("{}: {text}", area.name()));
            if asked {
                filled.insert(first, (written.clone(), *holds));
            }
            filled.extend(spanned.into_iter().map(|at| (at, (written.clone(), *holds))));
        }
        cells.extend(filled);
        Ok(cells.into_iter().map(|(at, (text, _))| (at, text)))
    }
}

/// Whether an area is a title: one row, as wide as the sheet, with nothing beside it.
fn is_title(area: &Area, cells: &Cells, columns: &BTreeSet<u32>) -> bool {
    let row = area.rows.0;
    let alone = cells.range((row, 0)..=(row, u32::MAX)).count() == 1;
    let wide = columns.first() >= Some(&area.columns.0) && columns.last() <= Some(&area.columns.1);
    alone && wide && area.rows.0 == area.rows.1
}

/// Whether a cell is an answer that could be that of each, or of all: a number, or a range of numbers.
fn is_answer(text: &str, holds: Holds) -> bool {
    let text = text.trim();
    let digits = |text: &str| !text.is_empty() && text.len() < 4 && text.bytes().all(|b| b.is_ascii_digit());
    let range = || text.split_once(['-', '–']).is_some_and(|(from, to)| digits(from.trim()) && digits(to.trim()));
    let bound = || text.split_once(" or ").is_some_and(|(number, _)| digits(number.trim()));
    let typed = || text.replace(',', "").parse::<f64>().is_ok_and(|value| !(1990.0..2080.0).contains(&value));
    match holds {
        Holds::When => false,
        Holds::Number => true,
        Holds::Words => text.starts_with(['<', '>', '≤', '≥']) || typed() || range() || bound(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cells by row, `.` for none, and areas; what comes of it.
    fn filled(rows: &[&[&str]], areas: &[&str]) -> Vec<String> {
        let mut merged = Merged::new(areas.iter().filter_map(|area| Area::read(area)).collect());
        for (row, cells) in (0..).zip(rows) {
            for (column, text) in (0..).zip(*cells).filter(|(_, text)| **text != ".") {
                let holds = match text.parse::<f64>() {
                    Ok(year) if (1990.0..2080.0).contains(&year) => Holds::When,
                    Ok(_) => Holds::Number,
                    Err(_) => Holds::Words,
                };
                merged.cell(row, column, text, holds).unwrap();
            }
        }
        let cells: BTreeMap<(u32, u32), String> = merged.fill(&mut Notes::default()).unwrap().collect();
        let width = rows.iter().map(|row| row.len()).max().unwrap_or_default();
        let cell = |row: usize, column: usize| {
            let at = (u32::try_from(row).unwrap(), u32::try_from(column).unwrap());
            cells.get(&at).map_or(".", String::as_str)
        };
        (0..rows.len()).map(|row| (0..width).map(|column| cell(row, column)).collect::<Vec<_>>().join("|")).collect()
    }

    #[test]
    fn names_and_years_reach_over_what_they_span() {
        let rows = filled(
            &[
                &[".", "2023", ".", "2024", "."],
                &["Authority", "UASC", "Missing", "UASC", "Missing"],
                &["Kent", "1", "2", "3", "4"],
            ],
            &["B1:C1", "D1:E1"],
        );
        assert_eq!(rows[0], ".|2023|2023|2024|2024");
        let rows = filled(&[&["A", "Y", "N"], &["Kent", "2023", "5"], &[".", "2024", "6"]], &["A2:A3"]);
        assert_eq!(rows[2], "Kent|2024|6");
    }

    #[test]
    fn a_number_for_several_cells_is_a_question() {
        let head: &[&str] = &["A", "Identified", "Suspected"];
        let of = |text: &str| filled(&[head, &["Kent", text, "."]], &["B2:C2"])[1].clone();
        assert_eq!(of("12"), "Kent|merged B2:C2: 12|merged B2:C2: 12");
        assert_eq!(of("<5"), "Kent|merged B2:C2: <5|merged B2:C2: <5");
        assert_eq!(of("5 or less"), "Kent|merged B2:C2: 5 or less|merged B2:C2: 5 or less");
        assert_eq!(of("Refused s.12"), "Kent|Refused s.12|Refused s.12");
        assert_eq!(of("Not held"), "Kent|Not held|Not held");
    }

    #[test]
    fn a_title_and_a_column_merged_for_its_looks_are_left_as_they_are() {
        let rows = filled(&[&["Answers 2024", ".", "."], &["A", "B", "C"]], &["A1:C1"]);
        assert_eq!(rows[0], "Answers 2024|.|.");
        // Every cell of B is merged with C, which has none of its own.
        let rows = filled(&[&["A", "UASC", ".", "Missing"], &["Kent", "5", ".", "6"]], &["B1:C1", "B2:C2"]);
        assert_eq!(rows, ["A|UASC|.|Missing", "Kent|5|.|6"]);
    }

    #[test]
    fn identifiers_merged_down_the_first_column_are_those_of_each_row() {
        let rows = filled(&[&["CHILD", "DECOM"], &["123", "x"], &[".", "y"]], &["A2:A3"]);
        assert_eq!(rows[2], "123|y");
    }

    #[test]
    fn what_lies_under_a_merged_cell_and_differs_is_said() {
        let mut notes = Notes::default();
        let mut merged = Merged::new(vec![Area::of((1, MOST_ROWS), (0, 0)).unwrap()]);
        for (row, text) in [(0, "A"), (1, "Kent"), (2, "Surrey"), (3, "Kent")] {
            merged.cell(row, 0, text, Holds::Words).unwrap();
            merged.cell(row, 1, "x", Holds::Words).unwrap();
        }
        assert_eq!(merged.fill(&mut notes).unwrap().count(), 8);
        let mut wanted = Notes::default();
        wanted.add(Rule::MergedOver, Some(2), Some(0), "Surrey");
        // No area goes on below the last row of a sheet.
        wanted.add(Rule::MergedCells, Some(1), Some(0), "A2:A1048576: Kent");
        assert_eq!(format!("{notes:?}"), format!("{wanted:?}"));
    }

    #[test]
    fn places_are_read_as_spreadsheets_write_them() {
        assert_eq!(place("A1"), Some((0, 0)));
        assert_eq!(place("$XFD$1048576"), Some((1_048_575, 16_383)));
        for wrong in ["", "A", "1", "A0", "ABCD1", "Ä1", "A-1", "A99999999999"] {
            assert_eq!(place(wrong), None, "{wrong}");
        }
    }
}
