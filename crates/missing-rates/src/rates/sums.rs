//! Sums that are shown beside the figures of a report. They are calculated here, so that no code that shows a report
//! has to add.

use crate::report::{Coverage, Funnel, Place, Profile, Rate, Report, Respondent, Shown};

/// The incidents of a group that began in the period: all incidents but those carried over. If one of the two is
/// hidden, it is the sum of the months, which is hidden if one of them is.
pub fn began_in_period(of: &Profile) -> Shown {
    match (of.incidents.number(), of.carried_over.number()) {
        (Some(incidents), Some(carried)) => Shown::Number(incidents.saturating_sub(carried)),
        _ => Shown::sum(of.months.values().copied()),
    }
}

/// How many authorities there are in an area, including those that the files name, and how many of them did not give
/// both figures.
pub fn without_both(of: &Coverage) -> (u64, u64) {
    let all = of.in_area.max(of.named);
    (all, all.saturating_sub(of.both))
}

/// How many more children went missing by all answers than by the answers that the matched share is based on.
pub fn missing_unmatched(all: &Rate, matched: &Rate) -> u64 {
    all.numerator.saturating_sub(matched.numerator)
}

/// How many authorities answered. Authorities that answered together are each counted.
pub fn authorities_in(list: &[Respondent]) -> u64 {
    list.iter().map(|of| of.codes.len() as u64).sum()
}

/// Children missing and children of all authorities on a funnel.
pub fn funnel_sums(of: &Funnel) -> (u64, u64) {
    of.authorities.iter().fold((0, 0), |(missing, children), at| (missing + at.numerator, children + at.denominator))
}

/// How many authorities are in each place, from above to below, against the limits adjusted for overdispersion or the
/// plain ones.
pub fn funnel_places(of: &Funnel, adjusted: bool) -> [(Place, u64); 5] {
    [Place::Above998, Place::Above95, Place::Within, Place::Below95, Place::Below998].map(|place| {
        let lies = of.authorities.iter().filter(|at| place == if adjusted { at.place_adjusted } else { at.place });
        (place, lies.count() as u64)
    })
}

/// How many figures of a report are hidden: figures that are left out, and counts of profiles and of answers to a
/// request that are shown as `c`.
pub fn hidden_numbers(report: &Report) -> HiddenNumbers {
    let profiles = report.profiles.iter().flat_map(|of| {
        let counts = [of.children, of.children_missing, of.incidents, of.more_than_once, of.at_end, of.carried_over];
        let kinds = of.lengths.values().chain(of.times.values()).chain(of.months.values()).copied();
        counts.into_iter().chain(kinds)
    });
    let of_profiles = profiles.filter(|count| *count == Shown::Confidential).count() as u64;
    let answers = report.foi.iter().flat_map(|foi| foi.years.iter().map(|year| year.hidden));
    let of_groups = of_profiles + answers.sum::<u64>();
    HiddenNumbers { all: report.hidden.len() as u64 + of_groups, of_groups }
}

/// How much of a report is hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HiddenNumbers {
    /// Figures and counts together.
    pub all: u64,
    /// How many of them are counts of profiles and of answers to a request.
    pub of_groups: u64,
}

/// How many rows break rules. A row is counted once for each rule that it breaks.
pub fn rows_found(report: &Report) -> u64 {
    report.findings.iter().map(|finding| finding.count).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Reader;
    use crate::report::Disclosure;
    use crate::{Query, Returns};

    fn report(file: &str, query: &Query) -> Report {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/samples/");
        let mut returns = Returns::default();
        let modules = ["header.csv", "episodes.csv", "uasc.csv", "missing.csv"].map(|name| format!("ssda903/{name}"));
        let files = if file == "ssda903" { modules.to_vec() } else { vec![file.to_owned()] };
        for (id, name) in (1..).zip(files) {
            let mut reader = Reader::new(&name, Vec::new());
            reader.push(&std::fs::read(format!("{folder}{name}")).unwrap());
            returns.add(id, reader.finish());
        }
        returns.report(query)
    }

    /// Source of 13,000, 116,030 and the places: DfE, year ending 31 March 2024, and an independent calculation (tests/pooled.rs).
    #[test]
    fn a_funnels_sums_are_its_pooled_share_and_its_places_are_all_of_it() {
        let report = report("published-2024.csv", &Query::default());
        let funnel = report.funnel.iter().find(|f| funnel_sums(f) == (13_000, 116_030)).unwrap();
        let (missing, children) = funnel_sums(funnel);
        assert!((missing as f64 / children as f64 - funnel.pooled).abs() < 1e-15);
        let counts = |adjusted| funnel_places(funnel, adjusted).map(|(_, count)| count);
        assert_eq!(counts(false).iter().sum::<u64>(), 149);
        assert_eq!(149 - counts(false)[2], 67);
        assert_eq!(149 - counts(true)[2], 19);
    }

    #[test]
    fn months_and_carried_over_incidents_are_all_incidents() {
        let exact = report("ssda903", &Query::default());
        for profile in &exact.profiles {
            let months: u64 = profile.months.values().filter_map(|count| count.number()).sum();
            assert_eq!(began_in_period(profile), months);
        }
        assert_eq!(hidden_numbers(&exact), HiddenNumbers { all: 0, of_groups: 0 });
        let safe = report("ssda903", &Query { disclosure: Disclosure::Safe, ..Query::default() });
        let json = safe.to_json();
        // Counts every `"c"` in the profiles and the answers of the report as data, leaving changes and files aside.
        let written: serde_json::Value = serde_json::from_str(&json).unwrap();
        let in_profiles: usize =
            written["profiles"].as_array().unwrap().iter().map(|of| of.to_string().matches("\"c\"").count()).sum();
        let not_found = safe.profiles.iter().filter(|of| of.not_found == Shown::Confidential).count();
        let in_answers = written["foi"]["years"].to_string().matches("\"count\":\"c\"").count();
        assert_eq!(hidden_numbers(&safe).of_groups, (in_profiles - not_found + in_answers) as u64);
        assert_eq!(rows_found(&safe), 0);
        assert!(rows_found(&exact) > 0);
    }

    #[test]
    fn authorities_that_did_not_give_both_are_the_others() {
        let report = report("answers-2024.csv", &Query::default());
        let coverage = report.coverage.iter().find(|of| of.both == 135).unwrap();
        assert_eq!(without_both(coverage), (212, 77));
        let lists = report.respondents.iter().find(|of| authorities_in(&of.both) == 135).unwrap();
        let rest =
            [&lists.children_and_range, &lists.children_only, &lists.missing_only, &lists.neither, &lists.not_named];
        assert_eq!(rest.iter().map(|list| authorities_in(list)).sum::<u64>(), 77);
    }
}
