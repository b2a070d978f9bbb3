//! Small tables that must be read right, or asked about: what the words say, and never more.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeMap;

use crate::support::{assert_balanced, beside_the_project, found, read, report, set_aside};
use missing_rates::cohort::Share;
use missing_rates::mapping::{Draft, Field, Mapping};
use missing_rates::read::Reader;
use missing_rates::report::{Basis, ColumnState, FileKind, Level, Report, code};
use missing_rates::{Query, Returns};
use serde_json::Value;

/// The matched shares of children missing over the largest area, by group and period.
fn shares(report: &Report) -> BTreeMap<String, [u64; 2]> {
    let mut found: BTreeMap<String, (Level, [u64; 2])> = BTreeMap::new();
    for rate in &report.rates {
        if (rate.measure, rate.basis) != (Share::Missing, Basis::Matched) || rate.value.is_none() {
            continue;
        }
        let key = format!("{} {}", code(&rate.cohort), rate.period);
        let (level, counts) = (rate.area.level, [rate.numerator, rate.denominator]);
        match found.get(&key) {
            Some((other, _)) if *other <= level => {}
            _ => drop(found.insert(key, (level, counts))),
        }
    }
    found.into_iter().map(|(key, (_, counts))| (key, counts)).collect()
}

/// What is wrong with the reading of one table.
fn wrong(name: &str, bytes: &[u8], case: &Value) -> Option<String> {
    let report = report(&[(name, bytes)]);
    assert_balanced(&report);
    let got = serde_json::to_value(shares(&report)).unwrap();
    let allowed = case["any_of"].as_array().unwrap();
    (!allowed.contains(&got)).then(|| format!("{name}: {got} is none of {}", case["any_of"]))
}

