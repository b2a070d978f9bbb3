//! Years and incidents that titles, banners and names of sheets name: figures are never taken for those of another year, and
//! incidents never for children.

use crate::support::{found, report_for, returns, set_aside};
use missing_rates::Query;
use missing_rates::area::AreaCode;
use missing_rates::cohort::Share;
use missing_rates::period::Period;
use missing_rates::report::{Basis, Problem, Rate, Reason, Report};

const TABLE: &str = "Authority,UASC,UASC missing\nKent,100,12\nHull,40,3\n";

fn calendar(year: i32) -> Option<Period> {
    Period::calendar_year(year)
}

/// Children who went missing, and all, in the United Kingdom in each period.
fn counted(report: &Report) -> Vec<(String, u64, u64)> {
    let of = |rate: &&Rate| {
        let whole = rate.area.code.as_ref().map(AreaCode::as_str) == Some("K02000001");
        whole && (rate.measure, rate.basis) == (Share::Missing, Basis::Matched)
    };
    let of_year = |rate: &Rate| (rate.period.to_string()[..4].to_owned(), rate.numerator, rate.denominator);
    let mut all: Vec<_> = report.rates.iter().filter(of).map(of_year).collect();
    all.sort();
    all
}

fn of_2024(numerator: u64, denominator: u64) -> Vec<(String, u64, u64)> {
    vec![("2024".to_owned(), numerator, denominator)]
}

fn in_doubt(report: &Report) -> Option<&[String]> {
    report.files.iter().find_map(|file| match &file.problem {
        Some(Problem::PeriodInDoubt { named }) => Some(named.as_slice()),
        _ => None,
    })
}

#[test]
fn a_sheet_or_a_title_that_names_another_year_is_asked_about() {
    for name in ["Responses 2023", "FY23", "Replies 2022-23", "Replies '23", "Replies to Q1 2024", "Requests 2023"] {
        let report = report_for(&[(&*format!("tracker.xlsx › {name}"), TABLE)], calendar(2024));
        assert_eq!(in_doubt(&report), Some(&[name.to_owned()][..]), "{name}");
        assert_eq!(counted(&report), [], "{name}");
    }
    for title in
        ["Responses for 2023", "Responses to our survey of 2022 and 2023", "Replies, year ending 31 March 2023"]
    {
        let report = report_for(&[("answers.csv", format!("\"{title}\",,\n{TABLE}"))], calendar(2024));
        assert!(in_doubt(&report).is_some() && counted(&report).is_empty(), "{title}");
    }
    assert!(in_doubt(&report_for(&[("Responses 2023.csv", TABLE)], calendar(2024))).is_some());
}

#[test]
fn a_name_or_title_of_the_year_that_is_asked_for_or_of_no_figures_is_not_asked_about() {
    for name in [
        "tracker.xlsx › Responses 2024",
        "tracker.xlsx › Responses",
        "tracker.xlsx › Sheet1",
        "FOI 2025.csv",
        "answers received 2025.csv",
        "Responses 2025.xlsx › Responses 2024",
    ] {
        let report = report_for(&[(name, TABLE)], calendar(2024));
        assert_eq!((in_doubt(&report), counted(&report)), (None, of_2024(15, 140)), "{name}");
    }
    for title in [
        "Freedom of Information Act 2000",
        "Our ref 2025/1234",
        "FOI 2025/1234",
        "Received 12/02/2025",
        "12 February 2025",
        "Request of 2025",
        "Responses for 2024",
        "Children aged 16-17 are counted too",
    ] {
        let report = report_for(&[("answers.csv", format!("\"{title}\",,\n{TABLE}"))], calendar(2024));
        if title.contains("aged") {
            assert_eq!(in_doubt(&report), None, "{title}");
        } else {
            assert_eq!((in_doubt(&report), counted(&report)), (None, of_2024(15, 140)), "{title}");
        }
    }
    // Rows that say their own year are of that year, whatever the sheet is called.
    let own = "Authority,Year,UASC,UASC missing\nKent,2024,100,12\nHull,2024,40,3\n";
    let report = report_for(&[("tracker.xlsx › Responses 2023", own)], calendar(2024));
    assert_eq!((in_doubt(&report), counted(&report)), (None, of_2024(15, 140)));
}

#[test]
fn a_title_of_another_year_than_the_name_of_its_sheet_is_asked_about() {
    for title in ["Responses for 2023", "UASC 2023"] {
        for asked in [None, calendar(2024), calendar(2023)] {
            let text = format!("{title},,\n\n{TABLE}");
            let report = report_for(&[("tracker.xlsx › 2024", text)], asked);
            assert_eq!(in_doubt(&report), Some(&[title.to_owned(), "2024".to_owned()][..]), "{title}");
            assert_eq!(counted(&report), []);
        }
    }
    for title in ["Responses for 2024", "UASC 2024", "UASC", "Freedom of Information Act 2000"] {
        let report = report_for(&[("tracker.xlsx › 2024", format!("{title},,\n\n{TABLE}"))], None);
        assert_eq!(counted(&report), of_2024(15, 140), "{title}");
    }
}

