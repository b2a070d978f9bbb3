//! How the figures of an authority's own return have changed since the same days a year earlier.

use std::cmp::Ordering;

use missing_rates::cohort::{Cohort, Share};
use missing_rates::rates::{MovedShare, average_moved, share_moved};
use missing_rates::report::{Basis, Change, Compared, Measure, Unit};
use words::{Language, Text};

use super::caveats::{self, Figure, Is};
use super::precise::{MovedAbout, Precise};
use super::worked::Worked;
use crate::cohorts::COHORTS;
use crate::context::Context;
use crate::pick::pick_cohort;
use document::Shared;
use document::{Block, Cell, CohortOf, Column, Row, Table};

pub(super) fn is_in(changes: &[Change]) -> bool {
    changes.iter().any(|change| change.basis == Basis::ChildLevel)
}

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let own: Vec<&Change> = context
        .report
        .changes
        .iter()
        .filter(|change| change.basis == Basis::ChildLevel && Some(change.to) == context.period)
        .collect();
    let known = |cohort: &Cohort| own.iter().any(|change| change.cohort == *cohort);
    let cohorts: Vec<Cohort> = COHORTS.into_iter().filter(known).collect();
    let Some(cohort) = context.settings.cohort(CohortOf::OwnChange, &cohorts) else { return Vec::new() };
    let shown: Vec<&Change> = own.into_iter().filter(|change| change.cohort == cohort).collect();
    let precise = Precise::of(context.language, context.report);
    let mut blocks = Vec::new();
    if let Some(change) = shown.iter().find(|change| change.measure == Measure::Share(Share::Missing)) {
        blocks.push(Block::lead(lead(precise, change)));
        blocks.extend(firm(precise, change).map(Block::text));
        blocks.push(Worked::of(context.report).change(context.language, change).block(context.language));
    }
    blocks.extend(pick_cohort(
        context.language,
        CohortOf::OwnChange,
        context.language.incidents_cohort(),
        &cohorts,
        cohort,
    ));
    if let Some(first) = shown.first() {
        let (from, to) = (context.language.period(first.from), context.language.period(first.to));
        let periods =
            words::ChangeOwnPeriods { from: &context.language.capital(&from), to: &to }.text(context.language);
        blocks.push(Block::text(periods));
        blocks.push(table(precise, cohort, &shown, &from, &to));
        blocks.push(
            Worked::of(context.report)
                .says(context.language.worked_change_columns())
                .change(context.language, first)
                .block(context.language),
        );
    }
    let figure = Figure { cohort: Some(cohort), is: &[Is::Beside, Is::OfIncidents], ..Figure::default() };
    let notes = caveats::beside(context.language, context.report, &figure);
    blocks.extend(caveats::gathered(context.language, notes));
    blocks
}

/// The sentence about how a figure of an authority's own return changed.
pub fn lead(precise: Precise, change: &Change) -> Text {
    let language = precise.language;
    let cohort = language.lower(language.cohort(change.cohort));
    if let Some(about) = precise.moved(change) {
        return lead_about(language, change, &cohort, &about);
    }
    // The points agree with the shares beside them, and have more decimals where necessary.
    let parts = |of: &Compared| (of.numerator, of.denominator.unwrap_or(0));
    let moved = share_moved(parts(&change.earlier), parts(&change.later));
    let (before, after, points) = match &moved {
        Some(moved) => {
            let percent = |share: &str| language.percent_of(share);
            (percent(&moved.from), percent(&moved.to), language.change_own_points(&moved.points.by))
        }
        None => (
            figure(precise, change.unit, &change.earlier),
            figure(precise, change.unit, &change.later),
            points(language, change.difference.abs()),
        ),
    };
    let days = days(language, change);
    let is_same = before == after;
    let before = match &days {
        Some(days) if is_same => words::ChangeOwnAsIn { days, share: &before }.text(language),
        Some(days) => words::ChangeOwnOfDays { days, share: &before }.text(language),
        None => before,
    };
    if is_same {
        words::ChangeOwnLeadSame { after: &before, cohort: &cohort }.text(language)
    } else if change.difference > 0.0 {
        words::ChangeOwnLeadUp { after: &after, before: &before, cohort: &cohort, points: &points }.text(language)
    } else {
        words::ChangeOwnLeadDown { after: &after, before: &before, cohort: &cohort, points: &points }.text(language)
    }
}

