//! Every figure that changed between two periods.

use std::cmp::Ordering;

use missing_rates::cohort::{Average, Cohort, Count, Share};
use missing_rates::period::Period;
use missing_rates::rates::{
    MovedShare, average_moved, average_text, relative_change, relative_change_of_share, share_moved,
};
use missing_rates::report::{Area, Basis, Change, Compared, Measure};
use words::{Language, Text};

use super::super::precise::Precise;
use super::pooled::parts;
use document::Shared;
use document::{Block, Cell, Column, Row, Table};

/// `None` if no figure changed.
pub(super) fn table(
    precise: Precise,
    cohort: Cohort,
    area: Area,
    (from, to): (Period, Period),
    changes: &[&Change],
) -> Option<Block> {
    let language = precise.language;
    if changes.is_empty() {
        return None;
    }
    let (earlier, later) = (language.period(from), language.period(to));
    let caption = words::ChangeCaption {
        area: area.name.unwrap_or(language.subject_return()),
        cohort: language.cohort(cohort),
        earlier: &earlier,
        later: &later,
    };
    Some(Block::Table {
        table: Shared::new(Table {
            id: "change".into(),
            caption: caption.text(language),
            columns: vec![
                Column::words(language.change_figure()),
                Column::numbers(language.capital(&earlier)),
                Column::numbers(language.capital(&later)),
                Column::numbers(language.change_column_change()),
                Column::numbers(language.change_column_relative()),
            ],
            rows: changes.iter().map(|change| row(precise, change)).collect(),
            sortable: false,
        }),
    })
}

fn row(precise: Precise, change: &Change) -> Row {
    let language = precise.language;
    if precise.unit().is_some() {
        return row_about(precise, change);
    }
    let moved = moved(change);
    let (by, relative_by) = by(language, change, moved.as_ref());
    Row::new([
        Cell { about: Some(over(language, change)), ..Cell::text(measure(language, change.measure)) },
        figure(language, change.measure, &change.earlier, moved.as_ref().map(|moved| &moved.from)),
        figure(language, change.measure, &change.later, moved.as_ref().map(|moved| &moved.to)),
        Cell { about: interval(language, change), ..Cell::number(by, change.difference) },
        Cell::number(relative_by.unwrap_or_default(), change.relative),
    ])
}

/// The row of a figure of rounded numbers, which says no more than these let be told.
fn row_about(precise: Precise, change: &Change) -> Row {
    let language = precise.language;
    let by = match precise.direction(change) {
        None => language.change_untold().into(),
        Some(Ordering::Equal) => language.moved_none().into(),
        Some(direction) => {
            let by = about(precise, change);
            if direction == Ordering::Less { language.moved_down(&by) } else { language.moved_up(&by) }
        }
    };
    let about = |of: &Compared| match (change.measure, parts(of)) {
        (Measure::Share(_), Some((n, d))) => Some(precise.part_of(n, d).to_string()),
        (Measure::Average(_), Some((n, d))) => Some(precise.about(&average_text(n, d, 1)?).to_string()),
        _ => None,
    };
    let interval = interval(language, change).map(|interval| language.change_interval_rounded(&interval));
    let cell = |of: &Compared| Cell {
        text: about(of).map_or_else(|| figure(language, change.measure, of, None).text, Text::from),
        ..figure(language, change.measure, of, None)
    };
    Row::new([
        Cell { about: Some(over(language, change)), ..Cell::text(measure(language, change.measure)) },
        cell(&change.earlier),
        cell(&change.later),
        Cell { about: interval, ..Cell::number(by, precise.direction(change).map(|_| change.difference)) },
        Cell::number(Text::default(), None),
    ])
}

/// A difference of rounded numbers without its direction: `about 2 percentage points`.
fn about(precise: Precise, change: &Change) -> Text {
    let language = precise.language;
    match change.measure {
        Measure::Share(_) => match precise.moved(change).map(|moved| moved.points) {
            Some(Some(points)) => language.quote_about(&points),
            _ => language.change_points_less().into(),
        },
        Measure::Average(_) | Measure::Events(_) => language.quote_about(&language.tenths(change.difference.abs())),
        Measure::Count(_) => {
            language.quote_about(&language.number(change.earlier.numerator.abs_diff(change.later.numerator)))
        }
    }
}

/// A share or an average before and after, and the change between the two as they are printed; `None` for a count.
fn moved(change: &Change) -> Option<MovedShare> {
    let (earlier, later) = (parts(&change.earlier)?, parts(&change.later)?);
    match change.measure {
        Measure::Share(_) => share_moved(earlier, later),
        Measure::Average(_) => average_moved(earlier, later),
        Measure::Count(_) | Measure::Events(_) => None,
    }
}

