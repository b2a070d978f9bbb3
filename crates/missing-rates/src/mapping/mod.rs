//! What a person says the columns of a file are. This holds the fields, a draft with its preview, and the document that
//! keeps a mapping. It does not read files with a mapping.

mod draft;
mod field;
mod json;
mod preview;
mod propose;

pub use draft::{Column, Draft};
pub use field::{Field, MAPPED_KINDS, PARTS, fields};
pub(crate) use json::KIND;
pub use json::NotAMapping;
pub use preview::{Preview, PreviewRow};

use sha2::{Digest, Sha256};

use crate::period::Period;
use crate::report::FileKind;

/// Which column of a file is which field.
///
/// It is recognised by the headings of the file, so that it also fits next year's file: years in headings may differ.
/// Periods that a person gave apply only to the file that the mapping was made for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// What the file is.
    pub kind: FileKind,
    /// The cells of its header row.
    pub header: Vec<String>,
    /// The field of each of them; `None` for columns that are not needed.
    pub fields: Vec<Option<Field>>,
    /// The period of each of them, if a person gave one; `None` for the period that the heading or the rows give.
    pub periods: Vec<Option<Period>>,
    /// The file that it was made for, as the SHA-256 of its first rows; `None` if that is not known.
    pub made_for: Option<String>,
}

impl Mapping {
    /// The mapping as it applies to a file with these first rows; `None` if it does not fit. Periods that a person gave
    /// for another file are left out, and a person is asked about titles that limit its figures, since nobody has said
    /// anything about this file.
    pub fn for_file(&self, head: &[Vec<String>]) -> Option<Self> {
        head.iter().any(|row| self.fits(row)).then(|| {
            let mut own = self.clone();
            if self.made_for.as_deref() != Some(first_rows(head).as_str()) {
                own.periods.fill(None);
                own.made_for = None;
            }
            own
        })
    }

    /// The headings that identify the fields to the engine, if these cells are the header row of the mapping. Columns
    /// that are not needed have an empty heading.
    pub(crate) fn headings(&self, cells: &[String]) -> Option<Vec<String>> {
        if !self.fits(cells) {
            return None;
        }
        let heading = |(at, cell): (usize, &String)| match self.fields.get(at) {
            Some(Some(field)) => field.heading(cell, self.periods.get(at).copied().flatten()),
            _ => String::new(),
        };
        Some(cells.iter().enumerate().map(heading).collect())
    }

    /// Whether these are the headings that it was made for, whatever their case and the years in them.
    pub fn fits(&self, cells: &[String]) -> bool {
        let ours = self.header.iter().map(|cell| without_years(cell));
        let bare = |cells: &[String]| cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
        bare(&self.header) == bare(cells)
            && bare(cells) > 0
            && ours.zip(cells.iter().map(|cell| without_years(cell))).all(|(a, b)| a == b)
    }
}

/// The SHA-256 of the cells in the first rows of a file. Each cell has its length before it.
fn first_rows(head: &[Vec<String>]) -> String {
    let mut hash = Sha256::new();
    for row in head {
        hash.update((row.len() as u64).to_le_bytes());
        for cell in row {
            hash.update((cell.len() as u64).to_le_bytes());
            hash.update(cell);
        }
    }
    hash.finalize().iter().fold(String::new(), |mut text, byte| {
        let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or_default();
        text.extend([digit(byte >> 4), digit(byte & 15)]);
        text
    })
}

/// A heading in lower case with `#` for each run of digits, and one kind of space.
fn without_years(cell: &str) -> String {
    let mut text = String::with_capacity(cell.len());
    for letter in cell.trim().chars().flat_map(char::to_lowercase) {
        let letter = if letter.is_whitespace() { ' ' } else { letter };
        if letter.is_ascii_digit() {
            if !text.ends_with('#') {
                text.push('#');
            }
        } else if !(letter == ' ' && text.ends_with(' ')) {
            text.push(letter);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cohort::{Cohort, Count};

    #[test]
    fn a_mapping_fits_next_years_headings_and_no_others() {
        let header = |text: &str| text.split(',').map(str::to_owned).collect::<Vec<_>>();
        let mapping = Mapping {
            kind: FileKind::AuthorityAnswers,
            header: header("Body,Q1 (2024),Q2 (2024)"),
            fields: vec![
                Some(Field::Authority),
                Some(Field::Figure(Cohort::Trafficked, Count::Children)),
                Some(Field::Figure(Cohort::Trafficked, Count::ChildrenMissing)),
            ],
            periods: Vec::new(),
            made_for: None,
        };
        for fits in ["Body,Q1 (2024),Q2 (2024)", "body,Q1  (2025), q2 (2025)", "BODY,Q1 (2024),Q2 (2024),,"] {
            assert!(mapping.fits(&header(fits)), "{fits}");
        }
        for other in ["Body,Q1 (2024)", "Q1 (2024),Body,Q2 (2024)", "Body,Q1 (2024),Q3b (2024)", ""] {
            assert!(!mapping.fits(&header(other)), "{other}");
        }
        assert_eq!(
            mapping.headings(&header("Body,Q1 (2025),Q2 (2025)")),
            Some(header(
                "Authority,Trafficked children 2025-01-01/2025-12-31,Trafficked children missing 2025-01-01/2025-12-31"
            ))
        );
    }
}
