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
    // A rule that another year's return lets run was run.
    let mut not_run: Vec<&RuleRun> = report.rules.iter().filter(|run| !run.ran).collect();
    let several = report.rules.iter().any(|run| run.year.is_some() && run.year != report.rules[0].year);
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
    let row = |run: &&RuleRun| {
        let sentence = place(run.rule).and_then(|place| all.get(place)).map_or("", |rule| rule.sentence);
        Row::new([Cell::text(run.rule), Cell::text(sentence), Cell::text(needs(language, run, several))])
    };
    let mut names: Vec<&str> = not_run.iter().map(|run| run.rule).collect();
    names.dedup();
    blocks.push(Block::Details {
        summary: language.quality_not_run(names.len() as u64),
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
                    rows: not_run.iter().map(row).collect(),
                    sortable: false,
                }),
            },
        ],
    });
    blocks
}

/// What a rule needs and is not there; where there are several returns, of which year.
fn needs(language: Language, run: &RuleRun, several: bool) -> Text {
    let needs = run.needs.join(", ");
    match run.year.filter(|_| several) {
        Some(year) => words::QualityNotRunYear { needs: &needs, year: &year.to_string() }.text(language),
        None => needs.into(),
    }
}
