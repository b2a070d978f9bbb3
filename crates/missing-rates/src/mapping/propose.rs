//! What the columns of a file seem to be, before a person has looked at them.

use super::field::{Field, MAPPED_KINDS, fields};
use crate::answer::read;
use crate::area::{How, Resolution, resolve};
use crate::read::{joined, proposed, says_period};
use crate::report::FileKind;

/// How many rows a form shows as examples.
pub(super) const EXAMPLES: usize = 5;

/// What each column seems to be. Each figure appears once for each period in headings, every other field once.
pub(super) fn propose(
    head: &[Vec<String>],
    header_row: usize,
    kind: FileKind,
    headings: &[String],
) -> Vec<Option<Field>> {
    let offered = fields(kind);
    let mut seen = Vec::new();
    let once = |(at, field): (usize, Option<Field>)| {
        let field = field.filter(|field| offered.contains(field))?;
        let period = headings.get(at).filter(|_| field.is_figure()).and_then(|heading| says_period(heading));
        let is_new = !seen.contains(&(field, period));
        seen.push((field, period));
        is_new.then_some(field)
    };
    let mut found: Vec<Option<Field>> = proposed(kind, headings).into_iter().enumerate().map(once).collect();
    found.resize(headings.len(), None);
    if kind == FileKind::AuthorityAnswers {
        propose_names(head, header_row, &mut found);
    }
    found
}

/// A column with names of authorities is recognised by the names, whatever its heading.
fn propose_names(head: &[Vec<String>], header_row: usize, found: &mut [Option<Field>]) {
    if found.iter().flatten().any(|field| matches!(field, Field::Authority | Field::Code)) {
        return;
    }
    let rows = || head.iter().skip(header_row + 1).take(LOOKED_AT);
    let names = |at: usize| {
        let cells = rows().filter_map(|row| row.get(at)).filter(|cell| !cell.is_empty());
        // Codes of the Department for Education are numbers, but so are answers.
        let known = |cell: &String| matches!(resolve(cell), Resolution::Authority { how, .. } if how != How::Code || cell.len() > 3);
        let (all, known) = cells.fold((0, 0), |(all, found), cell| (all + 1, found + usize::from(known(cell))));
        known > 0 && known * 2 >= all
    };
    if let Some(at) = (0..found.len()).find(|at| found[*at].is_none() && names(*at)) {
        found[at] = Some(Field::Authority);
    }
}

/// The headings of the columns: the cells of the header row, with the cells above that belong to them.
pub(super) fn headings(head: &[Vec<String>], header_row: usize, kind: FileKind) -> Vec<String> {
    let Some(header) = head.get(header_row) else { return Vec::new() };
    let width = head.iter().skip(header_row).take(EXAMPLES + 1).map(Vec::len).max().unwrap_or(0);
    let above = header_row.checked_sub(1).and_then(|above| head.get(above));
    // The row above belongs to the header if both together say more.
    let known = |cells: &[String]| proposed(kind, cells).into_iter().flatten().count();
    let layered = above.and_then(|above| joined(&[above, header]));
    let mut headings = layered.filter(|cells| known(cells) > known(header)).unwrap_or_else(|| header.clone());
    headings.resize(width.max(header.len()), String::new());
    headings
}

/// How many rows are searched for names of authorities.
const LOOKED_AT: usize = 8;

/// The row that looks most like a header: among rows with the most filled cells, the first whose cells are mostly
/// words.
pub(super) fn header_row(head: &[Vec<String>]) -> usize {
    let filled = |row: &[String]| row.iter().filter(|cell| !cell.trim().is_empty()).count();
    let most = head.iter().map(|row| filled(row)).max().unwrap_or(0);
    let likely = |row: &Vec<String>| {
        let numbers = row.iter().filter(|cell| read(cell).bounds().is_some()).count();
        filled(row) * 3 >= most * 2 && numbers * 4 <= filled(row)
    };
    head.iter().position(likely).unwrap_or(0)
}

/// The kind with the most fields among the headings, if there are any.
pub(super) fn guess(head: &[Vec<String>], header_row: usize) -> Option<FileKind> {
    let header = head.get(header_row)?;
    let known = |kind: FileKind| proposed(kind, header).into_iter().flatten().count();
    // A column named DATE or TEAM alone makes no list.
    let kinds = MAPPED_KINDS.into_iter().filter(|kind| !matches!(kind, FileKind::Interviews | FileKind::Teams));
    let best = kinds.rev().max_by_key(|kind| known(*kind))?;
    (known(best) > 0).then_some(best)
}
