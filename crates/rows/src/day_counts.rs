//! How many cells hold each day.

use crate::{Day, EpisodeRow, MissingRow, When};

/// How many cells of used rows hold each day. Dates of rows that were set aside do not count.
#[derive(Clone, Debug)]
pub struct DayCounts {
    /// Indexed by the number of the day. Cells that hold no day are counted after the days.
    cells: Vec<u32>,
}

impl Default for DayCounts {
    fn default() -> Self {
        Self { cells: vec![0; usize::from(u16::MAX) + 1] }
    }
}

impl DayCounts {
    #[inline]
    fn note(&mut self, when: When) {
        if let Some(cells) = self.cells.get_mut(usize::from(when.number())) {
            *cells += 1;
        }
    }

    /// Counts the first days of episodes.
    pub fn add_starts(&mut self, rows: &[EpisodeRow]) {
        rows.iter().filter(|row| row.days().is_some()).for_each(|row| self.note(row.decom));
    }

    /// Counts the last days of episodes.
    pub fn add_ends(&mut self, rows: &[EpisodeRow]) {
        rows.iter().filter(|row| row.days().is_some()).for_each(|row| self.note(row.dec));
    }

    /// Counts the first and last days of periods of being missing.
    pub fn add_missing(&mut self, rows: &[MissingRow]) {
        for row in rows.iter().filter(|row| row.days().is_some()) {
            self.note(row.start);
            self.note(row.end);
        }
    }

    /// Every day that is in a cell, in order, and how many cells hold it.
    pub fn iter(&self) -> impl Iterator<Item = (Day, u32)> {
        let held = (0..=u16::MAX).zip(&self.cells).filter(|(_, cells)| **cells > 0);
        held.filter_map(|(number, cells)| Some((When::from_number(number).day()?, *cells)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Kind, ModuleReader, Records, Rows};

    #[test]
    fn days_of_used_rows_are_counted_and_nothing_else() {
        let text = b"CHILD,DECOM,LS,DEC\n1,01/05/2024,C2,\n2,01/05/2024,C2,02/06/2024\n3,,C2,03/06/2024\n4,09/06/2024,C2,01/06/2024\n";
        let mut reader = ModuleReader::new(Kind::Episodes, &[Some(0), Some(1), Some(2), Some(3)]);
        Records::new(b',').push(text, &mut |record| _ = (record.row > 1).then(|| reader.take(record))).unwrap();
        let Rows::Episodes(rows) = &reader.finish()[0].rows else { panic!() };
        let mut days = DayCounts::default();
        days.add_starts(rows);
        days.add_ends(rows);
        let found: Vec<_> = days.iter().map(|(day, cells)| (day.to_string(), cells)).collect();
        assert_eq!(found, [("2024-05-01".to_owned(), 2), ("2024-06-02".to_owned(), 1)]);
    }
}
