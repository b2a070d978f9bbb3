//! The record of one child: a sentence, a timeline, and a table of everything that happened.

use document::{Block, Cell, Column, Fact, Row, Shared, Table, Text};
use missing_rates::period::Day;
use missing_rates::single::{Absence, ChildRecord, EpisodeOfCare, Unaccompanied};
use words::Language;

use super::super::quality::line::line;
use super::codes::codes;
use super::missing_on::on_list;
use super::timeline;
use crate::context::Context;

pub(super) fn blocks(context: Context<'_>, record: &ChildRecord) -> Vec<Block> {
    let language = context.language;
    let missing = record.incidents.iter().filter(|of| of.missing).count() as u64;
    let away = record.incidents.len() as u64 - missing;
    let name = match &record.authority {
        Some(authority) => [record.child.as_str(), ", ", authority].concat().into(),
        None => Text::from(record.child.clone()),
    };
    let mut blocks = vec![
        Block::heading(language.children_record(&name)),
        Block::text(words::ChildrenRecordFacts { away, child: &name, missing }.text(language)),
        Block::Facts { facts: facts(language, record) },
    ];
    blocks.extend(timeline::block(context, record, &name));
    blocks.push(events(language, record, &name));
    blocks.push(Block::heading(language.children_findings()));
    blocks.push(if record.findings.is_empty() {
        Block::text(language.children_no_findings())
    } else {
        let item = |found: &missing_rates::report::FoundRow| {
            words::QualityChildFinding { line: &line(language, &found.row, false), rule: found.rule }.text(language)
        };
        Block::List { items: record.findings.iter().map(item).collect() }
    });
    blocks
}

fn facts(language: Language, record: &ChildRecord) -> Vec<Fact> {
    let not_known = || Text::from(language.children_not_known());
    let sex = match record.sex {
        "F" => language.children_sex_female(),
        "M" => language.children_sex_male(),
        _ => language.children_not_known(),
    };
    let status = match record.unaccompanied {
        Unaccompanied::NotKnown => not_known(),
        Unaccompanied::No => language.children_status_no().into(),
        Unaccompanied::Lasts => language.children_status_lasts().into(),
        Unaccompanied::Until(day) => language.children_status_until(&language.day(day)),
    };
    let listed = record.listed.map_or(language.children_trafficked_no(), |listed| on_list(language, listed));
    let fact = |name: &'static str, number: Text| Fact { name: name.into(), number, about: Text::default() };
    vec![
        fact(language.children_born(), record.born.map_or_else(not_known, |born| language.day(born))),
        fact(language.children_sex(), sex.into()),
        fact(language.children_status(), status),
        fact(language.children_trafficked(), listed.into()),
    ]
}

/// One row of the table of events.
struct Event {
    from: Day,
    to: Option<Day>,
    what: &'static str,
    open: &'static str,
    details: Text,
}

fn events(language: Language, record: &ChildRecord, name: &str) -> Block {
    let episode = |of: &EpisodeOfCare| Event {
        from: of.from,
        to: of.to,
        what: language.children_episode(),
        open: language.children_lasts(),
        details: codes(of),
    };
    let absence = |of: &Absence| Event {
        from: of.from,
        to: of.to,
        what: if of.missing { language.children_missing_event() } else { language.children_away_event() },
        open: language.children_open(),
        details: Text::default(),
    };
    let mut events: Vec<Event> = record.episodes.iter().map(episode).collect();
    events.extend(record.incidents.iter().map(absence));
    events.sort_by_key(|event| (event.from, event.to.unwrap_or(Day::MAX)));
    let row = |event: &Event| {
        Row::new([
            Cell::text(language.day(event.from)),
            Cell::text(event.to.map_or_else(|| event.open.into(), |to| language.day(to))),
            Cell::text(event.what),
            Cell::text(event.details.clone()),
        ])
    };
    Block::Table {
        table: Shared::new(Table {
            id: ["children-record-", name].concat().into(),
            caption: language.children_events(name),
            columns: vec![
                Column::words(language.children_from()),
                Column::words(language.children_to()),
                Column::words(language.children_what_column()),
                Column::words(language.children_details()),
            ],
            rows: events.iter().map(row).collect(),
            sortable: false,
        }),
    }
}
