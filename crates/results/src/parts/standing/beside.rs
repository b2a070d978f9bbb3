//! The authority among its region, England and its neighbours: a picture, and the table that says the same.

use missing_rates::area::Closeness;
use missing_rates::report::{Beside, Outcome, Position, PositionOf, PublishedFigures, Report, Role, Standing};
use words::Text;

use super::super::moved::{points, points_between, signed};
use super::super::scale::{said, shares, whole_percent};
use super::super::worked::Worked;
use super::{missing_of, printed};
use document::Shared;
use document::{Block, Cell, Chart, Column, DotLine, Drawing, Row, Scale, Table};

/// The authority's own figure.
struct Own {
    about: Text,
    printed: Text,
    of: Text,
    incidents: Text,
    value: Option<f64>,
    interval: Option<(f64, f64)>,
}

pub(super) fn blocks(standing: &Standing, position: &Position) -> Vec<Block> {
    let Some(own) = own(standing, position) else { return Vec::new() };
    let others: Vec<(&PublishedFigures, &Beside)> = position
        .beside
        .iter()
        .filter_map(|beside| {
            let of_year = |row: &&PublishedFigures| row.area == beside.area && row.period == position.published;
            Some((standing.published.iter().find(of_year)?, beside))
        })
        .collect();
    let mut blocks: Vec<Block> = chart(standing, position, &own, &others).into_iter().collect();
    blocks.push(table(standing, position, own, &others));
    blocks
}

/// The first area beside the authority, in numbers.
pub(super) fn worked(report: &Report, standing: &Standing, position: &Position) -> Block {
    let mut worked = Worked::of(report).says(words::worked_standing_columns());
    let row_of = |beside: &Beside| {
        let found = standing.published.iter().find(|r| r.area == beside.area && r.period == position.published)?;
        Some((found.area.name?, found.children_missing.number()?, found.children.number()?))
    };
    if let Some((beside, (name, missing, children))) = position.beside.iter().find_map(|b| Some((b, row_of(b)?))) {
        worked = worked.row(name, missing, children);
        let own = own(standing, position).map(|own| own.printed);
        if let (Some(own), Some(by), Some((lower, upper))) = (own, beside.points, beside.lower.zip(beside.upper)) {
            let others = words::format::parts(missing, children);
            worked = worked.beside(&own, &others, by, (lower, upper));
        }
    }
    worked.block()
}

fn own(standing: &Standing, position: &Position) -> Option<Own> {
    let between = |interval: &missing_rates::report::Interval| (interval.lower, interval.upper);
    if position.figure == PositionOf::Calculated {
        let own = standing.calculated.iter().find(|own| own.period == position.period)?;
        let (children, missing) = (words::format::number(own.children), words::format::number(own.children_missing));
        return Some(Own {
            about: words::standing_from_files(&words::format::period(own.period)),
            printed: words::format::parts(own.children_missing, own.children),
            of: words::StandingMissingOf { children: &children, missing: &missing }.text(),
            incidents: own.incidents_per_missing_child.clone().unwrap_or_default().into(),
            value: own.value,
            interval: own.interval.as_ref().map(between),
        });
    }
    let row = standing.published.iter().find(|row| row.role == Role::Own && row.period == position.period)?;
    Some(Own {
        about: words::standing_as_published(&words::format::period(row.period)),
        printed: printed(row.percent.as_deref())?,
        of: missing_of(row)?,
        incidents: row.incidents_per_missing_child.clone().unwrap_or_default().into(),
        value: row.value,
        interval: row.interval.as_ref().map(between),
    })
}

