//! Words above, below and beside answers: what may change a figure is asked about, what nobody understands is quoted, and what is about
//! the answers themselves is left alone. And tables one below another, whose rows are never titles.
#![allow(clippy::unwrap_used)]

use crate::support::{find_rate, found, report};
use missing_rates::cohort::{Cohort, Share};
use missing_rates::report::{Basis, Report};

const HEAD: &str = "Local authority,Unaccompanied children 2023,Unaccompanied children who went missing 2023\n";
const ROWS: &str = "Kent,400,40\nLeeds,100,12\n";
const READ: Option<(u64, u64)> = Some((52, 500));

fn counted_of(report: &Report, cohort: Cohort) -> Option<(u64, u64)> {
    let rate = find_rate(report, Some("E92000001"), cohort, Share::Missing, Basis::Matched)?;
    Some((rate.numerator, rate.denominator))
}

fn counted(report: &Report) -> Option<(u64, u64)> {
    counted_of(report, Cohort::Unaccompanied)
}

fn of(text: &str) -> Report {
    report(&[("a.csv", text)])
}

fn says(report: &Report, rule: &str) -> bool {
    found(report).iter().any(|(found, _)| *found == rule)
}

fn above(line: &str) -> Report {
    of(&format!("{line},,\n,,\n{HEAD}{ROWS}"))
}

fn below(line: &str) -> Report {
    of(&format!("{HEAD}{ROWS},,\n{line},,\n"))
}

fn beside(note: &str) -> Report {
    of(&format!("{}Kent,400,40,{note}\nLeeds,100,12,\n", HEAD.replace('\n', ",Their comments\n")))
}

#[test]
fn a_kind_of_year_beside_years_of_another_kind_is_asked_about() {
    for line in [
        "All figures are for financial years.",
        "Data is by financial year (April to March)",
        "Years are financial years",
        "Fiscal year",
        "Year ending 31 March",
        "April to March",
        "FYE 2023",
        "Financial year ending 2023",
        "\"Table 1. Unaccompanied children, England, financial years\"",
        "Data provided by financial year as calendar year data is not held",
        "Figures are for academic years",
    ] {
        assert_eq!(counted(&above(line)), None, "{line} above");
        assert_eq!(counted(&below(line)), None, "{line} below");
        let section = of(&format!("{HEAD}Kent,400,40\n{line},,\nLeeds,100,12\n"));
        assert_eq!(counted(&section), None, "{line} between");
        assert!(says(&beside(line), "note-speaks-against"), "{line} beside");
    }
    for line in ["Calendar years", "January to December", "\"Calendar years, not financial years\""] {
        assert_eq!(counted(&below(line)), READ, "{line}");
    }
    assert_eq!(counted(&above("Calendar years")), READ);
    let split = |line: &str| format!("{line},,\n,,\n{}{ROWS}", HEAD.replace("2023", "2022/23"));
    for line in ["All figures are for financial years.", "Year ending 31 March", "Apr-Mar"] {
        assert_eq!(counted(&of(&split(line))), READ, "{line}");
    }
    assert_eq!(counted(&of(&split("Calendar years"))), None);
}

#[test]
fn short_lines_that_limit_figures_are_asked_about_above_and_below_alike() {
    for line in [
        "On 31 March",
        "At year end",
        "Incl. 18+",
        "Running total",
        "Missing reports",
        "Number of times",
        "Figures for 2022 and 2023 combined",
        "\"Wrong figure, see revised\"",
        "Superseded",
        "Draft",
        "Incomplete",
        "Undercount",
        "Missing over 24 hrs",
        "Placed in our area",
        "Placed by other LAs",
        "New entrants",
        "Including those not in care",
        "Non-UASC",
        "At least",
        "Cumulative since 2020",
        "Do not use",
        "Per month",
        "Both years",
        "Ignore",
        "Not final",
    ] {
        assert_eq!(counted(&above(line)), None, "{line} above");
        assert_eq!(counted(&below(line)), None, "{line} below");
        let section = of(&format!("{HEAD}Kent,400,40\n{line},,\nLeeds,100,12\n"));
        // Where it names years it begins another table, and nothing below it is used.
        assert_ne!(counted(&section), READ, "{line} between");
    }
    let section = of(&format!("{HEAD}Kent,400,40\nDo not use below,,\nLeeds,100,12\n"));
    assert_eq!(counted(&section), None);
}

