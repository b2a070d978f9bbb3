//! The part as the worker puts it together, and what its controls do.

use missing_rates::read::Reader;
use missing_rates::report::Report;
use missing_rates::{Query, Returns};

use super::*;
use crate::invalidated::Invalidated;
use crate::settings::Settings;
use document::{Cell, Choice, Command, CountsAs, Field, Means, Setting, Table};
use missing_rates::report::FileKind;
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
    blocks(Context {
        language: English,
        report,
        period: report.periods.last().copied(),
        settings,
        returns: None,
        without_books: false,
    })
}

/// A control: its id, and what its options set, or what its field is, and the error there.
#[derive(Debug)]
enum Control {
    Pick(String, Vec<(String, Setting)>),
    Input(Field, Option<String>),
    Button(Command),
}

fn controls(blocks: &[Block]) -> Vec<Control> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Pick { id, options, chosen, .. } => {
                assert!((*chosen as usize) < options.len(), "{id}: {chosen} is not offered");
                let option = |option: &Choice| (option.text.to_string(), option.setting.clone());
                found.push(Control::Pick(id.to_string(), options.iter().map(option).collect()));
            }
            Block::Input { field, error, .. } => {
                found.push(Control::Input(field.clone(), error.as_ref().map(ToString::to_string)));
            }
            Block::Button { command, .. } => found.push(Control::Button(command.clone())),
            Block::Details { blocks, .. } | Block::Controls { blocks } => found.extend(controls(blocks)),
            Block::Table { table } => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                found.extend(cells.flat_map(|cell| controls(&cell.blocks)));
            }
            _ => {}
        }
    }
    found
}

/// What the options of the first control of these set whose id begins so.
fn options(blocks: &[Block], id: &str) -> Vec<(String, Setting)> {
    let pick = |control| match control {
        Control::Pick(other, options) if other.starts_with(id) => Some(options),
        _ => None,
    };
    controls(blocks).into_iter().find_map(pick).expect("a control")
}

fn option(blocks: &[Block], id: &str, text: &str) -> Setting {
    options(blocks, id).into_iter().find(|(other, _)| other == text).expect(text).1
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
    document::all(blocks).into_iter().find_map(table).map(cells).unwrap_or_default()
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
    // The name: the nearest authority is offered.
    assert_eq!(settings.apply(option(&before, "name-", "Kent")), Invalidated::Report);
    // The conflict: the second answer.
    let uses: Vec<Setting> = controls(&before)
        .into_iter()
        .filter_map(|control| match control {
            Control::Button(Command::Set { setting: setting @ Setting::Conflict { .. } }) => Some(setting),
            _ => None,
        })
        .collect();
    assert_eq!(uses.len(), 2);
    assert_eq!(settings.apply(uses[1].clone()), Invalidated::Report);
    // The wording: typed, and first wrongly.
    let wording = |counts_as| Setting::Wording { wording: "a few".into(), counts_as };
    assert!(options(&before, "wording-").iter().any(|(_, setting)| *setting == wording(CountsAs::Typed)));
    assert_eq!(settings.apply(wording(CountsAs::Typed)), Invalidated::Part);
    let field = Field::Wording("a few".into());
    let typed = |text: &str| Setting::Typed { field: field.clone(), text: text.to_owned() };
    assert_eq!(settings.apply(typed("several")), Invalidated::Part);
    let report = returns.report(&settings.query);
    let error = |control| match control {
        Control::Input(other, error) if other == field => error,
        _ => None,
    };
    assert_eq!(
        controls(&shown(&report, &settings)).into_iter().find_map(error).as_deref(),
        Some("This is not a number or a range. Write it like 4, 1-5 or <5.")
    );
    assert_eq!(settings.apply(typed("1-5")), Invalidated::Report);
    let report = returns.report(&settings.query);
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
    assert_eq!(settings.apply(wording(CountsAs::AsRead)), Invalidated::Report);
    assert!(lead_of(&shown(&returns.report(&settings.query), &settings)).contains("1 wording"));
}

