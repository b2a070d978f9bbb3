//! Every figure that changed between two periods.

use std::cmp::Ordering;

use missing_rates::cohort::{Average, Cohort, Count, Share};
use missing_rates::period::Period;
use missing_rates::rates::{average_text, relative_change, relative_change_of_share, share_moved};
use missing_rates::report::{Area, Basis, Change, Compared, Measure};
use words::Text;

use super::super::moved::{moved, percent, points_between, signed, signed_as};
use super::pooled::parts;
use document::Shared;
use document::{Block, Cell, Column, Row, Table};

/// `None` where nothing did.
pub(super) fn table(cohort: Cohort, area: Area, (from, to): (Period, Period), changes: &[&Change]) -> Option<Block> {
    if changes.is_empty() {
        return None;
    }
    let (earlier, later) = (words::format::period(from), words::format::period(to));
    let caption = words::ChangeCaption {
        area: area.name.unwrap_or(words::subject_return()),
        cohort: words::cohort(cohort),
        earlier: &earlier,
        later: &later,
    };
    Some(Block::Table {
        table: Shared::new(Table {
            id: "change".into(),
            caption: caption.text(),
            columns: vec![
                Column::words(words::change_figure()),
                Column::numbers(words::format::capital(&earlier)),
                Column::numbers(words::format::capital(&later)),
                Column::numbers(words::change_column_change()),
                Column::numbers(words::change_column_relative()),
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
            Share::Missing => words::change_share_missing(),
            Share::MissingMoreThanOnce => words::change_share_again(),
            Share::MissingAtEnd => words::change_share_end(),
            Share::Away => words::change_share_away(),
            Share::AwayMoreThanOnce => words::change_share_away_again(),
            Share::AwayAtEnd => words::change_share_away_end(),
        },
        Measure::Average(Average::IncidentsPerMissingChild) => words::change_incidents_each(),
        Measure::Average(Average::IncidentsPerAwayChild) => words::change_incidents_each_away(),
        Measure::Count(Count::ChildrenMissing) => words::change_count_missing(),
        Measure::Count(Count::MissingIncidents | Count::AwayIncidents) => words::change_count_incidents(),
        Measure::Count(_) => words::change_count_children(),
        Measure::Events(_) => words::measure(measure),
    }
}

fn over(change: &Change) -> Text {
    if change.basis == Basis::LikeForLike {
        return words::change_like(change.later.authorities);
    }
    let (before, after) =
        (words::format::number(change.earlier.authorities), words::format::number(change.later.authorities));
    words::ChangeEach { after: &after, before: &before }.text()
}

fn figure(measure: Measure, figure: &Compared) -> Cell {
    let of = figure.denominator.map(|denominator| {
        let (children, missing) = (words::format::number(denominator), words::format::number(figure.numerator));
        match measure {
            Measure::Average(_) => words::ChangeDivided { children: &children, incidents: &missing }.text(),
            _ => words::AreasOf { children: &children, missing: &missing }.text(),
        }
    });
    let text = match (measure, parts(figure)) {
        (Measure::Share(_), Some((n, d))) => words::format::parts(n, d),
        (Measure::Average(_), Some((n, d))) => average_text(n, d, 1).unwrap_or_default().into(),
        _ => words::format::number(figure.numerator),
    };
    Cell { about: of, ..Cell::number(text, figure.value) }
}

/// The change as it is printed, and in per cent of the earlier figure.
fn by(change: &Change) -> (Text, Option<Text>) {
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
            (signed_as(change.difference, words::format::hundredths), relative().as_ref().map(percent))
        }
        Measure::Count(_) => {
            let distance = words::format::number(before.numerator.abs_diff(after.numerator));
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

fn interval(change: &Change) -> Option<Text> {
    let (lower, upper) = (change.lower?, change.upper?);
    Some(match change.measure {
        Measure::Share(_) => points_between(lower, upper),
        // Of whole children or incidents, outwards.
        Measure::Count(_) => {
            words::Between { lower: &signed_as(lower.floor(), whole), upper: &signed_as(upper.ceil(), whole) }.text()
        }
        Measure::Average(_) => {
            let print = |end| signed_as(end, words::format::hundredths);
            words::Between { lower: &print(lower), upper: &print(upper) }.text()
        }
        Measure::Events(_) => words::Between { lower: &signed(lower), upper: &signed(upper) }.text(),
    })
}

/// A whole number of children or incidents.
fn whole(count: f64) -> Text {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count, which saturates")]
    let count = count as u64;
    words::format::number(count)
}
