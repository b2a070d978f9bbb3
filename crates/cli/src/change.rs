//! Changes between periods, each in a sentence that can be quoted.

use std::cmp::Ordering;
use std::fmt::{Result, Write as _};
use words::Language;

use missing_rates::cohort::{Cohort, Count, Share};
use missing_rates::rates::{relative_change, relative_change_of_share, share_moved};
use missing_rates::report::{Basis, Change, Compared, Level, Measure, Report, Unit};

use crate::numbers::{authorities, by_points, percent_of, up_or_down};

/// Changes of one cohort in its largest area, each in a sentence that can be quoted.
pub(crate) fn changes(language: Language, out: &mut String, report: &Report, cohort: Cohort) -> Result {
    let of_cohort = || report.changes.iter().filter(|c| c.cohort == cohort);
    let Some(largest) = of_cohort().map(|c| c.area.level).min().filter(|level| *level < Level::Authority) else {
        return Ok(());
    };
    let told: Vec<_> =
        of_cohort().filter(|c| c.area.level == largest).filter_map(|value| sentence(language, value)).collect();
    if told.is_empty() {
        return Ok(());
    }
    writeln!(out, "{}: change", language.cohort(cohort))?;
    for sentence in told {
        writeln!(out, "  {sentence}")?;
    }
    writeln!(out)
}

fn sentence(language: Language, change: &Change) -> Option<String> {
    let (from, to) = (language.period(change.from), language.period(change.to));
    match (change.measure, change.unit) {
        (Measure::Share(Share::Missing), _) => share_sentence(change, &from, &to),
        (Measure::Count(Count::Children), Unit::Children) => {
            let (before, after) = (change.earlier.numerator, change.later.numerator);
            let how = count_moved(language, before, after);
            Some(format!("{from} to {to}, {}: children {how}", on(change)))
        }
        _ => None,
    }
}

/// `960 to 1,231 is up 28.2% on 960`.
fn count_moved(language: Language, before: u64, after: u64) -> String {
    let (earlier, later) = (language.number(before), language.number(after));
    match relative_change(before, after) {
        None => format!("{earlier} to {later}"),
        Some(moved) => match moved.direction {
            Ordering::Equal => format!("{earlier} in both"),
            direction => format!("{earlier} to {later} is {} {}% on {earlier}", up_or_down(direction), moved.by),
        },
    }
}

/// `rose from 11% to 13%, up 2 percentage points`.
fn share_sentence(change: &Change, from: &str, to: &str) -> Option<String> {
    let parts = |c: &Compared| Some((c.numerator, c.denominator?));
    let (earlier, later) = (parts(&change.earlier)?, parts(&change.later)?);
    let moved = share_moved(earlier, later)?;
    let mut text = format!("{from} to {to}, {}: the share ", on(change));
    if moved.from == moved.to {
        write!(text, "stayed at {}%", moved.to).ok()?;
    } else {
        let verb = if moved.points.direction == Ordering::Less { "fell" } else { "rose" };
        write!(text, "{verb} from {}% to {}%, {}", moved.from, moved.to, by_points(&moved.points)).ok()?;
        if !moved.adds_up {
            text.push_str(" before rounding");
        }
        if let Some(relative) = relative_change_of_share(earlier, later) {
            write!(text, " ({} {}% on {}%)", up_or_down(relative.direction), relative.by, moved.from).ok()?;
        }
    }
    if let (Some(lower), Some(upper)) = (change.lower, change.upper) {
        let (low, high) = (percent_of(lower, 1), percent_of(upper, 1));
        write!(text, "; 95% interval of the change {low} to {high} percentage points").ok()?;
        if lower <= 0.0 && upper >= 0.0 {
            text.push_str(": chance alone could explain it");
        }
    }
    Some(text)
}

fn on(change: &Change) -> String {
    match change.basis {
        Basis::LikeForLike => format!("in {} that answered in both", authorities(change.later.authorities)),
        _ => format!(
            "in those that answered in each ({} and {})",
            change.earlier.authorities,
            authorities(change.later.authorities)
        ),
    }
}

#[cfg(test)]
mod tests {
    use missing_rates::period::Period;
    use missing_rates::rates::{Course, change_of_count, change_of_share};
    use missing_rates::report::Area;

    use super::*;
    use words::Language::English;

    fn course(basis: Basis) -> Option<Course> {
        let (from, to) = (Period::calendar_year(2023)?, Period::calendar_year(2024)?);
        Some(Course { area: Area::RETURN, cohort: Cohort::Trafficked, from, to, basis })
    }

    #[test]
    fn a_rise_is_told_in_points_and_with_its_base() {
        let course = course(Basis::LikeForLike).expect("years");
        let change = change_of_share(course, Share::Missing, ((110, 1000), 118), ((130, 1000), 118));
        let told = sentence(English, &change.expect("a share")).expect("a sentence");
        assert_eq!(
            told,
            "2023 to 2024, in 118 authorities that answered in both: the share rose from 11% to 13%, up 2 percentage \
             points (up 18.2% on 11%); 95% interval of the change −0.9 to 4.9 percentage points: chance alone could \
             explain it"
        );
    }

    /// Source: When Harm Remains, ECPAT UK and Missing People, 2022, where it stood as 22%.
    #[test]
    fn a_count_is_told_with_its_base() {
        let course = course(Basis::AllAnswers).expect("years");
        let change = change_of_count(course, Count::Children, (960, 1), (1231, 2)).expect("counts");
        let told = sentence(English, &change).expect("a sentence");
        assert!(told.ends_with("children 960 to 1,231 is up 28.2% on 960"), "{told}");
        assert!(told.contains("(1 and 2 authorities)"), "{told}");
    }

    #[test]
    fn what_cannot_be_told_apart_stayed() {
        let course = course(Basis::Matched).expect("years");
        let change = change_of_share(course, Share::Missing, ((100, 1000), 9), ((1001, 10_000), 9));
        let told = sentence(English, &change.expect("a share")).expect("a sentence");
        assert!(told.contains("the share stayed at 10%"), "{told}");
    }
}
