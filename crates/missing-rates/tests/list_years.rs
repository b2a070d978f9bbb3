//! Lists of trafficked children of one year beside returns of two: no year is answered for with the list of another.
#![allow(clippy::unwrap_used)]

use crate::support::two_years::{asked, children, two_years, whole};
use missing_rates::Query;
use missing_rates::cohort::Cohort;
use missing_rates::period::Period;
use missing_rates::report::{Disclosure, FoiDoubt, FoiNeed, Module, NotHeld, Problem, Report, Shown};

const LIST: &str = "CHILD,TRAFFICKED\n1,confirmed\n2,suspected\n";

fn with(lists: &[(&'static str, &str)], query: impl FnOnce(&mut Query)) -> Report {
    let lists = lists.iter().map(|(name, text)| (*name, (*text).to_owned()));
    asked(&two_years().into_iter().chain(lists).collect::<Vec<_>>(), |asked| {
        whole(asked);
        query(asked);
    })
}

/// What question 1(a) is answered with for each calendar year: a number, or why there is none.
fn confirmed(report: &Report) -> Vec<Result<u64, NotHeld>> {
    let years = report.foi.as_ref().unwrap().years.iter();
    let answer = |year: &missing_rates::report::FoiYear| {
        let answer = year.answers.iter().find(|answer| answer.question == "1a").unwrap();
        answer.count.and_then(Shown::number).ok_or_else(|| answer.not_held.unwrap())
    };
    years.map(answer).collect()
}

fn changes(report: &Report) -> usize {
    report.changes.iter().filter(|change| change.cohort == Cohort::Trafficked).count()
}

const OTHER: Result<u64, NotHeld> = Err(NotHeld::ListOfAnotherYear);

#[test]
fn a_list_answers_for_the_year_that_its_name_says_and_for_no_other() {
    for (name, in_2025, answers) in [
        ("trafficked 2024.csv", None, [Ok(1), OTHER, OTHER]),
        ("NRM cohort 2023-24.csv", None, [Ok(1), OTHER, OTHER]),
        ("trafficked 2025.csv", Some(2), [OTHER, OTHER, Ok(1)]),
        ("trafficked 2024-25.csv", Some(2), [OTHER, OTHER, Ok(1)]),
        ("trafficked 2019.csv", None, [OTHER, OTHER, OTHER]),
        ("trafficked 2023.csv", None, [OTHER, OTHER, OTHER]),
    ] {
        let report = with(&[(name, LIST)], |_| {});
        assert_eq!(children(&report, Cohort::Trafficked), in_2025, "{name}");
        assert_eq!(confirmed(&report), answers, "{name}");
        assert_eq!(changes(&report), 0, "{name}");
        let said = report.findings.iter().any(|found| found.rule == "list-of-another-year");
        assert_eq!(said, in_2025.is_none(), "{name}");
        let lacks = report.not_covered.iter().any(|of| (of.module, of.year) == (Module::List, Some(2025)));
        assert_eq!(lacks, in_2025.is_none(), "{name}");
    }
    // The question says which list is needed.
    let report = with(&[("trafficked 2025.csv", LIST)], |_| {});
    let year = &report.foi.as_ref().unwrap().years[1];
    let answer = year.answers.iter().find(|answer| answer.question == "1a").unwrap();
    assert_eq!(answer.needs, [FoiNeed { module: Module::List, year: Some(2024) }]);
}

#[test]
fn a_list_that_names_no_year_is_used_for_all_and_that_is_said() {
    let report = with(&[("trafficked.csv", LIST)], |_| {});
    assert_eq!(confirmed(&report), [Ok(1), Ok(1), Ok(1)]);
    assert!(changes(&report) > 0);
    let foi = report.foi.as_ref().unwrap();
    assert!(foi.years.iter().all(|year| year.doubts == [FoiDoubt::SameList]), "{:?}", foi.years);
    // It is said of the answers that it is about.
    for answer in foi.years.iter().flat_map(|year| &year.answers) {
        let is_about = matches!(answer.cohort, Cohort::Trafficked | Cohort::TraffickedAndUnaccompanied);
        assert_eq!(FoiDoubt::SameList.is_about(answer), is_about);
    }
    // Of one return, it is that return's.
    let mut files = two_years();
    files.retain(|(name, _)| name.contains("2025"));
    files.push(("trafficked.csv", LIST.to_owned()));
    let report = asked(&files, whole);
    assert!(report.foi.unwrap().years.iter().all(|year| year.doubts.is_empty()));
}

#[test]
fn what_a_person_says_of_a_list_comes_before_its_name() {
    for (name, year, in_2025) in [("trafficked 2019.csv", 2025, Some(2)), ("trafficked.csv", 2024, None)] {
        let report = with(&[(name, LIST)], |query| {
            query.years_by_name.insert(name.to_owned(), year);
        });
        assert_eq!(children(&report, Cohort::Trafficked), in_2025, "{name}");
    }
}

#[test]
fn of_two_lists_each_answers_for_its_own_year() {
    let lists = [
        ("trafficked 2024.csv", "CHILD,TRAFFICKED\n1,confirmed\n"),
        ("trafficked 2025.csv", "CHILD,TRAFFICKED\n2,confirmed\n3,confirmed\n"),
    ];
    let files: Vec<_> = two_years().into_iter().chain(lists.map(|(name, text)| (name, text.to_owned()))).collect();
    let returns = crate::support::returns(&files);
    let mut query = Query::default();
    whole(&mut query);
    // Each names its own year, so nobody has to say how they are used.
    assert!(returns.report(&query).same_module.is_empty());
    for (year, expected) in [(2024, 1), (2025, 2)] {
        let report = returns.report(&Query { period: Period::collection_year(year), ..query.clone() });
        assert_eq!(children(&report, Cohort::Trafficked), Some(expected), "{year}");
        assert_eq!(confirmed(&report), [Ok(1), Ok(3), Ok(2)], "{year}");
        let safe = Query { period: Period::collection_year(year), disclosure: Disclosure::Safe, ..query.clone() };
        let counts = returns.report(&safe).foi.unwrap().years;
        let shown = counts.iter().flat_map(|year| &year.answers).filter_map(|answer| answer.count?.number());
        assert!(shown.filter(|count| (1..=5).contains(count)).count() == 0, "{year}");
    }
}

#[test]
fn lists_that_may_be_of_one_year_are_asked_about_and_those_of_two_contradict_nothing() {
    let list = |rows: &str| format!("CHILD,TRAFFICKED\n{rows}\n");
    for (names, asked) in [
        (["trafficked 2023-24.csv", "trafficked 2024-25.csv"], false),
        (["trafficked 2024.csv", "trafficked 2025.csv"], false),
        (["trafficked 2024-25.csv", "trafficked 2024-25 v2.csv"], true),
        (["trafficked 2024.csv", "trafficked 2024-25.csv"], true),
        (["trafficked.csv", "trafficked 2024-25.csv"], true),
    ] {
        let report = with(&[(names[0], &list("1,no")), (names[1], &list("1,confirmed\n2,no"))], |_| ());
        assert_eq!(report.same_module.len(), usize::from(asked), "{names:?}");
        assert!(!report.findings.iter().any(|of| of.rule == "list-differs"), "{names:?}");
    }
    let both = list("1,no\n1,confirmed");
    let report = with(&[("trafficked 2023-24.csv", &both), ("trafficked 2024-25.csv", &list("2,no"))], |_| ());
    assert_eq!(report.findings.iter().filter(|of| of.rule == "list-differs").count(), 1);
}

#[test]
fn a_column_of_one_year_says_it_as_the_name_would() {
    let list = |heading: &str, years: [&str; 2]| {
        format!("CHILD,{heading},TRAFFICKED\n1,{},confirmed\n2,{},suspected\n", years[0], years[1])
    };
    for (heading, years, in_2025, answers) in [
        ("Year", ["2023-24", "2023/24"], None, [Ok(1), OTHER, OTHER]),
        ("Year", ["2024", "2024"], None, [Ok(1), OTHER, OTHER]),
        ("Year ending", ["31 March 2025", "31/03/2025"], Some(2), [OTHER, OTHER, Ok(1)]),
        ("Financial year", ["2024/25", "2024/25"], Some(2), [OTHER, OTHER, Ok(1)]),
        ("Reporting year", ["2025", "2025"], Some(2), [OTHER, OTHER, Ok(1)]),
        ("Year", ["2019", "2019"], None, [OTHER, OTHER, OTHER]),
        // It does not say the year of every row.
        ("Year", ["2024-25", ""], Some(2), [Ok(1), Ok(1), Ok(1)]),
        ("Year of referral", ["2019", "2019"], Some(2), [Ok(1), Ok(1), Ok(1)]),
    ] {
        let report = with(&[("trafficked.csv", &list(heading, years))], |_| {});
        assert_eq!((children(&report, Cohort::Trafficked), confirmed(&report)), (in_2025, answers.into()), "{heading}");
        let not_read = report.findings.iter().any(|found| found.rule == "list-column-not-read");
        assert_eq!(not_read, answers[0] == Ok(1) && answers[1] == Ok(1), "{heading} {years:?}");
    }
    // Days of two years, as of any.
    let report = with(&[("trafficked.csv", &list("Year ending", ["31/03/2024", "31/03/2025"]))], |_| {});
    assert!(report.files.iter().any(|file| matches!(file.problem, Some(Problem::RowsOfOtherDays { .. }))));
}

#[test]
fn a_column_and_a_name_of_two_years_are_asked_about() {
    let list = "CHILD,Year,TRAFFICKED\n1,2024-25,confirmed\n2,2024-25,suspected\n";
    for (name, agree) in [
        ("trafficked 2024-25.csv", true),
        ("trafficked 2025.csv", true),
        ("trafficked 2024.csv", true),
        ("trafficked 2023-24.csv", false),
        ("trafficked 2023.csv", false),
    ] {
        let problem =
            |report: &Report| report.files.iter().find(|file| file.name == name).and_then(|file| file.problem.clone());
        let report = with(&[(name, list)], |_| {});
        assert_eq!(children(&report, Cohort::Trafficked), agree.then_some(2), "{name}");
        assert_eq!(problem(&report), (!agree).then_some(Problem::WhichYear), "{name}");
        let said = with(&[(name, list)], |query| {
            query.years_by_name.insert(name.to_owned(), 2025);
        });
        assert_eq!((children(&said, Cohort::Trafficked), problem(&said)), (Some(2), None), "{name}");
    }
}
