//! Two years of returns of five children, and what a report says of them.

use missing_rates::Query;
use missing_rates::cohort::{Cohort, Count, Share};
use missing_rates::period::Period;
use missing_rates::report::{Basis, Report};

use super::{assert_balanced, find_rate, returns};

pub(crate) const EPISODES: &str = "CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC\n";
pub(crate) const MISSING: &str = "CHILD,DOB,MISSING,MIS_START,MIS_END\n";
pub(crate) const UASC: &str = "CHILD,SEX,DOB,DUC\n";

pub(crate) fn year(year: i32) -> Period {
    Period::collection_year(year).unwrap()
}

/// The share of a cohort who went missing, as children missing and all.
pub(crate) fn share(report: &Report, cohort: Cohort) -> Option<(u64, u64)> {
    find_rate(report, None, cohort, Share::Missing, Basis::ChildLevel).map(|rate| (rate.numerator, rate.denominator))
}

pub(crate) fn children(report: &Report, cohort: Cohort) -> Option<u64> {
    let is = |total: &&missing_rates::report::Total| (total.cohort, total.measure) == (cohort, Count::Children);
    report.totals.iter().find(is).and_then(|total| total.exact)
}

pub(crate) fn asked(files: &[(&str, String)], query: impl FnOnce(&mut Query)) -> Report {
    let mut asked = Query::default();
    query(&mut asked);
    let report = returns(files).report(&asked);
    assert_balanced(&report);
    report
}

/// Two years of returns. 1, 2 and 3 stay; 4 leaves in the first year, 5 comes in the second. 1 and 4 are unaccompanied. 1
/// went missing in both years, 2 in the second.
pub(crate) fn two_years() -> Vec<(&'static str, String)> {
    vec![
        (
            "episodes 2024.csv",
            format!(
                "{EPISODES}1,01/05/2023,S,C2,U1,PR1,,\n2,01/06/2023,S,C2,U1,PR1,,\n3,01/07/2022,S,C2,U1,PR1,,\n4,01/05/2023,S,C2,U1,PR1,01/12/2023,E4A\n"
            ),
        ),
        (
            "episodes 2025.csv",
            format!(
                "{EPISODES}1,01/05/2023,S,C2,U1,PR1,,\n2,01/06/2023,S,C2,U1,PR1,,\n3,01/07/2022,S,C2,U1,PR1,,\n5,01/08/2024,S,C2,U1,PR1,01/02/2025,E4A\n"
            ),
        ),
        ("missing 2024.csv", format!("{MISSING}1,05/06/2008,M,01/08/2023,03/08/2023\n")),
        (
            "missing 2025.csv",
            format!("{MISSING}1,05/06/2008,M,01/08/2024,03/08/2024\n2,05/06/2010,M,10/01/2025,12/01/2025\n"),
        ),
        ("uasc 2024.csv", format!("{UASC}1,1,05/06/2008,05/06/2026\n4,1,05/06/2007,05/06/2025\n")),
        ("uasc 2025.csv", format!("{UASC}1,1,05/06/2008,05/06/2026\n")),
    ]
}

/// Says that both years are whole. The last of so few dates may be where a return stops, and then nothing is compared with it.
pub(crate) fn whole(query: &mut Query) {
    query.complete_to = [2024, 2025].map(|of| (of, year(of).end())).into();
}

pub(crate) fn without(files: &[(&'static str, String)], name: &str) -> Vec<(&'static str, String)> {
    files.iter().filter(|(other, _)| *other != name).cloned().collect()
}
