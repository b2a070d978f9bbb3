//! Files as people make them that can be read in one way alone, and their look-alikes.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use crate::support::report;
use missing_rates::report::{Basis, Level, Report};

/// Whose shares there are, in which year, and how many.
fn shares(report: &Report) -> Vec<(&str, String, u64, u64)> {
    let of_one = report.rates.iter().filter(|rate| rate.area.level == Level::Authority && rate.basis == Basis::Matched);
    let mut found: Vec<_> = of_one
        .map(|rate| (rate.area.name.unwrap_or_default(), rate.period.to_string(), rate.numerator, rate.denominator))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

const YEAR_2024: &str = "2024-01-01/2024-12-31";
const ROWS: &str = "Authority,Number of UASC,UASC who went missing\nKent,100,10\nLeeds,50,5\n";

fn both() -> Vec<(&'static str, String, u64, u64)> {
    vec![("Kent", YEAR_2024.to_owned(), 10, 100), ("Leeds", YEAR_2024.to_owned(), 5, 50)]
}

#[test]
fn a_title_behind_the_word_response_gives_the_year_of_its_figures() {
    for title in ["FOI responses: UASC 2024", "\"FOI responses: UASC missing from care, January to December 2024\""] {
        assert_eq!(shares(&report(&[("a.csv", format!("{title}\n{ROWS}"))])), both(), "{title}");
    }
    // When they came, or whose they are.
    for title in
        ["FOI responses: 2024", "FOI responses 2024: UASC", "FOI responses 2024", "Police responses: UASC 2024"]
    {
        assert_eq!(shares(&report(&[("a.csv", format!("{title}\n{ROWS}"))])), [], "{title}");
    }
}

#[test]
fn a_year_before_the_words_calendar_year_is_one() {
    let rows = |year: &str| format!("Authority,Year,UASC,UASC missing\nKent,{year},100,10\nLeeds,{year},50,5\n");
    assert_eq!(shares(&report(&[("a.csv", rows("2024 calendar year"))])), both());
    for year in ["2024 calendar", "2024 calendar year to date", "2023/24 calendar year", "FY 2024 calendar year"] {
        assert_eq!(shares(&report(&[("a.csv", rows(year))])), [], "{year}");
    }
}

#[test]
fn sums_of_a_pivot_table_are_read_where_a_heading_says_whose_they_are() {
    let rows = "Sum of UASC,Sum of UASC missing\nKent,100,10\nLeeds,50,5\nGrand Total,150,15\n";
    assert_eq!(shares(&report(&[("2024.csv", format!("Authority,{rows}"))])), both());
    // Below `Row Labels` may be years within authorities, and the average of several years is no number of children.
    assert_eq!(shares(&report(&[("2024.csv", format!("Row Labels,{rows}"))])), []);
    assert_eq!(shares(&report(&[("2024.csv", format!("Authority,{}", rows.replace("Sum", "Average")))])), []);
}
