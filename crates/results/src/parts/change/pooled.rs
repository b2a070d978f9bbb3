//! A change in sentences that can be quoted.

use std::cmp::Ordering;

use missing_rates::cohort::{Cohort, Count, Share};
use missing_rates::period::Period;
use missing_rates::rates::{relative_change, relative_change_of_share, share_moved};
use missing_rates::report::{Basis, Change, Compared, Measure};
use words::{Language, Text};

use super::super::precise::Precise;

/// The sentence about the change of the share, and what a reader must know about it.
pub fn sentences(precise: Precise, cohort: Cohort, pair: (Period, Period), changes: &[&Change]) -> (Text, Vec<Text>) {
    let language = precise.language;
    let find =
        |measure: Measure, basis: Basis| changes.iter().copied().find(|c| (c.measure, c.basis) == (measure, basis));
    let Some(change) = main(changes) else { return (language.change_pair_none().into(), Vec::new()) };
    let Some(lead) = lead(precise, cohort, pair, change) else {
        return (language.change_pair_none().into(), Vec::new());
    };
    let mut rest = vec![over(language, change)];
    rest.extend(chance(precise, change));
    if precise.unit().is_some() {
        // In per cent of a rounded number nothing is said.
        return (lead, rest);
    }
    rest.extend(relative_text(language, change));
    let children = Measure::Count(Count::Children);
    // If the share compares the same authorities, so do these figures.
    rest.extend(match (change.basis, parts(&change.earlier), parts(&change.later)) {
        (Basis::LikeForLike, Some((_, earlier)), Some((_, later))) => counted(language, earlier, later),
        _ => find(children, Basis::AllAnswers)
            .and_then(|children| counted(language, children.earlier.numerator, children.later.numerator)),
    });
    (lead, rest)
}

/// The change of the share: like for like if anyone answered in both periods, otherwise each period by itself.
pub(super) fn main<'a>(changes: &[&'a Change]) -> Option<&'a Change> {
    let missing = Measure::Share(Share::Missing);
    let of = |basis| changes.iter().copied().find(|c| (c.measure, c.basis) == (missing, basis));
    of(Basis::LikeForLike).or_else(|| of(Basis::Matched))
}

fn lead(precise: Precise, cohort: Cohort, (earlier, later): (Period, Period), change: &Change) -> Option<Text> {
    let language = precise.language;
    let moved = share_moved(parts(&change.earlier)?, parts(&change.later)?)?;
    let cohort = language.cohort(cohort);
    let (earlier, later) = (year(language, earlier), year(language, later));
    let (earlier, later) = (earlier.as_str(), later.as_str());
    if let Some(about) = precise.moved(change) {
        let (from, to, unit) = (&*about.before, &*about.after, &*about.unit);
        let points = match &about.points {
            Some(points) => language.quote_about(points),
            None => language.change_points_less().into(),
        };
        return Some(match about.direction {
            None => words::ChangeUntoldAbout { cohort, earlier, from, later, to, unit }.text(language),
            Some(Ordering::Equal) => words::ChangeStayed { cohort, earlier, later, to: &moved.to }.text(language),
            Some(Ordering::Less) => {
                words::ChangeFellAbout { cohort, earlier, from, later, points: &points, to, unit }.text(language)
            }
            Some(Ordering::Greater) => {
                words::ChangeRoseAbout { cohort, earlier, from, later, points: &points, to, unit }.text(language)
            }
        });
    }
    let (from, to, points) = (moved.from.as_str(), moved.to.as_str(), language.points(&moved.points.by));
    Some(match moved.points.direction {
        _ if from == to => words::ChangeStayed { cohort, earlier, later, to }.text(language),
        Ordering::Less => words::ChangeFell { cohort, earlier, from, later, points: &points, to }.text(language),
        _ => words::ChangeRose { cohort, earlier, from, later, points: &points, to }.text(language),
    })
}

/// `year 2024`, `year ending 31 March 2024`, or the days.
fn year(language: Language, period: Period) -> Text {
    let name = language.period(period);
    if period.as_calendar_year().is_some() { language.change_year(&name) } else { name }
}

pub(super) fn parts(figure: &Compared) -> Option<(u64, u64)> {
    Some((figure.numerator, figure.denominator?))
}

