//! Ordinary lines of letters around a table cost no figure, and lines like them that limit the figures are asked about. Names of
//! other authorities inside a table, spans of years, rows of groups and of units: nothing below or beside them is taken for what the
//! title or the headings say.
#![allow(clippy::unwrap_used)]

use crate::support::{found, report};
use missing_rates::report::{Basis, Level, Report};

const TITLE: &str = "Derby City Council,,\n";
const HEAD: &str = "Year,Looked after children,Looked after children who went missing\n";
const ROWS: &str = "2023,600,60\n2024,610,61\n";

fn of(text: &str) -> Report {
    report(&[("a.csv", text)])
}

fn named(name: &str, text: &str) -> Report {
    report(&[(name, text)])
}

/// Every share of an authority: its name, the year, and the two numbers.
fn shares(report: &Report) -> Vec<(String, i32, u64, u64)> {
    let of_one = report.rates.iter().filter(|rate| rate.area.level == Level::Authority && rate.basis == Basis::Matched);
    let name = |rate: &missing_rates::report::Rate| rate.area.name.unwrap_or_default().to_owned();
    let mut found: Vec<_> =
        of_one.map(|rate| (name(rate), rate.period.end().ymd().0, rate.numerator, rate.denominator)).collect();
    found.sort();
    found.dedup();
    found
}

fn derby() -> Vec<(String, i32, u64, u64)> {
    vec![("Derby".to_owned(), 2023, 60, 600), ("Derby".to_owned(), 2024, 61, 610)]
}

fn says(report: &Report, rule: &str) -> bool {
    found(report).iter().any(|(found, _)| *found == rule)
}

fn above(line: &str) -> Report {
    of(&format!("{TITLE}\"{line}\",,\n,,\n{HEAD}{ROWS}"))
}

fn below(line: &str) -> Report {
    of(&format!("{TITLE}{HEAD}{ROWS},,\n\"{line}\",,\n"))
}

#[test]
fn an_ordinary_line_costs_no_figure() {
    for line in [
        "Licensed under OGL v3",
        "Information provided under the Environmental Information Regulations",
        "Suppression has been applied to numbers under 5.",
        "Figures less than 5 are shown as c",
        "For internal use only",
        "For information only",
        "This response is for the requester only",
        "All figures are children not episodes",
        "Numbers under 5 have been suppressed",
        "Small numbers (under 6) suppressed",
        "You have a right to complain under section 50 of the Act",
        "As at 12 February 2025",
        "Please consider the environment before printing",
        "If you have any queries please do not hesitate to contact us",
        "Over the past year we have improved our systems",
        "LAC: Looked After Children",
        "Please note that this data is provisional",
        "Registered charity 1234567",
        "Version 1.2",
        "Appendix A",
        "Monday to Friday 9am to 5pm",
    ] {
        assert_eq!(shares(&above(line)), derby(), "{line} above");
        assert_eq!(shares(&below(line)), derby(), "{line} below");
    }
    for line in ["Registered charity 1234567", "Version 1.2", "Appendix A", "Public"] {
        assert!(!says(&below(line), "words-not-read"), "{line}");
    }
    assert!(says(&below("Please note that this data is provisional"), "words-not-read"));
}

#[test]
fn a_line_like_them_that_limits_is_asked_about() {
    for line in [
        "Children under 16",
        "Please note these are children over 15",
        "Confirmed cases only",
        "Please note: girls only",
        "Figures do not include care leavers",
        "As at 31 March 2024",
        "Please note that this excludes hotels",
        "Missing over 24 hours",
        "Aged under 18",
    ] {
        assert_eq!(shares(&above(line)), [], "{line} above");
        assert_eq!(shares(&below(line)), [], "{line} below");
    }
}