fn chart(
    standing: &Standing,
    position: &Position,
    own: &Own,
    others: &[(&PublishedFigures, &Beside)],
) -> Option<Block> {
    let england = others.iter().find(|(row, _)| row.role == Role::Nation).map(|(row, _)| *row);
    let drawn = others.iter().map(|(row, _)| *row).filter(|row| row.role != Role::Nation && row.value.is_some());
    let largest =
        drawn.clone().filter_map(|row| row.interval.as_ref()).map(|i| i.upper).fold(own.interval?.1, f64::max);
    let scale = shares(largest);
    let name = standing.area.name.unwrap_or_default();
    let first = DotLine {
        name: name.to_owned().into(),
        number: own.printed.clone(),
        at: scale.at(own.value?),
        span: own.interval.map(|interval| scale.span(interval)),
        marked: true,
        text: said(name, &own.printed, own.interval),
    };
    let dot = |row: &PublishedFigures| {
        let (name, number) = (row.area.name.unwrap_or_default(), printed(row.percent.as_deref()).unwrap_or_default());
        let interval = row.interval.as_ref().map(|interval| (interval.lower, interval.upper));
        DotLine {
            text: said(name, &number, interval),
            name: name.into(),
            number,
            at: scale.at(row.value.unwrap_or_default()),
            span: interval.map(|interval| scale.span(interval)),
            marked: false,
        }
    };
    let lines: Vec<DotLine> = [first].into_iter().chain(drawn.map(dot)).collect();
    let england_share = england.and_then(|row| printed(row.percent.as_deref())).unwrap_or_default();
    let alternative = words::StandingChartAlternative { england: &england_share, name, share: &own.printed };
    let period = words::format::period(position.published);
    Some(Block::chart(Chart {
        id: "standing-beside".into(),
        caption: words::StandingChartCaption { name, period: &period }.text(),
        alternative: alternative.text(),
        drawing: Drawing::Dots {
            lines,
            scale: Scale {
                least: whole_percent(0.0),
                most: whole_percent(scale.end()),
                line: england.and_then(|row| row.value).map(|value| scale.at(value)),
                line_text: words::standing_chart_line(&england_share),
            },
        },
    }))
}

fn table(standing: &Standing, position: &Position, own: Own, others: &[(&PublishedFigures, &Beside)]) -> Block {
    let name = standing.area.name.unwrap_or_default();
    let between = |(lower, upper): (f64, f64)| {
        words::Between { lower: &words::format::share(lower), upper: &words::format::share(upper) }.text()
    };
    let first = Row::new([
        Cell { about: Some(own.about), ..Cell::text(name.to_owned()) },
        Cell { about: own.interval.map(between), ..Cell::number(own.printed, own.value) },
        Cell::number(own.of, None),
        Cell::number(own.incidents, None),
        Cell::default(),
        Cell::default(),
    ])
    .marked(true);
    let row = |(row, beside): &(&PublishedFigures, &Beside)| {
        let none = || Text::from(words::standing_nothing());
        let interval = row.interval.as_ref().map(|interval| between((interval.lower, interval.upper)));
        let share = printed(row.percent.as_deref()).unwrap_or_else(none);
        let difference = beside.points.map(|by| points(&signed(by * 100.0)));
        let incidents = row.incidents_per_missing_child.clone().map_or_else(none, Text::from);
        Row::new([
            Cell { about: Some(what(row)), ..Cell::text(row.area.name.unwrap_or_default()) },
            Cell { about: interval, ..Cell::number(share, row.value) },
            Cell::number(missing_of(row).unwrap_or_else(none), None),
            Cell::number(incidents, None),
            Cell {
                about: beside.lower.zip(beside.upper).map(|(lower, upper)| points_between(lower, upper)),
                ..Cell::number(difference.unwrap_or_default(), beside.points)
            },
            Cell::text(match beside.outcome {
                Some(Outcome::Higher) => words::compare_higher(),
                Some(Outcome::Lower) => words::compare_lower(),
                Some(Outcome::NotClear) => words::compare_not_clear(),
                None => "",
            }),
        ])
    };
    let period = words::format::period(position.published);
    Block::Table {
        table: Shared::new(Table {
            id: "standing-beside-table".into(),
            caption: words::StandingBesideCaption { name, period: &period }.text(),
            columns: vec![
                Column::words(words::standing_area()),
                Column::numbers(words::standing_share()),
                Column::numbers(words::standing_children()),
                Column::numbers(words::standing_incidents()),
                Column::numbers(words::standing_difference()),
                Column::words(words::standing_outcome()),
            ],
            rows: [first].into_iter().chain(others.iter().map(row)).collect(),
            sortable: false,
        }),
    }
}

/// What another area is to the authority.
fn what(row: &PublishedFigures) -> Text {
    match (row.role, row.rank, row.closeness) {
        (Role::Neighbour, Some(rank), Some(closeness)) => {
            let closeness = match closeness {
                Closeness::Extremely => words::standing_extremely_close(),
                Closeness::Very => words::standing_very_close(),
                Closeness::Close => words::standing_close(),
                Closeness::Somewhat => words::standing_somewhat_close(),
                Closeness::Not => words::standing_not_close(),
            };
            words::StandingNeighbour { closeness, rank: &rank.to_string() }.text()
        }
        (Role::Nation, ..) => words::standing_nation().into(),
        _ => words::standing_region().into(),
    }
}
