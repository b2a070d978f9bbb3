//! What is to the right of the last heading: nothing says what it is, and it is not read. A row of answers that goes on there may
//! have moved cells, and is not used. Several rows with several cells there are another table. And where the headings themselves
//! are those of two tables.

use missing_rows::Record;

use super::heading::{Kind, Role, read};
use super::text::cell_text;
use crate::report::Problem;

/// So many rows, each with so many cells beside the headings, are a table. One may be a comma too many.
const ROWS: u64 = 2;
const CELLS: usize = 2;

/// What was found beside the headings so far.
#[derive(Debug, Default)]
pub(super) struct BesideHeadings {
    /// How many columns have headings.
    width: usize,
    /// How many rows have several cells there, and the first of them.
    rows: u64,
    first: u64,
    /// The empty column between headings that may be of two tables, and the row of these.
    gap: Option<(usize, u64)>,
}

impl BesideHeadings {
    /// The number of columns up to the last heading.
    pub(super) fn begin(&mut self, width: usize) {
        self.width = width;
    }

    /// Whether a row goes on to the right of the headings.
    #[inline]
    pub(super) fn look(&mut self, record: &Record<'_>) -> bool {
        record.width() > self.width && self.look_there(record)
    }

    #[cold]
    fn look_there(&mut self, record: &Record<'_>) -> bool {
        let filled = record.cells().skip(self.width).filter(|cell| !cell_text(cell).trim().is_empty()).count();
        if filled >= CELLS {
            self.rows += 1;
            if self.rows == 1 {
                self.first = record.row;
            }
        }
        filled > 0
    }

    /// A header row. A person who named its columns knows what they are.
    pub(super) fn headings(&mut self, cells: &[String], row: u64, by_hand: bool) {
        self.gap = of_two(cells).filter(|_| !by_hand).map(|gap| (gap, row));
    }

    /// Looks at a row below the headings: what stands in the column between them heads it in another layer.
    #[inline]
    pub(super) fn below(&mut self, record: &Record<'_>) {
        if self.gap.is_some_and(|(gap, _)| !record.cell(gap).trim_ascii().is_empty()) {
            self.gap = None;
        }
    }

    /// Why the file cannot be used, if there is a table beside.
    pub(super) fn problem(&self) -> Option<Problem> {
        let row = self.gap.map(|(_, row)| row).or((self.rows >= ROWS).then_some(self.first))?;
        Some(Problem::TableBeside { row })
    }
}

/// The empty column between headings of two tables side by side, each with names of its own beside its figures. Rows of one would
/// count as the other's.
fn of_two(cells: &[String]) -> Option<usize> {
    let kinds: Vec<Kind> = cells.iter().map(|cell| read(cell).kind).collect();
    let is_figure = |kind: &Kind| matches!(kind, Kind::Figure | Kind::Share(_) | Kind::Average | Kind::Label);
    let names = |kind: &Kind| matches!(kind, Kind::Role(Role::Authority | Role::Code));
    let own = |kind: &Kind| names(kind) || matches!(kind, Kind::Breakdown | Kind::Aside | Kind::Nothing);
    (1..cells.len()).filter(|at| kinds[at - 1] == Kind::Blank && own(&kinds[*at])).find_map(|at| {
        let (before, after) = kinds.split_at(at);
        let both = before.iter().any(names) && before.iter().any(is_figure) && after.iter().any(is_figure);
        both.then(|| at - 1)
    })
}

/// Whether the headings of one table are there twice: what names its rows, with figures beside each.
pub(super) fn are_twice(cells: &[String]) -> bool {
    let kinds: Vec<Kind> = cells.iter().map(|cell| read(cell).kind).collect();
    (1..cells.len()).any(|at| {
        let names = matches!(kinds[at], Kind::Role(Role::Authority | Role::Code));
        let again = || cells[..at].iter().any(|cell| cell.trim().eq_ignore_ascii_case(cells[at].trim()));
        names && again() && kinds[..at].contains(&Kind::Figure) && kinds[at..].contains(&Kind::Figure)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_two_tables_are_told_from_those_of_one() {
        let row = |text: &str| text.split(',').map(str::to_owned).collect::<Vec<_>>();
        for (two, twice) in [
            ("Authority,Year,UASC,UASC missing,,Authority,Year,UASC,UASC missing", true),
            ("Authority,UASC,UASC missing,,Region,UASC,UASC missing", false),
            ("Local authority,Code,UASC,,,Council,UASC missing", false),
        ] {
            assert!(of_two(&row(two)).is_some(), "{two}");
            assert_eq!(are_twice(&row(two)), twice, "{two}");
        }
        assert!(are_twice(&row("Authority,UASC,UASC missing,Authority,UASC,UASC missing")));
        for one in [
            "Authority,Year,UASC,UASC missing",
            "Authority,UASC,UASC missing,,Looked-after children,Looked-after children who went missing",
            "Authority,2023,,2024,",
            "Authority,UASC,,Notes,Date received",
            ",Authority,Code,UASC,UASC missing",
            "Authority,Authority asked,UASC,UASC missing",
            "Authority,UASC,UASC missing,,Region",
        ] {
            assert!(of_two(&row(one)).is_none() && !are_twice(&row(one)), "{one}");
        }
    }
}
