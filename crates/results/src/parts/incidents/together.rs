//! All children of a cohort: how many, how long, how often, when.

use missing_rates::rates::began_in_period;
use missing_rates::report::{self, Incidents, Profile, Report};
use words::Language;
use words::Text;

use super::by_month;
use super::lines::Lines;
use super::shown::{Shown, between, number, share};
use crate::parts::bars::{Counted, counted};
use crate::parts::caveats::{self, Figure, Is};
use crate::parts::worked::Worked;
use document::Shared;
use document::{Block, Cell, Column, Fact, Row, Table};

/// All children of the cohort: how long, how often, when.
pub(super) fn blocks(language: Language, shown: Shown<'_>) -> Vec<Block> {
    let Some(all) = shown.profiles().next() else { return Vec::new() };
    let report = shown.context.report;
    let worked = || Worked::of(report);
    let mut blocks = vec![Block::Facts { facts: facts(language, all, shown) }, headline(language, all, shown)];
    let share = Some((all.children_missing, all.children));
    let is: &[Is] = if shown.code == Incidents::Either { &[Is::OfIncidents] } else { &[Is::OfCodes, Is::OfIncidents] };
    let figure = Figure { share, cohort: Some(shown.cohort), is, ..Figure::default() };
    blocks.extend(caveats::beside(language, report, &figure));
    if let Some(list) = list(language, shown) {
        blocks.extend([list, worked().says(language.worked_list()).says(language.worked_return()).block(language)]);
    }
    if all.incidents == 0 {
        return blocks;
    }
    let lines = Lines { of: all, is_safe: report.disclosure.is_safe() };
    if let Some(rows) = lines.lengths(language) {
        blocks.push(Block::heading(language.incidents_lengths()));
        blocks.extend(told(
            language,
            report,
            Counted {
                id: "incidents-lengths",
                caption: shown.caption(language.incidents_lengths_chart()),
                name: language.incidents_length(),
                number: language.incidents_incidents(),
                rows,
                all: all.incidents,
            },
            language.worked_incidents_lengths(),
            |(first, count, all)| words::WorkedIncidentsLengthsFirst { all, count, first }.text(language),
        ));
        blocks.push(Block::note(language.incidents_lengths_about()));
    }
    if let Some(rows) = lines.times(language) {
        blocks.push(Block::heading(language.incidents_times(language.verb(shown.code))));
        blocks.extend(told(
            language,
            report,
            Counted {
                id: "incidents-times",
                caption: shown.caption(language.incidents_times_chart()),
                name: language.incidents_time(),
                number: language.incidents_children(),
                rows,
                all: all.children_missing,
            },
            language.worked_incidents_times(),
            |(first, count, all)| words::WorkedIncidentsTimesFirst { all, count, first }.text(language),
        ));
    }
    if let Some(rows) = lines.months(language, shown.context.period) {
        blocks.push(Block::heading(language.incidents_months()));
        blocks.extend(told(
            language,
            report,
            Counted {
                id: "incidents-months",
                caption: shown.caption(language.incidents_months_chart()),
                name: language.incidents_month(),
                number: language.incidents_incidents(),
                rows,
                all: if all.merged.with_carried_over { all.incidents } else { began_in_period(all) },
            },
            language.worked_incidents_months(),
            |(first, count, all)| words::WorkedIncidentsMonthsFirst { all, count, first }.text(language),
        ));
        if let Some(carried) = all.carried_over.number().filter(|carried| *carried > 0) {
            blocks.push(Block::note(language.incidents_carried(carried)));
        }
        blocks.extend(by_month::blocks(language, shown, all));
    }
    blocks
}

/// Counts as a chart and a table, and how they were worked out. The example is the first count: its name, its number,
/// and the total.
fn told(
    language: Language,
    report: &Report,
    of: Counted,
    how: &'static str,
    example: impl FnOnce((&str, &str, &str)) -> Text,
) -> impl Iterator<Item = Block> {
    let first = first(language, &of.rows, of.all).map(|(first, count, all)| example((&first, &count, &all)));
    let worked = first.into_iter().fold(Worked::of(report).says(how), Worked::says).block(language);
    counted(language, of).into_iter().chain([worked])
}

/// How the share and the average of all children of the cohort were worked out.
fn headline(language: Language, all: &Profile, shown: Shown<'_>) -> Block {
    Worked::of(shown.context.report)
        .share(language, language.incidents_share(), all.children_missing, all.children)
        .wilson(language, all.children_missing, all.children)
        .average(language, language.incidents_each(), all.incidents, all.children_missing)
        .says(language.worked_return())
        .says(language.worked_source_dfe())
        .block(language)
}

/// The first count that is not zero, with its name and the total. `None` unless both are shown.
fn first(language: Language, rows: &[(Text, report::Shown)], all: report::Shown) -> Option<(Text, Text, Text)> {
    let all = language.number(all.number()?);
    let shown = |(name, count): &(Text, report::Shown)| Some((name.clone(), count.number().filter(|n| *n > 0)?));
    let (name, count) = rows.iter().find_map(shown)?;
    Some((name, language.number(count), all))
}

fn facts(language: Language, all: &Profile, shown: Shown<'_>) -> Vec<Fact> {
    let fact = |name: &'static str, number: Text, about: Text| Fact { name: name.into(), number, about };
    let interval = between(language, all).unwrap_or_default();
    let end = shown.context.period.map(|period| language.at_end_on(&language.day(period.end()))).unwrap_or_default();
    vec![
        fact(language.incidents_share(), share(language, all), interval),
        fact(language.incidents_incidents(), language.shown(all.incidents), Text::default()),
        fact(
            language.incidents_more(),
            language.shown(all.more_than_once),
            match (all.more_than_once.number(), all.children.number()) {
                (Some(_), Some(_)) => {
                    language.share_of_children(&language.shown_part_of(all.more_than_once, all.children))
                }
                _ => Text::default(),
            },
        ),
        fact(language.incidents_end(), language.shown(all.at_end), end),
    ]
}

/// What a list of children says about trafficked children, with confirmed and suspected separate.
fn list(language: Language, shown: Shown<'_>) -> Option<Block> {
    let Shown { context, area, cohort, code, .. } = shown;
    let here = |p: &&Profile| (p.area, Some(p.period), p.cohort) == (area, context.period, cohort);
    let of = context.report.profiles.iter().filter(here);
    let row = |p: &Profile| {
        let name = language.on_list(p.on_list.filter(|_| p.code == code && p.children != 0)?);
        Some(Row::new([
            Cell::text(name),
            number(language, p.children),
            number(language, p.children_missing),
            Cell::number(share(language, p), p.value),
            number(language, p.incidents),
        ]))
    };
    let rows: Vec<Row> = of.filter_map(row).collect();
    (!rows.is_empty()).then(|| Block::Table {
        table: Shared::new(Table {
            id: "incidents-list".into(),
            caption: words::IncidentsListTable { code: &language.lower(language.code(code)), period: &shown.period() }
                .text(language),
            columns: vec![
                Column::words(language.incidents_list()),
                Column::numbers(language.incidents_group()),
                Column::numbers(language.incidents_missing()),
                Column::numbers(language.incidents_share()),
                Column::numbers(language.incidents_incidents()),
            ],
            rows,
            sortable: false,
        }),
    })
}