/// Beside a part of a year nobody can know of which days the earlier figure is.
fn days(language: Language, change: &Change) -> Option<Text> {
    change.to.as_collection_year().is_none().then(|| language.range(change.from))
}

/// The sentence about a share of rounded numbers: no more than these let be told.
fn lead_about(language: Language, change: &Change, cohort: &str, about: &MovedAbout) -> Text {
    let MovedAbout { before, after, direction, points, unit } = about;
    let before = match &days(language, change) {
        Some(days) => words::ChangeOwnOfDays { days, share: before }.text(language),
        None => before.clone(),
    };
    match (direction, points) {
        (None, _) => words::ChangeAboutUntold { after, before: &before, cohort, unit }.text(language),
        (Some(Ordering::Equal), _) => words::ChangeOwnLeadSame { after: &before, cohort }.text(language),
        (Some(Ordering::Greater), Some(points)) => {
            words::ChangeAboutUp { after, before: &before, cohort, points, unit }.text(language)
        }
        (Some(Ordering::Less), Some(points)) => {
            words::ChangeAboutDown { after, before: &before, cohort, points, unit }.text(language)
        }
        (Some(Ordering::Greater), None) => {
            words::ChangeAboutLittleUp { after, before: &before, cohort, unit }.text(language)
        }
        (Some(Ordering::Less), None) => {
            words::ChangeAboutLittleDown { after, before: &before, cohort, unit }.text(language)
        }
    }
}

/// How certain the difference is.
pub fn firm(precise: Precise, change: &Change) -> Option<Text> {
    let language = precise.language;
    let (lower, upper) = change.lower.zip(change.upper)?;
    let holds = lower <= 0.0 && upper >= 0.0;
    let between = between(language, change.unit, lower, upper);
    let is_rounded = precise.unit().is_some();
    let interval =
        if is_rounded { language.change_own_firm_rounded(&between) } else { language.change_own_firm(&between) };
    let words = match (holds, is_rounded) {
        (true, false) => language.change_own_within(),
        (true, true) => language.change_own_within_rounded(),
        (false, false) => language.change_own_beyond(),
        (false, true) => language.change_own_beyond_rounded(),
    };
    Some([interval.as_str(), " ", words, " ", language.change_own_same_children()].concat().into())
}

fn table(precise: Precise, cohort: Cohort, shown: &[&Change], from: &str, to: &str) -> Block {
    let language = precise.language;
    let is_rounded = precise.unit().is_some();
    let row = |change: &&Change| {
        // The difference agrees with the figures beside it, all with more decimals where necessary.
        let moved = moved(change).filter(|_| !is_rounded);
        let interval =
            change.lower.zip(change.upper).map(|(lower, upper)| between(language, change.unit, lower, upper));
        let relative = change.relative.map(|relative| directed(language, relative, &language.share(relative.abs())));
        let cell = |of: &Compared, moved: Option<&str>| {
            let shown =
                moved.map_or_else(|| figure(precise, change.unit, of), |text| in_unit(language, change.unit, text));
            Cell { about: parts(language, of), ..Cell::number(shown, of.value) }
        };
        let difference = match &moved {
            _ if precise.direction(change).is_none() => Cell::text(language.change_untold()),
            Some(moved) => {
                let by = with_unit(language, change.unit, &moved.points.by);
                Cell::number(directed(language, change.difference, &by), change.difference)
            }
            None => {
                let by = if is_rounded { about(precise, change) } else { None };
                let by = by.unwrap_or_else(|| size(language, change.unit, change.difference.abs()));
                Cell::number(directed(language, change.difference, &by), change.difference)
            }
        };
        Row::new([
            Cell::text(language.measure(change.measure)),
            cell(&change.earlier, moved.as_ref().map(|moved| moved.from.as_str())),
            cell(&change.later, moved.as_ref().map(|moved| moved.to.as_str())),
            difference,
            Cell::text(interval.unwrap_or_default()),
            Cell::number(relative.unwrap_or_default(), change.relative),
        ])
    };
    Block::Table {
        table: Shared::new(Table {
            id: "change-own".into(),
            caption: words::ChangeOwnTable { cohort: language.cohort(cohort), from, to }.text(language),
            columns: vec![
                Column::words(language.change_own_measure()),
                Column::numbers(language.capital(from)),
                Column::numbers(language.capital(to)),
                Column::numbers(language.change_own_difference()),
                Column::words(if is_rounded {
                    language.change_own_interval_rounded()
                } else {
                    language.change_own_interval()
                }),
                Column::numbers(language.change_own_relative()),
            ],
            rows: shown.iter().map(row).collect(),
            sortable: false,
        }),
    }
}

