//! The part as the worker puts it together, and what its controls do.

use missing_rates::read::Reader;
use missing_rates::report::Report;
use missing_rates::{Query, Returns};

use super::*;
use crate::settings::{Anew, Settings};
use document::{Cell, Table};
use words::Language::English;

const TABLE: &str = "Authority,Year,UASC,UASC missing\nKemt,2024,100,10\nSurrey,2024,50,a few\nHull,2024,60,6\nHull,2024,61,6\nYork,2024,40,<5\n";

fn returns(text: &str) -> Returns {
    let mut reader = Reader::new("a.csv", Vec::new());
    reader.push(text.as_bytes());
    let mut returns = Returns::default();
    returns.add(1, reader.finish());
    returns
}

fn shown(report: &Report, settings: &Settings) -> Vec<Block> {
    blocks(Context { language: English, report, period: report.periods.last().copied(), settings })
}

/// Every control of the blocks: its setting, and its options or its error.
fn controls(blocks: &[Block]) -> Vec<(String, Vec<String>)> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Pick { setting, options, chosen, .. } => {
                assert!(options.iter().any(|option| option.value == *chosen), "{setting}: {chosen} is not offered");
                found.push((setting.to_string(), options.iter().map(|option| option.value.to_string()).collect()));
            }
            Block::Input { setting, error, .. } => {
                found.push((setting.to_string(), error.iter().map(ToString::to_string).collect()));
            }
            Block::Button { setting, .. } => found.push((setting.to_string(), Vec::new())),
            Block::Details { blocks, .. } | Block::Controls { blocks } => found.extend(controls(blocks)),
            Block::Table { table } => {
                for row in &table.rows {
                    for cell in &row.cells {
                        found.extend(controls(&cell.blocks));
                    }
                }
            }
            _ => {}
        }
    }
    found
}

fn lead_of(blocks: &[Block]) -> String {
    match blocks.first() {
        Some(Block::Lead { text }) => text.to_string(),
        _ => String::new(),
    }
}

fn cells_of<'a>(blocks: &'a [Block], id: &str) -> Vec<Vec<&'a str>> {
    let table = |block: &'a Block| match block {
        Block::Table { table } if table.id == id => Some(&**table),
        _ => None,
    };
    let cells = |table: &'a Table| {
        let texts = |cells: &'a [Cell]| cells.iter().map(|cell| cell.text.as_str()).collect();
        table.rows.iter().map(|row| texts(&row.cells)).collect()
    };
    blocks.iter().find_map(table).map(cells).unwrap_or_default()
}

#[test]
fn what_waits_is_said_and_settled_by_the_controls_one_after_another() {
    let returns = returns(TABLE);
    let mut settings = Settings::default();
    let before = shown(&returns.report(&Query::default()), &settings);
    assert_eq!(
        lead_of(&before),
        "Some answers need your decision: 1 figure with answers that differ, 1 name that was not recognised, and 1 wording that was not understood."
    );
    let key = |about: &str| {
        let found = controls(&before).into_iter().find(|(key, _)| key.starts_with(&format!("answers:{about}:")));
        found.expect("a control")
    };
    // The name: the nearest authority is offered.
    let (name, options) = key("name");
    assert!(options.contains(&"E10000016".to_owned()), "{options:?}");
    assert_eq!(settings.set(name, "E10000016".to_owned()), Anew::Report);
    // The conflict: the second answer.
    let (conflict, options) = key("conflict");
    assert_eq!(settings.set(conflict, options[2].clone()), Anew::Report);
    // The wording: typed, and first wrongly.
    let (wording, _) = key("wording");
    assert!(wording.ends_with(":a few"), "{wording}");
    assert_eq!(settings.set(wording.clone(), settle::TYPE.to_owned()), Anew::Part);
    let field = settle::typed(&wording);
    assert_eq!(settings.set(field.clone(), "several".to_owned()), Anew::Part);
    let report = returns.report(&settings.asked);
    let open = controls(&shown(&report, &settings)).into_iter().find(|(key, _)| *key == field).expect("a field");
    assert_eq!(open.1, ["This is not a number or a range. Write it like 4, 1-5 or <5."]);
    assert_eq!(settings.set(field.clone(), "1-5".to_owned()), Anew::Report);
    let report = returns.report(&settings.asked);
    let after = shown(&report, &settings);
    assert_eq!(
        lead_of(&after),
        "Every answer was understood, every name was recognised, and no two answers contradict each other."
    );
    let wordings = cells_of(&after, "answers-wordings");
    assert_eq!(wordings[0][..2], ["a few", "1 to 5 (your decision)"]);
    assert!(after.iter().any(|block| matches!(block, Block::Download { format: Format::Decisions, .. })));
    let uk = &report.rates[0];
    assert_eq!((uk.numerator, uk.denominator, uk.authorities), (16, 161, 2));
    // And back.
    assert_eq!(settings.set(wording, String::new()), Anew::Report);
    assert!(lead_of(&shown(&returns.report(&settings.asked), &settings)).contains("1 wording"));
}