fn over(language: Language, change: &Change) -> Text {
    if change.basis == Basis::LikeForLike {
        return language.change_basis_like(change.later.authorities);
    }
    let (before, after) = (language.number(change.earlier.authorities), language.number(change.later.authorities));
    words::ChangeBasisMatched { after: &after, before: &before }.text(language)
}

fn chance(precise: Precise, change: &Change) -> Option<Text> {
    let language = precise.language;
    let (lower, upper) = (change.lower?, change.upper?);
    let interval = language.points_between(lower, upper);
    Some(match (lower <= 0.0 && upper >= 0.0, precise.unit().is_some()) {
        (true, false) => language.change_chance(&interval),
        (true, true) => language.change_chance_rounded(&interval),
        (false, false) => language.change_clear(&interval),
        (false, true) => language.change_clear_rounded(&interval),
    })
}

fn relative_text(language: Language, change: &Change) -> Option<Text> {
    let (earlier, later) = (parts(&change.earlier)?, parts(&change.later)?);
    let moved = share_moved(earlier, later)?;
    let base = language.percent_of(&moved.from);
    let by = relative_change_of_share(earlier, later).filter(|_| moved.from != moved.to)?;
    let mut words =
        words::ChangeRelative { base: &base, relative: &language.relative(&by, &base) }.text(language).to_string();
    if !moved.adds_up {
        words.push(' ');
        words.push_str(language.change_rounding());
    }
    Some(words.into())
}

/// `960 to 1,231 is up 28.2% on 960`.
fn counted(language: Language, earlier: u64, later: u64) -> Option<Text> {
    let by = relative_change(earlier, later)?;
    let (earlier, later) = (language.number(earlier), language.number(later));
    let words = words::ChangeChildren { earlier: &earlier, later: &later, relative: &language.relative(&by, &earlier) };
    Some(words.text(language))
}

#[cfg(test)]
mod tests {
    use missing_rates::rates::{Course, change_of_count, change_of_share};
    use missing_rates::report::Area;

    use super::*;
    use words::Language::English;

    fn course(basis: Basis) -> Course {
        let year = |year| Period::calendar_year(year).unwrap();
        Course { area: Area::RETURN, cohort: Cohort::Unaccompanied, from: year(2023), to: year(2024), basis }
    }

    fn told(language: Language, changes: &[&Change]) -> String {
        let report = missing_rates::Returns::default().report(&missing_rates::Query::default());
        let (lead, rest) = sentences(
            Precise::of(language, &report),
            Cohort::Unaccompanied,
            (course(Basis::Matched).from, course(Basis::Matched).to),
            changes,
        );
        [&lead].into_iter().chain(&rest).map(Text::as_str).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_rise_is_told_in_percentage_points_like_for_like_and_with_its_base() {
        let alike = change_of_share(course(Basis::LikeForLike), Share::Missing, ((110, 1000), 118), ((130, 1000), 118));
        let matched = change_of_share(course(Basis::Matched), Share::Missing, ((300, 1500), 120), ((130, 1000), 118));
        let told = told(English, &[&matched.unwrap(), &alike.unwrap()]);
        for part in [
            "Unaccompanied children: the share that went missing rose from 11% in the year 2023 to 13% in the year 2024, \
             up 2 percentage points.",
            "the 118 authorities that gave both figures in both periods",
            "−0.9 to 4.9 percentage points. Chance alone could explain it.",
            "Relative to 11%, that is up 18.2% on 11%.",
        ] {
            assert!(told.contains(part), "{part}\n{told}");
        }
    }

    #[test]
    fn a_number_of_children_is_told_with_its_base() {
        let share = change_of_share(course(Basis::Matched), Share::Missing, ((1, 10), 1), ((1, 10), 1)).unwrap();
        let children = change_of_count(course(Basis::AllAnswers), Count::Children, (960, 1), (1231, 1)).unwrap();
        let told = told(English, &[&share, &children]);
        assert!(told.contains("was 10% both in the year 2023 and in the year 2024"), "{told}");
        assert!(told.contains("960 to 1,231 is up 28.2% on 960."), "{told}");
        assert!(!told.contains("up 22%"), "{told}");
    }
}
