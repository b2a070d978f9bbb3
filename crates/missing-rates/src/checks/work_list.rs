//! The work list: every row that breaks a rule, with the child it is about, for the analyst's own use.

use serde::{Deserialize, Serialize};

use super::child_rows::Violation;
use super::listing::{Listing, rule};
use super::rule::Rule;
use crate::order::Ordered;
use crate::report::{Cell, FindingRow, MARK, RuleWords, Sentences, csv_line};

/// The columns, in order.
const COLUMNS: [&str; 12] = [
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
];

/// In which order a work list stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WorkOrder {
    /// Rule by rule, what matters most first.
    #[default]
    ByRule,
    /// Child by child.
    ByChild,
}

/// The work list as CSV: UTF-8 with a byte order mark, and the line ends of RFC 4180. It holds children's identifiers.
///
/// A cell that a spreadsheet would run as a formula has an apostrophe before it: see [`harmless`](crate::report::harmless).
///
/// Rows without a child, `no_child`, are at its end, and a line that says how many more there are.
pub(crate) fn work_list(
    listing: &Listing<'_>,
    violations: &[Violation<'_>],
    (no_child, more): &(Vec<FindingRow>, u64),
    order: WorkOrder,
    words: &dyn Sentences,
) -> String {
    let mut text = String::from(MARK);
    text.push_str(&csv_line(&COLUMNS.map(str::to_owned)));
    let mut rows = listing.by_rule(violations);
    if order == WorkOrder::ByChild {
        rows.order_by_key(|(place, violation)| (violation.child, *place));
    }
    for (_, violation) in rows {
        if let Some(rule) = rule(violation) {
            text.push_str(&line(words, rule, listing.row(violation)));
        }
    }
    let rule = super::while_reading::RULES.iter().find(|rule| rule.code == "no-child");
    for row in no_child {
        text.extend(rule.map(|rule| line(words, rule, row.clone())));
    }
    if *more > 0 {
        text.push_str(&csv_line(&[words.rows_left_out(*more)]));
    }
    text
}

/// One finding.
fn line(words: &dyn Sentences, rule: &Rule, row: FindingRow) -> String {
    let RuleWords { sentence, to_do, reading } = words.rule(rule.code);
    let FindingRow { file, row, child, cells, against, .. } = row;
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
    ];
    csv_line(&cells)
}

/// `MIS_START 01/06/2024; MIS_END blank`.
fn side_by_side(words: &dyn Sentences, cells: &[Cell]) -> String {
    let cell = |cell: &Cell| {
        let value = if cell.value.is_empty() { words.blank() } else { &cell.value };
        format!("{} {value}", cell.column)
    };
    cells.iter().map(cell).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_values_are_said() {
        let cell = |column, value: &str| Cell { column, value: value.to_owned() };
        let cells = [cell("MIS_START", "01/06/2024"), cell("MIS_END", "")];
        assert_eq!(side_by_side(&crate::report::Codes, &cells), "MIS_START 01/06/2024; MIS_END blank");
    }
}
