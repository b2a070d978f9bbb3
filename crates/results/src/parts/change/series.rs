//! A share from period to period, with earlier published shares.

use std::borrow::Cow;

use missing_rates::Ordered;
use missing_rates::area::{AreaCode, plain_name};
use missing_rates::cohort::{Cohort, Share};
use missing_rates::period::{Day, Period};
use missing_rates::report::{Basis, Level, Origin, Rate, Report, Series, SeriesPoint};
use words::{Language, Text};

use super::super::quote;
use super::super::scale::{points, shares, whole_percent};
use super::super::worked::Worked;
use crate::cohorts::COHORTS;
use crate::context::Context;
use document::Shared;
use document::{Block, Cell, Chart, Column, Curve, Dot, Drawing, Mark, Plot, PlotKey, Row, Sign, Stroke, Table, Tick};

/// The chart's.
pub(crate) const ID: &str = "series";

/// Circles come from the files, diamonds were published before.
const MARKS: [Mark; 2] = [Mark::Circle, Mark::Diamond];

pub(super) fn blocks(context: Context<'_>, cohort: Cohort) -> Vec<Block> {
    let series = context.report.series.iter().find(|series| series.cohort == cohort);
    series.map(|series| of(context, series, None)).unwrap_or_default()
}

/// Whether it has points of areas with many authorities, and so is not about one return alone.
pub(super) fn is_pooled(series: &Series) -> bool {
    let pooled = |point: &SeriesPoint| point.origin == Origin::Files && point.area.level < Level::Authority;
    series.points.iter().any(pooled)
}

/// The series of more than one point: those of all authorities, or those of one area by its shares.
pub(super) fn all(report: &Report, area: Option<AreaCode>) -> Vec<Cow<'_, Series>> {
    let pooled = || report.series.iter().filter(|series| is_pooled(series) && series.points.len() > 1);
    let is_whole = |of: &&Series| of.points.iter().any(|p| p.origin == Origin::Files && p.area.code == area);
    match area {
        Some(area) if !pooled().any(|series| is_whole(&series)) => {
            COHORTS.into_iter().filter_map(|cohort| of_area(report, area, cohort)).map(Cow::Owned).collect()
        }
        _ => pooled().map(Cow::Borrowed).collect(),
    }
}

/// The shares of one area, period by period.
fn of_area(report: &Report, area: AreaCode, cohort: Cohort) -> Option<Series> {
    let here = |rate: &&Rate| {
        (rate.area.code, rate.cohort, rate.measure, rate.basis) == (Some(area), cohort, Share::Missing, Basis::Matched)
    };
    let point = |rate: &Rate| {
        Some(SeriesPoint {
            period: rate.period,
            origin: Origin::Files,
            area: rate.area,
            numerator: Some(rate.numerator),
            denominator: Some(rate.denominator),
            authorities: Some(rate.authorities),
            value: rate.value?,
            children_all_answers: None,
            incidents_per_missing_child: None,
            printed_percent: None,
            interval: rate.interval.clone(),
        })
    };
    let mut points: Vec<SeriesPoint> = report.rates.iter().filter(here).filter_map(point).collect();
    points.order_by_key(|point| point.period);
    (points.len() > 1).then_some(Series { cohort, measure: Share::Missing, points })
}

/// One series. With an `area` its name is in the caption.
pub(super) fn of(context: Context<'_>, series: &Series, area: Option<AreaCode>) -> Vec<Block> {
    let mut blocks = vec![Block::heading(context.language.series_heading())];
    if series.points.len() > 1 {
        blocks.push(Block::chart(chart(context, series, area)));
    }
    blocks.push(table(context, series));
    let mut worked = Worked::of(context.report).says(context.language.worked_series_columns());
    let parts =
        |point: &SeriesPoint| Some((context.language.period(point.period), point.numerator?, point.denominator?));
    if let Some((period, missing, children)) = series.points.iter().find_map(parts) {
        worked = worked.row(context.language, &context.language.capital(&period), missing, children).wilson(
            context.language,
            missing,
            children,
        );
    }
    blocks.push(worked.block(context.language));
    if series.points.iter().any(|point| matches!(point.origin, Origin::Report { .. })) {
        blocks.push(Block::note(context.language.series_note()));
    }
    blocks
}

/// Whether it was published before, rather than coming from the files.
fn is_published(point: &SeriesPoint) -> bool {
    point.origin != Origin::Files
}

fn chart(context: Context<'_>, series: &Series, area: Option<AreaCode>) -> Chart {
    let language = context.language;
    let points = &series.points;
    let ends = points.first().zip(points.last());
    let cohort = language.lower(language.cohort(series.cohort));
    let name = |point: &SeriesPoint| (language.period(point.period), share(language, point));
    let (first, last) = ends.map(|(first, last)| (name(first), name(last))).unwrap_or_default();
    let all = ends.and_then(|(first, last)| Period::new(first.period.start(), last.period.end()).ok());
    let all = all.map(|days| language.range(days)).unwrap_or_default();
    Chart {
        id: ID.into(),
        caption: match points.last().and_then(|point| point.area.name).filter(|_| area.is_some()) {
            Some(area) => words::SeriesCaptionOf { area: plain_name(area), cohort: &cohort, days: &all }.text(language),
            None => words::SeriesCaption { cohort: &cohort, days: &all }.text(language),
        },
        alternative: words::SeriesAlternative {
            first: &first.0,
            first_share: &first.1,
            last: &last.0,
            last_share: &last.1,
        }
        .text(language),
        drawing: Drawing::Plot { plot: plot(context, series) },
    }
}

