//! The part as a person sees it, of the sample return.

use document::{Block, Drawing, Field, Setting, Table};
use missing_rates::Returns;
use missing_rates::read::Reader;
use missing_rates::report::Disclosure;
use words::Language::English;

use super::*;
use crate::invalidated::Invalidated;
use crate::settings::Settings;

const RETURN: [(&str, &[u8]); 4] = [
    ("header.csv", include_bytes!("../../../../../static/samples/ssda903/header.csv")),
    ("episodes.csv", include_bytes!("../../../../../static/samples/ssda903/episodes.csv")),
    ("uasc.csv", include_bytes!("../../../../../static/samples/ssda903/uasc.csv")),
    ("missing.csv", include_bytes!("../../../../../static/samples/ssda903/missing.csv")),
];

fn shown(set: &[Setting]) -> Vec<Block> {
    let mut returns = Returns::default();
    for (id, (name, bytes)) in (1..).zip(RETURN) {
        let mut reader = Reader::new(name, Vec::new());
        reader.push(bytes);
        returns.add(id, reader.finish());
    }
    let mut settings = Settings::default();
    for setting in set {
        settings.apply(setting.clone());
    }
    let report = returns.report(&settings.query);
    let period = report.periods.last().copied();
    blocks(Context {
        language: English,
        report: &report,
        period,
        settings: &settings,
        returns: Some(&returns),
        without_books: false,
    })
}

fn typed(field: Field, text: &str) -> Setting {
    Setting::Typed { field, text: text.into() }
}

fn tables(blocks: &[Block]) -> Vec<&Table> {
    let mut tables = Vec::new();
    for block in blocks {
        if let Block::Table { table } = block {
            tables.push(&**table);
        }
    }
    tables
}

fn errors(blocks: &[Block]) -> Vec<&str> {
    let mut errors = Vec::new();
    for block in blocks {
        if let Block::Input { error: Some(error), .. } = block {
            errors.push(error.as_str());
        }
    }
    errors
}

#[test]
fn the_list_is_of_the_last_day_and_of_any_day_that_is_typed() {
    let at_first = shown(&[]);
    let Some(Block::Lead { text }) = at_first.first() else { panic!("{at_first:?}") };
    assert!(text.contains("missing on 31 March 2025"), "{text}");
    let [list] = tables(&at_first)[..] else { panic!("{at_first:?}") };
    assert!(!list.rows.is_empty() && errors(&at_first).is_empty());
    let other = shown(&[typed(Field::MissingOn, " 18/12/2024 ")]);
    let Some(Block::Lead { text }) = other.first() else { panic!("{other:?}") };
    assert!(text.contains("missing on 18 December 2024"), "{text}");
    for wrong in ["31/02/2025", "tomorrow", "01/04/2025", "31/03/2024"] {
        let blocks = shown(&[typed(Field::MissingOn, wrong)]);
        assert_eq!((errors(&blocks).len(), tables(&blocks).len()), (1, 0), "{wrong}");
    }
}

#[test]
fn the_record_of_a_child_is_a_sentence_a_timeline_and_a_table() {
    let blocks = shown(&[typed(Field::Child, "681372")]);
    let chart = blocks.iter().find_map(|block| if let Block::Chart { chart } = block { Some(chart) } else { None });
    let Some(Drawing::Timeline { lanes, .. }) = chart.map(|chart| &chart.drawing) else { panic!("{blocks:?}") };
    let incidents = lanes.iter().find(|lane| lane.name == *"Missing").unwrap().spans.len();
    let [events] = tables(&blocks)[..] else { panic!() };
    assert_eq!(events.rows.iter().filter(|row| row.cells[2].text == *"Missing").count(), incidents);
    for lane in lanes {
        assert!(lane.spans.iter().all(|of| of.span.lower <= of.span.upper && of.span.upper <= 1.0));
    }
    // A row of the list and a finding lead to the same record.
    let mut settings = Settings::default();
    assert_eq!(settings.apply(Setting::Child(Some("681372".into()))), Invalidated::Part);
    assert_eq!(tables(&shown(&[Setting::Child(Some("681372".into()))])).len(), 1);
    assert_eq!(errors(&shown(&[typed(Field::Child, "nobody")])).len(), 1);
}

#[test]
fn nothing_is_shown_where_the_figures_are_safe_to_publish() {
    for disclosure in Disclosure::ALL.into_iter().filter(|of| of.is_safe()) {
        assert!(shown(&[Setting::Disclosure(disclosure), typed(Field::Child, "681372")]).is_empty());
    }
}
