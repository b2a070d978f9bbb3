//! Lines that name a group, and something beside it: what makes less of a group is asked about, what nobody understands is quoted, and
//! what only says what the table holds is left alone. So it is with lines of digits, and with the names of sheets of a return.
#![allow(clippy::unwrap_used)]

use crate::support::{find_rate, found, report};
use missing_rates::cohort::{Cohort, Share};
use missing_rates::report::{Basis, FileKind, Problem, Report};

const HEAD: &str = "Authority,Year,UASC,UASC missing\n";
const ROWS: &str = "Kent,2024,100,10\n";

fn is_used(report: &Report) -> bool {
    let rate = find_rate(report, Some("E92000001"), Cohort::Unaccompanied, Share::Missing, Basis::Matched);
    rate.is_some_and(|rate| (rate.numerator, rate.denominator) == (10, 100))
}

fn quotes(report: &Report) -> bool {
    found(report).iter().any(|(rule, _)| ["words-not-read", "title-speaks-against"].contains(rule))
}

fn above(line: &str) -> Report {
    report(&[("a.csv", &format!("\"{line}\",,,\n{HEAD}{ROWS}"))])
}

fn below(line: &str) -> Report {
    report(&[("a.csv", &format!("{HEAD}{ROWS},,,\n\"{line}\",,,\n"))])
}

fn sheet(name: &str) -> Report {
    report(&[(&format!("w.xlsx › {name}"), &format!("{HEAD}{ROWS}"))])
}

/// A return with an episode, and a module of missing incidents that ends with a line.
fn of_return(missing: &str, line: &str) -> Report {
    let episodes = "CHILD,DECOM,LS,DEC\nA1,05/06/2021,C2,\nA2,07/09/2022,C2,05/02/2024\n";
    let rows = "CHILD,DOB,SEX,MISSING,MIS_START,MIS_END\nA1,01/01/2010,1,M,05/06/2023,06/06/2023\n";
    report(&[("episodes 2023-24.csv", episodes), (missing, &format!("{rows}{line}"))])
}

#[test]
fn a_part_of_a_year_or_an_age_is_asked_about_beside_a_group_and_alone() {
    for line in [
        "UASC Q1",
        "UASC 31/03/2024",
        "UASC 31st March",
        "UASC week ending 5 May",
        "UASC 24h+",
        "Looked after children Q1",
        "CLA Q1",
        "Kent Q1",
        "2024 UASC Q1",
        "UASC June 2024",
        "UASC Jan",
        "UASC 31.03.24",
        "Five-year total of UASC missing",
        "Post-16",
        "Post 16",
        "Post-18",
        "Age 17",
        "Age: 16",
        "Year 12",
        "Years 7-11",
        "Week 12",
        "0-17",
        "5 May",
        "Jan 24",
        "01/24",
        "2024-03",
        "at 31/3",
        "Total 2020-24",
        "2020-2024",
    ] {
        assert!(!is_used(&above(line)), "{line} above");
        assert!(!is_used(&below(line)), "{line} below");
        assert!(!is_used(&sheet(line)), "{line} as a sheet");
    }
}

#[test]
fn other_words_beside_a_group_and_words_alone_are_quoted() {
    for line in [
        "UASC starters",
        "UASC – Eritrea",
        "Unaccompanied asylum-seeking children (Vietnam)",
        "UASC: Other LA children",
        "UASC: Albania and Eritrea",
        "UASC Overnight",
        "UASC Sample",
        "UASC Top 10",
        "UASC template",
        "UASC withdrawn",
        "UASC missing twice or more",
        "Missing UASC 16",
        "Partial data",
        "Mean",
        "Open",
        "Closed",
        "Returned",
        "Still missing",
        "Never found",
        "Confirmed",
        "Suspected",
        "Disability",
        "Team A",
    ] {
        for (read, place) in [(above(line), "above"), (below(line), "below"), (sheet(line), "as a sheet")] {
            assert!(!is_used(&read) || quotes(&read), "{line} {place}");
        }
    }
}

