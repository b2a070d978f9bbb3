//! What was found, rule by rule.

use missing_rates::report::{Finding, Report, Scenario, Severity};
use yew::AttrValue;

use super::line::line;
use crate::document::{Block, Cell, Column, Row, Table};
use crate::shared::Shared;
use crate::text;

/// How many rows of a finding are listed on the page.
const LISTED: usize = 50;

pub(super) fn table(report: &Report) -> Option<Block> {
    if report.findings.is_empty() {
        return None;
    }
    let matters = !report.sensitivity.is_empty();
    let mut columns = vec![
        Column::words(text::quality_rule()),
        Column::words(text::quality_wrong()),
        Column::numbers(text::quality_rows()),
    ];
    columns.extend(matters.then(|| Column::words(text::quality_change())));
    Some(Block::Table {
        table: Shared::new(Table {
            id: "quality-rules".into(),
            caption: text::quality_rules_caption().into(),
            columns,
            rows: report.findings.iter().map(|finding| row(report, finding, matters)).collect(),
            sortable: false,
        }),
    })
}

fn row(report: &Report, finding: &Finding, matters: bool) -> Row {
    let mut cells = vec![
        Cell { about: Some(severity(finding.severity).into()), ..Cell::text(finding.rule) },
        Cell {
            about: Some(finding.table.clone().into()),
            blocks: vec![details(finding, !report.found_children.is_empty())],
            ..Cell::text(finding.sentence)
        },
        Cell::number(text::format::number(finding.count), finding.count as f64),
    ];
    if matters {
        let case = report
            .sensitivity
            .iter()
            .find(|case| case.scenario == Scenario::WithoutRule && case.rule == Some(finding.rule));
        let change: AttrValue =
            case.and_then(|case| case.points).map_or_else(|| text::quality_not_counted().into(), super::change);
        cells.push(Cell::text(change));
    }
    Row::new(cells)
}

/// What to do, and the rows.
fn details(finding: &Finding, has_work_list: bool) -> Block {
    let mut blocks = vec![Block::text(text::quality_to_do(finding.remedy))];
    if let Some(reading) = finding.reading {
        blocks.push(Block::text(text::quality_reading(reading)));
    }
    let (listed, all) = (finding.rows.len().min(LISTED) as u64, finding.count);
    if listed < all {
        blocks.push(Block::text(if has_work_list {
            text::QualityFirst { all, shown: listed }.text()
        } else {
            text::QualityFirstNoList { all, shown: listed }.text()
        }));
    }
    blocks.push(Block::List { items: finding.rows.iter().take(LISTED).map(|row| line(row, true)).collect() });
    Block::Details { summary: text::quality_show(all), blocks }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => text::quality_severity_error(),
        Severity::Warning => text::quality_severity_warning(),
        Severity::Note => text::quality_severity_note(),
    }
}
