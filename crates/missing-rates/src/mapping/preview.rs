//! Shows how a draft of a mapping would read the first rows of a file.

use super::draft::Draft;
use super::field::Field;
use super::propose::EXAMPLES;
use crate::answer::{Answer, read};
use crate::area::{Resolution, resolve};
use crate::cohort::{Cohort, Count};
use crate::period::Period;
use crate::read::{Content, as_mapped};
use crate::report::FileKind;

/// The first rows as they would be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Preview {
    /// Something is still missing, or nothing can be read in this way.
    Nothing,
    /// For answers: one figure each.
    Answers(Vec<PreviewRow>),
    /// For an SSDA903 file: the columns chosen, and their cells, row by row.
    Rows(Vec<Field>, Vec<Vec<String>>),
}

/// One answer as it would be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewRow {
    /// Row among those that are kept of the file.
    pub row: u64,
    /// The name as typed.
    pub typed: String,
    /// The authority that it means, if it is known.
    pub authority: Option<&'static str>,
    /// The period; `None` if nothing gives it.
    pub period: Option<Period>,
    /// Who is counted.
    pub cohort: Cohort,
    /// What is counted.
    pub count: Count,
    /// The answer as typed.
    pub wording: String,
    /// The answer as read.
    pub answer: Answer,
}

impl Draft {
    /// The first rows as they would be read.
    pub fn preview(&self, head: &[Vec<String>]) -> Preview {
        let Some(mapping) = self.mapping(head) else { return Preview::Nothing };
        if mapping.kind != FileKind::AuthorityAnswers {
            let chosen: Vec<(usize, Field)> =
                mapping.fields.iter().enumerate().filter_map(|(at, field)| field.map(|field| (at, field))).collect();
            let rows = head.iter().skip(self.header_row + 1).take(EXAMPLES);
            let cells =
                rows.map(|row| chosen.iter().map(|(at, _)| row.get(*at).cloned().unwrap_or_default()).collect());
            return Preview::Rows(chosen.iter().map(|(_, field)| *field).collect(), cells.collect());
        }
        match as_mapped(head, mapping) {
            Content::Answers(table) => {
                let mut rows: Vec<u64> = table.cells.iter().map(|cell| cell.row).collect();
                rows.dedup();
                rows.truncate(EXAMPLES);
                let shown = table.cells.iter().filter(|cell| rows.contains(&cell.row)).map(|cell| {
                    let typed = table.names.get(cell.name as usize).cloned().unwrap_or_default();
                    let wording = table.wordings.get(cell.wording as usize).map_or("", |wording| &**wording);
                    let known = [&typed.code, &typed.name].into_iter().find_map(|text| match resolve(text) {
                        Resolution::Authority { authority, .. } => Some(authority.name),
                        _ => None,
                    });
                    PreviewRow {
                        row: cell.row,
                        typed: typed.shown().to_owned(),
                        authority: known,
                        period: cell.period,
                        cohort: cell.cohort,
                        count: cell.count,
                        wording: wording.to_owned(),
                        answer: read(wording),
                    }
                });
                Preview::Answers(shown.collect())
            }
            _ => Preview::Nothing,
        }
    }
}
