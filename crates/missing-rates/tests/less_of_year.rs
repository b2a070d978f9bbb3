//! Titles, banners, notes and names of sheets that say that figures are of less than a year, of incidents or of another unit, and
//! columns of which there are two versions: a person is asked.
#![allow(clippy::unwrap_used)]

use crate::support::{find_rate, found, report};
use missing_rates::cohort::{Cohort, Share};
use missing_rates::report::{Basis, Reason, Report};

const HEAD: &str = "Authority,Year,Looked-after children,Looked-after children who went missing\n";
const ROWS: &str = "Kent,2024,100,30\nSurrey,2024,50,10\n";
/// The same, where only the sheet gives the year.
const UNDATED: &str =
    "Authority,Looked-after children,Looked-after children who went missing\nKent,100,30\nSurrey,50,10\n";
const READ: Option<(u64, u64)> = Some((40, 150));

fn counted(report: &Report) -> Option<(u64, u64)> {
    let rate = find_rate(report, Some("E92000001"), Cohort::All, Share::Missing, Basis::Matched)?;
    Some((rate.numerator, rate.denominator))
}

fn of(name: &str, text: &str) -> Option<(u64, u64)> {
    counted(&report(&[(name, text)]))
}

#[test]
fn a_part_of_a_year_is_asked_about_wherever_it_is_written() {
    for said in [
        "Part year",
        "Year to date",
        "To 30 September",
        "Jan-Jun",
        "April to September",
        "First six months",
        "Snapshot as at 31 March 2024",
        "2024 figures are to 30 September",
        "2024 is part year (January to June)",
        "Figures to 30 September 2024",
        "Position as at 31 March 2024",
        "Data from 1 July 2024",
    ] {
        for column in 0..4 {
            let cell = format!("{}{said}{}\n", ",".repeat(column), ",".repeat(3 - column));
            // Far above, above a row of years, below and in the middle.
            assert_eq!(of("a.csv", &format!("{cell},,,\n{HEAD}{ROWS}")), None, "{said} above {column}");
            let years = ",,2024,2024\nAuthority,Notes,LAC,LAC missing\nKent,,100,30\nSurrey,,50,10\n";
            assert_eq!(of("a.csv", &format!("{cell}{years}")), None, "{said} above years {column}");
            assert_eq!(of("a.csv", &format!("{HEAD}{ROWS},,,\n{cell}")), None, "{said} below {column}");
            assert_eq!(
                of("a.csv", &format!("{HEAD}Kent,2024,100,30\n{cell}Surrey,2024,50,10\n")),
                None,
                "{said} between"
            );
        }
        assert_eq!(of("w.xlsx › 2024", &format!("{UNDATED},,\n{said},,\n")), None, "{said} below, year of the sheet");
        assert_eq!(of("w.xlsx › 2024", &format!("{said},,\n,,\n{UNDATED}")), None, "{said} above, year of the sheet");
        assert_eq!(of(&format!("w.xlsx › {said}"), &format!("{HEAD}{ROWS}")), None, "{said} as a sheet");
    }
    for said in ["Q1", "June"] {
        assert_eq!(of("a.csv", &format!(",,,{said}\n,,,\n{HEAD}{ROWS}")), None, "{said}");
        assert_eq!(of("w.xlsx › 2024", &format!(",,{said}\n{UNDATED}")), None, "{said} right above");
    }
}

#[test]
fn a_whole_year_and_days_of_the_answers_themselves_are_read() {
    for said in [
        "Figures are for 2024",
        "January to December",
        "Figures to 31 December 2024",
        "Data from 1 January 2024",
        "Replies to date",
        "Data correct as at 12 May 2025",
        "Published to 30 September 2024",
        "Answers of local authorities",
    ] {
        let cell = format!("{said},,,\n");
        assert_eq!(of("a.csv", &format!("{HEAD}{ROWS},,,\n{cell}")), READ, "{said} below");
    }
    let questions = ",Q1,Q2\n,,\nAuthority,Looked-after children,Looked-after children who went missing\nKent,100,30\nSurrey,50,10\n";
    assert_eq!(of("w.xlsx › 2024", questions), READ);
}