#[test]
fn a_name_can_be_typed() {
    let returns = returns("Authority,Year,UASC,UASC missing\nThe County,2024,100,10\n");
    let mut settings = Settings::default();
    let report = returns.report(&Query::default());
    let before = shown(&report, &settings);
    let name = |means| Setting::Name { name: "The County".into(), means };
    assert!(options(&before, "name-").iter().any(|(_, setting)| *setting == name(Means::Typed)));
    settings.apply(name(Means::Typed));
    let field = Field::Name("The County".into());
    let typed = |text: &str| Setting::Typed { field: field.clone(), text: text.to_owned() };
    assert_eq!(settings.apply(typed("Nowhere")), Invalidated::Part);
    assert_eq!(settings.typed(&field), Some("Nowhere"));
    assert_eq!(settings.apply(typed("Kent / Medway")), Invalidated::Report);
    settings.apply(name(Means::Nobody));
    let report = returns.report(&settings.query);
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
    let set = |settings: &mut Settings, field: &str, column| {
        settings.apply(Setting::Column { file: 1, column, field: Some(field.to_owned().into()) })
    };
    assert_eq!(lead_of(&shown(&report, &settings)), "Say what the columns of the file are, and its answers are read.");
    settings.apply(Setting::Kind { file: 1, kind: Some(FileKind::AuthorityAnswers) });
    let wants = shown(&report, &settings);
    let note = wants.iter().find_map(|block| match block {
        Block::Note { text } => Some(text.to_string()),
        _ => None,
    });
    assert_eq!(note.as_deref(), Some("Still needed: one number."));
    for (field, column) in [("authority", 0), ("trafficked/children", 1), ("trafficked/children-missing", 2)] {
        assert_eq!(set(&mut settings, field, column), Invalidated::Part);
    }
    let filled = shown(&report, &settings);
    let preview = cells_of(&filled, "columns-preview-1");
    assert_eq!(preview.len(), 4);
    assert_eq!(
        preview[2],
        ["Surey", "Not known yet", "Not stated", "Trafficked children: number in care", "<5", "0 to 4"]
    );
    let buttons = controls(&filled).into_iter().filter_map(|control| match control {
        Control::Button(command) => Some(command),
        _ => None,
    });
    assert_eq!(buttons.collect::<Vec<_>>(), [Command::ReadMapped { id: 1 }, Command::ExportMapping { id: 1 }]);
    assert!(settings.columns.mapping(1).is_some_and(|mapping| mapping.header.len() == 3));
    assert!(settings.columns.mapping(2).is_none());
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

#[test]
fn differing_answers_stand_side_by_side_and_the_latest_can_be_used_for_all() {
    let text = "Authority,Year,UASC,UASC missing,Date received,Notes\nKent,2023,100,10,03/05/2024,first\nKent,2023,120,10,14/06/2024,corrected\nKent,2024,7,1,03/05/2024,\nKent,2024,8,1,04/05/2024,\nHull,2024,60,6,,\nHull,2024,61,6,,\n";
    let returns = returns(text);
    let mut settings = Settings::default();
    let before = shown(&returns.report(&Query::default()), &settings);
    let rows = cells_of(&before, "answers-conflicts");
    assert_eq!(rows[0], ["Kent", "100", "120", English.answers_conflict_open()]);
    let in_tables = document::all(&before).into_iter().filter_map(|block| match block {
        Block::Table { table } => Some(table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.blocks)),
        _ => None,
    });
    let buttons: Vec<(String, Setting)> = in_tables
        .flatten()
        .chain(&before)
        .filter_map(|block| match block {
            Block::Button { command: Command::Set { setting }, text } => Some((text.to_string(), setting.clone())),
            _ => None,
        })
        .collect();
    // Each control is named by its year.
    assert!(buttons.iter().any(|(text, _)| text.contains("120") && text.contains("2023")), "{buttons:?}");
    let latest = buttons.into_iter().find(|(_, setting)| matches!(setting, Setting::Conflicts(_))).unwrap();
    assert!(latest.0.contains("all 2 figures"), "{}", latest.0);
    settings.apply(latest.1);
    let report = returns.report(&settings.query);
    // Hull's rows do not say when they came. They are in order of years, then of codes.
    assert_eq!(
        report.conflicts.iter().map(missing_rates::report::Conflict::is_decided).collect::<Vec<_>>(),
        [true, false, true]
    );
    assert!(cells_of(&shown(&report, &settings), "answers-conflicts")[0][3].contains("120"));
}

#[test]
fn a_guess_is_shown_for_each_column_and_not_used_before_it_is_chosen() {
    let text = "Authority,Year,UASC,UASC missing zzz\nKent,2024,100,10\nSurrey,2024,50,5\n";
    let returns = returns(text);
    let report = returns.report(&Query::default());
    let (entry, head) = returns.unknown_columns(1).expect("a column that was not understood");
    let mut settings = Settings::default();
    settings.columns.begin(1, &entry.name, entry.kind, head);
    let form = shown(&report, &settings);
    assert_eq!(cells_of(&form, "columns-1").len(), 4);
    let offered = options(&form, "columns-1-3");
    assert!(offered[0].0.starts_with("Not decided. Perhaps: ") && offered[0].0.contains("went missing"), "{offered:?}");
    // What is understood is read; the guess is not, until it is chosen.
    let fields = |settings: &Settings| settings.columns.mapping(1).unwrap().fields.iter().flatten().count();
    assert_eq!(fields(&settings), 3);
    assert_eq!(settings.apply(offered[0].1.clone()), Invalidated::Part);
    assert_eq!(fields(&settings), 4);
    assert!(!options(&shown(&report, &settings), "columns-1-3")[0].0.starts_with("Not decided"));
}
