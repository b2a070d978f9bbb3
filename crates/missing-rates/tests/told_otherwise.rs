//! What titles, names of sheets, notes below and a column of replies say against the headings and the rows: a person is asked. What
//! agrees with them, and what is about something else, is read without a word.
#![allow(clippy::unwrap_used)]

use crate::support::{find_rate, found, read, report, returns};
use missing_rates::cohort::{Cohort, Share};
use missing_rates::mapping::{Draft, Field, Mapping};
use missing_rates::read::Reader;
use missing_rates::report::{Basis, FileKind, Report};
use missing_rates::{Query, Returns};

const HEAD: &str = "Authority,Year,Looked-after children,Looked-after children who went missing\n";
const ROWS: &str = "Kent,2024,100,30\nSurrey,2024,50,10\n";

fn counted(report: &Report, cohort: Cohort) -> Option<(u64, u64)> {
    let rate = find_rate(report, Some("E92000001"), cohort, Share::Missing, Basis::Matched);
    rate.map(|rate| (rate.numerator, rate.denominator))
}

fn all(name: &str, text: &str) -> Option<(u64, u64)> {
    counted(&report(&[(name, text)]), Cohort::All)
}

fn below(title: &str) -> Option<(u64, u64)> {
    all("a.csv", &format!("\"{title}\",,,\n{HEAD}{ROWS}"))
}

fn above(note: &str) -> Option<(u64, u64)> {
    all("a.csv", &format!("{HEAD}{ROWS},,,\n\"{note}\",,,\n"))
}

const READ: Option<(u64, u64)> = Some((40, 150));

#[test]
fn a_title_about_another_group_than_the_headings_is_asked_about() {
    for title in [
        "Unaccompanied children",
        "UASC",
        "Trafficked children",
        "Unaccompanied children in care",
        "UASC and trafficked children",
    ] {
        assert_eq!(below(title), None, "{title}");
        // Over each column, as a merged cell gives it.
        assert_eq!(all("a.csv", &format!("{title},{title},{title},{title}\n{HEAD}{ROWS}")), None, "{title}");
        assert_eq!(all(&format!("w.xlsx › {title}"), &format!("{HEAD}{ROWS}")), None, "{title}");
    }
    let uasc = |title: &str| {
        let text = format!("{title},,,\nAuthority,Year,UASC,UASC who went missing\n{ROWS}");
        counted(&report(&[("a.csv", text)]), Cohort::Unaccompanied)
    };
    assert_eq!(uasc("Trafficked children"), None);
    for title in
        ["UASC", "Unaccompanied and trafficked children", "Children looked after", "Children missing from care"]
    {
        assert_eq!(uasc(title), READ, "{title}");
    }
    let rows = "Trafficked children,,,\nAuthority,Year,Measure,Value\nKent,2024,UASC,100\nKent,2024,UASC missing,10\n";
    assert_eq!(counted(&report(&[("a.csv", rows)]), Cohort::Unaccompanied), None);
}

#[test]
fn a_title_that_names_the_same_group_or_none_is_read() {
    for title in [
        "Children missing from care",
        "Looked-after children, including UASC",
        "Children in care and unaccompanied children",
        "Includes UASC",
        "UASC = unaccompanied children",
        "Contact: UASC team",
        "Answers of local authorities",
    ] {
        assert_eq!(below(title), READ, "{title}");
    }
}

#[test]
fn a_title_or_a_sheet_that_cuts_the_years_of_the_rows_is_asked_about() {
    for said in
        ["Q1 2024/25", "Year ending 31 March 2024", "January to June 2024", "Figures for 2023/24", "2023-24", "Q1 2024"]
    {
        assert_eq!(below(said), None, "{said}");
        assert_eq!(all(&format!("w.xlsx › {}", said.replace('/', "-")), &format!("{HEAD}{ROWS}")), None, "{said}");
    }
    assert_eq!(below("2022-23"), None);
    for sheet in ["Jan-Jun 2024", "YE Mar 2024"] {
        assert_eq!(all(&format!("w.xlsx › {sheet}"), &format!("{HEAD}{ROWS}")), None, "{sheet}");
    }
    for title in [
        "2024",
        "Calendar year 2024",
        "FOI 2024/123",
        "Published 2025",
        "FOI responses 2025",
        "May 2025",
        "Q1 Number of children in care in 2024",
    ] {
        assert_eq!(below(title), READ, "{title}");
    }
    // Rows of one year are no total of several.
    assert_eq!((below("2020-2024"), below("2020 to 2024")), (None, None));
    // The heading says that its years are those of the title.
    let text = format!("Year ending 31 March 2024,,,\n{}{ROWS}", HEAD.replace("Year", "Financial year"));
    assert_eq!(all("a.csv", &text), READ);
}