#[test]
fn a_note_about_another_year_is_heeded_where_the_sheet_gives_the_year() {
    for note in ["Figures are for 2023", "Data covers April to September 2024", "Figures are for 2023/24"] {
        assert_eq!(of("w.xlsx › 2024", &format!("{UNDATED},,\n{note},,\n")), None, "{note}");
    }
    for note in ["Figures are for 2024", "Figures for 2023 are not available"] {
        assert_eq!(of("w.xlsx › 2024", &format!("{UNDATED},,\n{note},,\n")), READ, "{note}");
    }
}

#[test]
fn a_note_about_incidents_or_another_unit_is_asked_about() {
    for note in [
        "Missing figures are incidents not children",
        "Authorities that gave incidents instead of children:",
        "Percentages",
        "Estimates",
        "Rates per 1000",
    ] {
        assert_eq!(of("a.csv", &format!("{HEAD}{ROWS},,,\n{note},,,\n")), None, "{note}");
        assert_eq!(of("a.csv", &format!("{HEAD}Kent,2024,100,30\n{note},,,\nSurrey,2024,50,10\n")), None, "{note}");
    }
    for note in ["A child may have several incidents", "Not all replied", "End of data", "Source: our own records"] {
        assert_eq!(of("a.csv", &format!("{HEAD}{ROWS},,,\n{note},,,\n")), READ, "{note}");
    }
}

#[test]
fn a_note_beside_an_answer_is_said_if_it_speaks_against_it() {
    let with = |note: &str| {
        let text = format!("{}Kent,2024,100,30,{note}\nSurrey,2024,50,10,\n", HEAD.replace('\n', ",Comment\n"));
        let said = report(&[("a.csv", text)]);
        assert_eq!(counted(&said), READ);
        found(&said).contains(&("note-speaks-against", 1))
    };
    for note in ["this is the number of incidents", "6 months only", "excludes hotels", "to 30 September"] {
        assert!(with(note), "{note}");
    }
    for note in ["", "by phone", "first reply", "see the letter of 3 May 2024", "12 incidents in all"] {
        assert!(!with(note), "{note}");
    }
}

#[test]
fn two_versions_of_one_figure_are_asked_about() {
    for version in
        ["updated", "verified", "checked", "published", "received", "clarification", "revised", "corrected", "final"]
    {
        let text = format!(
            "Authority,Year,LAC,LAC missing,LAC missing ({version})\nKent,2024,100,30,31\nSurrey,2024,50,10,12\n"
        );
        assert_eq!(of("a.csv", &text), None, "{version}");
    }
    for other in ["Date received", "Checked by", "Last updated", "Further information", "Response received", "Verified"]
    {
        let text = format!("Authority,Year,LAC,LAC missing,{other}\nKent,2024,100,30,ok\nSurrey,2024,50,10,ok\n");
        assert_eq!(of("a.csv", &text), READ, "{other}");
    }
}

/// The same, where the headings give the year.
const DATED: &str =
    "Authority,Looked-after children 2024,Looked-after children who went missing 2024\nKent,100,30\nSurrey,50,10\n";

#[test]
fn days_right_of_a_title_or_of_the_table_or_below_it_are_asked_about() {
    for days in ["April to June 2024", "1 April 2024 to 30 June 2024", "2024/25", "Financial year 2024/25"] {
        assert_eq!(of("a.csv", &format!("FOI answers 2024,{days},\n{DATED}")), None, "{days} beside a title");
        assert_eq!(of("a.csv", &format!(",,,,{days}\n{DATED}")), None, "{days} right of the table");
        for below in [days.to_owned(), format!("Period: {days}")] {
            for column in 0..5 {
                let text = format!("{DATED},,\n{}{below}\n", ",".repeat(column));
                let said = report(&[("a.csv", text)]);
                assert_eq!(counted(&said), None, "{below} below, {column}");
                let aside = |reason| said.set_aside.iter().any(|of| of.reason == reason);
                assert!(!aside(Reason::OtherHeadings), "{below} below, {column}");
            }
        }
    }
    for harmless in ["Published 2 May 2024", "Received,3 May 2024", "Source: our own records", "FOI 2024/123"] {
        assert_eq!(of("a.csv", &format!("{DATED},,\n{harmless}\n")), READ, "{harmless}");
        assert_eq!(of("a.csv", &format!("{harmless},\n{DATED}")), READ, "{harmless}");
    }
}

