//! Rows that go on to the right of the last heading: a comma in a number that is not in quotation marks moves cells.
#![allow(clippy::unwrap_used)]

use crate::support::{find_rate, found, report};
use missing_rates::cohort::{Cohort, Share};
use missing_rates::report::{Basis, Reason, Report};

const HEAD: &str = "Authority,Year,Looked-after children,Looked-after children who went missing";

fn counted(report: &Report) -> Option<(u64, u64)> {
    let rate = find_rate(report, Some("E92000001"), Cohort::All, Share::Missing, Basis::Matched)?;
    Some((rate.numerator, rate.denominator))
}

fn longer(report: &Report) -> u64 {
    report.set_aside.iter().filter(|of| of.reason == Reason::BesideHeadings).map(|of| of.count).sum()
}

#[test]
fn a_row_that_is_longer_than_the_headings_is_not_used_wherever_it_is() {
    for head in [HEAD.to_owned(), format!("{HEAD},"), format!("{HEAD},,,")] {
        for row in ["Kent,2024,9000,1,200", "Kent,2024,9,000,1200", "Kent,2024,100,20,these are incidents"] {
            for rows in [format!("{row}\nEssex,2024,2000,300\n"), format!("Essex,2024,2000,300\n{row}\n")] {
                let said = report(&[("a.csv", format!("{head}\n{rows}"))]);
                assert_eq!((counted(&said), longer(&said)), (Some((300, 2000)), 1), "{head}: {rows}");
                assert!(found(&said).contains(&("row-longer-than-headings", 1)), "{rows}");
            }
        }
    }
    // Two layers of headings, and one row for each figure.
    let layers = "2024,,\n,UASC,\nAuthority,Number in care,Number who went missing\nKent,9000,1,200\nEssex,2000,300\n";
    let said = report(&[("a.csv", layers)]);
    assert_eq!(longer(&said), 1);
    let rows = "Authority,Year,Measure,Value\nKent,2024,Looked-after children,1,200\nKent,2024,Looked-after children who went missing,300\n";
    let said = report(&[("a.csv", rows)]);
    assert_eq!((counted(&said), longer(&said)), (None, 1));
}

#[test]
fn empty_cells_and_columns_with_a_heading_are_no_longer_row() {
    let empty = format!("{HEAD}\nKent,2024,9000,1200,,,\nEssex,2024,2000,300, ,\u{a0}\n");
    let notes = format!("{HEAD},Notes\nKent,2024,9000,1200,see the letter\nEssex,2024,2000,300,\n");
    for text in [empty, notes] {
        let said = report(&[("a.csv", text)]);
        assert_eq!((counted(&said), longer(&said)), (Some((1500, 11000)), 0));
    }
}

#[test]
fn a_note_in_any_column_below_the_rows_is_heeded() {
    for note in [",Girls only,,", ",,Girls only,", ",,,Girls only", ",,,,Girls only"] {
        let said = report(&[("a.csv", format!("{HEAD}\nKent,2024,100,20\n,,,\n{note}\n"))]);
        assert_eq!(counted(&said), None, "{note}");
    }
}
