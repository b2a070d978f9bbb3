//! Which return covers which days of a period, which days no return covers, and which modules a figure lacks.

use super::identifiers::Identifiers;
use super::years::{ChildLevel, Return};
use crate::cohort::Cohort;
use crate::period::{Day, Period};
use crate::report::{AnsweredBy, FoiDoubt, Module, OnlySome, Wanted};

/// The days of a period that a return with Episodes covers, and the days that none covers. Nothing is known about the
/// latter.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Coverage {
    pub(crate) answered_by: Vec<AnsweredBy>,
    pub(crate) uncovered: Vec<Period>,
}

/// The coverage by Episodes.
pub(crate) fn coverage(of: &ChildLevel<'_>, period: Period) -> Coverage {
    covered_by(of, period, |of| of.covers(Module::Episodes))
}

/// The coverage by returns that tell everything they can about a day.
pub(crate) fn told(of: &ChildLevel<'_>, period: Period) -> Coverage {
    #[allow(clippy::redundant_closure_for_method_calls, reason = "a method is of returns of one lifetime alone")]
    covered_by(of, period, |of| of.tells())
}

fn covered_by(of: &ChildLevel<'_>, period: Period, covers: impl Fn(&Return<'_>) -> Option<Period>) -> Coverage {
    let mut coverage = Coverage::default();
    let mut from = Some(period.start());
    for (year, days) in of.returns.iter().filter_map(|of| of.year.zip(covers(of))) {
        let Some(days) = days.common(period) else { continue };
        let before = from.zip(days.start().previous());
        coverage.uncovered.extend(before.and_then(|(from, to)| Period::new(from, to).ok()));
        coverage.answered_by.push(AnsweredBy { year, days });
        from = days.end().next();
    }
    coverage.uncovered.extend(from.and_then(|from| Period::new(from, period.end()).ok()));
    coverage
}

impl ChildLevel<'_> {
    /// Whether a period has days after which the dates of a return may end early, or which may not be in it, or children, so that its figures
    /// may be those of a part of it.
    pub(crate) fn is_quiet_in(&self, period: Period) -> bool {
        self.ends_early_in(period) || self.may_be_of_others_in(period, false)
    }

    /// Whether its figures may be those of some children, or of others; `with_uasc` also where those of the unaccompanied alone may.
    pub(crate) fn may_be_of_others_in(&self, period: Period, with_uasc: bool) -> bool {
        self.returns.iter().any(|of| {
            let is_doubted = of.may_be_of_others() || with_uasc && of.only_some(Module::Uasc).is_some();
            is_doubted && of.days().is_some_and(|days| days.common(period).is_some())
        })
    }

    /// Whether its figures may be those of a part of its days.
    pub(crate) fn ends_early_in(&self, period: Period) -> bool {
        self.returns.iter().any(|of| !days_in_doubt(of, period).is_empty())
    }

    /// Why the figures of a period may be those of a part of it, of some children, or of others.
    pub(crate) fn may_be_part(&self, period: Period) -> Vec<FoiDoubt> {
        let mut doubts = Vec::new();
        for of in self.returns.iter().filter(|of| of.days().is_some_and(|days| days.common(period).is_some())) {
            doubts.extend(days_in_doubt(of, period));
            let some = [Module::Episodes, Module::Missing, Module::Uasc].map(|module| of.only_some(module));
            doubts.extend(some.into_iter().flatten().map(|some| match some {
                OnlySome::StillInCare => FoiDoubt::StillInCare,
                OnlySome::Newcomers => FoiDoubt::Newcomers,
                OnlySome::Leavers => FoiDoubt::Leavers,
                OnlySome::FewMissing => FoiDoubt::FewMissing,
                OnlySome::NearlyAllInMissing => FoiDoubt::NearlyAllInMissing,
                OnlySome::NotAllOfHeader
                | OnlySome::OtherBirths
                | OnlySome::LastYears
                | OnlySome::FewUnaccompanied
                | OnlySome::OtherBirthsInUasc => FoiDoubt::OtherChildren,
            }));
        }
        doubts
    }
}

