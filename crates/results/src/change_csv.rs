//! Changes in files: a number in the cell, and its unit in the heading. `up 2.1 percentage points` is nothing that a spreadsheet
//! can sort or add up.

use document::Table;
use words::Language;

/// What stands for the number when a sentence is taken apart.
const HERE: &str = "\u{0}";

/// A unit of changes, by how it is written before and after a number, up or down.
struct Unit {
    /// In a heading.
    name: String,
    /// Each with its sign.
    frames: Vec<(&'static str, String, String)>,
}

impl Unit {
    /// Percentage points, and percent of what was there before.
    fn all(language: Language) -> [Self; 2] {
        let frame = |sign, text: &str| {
            let (before, after) = text.split_once(HERE).unwrap_or((text, ""));
            (sign, before.to_owned(), after.to_owned())
        };
        let points = [language.points(HERE), language.points("1").replace('1', HERE).into()];
        let mut of_points = Vec::new();
        for points in &points {
            of_points.push(frame("", points));
            of_points.push(frame("-", &["−", points].concat()));
            of_points.push(frame("", &["+", points].concat()));
            of_points.push(frame("", &language.moved_up(points)));
            of_points.push(frame("-", &language.moved_down(points)));
        }
        let of_percent = vec![frame("", &language.percent_up_by(HERE)), frame("-", &language.percent_down_by(HERE))];
        let name = language.points(HERE).replace(HERE, "").trim().to_owned();
        [Self { name, frames: of_points }, Self { name: "%".to_owned(), frames: of_percent }]
    }

    /// The number of a change in this unit; `None` if a cell is none.
    fn number(&self, text: &str) -> Option<String> {
        self.frames.iter().find_map(|(sign, before, after)| {
            let number = text.strip_prefix(before.as_str())?.strip_suffix(after.as_str())?;
            let digits = number.replace(',', "");
            let plain = digits.chars().all(|c| c.is_ascii_digit() || c == '.') && digits.parse::<f64>().is_ok();
            plain.then(|| [if digits.parse() == Ok(0.0) { "" } else { sign }, digits.as_str()].concat())
        })
    }
}

/// The headings and the cells of a table, with numbers for its changes. A column with changes in two units stays as it is.
pub(crate) fn with_numbers(language: Language, table: &Table) -> (Vec<String>, Vec<Vec<String>>) {
    let units = Unit::all(language);
    let mut heads: Vec<String> = table.columns.iter().map(|column| column.name.to_string()).collect();
    let mut rows: Vec<Vec<String>> =
        table.rows.iter().map(|row| row.cells.iter().map(|cell| cell.text.to_string()).collect()).collect();
    for (at, head) in heads.iter_mut().enumerate() {
        let has = |unit: &&Unit| rows.iter().any(|row| row.get(at).is_some_and(|cell| unit.number(cell).is_some()));
        let [unit] = units.iter().filter(has).collect::<Vec<_>>()[..] else { continue };
        *head = [head.as_str(), " (", &unit.name, ")"].concat();
        for cell in rows.iter_mut().filter_map(|row| row.get_mut(at)) {
            if *cell == language.moved_none() {
                "0".clone_into(cell);
            } else if let Some(number) = unit.number(cell) {
                *cell = number;
            }
        }
    }
    (heads, rows)
}

#[cfg(test)]
mod tests {
    use document::{Cell, Column, Row};
    use words::Language::English;

    use super::*;

    #[test]
    fn a_change_is_a_number_with_its_unit_in_the_heading() {
        let cells = [
            ["Kent", "up 2.1 percentage points", "up 28.2%", "37.0%"],
            ["Hull", "down 1 percentage point", "down 1,022%", "<5"],
            ["Leeds", "−0.4 percentage points", "", "−"],
            ["Derby", "no change", "up 22% on 960", "12 to 13%"],
            ["Bury", "up by less than 0.1 percentage points", "no answer", "0.0 to 1.0 percentage points"],
            ["York", "−0.0 percentage points", "", ""],
        ];
        let table = Table {
            columns: ["Authority", "Change", "Relative", "Share"].map(Column::words).to_vec(),
            rows: cells.map(|row| Row::new(row.map(Cell::text))).to_vec(),
            id: "changes".into(),
            caption: "Changes".into(),
            sortable: false,
        };
        let (heads, rows) = with_numbers(English, &table);
        assert_eq!(heads, ["Authority", "Change (percentage points)", "Relative (%)", "Share"]);
        let column = |at: usize| rows.iter().map(|row| row[at].as_str()).collect::<Vec<_>>();
        assert_eq!(column(1), ["2.1", "-1", "-0.4", "0", "up by less than 0.1 percentage points", "0.0"]);
        assert_eq!(column(2), ["28.2", "-1022", "", "up 22% on 960", "no answer", ""]);
        assert_eq!(column(3), ["37.0%", "<5", "−", "12 to 13%", "0.0 to 1.0 percentage points", ""]);
    }
}