#[test]
fn a_line_that_says_what_the_table_holds_is_left_alone() {
    for line in [
        "UASC missing from care 2024",
        "Unaccompanied asylum-seeking children who went missing, Kent County Council",
        "Children looked after by local authority",
        "UASC data",
        "Missing UASC table 1",
        "Table 1a. Number of UASC and number missing, calendar year 2024",
        "FOI request 2024/1234 - UASC",
        "UASC: unaccompanied asylum-seeking children",
        "Missing: whereabouts are not known",
        "Kent UASC 2024",
        "UASC summary",
        "UASC v2",
        "Q1. Number of UASC in care in 2024",
        "UASC, January to December 2024",
        "12/05/2025",
        "Page 1 of 3",
        "1",
    ] {
        for (read, place) in [(above(line), "above"), (below(line), "below")] {
            assert!(is_used(&read) && !quotes(&read), "{line} {place}");
        }
    }
    // Rows of several years may be below a title that names these.
    for title in ["2020-2024", "UASC 2020 to 2024", "Last five years of UASC"] {
        let rows = "Kent,2020,90,9\nKent,2024,100,10\n";
        let read = report(&[("a.csv", &format!("{title},,,\n{HEAD}{rows}"))]);
        assert_eq!(read.rates.iter().filter(|rate| rate.basis == Basis::Matched).count() % 2, 0, "{title}");
        assert!(!read.rates.is_empty(), "{title}");
    }
}

#[test]
fn the_name_of_a_sheet_of_a_return_is_asked_about_or_said() {
    let named = |name: &str| of_return(&format!("w.xlsx › {name}"), "");
    for name in ["Missing Post-16", "Missing Week 12", "Missing Jan", "Missing 24h+", "Missing Q1", "Missing girls"] {
        let read = named(name);
        assert!(matches!(read.files[1].problem, Some(Problem::PartOfModule { .. })), "{name}");
    }
    let said = |name: &str| {
        let read = named(name);
        assert!(read.files[1].problem.is_none(), "{name}");
        found(&read).iter().any(|(rule, _)| *rule == "name-not-read")
    };
    for name in [
        "Missing Albania",
        "Missing Overnight",
        "Missing 31.03.24",
        "Missing Other LAs",
        "Missing East",
        "Missing Top 10",
    ] {
        assert!(said(name), "{name}");
    }
    for name in [
        "Missing",
        "Missing 2023-24",
        "SSDA903 Missing",
        "missing_2024",
        "Missing (2)",
        "Sheet1",
        "Kent missing",
        "Missing data",
    ] {
        assert!(!said(name), "{name}");
    }
}

#[test]
fn a_line_below_the_rows_of_a_return_that_limits_them_is_asked_about() {
    let with = |line: &str| of_return("missing.csv", &format!("{line},,,,,\n"));
    for line in [
        "Only episodes of more than 24 hours are listed",
        "All of these children are girls",
        "Children aged under 16 are listed",
    ] {
        assert!(matches!(with(line).files[1].problem, Some(Problem::PartOfModule { .. })), "{line}");
    }
    for line in ["These are all of the episodes", "This was made by the performance team", "Total"] {
        assert!(with(line).files[1].problem.is_none(), "{line}");
    }
}

#[test]
fn a_reply_beside_figures_is_read_as_a_note_is() {
    let with = |heading: &str, cell: &str| {
        let text = format!("{}Kent,2024,100,10,{cell}\n", HEAD.replace('\n', &format!(",{heading}\n")));
        report(&[("a.csv", &text)])
    };
    let says =
        |read: &Report| found(read).iter().any(|(rule, _)| ["note-speaks-against", "words-not-read"].contains(rule));
    for heading in ["Reply", "Response", "Notes"] {
        for cell in ["Figures are for under 16s only", "Snapshot", "scaled up"] {
            assert!(says(&with(heading, cell)), "{heading} {cell}");
        }
        for cell in ["Full response", "Yes", "by email"] {
            assert!(!says(&with(heading, cell)), "{heading} {cell}");
        }
    }
}

