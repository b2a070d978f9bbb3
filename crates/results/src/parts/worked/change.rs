//! The steps to a change.

use missing_rates::rates::{Z_95, wilson};
use missing_rates::report::{Basis, Change, Compared, Unit};
use words::{Language, Text};

use super::Worked;

impl Worked<'_> {
    /// Both figures, their difference with its interval, and the difference relative to the earlier one.
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
        worked = match change.unit {
            Unit::PercentagePoints => worked.points(language, change),
            _ => worked.difference(language, change),
        };
        let relative = change.relative.filter(|_| change.unit != Unit::IncidentsPer100Children);
        if let Some(relative) = relative {
            let (earlier, later) =
                (figure(language, change.unit, &change.earlier), figure(language, change.unit, &change.later));
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

    fn points(self, language: Language, change: &Change) -> Self {
        let (before, after) =
            (figure(language, change.unit, &change.earlier), figure(language, change.unit, &change.later));
        let by = hundredths(language, change.difference * 100.0);
        let worked = self.says(
            words::WorkedPoints { earlier: &before, later: &after, points: &language.points(&by) }.text(language),
        );
        let ends = |of: &Compared| wilson(of.numerator, of.denominator?, Z_95);
        let (Some(earlier), Some(later), Some((lower, upper))) =
            (ends(&change.earlier), ends(&change.later), change.lower.zip(change.upper))
        else {
            return worked;
        };
        let share = |value: f64| language.percent_of(&hundredths(language, value * 100.0));
        let interval = words::PointsBetween {
            lower: &hundredths(language, lower * 100.0),
            upper: &hundredths(language, upper * 100.0),
        }
        .text(language);
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
        worked.says(words.text(language))
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

/// With two decimals, so that a difference can be seen to follow from its parts.
fn hundredths(language: Language, value: f64) -> Text {
    let plain = language.hundredths(value.abs());
    let below = value < 0.0 && plain != "0.00";
    [if below { "−" } else { "" }, &plain].concat().into()
}

/// A figure as it is in a formula.
fn figure(language: Language, unit: Unit, of: &Compared) -> Text {
    match unit {
        Unit::PercentagePoints => language.divided(of.numerator, of.denominator.unwrap_or(0), 2),
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
