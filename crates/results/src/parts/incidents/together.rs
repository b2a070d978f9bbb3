//! All children of a cohort: how many, how long, how often, when.

use missing_rates::disclosure;
use missing_rates::period::Period;
use missing_rates::rates::began_in_period;
use missing_rates::report::{Incidents, Length, Month, Profile, Report, Times};
use words::Text;

use super::{NONE, Shown, between, number, share};
use crate::parts::bars::{Counted, counted};
use crate::parts::caveats::{self, Figure, Is};
use crate::parts::worked::Worked;
use document::Shared;
use document::{Block, Cell, Column, Fact, Row, Table};

/// All children of the cohort: how long, how often, when.
pub(super) fn blocks(shown: Shown<'_>) -> Vec<Block> {
    let Some(all) = shown.profiles().next() else { return Vec::new() };
    let report = shown.context.report;
    let worked = || Worked::of(report);
    let mut blocks = vec![Block::Facts { facts: facts(all, shown) }, headline(all, shown)];
    let share = Some((all.children_missing, all.children));
    let is: &[Is] = if shown.code == Incidents::Either { &[Is::OfIncidents] } else { &[Is::OfCodes, Is::OfIncidents] };
    let figure = Figure { share, cohort: Some(shown.cohort), is, ..Figure::default() };
    blocks.extend(caveats::beside(report, &figure));
    if let Some(list) = list(shown) {
        blocks.extend([list, worked().says(words::worked_list()).says(words::worked_return()).block()]);
    }
    if all.incidents == 0 || all.lengths.is_empty() {
        return blocks;
    }
    blocks.push(Block::heading(words::incidents_lengths()));
    let lengths =
        Length::ALL.map(|length| (words::length(length).into(), all.lengths.get(&length).copied().unwrap_or(NONE)));
    blocks.extend(told(
        report,
        Counted {
            id: "incidents-lengths",
            caption: shown.caption(words::incidents_lengths_chart()),
            name: words::incidents_length(),
            number: words::incidents_incidents(),
            rows: lengths.to_vec(),
            all: all.incidents,
        },
        words::worked_incidents_lengths(),
        |(first, count, all)| words::WorkedIncidentsLengthsFirst { all, count, first }.text(),
    ));
    blocks.push(Block::note(words::incidents_lengths_about()));
    blocks.push(Block::heading(words::incidents_times(words::verb(shown.code))));
    let times = Times::ALL.map(|times| (words::times(times), all.times.get(&times).copied().unwrap_or(NONE)));
    blocks.extend(told(
        report,
        Counted {
            id: "incidents-times",
            caption: shown.caption(words::incidents_times_chart()),
            name: words::incidents_time(),
            number: words::incidents_children(),
            rows: times.to_vec(),
            all: all.children_missing,
        },
        words::worked_incidents_times(),
        |(first, count, all)| words::WorkedIncidentsTimesFirst { all, count, first }.text(),
    ));
    let months = months(all, shown.context.period);
    let began = began_in_period(all);
    blocks.push(Block::heading(words::incidents_months()));
    blocks.extend(told(
        report,
        Counted {
            id: "incidents-months",
            caption: shown.caption(words::incidents_months_chart()),
            name: words::incidents_month(),
            number: words::incidents_incidents(),
            rows: months,
            all: began,
        },
        words::worked_incidents_months(),
        |(first, count, all)| words::WorkedIncidentsMonthsFirst { all, count, first }.text(),
    ));
    if let Some(carried) = all.carried_over.number().filter(|carried| *carried > 0) {
        blocks.push(Block::note(words::incidents_carried(carried)));
    }
    blocks
}

/// Counts as a chart and a table, and how they were worked out, with the first of them: its name, its number, and how many
/// all are.
fn told(
    report: &Report,
    of: Counted,
    how: &'static str,
    example: fn((&str, &str, &str)) -> Text,
) -> impl Iterator<Item = Block> {
    let first = first(&of.rows, of.all).map(|(first, count, all)| example((&first, &count, &all)));
    let worked = first.into_iter().fold(Worked::of(report).says(how), Worked::says).block();
    counted(of).into_iter().chain([worked])
}

