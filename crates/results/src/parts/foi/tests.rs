//! The part as the worker puts it together, of the sample return.

use missing_rates::Returns;
use missing_rates::read::Reader;
use missing_rates::report::{Disclosure, Shown};

use super::*;
use words::Language::English;

const RETURN: [(&str, &[u8]); 5] = [
    ("header.csv", include_bytes!("../../../../../static/samples/ssda903/header.csv")),
    ("episodes.csv", include_bytes!("../../../../../static/samples/ssda903/episodes.csv")),
    ("uasc.csv", include_bytes!("../../../../../static/samples/ssda903/uasc.csv")),
    ("missing.csv", include_bytes!("../../../../../static/samples/ssda903/missing.csv")),
    ("list.csv", b"CHILD,TRAFFICKED\n999999,confirmed\n"),
];

fn report(files: usize) -> Report {
    disclosed(files, Disclosure::Exact)
}

fn disclosed(files: usize, disclosure: Disclosure) -> Report {
    let mut returns = Returns::default();
    for (id, (name, bytes)) in (1..).zip(RETURN.into_iter().take(files)) {
        let mut reader = Reader::new(name, Vec::new());
        reader.push(bytes);
        returns.add(id, reader.finish());
    }
    returns.report(&missing_rates::Query { disclosure, ..missing_rates::Query::default() })
}

fn shown(report: &Report, settings: &Settings) -> Vec<Block> {
    blocks(Context {
        language: English,
        report,
        period: report.periods.last().copied(),
        settings,
        returns: None,
        without_books: false,
    })
}

fn cells(blocks: &[Block], id: &str) -> Vec<Vec<String>> {
    let table = blocks.iter().find_map(|block| match block {
        Block::Table { table } if table.id == *id => Some(table),
        _ => None,
    });
    let rows = table.unwrap_or_else(|| panic!("no table {id}")).rows.iter();
    rows.map(|row| row.cells.iter().map(|cell| cell.text.to_string()).collect()).collect()
}

fn notes(blocks: &[Block]) -> Vec<Text> {
    let text = |block: &'_ Block| match block {
        Block::Note { text } | Block::Text { text } => Some(text.clone()),
        _ => None,
    };
    blocks.iter().filter_map(text).collect()
}

#[test]
fn the_year_that_is_covered_most_comes_first_and_what_is_not_covered_is_said() {
    let report = report(4);
    let blocks = shown(&report, &Settings::default());
    let Some(Block::Lead { text }) = blocks.first() else { panic!("{blocks:?}") };
    assert!(text.contains("for 1 April 2024 to 31 December 2024"), "{text}");
    let notes = notes(&blocks);
    assert!(notes[0].contains("They do not cover 1 January 2024 to 31 March 2024."), "{notes:?}");
    assert!(notes[1].contains("These numbers are exact."), "{notes:?}");
    assert!(notes[2].contains("One row of missing.csv is in none of these counts"), "{notes:?}");
    assert!(notes[3].contains("columns CHILD and TRAFFICKED"), "{notes:?}");
    assert_eq!(cells(&blocks, "foi-children")[0], ["1 (a) Identified as trafficked", "not in this return"]);
    assert_eq!(cells(&blocks, "foi-children")[2], ["1 (c) Unaccompanied", "27"]);
    let missing = cells(&blocks, "foi-missing");
    assert_eq!(missing[1], ["2 (b) Unaccompanied: children, each once", "3", "0", "3"]);
    assert_eq!(missing.len(), 6);
    assert_eq!(cells(&blocks, "foi-sex")[0], ["Unaccompanied, male", "27", "3", "0", "3"]);
    assert_eq!(cells(&blocks, "foi-length").len(), 7);
}

