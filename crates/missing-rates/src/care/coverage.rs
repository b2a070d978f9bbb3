//! Which return answers for which days of a period, and which days none does.

use super::years::ChildLevel;
use crate::period::Period;
use crate::report::AnsweredBy;

/// The days of a period that lie in the collection year of a return with Episodes, and those that lie in none.
///
/// Figures for the latter rest on the return next to them, as far as it knows: on 1 June 2025 the return to March 2025 knows
/// who was looked after in March and had not left.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Coverage {
    pub(crate) answered_by: Vec<AnsweredBy>,
    pub(crate) uncovered: Vec<Period>,
}

pub(crate) fn coverage(of: &ChildLevel<'_>, period: Period) -> Coverage {
    let mut coverage = Coverage::default();
    let mut from = Some(period.start());
    let returns = of.returns.iter().filter(|of| !of.episodes.is_absent());
    for (year, days) in returns.filter_map(|of| of.year.zip(of.days())) {
        let Some(days) = days.common(period) else { continue };
        let before = from.zip(days.start().previous());
        coverage.uncovered.extend(before.and_then(|(from, to)| Period::new(from, to).ok()));
        coverage.answered_by.push(AnsweredBy { year, days });
        from = days.end().next();
    }
    coverage.uncovered.extend(from.and_then(|from| Period::new(from, period.end()).ok()));
    coverage
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::tables::Made;

    /// The years of returns, a period, the days that they answer for, the days that none does.
    type Case<'a> = (&'a [i32], &'a str, &'a [&'a str], &'a [&'a str]);

    #[test]
    fn days_in_no_returns_collection_year_are_not_covered() {
        let made = Made::new().episodes("CHILD,DECOM,LS,DEC\n1,01/05/2023,C2,\n");
        let of = |years: &[i32]| {
            let returns = years.iter().map(|year| made.year(*year)).collect();
            ChildLevel { returns, ..ChildLevel::default() }
        };
        let cases: [Case<'_>; 7] = [
            (&[2025], "2024-04-01/2025-03-31", &["2024-04-01/2025-03-31"], &[]),
            (&[2025], "2024-01-01/2024-12-31", &["2024-04-01/2024-12-31"], &["2024-01-01/2024-03-31"]),
            (&[2024, 2025], "2024-01-01/2024-12-31", &["2024-01-01/2024-03-31", "2024-04-01/2024-12-31"], &[]),
            (
                &[2023, 2025],
                "2023-01-01/2024-12-31",
                &["2023-01-01/2023-03-31", "2024-04-01/2024-12-31"],
                &["2023-04-01/2024-03-31"],
            ),
            (&[2025], "2010-01-01/2010-12-31", &[], &["2010-01-01/2010-12-31"]),
            (&[2025], "2025-03-31/2025-04-01", &["2025-03-31/2025-03-31"], &["2025-04-01/2025-04-01"]),
            (
                &[2025],
                "2024-03-31/2025-04-01",
                &["2024-04-01/2025-03-31"],
                &["2024-03-31/2024-03-31", "2025-04-01/2025-04-01"],
            ),
        ];
        for (years, period, answered, uncovered) in cases {
            let found = coverage(&of(years), period.parse().unwrap());
            let days: Vec<String> = found.answered_by.iter().map(|by| by.days.to_string()).collect();
            assert_eq!(days, answered, "{years:?} {period}");
            let days: Vec<String> = found.uncovered.iter().map(ToString::to_string).collect();
            assert_eq!(days, uncovered, "{years:?} {period}");
        }
    }
}
