//! Every figure that changed between two periods.

use std::cmp::Ordering;

use missing_rates::cohort::{Average, Cohort, Count, Share};
use missing_rates::period::Period;
use missing_rates::rates::{average_text, relative_change, relative_change_of_share, share_moved};
use missing_rates::report::{Area, Basis, Change, Compared, Measure};
use yew::AttrValue;

use super::super::moved::{moved, percent, points_between, signed, signed_as};
use super::pooled::parts;
use crate::document::{Block, Cell, Column, Row, Table};
use crate::shared::Shared;
use crate::text;

/// `None` where nothing did.
pub(super) fn table(cohort: Cohort, area: Area, (from, to): (Period, Period), changes: &[&Change]) -> Option<Block> {
    if changes.is_empty() {
        return None;
    }
    let (earlier, later) = (text::format::period(from), text::format::period(to));
    let caption = text::ChangeCaption {
        area: area.name.unwrap_or(text::subject_return()),
        cohort: text::cohort(cohort),
        earlier: &earlier,
        later: &later,
    };
    Some(Block::Table {
        table: Shared::new(Table {
            id: "change".into(),
            caption: caption.text(),
            columns: vec![
                Column::words(text::change_figure()),
                Column::numbers(text::format::capital(&earlier)),
                Column::numbers(text::format::capital(&later)),
                Column::numbers(text::change_column_change()),
                Column::numbers(text::change_column_relative()),
            ],
            rows: changes.iter().map(|change| row(change)).collect(),
            sortable: false,
        }),
    })
}

fn row(change: &Change) -> Row {
    let (by, relative_by) = by(change);
    Row::new([
        Cell { about: Some(over(change)), ..Cell::text(measure(change.measure)) },
        figure(change.measure, &change.earlier),
        figure(change.measure, &change.later),
        Cell { about: interval(change), ..Cell::number(by, change.difference) },
        Cell::number(relative_by.unwrap_or_default(), change.relative),
    ])
}

fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::Share(share) => match share {
            Share::Missing => text::change_share_missing(),
            Share::MissingMoreThanOnce => text::change_share_again(),
            Share::MissingAtEnd => text::change_share_end(),
            Share::Away => text::change_share_away(),
            Share::AwayMoreThanOnce => text::change_share_away_again(),
            Share::AwayAtEnd => text::change_share_away_end(),
        },
        Measure::Average(Average::IncidentsPerMissingChild) => text::change_incidents_each(),
        Measure::Average(Average::IncidentsPerAwayChild) => text::change_incidents_each_away(),
        Measure::Count(Count::ChildrenMissing) => text::change_count_missing(),
        Measure::Count(Count::MissingIncidents | Count::AwayIncidents) => text::change_count_incidents(),
        Measure::Count(_) => text::change_count_children(),
        Measure::Events(_) => text::measure(measure),
    }
}

fn over(change: &Change) -> AttrValue {
    if change.basis == Basis::LikeForLike {
        return text::change_like(change.later.authorities);
    }
    let (before, after) =
        (text::format::number(change.earlier.authorities), text::format::number(change.later.authorities));
    text::ChangeEach { after: &after, before: &before }.text()
}

fn figure(measure: Measure, figure: &Compared) -> Cell {
    let of = figure.denominator.map(|denominator| {
        let (children, missing) = (text::format::number(denominator), text::format::number(figure.numerator));
        match measure {
            Measure::Average(_) => text::ChangeDivided { children: &children, incidents: &missing }.text(),
            _ => text::AreasOf { children: &children, missing: &missing }.text(),
        }
    });
    let text = match (measure, parts(figure)) {
        (Measure::Share(_), Some((n, d))) => text::format::parts(n, d),
        (Measure::Average(_), Some((n, d))) => average_text(n, d, 1).unwrap_or_default().into(),
        _ => text::format::number(figure.numerator),
    };
    Cell { about: of, ..Cell::number(text, figure.value) }
}

/// The change as it is printed, and in per cent of the earlier figure.
fn by(change: &Change) -> (AttrValue, Option<AttrValue>) {
    let (before, after) = (&change.earlier, &change.later);
    let of_share = || Some((parts(before)?, parts(after)?));
    let relative = || of_share().and_then(|(earlier, later)| relative_change_of_share(earlier, later));
    match change.measure {
        Measure::Share(_) => {
            let moved_by = of_share().and_then(|(earlier, later)| share_moved(earlier, later));
            (moved_by.map(|by| moved(&by.points)).unwrap_or_default(), relative().as_ref().map(percent))
        }
        Measure::Events(_) => (signed(change.difference), None),
        // One decimal more than the averages, so that a difference of them is seen.
        Measure::Average(_) => {
            (signed_as(change.difference, text::format::hundredths), relative().as_ref().map(percent))
        }
        Measure::Count(_) => {
            let distance = text::format::number(before.numerator.abs_diff(after.numerator));
            let sign = match after.numerator.cmp(&before.numerator) {
                Ordering::Less => "−",
                Ordering::Equal => "",
                Ordering::Greater => "+",
            };
            let by = relative_change(before.numerator, after.numerator);
            ([sign, distance.as_str()].concat().into(), by.as_ref().map(percent))
        }
    }
}

fn interval(change: &Change) -> Option<AttrValue> {
    let (lower, upper) = (change.lower?, change.upper?);
    Some(match change.measure {
        Measure::Share(_) => points_between(lower, upper),
        // Of whole children or incidents, outwards.
        Measure::Count(_) => {
            text::Between { lower: &signed_as(lower.floor(), whole), upper: &signed_as(upper.ceil(), whole) }.text()
        }
        Measure::Average(_) => {
            let print = |end| signed_as(end, text::format::hundredths);
            text::Between { lower: &print(lower), upper: &print(upper) }.text()
        }
        Measure::Events(_) => text::Between { lower: &signed(lower), upper: &signed(upper) }.text(),
    })
}

/// A whole number of children or incidents.
fn whole(count: f64) -> AttrValue {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count, which saturates")]
    let count = count as u64;
    text::format::number(count)
}
