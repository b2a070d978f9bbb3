//! A table of all areas.

use missing_rates::Ordered;
use missing_rates::area::{Nation, authority};
use missing_rates::cohort::{Count, Share};
use missing_rates::report::{Area, Basis, HiddenOf, Level, Rate, Total};
use words::Language;

use super::super::publish::hides;
use super::super::worked::Worked;
use super::compared::{Compared, lies_in};
use document::Shared;
use document::{Block, Cell, Column, Row, Table};

/// The larger areas come first, then the authorities of the place that is shown, even without a share, and the chosen
/// authority and its neighbours wherever they are.
/// Shown `alone`, it is of nothing outside the place.
pub(super) fn table(language: Language, compared: Compared<'_>, alone: bool) -> Block {
    let rates: Vec<&Rate> = compared.rates().collect();
    let totals: Vec<&Total> = compared
        .context
        .report
        .totals
        .iter()
        .filter(|t| (t.period, t.cohort) == (compared.period, compared.cohort))
        .filter(|t| matches!(t.measure, Count::Children | Count::ChildrenMissing))
        .collect();
    let mut areas: Vec<Area> = totals.iter().map(|total| total.area).collect();
    let hidden = compared.context.report.hidden.iter();
    let here = hidden.filter(|figure| (figure.period, figure.cohort) == (compared.period, compared.cohort));
    areas.extend(here.filter(|figure| matches!(figure.of, HiddenOf::Total { .. })).map(|figure| figure.area));
    areas.order_by_key(|area| (area.level, area.name, area.code));
    areas.dedup();
    areas.retain(|area| match area.level {
        Level::Return => false,
        Level::Authority => area.code.is_some_and(|code| compared.shows(code) || compared.chosen(code).is_some()),
        _ => area.level >= compared.whole.level && (!alone || compared.holds(area)),
    });
    let rows: Vec<Row> = areas.iter().map(|area| row(language, compared, area, &rates, &totals)).collect();
    let (cohort, period) = compared.titles();
    Block::Table {
        table: Shared::new(Table {
            id: "areas".into(),
            caption: words::CompareTableCaption { cohort, period: &period, rows: rows.len() as u64 }.text(language),
            columns: vec![
                Column::words(language.column_area()),
                Column::words(language.map_lies_in()).searched(),
                Column::numbers(language.column_share()),
                Column::numbers(language.column_interval()),
                Column::numbers(language.column_missing()),
                Column::numbers(language.column_children()),
                Column::words(language.column_limits()),
            ],
            rows,
            sortable: true,
        }),
    }
}

/// How the first row with a share was worked out.
pub(super) fn worked(language: Language, compared: Compared<'_>) -> Block {
    let worked = Worked::of(compared.context.report).says(language.worked_areas_columns());
    match compared.rate(&compared.place).or_else(|| compared.rate(compared.whole)) {
        Some(rate) => worked
            .row(language, rate.area.name.unwrap_or_default(), rate.numerator, rate.denominator)
            .wilson(language, rate.numerator, rate.denominator)
            .says(language.worked_matched(rate.authorities))
            .block(language),
        None => worked.block(language),
    }
}

fn row(language: Language, compared: Compared<'_>, area: &Area, rates: &[&Rate], totals: &[&Total]) -> Row {
    let rate = rates.iter().find(|rate| rate.area == *area);
    let key = (*area, compared.period, compared.cohort);
    let hidden = |is: &dyn Fn(HiddenOf) -> bool| hides(compared.context.report, key, is);
    let total = |measure| totals.iter().find(|t| t.area == *area && t.measure == measure);
    let (share, interval) = match rate.and_then(|rate| Some((rate, rate.interval.as_ref()?))) {
        Some((rate, interval)) => {
            let (lower, upper) = language.ends((interval.lower, interval.upper), &language.rate(rate));
            let between = words::Between { lower: &lower, upper: &upper }.text(language);
            (Cell::number(language.rate(rate), rate.value), Cell::number(between, interval.lower))
        }
        None if hidden(&|of| matches!(of, HiddenOf::Rate { measure: Share::Missing, basis: Basis::Matched })) => {
            (Cell::number(language.hidden_symbol(), None), Cell::number(language.hidden_symbol(), None))
        }
        None => (Cell::number(language.no_share(), None), Cell::number("", None)),
    };
    let count = |measure| {
        // Beside the share of a larger area are the numbers that it divides, not all numbers that were given.
        if let Some(rate) = rate.filter(|_| area.level < Level::Authority) {
            let n = if measure == Count::Children { rate.denominator } else { rate.numerator };
            return Cell::number(language.number(n), n as f64);
        }
        if hidden(&|of| of == HiddenOf::Total { measure }) {
            Cell::number(language.hidden_symbol(), None)
        } else {
            count(language, total(measure))
        }
    };
    Row::new([
        Cell::text(area.name.unwrap_or_default()),
        Cell::text(match area.level {
            Level::Region => Nation::England.name().into(),
            _ => area.code.and_then(authority).map(|value| lies_in(language, value)).unwrap_or_default(),
        }),
        share,
        interval,
        count(Count::ChildrenMissing),
        count(Count::Children),
        Cell::text(limits(language, compared, area)),
    ])
    .marked(area.level < Level::Authority || compared.context.settings.query.authority == area.code)
}

fn count(language: Language, total: Option<&&Total>) -> Cell {
    let Some(total) = total else { return Cell::number(language.no_answer(), None) };
    match total.exact.filter(|_| total.area.level < Level::Authority || total.lowest == total.highest) {
        Some(exact) => Cell::number(language.number(exact), exact as f64),
        None => Cell::number(
            words::TotalsRange { highest: total.highest, lowest: total.lowest }.text(language),
            total.lowest as f64,
        ),
    }
}

fn limits(language: Language, compared: Compared<'_>, area: &Area) -> &'static str {
    let placed = compared.funnel().and_then(|f| f.authorities.iter().find(|point| Some(point.code) == area.code));
    placed.map_or("", |point| super::funnel::place_name(language, super::funnel::place(compared, point)))
}
