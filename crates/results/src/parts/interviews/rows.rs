//! What became of the rows of the lists of interviews.

use document::{Block, Cell, Column, Row, Shared, Table, Text};
use missing_rates::interviews::{Doubt, DoubtfulRow, ListRows};
use words::Language;

pub(super) fn blocks(language: Language, rows: &ListRows) -> Vec<Block> {
    let mut blocks = vec![Block::text(said(language, rows).join(" "))];
    if rows.doubtful.is_empty() {
        return blocks;
    }
    let row = |row: &DoubtfulRow| {
        Row::new([
            Cell::text(row.file.clone()),
            Cell::number(language.number(row.row), row.row as f64),
            Cell::text(why(language, row.doubt)),
        ])
    };
    blocks.push(Block::Details {
        summary: language.interviews_doubtful(rows.doubtful.len() as u64),
        blocks: vec![
            Block::text(language.interviews_doubtful_text()),
            Block::Table {
                table: Shared::new(Table {
                    id: "interviews-doubtful".into(),
                    caption: language.interviews_doubtful_caption().into(),
                    columns: vec![
                        Column::words(language.interviews_doubtful_file()),
                        Column::numbers(language.interviews_doubtful_row()),
                        Column::words(language.interviews_doubtful_why()),
                    ],
                    rows: rows.doubtful.iter().map(row).collect(),
                    sortable: true,
                }),
            },
        ],
    });
    blocks
}

fn said(language: Language, rows: &ListRows) -> Vec<Text> {
    let all = words::InterviewsRows { other: rows.other_period, rows: rows.all, used: rows.used }.text(language);
    let repeated = (rows.repeated > 0).then(|| language.interviews_rows_repeated(rows.repeated));
    [Some(all), repeated].into_iter().flatten().collect()
}

/// The same for a terminal: how many rows need a look, with the place of each.
pub(super) fn lines(language: Language, rows: &ListRows) -> Vec<Text> {
    let mut lines = vec![said(language, rows).join(" ").into()];
    if !rows.doubtful.is_empty() {
        lines.push([&*language.interviews_doubtful(rows.doubtful.len() as u64), ":"].concat().into());
    }
    lines.extend(rows.doubtful.iter().map(|row| {
        let place = words::InterviewsPlace { file: &row.file, row: &language.number(row.row) }.text(language);
        ["  ", &*place, ": ", why(language, row.doubt)].concat().into()
    }));
    lines
}

fn why(language: Language, doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::NoSuchChild => language.interviews_doubt_no_child(),
        Doubt::NoIncident => language.interviews_doubt_no_incident(),
        Doubt::Away => language.interviews_doubt_away(),
        Doubt::Differ => language.interviews_doubt_differ(),
        Doubt::TwoIncidents => language.interviews_doubt_two(),
        Doubt::BeforeReturn => language.interviews_doubt_before(),
        Doubt::DatedWithoutOffer => language.interviews_doubt_held(),
        Doubt::DatedNotAccepted => language.interviews_doubt_not_accepted(),
        Doubt::AcceptedWithoutOffer => language.interviews_doubt_accepted(),
        Doubt::NotUnderstood => language.interviews_doubt_word(),
        Doubt::NotADate => language.interviews_doubt_date(),
        Doubt::YearsLater => language.interviews_doubt_years(),
    }
}