/// A share or an average before and after, and the change between the two as they are printed; `None` for a count.
fn moved(change: &Change) -> Option<MovedShare> {
    let move_of = match change.unit {
        Unit::PercentagePoints | Unit::IncidentsPer100Children => share_moved,
        Unit::IncidentsPerChild => average_moved,
        _ => return None,
    };
    let parts = |of: &Compared| Some((of.numerator, of.denominator?));
    let mut moved = move_of(parts(&change.earlier)?, parts(&change.later)?)?;
    if !moved.from.contains('.') {
        // All three are whole.
        for text in [&mut moved.from, &mut moved.to, &mut moved.points.by] {
            text.push_str(".0");
        }
    }
    Some(moved)
}

fn in_unit(language: Language, unit: Unit, text: &str) -> Text {
    if unit == Unit::PercentagePoints { language.percent_of(text) } else { text.into() }
}

/// A difference between rounded numbers without its direction: `about 11 percentage points`.
fn about(precise: Precise, change: &Change) -> Option<Text> {
    let language = precise.language;
    Some(match change.unit {
        Unit::PercentagePoints => match precise.moved(change)?.points {
            Some(points) => language.quote_about(&points),
            None => language.change_points_less().into(),
        },
        Unit::IncidentsPerChild => language.quote_about(&language.tenths(change.difference.abs())),
        _ => language.quote_about(&language.decimals(change.difference.abs(), 0)),
    })
}

/// A difference without its direction.
fn size(language: Language, unit: Unit, size: f64) -> Text {
    match unit {
        Unit::PercentagePoints => points(language, size),
        // A count is a whole number.
        Unit::Children | Unit::Incidents => language.decimals(size, 0),
        _ => language.tenths(size),
    }
}

fn with_unit(language: Language, unit: Unit, by: &str) -> Text {
    if unit == Unit::PercentagePoints { language.change_own_points(by) } else { by.into() }
}

/// The counts behind a share or an average.
fn parts(language: Language, of: &Compared) -> Option<Text> {
    let denominator = language.number(of.denominator?);
    Some(words::ChangeOwnOf { whole: &denominator, part: &language.number(of.numerator) }.text(language))
}

fn figure(precise: Precise, unit: Unit, of: &Compared) -> Text {
    let language = precise.language;
    match unit {
        Unit::PercentagePoints => precise.part_of(of.numerator, of.denominator.unwrap_or(0)),
        Unit::IncidentsPer100Children if precise.unit().is_some() => {
            of.value.map(|value| precise.about(&language.decimals(value, 0))).unwrap_or_default()
        }
        Unit::IncidentsPerChild | Unit::IncidentsPer100Children => {
            of.value.map(|value| precise.about(&language.tenths(value))).unwrap_or_default()
        }
        _ => language.number(of.numerator),
    }
}

/// `up 2.1`: in words, because a spreadsheet takes text that begins with a sign for a formula. Zero has no direction.
fn directed(language: Language, value: f64, by: &str) -> Text {
    let is_zero = !by.bytes().any(|byte| matches!(byte, b'1'..=b'9'));
    match value.partial_cmp(&0.0) {
        Some(Ordering::Greater) if !is_zero => language.moved_up(by),
        Some(Ordering::Less) if !is_zero => language.moved_down(by),
        _ => by.into(),
    }
}

/// Two differences, with the unit after them.
fn between(language: Language, unit: Unit, lower: f64, upper: f64) -> Text {
    let scale = if unit == Unit::PercentagePoints { 100.0 } else { 1.0 };
    let (lower, upper) = (language.signed(lower * scale), language.signed(upper * scale));
    with_unit(language, unit, &words::IncidentsBetween { lower: &lower, upper: &upper }.text(language))
}

/// A difference of shares from 0 to 1 in percentage points.
fn points(language: Language, size: f64) -> Text {
    language.change_own_points(&language.tenths(size * 100.0))
}

