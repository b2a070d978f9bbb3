//! Each month compared with the same month a year earlier, and the year to date.

use document::{
    Block, Cell, Chart, Column, Curve, Dot, Drawing, Mark, Plot, PlotKey, Row, Shared, Sign, Stroke, Table, Text, Tick,
};
use missing_rates::group::By;
use missing_rates::rates::{MonthBeside, MonthsBeside, months_beside};
use missing_rates::report::Profile;
use words::Language;

use super::shown::Shown;
use crate::parts::scale::FromZero;

/// Empty if the files do not cover the same days a year earlier, or at least the first month of them. It is also empty in a safe report, where months are
/// counted together.
pub(super) fn blocks(language: Language, shown: Shown<'_>, of: &Profile) -> Vec<Block> {
    if shown.context.report.disclosure.is_safe() {
        return Vec::new();
    }
    let same = |p: &&Profile| {
        (p.area, p.cohort, p.code, p.by, p.on_list) == (of.area, of.cohort, of.code, By::None, None)
            && p.period != of.period
    };
    let earlier = shown.context.report.profiles.iter().filter(same).filter(|p| p.period.end() < of.period.end());
    let Some(before) = earlier.max_by_key(|p| p.period.end()) else { return Vec::new() };
    let Some(MonthsBeside { days, months }) = months_beside(of, before) else { return Vec::new() };
    let periods = (language.period(of.period), language.period(before.period));
    let mut blocks = vec![Block::heading(language.incidents_beside_heading())];
    if days != of.period {
        blocks.push(Block::note(language.incidents_beside_stops(&language.day(before.period.end()))));
    }
    blocks.extend(months.last().map(|last| {
        Block::text(
            words::IncidentsBesideLead {
                before: &language.incidents_number(last.to_date_before),
                incidents: &language.incidents_number(last.to_date),
                period: &language.within(days),
            }
            .text(language),
        )
    }));
    blocks.push(chart(language, shown, &months, &periods));
    blocks.push(table(language, shown, &months, &periods));
    blocks
}

fn chart(language: Language, shown: Shown<'_>, months: &[MonthBeside], (now, before): &(Text, Text)) -> Block {
    let largest = months.iter().map(|of| of.count.max(of.before)).max().unwrap_or_default();
    let scale = FromZero::holding(largest as f64, 1.0);
    // Places months in the middles of equal parts.
    let across = |at: usize| (at as f64 + 0.5) / months.len() as f64;
    let name = |of: &MonthBeside, years_ago: i32| language.month(of.month.year - years_ago, of.month.month);
    let series = |is_now: bool| {
        months.iter().enumerate().map(move |(at, of)| {
            let (years, count, to_date) =
                if is_now { (0, of.count, of.to_date) } else { (1, of.before, of.to_date_before) };
            let month = name(of, years);
            let text = words::IncidentsBesideDot {
                incidents: &language.incidents_number(count),
                month: &month,
                so_far: &language.number(to_date),
            };
            Dot {
                x: across(at),
                y: scale.at(count as f64),
                span: None,
                mark: if is_now { Mark::Circle } else { Mark::Square },
                marked: false,
                label: Text::default(),
                text: text.text(language),
            }
        })
    };
    let curve = |dots: &[Dot], stroke| Curve { points: dots.iter().map(|dot| (dot.x, dot.y)).collect(), stroke };
    let (own, earlier): (Vec<Dot>, Vec<Dot>) = (series(true).collect(), series(false).collect());
    let curves = vec![curve(&earlier, Stroke::Dashed), curve(&own, Stroke::Whole)];
    let key = |mark, period: &Text| PlotKey { sign: Sign::Mark(mark), text: language.capital(period) };
    let caption = shown.caption(language.incidents_beside_chart());
    Block::chart(Chart {
        id: "incidents-beside".into(),
        alternative: language.incidents_beside_alternative(before),
        caption,
        drawing: Drawing::Plot {
            plot: Plot {
                name_x: language.incidents_month().into(),
                name_y: language.incidents_incidents().into(),
                ticks_x: months.iter().enumerate().map(|(at, of)| Tick { at: across(at), text: name(of, 0) }).collect(),
                ticks_y: scale.ticks(|figure| language.decimals(figure, 0)),
                curves,
                dots: own.into_iter().zip(earlier).flat_map(|(own, earlier)| [own, earlier]).collect(),
                key: vec![key(Mark::Circle, now), key(Mark::Square, before)],
            },
        },
    })
}

fn table(language: Language, shown: Shown<'_>, months: &[MonthBeside], (now, before): &(Text, Text)) -> Block {
    let number = |count: u64| Cell::number(language.number(count), count as f64);
    let row = |of: &MonthBeside| {
        Row::new([
            Cell::text(language.month(of.month.year, of.month.month)),
            number(of.count),
            number(of.before),
            number(of.to_date),
            number(of.to_date_before),
        ])
    };
    Block::Table {
        table: Shared::new(Table {
            id: "incidents-beside-table".into(),
            caption: shown.caption(language.incidents_beside_chart()),
            columns: vec![
                Column::words(language.incidents_month()),
                Column::numbers(language.capital(now)),
                Column::numbers(language.incidents_beside_before(before)),
                Column::numbers(language.incidents_beside_to_date()),
                Column::numbers(language.incidents_beside_to_date_before()),
            ],
            rows: months.iter().map(row).collect(),
            sortable: false,
        }),
    }
}
