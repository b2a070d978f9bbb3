//! Whether two tables are about the same child.

use missing_rows::{HeaderRow, SexCode, When};

/// A row of Header with another date of birth, if there is one and no row has this date. A blank, or a cell that is not
/// a date, differs from nothing.
pub(super) fn other_birth(header: &[HeaderRow], dob: When) -> Option<&HeaderRow> {
    dob.day()?;
    // Rows are in the order of DOB, with dates before everything else.
    let first = header.first().filter(|row| row.dob.day().is_some())?;
    header.binary_search_by_key(&dob, |row| row.dob).is_err().then_some(first)
}

/// The sexes that Header has for a child, each with a row.
#[derive(Debug, Default)]
pub(super) struct Sexes<'a>(Vec<&'a HeaderRow>);

impl<'a> Sexes<'a> {
    pub(super) fn of(header: &'a [HeaderRow]) -> Self {
        let mut sexes: Vec<&HeaderRow> = Vec::new();
        for row in header.iter().filter(|row| !row.sex.is_blank() && !row.sex.is_other()) {
            if sexes.iter().all(|known| known.sex != row.sex) {
                sexes.push(row);
            }
        }
        Self(sexes)
    }

    /// A row with another sex, if there is one and no row has this sex. A blank, or a cell that is not a code, differs
    /// from nothing.
    pub(super) fn other(&self, sex: SexCode) -> Option<&'a HeaderRow> {
        if sex.is_blank() || sex.is_other() || self.0.iter().any(|row| row.sex == sex) {
            return None;
        }
        self.0.first().copied()
    }
}