#[test]
fn a_title_of_another_authority_or_nation_than_the_only_one_is_said() {
    let differs = |read: &Report| found(read).iter().any(|(rule, _)| *rule == "name-differs");
    for name in ["Surrey", "Essex County Council", "Scotland"] {
        assert!(differs(&above(name)) && differs(&sheet(name)), "{name}");
    }
    for name in ["Kent", "Kent County Council", "England"] {
        assert!(!differs(&above(name)) && !differs(&sheet(name)), "{name}");
    }
    let two = format!("Essex County Council,,,\n{HEAD}{ROWS}Essex,2024,50,5\n");
    assert!(!differs(&report(&[("a.csv", &two)])));
}

/// A table of a workbook, and what is said of it.
fn taken(table: &str, rule: &str, said: &str) -> String {
    format!("\u{1}missing-from-care/table\n{table}\u{1},{rule},0,Notes,{said}\n")
}

const MISSING: &str = "CHILD,MISSING,MIS_START,MIS_END\n1,M,05/06/2024,06/06/2024\n";

#[test]
fn what_a_sheet_of_notes_says_is_asked_about_or_quoted_with_each_table_beside_it() {
    let book = |table: &str, said: &str| report(&[("w.xlsx › 2024", &taken(table, "note-on-sheet", said))]);
    let table = format!("{HEAD}{ROWS}");
    for said in [
        "All figures are for children under 16 only",
        "Figures are for Q1 to Q3",
        "Excludes children placed out of area",
        "Period covered: April to June 2024",
        "Snapshot at 31 March",
    ] {
        let read = book(&table, said);
        assert!(!is_used(&read) && read.columns.iter().any(|column| column.state.asks()), "{said}");
    }
    for said in ["Excludes children placed out of area", "Rows are for April to June 2024 only"] {
        assert!(matches!(book(MISSING, said).files[0].problem, Some(Problem::PartOfModule { .. })), "{said}");
    }
    let quoted = |read: &Report| found(read).iter().any(|(rule, _)| *rule == "note-on-sheet");
    for (said, is_quoted) in [
        ("Figures are rounded to the nearest 5", true),
        ("Boys are 1 and girls are 2", true),
        ("UASC: Unaccompanied asylum-seeking children under 18", true),
        ("Source: our own records", false),
        ("Author: Kent County Council", false),
        ("M is missing and A is away", false),
    ] {
        let read = book(&table, said);
        assert_eq!((is_used(&read), quoted(&read)), (true, is_quoted), "{said}");
        assert!(!matches!(book(MISSING, said).files[0].problem, Some(Problem::PartOfModule { .. })), "{said}");
    }
}

#[test]
fn nobody_is_asked_what_the_columns_of_a_sheet_of_notes_are() {
    let table = format!("{HEAD}{ROWS}");
    let kind = |notes: &str| {
        let read = report(&[("w.xlsx › Data", table.as_str()), ("w.xlsx › Notes", notes)]);
        assert!(is_used(&read), "{notes}");
        read.files.iter().find(|file| file.name.ends_with("Notes")).map(|file| file.kind)
    };
    assert_eq!(kind("Note,Text\n1,Source: our own records\n2,Taken out in May 2024\n"), Some(FileKind::Notes));
    assert_ne!(kind("Team,Children,Missing\nNorth team east,4,1\n"), Some(FileKind::Notes));
    let alone = report(&[("w.xlsx › Notes", "Note,Text\n1,Source: our own records\n2,Taken out in May 2024\n")]);
    assert_eq!(alone.files[0].kind, FileKind::Unrecognised);
}

#[test]
fn a_text_box_that_makes_less_of_the_figures_is_read_as_a_note_below_them() {
    let book = |table: &str, said: &str| report(&[("w.xlsx › 2024", &taken(table, "text-box", said))]);
    let table = format!("{HEAD}{ROWS}");
    for said in ["Children under 16 only", "Quarter 1 only", "Excludes those placed out of area"] {
        let read = book(&table, said);
        assert!(!is_used(&read) && read.columns.iter().any(|column| column.state.asks()), "{said}");
        let of_return = book(MISSING, said);
        assert!(matches!(of_return.files[0].problem, Some(Problem::PartOfModule { .. })), "{said}");
    }
    for said in ["Page 1 of 3", "OFFICIAL – SENSITIVE", "Printed 2 May 2024"] {
        assert!(is_used(&book(&table, said)), "{said}");
    }
}