#[cfg(test)]
mod tests {
    use missing_rates::cohort::{Average, Count};
    use missing_rates::period::Period;
    use missing_rates::rates::{Course, change_of_average, change_of_count, change_of_events, change_of_share};
    use missing_rates::report::{Area, Disclosure, Events};
    use words::Language::English;

    use super::*;

    fn course() -> Course {
        let [from, to] = [2024, 2025].map(|year| Period::collection_year(year).unwrap());
        Course { area: Area::RETURN, cohort: Cohort::All, from, to, basis: Basis::ChildLevel }
    }

    /// Before, after, and the difference, as the table shows them.
    fn shown(change: &Change) -> [String; 3] {
        let exact = Precise::of(English, &missing_rates::Returns::default().report(&missing_rates::Query::default()));
        let Block::Table { table } = table(exact, Cohort::All, &[change], "2024", "2025") else { panic!() };
        [1, 2, 3].map(|at| table.rows[0].cells[at].text.to_string())
    }

    /// A printed number in units of its last decimal, and how many decimals it has.
    fn read(text: &str) -> (i64, usize) {
        let text =
            text.replace(['%', ','], "").replace(" percentage points", "").replace("down ", "-").replace("up ", "");
        let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        (text.replace('.', "").parse().unwrap(), decimals)
    }

    #[test]
    fn a_difference_is_that_of_the_figures_beside_it_or_has_more_decimals() {
        for before in [(1, 3), (12, 37), (137, 1204), (17, 150), (2, 8), (26, 8), (5, 9)] {
            for after in [(2, 7), (139, 1190), (19, 151), (5, 9), (3, 8), (0, 12)] {
                let share = change_of_share(course(), Share::Missing, (before, 1), (after, 1));
                let share = share.filter(|_| before.0 <= before.1);
                let average = change_of_average(course(), Average::IncidentsPerMissingChild, (before, 1), (after, 1));
                let events = change_of_events(course(), Events::ALL[0], (before, 1), (after, 1));
                for change in share.iter().chain(&average).chain(&events) {
                    let all = shown(change);
                    let [from, to, difference] = [0, 1, 2].map(|at: usize| read(&all[at]));
                    assert!(from.1 == to.1 && from.1 < 2, "{all:?}");
                    // Where it does not agree with rounded figures, it has more decimals than they have.
                    let agrees = difference.1 == from.1 && to.0 - from.0 == difference.0;
                    assert!(agrees || difference.1 > from.1, "{all:?}");
                }
            }
        }
        let count = change_of_count(course(), Count::Children, (1204, 1), (1190, 1)).unwrap();
        assert_eq!(shown(&count), ["1,204", "1,190", "down 14"].map(str::to_owned));
    }

    #[test]
    fn a_change_of_rounded_numbers_says_so_and_no_more_than_they_do() {
        let query = missing_rates::Query { disclosure: Disclosure::SafeTo5, ..missing_rates::Query::default() };
        let precise = Precise::of(English, &missing_rates::Returns::default().report(&query));
        let of = |earlier, later| change_of_share(course(), Share::Missing, (earlier, 1), (later, 1)).unwrap();
        // 16 of 82 and 28 of 99, rounded to 5.
        let told = of((15, 80), (30, 100));
        assert_eq!(
            lead(precise, &told),
            "The share of all looked-after children who went missing rose by about 11 percentage points, from about 19% to \
             about 30% (numbers rounded to 5)."
        );
        let interval = firm(precise, &told).unwrap();
        assert!(
            interval.starts_with("The 95% interval of the difference, widened for the rounding, is "),
            "{interval}"
        );
        assert!(interval.contains("so chance and rounding alone could explain"), "{interval}");
        let untold = of((15, 80), (15, 75));
        assert_eq!(
            lead(precise, &untold),
            "The share of all looked-after children who went missing: earlier about 19%, later about 20%. From numbers \
             rounded to 5 nobody can tell whether it rose or fell."
        );
        let Block::Table { table } = table(precise, Cohort::All, &[&told, &untold], "2024", "2025") else { panic!() };
        let cells = |row: usize| [1, 2, 3].map(|at| table.rows[row].cells[at].text.to_string());
        assert_eq!(cells(0), ["about 19%", "about 30%", "up about 11 percentage points"]);
        assert_eq!(cells(1), ["about 19%", "about 20%", "cannot be told from rounded numbers"]);
    }
}
