//! A return of four children, one of whom went missing, beside a list of trafficked children.

use missing_rates::area::authority_named;
use missing_rates::cohort::{Cohort, Count};
use missing_rates::read::Reader;
use missing_rates::report::{FileEntry, FileKind, Report};
use missing_rates::{Query, Returns};

pub(crate) const EPISODES: &str =
    "CHILD,DECOM,LS,DEC\n1,01/05/2024,C2,\n2,01/05/2024,C2,\n3,01/05/2024,C2,\n4,01/05/2024,C2,\n";
pub(crate) const MISSING: &str = "CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2024,02/06/2024\n";
pub(crate) fn returns(list: &str) -> Returns {
    let mut returns = Returns::default();
    let files = [("NRM tracker.csv", list), ("episodes.csv", EPISODES), ("missing.csv", MISSING)];
    for (id, (name, text)) in (0..).zip(files) {
        let mut reader = Reader::new(name, Vec::new());
        reader.push(text.as_bytes());
        returns.add(id, reader.finish());
    }
    returns
}

/// How many trafficked children are counted, if any number is given.
pub(crate) fn trafficked(report: &Report) -> Option<u64> {
    let of = |cohort: Cohort| matches!(cohort, Cohort::Trafficked | Cohort::TraffickedAndUnaccompanied);
    let counts = report.totals.iter().filter(|total| total.cohort == Cohort::Trafficked);
    let mut counts = counts.filter(|total| total.measure == Count::Children).filter_map(|total| total.exact);
    let count = counts.next();
    if count.is_none() {
        // Without the count there is no other figure of them either.
        assert!(!report.rates.iter().any(|rate| of(rate.cohort)) && !report.profiles.iter().any(|p| of(p.cohort)));
        assert!(!report.totals.iter().any(|total| of(total.cohort)) && !report.changes.iter().any(|c| of(c.cohort)));
        let foi = report.foi.iter().flat_map(|foi| &foi.years).flat_map(|year| &year.answers);
        assert!(foi.filter(|answer| of(answer.cohort)).all(|answer| answer.count.is_none()));
    }
    count
}

pub(crate) fn beside(tables: [&str; 3], query: &Query) -> Report {
    let mut returns = Returns::default();
    for (id, (name, text)) in (0..).zip(["NRM tracker.csv", "episodes.csv", "missing.csv"].into_iter().zip(tables)) {
        let mut reader = Reader::new(name, Vec::new());
        reader.push(text.as_bytes());
        returns.add(id, reader.finish());
    }
    returns.report(query)
}

pub(crate) fn said(authority: &str) -> Query {
    Query { authority: authority_named(authority).ok().map(|of| of.code), ..Query::default() }
}

/// Everything about all children, whoever they are said to be of.
pub(crate) fn of_all(report: &Report) -> Vec<String> {
    let rates = report.rates.iter().filter(|rate| rate.cohort == Cohort::All);
    let mut all: Vec<String> =
        rates.map(|rate| format!("{:?} {}/{}", rate.measure, rate.numerator, rate.denominator)).collect();
    let totals = report.totals.iter().filter(|total| total.cohort == Cohort::All);
    all.extend(totals.map(|total| format!("{:?} {:?}", total.measure, total.exact)));
    assert!(!all.is_empty());
    all
}

/// The entry of the list, whose name a safe report hides.
pub(crate) fn entry_of_list(report: &Report) -> &FileEntry {
    report.files.iter().find(|file| file.kind == FileKind::ChildList).unwrap()
}

pub(crate) fn entry(report: &Report) -> &FileEntry {
    report.files.iter().find(|file| file.name.starts_with("NRM")).unwrap()
}