#[test]
fn a_line_that_nobody_understands_is_quoted_and_a_harmless_one_is_not() {
    assert!(!says(&below("Percentages are rounded"), "words-not-read"));
    for line in ["Scaled up by a factor", "We used the old system for some of these", "Ask Jo which ones"] {
        for read in [above(line), below(line)] {
            assert_eq!(counted(&read), READ, "{line}");
            let finding = read.findings.iter().find(|finding| finding.rule == "words-not-read").unwrap();
            assert_eq!(finding.rows[0].value.as_deref(), Some(line));
        }
    }
    for line in [
        "Kind regards",
        "Information Governance Team",
        "Source: our own records",
        "Open Government Licence",
        "Contact: foi@kent.gov.uk",
        "Tel 01234 567890",
        "Missing: whereabouts are not known",
        "c = suppressed",
        "Thank you for your request",
        "Ref FOI 2024/1234",
        "Please find our answers below.",
    ] {
        for read in [above(line), below(line)] {
            assert_eq!(counted(&read), READ, "{line}");
            assert!(!says(&read, "words-not-read"), "{line}");
        }
    }
}

#[test]
fn no_note_beside_an_answer_is_silent() {
    for note in [
        "financial year",
        "Cumulative since 2020",
        "Running total",
        "Episodes of going missing",
        "episodes",
        "Number of times",
        "Missing over 24 hrs",
        "Non-UASC",
        "Incl. 18+",
        "All looked after children",
        "New entrants",
        "Placed in our area",
        "Including those not in care",
        "At least",
        "Percentage",
        "Superseded",
        "Do not use",
        "\"Wrong figure, see revised\"",
        "Figures for 2022 and 2023 combined",
        "Joint response with Medway",
    ] {
        let read = beside(note);
        assert_eq!(counted(&read), READ, "{note}");
        assert!(says(&read, "note-speaks-against"), "{note}");
    }
    for note in ["scaled up", "ask Jo", "12 incidents in all"] {
        let read = beside(note);
        assert!(says(&read, "words-not-read") && !says(&read, "note-speaks-against"), "{note}");
    }
    for note in ["", "thanks", "see attached", "sent on 3 May 2024", "foi@kent.gov.uk", "Replied late", "01/02/2024"] {
        let read = beside(note);
        assert!(!says(&read, "words-not-read") && !says(&read, "note-speaks-against"), "{note}");
    }
    let asked = "Kent County Council,,,\nQuestion,2022,2023,Notes\nUnaccompanied children looked after,390,400,\n\
                 \"Of these, how many went missing\",39,40,Incidents\n";
    assert!(says(&of(asked), "note-speaks-against"));
    let incidents = "Kent County Council,,\nQuestion,2023,Notes\nUnaccompanied children looked after,400,\n\
                     Missing incidents of unaccompanied children,40,Incidents\n";
    assert!(!says(&of(incidents), "note-speaks-against"));
}