#[test]
fn a_sheet_is_named_as_a_title_is_written() {
    for name in ["Percentages", "Care leavers", "Girls"] {
        assert_eq!(all(&format!("w.xlsx › {name}"), &format!("{HEAD}{ROWS}")), None, "{name}");
    }
    assert_eq!(all("w.xlsx › UASC › 2", &format!("{HEAD}{ROWS}")), None);
    for name in ["Sheet1", "Data", "Responses", "Tracker", "2024", "Kent", "Final", "OLD", "Sheet1 › 2"] {
        assert_eq!(all(&format!("w.xlsx › {name}"), &format!("{HEAD}{ROWS}")), READ, "{name}");
    }
}

#[test]
fn a_note_below_that_makes_less_of_the_figures_is_asked_about() {
    for note in [
        "UASC only",
        "Unaccompanied children only",
        "Excludes UASC",
        "Note: all figures are of unaccompanied children",
        "Children aged 16 and 17",
        "* Figures are percentages",
        "Numbers in hundreds",
        "Rates per 1,000 children",
        "Figures are for 2023, not 2024",
        "Figures are for the year ending 31 March 2024",
    ] {
        assert_eq!(above(note), None, "{note}");
        assert_eq!(all("a.csv", &format!("{HEAD}{ROWS}{note:?},,,\nSource: our own records,,,\n")), None, "{note}");
    }
    for note in [
        "Source: UASC national team",
        "Contact: uasc@kent.gov.uk",
        "Note: includes UASC",
        "Percentages may not add up because of rounding",
        "UASC = unaccompanied children",
        "Source: Department 2025",
        "Figures are for 2024",
        "Figures for 2023 are not available",
    ] {
        assert_eq!(above(note), READ, "{note}");
    }
    // Rows below it make it the title of another table.
    let other = "Unaccompanied children,,,\nKent,2024,10,3\n";
    assert_eq!(all("a.csv", &format!("{HEAD}{ROWS},,,\n{other}")), READ);
    // Beside a column of shares, a note may be about that.
    let shares = "Authority,Year,Looked-after children,Looked-after children who went missing,% missing\nKent,2024,100,30,30%\nFigures in % are rounded,,,,\n";
    assert_eq!(all("a.csv", shares), Some((30, 100)));
}

#[test]
fn a_reply_that_was_refused_beside_numbers_is_asked_about() {
    let with = |row: &str| {
        let head = HEAD.replace('\n', ",Status\n");
        counted(&report(&[("a.csv", format!("{head}Kent,2024,100,30,Replied\n{row}\n"))]), Cohort::All)
    };
    for status in ["Refused", "Refused s.12", "Awaiting", "No response", "Not held"] {
        assert_eq!(with(&format!("Surrey,2024,50,10,{status}")), Some((30, 100)), "{status}");
    }
    for status in ["Replied", "Complete", "Closed", "Partial", ""] {
        assert_eq!(with(&format!("Surrey,2024,50,10,{status}")), READ, "{status}");
    }
}

#[test]
fn three_decimals_that_may_be_thousands_are_asked_about() {
    let with = |cell: &str| {
        let text = format!("{HEAD}Kent,2024,\"{cell}\",30\nSurrey,2024,50,10\n");
        counted(&report(&[("a.csv", text)]), Cohort::All)
    };
    for cell in ["1.000", "50.000"] {
        assert_eq!(with(cell), Some((10, 50)), "{cell}");
    }
    for (cell, whole) in [("1,000", 1050), ("100.0", 150), ("100.00", 150)] {
        assert_eq!(with(cell), Some((40, whole)), "{cell}");
    }
}

/// A file read again by the mapping among the others that fits it.
fn mapped(files: &[(&str, String)], mappings: &[String]) -> Report {
    let named: Vec<String> = (0..mappings.len()).map(|at| format!("m{at}.json")).collect();
    let documents = named.iter().map(String::as_str).zip(mappings.iter().cloned());
    let everything: Vec<(&str, String)> = files.iter().cloned().chain(documents).collect();
    let mut all: Returns = returns(&everything);
    for (id, (name, text)) in (1..).zip(files) {
        if let Some(mapping) = all.mapping_for(id) {
            let mut reader = Reader::mapped(name, mapping);
            reader.push(text.as_bytes());
            all.add(id, reader.finish());
        }
    }
    all.report(&Query::default())
}

fn mapping_of(text: &str, cohort: Cohort) -> Mapping {
    use missing_rates::cohort::Count::{Children, ChildrenMissing};
    let head = read("a.csv", text.as_bytes()).head().to_vec();
    let mut draft = Draft::propose(&head, Some(FileKind::AuthorityAnswers));
    draft.take_column_for(2, Some(Field::Figure(cohort, Children)));
    draft.take_column_for(3, Some(Field::Figure(cohort, ChildrenMissing)));
    draft.mapping(&head).unwrap()
}