#[test]
fn what_is_shown_copied_and_downloaded_is_what_was_chosen() {
    let report = disclosed(4, Disclosure::SafeTo5);
    let mut settings = Settings::default();
    settings.apply(Setting::FoiYear(2025));
    let blocks = shown(&report, &settings);
    assert!(notes(&blocks).iter().any(|note| note.contains("numbers are hidden (c)")));
    assert_eq!(cells(&blocks, "foi-children")[2][1], "25");
    let snippet = blocks.iter().find_map(|block| match block {
        Block::Snippet { text, .. } => Some(text.to_string()),
        _ => None,
    });
    let snippet = snippet.unwrap();
    assert!(snippet.starts_with("Looked-after children who went missing, 2025\n"), "{snippet}");
    assert!(snippet.contains("Numbers are rounded to 5.") && snippet.contains("(c) unaccompanied: 25\n"));
    assert_eq!(file(English, &report, &settings, Format::FoiText), Some(snippet));
    let csv = file(English, &report, &settings, Format::FoiCsv).unwrap();
    assert!(csv.contains("\r\n2025,") && !csv.contains("\r\n2024,") && csv.contains("\"safe, rounded to 5\""), "{csv}");
}

#[test]
fn a_workbook_holds_every_year_on_a_sheet_of_its_own() {
    let report = report(4);
    let mut settings = Settings::default();
    settings.apply(Setting::FoiYear(2025));
    let csv = file(English, &report, &settings, Format::FoiXlsx).unwrap();
    assert_eq!(csv, report.foi_csv(&English).unwrap(), "one return: what the terminal writes");
    let sheets = crate::foi_workbook(English, &report, &csv).sheets;
    let years: Vec<i32> = report.foi.as_ref().unwrap().years.iter().map(|year| year.year).collect();
    let named: Vec<String> = years.iter().map(|year| format!("Answers {year}")).collect();
    assert!(years.len() > 1, "{years:?}");
    let found = &sheets[1..sheets.len() - 1];
    assert_eq!(found.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>(), named);
    for (sheet, year) in found.iter().zip(&report.foi.as_ref().unwrap().years) {
        assert_eq!(sheet.rows.len(), year.answers.len());
        assert!(sheet.rows.iter().all(|row| row[0] == year.year.to_string()));
    }
    let called = crate::file_name(&report, &settings, Format::FoiXlsx);
    let (first, last) = (years.first().unwrap(), years.last().unwrap());
    assert_eq!(called, format!("missing-from-care-foi-answer-{first}-to-{last}-exact.xlsx"));
}

#[test]
fn with_a_list_nothing_is_not_held() {
    let blocks = shown(&report(5), &Settings::default());
    assert!(notes(&blocks).iter().all(|note| !note.contains("columns CHILD and TRAFFICKED")));
    assert_eq!(cells(&blocks, "foi-children")[0], ["1 (a) Identified as trafficked", "0"]);
}

#[test]
fn with_a_list_that_needs_a_decision_its_wordings_are_named_instead_of_numbers() {
    let mut returns = Returns::default();
    let list: (&str, &[u8]) = ("list.csv", b"CHILD,Outcome\n999999,Withdrawn\n999998,withdrawn\n999997,Pending\n");
    for (id, (name, bytes)) in (1..).zip(RETURN.into_iter().take(4).chain([list])) {
        let mut reader = Reader::new(name, Vec::new());
        reader.push(bytes);
        returns.add(id, reader.finish());
    }
    let report = returns.report(&missing_rates::Query::default());
    let blocks = shown(&report, &Settings::default());
    assert!(notes(&blocks).iter().any(|note| **note == *English.foi_list_undecided()), "{:?}", notes(&blocks));
    assert_eq!(cells(&blocks, "foi-children")[0], ["1 (a) Identified as trafficked", "not in this return"]);
    let reply = reply::of_year(English, &report, report.foi.as_ref().unwrap(), 2024);
    assert!(reply.contains("mean: “pending”, “withdrawn”\n"), "{reply}");
    let gaps = crate::parts::coverage(English, &report, &missing_rates::Query::default());
    let said = notes(&gaps);
    assert!(said.iter().any(|note| note.contains("trafficked") && note.contains("“pending”, “withdrawn”")), "{said:?}");
}

