//! The steps to a change.

use std::cmp::Ordering;

use missing_rates::rates::{FEW, Z_95, share_moved, wilson};
use missing_rates::report::{Basis, Change, Compared, Unit};
use words::{Language, Text};

use super::super::precise::Precise;
use super::Worked;

impl Worked<'_> {
    /// Adds both figures, their difference with its interval, and the difference relative to the earlier figure.
    pub(in crate::parts) fn change(self, language: Language, change: &Change) -> Self {
        let name = |name: fn(Language, &str) -> Text, period| name(language, &language.period(period));
        let figures = [
            (name(Language::worked_earlier, change.from), &change.earlier),
            (name(Language::worked_later, change.to), &change.later),
        ];
        let mut worked = self;
        for (name, of) in &figures {
            worked = match (of.denominator, change.unit) {
                (Some(whole), Unit::PercentagePoints) => worked.share(language, name, of.numerator, whole),
                (Some(whole), Unit::IncidentsPerChild) => worked.average(language, name, of.numerator, whole),
                _ => worked,
            };
        }
        let precise = Precise::of(language, worked.report);
        worked = match change.unit {
            _ if precise.unit().is_some() => worked.widened(language, precise, change),
            Unit::PercentagePoints => worked.points(language, change),
            _ => worked.difference(language, change),
        };
        let relative = change.relative.filter(|_| change.unit != Unit::IncidentsPer100Children);
        if let Some(relative) = relative {
            let (earlier, later) = match change.unit {
                Unit::PercentagePoints => {
                    let Step { before, after, .. } = step(language, change);
                    (before, after)
                }
                unit => (figure(language, unit, &change.earlier), figure(language, unit, &change.later)),
            };
            let by: Text = [if relative < 0.0 { "−" } else { "" }, &language.share(relative.abs())].concat().into();
            worked =
                worked.says(words::WorkedRelative { earlier: &earlier, later: &later, relative: &by }.text(language));
        }
        worked = match change.basis {
            Basis::LikeForLike => worked.says(language.worked_like(change.later.authorities)),
            Basis::ChildLevel => worked.says(language.worked_return()),
            _ => {
                let number = |count| language.number(count);
                let (before, after) = (number(change.earlier.authorities), number(change.later.authorities));
                worked.says(words::WorkedEachPeriod { after: &after, before: &before }.text(language))
            }
        };
        worked.says(language.worked_rounded())
    }

    /// What rounded numbers let be said of a change.
    fn widened(self, language: Language, precise: Precise, change: &Change) -> Self {
        let Some((unit, (lower, upper))) = precise.unit().zip(change.lower.zip(change.upper)) else { return self };
        let interval = match change.unit {
            Unit::PercentagePoints => language.points_between(lower, upper),
            _ => words::Between { lower: &language.signed(lower), upper: &language.signed(upper) }.text(language),
        };
        self.says(words::WorkedWidenedChange { interval: &interval, unit: &unit }.text(language))
    }

    fn points(self, language: Language, change: &Change) -> Self {
        let Step { before, after, by, adds_up } = step(language, change);
        let places = places(change);
        let number = |value: f64| signed(language, value, places);
        let worked = self.says(
            words::WorkedPoints { earlier: &before, later: &after, points: &language.points(&by) }.text(language),
        );
        let ends = |of: &Compared| wilson(of.numerator, of.denominator?, Z_95);
        let (Some(earlier), Some(later), Some((lower, upper))) =
            (ends(&change.earlier), ends(&change.later), change.lower.zip(change.upper))
        else {
            return worked;
        };
        let share = |value: f64| language.percent_of(&number(value * 100.0));
        let interval =
            words::PointsBetween { lower: &number(lower * 100.0), upper: &number(upper * 100.0) }.text(language);
        let words = words::WorkedNewcombe {
            difference: &by,
            earlier: &before,
            earlier_lower: &share(earlier.0),
            earlier_upper: &share(earlier.1),
            interval: &interval,
            later: &after,
            later_lower: &share(later.0),
            later_upper: &share(later.1),
        };
        let worked = worked.says(words.text(language));
        if adds_up { worked } else { worked.says(language.change_rounding()) }
    }

    fn difference(self, language: Language, change: &Change) -> Self {
        let (earlier, later) =
            (figure(language, change.unit, &change.earlier), figure(language, change.unit, &change.later));
        let by = amount(language, change.unit, change.difference);
        let worked =
            self.says(words::WorkedDifference { difference: &by, earlier: &earlier, later: &later }.text(language));
        let Some((lower, upper)) = change.lower.zip(change.upper) else {
            return worked.says(language.worked_no_interval());
        };
        let number = |count| language.number(count);
        let words = words::WorkedEvents {
            after: &number(change.later.numerator),
            before: &number(change.earlier.numerator),
            lower: &language.signed(lower),
            upper: &language.signed(upper),
        };
        worked.says(words.text(language))
    }
}

