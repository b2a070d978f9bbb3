//! Answers that do not say which days they are of, below titles and in files and sheets whose names say it in words that nobody
//! understands: they are never those of the period that is asked for.
#![allow(clippy::unwrap_used)]

use crate::support::report_for;
use missing_rates::report::{Problem, Report};

const TABLE: &str = "Authority,UASC in care,UASC who went missing\nKent,100,10\nSurrey,50,5\n";

fn read(name: &str, title: &str, period: Option<&str>) -> Report {
    let text = if title.is_empty() { TABLE.to_owned() } else { format!("\"{title}\",,\n{TABLE}") };
    report_for(&[(name, text)], period.map(|of| of.parse().unwrap()))
}

fn is_asked_about(report: &Report) -> bool {
    let open = report.columns.iter().any(|column| column.state.asks());
    report.rates.is_empty() && (open || matches!(report.files[0].problem, Some(Problem::PeriodInDoubt { .. })))
}

const YEAR: Option<&str> = Some("2024-01-01/2024-12-31");

#[test]
fn days_in_titles_and_names_that_are_not_understood_are_asked_about() {
    for says in [
        "Year end Mar 24",
        "Year ending Mar 25",
        "YE Mar 24",
        "to 31.3.24",
        "Jan-Dec 23",
        "Jan 24-Dec 24",
        "Apr 23 - Mar 24",
        "CY23",
        "Cal 23",
        "23_24",
        "Q1-Q3",
        "2024 (Q1-Q3)",
        "2024 9m",
        "Winter",
        "total 2020-2024",
        "three year total",
        "last 3 years",
        "P6",
        "Part year 2024",
        "Part-year figures 2024",
        "Figures for half the year",
    ] {
        for (name, title) in
            [("answers.csv".to_owned(), says), (format!("w.xlsx › {says}"), ""), (format!("figures {says}.csv"), "")]
        {
            for period in [YEAR, Some("2023-04-01/2024-03-31"), None] {
                assert!(is_asked_about(&read(&name, title, period)), "{name} {title} {period:?}");
            }
        }
    }
}

#[test]
fn a_cell_that_heads_a_period_is_no_period_of_its_own() {
    for (title, period) in [
        ("Reporting period,1 April 2023 to 31 March 2024", "2023-04-01/2024-03-31"),
        ("Financial year,2023/24", "2023-04-01/2024-03-31"),
        ("Calendar year,2024", "2024-01-01/2024-12-31"),
        ("Year,2024", "2024-01-01/2024-12-31"),
    ] {
        let report = report_for(&[("t.csv", format!("{title}\n\n{TABLE}"))], None);
        assert_eq!(report.periods, [period.parse().unwrap()], "{title}");
        assert!(!report.rates.is_empty(), "{title}");
    }
}

#[test]
fn a_kind_of_year_is_asked_about_where_another_kind_is_asked_for() {
    for says in ["Financial year", "Figures are for financial years"] {
        assert!(is_asked_about(&read("t.csv", says, YEAR)), "{says}");
        assert!(!read("t.csv", says, Some("2023-04-01/2024-03-31")).rates.is_empty(), "{says}");
    }
}

#[test]
fn names_that_say_nothing_of_days_are_no_question_where_a_period_is_asked_for() {
    for says in [
        "Responses",
        "Sheet1",
        "UASC",
        "Table 12",
        "Sent on 12 May 2025",
        "FOI 12345",
        "2024",
        "2024 v2",
        "Version 3",
        "UASC data prepared in Mar 25",
    ] {
        for (name, title) in
            [("answers.csv".to_owned(), says), (format!("w.xlsx › {says}"), ""), (format!("{says}.csv"), "")]
        {
            let report = read(&name, title, YEAR);
            assert!(!report.rates.is_empty(), "{name} {title} {:?}", report.files[0].problem);
        }
    }
}
