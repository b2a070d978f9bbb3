//! Shows a reader what was found: file, row, and the values side by side.

use crate::order::Ordered;
use missing_rows::{ChildId, Column, Listed, When};

use super::CHILD_RULES;
use super::child_rows::{Row, Shown, Violation, Whose, unread};
use super::rule::Rule;
use crate::care::{ChildLevel, Return};
use crate::read::month_of;
use crate::report::{Against, Cell, FINDING_ROWS, Finding, FindingRow, FoundChild, FoundRow};

/// Turns what was found into rows for a reader. Files are identified by their index.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Listing<'a> {
    pub(crate) all: &'a ChildLevel<'a>,
    /// The names of the files.
    pub(crate) names: &'a [String],
}

impl<'a> Listing<'a> {
    /// The findings, each of one rule in one file, with its first rows, in the order of a report.
    pub(crate) fn findings(&self, violations: &[Violation<'_>]) -> Vec<Finding> {
        let mut findings = Vec::new();
        for same in self.by_rule(violations).chunk_by(|(a, _), (b, _)| (a.0, a.1, a.2) == (b.0, b.1, b.2)) {
            let Some((rule, file)) =
                same.first().and_then(|((.., file, _), violation)| Some((rule(violation)?, *file)))
            else {
                continue;
            };
            findings.push(Finding {
                rule: rule.code,
                severity: rule.severity,
                table: self.name(file),
                count: same.len() as u64,
                rows: same.iter().take(FINDING_ROWS).map(|(_, violation)| self.row(violation)).collect(),
            });
        }
        findings
    }

    /// Every row that was found, rule by rule in the order of a report, then by file and row.
    pub(super) fn by_rule<'h>(&self, violations: &'h [Violation<'h>]) -> Vec<(Order, &'h Violation<'h>)> {
        let mut order: Vec<(Order, &Violation<'_>)> = violations
            .iter()
            .filter_map(|violation| {
                let rule = rule(violation)?;
                let (file, row) = self.stands(violation, &violation.shown);
                Some(((rule.severity, rule.code, file, row), violation))
            })
            .collect();
        order.order_by_key(|(key, _)| *key);
        order
    }

    /// The children with the most rows found, each with their first rows.
    pub(crate) fn children(&self, violations: &[Violation<'_>]) -> Vec<FoundChild> {
        let mut by_child: Vec<(ChildId, Order, &Violation<'_>)> = self
            .by_rule(violations)
            .into_iter()
            .map(|(order, violation)| (violation.child, order, violation))
            .collect();
        by_child.order_by_key(|(child, order, _)| (*child, *order));
        let mut children: Vec<&[(ChildId, Order, &Violation<'_>)]> = by_child.chunk_by(|a, b| a.0 == b.0).collect();
        // If two children have as many rows, the one with the smaller identifier comes first.
        children.order_by_key(|rows| std::cmp::Reverse(rows.len()));
        children.truncate(FINDING_ROWS);
        let found = |rows: &&[(ChildId, Order, &Violation<'_>)]| FoundChild {
            child: rows.first().map(|(child, ..)| self.child(*child)).unwrap_or_default(),
            count: rows.len() as u64,
            rows: rows
                .iter()
                .take(FoundChild::ROWS)
                .filter_map(|(.., violation)| Some(FoundRow { rule: rule(violation)?.code, row: self.row(violation) }))
                .collect(),
        };
        children.iter().map(found).collect()
    }

    /// Every row found about one child.
    pub(crate) fn of_child(&self, violations: &[Violation<'_>], child: ChildId) -> Vec<FoundRow> {
        let of_child = self.by_rule(violations).into_iter().filter(|(_, violation)| violation.child == child);
        of_child
            .filter_map(|(_, violation)| Some(FoundRow { rule: rule(violation)?.code, row: self.row(violation) }))
            .collect()
    }

    /// One row, with its values and the values of the row that it clashes with.
    pub(super) fn row(&self, violation: &Violation<'_>) -> FindingRow {
        let (file, row) = self.stands(violation, &violation.shown);
        let mut cells = self.cells(violation, &violation.shown);
        for (at, cell) in cells.iter_mut().enumerate() {
            cell.at_fault = violation.shown.is_at_fault(at);
        }
        let against = violation.against.map(|other| {
            let (file, row) = self.stands(violation, &other);
            Against { file: self.name(file), row, cells: self.cells(violation, &other) }
        });
        let first = cells.iter().find(|cell| cell.column != Column::Dob.name());
        FindingRow {
            file: self.name(file),
            row,
            column: cells.first().map(|cell| cell.column.to_owned()),
            value: first.map(|cell| cell.value.clone()).filter(|value| !value.is_empty()),
            suggestions: Vec::new(),
            child: Some(self.child(violation.child)),
            cells,
            against,
        }
    }

    /// The collection year of the return that the rule was run on.
    pub(super) fn year(&self, violation: &Violation<'_>) -> Option<i32> {
        self.all.returns.get(violation.of?)?.year
    }

    fn name(&self, file: usize) -> String {
        self.names.get(file).cloned().unwrap_or_default()
    }

    fn child(&self, child: ChildId) -> String {
        self.all.child_text(child)
    }

    /// The return that a row is from.
    fn of(&self, violation: &Violation<'_>, whose: Whose) -> Option<&'a Return<'a>> {
        let this = self.all.returns.get(violation.of?)?;
        match whose {
            Whose::This => Some(this),
            Whose::Last => self.all.last(this),
        }
    }

    /// The index of the file, and the row in it.
    fn stands(&self, violation: &Violation<'_>, shown: &Shown<'_>) -> (usize, u64) {
        let of = self.of(violation, shown.whose);
        match (shown.row, of) {
            (Row::Header(row), Some(of)) => of.header.stands(row),
            (Row::Episode(row), Some(of)) => of.episodes.stands(row),
            (Row::Uasc(row), Some(of)) => of.uasc.stands(row),
            (Row::Missing(row), Some(of)) => of.missing.stands(row),
            (Row::List(row), _) => self.all.list.stands(row),
            (_, None) => (usize::MAX, 0),
        }
    }

    fn cells(&self, violation: &Violation<'_>, shown: &Shown<'_>) -> Vec<Cell> {
        let of = self.of(violation, shown.whose);
        let as_it_stands = |column| match (shown.row, of) {
            // A cell in free words may hold a child’s name.
            (Row::List(row), _) => self.all.list.unread(row, column).filter(|text| Listed::is_plain(text)),
            (row, Some(of)) => {
                unread(of, row, column).map(|text| if may_be_shown(&text) { text } else { "…".to_owned() })
            }
            _ => None,
        };
        let cell = |column: &Column| Cell {
            column: column.name(),
            value: as_it_stands(*column).unwrap_or_else(|| value(shown.row, *column)),
            at_fault: false,
        };
        shown.columns.iter().map(cell).collect()
    }
}

/// Words for being missing or away that a column of codes may hold beside those about decisions.
const ABSENCES: [&str; 18] = [
    "missing",
    "away",
    "absent",
    "absence",
    "absconded",
    "abscond",
    "awol",
    "unauthorised",
    "unauthorized",
    "authorised",
    "care",
    "home",
    "placement",
    "late",
    "male",
    "female",
    "unaccompanied",
    "null",
];

/// Whether what stands in a cell instead of a date or a code can be shown. Cells that have slipped by a column, and free words,
/// may be a child's name: only numbers, codes, and words that are nobody's name are shown.
fn may_be_shown(text: &str) -> bool {
    // `June` alone may be a name, and `1 June 2024` is a date.
    let has_number = text.bytes().any(|byte| byte.is_ascii_digit());
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.all(|word| {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let is_code = letters <= 2 || letters == 3 && word.chars().any(|c| c.is_ascii_digit());
        let word = word.to_lowercase();
        is_code
            || Listed::is_plain(&word)
            || ABSENCES.contains(&word.as_str())
            || has_number && month_of(&word).is_some()
    })
}

/// Severity and code of the rule, index of the file, row.
pub(super) type Order = (super::Severity, &'static str, usize, u64);

/// The rule that a row breaks.
pub(super) fn rule(violation: &Violation<'_>) -> Option<&'static Rule> {
    CHILD_RULES.get(violation.rule).map(|rule| &rule.rule)
}

/// The value of a cell that could be read: a date as dd/mm/yyyy, a code as in the guide.
fn value(row: Row<'_>, column: Column) -> String {
    match (row, column) {
        (Row::Header(row), Column::Dob) => date(row.dob),
        (Row::Header(row), Column::Sex) => row.sex.text().to_owned(),
        (Row::Header(row), Column::Duc) => date(row.duc),
        (Row::Header(row), Column::Uasc) => row.uasc.text().to_owned(),
        (Row::Episode(row), Column::Decom) => date(row.decom),
        (Row::Episode(row), Column::Dec) => date(row.dec),
        (Row::Episode(row), Column::Ls) => row.ls.text().to_owned(),
        (Row::Episode(row), Column::Place) => row.place.text().to_owned(),
        (Row::Episode(row), Column::PlaceProvider) => row.provider.text().to_owned(),
        (Row::Episode(row), Column::Rec) => row.rec.text().to_owned(),
        (Row::Episode(row), Column::Rne) => row.rne.text().to_owned(),
        (Row::Uasc(row), Column::Dob) => date(row.dob),
        (Row::Uasc(row), Column::Duc) => date(row.duc),
        (Row::Uasc(row), Column::Sex) => row.sex.text().to_owned(),
        (Row::Missing(row), Column::Dob) => date(row.dob),
        (Row::Missing(row), Column::Missing) => row.code.text().to_owned(),
        (Row::Missing(row), Column::MisStart) => date(row.start),
        (Row::Missing(row), Column::MisEnd) => date(row.end),
        (Row::List(row), Column::Trafficked) => match row.listed {
            missing_rows::Listed::Confirmed => "confirmed".to_owned(),
            missing_rows::Listed::Suspected => "suspected".to_owned(),
            missing_rows::Listed::Unstated => "yes".to_owned(),
            missing_rows::Listed::No => "no".to_owned(),
            missing_rows::Listed::NotUnderstood => String::new(),
        },
        _ => String::new(),
    }
}

/// `01/04/2024`; empty for a blank.
fn date(when: When) -> String {
    when.day().map_or_else(String::new, |day| {
        let (year, month, day) = day.ymd();
        format!("{day:02}/{month:02}/{year:04}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_a_name_is_not_shown() {
        for name in ["Zed Qwert", "Zed", "Eve", "April", "June May", "M Zed", "Zoë", "O'Shea 12", "01/02/2024 Ann"] {
            assert!(!may_be_shown(name), "{name}");
        }
        for other in
            ["", "AWOL", "13/13/2024", "1 June 2024", "1-sept-24", "PR1", "U4", "X", "tbc", "n/a", "Missing from care"]
        {
            assert!(may_be_shown(other), "{other}");
        }
    }
}
