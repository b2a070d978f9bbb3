//! The nation that all answers of a period are about, where they are about one alone.

use super::{Area, Coverage, Level, Rate, Report};
use crate::period::Period;

impl Report {
    /// The nation that has the same figures as the United Kingdom in a period, because every authority that the files name
    /// lies in it. `None` if several nations are named, or if nothing is about the whole kingdom.
    pub fn only_nation(&self, period: Period) -> Option<Area> {
        let here = |area: Area, of: Period, level: Level| of == period && area.level == level;
        let coverage = |level| self.coverage.iter().filter(move |of| here(of.area, of.period, level));
        let rates = |level| self.rates.iter().filter(move |of| here(of.area, of.period, level));
        coverage(Level::Kingdom).next()?;
        let is_same = |nation: &Area| {
            let covers = |whole: &Coverage| {
                coverage(Level::Nation).any(|of| {
                    let counted = |of: &Coverage| (of.named, of.both, of.children_only, of.missing_only, of.neither);
                    of.area == *nation
                        && (of.cohort, of.measure) == (whole.cohort, whole.measure)
                        && counted(of) == counted(whole)
                })
            };
            let has = |whole: &Rate| {
                rates(Level::Nation).any(|of| {
                    of.area == *nation
                        && (of.cohort, of.measure, of.basis) == (whole.cohort, whole.measure, whole.basis)
                        && (of.numerator, of.denominator) == (whole.numerator, whole.denominator)
                })
            };
            coverage(Level::Kingdom).all(covers) && rates(Level::Kingdom).all(has)
        };
        coverage(Level::Nation).map(|of| of.area).find(is_same)
    }
}

#[cfg(test)]
mod tests {
    use crate::period::Period;
    use crate::read::Reader;
    use crate::{Query, Returns};

    fn nation(rows: &str) -> Option<&'static str> {
        let mut reader = Reader::new("answers.csv", Vec::new());
        reader.push(["Authority,Year,UASC,UASC missing\n", rows].concat().as_bytes());
        let mut returns = Returns::default();
        returns.add(1, reader.finish());
        let report = returns.report(&Query::default());
        report.only_nation(Period::calendar_year(2024)?)?.name
    }

    #[test]
    fn answers_of_one_nation_are_about_it_and_those_of_several_about_the_kingdom() {
        assert_eq!(nation("Cardiff,2024,500,100\nSwansea,2024,300,30\n"), Some("Wales"));
        assert_eq!(nation("Kent,2024,500,100\nLeeds,2024,Refused s.12,<5\n"), Some("England"));
        assert_eq!(nation("Cardiff,2024,500,100\nSwansea,2024,300,30\nKent,2024,10,1\n"), None);
        // A nation whose authority gave nothing is named all the same.
        assert_eq!(nation("Cardiff,2024,500,100\nSwansea,2024,300,30\nGlasgow City,2024,Refused s.12,\n"), None);
        // Another year may have others.
        assert_eq!(nation("Cardiff,2024,500,100\nSwansea,2024,300,30\nKent,2023,10,1\n"), Some("Wales"));
        assert_eq!(nation("Kent,2023,10,1\nLeeds,2023,10,1\n"), None);
    }
}