#[test]
fn each_table_gives_what_its_words_say_or_a_question() {
    let cases: Value = serde_json::from_str(include_str!("readings.json")).unwrap();
    let cases = cases.as_array().unwrap();
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|case| {
            let wrong = wrong(case["file"].as_str().unwrap(), case["text"].as_str().unwrap().as_bytes(), case)?;
            Some(format!("{}: {wrong}", case["what"]))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let read =
        cases.iter().filter(|case| case["any_of"].as_array().unwrap().iter().all(|of| of != &serde_json::json!({})));
    assert!(cases.len() >= 100 && read.count() >= 30, "too few");
}

#[test]
#[ignore = "reads data beside the project"]
fn the_tables_beside_the_project_give_what_they_must() {
    let expected = beside_the_project("readings/expected.json");
    let expected: BTreeMap<String, Value> = serde_json::from_slice(&expected).unwrap();
    let wrong: Vec<String> = expected
        .iter()
        .filter_map(|(name, case)| wrong(name, &beside_the_project(&format!("readings/{name}")), case))
        .collect();
    assert!(wrong.is_empty() && !expected.is_empty(), "{}", wrong.join("\n"));
}

fn states(report: &Report) -> Vec<(String, ColumnState)> {
    report.columns.iter().map(|column| (column.read_as.clone(), column.state)).collect()
}

#[test]
fn a_report_says_how_each_column_was_read_and_which_words_were_in_the_way() {
    use ColumnState::{NotNeeded, NotUnderstood, OtherMeaning, Used};

    let text =
        "Authority,Year,UASC,UASC missing umbrellas,UASC girls missing,Notes\nKent,2024,100,7,3,x\nHull,2024,50,,2,\n";
    let report = report(&[("a.csv", text)]);
    assert_eq!(
        states(&report),
        [
            ("authority".to_owned(), Used),
            ("year".to_owned(), Used),
            ("unaccompanied/children".to_owned(), Used),
            ("unaccompanied/children-missing".to_owned(), NotUnderstood),
            (String::new(), OtherMeaning),
            (String::new(), NotNeeded),
        ]
    );
    let [.., umbrellas, girls, _] = report.columns.as_slice() else { panic!() };
    assert_eq!((umbrellas.column, umbrellas.used, umbrellas.examples.as_slice()), (4, false, &["7".to_owned()][..]));
    assert_eq!(umbrellas.not_understood, ["umbrellas"]);
    assert_eq!(girls.not_understood, ["girls"]);
    assert!(girls.state == OtherMeaning && !girls.state.asks() && NotUnderstood.asks());
}

#[test]
fn identified_and_suspected_add_up_part_by_part_and_the_sum_says_so() {
    let text = "Authority,Year,Q1a Identified as trafficked,Q1b Suspected of being trafficked,Q2 Trafficked children missing\n\
                Kent,2024,30,5,10\nSurrey,2024,20,<5,4\nHull,2024,8,Included in above,2\nLeeds,2024,7,Not held,1\nYork,2024,6,,1\n";
    let report = report(&[("a.csv", text)]);
    assert_balanced(&report);
    let total = |name: &str| {
        let of = |t: &&missing_rates::report::Total| t.area.name == Some(name) && code(&t.measure) == "children";
        report.totals.iter().find(of).map(|t| (t.exact, t.lowest, t.highest))
    };
    assert_eq!(total("Kent"), Some((Some(35), 35, 35)));
    assert_eq!(total("Surrey"), Some((None, 20, 24)));
    assert_eq!(total("Kingston upon Hull, City of"), Some((Some(8), 8, 8)));
    // Nothing is known of a part: nothing is known of the sum.
    assert_eq!((total("Leeds"), total("York")), (None, None));
    let added = report.findings.iter().find(|finding| finding.rule == "parts-added").unwrap();
    assert_eq!((added.count, added.rows[0].value.as_deref()), (5, Some("30 + 5")));
    assert!(report.wordings.iter().any(|wording| wording.wording == "Included in above"));
}

#[test]
fn rows_that_part_an_authority_are_used_as_a_person_says_and_not_before() {
    let text = "Authority,Year,Age group,UASC,UASC missing\nKent,2024,Under 16,40,10\nKent,2024,16 and 17,40,10\nKent,2024,All,80,20\n";
    let asked = report(&[("a.csv", text)]);
    assert_balanced(&asked);
    assert!(shares(&asked).is_empty());
    assert_eq!(asked.columns[2].state, ColumnState::Breakdown);
    assert_eq!(set_aside(&asked, "a.csv"), [(missing_rates::report::Reason::PartOfAnswers, 3)]);
    assert!(found(&asked).is_empty());
}

/// The shares once a person has said what the columns are: the guesses, and a field for one column.
fn as_said(text: &str, column: Option<(usize, Field)>) -> BTreeMap<String, [u64; 2]> {
    let file = read("a.csv", text.as_bytes());
    let mut mapping = Draft::propose(file.head(), Some(FileKind::AuthorityAnswers)).so_far(file.head()).unwrap();
    if let Some((at, field)) = column {
        mapping.fields[at] = Some(field);
    }
    let kept = Mapping::from_json(&mapping.to_json()).unwrap();
    let mut reader = Reader::mapped("a.csv", kept);
    reader.push(text.as_bytes());
    let mut returns = Returns::default();
    returns.add(1, reader.finish());
    let report = returns.report(&Query::default());
    assert_balanced(&report);
    assert!(report.columns.iter().all(|column| !column.state.asks()), "{:?}", states(&report));
    shares(&report)
}

#[test]
fn a_person_can_say_what_rows_that_part_an_authority_are_and_what_bare_questions_ask() {
    let text = "Authority,Year,Age group,UASC,UASC missing\nKent,2024,Under 16,40,10\nKent,2024,16 and 17,<5,1\nSurrey,2024,Under 16,30,3\n\
                Surrey,2024,16 and 17,20,2\nSurrey,2024,All,51,6\n";
    let year = "unaccompanied 2024-01-01/2024-12-31";
    assert_eq!(as_said(text, Some((2, Field::AddUp))), BTreeMap::from([(year.to_owned(), [5, 50])]));
    assert_eq!(as_said(text, Some((2, Field::TotalRows))), BTreeMap::from([(year.to_owned(), [6, 51])]));
    let others = format!("{text}Hull,2024,,9,1\n");
    assert_eq!(as_said(&others, Some((2, Field::LeaveOut))), BTreeMap::from([(year.to_owned(), [1, 9])]));
    let bare = "Authority,Year,Q1a,Q1b,Q1c,Q2a,Q2b\nKent,2024,30,5,100,10,12\n";
    assert_eq!(
        as_said(bare, None),
        BTreeMap::from([(year.to_owned(), [12, 100]), ("trafficked 2024-01-01/2024-12-31".to_owned(), [10, 35])])
    );
}
