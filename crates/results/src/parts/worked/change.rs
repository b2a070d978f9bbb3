//! The steps to a change.

use missing_rates::rates::{Z_95, wilson};
use missing_rates::report::{Basis, Change, Compared, Unit};
use words::Text;

use super::super::moved::{points, signed};
use super::Worked;

impl Worked<'_> {
    /// Both figures, their difference with its interval, and the difference relative to the earlier one.
    pub(in crate::parts) fn change(self, change: &Change) -> Self {
        let name = |name: fn(&str) -> Text, period| name(&words::format::period(period));
        let figures = [
            (name(words::worked_earlier, change.from), &change.earlier),
            (name(words::worked_later, change.to), &change.later),
        ];
        let mut worked = self;
        for (name, of) in &figures {
            worked = match (of.denominator, change.unit) {
                (Some(whole), Unit::PercentagePoints) => worked.share(name, of.numerator, whole),
                (Some(whole), Unit::IncidentsPerChild) => worked.average(name, of.numerator, whole),
                _ => worked,
            };
        }
        worked = match change.unit {
            Unit::PercentagePoints => worked.points(change),
            _ => worked.difference(change),
        };
        let relative = change.relative.filter(|_| change.unit != Unit::IncidentsPer100Children);
        if let Some(relative) = relative {
            let (earlier, later) = (figure(change.unit, &change.earlier), figure(change.unit, &change.later));
            let by: Text =
                [if relative < 0.0 { "−" } else { "" }, &words::format::share(relative.abs())].concat().into();
            worked = worked.says(words::WorkedRelative { earlier: &earlier, later: &later, relative: &by }.text());
        }
        worked = match change.basis {
            Basis::LikeForLike => worked.says(words::worked_like(change.later.authorities)),
            Basis::ChildLevel => worked.says(words::worked_return()),
            _ => {
                let number = words::format::number;
                let (before, after) = (number(change.earlier.authorities), number(change.later.authorities));
                worked.says(words::WorkedEachPeriod { after: &after, before: &before }.text())
            }
        };
        worked.says(words::worked_rounded())
    }

    fn points(self, change: &Change) -> Self {
        let (before, after) = (figure(change.unit, &change.earlier), figure(change.unit, &change.later));
        let by = hundredths(change.difference * 100.0);
        let worked = self.says(words::WorkedPoints { earlier: &before, later: &after, points: &points(&by) }.text());
        let ends = |of: &Compared| wilson(of.numerator, of.denominator?, Z_95);
        let (Some(earlier), Some(later), Some((lower, upper))) =
            (ends(&change.earlier), ends(&change.later), change.lower.zip(change.upper))
        else {
            return worked;
        };
        let share = |value: f64| words::percent_of(&hundredths(value * 100.0));
        let interval =
            words::PointsBetween { lower: &hundredths(lower * 100.0), upper: &hundredths(upper * 100.0) }.text();
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
        worked.says(words.text())
    }

    fn difference(self, change: &Change) -> Self {
        let (earlier, later) = (figure(change.unit, &change.earlier), figure(change.unit, &change.later));
        let by = amount(change.unit, change.difference);
        let worked = self.says(words::WorkedDifference { difference: &by, earlier: &earlier, later: &later }.text());
        let Some((lower, upper)) = change.lower.zip(change.upper) else {
            return worked.says(words::worked_no_interval());
        };
        let number = words::format::number;
        let words = words::WorkedEvents {
            after: &number(change.later.numerator),
            before: &number(change.earlier.numerator),
            lower: &signed(lower),
            upper: &signed(upper),
        };
        worked.says(words.text())
    }
}

/// With two decimals, so that a difference can be seen to follow from its parts.
fn hundredths(value: f64) -> Text {
    let plain = words::format::hundredths(value.abs());
    let below = value < 0.0 && plain != "0.00";
    [if below { "−" } else { "" }, &plain].concat().into()
}

/// A figure as it stands in a formula.
fn figure(unit: Unit, of: &Compared) -> Text {
    match unit {
        Unit::PercentagePoints => words::format::divided(of.numerator, of.denominator.unwrap_or(0), 2),
        Unit::IncidentsPerChild | Unit::IncidentsPer100Children => {
            of.value.map(words::format::tenths).unwrap_or_default()
        }
        Unit::Children | Unit::Incidents => words::format::number(of.numerator),
    }
}

fn amount(unit: Unit, difference: f64) -> Text {
    match unit {
        Unit::Children | Unit::Incidents => {
            let whole = signed(difference);
            whole.strip_suffix(".0").map(|whole| whole.to_owned().into()).unwrap_or(whole)
        }
        _ => signed(difference),
    }
}
