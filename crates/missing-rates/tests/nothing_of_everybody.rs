//! What a safe report does not print because it would say something of every child, or of all but few, and what neighbouring
//! lines that are counted together must not say.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fmt::Write as _;

use crate::support::returns;
use missing_rates::Query;
use missing_rates::cohort::{Cohort, Count};
use missing_rates::group::{By, Group};
use missing_rates::report::{Disclosure, Incidents, Profile, Report, Shown};

fn report_by(files: &[(&str, String)], query: &Query) -> Report {
    returns(files).report(query)
}

fn safe(files: &[(&str, String)]) -> Report {
    report_by(files, &Query { disclosure: Disclosure::Safe, ..Query::default() })
}

fn answers(lines: &str) -> Report {
    let head = "Authority,Year,Unaccompanied children,Unaccompanied children who went missing\n";
    safe(&[("answers.csv", format!("{head}{lines}"))])
}

fn exact(report: &Report, name: &str, count: Count) -> Option<u64> {
    let is = |of: &&missing_rates::report::Total| {
        (of.area.name, of.cohort, of.measure) == (Some(name), Cohort::Unaccompanied, count)
    };
    report.totals.iter().find(is)?.exact
}

#[test]
fn all_of_an_authority_are_not_said_to_have_gone_missing() {
    let report = answers("Hampshire,2024,12,12\nKent,2024,40,18\nSurrey,2024,30,14\n");
    assert_eq!(exact(&report, "Hampshire", Count::Children), Some(12));
    assert_eq!(exact(&report, "Hampshire", Count::ChildrenMissing), None);
    assert_eq!(exact(&report, "Kent", Count::ChildrenMissing), Some(18));
    assert_eq!(exact(&report, "United Kingdom", Count::ChildrenMissing), Some(44));
    assert!(report.rates.iter().all(|of| of.numerator < of.denominator));
    assert!(report.funnel.iter().flat_map(|of| &of.authorities).all(|of| of.numerator < of.denominator));
}

/// The Department publishes these of all children.
#[test]
fn all_children_of_a_collection_year_are_said_to_have_gone_missing() {
    let head = "Authority,Year ending 31 March,Looked-after children,Looked-after children who went missing\n";
    let report = safe(&[("answers.csv", format!("{head}Hampshire,2024,12,12\nKent,2024,40,18\n"))]);
    let of = |name| {
        let is =
            |of: &&missing_rates::report::Total| (of.area.name, of.measure) == (Some(name), Count::ChildrenMissing);
        report.totals.iter().find(is).and_then(|of| of.exact)
    };
    assert_eq!((of("Hampshire"), of("Kent")), (Some(12), Some(18)));
}

#[test]
fn all_but_few_of_several_authorities_together_are_not_said_to_have_gone_missing() {
    let report = answers("Leeds,2024,100,98\nEssex,2024,60,58\n");
    assert_eq!(exact(&report, "England", Count::Children), Some(160));
    assert_eq!(exact(&report, "England", Count::ChildrenMissing), None);
    let report = answers("Leeds,2024,100,98\nEssex,2024,60,50\n");
    assert_eq!(exact(&report, "England", Count::ChildrenMissing), Some(148));
}

/// Episodes of children from a date on, each with the days on which it was missing or away.
fn a_return(children: &[(&str, &[&str])]) -> [(&'static str, String); 2] {
    let mut episodes = String::from("CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC\n");
    let mut missing = String::from("CHILD,DOB,MISSING,MIS_START,MIS_END\n");
    for (child, (from, incidents)) in children.iter().enumerate() {
        writeln!(episodes, "{child},{from},S,C2,U1,PR1,,").unwrap();
        for incident in *incidents {
            writeln!(missing, "{child},15/06/2010,{incident}").unwrap();
        }
    }
    [("episodes.csv", episodes), ("missing.csv", missing)]
}

fn profile(report: &Report, code: Incidents, group: Group) -> &Profile {
    let is = |of: &&Profile| (of.cohort, of.code, of.group, of.on_list) == (Cohort::All, code, group, None);
    report.profiles.iter().rfind(is).unwrap()
}

/// One child went missing in March, three to six months after care began, and was still missing in April.
#[test]
fn a_group_has_as_many_children_whatever_happened_to_them() {
    let mut children = vec![("10/09/2023", &["M,05/03/2024,05/04/2024"][..])];
    children.extend([("01/12/2023", &["M,03/05/2024,03/05/2024"][..]); 30]);
    children.extend([("01/12/2023", &["A,03/05/2024,03/05/2024"][..]); 29]);
    children.extend([("01/05/2023", &["M,09/08/2024,09/08/2024"][..]); 30]);
    children.extend([("01/05/2023", &[][..]); 60]);
    let files = a_return(&children);
    for report in [report_by(&files, &Query::default()), safe(&files)] {
        let of = |code| profile(&report, code, Group::From3Months).children;
        assert_eq!((of(Incidents::Missing), of(Incidents::Away)), (Shown::Number(60), Shown::Number(60)));
    }
}

/// Of six children with 13 incidents, one went missing three times.
#[test]
fn lines_counted_together_do_not_follow_from_the_incidents() {
    const THREE: &[&str] = &["M,05/05/2024,05/05/2024", "M,06/06/2024,06/06/2024", "M,07/07/2024,07/07/2024"];
    let mut children = vec![("01/05/2023", &["M,05/05/2024,05/05/2024"][..]); 20];
    children.extend([("01/05/2023", &["M,05/05/2024,05/05/2024", "M,06/06/2024,06/06/2024"][..]); 5]);
    children.push(("01/05/2023", THREE));
    children.extend([("01/05/2023", &[][..]); 124]);
    let report = safe(&a_return(&children));
    let all = report.profiles.iter().find(|of| of.by == By::None && of.code == Incidents::Missing).unwrap();
    assert_eq!((all.incidents, all.children_missing), (Shown::Number(33), Shown::Number(26)));
    assert!(all.times.is_empty() && all.merged.times.is_empty(), "{:?}", all.merged);
}