#[test]
fn what_is_written_right_of_the_headings_is_a_title() {
    for said in ["Girls only", "Trafficked children", "Figures are for April to June 2024", "Snapshot at 31 March 2024"]
    {
        assert_eq!(of("a.csv", &format!(",,,,{said}\n{DATED}")), None, "{said}");
        let beside = DATED.replacen('\n', &format!(",,{said}\n"), 1);
        // A group alone is a heading, of a column without numbers.
        let expected = if said == "Trafficked children" { READ } else { None };
        assert_eq!(of("a.csv", &beside), expected, "{said} in the row of headings");
    }
    for harmless in ["Notes", "Checked by the team", "FOI answers"] {
        assert_eq!(of("a.csv", &format!(",,,,{harmless}\n{DATED}")), READ, "{harmless}");
        let beside = DATED.replacen('\n', &format!(",,{harmless}\n"), 1);
        assert_eq!(of("a.csv", &beside), READ, "{harmless} in the row of headings");
    }
}

#[test]
fn a_title_of_another_year_or_measure_and_numbers_that_are_not_exact_are_said() {
    let said = |name: &str, text: String| {
        let said = report(&[(name, text.clone())]);
        assert_eq!(counted(&said), READ, "{text}");
        found(&said).iter().any(|(rule, _)| *rule == "title-speaks-against")
    };
    for title in [
        "2022",
        "Looked-after children missing 2022",
        "Missing incidents 2024",
        "Number of missing episodes",
        "Absent children",
        "\"Definition\",\"absent or missing\"",
        "All figures rounded to the nearest 5",
        "Rounded to,5",
    ] {
        assert!(said("a.csv", format!("{title},\n{DATED}")), "{title} above");
    }
    for note in ["All figures rounded to the nearest 5", "* means approximately", "[1] includes absences"] {
        assert!(said("a.csv", format!("{DATED},,\n{note},\n")), "{note} below");
    }
    for harmless in ["FOI answers 2024", "Children missing from care", "Request of 2023", "Replies"] {
        assert!(!said("a.csv", format!("{harmless},\n{DATED}")), "{harmless}");
    }
    assert!(said("w.xlsx › Incidents", DATED.to_owned()));
}

#[test]
fn a_time_of_day_is_no_number() {
    for time in ["0:00", "00:00", "00:00:00", "12:00"] {
        let text = DATED.replacen("100,30", &format!("100,{time}"), 1);
        assert_eq!(of("a.csv", &text), Some((10, 50)), "{time}");
    }
}

#[test]
fn a_note_left_of_the_table_is_about_it() {
    let left = |note: &str| {
        let mut lines = DATED.lines().map(|line| format!(",,{line}")).collect::<Vec<_>>();
        lines[1] = lines[1].replacen(',', &format!("{note},"), 1).replacen(",,,", ",,", 1);
        lines.join("\n")
    };
    for note in ["Figures are for 2022", "Girls only", "April to June 2024", "Figures in hundreds"] {
        assert_eq!(of("a.csv", &left(note)), None, "{note}");
        let headed = DATED.lines().enumerate();
        let headed: Vec<String> =
            headed.map(|(at, line)| format!("{},{line}", if at == 0 { note } else { "" })).collect();
        assert_eq!(of("a.csv", &headed.join("\n")), None, "{note} in the row of headings");
    }
    for note in ["", "1", "South East", "checked"] {
        assert_eq!(of("a.csv", &left(note)), READ, "{note}");
    }
}

#[test]
fn a_title_above_an_empty_row_is_no_layer_of_the_headings() {
    for gap in ["\n", "\n\n", ",,\n"] {
        let text = format!(",Kent County Council FOI response,\n{gap}{DATED}");
        assert_eq!(of("a.csv", &text), READ, "{gap:?}");
    }
    for line in ["Back to contents", "This information is provided under the Open Government Licence v3.0"] {
        assert_eq!(of("a.csv", &format!("{line}\n{DATED}")), READ, "{line}");
    }
}

#[test]
fn a_note_beside_an_answer_says_what_a_title_would() {
    let with = |note: &str| {
        let text = format!("{}Kent,2024,100,30,{note}\nSurrey,2024,50,10,\n", HEAD.replace('\n', ",Notes\n"));
        found(&report(&[("a.csv", text)])).contains(&("note-speaks-against", 1))
    };
    for note in
        ["figures are for 2022", "financial year 2022-23", "rounded to nearest 5", "approximate", "includes absences"]
    {
        assert!(with(note), "{note}");
    }
    for note in ["by phone", "see the letter of 3 May 2024", "2024", "reply of May 2024", "not rounded"] {
        assert!(!with(note), "{note}");
    }
}