/// Shares, plotted at the middles of their periods.
fn plot(context: Context<'_>, series: &Series) -> Plot {
    let language = context.language;
    let year = |point: &SeriesPoint| {
        let at = |day: Day| {
            let (year, month, of_month) = day.ymd();
            f64::from(year) + f64::from(month - 1) / 12.0 + f64::from(of_month - 1) / 365.0
        };
        f64::midpoint(at(point.period.start()), at(point.period.end()))
    };
    let years = series.points.iter().map(year);
    let (first, last) = (years.clone().fold(f64::MAX, f64::min).floor(), years.fold(0.0, f64::max).ceil());
    let width = (last - first).max(1.0);
    let x = |point: &SeriesPoint| ((year(point) - first) / width).clamp(0.0, 1.0);
    let largest = series.points.iter().map(|p| p.interval.as_ref().map_or(p.value, |i| i.upper)).fold(0.0, f64::max);
    let y = shares(largest);
    let curve = |published: bool, stroke| {
        let places = series.points.iter().filter(|point| is_published(point) == published);
        Curve { points: points(places.map(|point| (x(point), y.at(point.value)))), stroke }
    };
    let dot = |point: &SeriesPoint| Dot {
        x: x(point),
        y: y.at(point.value),
        span: point.interval.as_ref().map(|interval| y.span((interval.lower, interval.upper))),
        mark: MARKS[usize::from(is_published(point))],
        marked: false,
        label: Text::default(),
        text: words::SeriesDot {
            children: &known(language, point.denominator),
            missing: &known(language, point.numerator),
            period: &language.capital(&language.period(point.period)),
            share: &share(language, point),
            source: &source(context, point),
        }
        .text(language),
    };
    let key = |published: bool, text: &str| {
        let shown = series.points.iter().any(|point| is_published(point) == published);
        shown.then(|| PlotKey { sign: Sign::Mark(MARKS[usize::from(published)]), text: text.to_owned().into() })
    };
    let keys = [
        key(false, &of_files(context)),
        key(
            true,
            if series.cohort == Cohort::All { language.series_department() } else { language.series_key_report() },
        ),
    ];
    Plot {
        name_x: language.series_x().into(),
        name_y: language.funnel_share().into(),
        ticks_x: ticks(language, first, last),
        ticks_y: y.ticks(|value| whole_percent(language, value)),
        curves: vec![curve(true, Stroke::Dashed), curve(false, Stroke::Whole)],
        dots: series.points.iter().map(dot).collect(),
        key: keys.into_iter().flatten().collect(),
    }
}

/// At most six ticks, at whole years.
fn ticks(language: Language, first: f64, last: f64) -> Vec<Tick> {
    let width = (last - first).max(1.0);
    let step = (width / 5.0).ceil();
    let mut at = first;
    let mut ticks = Vec::new();
    while at <= first + width {
        let text = language.tenths(at).replace(',', "").trim_end_matches(".0").to_owned();
        ticks.push(Tick { at: (at - first) / width, text: text.into() });
        at += step;
    }
    ticks
}

/// Where the points of a series are from: the files, and the reports that are drawn beside them.
pub(crate) fn sources(language: Language, report: &Report, chart: &Chart) -> Text {
    let files = quote::source(language, report, false);
    let reports = language.series_key_report();
    let is_drawn = matches!(&chart.drawing, Drawing::Plot { plot } if plot.key.iter().any(|key| key.text == *reports));
    if is_drawn { language.series_sources(files) } else { files.into() }
}

/// What the files are: whoever sees a picture of them need not be the one who chose them.
fn of_files(context: Context<'_>) -> Text {
    context.language.capital(quote::source(context.language, context.report, false))
}

fn known(language: Language, count: Option<u64>) -> Text {
    count.map_or_else(|| language.series_unknown().into(), |value| language.number(value))
}

fn source(context: Context<'_>, point: &SeriesPoint) -> Text {
    let language = context.language;
    match point.origin {
        Origin::Report { title, published } => {
            words::SeriesReport { title, year: &published.to_string() }.text(language)
        }
        Origin::Department => language.series_department().into(),
        Origin::Files => of_files(context),
    }
}

/// The share of a point, by its numbers if they are known.
fn share(language: Language, point: &SeriesPoint) -> Text {
    match (point.numerator, point.denominator) {
        (Some(missing), Some(children)) => language.part_of(missing, children),
        _ => language.share(point.value),
    }
}

fn table(context: Context<'_>, series: &Series) -> Block {
    let language = context.language;
    let row = |point: &SeriesPoint| {
        let interval = point.interval.as_ref().map(|interval| {
            let (lower, upper) = language.ends((interval.lower, interval.upper), &share(language, point));
            words::Between { lower: &lower, upper: &upper }.text(language)
        });
        let printed = point.printed_percent.map(|percent| language.series_printed(&percent.to_string()));
        Row::new([
            Cell::text(language.capital(&language.period(point.period))),
            Cell::text(source(context, point)),
            Cell { about: printed, ..Cell::number(share(language, point), point.value) },
            Cell::number(interval.unwrap_or_default(), None),
            Cell::number(known(language, point.numerator), None),
            Cell::number(known(language, point.denominator), None),
            Cell::number(known(language, point.authorities), None),
        ])
        .marked(!is_published(point))
    };
    Block::Table {
        table: Shared::new(Table {
            id: "series".into(),
            caption: language.series_table(language.cohort(series.cohort)),
            columns: vec![
                Column::words(language.series_period()),
                Column::words(language.series_source()),
                Column::numbers(language.column_share()),
                Column::numbers(language.column_interval()),
                Column::numbers(language.column_missing()),
                Column::numbers(language.column_children()),
                Column::numbers(language.series_authorities()),
            ],
            rows: series.points.iter().map(row).collect(),
            sortable: false,
        }),
    }
}