#[test]
fn a_name_can_be_typed() {
    let returns = returns("Authority,Year,UASC,UASC missing\nThe County,2024,100,10\n");
    let mut settings = Settings::default();
    let report = returns.report(&Query::default());
    let (key, _) = controls(&shown(&report, &settings)).remove(0);
    settings.set(key.clone(), settle::TYPE.to_owned());
    let field = settle::typed(&key);
    assert_eq!(settings.set(field.clone(), "Nowhere".to_owned()), Anew::Part);
    assert!(settle::wrong(&settings, &field).is_some());
    assert_eq!(settings.set(field, "Kent / Medway".to_owned()), Anew::Report);
    settings.set(key, settle::NOBODY.to_owned());
    let report = returns.report(&settings.asked);
    assert_eq!(report.names[0].taken_for, missing_rates::report::TakenFor::Nobody);
    controls(&shown(&report, &settings));
}

#[test]
fn the_columns_of_a_file_are_named_with_a_preview() {
    let returns = returns("Letter to,Q1,Q2\nKent,100,10\nSurey,<5,0\n");
    let report = returns.report(&Query::default());
    assert!(is_in(&report));
    let mut settings = Settings::default();
    let (entry, head) = returns.unknown_columns(1).expect("a file whose columns are not known");
    settings.columns.begin(1, &entry.name, entry.kind, head);
    let set =
        |settings: &mut Settings, what: &str, value: &str| settings.set(format!("columns:1:{what}"), value.to_owned());
    assert_eq!(lead_of(&shown(&report, &settings)), "Say what the columns of the file are, and its answers are read.");
    set(&mut settings, "kind", "authority-answers");
    let wants = shown(&report, &settings);
    let note = wants.iter().find_map(|block| match block {
        Block::Note { text } => Some(text.to_string()),
        _ => None,
    });
    assert_eq!(note.as_deref(), Some("Still needed: one number."));
    for (field, column) in [("authority", "0"), ("trafficked/children", "1"), ("trafficked/children-missing", "2")] {
        assert_eq!(set(&mut settings, field, column), Anew::Part);
    }
    let filled = shown(&report, &settings);
    let preview = cells_of(&filled, "columns-preview-1");
    assert_eq!(preview.len(), 4);
    assert_eq!(
        preview[2],
        ["Surey", "Not known yet", "Not stated", "Trafficked children: number in care", "<5", "0 to 4"]
    );
    assert!(settings.columns.take_kept().is_none());
    set(&mut settings, "keep", "");
    assert!(settings.columns.take_kept().is_some_and(|text| text.contains("\"mapping\"")));
    assert_eq!(set(&mut settings, "read", ""), Anew::Report);
    assert!(settings.columns.take_chosen().is_some_and(|(id, mapping)| id == 1 && mapping.header.len() == 3));
}

#[test]
fn each_column_is_listed_with_how_it_was_read() {
    let text =
        "Authority,Year,UASC,UASC missing,UASC missing zzz,Notes\nKent,2024,100,10,3,by post\nSurrey,2024,50,5,4,\n";
    let returns = returns(text);
    let report = returns.report(&Query::default());
    let blocks = shown(&report, &Settings::default());
    let table = blocks.iter().find_map(|block| match block {
        Block::Table { table } if table.id.starts_with("columns-read-") => Some(table),
        _ => None,
    });
    let rows: Vec<Vec<&str>> =
        table.unwrap().rows.iter().map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect()).collect();
    assert_eq!(rows.len(), 6);
    assert_eq!(rows[2][..2], ["UASC", "100 · 50"]);
    assert_eq!((rows[2][4], rows[4][3]), (English.columns_state_used(), "zzz"));
    assert_eq!(rows[4][4], English.columns_state_not_understood());
    assert_eq!(rows[5][4], English.columns_state_not_needed());
    assert!(table.unwrap().rows[4].marked);
}
