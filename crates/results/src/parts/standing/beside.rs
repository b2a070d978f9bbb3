//! The authority compared with its region, England and its neighbours: a picture, and a table that says the same.

use missing_rates::area::{Closeness, plain_name};
use missing_rates::report::{Beside, Outcome, Position, PositionOf, PublishedFigures, Report, Role, Standing};
use words::{Language, Text};

use super::super::scale::{said, shares, whole_percent};
use super::super::worked::Worked;
use super::figures::{missing_of, printed};
use document::Shared;
use document::{Block, Cell, Chart, Column, DotLine, Drawing, Row, Scale, Table};

/// The authority's own figure.
struct Own {
    about: Text,
    printed: Text,
    /// Children who went missing, and children.
    counts: (u64, u64),
    of: Text,
    incidents: Text,
    value: Option<f64>,
    interval: Option<(f64, f64)>,
}

pub(super) fn blocks(language: Language, standing: &Standing, position: &Position) -> Vec<Block> {
    let Some(own) = own(language, standing, position) else { return Vec::new() };
    let others: Vec<(&PublishedFigures, &Beside)> = position
        .beside
        .iter()
        .filter_map(|beside| {
            let of_year = |row: &&PublishedFigures| row.area == beside.area && row.period == position.published;
            Some((standing.published.iter().find(of_year)?, beside))
        })
        .collect();
    let mut blocks: Vec<Block> = chart(language, standing, position, &own, &others).into_iter().collect();
    blocks.push(table(language, standing, position, own, &others));
    blocks
}

/// How the first area beside the authority compares, worked out.
pub(super) fn worked(language: Language, report: &Report, standing: &Standing, position: &Position) -> Block {
    let mut worked = Worked::of(report).says(language.worked_standing_columns());
    let row_of = |beside: &Beside| {
        let found = standing.published.iter().find(|r| r.area == beside.area && r.period == position.published)?;
        Some((found.area.name?, found.children_missing.number()?, found.children.number()?))
    };
    if let Some((beside, (name, missing, children))) = position.beside.iter().find_map(|b| Some((b, row_of(b)?))) {
        worked = worked.row(language, name, missing, children);
        let own = own(language, standing, position).map(|own| own.counts);
        if let (Some(own), Some(by), Some((lower, upper))) = (own, beside.points, beside.lower.zip(beside.upper)) {
            worked = worked.beside(language, own, (missing, children), by, (lower, upper));
        }
    }
    worked.block(language)
}

fn own(language: Language, standing: &Standing, position: &Position) -> Option<Own> {
    let between = |interval: &missing_rates::report::Interval| (interval.lower, interval.upper);
    if position.figure == PositionOf::Calculated {
        let own = standing.calculated.iter().find(|own| own.period == position.period)?;
        let (children, missing) = (language.number(own.children), language.number(own.children_missing));
        return Some(Own {
            about: language.standing_from_files(&language.period(own.period)),
            printed: language.part_of(own.children_missing, own.children),
            counts: (own.children_missing, own.children),
            of: words::StandingMissingOf { children: &children, missing: &missing }.text(language),
            incidents: own.incidents_per_missing_child.clone().unwrap_or_default().into(),
            value: own.value,
            interval: own.interval.as_ref().map(between),
        });
    }
    let row = standing.published.iter().find(|row| row.role == Role::Own && row.period == position.period)?;
    Some(Own {
        about: language.standing_as_published(&language.period(row.period)),
        printed: printed(language, row.percent.as_deref())?,
        counts: row.children_missing.number().zip(row.children.number())?,
        of: missing_of(language, row)?,
        incidents: row.incidents_per_missing_child.clone().unwrap_or_default().into(),
        value: row.value,
        interval: row.interval.as_ref().map(between),
    })
}

