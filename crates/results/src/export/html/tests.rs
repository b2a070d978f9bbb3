//! The written report is well formed, needs nothing else, and names no child.

use std::collections::BTreeSet;

use base64::Engine as _;
use missing_rates::read::Reader;
use missing_rates::report::Disclosure;
use missing_rates::{Query, Returns};
use roxmltree::{Document, Node, ParsingOptions};
use sha2::{Digest, Sha256};

use super::{STYLE, STYLE_SUM};
use crate::context::Context;
use crate::parts::whole_file;
use crate::settings::Settings;
use document::Setting;
use missing_rates::checks::WorkOrder;
use words::Language::English;

fn written(files: &[(&str, &[u8])]) -> String {
    written_as(files, &Settings::default())
}

fn written_as(files: &[(&str, &[u8])], settings: &Settings) -> String {
    let mut returns = Returns::default();
    for (id, (name, bytes)) in (1..).zip(files) {
        let mut reader = Reader::new(name, Vec::new());
        reader.push(bytes);
        returns.add(id, reader.finish());
    }
    let report = returns.report(&Query { ..settings.query.clone() });
    let period = report.periods.last().copied();
    whole_file(Context { language: English, report: &report, period, settings, returns: None, without_books: false })
}

fn read(page: &str) -> Document<'_> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    Document::parse_with_options(page, options).unwrap_or_else(|error| panic!("{error}"))
}

fn text_of(node: Node<'_, '_>) -> String {
    node.descendants().filter_map(|node| if node.is_text() { node.text() } else { None }).collect()
}

const SAMPLES: [&[(&str, &[u8])]; 3] = [
    &[("answers.csv", include_bytes!("../../../../../static/samples/answers-2024.csv"))],
    &[("published.csv", include_bytes!("../../../../../static/samples/published-2024.csv"))],
    &[
        ("header.csv", include_bytes!("../../../../../static/samples/ssda903/header.csv")),
        ("episodes.csv", include_bytes!("../../../../../static/samples/ssda903/episodes.csv")),
        ("uasc.csv", include_bytes!("../../../../../static/samples/ssda903/uasc.csv")),
        ("missing.csv", include_bytes!("../../../../../static/samples/ssda903/missing.csv")),
    ],
];

#[test]
fn the_policy_names_the_sum_of_the_style() {
    let sum = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(STYLE));
    assert_eq!(STYLE_SUM, format!("sha256-{sum}"));
    assert!(!STYLE.contains(['<', '\r']) && !STYLE.contains("url(") && !STYLE.contains("@import"));
}