#[test]
fn rows_below_the_name_of_another_authority_are_its_own() {
    let leeds = vec![("Derby".to_owned(), 2023, 60, 600), ("Leeds".to_owned(), 2024, 130, 1300)];
    for name in ["Leeds City Council", "Leeds"] {
        for row in [format!("{name},,\n"), format!(",,\n{name},,\n,,\n"), format!("{name},,\n{HEAD}")] {
            let read = of(&format!("{TITLE}{HEAD}2023,600,60\n{row}2024,1300,130\n"));
            assert_eq!(shares(&read), leeds, "{row}");
        }
    }
    let first = of(&format!("{TITLE}{HEAD}Leeds,,\n2023,1300,130\n"));
    assert_eq!(shares(&first), [("Leeds".to_owned(), 2023, 130, 1300)]);
    let long = "Derby City Council,\nQuestion,2024\nLooked after children,600\nLooked after children who went missing,60\n\
                Leeds,\nLooked after children,1300\nLooked after children who went missing,130\n";
    let both = [("Derby".to_owned(), 2024, 60, 600), ("Leeds".to_owned(), 2024, 130, 1300)];
    assert_eq!(shares(&of(long)), both);
    let sheet = named("w.xlsx › Derby", &format!("{HEAD}2023,600,60\nLeeds,,\n2024,1300,130\n"));
    assert_eq!(shares(&sheet), leeds);
    // A name that nobody knows is asked about, and the same name again changes nothing.
    let unknown = of(&format!("{TITLE}{HEAD}2023,600,60\nLeedz Town Council,,\n2024,1300,130\n"));
    assert_eq!(shares(&unknown), [("Derby".to_owned(), 2023, 60, 600)]);
    let again = of(&format!("{TITLE}{HEAD}2023,600,60\nDerby City Council,,\n2024,610,61\n"));
    assert_eq!(shares(&again), derby());
    // The headings again, below words that may be the title of another table.
    let table = of(&format!("{TITLE}{HEAD}2023,600,60\n,,\nLeeds: what we found,,\n{HEAD}2024,1300,130\n"));
    assert_eq!(shares(&table), [("Derby".to_owned(), 2023, 60, 600)]);
    assert!(says(&table, "below-other-headings"));
    let page = of(&format!("{TITLE}{HEAD}2023,600,60\nPage 2,,\n{HEAD}2024,610,61\n"));
    assert_eq!(shares(&page), derby());
}

#[test]
fn a_span_over_years_that_are_there_too_is_no_financial_year() {
    for span in ["2023-2024", "2023/24", "2023 to 2024"] {
        let read = of(&format!("{TITLE}{HEAD}{ROWS}{span},1210,121\n"));
        assert_eq!(shares(&read), derby(), "{span}");
        assert!(says(&read, "period-not-recognised"), "{span}");
    }
    let alone = of(&format!("{TITLE}{HEAD}2023/24,1210,121\n"));
    assert_eq!(shares(&alone), [("Derby".to_owned(), 2024, 121, 1210)]);
    let said = of(&format!("{TITLE}{HEAD}{ROWS}Financial year 2023/24,605,62\n"));
    assert_eq!(shares(&said).len(), 3);
    let columns = "Derby City Council,,,\nQuestion,2023,2024,2023-2024\nLooked after children,600,610,1210\n\
                   Looked after children who went missing,60,61,121\n";
    assert_eq!(shares(&of(columns)), derby());
}

#[test]
fn rows_of_groups_and_of_units_are_no_answers() {
    let head = "Authority,Year,Looked after children,Looked after children who went missing\n";
    let first = [("Leeds".to_owned(), 2024, 130, 1300)];
    for row in [",,UASC,UASC", ",,Unaccompanied,Unaccompanied", ",,Girls,Girls"] {
        let read = of(&format!("{head}Leeds,2024,1300,130\n{row}\nKent,2024,400,40\n"));
        assert_eq!(shares(&read), first, "{row}");
    }
    for row in ["LA,,(as at 31 March),(episodes)", "Council,,snapshot,incidents"] {
        assert_eq!(shares(&of(&format!("{head}{row}\nLeeds,2024,1300,130\n"))), [], "{row}");
    }
    let again = head.to_uppercase();
    assert_eq!(shares(&of(&format!("{head}{again}Leeds,2024,1300,130\n"))), first);
}