fn chart(
    language: Language,
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
        text: said(language, name, &own.printed, own.interval),
    };
    let dot = |row: &PublishedFigures| {
        let (name, number) =
            (row.area.name.unwrap_or_default(), printed(language, row.percent.as_deref()).unwrap_or_default());
        let interval = row.interval.as_ref().map(|interval| (interval.lower, interval.upper));
        DotLine {
            text: said(language, name, &number, interval),
            name: name.into(),
            number,
            at: scale.at(row.value.unwrap_or_default()),
            span: interval.map(|interval| scale.span(interval)),
            marked: false,
        }
    };
    let lines: Vec<DotLine> = [first].into_iter().chain(drawn.map(dot)).collect();
    let england_share = england.and_then(|row| printed(language, row.percent.as_deref())).unwrap_or_default();
    let alternative =
        words::StandingChartAlternative { england: &england_share, name: plain_name(name), share: &own.printed };
    let period = language.period(position.published);
    Some(Block::chart(Chart {
        id: "standing-beside".into(),
        caption: if position.period == position.published {
            words::StandingChartCaption { name, period: &period }.text(language)
        } else {
            let own = language.period(position.period);
            words::StandingChartCaptionYears { name, own: &own, period: &period }.text(language)
        },
        alternative: alternative.text(language),
        drawing: Drawing::Dots {
            lines,
            scale: Scale {
                least: whole_percent(language, 0.0),
                most: whole_percent(language, scale.end()),
                line: england.and_then(|row| row.value).map(|value| scale.at(value)),
                line_text: language.standing_chart_line(&england_share),
            },
        },
    }))
}

fn table(
    language: Language,
    standing: &Standing,
    position: &Position,
    own: Own,
    others: &[(&PublishedFigures, &Beside)],
) -> Block {
    let name = standing.area.name.unwrap_or_default();
    let between = |(lower, upper): (f64, f64)| {
        words::Between { lower: &language.share(lower), upper: &language.share(upper) }.text(language)
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
        let none = || Text::from(language.standing_nothing());
        let interval = row.interval.as_ref().map(|interval| between((interval.lower, interval.upper)));
        let share = printed(language, row.percent.as_deref()).unwrap_or_else(none);
        let difference = beside.points.map(|by| language.points(&language.signed(by * 100.0)));
        let incidents = row.incidents_per_missing_child.clone().map_or_else(none, Text::from);
        Row::new([
            Cell { about: Some(what(language, row)), ..Cell::text(row.area.name.unwrap_or_default()) },
            Cell { about: interval, ..Cell::number(share, row.value) },
            Cell::number(missing_of(language, row).unwrap_or_else(none), None),
            Cell::number(incidents, None),
            Cell {
                about: beside.lower.zip(beside.upper).map(|(lower, upper)| language.points_between(lower, upper)),
                ..Cell::number(difference.unwrap_or_default(), beside.points)
            },
            Cell::text(match beside.outcome {
                Some(Outcome::Higher) => language.compare_higher(),
                Some(Outcome::Lower) => language.compare_lower(),
                Some(Outcome::NotClear) => language.compare_not_clear(),
                None => "",
            }),
        ])
    };
    let period = language.period(position.published);
    Block::Table {
        table: Shared::new(Table {
            id: "standing-beside-table".into(),
            caption: if position.period == position.published {
                words::StandingBesideCaption { name, period: &period }.text(language)
            } else {
                let own = language.period(position.period);
                words::StandingBesideCaptionYears { name, own: &own, period: &period }.text(language)
            },
            columns: vec![
                Column::words(language.standing_area()),
                Column::numbers(language.standing_share()),
                Column::numbers(language.standing_children()),
                Column::numbers(language.standing_incidents()),
                Column::numbers(language.standing_difference()),
                Column::words(language.standing_outcome()),
            ],
            rows: [first].into_iter().chain(others.iter().map(row)).collect(),
            sortable: false,
        }),
    }
}

/// How another area is related to the authority.
fn what(language: Language, row: &PublishedFigures) -> Text {
    match (row.role, row.rank, row.closeness) {
        (Role::Neighbour, Some(rank), Some(closeness)) => {
            let closeness = match closeness {
                Closeness::Extremely => language.standing_extremely_close(),
                Closeness::Very => language.standing_very_close(),
                Closeness::Close => language.standing_close(),
                Closeness::Somewhat => language.standing_somewhat_close(),
                Closeness::Not => language.standing_not_close(),
            };
            words::StandingNeighbour { closeness, rank: &rank.to_string() }.text(language)
        }
        (Role::Nation, ..) => language.standing_nation().into(),
        _ => language.standing_region().into(),
    }
}
