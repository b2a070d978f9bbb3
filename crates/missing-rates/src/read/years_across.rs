//! Years in columns beside an empty corner: `,2022,2023,2024`. What is down the side depends on what is above. Below the title of one
//! authority it is what is counted, below a title that is a figure it is authorities, and if there are two columns before the years it is
//! both. Names that are nobody's, and words that are no figure, are asked about in any case.

use std::collections::BTreeSet;

use super::heading::{Kind, Role, read};
use crate::period::Period;

/// What is before the years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// One column, without a heading of its own.
    One,
    /// One column, of authorities.
    Authorities,
    /// Two columns without headings.
    Two,
}

/// What is before the years, if a row has nothing but two or more of them, beside its corner. A year that is there twice is that of
/// several headings below it.
pub(super) fn before_years(headings: &[(Kind, Option<Period>)]) -> Option<Before> {
    let kinds: Vec<Kind> = headings.iter().map(|(kind, _)| *kind).collect();
    let width = kinds.iter().rposition(|kind| *kind != Kind::Blank).map(|last| last + 1)?;
    let first = kinds.iter().position(|kind| *kind == Kind::Period)?;
    let years = headings.get(first..width)?;
    let differ = years.iter().map(|(_, period)| period).collect::<BTreeSet<_>>().len() == years.len();
    if years.len() < 2 || !differ || !years.iter().all(|(kind, _)| *kind == Kind::Period) {
        return None;
    }
    match kinds.get(..first)? {
        // `Year,2022,2023`
        [Kind::Blank | Kind::Role(Role::When(_))] => Some(Before::One),
        [Kind::Role(Role::Authority)] => Some(Before::Authorities),
        [Kind::Blank, Kind::Blank] => Some(Before::Two),
        _ => None,
    }
}

/// The headings of such a row below one title that is a figure: that of each year.
pub(super) fn of_title(cells: &[String], above: &[Vec<String>]) -> Option<Vec<String>> {
    let headings = cells.iter().map(|cell| read(cell)).map(|phrase| (phrase.kind, phrase.period));
    let headings: Vec<_> = headings.collect();
    before_years(&headings).filter(|before| *before != Before::Two)?;
    let alone = |row: &Vec<String>| {
        let mut filled = row.iter().filter(|cell| !cell.trim().is_empty());
        filled.next().filter(|_| filled.next().is_none()).cloned()
    };
    let is_figure = |title: &String| matches!(read(title).kind, Kind::Figure);
    let mut titles = above.iter().filter_map(alone).filter(is_figure);
    let title = titles.next().filter(|_| titles.next().is_none())?;
    let heading = |(cell, (kind, _)): (&String, (Kind, _))| match kind {
        Kind::Period => format!("{title} {cell}"),
        Kind::Blank => String::new(),
        _ => "Authority".to_owned(),
    };
    let mut named: Vec<String> = cells.iter().zip(headings).map(heading).collect();
    "Authority".clone_into(named.first_mut()?);
    Some(named)
}
