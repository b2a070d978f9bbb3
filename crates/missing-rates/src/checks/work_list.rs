//! The work list: every row that breaks a rule, with the child it is about, for the analyst's own use.

use serde::{Deserialize, Serialize};

use super::child_rows::Violation;
use super::listing::{Listing, rule};
use super::rule::Rule;
use crate::care::teams;
use crate::interviews::Team;
use crate::order::Ordered;
use crate::report::{Cell, FindingRow, MARK, RuleWords, Sentences, csv_line};

/// The columns, in order.
const COLUMNS: [&str; 14] = [
    "severity",
    "rule",
    "what_is_wrong",
    "child",
    "file",
    "row",
    "values",
    "other_file",
    "other_row",
    "other_values",
    "what_to_do",
    "reading",
    "year",
    "team",
];

/// The order of a work list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WorkOrder {
    /// By rule, the most severe first.
    #[default]
    ByRule,
    /// By child.
    ByChild,
}

/// The work list as CSV: UTF-8 with a byte order mark, and the line ends of RFC 4180. It holds children's identifiers.
///
/// A cell that a spreadsheet would run as a formula gets an apostrophe before it: see
/// [`harmless`](crate::report::harmless).
///
/// Rows without a child, `no_child`, come at its end, with a line that says how many more there are.
pub(crate) fn work_list(
    listing: &Listing<'_>,
    violations: &[Violation<'_>],
    (no_child, more): &(Vec<FindingRow>, u64),
    order: WorkOrder,
) -> WorkList {
    let teams = teams(&listing.all.teams);
    let mut list = WorkList { rows: Vec::new(), more: *more };
    let mut rows = listing.by_rule(violations);
    if order == WorkOrder::ByChild {
        rows.order_by_key(|(place, violation)| (violation.child, *place));
    }
    for (_, violation) in rows {
        if let Some(rule) = rule(violation) {
            let (year, team) = (listing.year(violation), teams.of(violation.child).cloned());
            list.rows.push(WorkRow { rule, found: listing.row(violation), year, team, handled: Handled::default() });
        }
    }
    let rule = super::while_reading::RULES.iter().find(|rule| rule.code == "no-child");
    for row in no_child {
        list.rows.extend(rule.map(|rule| WorkRow {
            rule,
            found: row.clone(),
            year: None,
            team: None,
            handled: Handled::default(),
        }));
    }
    list
}

/// Every row that breaks a rule.
#[derive(Clone, Debug, Default)]
pub struct WorkList {
    /// In the order that was asked for.
    pub rows: Vec<WorkRow>,
    /// How many rows without a child are left out.
    pub more: u64,
}

/// A row that breaks a rule.
#[derive(Clone, Debug)]
pub struct WorkRow {
    /// The rule.
    pub rule: &'static Rule,
    /// The row, its values, and the row that it clashes with.
    pub found: FindingRow,
    /// The collection year of its return; `None` for rows of lists.
    pub year: Option<i32>,
    /// The team of the child, where a list of teams names any.
    pub team: Option<Team>,
    /// What an earlier list says of the same finding, as a person wrote it there.
    pub handled: Handled,
}

/// What a person wrote into a work list about a finding.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Handled {
    /// Who sees to it.
    pub team: String,
    /// What was decided.
    pub decision: String,
    /// A note.
    pub note: String,
}

impl WorkRow {
    /// The name of the child's team; empty if there is none, or more than one.
    pub fn team_name(&self) -> &str {
        match &self.team {
            Some(Team::Named(name)) => name,
            _ => "",
        }
    }

    /// Its values as `MIS_START 01/06/2024`, in order.
    pub(crate) fn values(&self, words: &dyn Sentences) -> Vec<String> {
        let mut values: Vec<String> = self.found.cells.iter().map(|cell| said(words, cell)).collect();
        values.order();
        values
    }
}

impl WorkList {
    /// The list as CSV, with the sentences of a language.
    pub fn to_csv(&self, words: &dyn Sentences) -> String {
        let mut text = String::from(MARK);
        text.push_str(&csv_line(&COLUMNS.map(str::to_owned)));
        for row in &self.rows {
            text.push_str(&line(words, row));
        }
        if self.more > 0 {
            text.push_str(&csv_line(&[words.rows_left_out(self.more)]));
        }
        text
    }
}

/// One finding.
fn line(words: &dyn Sentences, of: &WorkRow) -> String {
    let WorkRow { rule, found, year, .. } = of;
    let RuleWords { sentence, to_do, reading } = words.rule(rule.code);
    let FindingRow { file, row, child, cells, against, .. } = found.clone();
    let (other_file, other_row, other_cells) =
        against.map_or_else(Default::default, |other| (other.file, other.row.to_string(), other.cells));
    let cells = [
        crate::report::code(&rule.severity),
        rule.code.to_owned(),
        sentence,
        child.unwrap_or_default(),
        file,
        row.to_string(),
        side_by_side(words, &cells),
        other_file,
        other_row,
        side_by_side(words, &other_cells),
        to_do,
        reading,
        year.map(|year| year.to_string()).unwrap_or_default(),
        of.team_name().to_owned(),
    ];
    csv_line(&cells)
}

/// `MIS_START 01/06/2024; MIS_END blank`.
fn side_by_side(words: &dyn Sentences, cells: &[Cell]) -> String {
    cells.iter().map(|cell| said(words, cell)).collect::<Vec<_>>().join("; ")
}

fn said(words: &dyn Sentences, cell: &Cell) -> String {
    let value = if cell.value.is_empty() { words.blank() } else { &cell.value };
    format!("{} {value}", cell.column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_values_are_said() {
        let cell = |column, value: &str| Cell { column, value: value.to_owned(), at_fault: false };
        let cells = [cell("MIS_START", "01/06/2024"), cell("MIS_END", "")];
        assert_eq!(side_by_side(&crate::report::Codes, &cells), "MIS_START 01/06/2024; MIS_END blank");
    }
}