fn measure(language: Language, measure: Measure) -> &'static str {
    match measure {
        Measure::Share(share) => match share {
            Share::Missing => language.change_share_missing(),
            Share::MissingMoreThanOnce => language.change_share_again(),
            Share::MissingAtEnd => language.change_share_end(),
            Share::Away => language.change_share_away(),
            Share::AwayMoreThanOnce => language.change_share_away_again(),
            Share::AwayAtEnd => language.change_share_away_end(),
        },
        Measure::Average(Average::IncidentsPerMissingChild) => language.change_incidents_each(),
        Measure::Average(Average::IncidentsPerAwayChild) => language.change_incidents_each_away(),
        Measure::Count(Count::ChildrenMissing) => language.change_count_missing(),
        Measure::Count(Count::MissingIncidents | Count::AwayIncidents) => language.change_count_incidents(),
        Measure::Count(_) => language.change_count_children(),
        Measure::Events(_) => language.measure(measure),
    }
}

fn over(language: Language, change: &Change) -> Text {
    if change.basis == Basis::LikeForLike {
        return language.change_like(change.later.authorities);
    }
    let (before, after) = (language.number(change.earlier.authorities), language.number(change.later.authorities));
    words::ChangeEach { after: &after, before: &before }.text(language)
}

/// A figure, in its printed form where the change beside it has one.
fn figure(language: Language, measure: Measure, figure: &Compared, printed: Option<&String>) -> Cell {
    let of = figure.denominator.map(|denominator| {
        let (children, missing) = (language.number(denominator), language.number(figure.numerator));
        match measure {
            Measure::Average(_) => words::ChangeDivided { children: &children, incidents: &missing }.text(language),
            _ => words::AreasOf { children: &children, missing: &missing }.text(language),
        }
    });
    let text = match (measure, parts(figure)) {
        (Measure::Share(_), Some(_)) if printed.is_some() => language.percent_of(printed.map_or("", String::as_str)),
        (Measure::Average(_), Some(_)) if printed.is_some() => printed.cloned().unwrap_or_default().into(),
        (Measure::Share(_), Some((n, d))) => language.part_of(n, d),
        (Measure::Average(_), Some((n, d))) => average_text(n, d, 1).unwrap_or_default().into(),
        _ => language.number(figure.numerator),
    };
    Cell { about: of, ..Cell::number(text, figure.value) }
}

/// The change as it is printed, and in per cent of the earlier figure.
fn by(language: Language, change: &Change, moved: Option<&MovedShare>) -> (Text, Option<Text>) {
    let (before, after) = (&change.earlier, &change.later);
    let of_share = || Some((parts(before)?, parts(after)?));
    let relative = || of_share().and_then(|(earlier, later)| relative_change_of_share(earlier, later));
    match change.measure {
        Measure::Share(_) => (
            moved.map(|by| language.moved(&by.points)).unwrap_or_default(),
            relative().as_ref().map(|value| language.percent_change(value)),
        ),
        Measure::Events(_) => (language.signed(change.difference), None),
        Measure::Average(_) => (
            moved.map(|by| signed(language, by)).unwrap_or_default(),
            relative().as_ref().map(|value| language.percent_change(value)),
        ),
        Measure::Count(_) => {
            let distance = language.number(before.numerator.abs_diff(after.numerator));
            let by_how_many = match after.numerator.cmp(&before.numerator) {
                Ordering::Less => language.moved_down(&distance),
                Ordering::Equal => language.moved_none().into(),
                Ordering::Greater => language.moved_up(&distance),
            };
            let by = relative_change(before.numerator, after.numerator);
            (by_how_many, by.as_ref().map(|value| language.percent_change(value)))
        }
    }
}

/// The change of an average.
fn signed(language: Language, moved: &MovedShare) -> Text {
    let minus = if moved.points.direction == Ordering::Less { "−" } else { "" };
    let by = moved.points.by.replace('.', language.decimal_separator());
    let is_zero = !by.bytes().any(|byte| matches!(byte, b'1'..=b'9'));
    [if is_zero { "" } else { minus }, &by].concat().into()
}

fn interval(language: Language, change: &Change) -> Option<Text> {
    let (lower, upper) = (change.lower?, change.upper?);
    Some(match change.measure {
        Measure::Share(_) => language.points_between(lower, upper),
        // For whole children or incidents, rounded outwards.
        Measure::Count(_) => words::Between {
            lower: &language.signed_as(lower.floor(), whole),
            upper: &language.signed_as(upper.ceil(), whole),
        }
        .text(language),
        Measure::Average(_) => {
            let print = |end| language.signed_as(end, Language::hundredths);
            words::Between { lower: &print(lower), upper: &print(upper) }.text(language)
        }
        Measure::Events(_) => {
            words::Between { lower: &language.signed(lower), upper: &language.signed(upper) }.text(language)
        }
    })
}

/// A whole number of children or incidents.
fn whole(language: Language, count: f64) -> Text {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count, which saturates")]
    let count = count as u64;
    language.number(count)
}