/// Why a return may not be about all its days of a period: its dates end early, or leave days empty.
fn days_in_doubt(of: &Return<'_>, period: Period) -> Vec<FoiDoubt> {
    let Some(days) = of.days().and_then(|days| days.common(period)) else { return Vec::new() };
    let ends = |quiet: Option<Day>| quiet.is_some_and(|quiet| days.end() > quiet);
    let has_empty = |module| of.empty_days(module).iter().any(|days| days.common(period).is_some());
    let counts_missing = !of.episodes.is_absent();
    let whole = ends(of.stops.quiet_from);
    let found = [
        (whole, FoiDoubt::EndsEarly),
        (!whole && ends(of.stops.episodes_quiet_from), FoiDoubt::EpisodesEndEarly),
        (!whole && counts_missing && ends(of.stops.missing_quiet_from), FoiDoubt::MissingEndsEarly),
        (has_empty(Module::Episodes), FoiDoubt::EpisodesEmpty),
        (has_empty(Module::Missing), FoiDoubt::MissingEmpty),
    ];
    found.into_iter().filter_map(|(is, doubt)| is.then_some(doubt)).collect()
}

/// A module that a figure needs, and the days of the period that it does not cover.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Lack {
    pub(crate) module: Module,
    /// `None` for a list, unless its name says another year.
    pub(crate) year: Option<i32>,
    /// `None` for a list, unless its name says another year.
    pub(crate) days: Option<Period>,
    /// Whether the module is there, but another module contradicts it, or it contradicts itself.
    pub(crate) contradicted: bool,
    /// Whether it is a list with wordings about which a person has to decide first.
    pub(crate) undecided: bool,
}

/// What a figure about a cohort needs and lacks. All children need Episodes, those who were missing or away need
/// Missing, and the unaccompanied need UASC, each for every collection year that the period touches. Trafficked
/// children need a list.
pub(crate) fn lacks(of: &ChildLevel<'_>, period: Period, cohort: Cohort, figure: Wanted) -> Vec<Lack> {
    let unaccompanied = cohort.is_unaccompanied();
    let trafficked = matches!(cohort, Cohort::Trafficked | Cohort::TraffickedAndUnaccompanied);
    let needs = [(Module::Episodes, true), (Module::Missing, figure == Wanted::Missing), (Module::Uasc, unaccompanied)];
    let mut lacks = Vec::new();
    for year in period.start().collection_year()..=period.end().collection_year() {
        let Some(days) = Period::collection_year(year).and_then(|days| days.common(period)) else { continue };
        let own = of.of_year(year);
        // Children who stayed in care have one identifier in this return and another in that of the year before.
        let others = own.is_some_and(|own| own.identifiers == Identifiers::Others);
        if others && year > period.start().collection_year() {
            let (module, year, days) = (Module::Episodes, Some(year), Some(days));
            lacks.push(Lack { module, year, days, contradicted: true, undecided: false });
        }
        for (module, _) in needs.into_iter().filter(|(_, needed)| *needed) {
            let tells = |own: &&Return<'_>| module != Module::Uasc || own.tells_unaccompanied_from(days.start());
            let lacking = match own.filter(tells).and_then(|own| own.covers(module)) {
                None => Some(days),
                Some(covered) if covered.end() >= days.end() => None,
                Some(covered) => {
                    covered.end().next().and_then(|from| Period::new(from.max(days.start()), days.end()).ok())
                }
            };
            let contradicted = module == Module::Uasc && own.is_some_and(|own| own.unaccompanied_differ);
            lacks.extend(lacking.map(|days| Lack {
                module,
                year: Some(year),
                days: Some(days),
                contradicted,
                undecided: false,
            }));
        }
    }
    if trafficked {
        lacks.extend(of.list_lacks(period));
    }
    lacks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::tables::Made;

    /// The years of returns, a period, the days that they cover, and the days that no return covers.
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