/// A return to March 2024: 1 is unaccompanied, male and went missing for a day, 2 is unaccompanied and male, 3 is female.
const SMALL: [(&str, &str); 4] = [
    ("episodes.csv", "CHILD,DECOM,LS,DEC,REC\n1,01/05/2023,C2,,\n2,01/05/2023,C2,,\n3,01/05/2022,C2,,\n"),
    ("header.csv", "CHILD,SEX,DOB,ETHNIC\n1,M,01/02/2008,A\n2,M,01/02/2008,A\n3,F,15/11/2006,A\n"),
    ("uasc.csv", "CHILD,DUC\n1,\n2,\n"),
    ("missing.csv", "CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2023,02/06/2023\n"),
];

fn small(files: &[(&str, &str)], disclosure: Disclosure) -> String {
    let report = small_report(files, disclosure);
    reply::of_year(English, &report, report.foi_of(None).unwrap(), 2023)
}

fn small_report(files: &[(&str, &str)], disclosure: Disclosure) -> Report {
    let mut returns = Returns::default();
    for (id, (name, text)) in (1..).zip(files) {
        let mut reader = Reader::new(name, Vec::new());
        reader.push(text.as_bytes());
        returns.add(id, reader.finish());
    }
    returns.report(&missing_rates::Query { disclosure, ..missing_rates::Query::default() })
}

#[test]
fn a_person_who_replies_is_told_of_rows_that_are_in_no_count_and_of_years_that_are_not_certain() {
    let [episodes, header, uasc, missing] = SMALL;
    let sound = doubts(English, &small_report(&SMALL, Disclosure::Exact)).join("\n");
    assert!(sound.contains("not certain") && sound.contains("these figures are too low"), "{sound}");
    assert!(!sound.contains("none of these counts"), "{sound}");
    let slips = format!("{}1,AWOL,05/06/2023,\n,M,05/06/2023,\n2,M,31/06/2023,\n", missing.1);
    let files = [episodes, header, uasc, (missing.0, &*slips)];
    let said = doubts(English, &small_report(&files, Disclosure::Exact)).join("\n");
    for reason in ["MISSING is neither M nor A", "CHILD is blank", "MIS_START is blank or not a date"] {
        assert!(said.contains("One row of missing.csv is in none of these counts") && said.contains(reason), "{said}");
    }
    let safe = doubts(English, &small_report(&files, Disclosure::Safe));
    assert!(safe.iter().all(|said| said.starts_with(English.coverage_may_be_part())), "{safe:?}");
}

#[test]
fn a_person_who_replies_is_told_that_missing_ends_early() {
    let day = |at: u32| format!("{:02}/{:02}/2024", 1 + at * 5 % 28, 4 + at % 6);
    let episode = |child: u32| {
        let (month, year) = if child % 12 < 9 { (4 + child % 12, 2024) } else { (child % 12 - 8, 2025) };
        format!("{child},{:02}/{month:02}/{year},C2,,\n", 1 + child % 28)
    };
    let said = |until: u32| {
        let episodes: String = (1..=120).map(episode).collect();
        let incident = |child: u32| format!("{child},M,{0},{0}\n", day(child));
        let missing: String = (1..=until).map(incident).collect();
        let files = [
            ("episodes 2025.csv", format!("CHILD,DECOM,LS,DEC,REC\n{episodes}")),
            ("missing 2025.csv", format!("CHILD,MISSING,MIS_START,MIS_END\n{missing}")),
        ];
        let files = files.each_ref().map(|(name, text)| (*name, &**text));
        let safe = doubts(English, &small_report(&files, Disclosure::Safe)).join("\n");
        assert!(
            !safe.contains("The last date") && (until < 12 || safe.contains(English.coverage_may_be_part())),
            "{safe}"
        );
        doubts(English, &small_report(&files, Disclosure::Exact)).join("\n")
    };
    assert!(said(12).contains("The last date in Missing is"), "{}", said(12));
    assert!(!said(3).contains("The last date in Missing is"), "{}", said(3));
}

