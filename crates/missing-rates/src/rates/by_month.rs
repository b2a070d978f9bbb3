//! Compares each month of a period with the same month a year earlier, and the year to date with that of the year
//! before.

use missing_rows::Day;

use crate::period::Period;
use crate::report::{Month, Profile, Shown};

/// Incidents that began in a month, and in the same month a year earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthBeside {
    /// The month of the later period.
    pub month: Month,
    /// Incidents that began in it.
    pub count: u64,
    /// Incidents that began in the same month a year earlier.
    pub before: u64,
    /// Incidents that began from the start of the period to the end of the month.
    pub to_date: u64,
    /// The same a year earlier.
    pub to_date_before: u64,
}

/// Months that are compared with those a year earlier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthsBeside {
    /// The days that are compared with those a year earlier: all of the period, or its first months.
    pub days: Period,
    /// Each month of these days.
    pub months: Vec<MonthBeside>,
}

/// The months of two profiles of the same children, the second of the same days a year earlier, or of the first of them: then
/// only the months whose days are all among them. `None` where there is no such month, any number is hidden, or months are
/// counted together.
pub fn months_beside(of: &Profile, before: &Profile) -> Option<MonthsBeside> {
    if [of, before].iter().any(|of| !of.merged.months.is_empty()) {
        return None;
    }
    let days = days_beside(of.period, before.period)?;
    let count = |of: &Profile, month: Month| of.months.get(&month).copied().unwrap_or(Shown::Number(0)).number();
    let (mut to_date, mut to_date_before) = (0, 0);
    let beside = |month: Month| {
        let (count, before) = (count(of, month)?, count(before, Month { year: month.year - 1, ..month })?);
        to_date += count;
        to_date_before += before;
        Some(MonthBeside { month, count, before, to_date, to_date_before })
    };
    let months: Option<Vec<MonthBeside>> = Month::of_period(days).map(beside).collect();
    Some(MonthsBeside { days, months: months? })
}

/// The days of a period that can be compared with those of a year earlier, of which `before` is known: all, or the months that
/// are over by the last day of `before`.
fn days_beside(of: Period, before: Period) -> Option<Period> {
    if of.a_year_earlier() == Some(before) {
        return Some(of);
    }
    let (year, month, _) = before.end().next()?.ymd();
    Period::new(of.start(), Day::new(year + 1, month, 1)?.previous()?.min(of.end())).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Returns;
    use crate::query::Query;
    use crate::read::Reader;
    use crate::report::Incidents;

    #[test]
    fn months_are_those_of_the_rows_counted_by_hand() {
        let episodes = "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n1,01/01/2023,S,C2,U1,,\n2,01/01/2023,S,C2,U1,,\n";
        let header = "CHILD,MISSING,MIS_START,MIS_END\n";
        // The first day of each incident. One incident is carried over from March 2023 into the earlier year.
        let earlier = ["2,M,30/03/2023,02/04/2023", "1,M,01/04/2023,02/04/2023", "1,M,31/03/2024,31/03/2024"];
        let later = [
            "1,M,02/04/2024,03/04/2024",
            "2,M,30/04/2024,01/05/2024",
            "1,M,15/01/2025,16/01/2025",
            "1,A,01/05/2024,02/05/2024",
        ];
        let mut returns = Returns::default();
        let missing = |rows: &[&str]| [header, &rows.join("\n"), "\n"].concat();
        let files = [
            ("episodes 2024.csv", episodes.to_owned()),
            ("episodes 2025.csv", episodes.to_owned()),
            ("missing 2024.csv", missing(&earlier)),
            ("missing 2025.csv", missing(&later)),
        ];
        for (id, (name, text)) in (1..).zip(&files) {
            let mut reader = Reader::new(name, Vec::new());
            reader.push(text.as_bytes());
            returns.add(id, reader.finish());
        }
        let mut query = Query::period(Period::collection_year(2025));
        query.years = [(1, 2024), (2, 2025), (3, 2024), (4, 2025)].into();
        query.complete_to = [2024, 2025].map(|year| (year, Period::collection_year(year).unwrap().end())).into();
        let report = returns.report(&query);
        let of = |year| {
            let period = Period::collection_year(year).unwrap();
            let here =
                |p: &&Profile| p.period == period && p.code == Incidents::Missing && p.by == crate::group::By::None;
            report.profiles.iter().find(here).unwrap()
        };
        let MonthsBeside { days, months } = months_beside(of(2025), of(2024)).unwrap();
        assert_eq!(Some(days), Period::collection_year(2025));
        assert_eq!(months.len(), 12);
        let numbers = |at: usize| {
            let of = &months[at];
            (of.month.month, of.count, of.before, of.to_date, of.to_date_before)
        };
        assert_eq!([0, 1, 9, 11].map(numbers), [(4, 2, 1, 2, 1), (5, 0, 0, 2, 1), (1, 1, 0, 3, 1), (3, 0, 1, 3, 2)]);

        // Of a return that stops on 30 January, nine whole months are known.
        let part = Period::new(of(2024).period.start(), Day::new(2024, 1, 30).unwrap()).unwrap();
        let stops = Profile { period: part, ..of(2024).clone() };
        let beside = months_beside(of(2025), &stops).unwrap();
        assert_eq!(
            (beside.days.to_string().as_str(), beside.months.as_slice()),
            ("2024-04-01/2024-12-31", &months[..9])
        );
        let first_days = Period::new(part.start(), Day::new(2023, 4, 29).unwrap()).unwrap();
        assert_eq!(months_beside(of(2025), &Profile { period: first_days, ..stops }), None);
    }
}