#[test]
fn yes_under_a_heading_that_says_what_the_number_is_puts_rows_in_doubt() {
    let with = |heading: &str, cells: [&str; 2]| {
        let head = HEAD.replace('\n', &format!(",{heading}\n"));
        counted(&of(&format!("{head}Kent,400,40,{}\nLeeds,100,12,{}\n", cells[0], cells[1])))
    };
    for heading in
        ["Incidents not children?", "Financial year?", "Partial year", "Estimated?", "Percentage?", "Girls only"]
    {
        assert_eq!(with(heading, ["Yes", "No"]), None, "{heading}");
    }
    for heading in
        ["Incidents not children?", "Financial year?", "Acknowledged", "Internal review?", "Overdue?", "On time?"]
    {
        assert_eq!(with(heading, ["No", "No"]), READ, "{heading}");
    }
    for (heading, cell) in [
        ("Acknowledged", "Yes"),
        ("On time?", "Yes"),
        ("Outcome", "Information disclosed in full"),
        ("Method", "Email"),
    ] {
        assert_eq!(with(heading, [cell, cell]), READ, "{heading}");
    }
    // How it was counted is no way to reply.
    assert_eq!(with("Method", ["Estimate", "Estimate"]), None);
    assert_eq!(with("Status", ["x", "x"]), None);
    let head = HEAD.replace('\n', ",Status\n");
    for status in ["Partial", "Partially refused"] {
        let read = of(&format!("{head}Kent,400,40,{status}\nLeeds,100,12,Received\n"));
        assert_eq!(counted(&read), READ, "{status}");
        assert!(says(&read, "note-speaks-against"), "{status}");
    }
}

#[test]
fn a_total_beside_years_is_no_answer_of_a_year() {
    let with = |total: &str| {
        let text = format!(
            "Kent County Council,,,\nQuestion,2022,2023,{total}\nUnaccompanied children looked after,390,400,790\n\
             \"Of these, how many went missing\",39,40,79\n"
        );
        let asked = of(&text);
        let rate = |period: &str| {
            let mut of =
                asked.rates.iter().filter(|rate| rate.basis == Basis::Matched && rate.period.to_string() == period);
            of.next().map(|rate| (rate.numerator, rate.denominator))
        };
        (rate("2022-01-01/2022-12-31"), rate("2023-01-01/2023-12-31"))
    };
    for total in ["Total", "All years", "Sum", "Grand total", "Both years"] {
        assert_eq!(with(total), (Some((39, 390)), Some((40, 400))), "{total}");
    }
    assert_eq!(with("Answer"), (None, None));
}

#[test]
fn a_group_in_a_title_is_that_of_headings_which_name_none() {
    let rows = "Kent,390,39\nLeeds,90,11\n";
    let table = |title: &str, head: &str| of(&format!("{title},,\n{head}\n{rows}"));
    let read = table("Unaccompanied children 2022", "Local authority,Number in care,Number who went missing");
    assert_eq!(counted(&read), Some((50, 480)));
    assert!(says(&read, "group-from-title"));
    assert_eq!(counted_of(&read, Cohort::All), None);
    // Headings that say whose children they count, and titles of two groups.
    for (title, head) in [
        ("Unaccompanied children 2022", "Local authority,Looked-after children,Looked-after children who went missing"),
        ("Unaccompanied and trafficked children 2022", "Local authority,Number in care,Number who went missing"),
    ] {
        let read = table(title, head);
        assert_eq!((counted(&read), counted_of(&read, Cohort::All)), (None, None), "{title}");
    }
    let layered = "FOI answers: unaccompanied children,,,,\nLocal authority,2022,,2023,\n,Number,Went missing,Number,Went missing\n\
                   Kent,390,39,400,40\nLeeds,90,11,100,12\n";
    let read = of(layered);
    assert!(read.rates.iter().any(|rate| (rate.numerator, rate.denominator) == (50, 480)));
    assert!(read.rates.iter().any(|rate| (rate.numerator, rate.denominator) == (52, 500)));
    let plain = table("Answers 2022", "Local authority,Number in care,Number in care who went missing");
    assert_eq!(counted_of(&plain, Cohort::All), Some((50, 480)));
}

