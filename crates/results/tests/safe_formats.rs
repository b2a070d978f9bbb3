//! What a safe report hides is in no format: two returns of which the same safe report is printed as JSON give the very same
//! text in every other format, though what is hidden differs.
#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;

use missing_rates::cohort::{Cohort, Count};
use missing_rates::read::Reader;
use missing_rates::report::{Disclosure, Level, Report};
use missing_rates::{Query, Returns};
use results::{Context, Settings, foi_workbook, reply, report_workbook, whole_file};
use words::Language::English;

/// Children of one sort: how many, whether they are unaccompanied and on the list, and how often each was missing, and away.
struct Sort(u64, bool, bool, [u64; 2]);

fn return_of(sorts: &[Sort]) -> Returns {
    let mut header = String::from("CHILD,SEX,DOB,ETHNIC\n");
    let mut episodes = String::from("CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n");
    let mut uasc = String::from("CHILD,DUC\n");
    let mut missing = String::from("CHILD,MISSING,MIS_START,MIS_END\n");
    let mut list = String::from("CHILD,TRAFFICKED\n");
    let children = sorts.iter().flat_map(|sort| (0..sort.0).map(move |_| sort));
    for (child, Sort(_, unaccompanied, listed, often)) in (1..).zip(children) {
        writeln!(header, "{child},1,15/06/2009,WBRI").unwrap();
        writeln!(episodes, "{child},01/05/2023,S,C2,U1,,").unwrap();
        if *unaccompanied {
            writeln!(uasc, "{child},").unwrap();
        }
        if *listed {
            writeln!(list, "{child},confirmed").unwrap();
        }
        for (code, often) in [("M", often[0]), ("A", often[1])] {
            for n in 0..often {
                writeln!(missing, "{child},{code},03/{0:02}/2024,04/{0:02}/2024", 5 + n).unwrap();
            }
        }
    }
    let mut returns = Returns::default();
    let files = [("header", header), ("episodes", episodes), ("uasc 2025", uasc), ("missing", missing), ("list", list)];
    for (id, (name, text)) in (1..).zip(files) {
        let mut reader = Reader::new(&format!("{name}.csv"), Vec::new());
        reader.push(text.as_bytes());
        returns.add(id, reader.finish());
    }
    returns
}

/// All children are the same; of the unaccompanied and of those on the list so many of each sort are.
fn with(unaccompanied: [u64; 3], listed: [u64; 3]) -> Returns {
    const ALL: [(u64, [u64; 2]); 3] = [(30, [1, 0]), (24, [3, 0]), (60, [0, 0])];
    let mut sorts = Vec::new();
    for (((all, often), unaccompanied), listed) in ALL.into_iter().zip(unaccompanied).zip(listed) {
        sorts.push(Sort(unaccompanied, true, false, often));
        sorts.push(Sort(listed, false, true, often));
        sorts.push(Sort(all - unaccompanied - listed, false, false, often));
    }
    return_of(&sorts)
}

fn formats(report: &Report, query: &Query) -> Vec<(&'static str, Vec<u8>)> {
    let mut settings = Settings::default();
    settings.query = query.clone();
    let period = report.periods.last().copied();
    let page = whole_file(Context {
        language: English,
        report,
        period,
        settings: &settings,
        returns: None,
        without_books: false,
    });
    vec![
        ("report", format!("{report:?}").into_bytes()),
        ("csv", report.to_csv().into_bytes()),
        ("what it is based on", report.based_on_csv(&English).into_bytes()),
        ("web page", page.into_bytes()),
        ("reply", reply(English, report).unwrap().into_bytes()),
        ("reply as CSV", report.foi_csv(&English).unwrap().into_bytes()),
        ("workbook", format!("{:?}", report_workbook(English, report)).into_bytes()),
        (
            "reply as a workbook",
            format!("{:?}", foi_workbook(English, report, &report.foi_csv(&English).unwrap())).into_bytes(),
        ),
    ]
}

/// What is hidden of a cohort: how many of them went missing, of all who did.
fn missing(report: &Report, cohort: Cohort) -> Option<u64> {
    let is = |of: &&missing_rates::report::Total| {
        (of.area.level, of.cohort, of.measure) == (Level::Return, cohort, Count::ChildrenMissing)
    };
    report.totals.iter().find(is).and_then(|of| of.exact)
}

#[test]
fn two_returns_of_one_safe_report_are_one_in_every_format() {
    let pairs = [
        (with([2, 0, 18], [0, 0, 0]), with([3, 0, 17], [0, 0, 0])),
        (with([0, 0, 0], [1, 2, 20]), with([0, 0, 0], [2, 2, 19])),
        (with([3, 0, 17], [2, 1, 15]), with([4, 0, 16], [2, 1, 15])),
        (with([10, 2, 30], [0, 4, 12]), with([10, 2, 30], [0, 5, 11])),
    ];
    for (at, (one, other)) in pairs.iter().enumerate() {
        let exact = [one, other].map(|of| of.report(&Query::default()));
        let hidden = |cohort: Cohort| exact.iter().map(|of| missing(of, cohort)).collect::<Vec<_>>();
        let cohorts = [Cohort::Unaccompanied, Cohort::Trafficked];
        assert!(cohorts.into_iter().any(|cohort| hidden(cohort)[0] != hidden(cohort)[1]), "{at}: they do not differ");
        for disclosure in [Disclosure::Safe, Disclosure::SafeTo5, Disclosure::SafeTo10] {
            let query = Query { disclosure, ..Query::default() };
            let [one, other] = [one, other].map(|of| of.report(&query));
            assert_eq!(one.to_json(), other.to_json(), "{at} {disclosure:?}");
            for ((format, one), (_, other)) in formats(&one, &query).iter().zip(&formats(&other, &query)) {
                assert!(one == other, "{at} {disclosure:?}: the {format} differs");
            }
        }
    }
}