#[test]
fn a_column_of_work_parts_no_rows_where_each_authority_has_one() {
    for (heading, one, other) in [
        ("Follow-up", "None", "Chase"),
        ("Assigned to", "Jo", "Sam"),
        ("Priority", "High", "Low"),
        ("Done?", "Yes", "No"),
        ("RAG", "G", "A"),
        ("Action", "None", "Chase"),
        ("Next step", "Call", ""),
        ("Batch", "A", "B"),
        ("Volunteer", "Jo", "Jo"),
        ("Tags", "x", "y"),
        ("Time taken", "3 days", "4 days"),
    ] {
        let text = format!("Authority,{HEAD}").replace('\n', &format!(",{heading}\n"));
        let read = of(&format!("{text}Leeds,2024,1300,130,{one}\nKent,2024,700,50,{other}\n"));
        assert_eq!(shares(&read).len(), 2, "{heading}");
    }
    for (heading, cell) in [("Tags", "girls"), ("Batch", "UASC"), ("Which", "Under 16")] {
        let text = format!("Authority,{HEAD}").replace('\n', &format!(",{heading}\n"));
        let read = of(&format!("{text}Leeds,2024,1300,130,{cell}\nKent,2024,700,50,{cell}\n"));
        assert_eq!(shares(&read), [], "{heading}");
    }
    let text = format!("Authority,{HEAD}").replace('\n', ",Batch\n");
    assert_eq!(shares(&of(&format!("{text}Leeds,2024,1300,130,A\nLeeds,2024,700,50,B\n"))), []);
}

#[test]
fn a_sheet_whose_name_may_limit_is_asked_about_or_said() {
    let rows = format!("Authority,{HEAD}Leeds,2024,1300,130\n");
    for name in ["Financial", "Fiscal", "31 March", "31 March 2024"] {
        assert_eq!(shares(&named(&format!("w.xlsx › {name}"), &rows)), [], "{name}");
    }
    for name in ["16-17", "Away", "Sample", "Old", "Archive", "White", "Asian", "BME", "CSE", "Other LAs", "24h+"] {
        let read = named(&format!("w.xlsx › {name}"), &rows);
        let said = says(&read, "words-not-read") || says(&read, "title-speaks-against");
        assert!(said || shares(&read).is_empty(), "{name}");
    }
    for name in ["Sheet1", "Data", "Tracker", "Responses", "2024"] {
        let read = named(&format!("w.xlsx › {name}"), &rows);
        assert!(!says(&read, "words-not-read") && shares(&read).len() == 1, "{name}");
    }
}

#[test]
fn who_signed_and_where_they_are_is_passed_over_and_teams_that_look_after_some_are_not() {
    for line in [
        "Information Governance Officer",
        "Performance Analyst",
        "Legal Services",
        "Director of Children's Services",
        "Jo Bloggs, FOI Officer",
        "County Hall, Maidstone, Kent, ME14 1XQ",
        "1 High Street, Leeds, LS1 1UR",
        "Printed 12/05/2025 10:33",
        "Page 1 of 3",
        "Run date: 12/05/2025 10:33",
        "Generated 12/05/2025",
        "Created by Performance Team",
        "Ext. 1234",
        "Ref: FOI/2025/123",
        "Source: SSDA903",
        "End of report",
    ] {
        assert_eq!(shares(&above(line)), derby(), "{line} above");
        assert_eq!(shares(&below(line)), derby(), "{line} below");
        assert!(!says(&above(line), "words-not-read") && !says(&below(line), "words-not-read"), "{line}");
    }
    for line in [
        "Leaving Care Team",
        "Disabled Children Team",
        "Court Team",
        "Jo Bloggs",
        "Scaled up, FOI Officer",
        "LS1 1UR only",
    ] {
        let read = below(line);
        let asked = shares(&read).is_empty();
        assert!(asked || says(&read, "words-not-read"), "{line}");
    }
    let signed = |lines: &str| of(&format!("{TITLE}{HEAD}{ROWS},,\n{lines}"));
    let read = signed("Yours sincerely,,\n,,\nJo Bloggs,,\nFOI Officer,,\n");
    assert!(shares(&read) == derby() && !says(&read, "words-not-read"));
    // Only the name right below it.
    for lines in ["Yours sincerely,,\nScaled up twice,,\n", "Yours sincerely,,\nFOI Officer,,\nJo Bloggs,,\n"] {
        assert!(says(&signed(lines), "words-not-read"), "{lines}");
    }
}