#[test]
fn it_is_well_formed_in_order_and_needs_nothing_else() {
    for files in SAMPLES {
        let page = written(files);
        let document = read(&page);
        let elements = || document.descendants().filter(Node::is_element);
        let (mut ids, mut level) = (BTreeSet::new(), 0);
        for node in elements() {
            let name = node.tag_name().name();
            assert!(!["script", "link", "img", "iframe", "object", "form", "button"].contains(&name), "{name}");
            for attribute in node.attributes() {
                let (key, value) = (attribute.name(), attribute.value());
                assert!(!key.starts_with("on") && !["src", "style", "action"].contains(&key), "{name} {key}");
                assert!(key != "href" || value.starts_with('#'), "{value}");
                assert!(key != "id" || ids.insert(value.to_owned()), "{value} stands there twice");
            }
            if let Some(of) = name.strip_prefix('h').and_then(|level| level.parse::<u8>().ok()) {
                assert!(of <= level + 1, "a heading of level {of} after one of level {level}");
                level = of;
            }
            if name == "table" {
                let caption = node.first_element_child().map(|child| child.tag_name().name());
                assert_eq!(caption, Some("caption"));
            }
            assert!(name != "th" || node.has_attribute("scope"));
            if name == "svg" {
                let described = |name| node.children().any(|child| child.tag_name().name() == name);
                assert!(node.attribute("role") == Some("img") && described("title") && described("desc"));
            }
        }
        assert!(elements().any(|node| node.tag_name().name() == "svg"));
        for node in elements().filter(|node| node.has_attribute("href")) {
            assert!(ids.contains(&node.attribute("href").unwrap()[1..]));
        }
        let text = text_of(document.root_element());
        for (name, bytes) in files {
            assert!(text.contains(name) && text.contains(&hex(bytes)), "{name}");
        }
        assert!(text.contains(English.provenance_heading()) && text.contains(English.export_share_of()));
    }
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    Sha256::digest(bytes).iter().fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

#[test]
fn what_looks_like_markup_is_shown_as_text() {
    let hostile = "<script>alert(1)</script>";
    let answers = format!(
        "Authority,Year,Trafficked children,Trafficked children missing\nKent,2024,100,30\nLeeds,2024,9,\"{hostile}\"\n\
         \"\"\"><img src=x onerror=alert(1)>\",2024,5,1\n"
    );
    let page = written(&[(&format!("{hostile}.csv"), answers.as_bytes())]);
    let document = read(&page);
    assert!(document.descendants().all(|node| !["script", "img"].contains(&node.tag_name().name())));
    let text = text_of(document.root_element());
    assert!(text.contains("<script>alert(1)</script>.csv") && text.contains("\"><img src=x onerror=alert(1)>"));
}

#[test]
fn it_holds_more_rows_than_the_page_and_says_how_many_it_does_not() {
    let answers = |rows: usize| {
        let row = |at: usize| format!("Nowhere {at},2024,100,{}\n", at % 90);
        let rows: String = (0..rows).map(row).collect();
        let text = ["Authority,Year,UASC,UASC missing\nKent,2024,100,30\n", &rows].concat();
        written(&[("many.csv", text.as_bytes())])
    };
    // A name may be among the first cells of a column too.
    let number = |rest: &str| rest.chars().take_while(char::is_ascii_digit).collect::<String>();
    let shown = |page: &str| page.split("Nowhere ").skip(1).map(number).collect::<BTreeSet<_>>().len();
    let page = answers(1_000);
    assert_eq!(shown(&page), 1_000);
    let page = answers(2_003);
    assert_eq!(shown(&page), 2_000);
    assert!(page.contains(&*English.whole_more(3)));
}

#[test]
fn no_child_is_named_even_where_findings_are_shown_by_child() {
    let episodes = "CHILD,DECOM,LS,DEC\nSECRET1,01/05/2024,C2,\nSECRET2,01/05/2024,C2,\n";
    let missing = "CHILD,MISSING,MIS_START,MIS_END\nSECRET1,M,01/04/2024,02/05/2024\nSECRET2,M,05/06/2024,04/06/2024\n";
    let broken = [("episodes.csv", episodes.as_bytes()), ("missing.csv", missing.as_bytes())];
    let mut settings = Settings::default();
    settings.apply(Setting::Findings(WorkOrder::ByChild));
    for files in [&broken[..], SAMPLES[2]] {
        let mut names = BTreeSet::new();
        for (_, bytes) in files {
            let mut rows = csv::Reader::from_reader(*bytes);
            let at = rows.headers().unwrap().iter().position(|name| name == "CHILD").unwrap();
            names.extend(rows.records().map(|row| row.unwrap()[at].to_owned()));
        }
        let page = written_as(files, &settings);
        assert!(page.contains(English.quality_rules_caption()), "there are findings");
        let text = text_of(read(&page).root_element());
        let said: BTreeSet<&str> = text.split(|letter: char| !letter.is_ascii_alphanumeric()).collect();
        assert!(names.len() > 1 && names.iter().all(|name| !said.contains(&**name)));
    }
}

/// Every number of a JSON text, however deep.
fn numbers_of(value: &serde_json::Value, found: &mut Vec<f64>) {
    match value {
        serde_json::Value::Number(number) => found.extend(number.as_f64()),
        serde_json::Value::Array(values) => values.iter().for_each(|value| numbers_of(value, found)),
        serde_json::Value::Object(fields) => fields.values().for_each(|value| numbers_of(value, found)),
        _ => {}
    }
}

/// The whole numbers of a cell that has nothing else: `204`, `18 of 204`, `1,281`.
fn whole_numbers(cell: &str) -> Vec<f64> {
    let words: Vec<&str> = cell.split_whitespace().filter(|word| *word != "of").collect();
    let numbers: Option<Vec<f64>> = words.iter().map(|word| word.replace(',', "").parse().ok()).collect();
    numbers.unwrap_or_default()
}

#[test]
fn no_format_of_a_safe_report_prints_a_number_that_its_list_does_not_have() {
    for disclosure in [Disclosure::Safe, Disclosure::SafeTo5] {
        let mut returns = Returns::default();
        for (id, (name, bytes)) in (1..).zip(SAMPLES[2]) {
            let mut reader = Reader::new(name, Vec::new());
            reader.push(bytes);
            returns.add(id, reader.finish());
        }
        let report = returns.report(&Query { disclosure, ..Query::default() });
        let mut listed = Vec::new();
        numbers_of(&serde_json::from_str(&report.to_json()).unwrap(), &mut listed);
        let is_listed = |number: f64| listed.iter().any(|listed| (listed - number).abs() < 1e-12);
        let mut settings = Settings::default();
        settings.query.disclosure = disclosure;
        // The web page: every cell of every table.
        let page = written_as(SAMPLES[2], &settings);
        let document = read(&page);
        let cells = document.descendants().filter(|node| node.has_tag_name("td")).map(text_of);
        let in_page: Vec<f64> = cells.flat_map(|cell| whole_numbers(&cell)).collect();
        // The CSV: values, and what they were divided from.
        let csv = report.to_csv();
        let rows = csv.lines().skip(1);
        let in_csv: Vec<f64> = rows
            .flat_map(|row| {
                let cells: Vec<&str> = row.split(',').collect();
                [15, 17, 18].into_iter().filter_map(|at| cells.get(at)?.parse().ok()).collect::<Vec<f64>>()
            })
            .collect();
        // The reply: what follows each question.
        let reply = crate::parts::reply(English, &report).unwrap();
        let answers = reply.lines().filter(|line| line.starts_with('(')).filter_map(|line| line.rsplit_once(": "));
        let in_reply: Vec<f64> = answers
            .flat_map(|(_, answers)| answers.split("; "))
            .filter_map(|answer| answer.split_whitespace().last()?.replace(',', "").parse().ok())
            .collect();
        for (format, numbers) in [("page", in_page), ("csv", in_csv), ("reply", in_reply)] {
            assert!(!numbers.is_empty(), "{format} has no number");
            for number in numbers {
                assert!(is_listed(number), "{format}, {disclosure:?}: {number}");
                let is_share = number.fract() != 0.0;
                assert!(
                    is_share || number == 0.0 || number > 5.0 || disclosure != Disclosure::Safe,
                    "{format}: {number}"
                );
            }
        }
    }
}
