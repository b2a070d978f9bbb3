//! How the figures of an authority's own return changed since the same days a year earlier.

use missing_rates::cohort::{Cohort, Share};
use missing_rates::report::{Basis, Change, Compared, Measure, Unit, code};
use words::Text;

use super::caveats::{self, Figure, Is};
use super::worked::Worked;
use crate::context::Context;
use document::Shared;
use document::{Block, Cell, Choice, Column, Row, Table};

const COHORT: &str = "change:own-cohort";

pub(super) fn is_in(changes: &[Change]) -> bool {
    changes.iter().any(|change| change.basis == Basis::ChildLevel)
}

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let own: Vec<&Change> = context
        .report
        .changes
        .iter()
        .filter(|change| change.basis == Basis::ChildLevel && Some(change.to) == context.period)
        .collect();
    let known = |cohort: &Cohort| own.iter().any(|change| change.cohort == *cohort);
    let cohorts: Vec<Cohort> = Cohort::ALL.into_iter().filter(known).collect();
    let Some(cohort) = crate::context::chosen(context.settings.choice(COHORT), &cohorts) else { return Vec::new() };
    let shown: Vec<&Change> = own.into_iter().filter(|change| change.cohort == cohort).collect();
    let mut blocks = Vec::new();
    if let Some(change) = shown.iter().find(|change| change.measure == Measure::Share(Share::Missing)) {
        blocks.push(Block::lead(lead(change)));
        blocks.extend(firm(change).map(Block::text));
        blocks.push(Worked::of(context.report).change(change).block());
    }
    if cohorts.len() > 1 {
        let option = |cohort: &Cohort| Choice { value: code(cohort).into(), text: words::cohort(*cohort).into() };
        blocks.push(Block::Pick {
            setting: COHORT.into(),
            label: words::incidents_cohort().into(),
            options: cohorts.iter().map(option).collect(),
            chosen: code(&cohort).into(),
        });
    }
    if let Some(first) = shown.first() {
        let (from, to) = (words::format::period(first.from), words::format::period(first.to));
        let periods = words::ChangeOwnPeriods { from: &words::format::capital(&from), to: &to }.text();
        blocks.push(Block::text(periods));
        blocks.push(table(cohort, &shown, &from, &to));
        blocks.push(Worked::of(context.report).says(words::worked_change_columns()).change(first).block());
    }
    let figure = Figure { cohort: Some(cohort), is: &[Is::Beside, Is::OfIncidents], ..Figure::default() };
    blocks.extend(caveats::beside(context.report, &figure));
    blocks
}

pub(super) fn lead(change: &Change) -> Text {
    let (before, after) = (figure(change.unit, &change.earlier), figure(change.unit, &change.later));
    let cohort = words::format::lower(words::cohort(change.cohort));
    let points = points(change.difference.abs());
    if before == after {
        words::ChangeOwnLeadSame { after: &after, cohort: &cohort }.text()
    } else if change.difference > 0.0 {
        words::ChangeOwnLeadUp { after: &after, before: &before, cohort: &cohort, points: &points }.text()
    } else {
        words::ChangeOwnLeadDown { after: &after, before: &before, cohort: &cohort, points: &points }.text()
    }
}

/// How sure the difference is.
fn firm(change: &Change) -> Option<Text> {
    let (lower, upper) = change.lower.zip(change.upper)?;
    let holds = lower <= 0.0 && upper >= 0.0;
    let interval = words::change_own_firm(&between(change.unit, lower, upper));
    let words = if holds { words::change_own_within() } else { words::change_own_beyond() };
    Some([interval.as_str(), " ", words].concat().into())
}

fn table(cohort: Cohort, shown: &[&Change], from: &str, to: &str) -> Block {
    let row = |change: &&Change| {
        let interval = change.lower.zip(change.upper).map(|(lower, upper)| between(change.unit, lower, upper));
        let relative = change.relative.map(|relative| [sign(relative), &words::format::share(relative.abs())].concat());
        let cell = |of: &Compared| Cell { about: parts(of), ..Cell::number(figure(change.unit, of), of.value) };
        Row::new([
            Cell::text(words::measure(change.measure)),
            cell(&change.earlier),
            cell(&change.later),
            Cell::number(signed(change.unit, change.difference), change.difference),
            Cell::text(interval.unwrap_or_default()),
            Cell::number(relative.unwrap_or_default(), change.relative),
        ])
    };
    Block::Table {
        table: Shared::new(Table {
            id: "change-own".into(),
            caption: words::ChangeOwnTable { cohort: words::cohort(cohort), from, to }.text(),
            columns: vec![
                Column::words(words::change_own_measure()),
                Column::numbers(words::format::capital(from)),
                Column::numbers(words::format::capital(to)),
                Column::numbers(words::change_own_difference()),
                Column::words(words::change_own_interval()),
                Column::numbers(words::change_own_relative()),
            ],
            rows: shown.iter().map(row).collect(),
            sortable: false,
        }),
    }
}

/// What a share or an average is made of.
fn parts(of: &Compared) -> Option<Text> {
    let denominator = words::format::number(of.denominator?);
    Some(words::ChangeOwnOf { whole: &denominator, part: &words::format::number(of.numerator) }.text())
}

fn figure(unit: Unit, of: &Compared) -> Text {
    match unit {
        Unit::PercentagePoints => words::format::part_of(of.numerator, of.denominator.unwrap_or(0)),
        Unit::IncidentsPerChild | Unit::IncidentsPer100Children => {
            of.value.map(words::format::tenths).unwrap_or_default()
        }
        _ => words::format::number(of.numerator),
    }
}

fn sign(value: f64) -> &'static str {
    if value > 0.0 {
        "+"
    } else if value < 0.0 {
        "−"
    } else {
        ""
    }
}

/// A difference with its sign and unit.
fn signed(unit: Unit, value: f64) -> Text {
    match unit {
        Unit::PercentagePoints => words::change_own_points(&number(value * 100.0)),
        _ => number(value),
    }
}

/// Two differences with their signs and unit.
fn between(unit: Unit, lower: f64, upper: f64) -> Text {
    let scale = if unit == Unit::PercentagePoints { 100.0 } else { 1.0 };
    let words = words::IncidentsBetween { lower: &number(lower * scale), upper: &number(upper * scale) }.text();
    if unit == Unit::PercentagePoints { words::change_own_points(&words) } else { words }
}

/// A number with its sign and one decimal.
fn number(value: f64) -> Text {
    let words = words::format::tenths(value.abs());
    let sign = if words == "0.0" { "" } else { sign(value) };
    [sign, &words].concat().into()
}

/// A difference of shares from 0 to 1 in percentage points.
fn points(size: f64) -> Text {
    words::change_own_points(&words::format::tenths(size * 100.0))
}
