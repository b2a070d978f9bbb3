//! What is beside one another says the same, in safe reports too.

use missing_rates::cohort::Cohort;
use missing_rates::read::Reader;
use missing_rates::report::{Disclosure, Report};
use missing_rates::{Query, Returns};

use super::blocks;
use crate::context::Context;
use crate::settings::Settings;
use document::{Block, Cell, Setting, Table};
use words::Language::English;

const SAMPLES: [(&str, &[u8]); 2] = [
    ("answers.csv", include_bytes!("../../../../../static/samples/answers-2024.csv")),
    ("published.csv", include_bytes!("../../../../../static/samples/published-2024.csv")),
];

fn report(sample: usize, settings: &Settings) -> Report {
    let (name, bytes) = SAMPLES[sample];
    let mut reader = Reader::new(name, Vec::new());
    reader.push(bytes);
    let mut returns = Returns::default();
    returns.add(1, reader.finish());
    returns.report(&Query { ..settings.query.clone() })
}

fn set(disclosure: Disclosure) -> Settings {
    let mut settings = Settings::default();
    settings.apply(Setting::Disclosure(disclosure));
    settings
}

fn shown(sample: usize, disclosure: Disclosure) -> Vec<Block> {
    let settings = set(disclosure);
    let report = report(sample, &settings);
    blocks(Context {
        language: English,
        report: &report,
        period: report.periods.last().copied(),
        settings: &settings,
        returns: None,
        without_books: false,
    })
}

fn table<'a>(blocks: &'a [Block], id: &str) -> &'a Table {
    let found = blocks.iter().find_map(|block| match block {
        Block::Table { table } if table.id == id => Some(&**table),
        Block::Details { blocks, .. } => blocks.iter().find_map(|block| match block {
            Block::Table { table } if table.id == id => Some(&**table),
            _ => None,
        }),
        _ => None,
    });
    found.unwrap_or_else(|| panic!("no {id}"))
}

fn number(cell: &Cell) -> u64 {
    cell.text.replace(',', "").parse().unwrap_or_else(|_| panic!("{} is no number", cell.text))
}

#[test]
fn every_share_is_the_numbers_beside_it_divided() {
    for (sample, disclosure) in [
        (0, Disclosure::Exact),
        (0, Disclosure::Safe),
        (0, Disclosure::SafeTo10),
        (1, Disclosure::Exact),
        (1, Disclosure::Safe),
    ] {
        let blocks = shown(sample, disclosure);
        let mut divided = 0;
        for row in &table(&blocks, "areas").rows {
            let [name, _, share, _, missing, children, _] = row.cells.as_slice() else { panic!("{row:?}") };
            if share.text.ends_with('%') {
                let expected = English.part_of(number(missing), number(children));
                assert_eq!(share.text, expected, "{disclosure:?}: {}", name.text);
                divided += 1;
            }
        }
        assert!(divided > 20, "{divided}");
    }
}

#[test]
fn the_larger_areas_come_first_the_widest_before_all() {
    let blocks = shown(0, Disclosure::Exact);
    let names: Vec<&str> = table(&blocks, "areas").rows.iter().map(|row| row.cells[0].text.as_str()).collect();
    assert_eq!(names[..3], ["United Kingdom", "England", "Northern Ireland"]);
}

#[test]
fn a_safe_comparison_says_whom_it_is_about_and_calls_nobody_silent_who_is_hidden() {
    let settings = set(Disclosure::Safe);
    let report = report(0, &settings);
    let blocks = blocks(Context {
        language: English,
        report: &report,
        period: report.periods.last().copied(),
        settings: &settings,
        returns: None,
        without_books: false,
    });
    let funnel = report.funnel.iter().find(|of| of.cohort == Cohort::Trafficked).unwrap();
    let (shown, share) = (funnel.authorities.len(), English.share(funnel.pooled));
    let Some(Block::Lead { text: lead }) = blocks.first() else { panic!("{blocks:?}") };
    assert!(lead.starts_with(&format!("Of the {shown} authorities whose numbers are shown")), "{lead}");
    assert!(lead.contains(&format!("their joint share, {share}")), "{lead}");
    let notes: Vec<&str> =
        blocks.iter().filter_map(|of| if let Block::Note { text } = of { Some(&**text) } else { None }).collect();
    let hidden = 135 - shown;
    assert!(notes.iter().any(|note| note.contains(&format!("{hidden} more authorities are hidden"))), "{notes:?}");
    let classes = &table(&blocks, "map-classes").rows;
    assert_eq!(number(&classes.last().unwrap().cells[1]), hidden as u64);
    for row in &table(&blocks, "map-names").rows {
        let [name, _, share, gave] = row.cells.as_slice() else { panic!("{row:?}") };
        let gave_both = gave.text == English.map_both();
        assert!(!gave_both || share.text != English.map_no_share(), "{}: {}", name.text, share.text);
    }
}