/// With two decimals a reader can see that a difference follows from its parts. A share of few children has one
/// decimal.
fn places(change: &Change) -> u32 {
    let few = |of: &Compared| of.denominator.is_some_and(|children| children < FEW);
    if few(&change.earlier) || few(&change.later) { 1 } else { 2 }
}

/// Both shares and the difference, as they are printed in a formula.
struct Step {
    before: Text,
    after: Text,
    by: Text,
    /// Whether a reader who subtracts gets the difference.
    adds_up: bool,
}

/// With as many decimals as it takes for a reader's subtraction to agree, if any number of them does.
fn step(language: Language, change: &Change) -> Step {
    let parts = |of: &Compared| (of.numerator, of.denominator.unwrap_or(0));
    let (earlier, later) = (parts(&change.earlier), parts(&change.later));
    let places = places(change);
    if let Some(moved) = share_moved(earlier, later).filter(|_| places == 1) {
        let minus = if moved.points.direction == Ordering::Less { "−" } else { "" };
        let by = [minus, &moved.points.by].concat();
        let (before, after) = (language.percent_of(&moved.from), language.percent_of(&moved.to));
        return Step { before, after, by: by.into(), adds_up: moved.adds_up };
    }
    let with = |places: u32| {
        let by = signed(language, change.difference * 100.0, places);
        let share = |(n, d): (u64, u64)| language.divided(n, d, places);
        let (before, after) = (share(earlier), share(later));
        let number = |text: &str| {
            let digits = text.chars().filter(char::is_ascii_digit).collect::<String>();
            digits.parse().unwrap_or(0_i64) * if text.starts_with('−') { -1 } else { 1 }
        };
        let adds_up = number(&after) - number(&before) == number(&by);
        Step { before, after, by, adds_up }
    };
    (places..=MOST_PLACES).map(with).find(|step| step.adds_up).unwrap_or_else(|| with(places))
}

/// More decimals than this are not read.
const MOST_PLACES: u32 = 4;

fn signed(language: Language, value: f64, places: u32) -> Text {
    let plain = language.decimals(value.abs(), places);
    let below = value < 0.0 && plain.bytes().any(|byte| matches!(byte, b'1'..=b'9'));
    [if below { "−" } else { "" }, &plain].concat().into()
}

/// A figure as it is written in a formula.
fn figure(language: Language, unit: Unit, of: &Compared) -> Text {
    match unit {
        Unit::PercentagePoints => language.part_of(of.numerator, of.denominator.unwrap_or(0)),
        Unit::IncidentsPerChild | Unit::IncidentsPer100Children => {
            of.value.map(|value| language.tenths(value)).unwrap_or_default()
        }
        Unit::Children | Unit::Incidents => language.number(of.numerator),
    }
}

fn amount(language: Language, unit: Unit, difference: f64) -> Text {
    match unit {
        Unit::Children | Unit::Incidents => {
            let whole = language.signed(difference);
            whole.strip_suffix(".0").map(|whole| whole.to_owned().into()).unwrap_or(whole)
        }
        _ => language.signed(difference),
    }
}