/// Every month of the period, those without an incident too; of a period of many years only those with one.
fn months(all: &Profile, period: Option<Period>) -> Vec<(Text, disclosure::Shown)> {
    const MOST: usize = 36;
    let of_period = period
        .map(|period| Month::of_period(period).take(MOST + 1).collect::<Vec<_>>())
        .filter(|months| months.len() <= MOST);
    let months = of_period.unwrap_or_else(|| all.months.keys().copied().collect());
    let row =
        |month: &Month| (words::format::month(month.year, month.month), all.months.get(month).copied().unwrap_or(NONE));
    months.iter().map(row).collect()
}

/// How the share and the average of all children of the cohort were worked out.
fn headline(all: &Profile, shown: Shown<'_>) -> Block {
    Worked::of(shown.context.report)
        .share(words::incidents_share(), all.children_missing, all.children)
        .wilson(all.children_missing, all.children)
        .average(words::incidents_each(), all.incidents, all.children_missing)
        .says(words::worked_return())
        .says(words::worked_source_dfe())
        .block()
}

/// The first count that is not nought, with its name and how many all are; only where both are shown.
fn first(rows: &[(Text, disclosure::Shown)], all: disclosure::Shown) -> Option<(Text, Text, Text)> {
    let all = words::format::number(all.number()?);
    let shown = |(name, count): &(Text, disclosure::Shown)| Some((name.clone(), count.number().filter(|n| *n > 0)?));
    let (name, count) = rows.iter().find_map(shown)?;
    Some((name, words::format::number(count), all))
}

fn facts(all: &Profile, shown: Shown<'_>) -> Vec<Fact> {
    let fact = |name: &'static str, number: Text, about: Text| Fact { name: name.into(), number, about };
    let interval = all.interval.as_ref().map(between).unwrap_or_default();
    let end =
        shown.context.period.map(|period| words::at_end_on(&words::format::day(period.end()))).unwrap_or_default();
    vec![
        fact(words::incidents_share(), share(all), interval),
        fact(words::incidents_incidents(), words::format::shown(all.incidents), Text::default()),
        fact(
            words::incidents_more(),
            words::format::shown(all.more_than_once),
            match (all.more_than_once.number(), all.children.number()) {
                (Some(_), Some(_)) => {
                    words::share_of_children(&words::format::shown_part_of(all.more_than_once, all.children))
                }
                _ => Text::default(),
            },
        ),
        fact(words::incidents_end(), words::format::shown(all.at_end), end),
    ]
}

/// What a list of children says of those who are trafficked: confirmed and suspected apart.
fn list(shown: Shown<'_>) -> Option<Block> {
    let Shown { context, cohort, code, .. } = shown;
    let of = context.report.profiles.iter().filter(|p| Some(p.period) == context.period && p.cohort == cohort);
    let row = |p: &Profile| {
        let name = words::on_list(p.on_list.filter(|_| p.code == code && p.children != 0)?);
        Some(Row::new([
            Cell::text(name),
            number(p.children),
            number(p.children_missing),
            Cell::number(share(p), p.value),
            number(p.incidents),
        ]))
    };
    let rows: Vec<Row> = of.filter_map(row).collect();
    (!rows.is_empty()).then(|| Block::Table {
        table: Shared::new(Table {
            id: "incidents-list".into(),
            caption: words::IncidentsListTable {
                code: &words::format::lower(words::code(code)),
                period: &shown.period(),
            }
            .text(),
            columns: vec![
                Column::words(words::incidents_list()),
                Column::numbers(words::incidents_group()),
                Column::numbers(words::incidents_missing()),
                Column::numbers(words::incidents_share()),
                Column::numbers(words::incidents_incidents()),
            ],
            rows,
            sortable: false,
        }),
    })
}
