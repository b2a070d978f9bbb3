//! Who is missing on a day.

use document::{Block, Cell, Column, Field, Row, Shared, Table, Text};
use missing_rates::Returns;
use missing_rates::area::authority;
use missing_rates::report::OnList;
use missing_rates::single::{MissingChild, MissingOn, OpenLastYear};
use words::Language;

use super::super::child_link::link;
use super::super::coverage;
use crate::context::Context;

/// What the page says first, with the field for another day, and the list.
pub(super) fn blocks(context: Context<'_>, returns: &Returns) -> [Vec<Block>; 2] {
    let (language, settings) = (context.language, context.settings);
    let typed = settings.typed(&Field::MissingOn).unwrap_or_default().trim();
    // A day that cannot be read is not replaced by another day.
    let is_understood = typed.is_empty() || settings.shown.missing_on.is_some();
    let on = returns.missing_on(&settings.query, settings.shown.missing_on).filter(|_| is_understood);
    let mut blocks = Vec::new();
    match &on {
        Some(on) => blocks.extend(lead(context, on)),
        None if is_understood => blocks.push(Block::lead(language.children_none())),
        None => {}
    }
    blocks.push(Block::Input {
        id: "missing-on".into(),
        field: Field::MissingOn,
        label: language.children_day().into(),
        hint: language.children_day_hint().into(),
        value: typed.to_owned().into(),
        button: language.children_day_button().into(),
        error: (!is_understood || on.is_none()).then(|| language.children_day_error().into()),
    });
    let mut list: Vec<Block> = Vec::new();
    if let Some(on) = on {
        let day = &language.day(on.day);
        list.extend((!on.children.is_empty()).then(|| table(language, &on, day)));
        if !on.open_last_year.is_empty() {
            list.push(Block::note(language.children_open_last_year(on.open_last_year.len() as u64)));
            list.push(open_last_year(language, &on, day));
        }
        list.extend((!list.is_empty()).then(|| Block::Print { text: language.children_print().into() }));
    }
    [blocks, list]
}

fn lead(context: Context<'_>, on: &MissingOn) -> Vec<Block> {
    let language = context.language;
    let day = language.day(on.day);
    let missing = on.children.iter().filter(|child| child.missing).count() as u64;
    let away = on.children.len() as u64 - missing;
    let lead = words::ChildrenLead { day: &day, missing }.text(language);
    let lead = [lead.as_str(), " ", language.children_away_too(away).as_str()].concat().into();
    let whose: Vec<&str> = context.settings.query.authority.and_then(authority).map(|of| of.name).into_iter().collect();
    let mut blocks = vec![
        Block::lead(coverage::whose(language, &whose, lead)),
        Block::text(language.children_what()),
        Block::note(language.children_own_use()),
    ];
    if !on.not_covered.is_empty() {
        blocks.push(Block::note(language.children_not_covered(&on.not_covered.join(", "))));
    }
    if on.not_counted > 0 {
        blocks.push(Block::note(language.children_not_counted(on.not_counted)));
    }
    blocks
}

fn table(language: Language, on: &MissingOn, day: &str) -> Block {
    let of_several = on.children.iter().any(|child| child.authority.is_some());
    let mut columns = vec![Column::words(language.children_child())];
    if of_several {
        columns.push(Column::words(language.children_authority()));
    }
    columns.extend([
        Column::words(language.children_state()),
        Column::words(language.children_since()),
        Column::numbers(language.children_days()),
        Column::numbers(language.children_age()),
        Column::words(language.children_legal_status()),
        Column::words(language.children_placement()),
        Column::numbers(language.children_previous()),
        Column::words(language.children_notes()),
    ]);
    Block::Table {
        table: Shared::new(Table {
            id: "children-missing".into(),
            caption: language.children_list(day),
            columns,
            rows: on.children.iter().map(|child| row(language, child, of_several)).collect(),
            sortable: true,
        }),
    }
}

/// The children whom last year's return alone leaves missing.
fn open_last_year(language: Language, on: &MissingOn, day: &str) -> Block {
    let of_several = on.open_last_year.iter().any(|child| child.authority.is_some());
    let mut columns = vec![Column::words(language.children_child())];
    columns.extend(of_several.then(|| Column::words(language.children_authority())));
    columns
        .extend([language.children_state(), language.children_since(), language.children_notes()].map(Column::words));
    let row = |child: &OpenLastYear| {
        let mut cells = vec![Cell::text(child.child.clone())];
        cells.extend(of_several.then(|| Cell::text(child.authority.clone().unwrap_or_default())));
        let left_care = child.left_care.map(|day| language.children_left_care(&language.day(day)));
        cells.extend([
            Cell { blocks: vec![link(language, &child.child)], ..Cell::text(state(language, child.missing)) },
            Cell::text(language.day(child.since)),
            Cell::text(left_care.unwrap_or_default()),
        ]);
        Row::new(cells)
    };
    Block::Table {
        table: Shared::new(Table {
            id: "children-open-last-year".into(),
            caption: language.children_open_list(day),
            columns,
            rows: on.open_last_year.iter().map(row).collect(),
            sortable: false,
        }),
    }
}

fn state(language: Language, missing: bool) -> &'static str {
    if missing { language.children_state_missing() } else { language.children_state_away() }
}

fn row(language: Language, child: &MissingChild, of_several: bool) -> Row {
    let or_not_known =
        |text: &'static str| Cell::text(if text.is_empty() { language.children_not_known() } else { text });
    let ended = child.placement_ended.map(|day| language.children_placement_ended(&language.day(day)));
    let mut cells = vec![Cell::text(child.child.clone())];
    if of_several {
        cells.push(Cell::text(child.authority.clone().unwrap_or_default()));
    }
    cells.extend([
        Cell { blocks: vec![link(language, &child.child)], ..Cell::text(state(language, child.missing)) },
        // The longest ago comes first, as when sorting by days.
        Cell { key: Some(-f64::from(child.days)), ..Cell::text(language.day(child.since)) },
        Cell::number(language.number(u64::from(child.days)), f64::from(child.days)),
        match child.age {
            Some(age) => Cell::number(language.number(u64::from(age)), f64::from(age)),
            None => Cell::text(language.children_not_known()),
        },
        or_not_known(child.legal_status),
        Cell { about: ended, ..or_not_known(child.placement) },
        Cell::number(language.number(u64::from(child.previous)), f64::from(child.previous)),
        Cell::text(notes(language, child)),
    ]);
    Row::new(cells)
}

fn notes(language: Language, child: &MissingChild) -> Text {
    let mut notes: Vec<Text> = Vec::new();
    notes.extend(child.unaccompanied.then(|| language.children_unaccompanied().into()));
    notes.extend(child.listed.map(|listed| on_list(language, listed).into()));
    notes.extend(child.left_care.map(|day| language.children_left_care(&language.day(day))));
    notes.join("; ").into()
}

/// What a list of trafficked children says about a child.
pub(super) fn on_list(language: Language, listed: OnList) -> &'static str {
    match listed {
        OnList::Confirmed => language.children_listed_confirmed(),
        OnList::Suspected => language.children_listed_suspected(),
        OnList::Unstated => language.children_listed_unstated(),
    }
}
