//! What was found, as a reader sees it: file, row, the values side by side.

use crate::order::Ordered;
use missing_rows::{ChildId, Column, Listed, When};

use super::CHILD_RULES;
use super::child_rows::{Row, Shown, Violation, Whose, unread};
use super::rule::Rule;
use crate::care::{ChildLevel, Return};
use crate::report::{Against, Cell, FINDING_ROWS, Finding, FindingRow, FoundChild, FoundRow};

/// Turns what was found into rows that a reader sees. Files go by their index.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Listing<'a> {
    pub(crate) all: &'a ChildLevel<'a>,
    /// The names of the files.
    pub(crate) names: &'a [String],
}

impl<'a> Listing<'a> {
    /// The findings, each of one rule in one file, with the first of their rows. In the order of a report.
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

    /// The children of whom most rows were found, each with the first of its rows.
    pub(crate) fn children(&self, violations: &[Violation<'_>]) -> Vec<FoundChild> {
        let mut by_child: Vec<(ChildId, Order, &Violation<'_>)> = self
            .by_rule(violations)
            .into_iter()
            .map(|(order, violation)| (violation.child, order, violation))
            .collect();
        by_child.order_by_key(|(child, order, _)| (*child, *order));
        let mut children: Vec<&[(ChildId, Order, &Violation<'_>)]> = by_child.chunk_by(|a, b| a.0 == b.0).collect();
        // Of two with as many rows the one whose identifier is first.
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

    /// One row, with its values and those of the row that it clashes with.
    pub(super) fn row(&self, violation: &Violation<'_>) -> FindingRow {
        let (file, row) = self.stands(violation, &violation.shown);
        let cells = self.cells(violation, &violation.shown);
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

    fn name(&self, file: usize) -> String {
        self.names.get(file).cloned().unwrap_or_default()
    }

    fn child(&self, child: ChildId) -> String {
        let of = |of: &Return<'_>| {
            let header = of.header.child_text(child).or_else(|| of.episodes.child_text(child));
            header.or_else(|| of.missing.child_text(child)).or_else(|| of.uasc.child_text(child))
        };
        self.all.returns.iter().find_map(of).or_else(|| self.all.list.child_text(child)).unwrap_or_default()
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
            // In free words there may be a child’s name.
            (Row::List(row), _) => self.all.list.unread(row, column).filter(|text| Listed::is_plain(text)),
            (row, Some(of)) => unread(of, row, column),
            _ => None,
        };
        let cell = |column: &Column| Cell {
            column: column.name(),
            value: as_it_stands(*column).unwrap_or_else(|| value(shown.row, *column)),
        };
        shown.columns.iter().map(cell).collect()
    }
}

/// Severity and code of the rule, index of the file, row.
pub(super) type Order = (super::Severity, &'static str, usize, u64);

/// The rule that a row breaks.
pub(super) fn rule(violation: &Violation<'_>) -> Option<&'static Rule> {
    CHILD_RULES.get(violation.rule).map(|rule| &rule.rule)
}

/// What is in a cell that could be read: a date as dd/mm/yyyy, a code as the guide has it.
fn value(row: Row<'_>, column: Column) -> String {
    match (row, column) {
        (Row::Header(row), Column::Dob) => date(row.dob),
        (Row::Header(row), Column::Sex) => row.sex.text().to_owned(),
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