#[test]
fn a_reply_says_what_the_return_does_not_hold() {
    let [episodes, header, uasc, _] = SMALL;
    for (files, parts) in [
        (
            &SMALL[..],
            &[
                "Looked-after children who went missing, 2023\n",
                "These figures are about a part of 2023: 1 April 2023 to 31 December 2023.\n",
                "do not cover 1 January 2023 to 31 March 2023.\n",
                "(a) identified as trafficked: not held in this return\n",
                "- The SSDA903 return does not record trafficking.\n",
                "(c) unaccompanied: 2\n",
                "(d) both unaccompanied and in (a) or (b): not held in this return\n",
                "(b) unaccompanied: missing 1; absent 0; either 1\n",
                "Unaccompanied, male, children: 2\n",
                "Unaccompanied, incidents, back on the next day: missing 1; absent 0; together 1\n",
                "- These numbers are exact: numbers from 1 to 5 are not hidden.\n",
            ][..],
        ),
        (&[episodes, header], &["(c) unaccompanied: not held: no UASC file for the year ending 31 March 2024 covers"]),
        (
            &[episodes, uasc],
            &[
                "no Missing file for the year ending 31 March 2024 covers these days",
                "no Header file for the year ending 31 March 2024 with the sex of the children was used",
            ],
        ),
    ] {
        let text = small(files, Disclosure::Exact);
        for part in parts {
            assert!(text.contains(part), "{part}\n{text}");
        }
        assert!(!text.contains("c: a number") && !text.contains("Before you publish"), "{text}");
    }
}

#[test]
fn a_reply_for_several_authorities_is_about_all_of_them_and_each() {
    let mut returns = Returns::default();
    for (id, (name, text)) in (1..).zip([
        ("episodes.csv", "LA,CHILD,DECOM,LS,DEC,REC\nKent,1,01/05/2023,C2,,\nSurrey,1,01/05/2023,C2,,\n"),
        ("missing.csv", "LA,CHILD,MISSING,MIS_START,MIS_END\nKent,1,M,01/06/2023,02/06/2023\n"),
    ]) {
        let mut reader = Reader::new(name, Vec::new());
        reader.push(text.as_bytes());
        returns.add(id, reader.finish());
    }
    let text = reply(English, &returns.report(&missing_rates::Query::default())).unwrap();
    for name in ["England: all authorities in the files together\n", "\nKent\n", "\nSurrey\n"] {
        assert!(text.contains(name), "{name}: {text}");
    }
}

#[test]
fn a_reply_for_publication_says_what_is_hidden() {
    let text = small(&SMALL, Disclosure::Safe);
    assert!(text.contains("withheld under section 40(2)") && !text.contains("- c: "), "{text}");
    // What is only for whoever made it is beside it.
    let report = small_report(&SMALL, Disclosure::Safe);
    let beside = format!("{:?}", shown(&report, &Settings::default()));
    for record in ["Before you publish", "docs/method.md", "Calculated by: ", "Disclosure control: "] {
        assert!(!text.contains(record) && beside.contains(record), "{record}\n{text}");
    }
    assert!(small(&SMALL, Disclosure::SafeTo10).contains("- Numbers are rounded to 10.\n"));
}