#[test]
fn what_a_person_says_of_the_columns_settles_which_year_they_are_of() {
    let text = format!("Responses for 2023,,\n\n{TABLE}");
    let name = "tracker.xlsx › 2024";
    let mut returns = returns(&[(name, &text)]);
    let (entry, head) = returns.unknown_columns(1).expect("a person can say what its columns are");
    let draft = missing_rates::mapping::Draft::propose(head, Some(entry.kind));
    let mut mapping = draft.so_far(head).unwrap();
    for period in &mut mapping.periods[1..] {
        *period = calendar(2023);
    }
    let mapping = returns.mapped_by(1, &mapping).unwrap();
    let mut reader = missing_rates::read::Reader::mapped(name, mapping);
    reader.push(text.as_bytes());
    returns.add(1, reader.finish());
    let report = returns.report(&Query::default());
    assert_eq!((in_doubt(&report), counted(&report)), (None, vec![("2023".to_owned(), 15, 140)]));
}

#[test]
fn rows_below_a_year_alone_are_of_that_year() {
    const HEAD: &str = "Authority,UASC,UASC missing\n";
    let text = format!("{HEAD}2023,,\nKent,100,12\nHull,40,3\n2024,,\nYork,50,30\nLeeds,60,6\n");
    // As a merged cell gives it.
    let merged = text.replace("2023,,", "2023,2023,2023").replace("2024,,", "2024,2024,2024");
    for text in [&text, &merged] {
        let report = report_for(&[("answers.csv", text)], calendar(2024));
        assert_eq!(counted(&report), of_2024(36, 110), "{text}");
        assert!(set_aside(&report, "answers.csv").contains(&(Reason::OutsidePeriod, 2)), "{text}");
        assert!(found(&report).contains(&("period-from-row", 2)), "{text}");
        let both = counted(&report_for(&[("answers.csv", text)], None));
        assert_eq!(both, [("2023".to_owned(), 15, 140), ("2024".to_owned(), 36, 110)], "{text}");
    }
    // Rows above the first year, whatever is asked.
    for year in [2023, 2024] {
        let text = format!("{HEAD}Kent,100,12\nHull,40,3\n2023,,\nYork,50,30\nLeeds,60,6\n");
        let report = report_for(&[("answers.csv", text)], calendar(year));
        assert!(in_doubt(&report).is_some());
        assert!(counted(&report).iter().all(|(_, numerator, _)| *numerator == 36), "{:?}", counted(&report));
    }
    // A year that is not wholly understood begins another table.
    for between in ["Responses 2023", "FY23", "2023 and 2022", "Responses in 2023,Responses in 2023,Responses in 2023"]
    {
        let text = format!("{TABLE}{between}\nYork,50,30\nLeeds,60,6\n");
        let report = report_for(&[("answers.csv", text)], calendar(2024));
        assert_eq!(counted(&report), of_2024(15, 140), "{between}");
        assert!(found(&report).iter().any(|(rule, _)| *rule == "below-other-headings"), "{between}");
    }
    // One figure a row.
    let long = "Authority,Measure,Answer\n2023,,\nKent,UASC,100\nKent,UASC missing,12\n2024,,\nKent,UASC,90\nKent,UASC missing,9\n";
    assert_eq!(counted(&report_for(&[("answers.csv", long)], calendar(2024))), of_2024(9, 90));
    // Headings that say their year are not of another one.
    let text = "Authority,UASC 2024,UASC missing 2024\nKent,100,12\nHull,40,3\n2023,,\nYork,50,30\n";
    assert_eq!(counted(&report_for(&[("answers.csv", text)], calendar(2024))), of_2024(15, 140));
    // Notes, and the year that is said already, begin nothing.
    for between in ["Published 2025", "Freedom of Information Act 2000", "Ref 2025/1234", "Answers of 2024", ",,"] {
        let text = format!("UASC 2024,,\n{TABLE}{between}\nYork,50,30\nLeeds,60,6\n");
        assert_eq!(counted(&report_for(&[("answers.csv", text)], calendar(2024))), of_2024(51, 250), "{between}");
    }
}

#[test]
fn incidents_in_a_title_are_not_children() {
    const OWN: &str = "Authority,Year,UASC,UASC missing\nKent,2024,100,12\nHull,2024,40,3\n";
    let of = |name: &str, text: &str| counted(&report_for(&[(name, text)], None));
    for name in ["tracker.xlsx › Missing incidents", "tracker.xlsx › Episodes", "Instances 2024.csv"] {
        assert_eq!(of(name, OWN), [], "{name}");
    }
    for title in ["Missing episodes 2024", "UASC: instances of going missing", "Figures are incidents not children"] {
        assert_eq!(of("answers.csv", &format!("{title},,,\n{OWN}")), [], "{title}");
    }
    // One figure a row.
    let long = "Authority,Year,Measure,Answer\nKent,2024,UASC,100\nKent,2024,UASC missing,12\n";
    assert_eq!(of("answers.csv", long), of_2024(12, 100));
    assert_eq!(of("tracker.xlsx › Incidents", long), []);
    // Between rows.
    let below = format!("{OWN}Missing incidents\nYork,2024,50,30\n");
    assert_eq!(of("answers.csv", &below), of_2024(15, 140));
    // Titles of children, notes, and headings that say which of the two they count.
    for title in ["Children who had a missing incident", "For instance", "UASC who went missing"] {
        assert_eq!(of("answers.csv", &format!("{title},,,\n{OWN}")), of_2024(15, 140), "{title}");
    }
    for head in [
        "Authority,Year,UASC children,UASC children missing",
        "Authority,Year,UASC,UASC missing,UASC missing incidents",
    ] {
        let text = OWN.replace("Authority,Year,UASC,UASC missing", head);
        assert_eq!(of("tracker.xlsx › Missing incidents", &text), of_2024(15, 140), "{head}");
    }
}
