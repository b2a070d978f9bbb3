//! Years in columns beside an empty corner: read where what is above leaves one reading, asked about otherwise. And a title of those who
//! went missing above headings that do not say so.

use crate::support::{found, report};
use missing_rates::report::{Basis, Level, Problem, Report};

/// Whose shares there are: the name, the last year of the period, and the two numbers.
fn shares(report: &Report) -> Vec<(&str, i32, u64, u64)> {
    let of_one = report.rates.iter().filter(|rate| rate.area.level == Level::Authority && rate.basis == Basis::Matched);
    let mut found: Vec<_> = of_one
        .map(|rate| {
            let name = rate.area.name.unwrap_or_default();
            (name, rate.period.end().ymd().0, rate.numerator, rate.denominator)
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn of(text: &str) -> Report {
    report(&[("a.csv", text)])
}

const ROWS: &str = "Looked after children,100,110\nLooked after children who went missing,10,11\n";

#[test]
fn years_beside_an_empty_corner_are_read_where_one_reading_is_left() {
    let kent = vec![("Kent", 2022, 10, 100), ("Kent", 2023, 11, 110)];
    for corner in [",2022,2023", "Year,2022,2023", ",2022,2023,Total"] {
        let read = of(&format!("Kent County Council,,\n{corner}\n{ROWS}"));
        assert_eq!(shares(&read), kent, "{corner}");
    }
    let two = "Kent,Looked after children,100,110\n,Looked after children who went missing,10,11\n";
    assert_eq!(shares(&of(&format!(",,2022,2023\n{two}"))), kent);
    let children = "Looked after children,,\nAuthority,2022,2023\nKent,100,110\n";
    let missing = "Looked after children who went missing,,\n,2022,2023\nKent,10,11\n";
    assert_eq!(shares(&report(&[("a.csv", children), ("b.csv", missing)])), kent);
}

#[test]
fn years_beside_an_empty_corner_are_asked_about_where_nothing_says_whose_they_are() {
    for rows in [ROWS, "Looked after,100,110\nMissing,10,11\n", "Kent,100,110\nLeeds,10,11\n"] {
        let read = of(&format!(",2022,2023\n{rows}"));
        let lacks = matches!(&read.files[0].problem, Some(Problem::MissingColumns { missing, .. }) if missing == &["Authority"]);
        assert!(lacks, "{rows}: {:?}", read.files[0].problem);
    }
    // Of two titles nobody knows which one the rows are of.
    let both = "Looked after children,,\nLooked after children who went missing,,\n,2022,2023\nKent,100,110\n";
    assert!(of(both).files[0].problem.is_some());
    for text in [
        "Kent,,\n,2022,2023\nBoys,100,110\nGirls,10,11\n",
        ",,2022,2023\nKent,Boys,100,110\nKent,Girls,10,11\n",
        ",,2022,2023\nSouth East,Kent,100,110\nSouth East,Medway,10,11\n",
        "Looked after children who went missing,,\n,2022,2023\nBoys,100,110\nGirls,10,11\n",
        "Kent,,\nLooked after children who went missing,,\n,2022,2023\nUASC,100,110\nTrafficked,10,11\n",
    ] {
        let read = of(text);
        assert!(read.totals.iter().all(|total| total.exact.is_none_or(|sum| sum == 0)), "{text}: {:?}", read.totals);
        let asks = ["measure-not-recognised", "authority-not-recognised"];
        assert!(found(&read).iter().any(|(rule, _)| asks.contains(rule)), "{text}");
    }
}

#[test]
fn a_title_of_those_who_went_missing_makes_no_children_in_care() {
    let rows = "Kent,2022,100,800\n";
    for title in ["Children who went missing", "Looked after children who went missing"] {
        let read = of(&format!("{title},,,\nAuthority,Year,UASC,Looked after children\n{rows}"));
        assert!(read.files[0].problem.is_some(), "{title}");
    }
    for (title, heads) in [
        ("Children who went missing", "UASC,UASC who went missing"),
        ("Children missing from care: our answers", "UASC,UASC missing"),
        ("Children in care and missing children", "UASC,Looked after children"),
    ] {
        let read = of(&format!("{title},,,\nAuthority,Year,{heads}\nKent,2022,800,100\n"));
        assert!(read.files[0].problem.is_none(), "{title}: {:?}", read.columns);
    }
}

#[test]
fn a_title_of_a_day_is_asked_about_by_its_name_and_one_of_the_answers_is_not() {
    let heads = "Authority,Year,Looked after children,Looked after children who went missing\nKent,2024/25,600,60\n";
    for title in [
        "31 March",
        "31st March 2025",
        "31 Mar 25",
        "As at 31/03/2025",
        "Position at 31 March 2025",
        "Children looked after on 31 March 2025",
        "End of March 2025",
        "Q4",
    ] {
        for read in
            [of(&format!("{title},,,\n{heads}")), report(&[(&format!("w.xlsx › {}", title.replace('/', ".")), heads)])]
        {
            assert_eq!(shares(&read), [], "{title}");
            let named = |word: &String| word.to_lowercase().replace('/', ".") == title.to_lowercase().replace('/', ".");
            assert!(
                read.columns.iter().any(|column| column.not_understood.iter().any(named)),
                "{title}: {:?}",
                read.columns
            );
        }
    }
    for title in [
        "March 2025 return",
        "2024/25 (provisional)",
        "Year to end of March 2025",
        "Data correct as at 31 March 2025",
        "Published 31 March 2025",
        "Children looked after in the year to 31 March 2025",
    ] {
        assert_eq!(shares(&of(&format!("{title},,,\n{heads}"))), [("Kent", 2025, 60, 600)], "{title}");
    }
}