#[test]
fn what_is_not_recorded_is_said_and_what_is_of_some_is_a_least() {
    let of = |list: &'static str| {
        let files: Vec<(&str, &str)> = SMALL.into_iter().chain([("list.csv", list)]).collect();
        small(&files, Disclosure::Exact)
    };
    let none = of("CHILD,TRAFFICKED\n1,yes\n2,yes\n");
    for part in [
        "(a) identified as trafficked: not recorded: the authority’s list does not say which",
        "(b) suspected of being trafficked, and not in (a): not recorded: ",
        "In (a) or (b), not recorded in which: 2\n",
    ] {
        assert!(none.contains(part), "{part}\n{none}");
    }
    let some = of("CHILD,TRAFFICKED\n1,confirmed\n2,yes\n");
    assert!(some.contains("(a) identified as trafficked: at least 1\n"), "{some}");
    let files: Vec<(&str, &str)> =
        SMALL.into_iter().chain([("list.csv", "CHILD,TRAFFICKED\n1,confirmed\n2,yes\n")]).collect();
    let report = small_report(&files, Disclosure::Exact);
    let blocks = shown(&report, &Settings::default());
    let rows = cells(&blocks, "foi-children");
    assert_eq!((rows[0][1].as_str(), rows[1][1].as_str()), ("at least 1", "not recorded"));
    let csv = report.foi_csv(&English).unwrap();
    assert!(csv.contains(",1a,trafficked,confirmed,children,,,,1,,exact,\"At least so many: "), "{csv}");
}

#[test]
fn a_list_of_another_year_answers_nothing_and_the_reply_says_which_is_needed() {
    let files: Vec<(&str, &str)> =
        SMALL.into_iter().chain([("trafficked 2019.csv", "CHILD,TRAFFICKED\n1,confirmed\n")]).collect();
    let text = small(&files, Disclosure::Exact);
    let said = "not held: no list of trafficked children for the year ending 31 March 2024 was used";
    assert!(text.contains(&format!("(a) identified as trafficked: {said}\n")), "{text}");
    assert!(text.contains("on any day of the period up to the day on which that status ended."), "{text}");
    let report = small_report(&files, Disclosure::Exact);
    let said = notes(&shown(&report, &Settings::default()));
    assert!(said.iter().any(|note| note.contains("There is no list of trafficked children for the year")), "{said:?}");
}

#[test]
fn what_is_left_out_is_counted_and_only_the_symbols_that_are_there_are_explained() {
    let mut report = small_report(&SMALL, Disclosure::Safe);
    let of = |report: &Report| {
        let said = notes(&shown(report, &Settings::default())).join("\n");
        (said, reply::of_year(English, report, report.foi_of(None).unwrap(), 2023))
    };
    let year = |report: &mut Report, from: Shown, to: Shown| {
        let foi = report.foi.as_mut().unwrap();
        for year in &mut foi.years {
            let counts = year.answers.iter_mut().filter_map(|answer| answer.count.as_mut());
            counts.filter(|count| **count == from).for_each(|count| *count = to);
            year.hidden = year.answers.iter().filter(|of| of.count == Some(Shown::Confidential)).count() as u64;
        }
    };
    year(&mut report, Shown::NotAvailable, Shown::Confidential);
    let (said, reply) = of(&report);
    assert!(said.contains("numbers are hidden (c)") && !said.contains("left out (x)"), "{said}");
    assert!(reply.contains("- c: ") && !reply.contains("- x: "), "{reply}");
    year(&mut report, Shown::Confidential, Shown::NotAvailable);
    let left = report.foi.as_ref().unwrap().years.iter().find(|year| year.year == 2023).unwrap();
    let left = left.answers.iter().filter(|answer| answer.count == Some(Shown::NotAvailable)).count();
    let (said, reply) = of(&report);
    assert!(said.contains(&format!("{left} numbers are left out (x)")) && !said.contains("No number needed"), "{said}");
    assert!(!reply.contains("- c: ") && reply.contains("- x: "), "{reply}");
    year(&mut report, Shown::NotAvailable, Shown::Number(0));
    let (said, reply) = of(&report);
    assert!(said.contains("No number needed to be hidden."), "{said}");
    assert!(!reply.contains("- c: ") && !reply.contains("- x: "), "{reply}");
}
