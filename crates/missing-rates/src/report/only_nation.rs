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