#[test]
fn tables_one_below_another_are_read_from_the_first_or_not_at_all() {
    let head = "Local authority,Number in care,Number in care who went missing\n";
    let first = "Kent,400,40\nLeeds,100,12\n";
    let second = "Kent,390,39\nLeeds,90,11\nEssex,80,8\n";
    let stacked = |one: &str, other: &str| of(&format!("{one},,\n{head}{first},,\n{other},,\n{head}{second}"));
    let read = stacked("Unaccompanied children 2023", "Trafficked children 2023");
    assert_eq!(counted(&read), READ);
    assert!(says(&read, "below-other-headings"));
    assert_eq!((counted_of(&read, Cohort::All), counted_of(&read, Cohort::Trafficked)), (None, None));
    // Where the first table is not read, the second is not taken for the whole.
    let other = format!("Care leavers 2023,,\nLocal authority,Care leavers,Care leavers missing\n{first},,\n");
    let read = of(&format!("{other}Looked-after children 2023,,\n{head}{second}"));
    assert_eq!(counted_of(&read, Cohort::All), None);
    let read = of(&format!("{first},,\nLooked-after children 2023,,\n{head}{second}"));
    assert_eq!(counted_of(&read, Cohort::All), None);
    // A letter above the headings is no table.
    let letter = "Freedom of Information request,,\nReference,1234,\nOfficers,2,\n,,\n";
    let read = of(&format!("{letter}Looked-after children 2023,,\n{head}{second}"));
    assert_eq!(counted_of(&read, Cohort::All), Some((58, 560)));
}

#[test]
fn two_authorities_in_titles_are_asked_about() {
    let table = "Question,2023\nUnaccompanied children looked after,380\n\"Of these, how many went missing\",38\n";
    let with = |titles: &str| counted(&of(&format!("{titles}{table}")));
    assert_eq!(with("Kent County Council,\n"), Some((38, 380)));
    for titles in [
        "Kent County Council,\nMedway Council (joint),\n",
        "Kent County Council,\nMedway Council,\n",
        "Kent County Council,\nJoint response,\n",
        "Kent County Council,\nOn behalf of Medway,\n",
    ] {
        assert_eq!(with(titles), None, "{titles}");
    }
    assert_eq!(with("Kent County Council,\nKent,\n"), Some((38, 380)));
}

#[test]
fn a_key_or_a_link_right_of_the_headings_drops_no_row() {
    for cell in ["link", "see attached", "c = fewer than 5", "https://kent.gov.uk/foi"] {
        assert_eq!(counted(&of(&format!("{HEAD}Kent,400,40,{cell}\nLeeds,100,12,{cell}\n"))), READ, "{cell}");
    }
    for cell in ["40", "c", "Refused", "these are incidents", "12 episodes"] {
        assert_eq!(counted(&of(&format!("{HEAD}Kent,400,40,{cell}\nLeeds,100,12\n"))), Some((12, 100)), "{cell}");
    }
}

#[test]
fn lines_below_questions_are_no_questions() {
    let asked = "Kent County Council,\nQuestion,2023\nUnaccompanied children looked after,400\n\
                 \"Of these, how many went missing\",40\n";
    let below = "Kind regards,\nSource: our records,\nInformation Governance Team,\n";
    let read = of(&[asked, below].concat());
    assert_eq!(counted(&read), Some((40, 400)));
    assert!(!says(&read, "measure-not-recognised"));
    assert!(says(&of(&[asked, "How many lynxes,3\n"].concat()), "measure-not-recognised"));
    let letter = "Kent County Council,\nPlease find our answers below.,\n";
    assert_eq!(counted(&of(&asked.replace("Kent County Council,\n", letter))), Some((40, 400)));
}

#[test]
fn questions_of_the_request_may_be_asked_of_you() {
    let head = "Local authority,Q1c. How many unaccompanied children did you look after in 2023?,\
                Q2b. How many of those in Q1c went missing in 2023?\n";
    assert_eq!(counted(&of(&format!("{head}{ROWS}"))), READ);
    let titled = format!("Table 1: year ending 31 March 2023,,\n{}{ROWS}", HEAD.replace(" 2023", ""));
    assert_eq!(counted(&of(&titled)), READ);
    assert_eq!(counted(&above("England only")), READ);
}
