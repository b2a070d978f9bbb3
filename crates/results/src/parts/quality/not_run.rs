//! Rules that were not run, and why.

use missing_rates::Ordered;
use missing_rates::checks::rules;
use missing_rates::report::{Report, RuleRun};
use words::{Language, Text};

use document::Shared;
use document::{Block, Cell, Column, Row, Table};

pub(super) fn blocks(language: Language, report: &Report) -> Vec<Block> {
    if report.rules.is_empty() {
        return Vec::new();
    }
    let ran: Vec<&RuleRun> = report.rules.iter().filter(|run| run.ran).collect();
    // A rule counts as run if it was run on the return of any year.
    let mut not_run: Vec<&RuleRun> = report.rules.iter().filter(|run| !run.needs.is_empty()).collect();
    let mut codes: Vec<&str> = ran.iter().map(|run| run.rule).collect();
    codes.order();
    codes.dedup();
    let mut blocks = vec![Block::text(language.quality_ran(codes.len() as u64))];
    if not_run.is_empty() {
        return blocks;
    }
    let all = rules();
    let place = |code: &str| all.iter().position(|rule| rule.code == code);
    not_run.order_by_key(|run| (place(run.rule), run.year));
    // One row for each rule, with every return that it was not run on.
    let row = |runs: &[&RuleRun]| {
        let code = runs.first().map_or("", |run| run.rule);
        let needs: Vec<Text> = runs.iter().map(|run| language.not_run(report, run)).collect();
        let needs: Vec<&str> = needs.iter().map(Text::as_str).collect();
        Row::new([Cell::text(code), Cell::text(language.rule(code)), Cell::text(needs.join("; "))])
    };
    let rows: Vec<Row> = not_run.chunk_by(|a, b| a.rule == b.rule).map(row).collect();
    blocks.push(Block::Details {
        summary: language.quality_not_run(rows.len() as u64),
        blocks: vec![
            Block::text(language.quality_not_run_text()),
            Block::Table {
                table: Shared::new(Table {
                    id: "quality-not-run".into(),
                    caption: language.quality_not_run_caption().into(),
                    columns: vec![
                        Column::words(language.quality_rule()),
                        Column::words(language.quality_not_run_what()),
                        Column::words(language.quality_not_run_needs()),
                    ],
                    rows,
                    sortable: false,
                }),
            },
        ],
    });
    blocks
}