#[test]
fn a_mapping_holds_for_no_table_that_names_another_group() {
    let table = |title: &str, row: &str| format!("{title},,,\n,,,\nAuthority,Year,Children,Went missing\n{row}\n");
    let (one, other) = (table("UASC", "Kent,2024,100,30"), table("Trafficked children", "Surrey,2024,40,10"));
    let unaccompanied = mapping_of(&one, Cohort::Unaccompanied).to_json();
    for names in [["w.xlsx › A", "w.xlsx › B"], ["w.xlsx › UASC", "w.xlsx › Trafficked"]] {
        let files = [(names[0], one.clone()), (names[1], other.clone())];
        let said = mapped(&files, std::slice::from_ref(&unaccompanied));
        assert_eq!(counted(&said, Cohort::Unaccompanied), Some((30, 100)), "{names:?}");
        assert!(said.columns.iter().any(|column| column.file == names[1] && column.state.asks()), "{names:?}");
        // Each by its own.
        let trafficked = mapping_of(&other, Cohort::Trafficked).to_json();
        let both = mapped(&files, &[unaccompanied.clone(), trafficked]);
        assert_eq!(counted(&both, Cohort::Unaccompanied), Some((30, 100)), "{names:?}");
        assert_eq!(counted(&both, Cohort::Trafficked), Some((10, 40)), "{names:?}");
    }
    // The sheet alone says it.
    let bare = |row: &str| format!("Authority,Year,Children,Went missing\n{row}\n");
    let files = [("w.xlsx › UASC", bare("Kent,2024,100,30")), ("w.xlsx › Trafficked", bare("Surrey,2024,40,10"))];
    let said = mapped(&files, &[mapping_of(&files[0].1, Cohort::Unaccompanied).to_json()]);
    assert_eq!(counted(&said, Cohort::Unaccompanied), Some((30, 100)));
    // Next year's, under the same title.
    let next = [("b.csv", table("UASC", "Kent,2025,120,36"))];
    assert_eq!(counted(&mapped(&next, &[unaccompanied]), Cohort::Unaccompanied), Some((36, 120)));
}

#[test]
fn a_sheet_named_after_an_authority_is_its_own_if_no_column_names_one() {
    let table = |rows: &str| format!("Year,Looked-after children,Looked-after children who went missing\n{rows}");
    let files = [("w.xlsx › Kent", table("2024,100,30\n")), ("w.xlsx › Surrey", table("2024,50,10\n"))];
    let said = report(&files);
    assert_eq!(counted(&said, Cohort::All), READ);
    assert_eq!(found(&said), [("authority-from-name", 1); 2]);
    // Two that say the same are two.
    let twice = [("w.xlsx › Kent", table("2024,100,30\n")), ("w.xlsx › Surrey", table("2024,100,30\n"))];
    assert_eq!(counted(&report(&twice), Cohort::All), Some((60, 200)));
    for name in ["w.xlsx › Kent 2", "w.xlsx › Sheet1", "Kent.csv"] {
        assert_eq!(all(name, &table("2024,100,30\n")), None, "{name}");
    }
    // A title says it too, unless another is named.
    let under = |title: &str, sheet: &str| all(sheet, &format!("{title},,\n{}", table("2024,100,30\n")));
    for (title, sheet) in [("Kent", "a.csv"), ("Kent County Council", "w.xlsx › Sheet1"), ("Kent", "w.xlsx › Kent")]
    {
        assert_eq!(under(title, sheet), Some((30, 100)), "{title} in {sheet}");
    }
    for (title, sheet) in
        [("Kent", "w.xlsx › Surrey"), ("Kent,Surrey", "a.csv"), ("Answers of Kent and Surrey", "a.csv")]
    {
        assert_eq!(under(title, sheet), None, "{title} in {sheet}");
    }
}

#[test]
fn authorities_in_columns_and_headings_in_brackets_are_read() {
    let corner = ",Kent,Surrey\nLooked-after children,100,50\nLooked-after children who went missing,30,10\n";
    let report = crate::support::report_for(&[("a.csv", corner)], missing_rates::period::Period::calendar_year(2024));
    assert_eq!(counted(&report, Cohort::All), READ);
    let text = format!("{HEAD}{ROWS}").replace("Authority,Year", "Authority (council),Year (calendar)");
    assert_eq!(all("a.csv", &text), READ);
}

#[test]
fn a_share_of_the_only_group_is_compared_with_its_counts() {
    for heading in ["% missing", "Share who went missing (%)"] {
        let text = format!("{},{heading}\nKent,2024,100,30,90%\nSurrey,2024,50,10,20%\n", HEAD.trim_end());
        let said = report(&[("a.csv", text)]);
        assert!(found(&said).contains(&("printed-share-differs", 1)), "{heading}: {:?}", found(&said));
    }
}
