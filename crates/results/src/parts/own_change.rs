//! How the figures of an authority's own return changed since the same days a year earlier.

use missing_rates::cohort::{Cohort, Share};
use missing_rates::rates::{MovedShare, share_moved};
use missing_rates::report::{Basis, Change, Compared, Measure, Unit};
use words::{Language, Text};

use super::caveats::{self, Figure, Is};
use super::worked::Worked;
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
    let cohorts: Vec<Cohort> = Cohort::ALL.into_iter().filter(known).collect();
    let Some(cohort) = context.settings.cohort(CohortOf::OwnChange, &cohorts) else { return Vec::new() };
    let shown: Vec<&Change> = own.into_iter().filter(|change| change.cohort == cohort).collect();
    let mut blocks = Vec::new();
    if let Some(change) = shown.iter().find(|change| change.measure == Measure::Share(Share::Missing)) {
        blocks.push(Block::lead(lead(context.language, change)));
        blocks.extend(firm(context.language, change).map(Block::text));
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
        blocks.push(table(context.language, cohort, &shown, &from, &to));
        blocks.push(
            Worked::of(context.report)
                .says(context.language.worked_change_columns())
                .change(context.language, first)
                .block(context.language),
        );
    }
    let figure = Figure { cohort: Some(cohort), is: &[Is::Beside, Is::OfIncidents], ..Figure::default() };
    blocks.extend(caveats::beside(context.language, context.report, &figure));
    blocks
}

/// The sentence that says how a figure of an authority's own return changed.
pub fn lead(language: Language, change: &Change) -> Text {
    let cohort = language.lower(language.cohort(change.cohort));
    // The points agree with the shares beside them, with more decimals where they have to.
    let parts = |of: &Compared| (of.numerator, of.denominator.unwrap_or(0));
    let moved = share_moved(parts(&change.earlier), parts(&change.later));
    let (before, after, points) = match &moved {
        Some(moved) => {
            let percent = |share: &str| language.percent_of(share);
            (percent(&moved.from), percent(&moved.to), language.change_own_points(&moved.points.by))
        }
        None => (
            figure(language, change.unit, &change.earlier),
            figure(language, change.unit, &change.later),
            points(language, change.difference.abs()),
        ),
    };
    if before == after {
        words::ChangeOwnLeadSame { after: &after, cohort: &cohort }.text(language)
    } else if change.difference > 0.0 {
        words::ChangeOwnLeadUp { after: &after, before: &before, cohort: &cohort, points: &points }.text(language)
    } else {
        words::ChangeOwnLeadDown { after: &after, before: &before, cohort: &cohort, points: &points }.text(language)
    }
}

/// How sure the difference is.
pub fn firm(language: Language, change: &Change) -> Option<Text> {
    let (lower, upper) = change.lower.zip(change.upper)?;
    let holds = lower <= 0.0 && upper >= 0.0;
    let interval = language.change_own_firm(&between(language, change.unit, lower, upper));
    let words = if holds { language.change_own_within() } else { language.change_own_beyond() };
    Some([interval.as_str(), " ", words, " ", language.change_own_same_children()].concat().into())
}

fn table(language: Language, cohort: Cohort, shown: &[&Change], from: &str, to: &str) -> Block {
    let row = |change: &&Change| {
        // The difference is that of the figures beside it, all with more decimals where they have to.
        let moved = moved(change);
        let interval =
            change.lower.zip(change.upper).map(|(lower, upper)| between(language, change.unit, lower, upper));
        let relative = change.relative.map(|relative| [sign(relative), &language.share(relative.abs())].concat());
        let cell = |of: &Compared, moved: Option<&str>| {
            let shown =
                moved.map_or_else(|| figure(language, change.unit, of), |text| in_unit(language, change.unit, text));
            Cell { about: parts(language, of), ..Cell::number(shown, of.value) }
        };
        let difference = match &moved {
            Some(moved) => signed_as(language, change, &moved.points.by),
            None => signed(language, change.unit, change.difference),
        };
        Row::new([
            Cell::text(language.measure(change.measure)),
            cell(&change.earlier, moved.as_ref().map(|moved| moved.from.as_str())),
            cell(&change.later, moved.as_ref().map(|moved| moved.to.as_str())),
            Cell::number(difference, change.difference),
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
                Column::words(language.change_own_interval()),
                Column::numbers(language.change_own_relative()),
            ],
            rows: shown.iter().map(row).collect(),
            sortable: false,
        }),
    }
}

