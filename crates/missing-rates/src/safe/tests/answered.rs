//! What a safe report of answers still shows where one authority gives itself away, contradicts itself, or is given away by
//! what the Department publishes: hiding more would keep nothing from anybody.

use super::made::returns;
use crate::Query;
use crate::cohort::{Cohort, Count};
use crate::report::{Disclosure, Level, Report, Total};

const HEADINGS: &str = "Looked-after children,Looked-after children who went missing,Missing incidents of looked-after children,\
                        Looked-after children who went missing more than once,UASC,UASC missing";

/// Lines of `Authority,children,missing,incidents,more than once,unaccompanied,unaccompanied and missing`.
fn reports(period: &str, lines: [&str; 4]) -> [Report; 2] {
    let lines = lines.map(|line| line.replacen(',', ",2024,", 1)).join("\n");
    let returns = returns(&vec![("answers.csv".to_owned(), format!("Authority,{period},{HEADINGS}\n{lines}\n"))]);
    [Disclosure::Exact, Disclosure::Safe].map(|disclosure| returns.report(&Query { disclosure, ..Query::default() }))
}

fn totals<'a>(report: &'a Report, is: impl Fn(&Total) -> bool + 'a) -> impl Iterator<Item = &'a Total> {
    report.totals.iter().filter(move |total| total.exact.is_some() && is(total))
}

fn is_sum(total: &Total) -> bool {
    total.area.level != Level::Authority
}

fn of(total: &Total, name: &str, cohort: Cohort, count: Count) -> bool {
    (total.area.name, total.cohort, total.measure) == (Some(name), cohort, count)
}

/// Every number of more than few that the exact report has of such is in the safe one.
fn are_shown(exact: &Report, safe: &Report, is: fn(&Total) -> bool) {
    let large = |total: &&Total| total.exact.is_some_and(|n| n > 5);
    let of_these: Vec<&Total> = totals(exact, is).filter(large).collect();
    assert!(!of_these.is_empty());
    for total in of_these {
        assert!(safe.totals.contains(total), "{total:?}");
    }
}

/// Six unaccompanied children fewer who went missing would be more than there are others.
#[test]
fn answers_that_contradict_each_other_hide_sums_of_their_own_cohort_alone() {
    let [exact, safe] = reports(
        "Year",
        ["Bradford,25,10,14,2,20,3", "Leeds,80,20,40,7,30,12", "Kent,100,30,70,15,40,14", "Derby,100,30,70,15,40,9"],
    );
    are_shown(&exact, &safe, |total| is_sum(total) && total.cohort == Cohort::All);
    let hidden = |total: &Total| of(total, "Bradford", Cohort::Unaccompanied, Count::ChildrenMissing);
    assert_eq!((totals(&exact, hidden).count(), totals(&safe, hidden).count()), (1, 0));
}

/// One incident more than children: the Department's totals say that one child went missing more than once.
#[test]
fn what_the_department_gives_away_hides_nothing_for_its_sake() {
    let [exact, safe] = reports(
        "Year ending 31 March",
        ["Bradford,60,10,11,1,20,0", "Leeds,80,20,40,7,30,12", "Kent,100,30,70,15,40,14", "Derby,100,30,70,15,40,9"],
    );
    are_shown(&exact, &safe, |total| !of(total, "Bradford", Cohort::All, Count::ChildrenMissingMoreThanOnce));
    let hidden = |total: &Total| of(total, "Bradford", Cohort::All, Count::ChildrenMissingMoreThanOnce);
    assert_eq!((totals(&exact, hidden).count(), totals(&safe, hidden).count()), (1, 0));
}

/// Sums of what the Department publishes of each are known; those with a small number among them are not.
#[test]
fn sums_of_what_the_department_publishes_are_shown() {
    let [exact, safe] = reports(
        "Year ending 31 March",
        ["Bradford,25,10,14,2,20,3", "Leeds,80,20,40,7,30,4", "Kent,100,30,70,15,40,2", "Derby,100,30,70,15,40,1"],
    );
    are_shown(&exact, &safe, |total| {
        let is_published = [Count::Children, Count::ChildrenMissing, Count::MissingIncidents].contains(&total.measure);
        is_sum(total) && total.cohort == Cohort::All && is_published
    });
}

/// Relations hold through numbers that nobody was asked for. Each of these tables once gave a small number away by what is
/// listed beside it.
#[test]
fn what_nobody_was_asked_for_gives_nothing_away() {
    type Told = Vec<(&'static str, (Cohort, Count))>;
    let all = |count| (Cohort::All, count);
    let unaccompanied = |count| (Cohort::Unaccompanied, count);
    let cases: [(&str, Told); 3] = [
        // Every child of Derby is unaccompanied, so all 14 incidents are of those: Leeds has 3.
        (
            "Authority,Year,Looked-after children,Missing incidents of looked-after children,UASC missing,\
             UASC missing incidents\nKent,2023,60,40,20,22\nLeeds,2023,58,45,3,3\nDerby,2023,12,14,12,14\n",
            vec![("Derby", all(Count::Children)), ("Derby", unaccompanied(Count::ChildrenMissing))],
        ),
        // 7 incidents of the others are of 7 children at most, and 13 are unaccompanied: 3 of 23 never went missing.
        (
            "Authority,Year,Looked-after children,Looked-after children missing,Missing incidents of looked-after children,\
             UASC,UASC missing incidents\nKent,2024,23,20,23,13,16\nLeeds,2024,14,13,15,7,6\n\
             Derby,2024,14,14,Refused s.12,10,10\n",
            vec![
                ("Kent", all(Count::MissingIncidents)),
                ("Kent", unaccompanied(Count::Children)),
                ("Kent", unaccompanied(Count::MissingIncidents)),
                ("England", all(Count::ChildrenMissing)),
            ],
        ),
        // 14 went missing at least, and of 7 who were trafficked one did not: 1 or 2 of 16.
        (
            "Authority,Year,Looked-after children,Looked-after children missing,UASC missing,UASC missing incidents,\
             Trafficked,Trafficked missing incidents\nKent,2024,16,14,14,18,7,6\nLeeds,2024,15,14,6,6,7,6\n",
            vec![
                ("Kent", all(Count::Children)),
                ("Kent", unaccompanied(Count::ChildrenMissing)),
                ("Kent", (Cohort::Trafficked, Count::Children)),
                ("Kent", (Cohort::Trafficked, Count::MissingIncidents)),
            ],
        ),
    ];
    for (table, told) in cases {
        let returns = returns(&vec![("answers.csv".to_owned(), table.to_owned())]);
        let safe = returns.report(&Query { disclosure: Disclosure::Safe, ..Query::default() });
        let is_shown = |(name, (cohort, count)): &(&str, (Cohort, Count))| {
            totals(&safe, |total| of(total, name, *cohort, *count)).next().is_some()
        };
        assert!(!told.iter().all(is_shown), "{table}");
    }
}
