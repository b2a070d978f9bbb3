//! What a return says of one child.

use super::layout::{Group, WHOSE, column, is_column};
use super::pairs;
use super::row::Row;

/// What a return says of one child, so far.
#[derive(Debug, Default)]
pub(super) struct Child {
    groups: Vec<(Group, Row)>,
    /// The elements of open groups that were there before, and say something else.
    twice: Vec<(Group, String)>,
}

/// Elements that are no column of any table, and say what no figure needs.
const KNOWN: [&str; 13] = [
    "DATE_INT",
    "DATE_MATCH",
    "FOSTER_CARE",
    "NB_ADOPTR",
    "SEX_ADOPTR",
    "LS_ADOPTR",
    "SW_ID",
    "SW_DECOM",
    "SW_DEC",
    "SW_REASON",
    "DOLO_START",
    "DOLO_END",
    "PLACE_DISTANCE",
];

impl Child {
    /// An element begins.
    pub(super) fn open(&mut self, path: &[String]) {
        if let Some(group) = path.get(2..).and_then(Group::of) {
            let row = if group == Group::Missing { Row::in_order() } else { Row::default() };
            self.groups.push((group, row));
        }
    }

    /// An element ends that held this text. Gives back whether it is known in this place: by its name alone it may be a
    /// column of another group.
    pub(super) fn close(&mut self, path: &[String], text: &str) -> bool {
        let Some((name, above)) = path.split_last() else { return false };
        match path.len() {
            1 => return true,
            2 => return name == "CHILD",
            _ => {}
        }
        if path.get(2..).and_then(Group::of).is_some() {
            return true;
        }
        let Some(group) = above.get(2..).and_then(Group::of) else { return false };
        let column = column(name);
        if !is_column(group, column) {
            return KNOWN.contains(&column);
        }
        // The group that is open is the last of its kind.
        if let Some((_, row)) = self.groups.iter_mut().rev().find(|(is, _)| *is == group)
            && row.put(column, text)
        {
            self.twice.push((group, name.clone()));
        }
        true
    }

    /// Groups that say of whom they are, and say something else than HEADER, with the column.
    pub(super) fn of_others(&self) -> Vec<(Group, &'static str)> {
        let Some(header) = self.header() else { return Vec::new() };
        let differs = |row: &Row, column: &str| {
            let said = row.get(column).filter(|said| !said.is_empty());
            said.is_some_and(|said| header.get(column).unwrap_or_default() != said)
        };
        let groups = self.groups.iter();
        groups
            .flat_map(|(group, row)| WHOSE.into_iter().filter(|column| differs(row, column)).map(|c| (*group, c)))
            .collect()
    }

    /// The elements of the group that has ended which say two things, each as often as it does. Missing periods that stand one
    /// after the other say one thing each, and become rows.
    pub(super) fn said_twice(&mut self, group: Group) -> Vec<String> {
        let twice: Vec<String> = self.twice.extract_if(.., |(of, _)| *of == group).map(|(_, name)| name).collect();
        if twice.is_empty() {
            return twice;
        }
        let last = self.groups.iter().rposition(|(is, _)| *is == group);
        let periods = last.filter(|_| group == Group::Missing).and_then(|at| pairs::split(&self.groups[at].1));
        let Some((at, periods)) = last.zip(periods) else { return twice };
        self.groups.splice(at..=at, periods.into_iter().map(|period| (group, period)));
        Vec::new()
    }

    fn header(&self) -> Option<&Row> {
        self.groups.iter().find(|(group, _)| *group == Group::Header).map(|(_, row)| row)
    }

    /// The rows of a group.
    pub(super) fn groups(&self, group: Group) -> Vec<&Row> {
        let rows = |wanted: Group| self.groups.iter().filter(move |(group, _)| *group == wanted).map(|(_, row)| row);
        match group {
            // The CSV files list the children who are unaccompanied, or were, in a file of their own.
            Group::Unaccompanied => rows(Group::Header).filter(|row| is_listed(row)).collect(),
            group => rows(group).collect(),
        }
    }

    /// What a row says in a column: whose it is, is in HEADER.
    pub(super) fn value<'a>(&'a self, row: &'a Row, column: &str) -> &'a str {
        let of_child = || self.header().filter(|_| WHOSE.contains(&column));
        row.get(column).or_else(|| of_child()?.get(column)).unwrap_or_default()
    }

    /// Whether HEADER says that the child is unaccompanied or not. `None` if it says nothing, and an error if that is not
    /// understood.
    pub(super) fn unaccompanied(&self) -> Result<Option<bool>, ()> {
        self.header().map_or(Ok(None), says_unaccompanied)
    }
}

/// What the element UASC of HEADER says.
fn says_unaccompanied(header: &Row) -> Result<Option<bool>, ()> {
    match header.get("UASC").unwrap_or_default().to_ascii_lowercase().as_str() {
        "" => Ok(None),
        "1" | "y" | "yes" | "true" | "1.0" => Ok(Some(true)),
        "0" | "n" | "no" | "false" | "0.0" => Ok(Some(false)),
        _ => Err(()),
    }
}

/// Whether a child is to be listed as unaccompanied: HEADER says so, or gives the day on which that ended.
fn is_listed(header: &Row) -> bool {
    says_unaccompanied(header) == Ok(Some(true)) || header.get("DUC").is_some_and(|value| !value.is_empty())
}
