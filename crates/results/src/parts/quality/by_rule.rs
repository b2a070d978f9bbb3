//! The findings, rule by rule.

use missing_rates::report::{Finding, FindingRow, Of, Report, Scenario, Sensitivity};
use words::{Language, Text};

use super::super::child_link::way;
use super::line::line;
use document::Shared;
use document::{Block, Cell, Column, Row, Table};

/// How many rows of a finding are listed on the page.
const LISTED: usize = 50;

pub(in super::super) fn table(language: Language, report: &Report) -> Option<Block> {
    of(language, report, &report.findings.iter().collect::<Vec<_>>())
}

/// The same for the returns of some years, each rule once, with so many at most: first those whose rows change the share most, then
/// the more serious ones. Also how many more rules are broken there.
pub(in super::super) fn first(language: Language, report: &Report, years: &[i32], most: usize) -> (Option<Block>, u64) {
    let by = |finding: &Finding| without(report, finding).and_then(|case| case.points).unwrap_or_default().abs();
    let is_of_others = |finding: &&Finding| year_of(report, finding).is_some_and(|year| !years.contains(&year));
    let mut findings: Vec<Finding> = Vec::new();
    for finding in report.findings.iter().filter(|finding| !is_of_others(finding)) {
        match findings.iter_mut().find(|of| of.rule == finding.rule) {
            Some(of) => of.count += finding.count,
            None => findings.push(Finding { table: String::new(), rows: Vec::new(), ..finding.clone() }),
        }
    }
    findings.sort_by(|a, b| by(b).total_cmp(&by(a)).then(a.severity.cmp(&b.severity)).then(b.count.cmp(&a.count)));
    let shown: Vec<&Finding> = findings.iter().take(most).collect();
    (of(language, report, &shown), (findings.len() - shown.len()) as u64)
}

/// The collection year of the file that a finding is about.
fn year_of(report: &Report, finding: &Finding) -> Option<i32> {
    let file = report.files.iter().find(|file| file.name == finding.table)?;
    file.collection_year.map(|of| of.year)
}

/// The figures without the rows of a finding.
fn without<'a>(report: &'a Report, finding: &Finding) -> Option<&'a Sensitivity> {
    let is = |case: &&Sensitivity| case.scenario == Scenario::WithoutRule && case.rule == Some(finding.rule);
    report.sensitivity.iter().find(is)
}

fn of(language: Language, report: &Report, findings: &[&Finding]) -> Option<Block> {
    if findings.is_empty() {
        return None;
    }
    let matters = report.sensitivity.first().map(|case| language.period(case.period));
    let mut columns = vec![
        Column::words(language.quality_rule()),
        Column::words(language.quality_wrong()),
        Column::numbers(language.quality_rows()),
    ];
    columns.extend(matters.as_ref().map(|period| Column::words(language.quality_change_rule(period))));
    Some(Block::Table {
        table: Shared::new(Table {
            id: "quality-rules".into(),
            caption: language.quality_rules_caption().into(),
            columns,
            rows: findings.iter().map(|finding| row(language, report, finding, matters.is_some())).collect(),
            sortable: false,
        }),
    })
}

fn row(language: Language, report: &Report, finding: &Finding, matters: bool) -> Row {
    let mut cells = vec![
        Cell { about: Some(language.severity(finding.severity).into()), ..Cell::text(finding.rule) },
        Cell {
            about: (!finding.table.is_empty()).then(|| finding.table.clone().into()),
            blocks: vec![details(language, finding, !report.found_children.is_empty())],
            ..Cell::text(language.rule(finding.rule))
        },
        Cell::number(language.number(finding.count), finding.count as f64),
    ];
    if matters {
        let effects =
            report.sensitivity.first().zip(without(report, finding)).map(|(base, case)| language.effects(base, case));
        let change: Text = effects.unwrap_or_else(|| language.quality_not_counted().into());
        cells.push(Cell::text(change));
    }
    Row::new(cells)
}

/// What to do, and the rows.
fn details(language: Language, finding: &Finding, has_work_list: bool) -> Block {
    let mut blocks = vec![Block::text(language.quality_to_do(language.rule_to_do(finding.rule)))];
    if let Some(reading) = language.rule_reading(finding.rule) {
        blocks.push(Block::text(language.quality_reading(reading)));
    }
    let (listed, all) = (finding.rows.len().min(LISTED) as u64, finding.count);
    if listed < all {
        blocks.push(Block::text(if has_work_list {
            words::QualityFirst { all, shown: listed }.text(language)
        } else {
            words::QualityFirstNoList { all, shown: listed }.text(language)
        }));
    }
    let line = |row: &FindingRow| (line(language, row, true), row.child.as_deref().map(|child| way(language, child)));
    blocks.push(Block::Lines { lines: finding.rows.iter().take(LISTED).map(line).collect() });
    let summary: Text = match finding.of() {
        Of::Rows => language.quality_show(all),
        Of::Cells => language.quality_show_cells(all),
        Of::Whole => language.quality_show_where().into(),
    };
    Block::Details { summary, blocks }
}