/// A share or an average before and after, and the change between the two as they are printed; `None` of a count.
fn moved(change: &Change) -> Option<MovedShare> {
    let per_cent = match change.unit {
        Unit::PercentagePoints | Unit::IncidentsPer100Children => 1,
        // An average is a hundredth of incidents per 100 children.
        Unit::IncidentsPerChild => 100,
        _ => return None,
    };
    let parts = |of: &Compared| Some((of.numerator, of.denominator?.checked_mul(per_cent)?));
    let mut moved = share_moved(parts(&change.earlier)?, parts(&change.later)?)?;
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

fn signed_as(language: Language, change: &Change, by: &str) -> Text {
    let is_zero = by.trim_matches(['0', '.']).is_empty();
    let by: Text = [if is_zero { "" } else { sign(change.difference) }, by].concat().into();
    if change.unit == Unit::PercentagePoints { language.change_own_points(&by) } else { by }
}

/// What a share or an average is made of.
fn parts(language: Language, of: &Compared) -> Option<Text> {
    let denominator = language.number(of.denominator?);
    Some(words::ChangeOwnOf { whole: &denominator, part: &language.number(of.numerator) }.text(language))
}

fn figure(language: Language, unit: Unit, of: &Compared) -> Text {
    match unit {
        Unit::PercentagePoints => language.part_of(of.numerator, of.denominator.unwrap_or(0)),
        Unit::IncidentsPerChild | Unit::IncidentsPer100Children => {
            of.value.map(|value| language.tenths(value)).unwrap_or_default()
        }
        _ => language.number(of.numerator),
    }
}

fn sign(value: f64) -> &'static str {
    if value > 0.0 {
        "+"
    } else if value < 0.0 {
        "−"
    } else {
        ""
    }
}

/// A difference with its sign and unit.
fn signed(language: Language, unit: Unit, value: f64) -> Text {
    match unit {
        Unit::PercentagePoints => language.change_own_points(&number(language, value * 100.0)),
        // A count is whole.
        Unit::Children | Unit::Incidents => [sign(value), &*language.decimals(value.abs(), 0)].concat().into(),
        _ => number(language, value),
    }
}

/// Two differences with their signs and unit.
fn between(language: Language, unit: Unit, lower: f64, upper: f64) -> Text {
    let scale = if unit == Unit::PercentagePoints { 100.0 } else { 1.0 };
    let words =
        words::IncidentsBetween { lower: &number(language, lower * scale), upper: &number(language, upper * scale) }
            .text(language);
    if unit == Unit::PercentagePoints { language.change_own_points(&words) } else { words }
}

/// A number with its sign and one decimal.
fn number(language: Language, value: f64) -> Text {
    let words = language.tenths(value.abs());
    let sign = if words == "0.0" { "" } else { sign(value) };
    [sign, &words].concat().into()
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
    use missing_rates::report::{Area, Events};
    use words::Language::English;

    use super::*;

    fn course() -> Course {
        let [from, to] = [2024, 2025].map(|year| Period::collection_year(year).unwrap());
        Course { area: Area::RETURN, cohort: Cohort::All, from, to, basis: Basis::ChildLevel }
    }

    /// Before, after, and the difference, as the table shows them.
    fn shown(change: &Change) -> [String; 3] {
        let Block::Table { table } = table(English, Cohort::All, &[change], "2024", "2025") else { panic!() };
        [1, 2, 3].map(|at| table.rows[0].cells[at].text.to_string())
    }

    /// A printed number in its last decimal, and how many decimals it has.
    fn read(text: &str) -> (i64, usize) {
        let text = text.replace(['%', ','], "").replace(" percentage points", "").replace('−', "-").replace('+', "");
        let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        (text.replace('.', "").parse().unwrap(), decimals)
    }

    #[test]
    fn a_difference_is_that_of_the_figures_beside_it() {
        let mut longer = 0;
        for before in [(1, 3), (137, 1204), (17, 150), (2, 8), (26, 8), (5, 9)] {
            for after in [(2, 7), (139, 1190), (19, 151), (5, 9), (3, 8), (0, 12)] {
                let share = change_of_share(course(), Share::Missing, (before, 1), (after, 1));
                let share = share.filter(|_| before.0 <= before.1);
                let average = change_of_average(course(), Average::IncidentsPerMissingChild, (before, 1), (after, 1));
                let events = change_of_events(course(), Events::ALL[0], (before, 1), (after, 1));
                for change in share.iter().chain(&average).chain(&events) {
                    let all = shown(change);
                    let [from, to, difference] = [0, 1, 2].map(|at: usize| read(&all[at]));
                    assert_eq!((from.1, to.1), (difference.1, difference.1), "{all:?}");
                    // A third less two ninths adds up with no number of decimals; three are the most.
                    let off = (to.0 - from.0 - difference.0).abs();
                    assert!(off == 0 || off == 1 && difference.1 == 3, "{all:?}");
                    longer += usize::from(difference.1 > 1);
                }
            }
        }
        assert!(longer > 0, "some need more decimals");
        let count = change_of_count(course(), Count::Children, (1204, 1), (1190, 1)).unwrap();
        assert_eq!(shown(&count), ["1,204", "1,190", "−14"].map(str::to_owned));
    }
}
