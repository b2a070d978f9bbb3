//! Headings by themselves and beside others, as a table of cases; and what holds for any heading.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::Sheet;
use crate::read::heading::every_word;
use crate::report::{ColumnState, code};

/// One line a case: what the heading is read as, or why it is not a figure; the heading.
const HEADINGS: &str = include_str!("headings.tsv");

fn cases() -> impl Iterator<Item = (&'static str, &'static str)> {
    HEADINGS.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}

/// What a heading is read as by itself, or what became of it.
fn read(heading: &str) -> String {
    let sheet = Sheet::read(&[heading.to_owned()]);
    let column = &sheet.columns[0];
    if column.state == ColumnState::Used { column.read_as() } else { code(&column.state) }
}

#[test]
fn every_heading_of_the_table_is_read_as_it_says() {
    let wrong: Vec<String> = cases()
        .filter(|(expected, heading)| read(heading) != *expected)
        .map(|(expected, heading)| format!("{heading}: {} and not {expected}", read(heading)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let of = |figure: bool| cases().filter(|(expected, _)| expected.contains('/') == figure).count();
    assert!(of(true) >= 100 && of(false) >= 100, "{} figures and {} others", of(true), of(false));
}

/// The readings of headings that are side by side.
fn together(headings: &[&str]) -> Vec<String> {
    let cells: Vec<String> = headings.iter().map(|heading| (*heading).to_owned()).collect();
    let read = |column: &super::Column| {
        if column.state == ColumnState::Used { column.read_as() } else { code(&column.state) }
    };
    Sheet::read(&cells).columns.iter().map(read).collect()
}

#[test]
fn headings_are_read_beside_each_other() {
    let cases: &[(&[&str], &[&str])] = &[
        // A reference is to the question of that label, wherever it is.
        (
            &["Q2a. Of those at Q1a, how many went missing?", "Q1c. UASC", "Q1a. Trafficked children"],
            &["trafficked/children-missing", "unaccompanied/children", "trafficked/children"],
        ),
        (&["1(a) UASC", "2 Of those in 1(b), how many went missing?"], &["unaccompanied/children", "not-understood"]),
        // Two parts of one figure.
        (
            &[
                "Q1a Trafficked children",
                "Q1b Suspected trafficked children, if not in (a)",
                "Trafficked children missing",
            ],
            &["trafficked/children/identified", "trafficked/children/suspected", "trafficked/children-missing"],
        ),
        (
            &[
                "Q1a Trafficked children",
                "Q1b Suspected trafficked children",
                "Q2 Of those at Q1a and Q1b, how many went missing?",
            ],
            &["trafficked/children/identified", "trafficked/children/suspected", "trafficked/children-missing"],
        ),
        // The missing of one part are not those of both.
        (
            &[
                "Q1a Children identified as trafficked",
                "Q1b Children suspected of being trafficked",
                "Q2 Of those at Q1a, how many went missing?",
            ],
            &["trafficked/children/identified", "trafficked/children/suspected", "part-only"],
        ),
        (&["Confirmed trafficked children", "Trafficked children missing"], &["part-only", "part-only"]),
        (&["Trafficked children", "Suspected trafficked children"], &["part-only", "part-only"]),
        (
            &["Trafficked children", "Confirmed trafficked children", "Suspected trafficked children"],
            &["trafficked/children", "not-needed", "not-needed"],
        ),
        // No group is taken from a neighbour, but `of whom` right beside the only one says whose they are.
        (&["UASC", "Children who went missing"], &["unaccompanied/children", "no-group"]),
        (&["UASC", "Of whom missing"], &["unaccompanied/children", "unaccompanied/children-missing"]),
        (
            &["UASC", "Of whom missing", "%", "Missing incidents"],
            &["unaccompanied/children", "unaccompanied/children-missing", "checked", "unaccompanied/missing-incidents"],
        ),
        (
            &["Looked after children", "UASC", "Of whom missing"],
            &["all/children", "unaccompanied/children", "no-group"],
        ),
        (&["UASC", "Notes", "Of whom missing"], &["unaccompanied/children", "not-needed", "no-group"]),
        (&["UASC", "Of whom boys", "Of whom missing"], &["unaccompanied/children", "other-meaning", "no-group"]),
        (
            &["UASC", "Of whom trafficked", "Of whom missing"],
            &["unaccompanied/children", "trafficked-and-unaccompanied/children", "no-group"],
        ),
        (&["UASC", "of whom", "Missing"], &["unaccompanied/children", "no-group", "no-group"]),
        (
            &["UASC", "Of whom girls missing", "Incidents of going missing"],
            &["unaccompanied/children", "other-meaning", "no-group"],
        ),
        (&["Trafficked children", "Of whom UASC"], &["trafficked/children", "trafficked-and-unaccompanied/children"]),
        (&["UASC missing", "Of whom found"], &["unaccompanied/children-missing", "other-meaning"]),
        // Two columns of one meaning.
        (
            &["UASC", "Number of UASC", "UASC missing"],
            &["same-as-another", "same-as-another", "unaccompanied/children-missing"],
        ),
        (&["UASC 2023", "UASC 2024"], &["unaccompanied/children", "unaccompanied/children"]),
        // A bare number before several figures is a quarter, not a question.
        (&["Q1 UASC", "Q1 UASC missing"], &["not-understood", "not-understood"]),
        (&["Q1 UASC", "Q2 UASC missing"], &["unaccompanied/children", "unaccompanied/children-missing"]),
        // Those of both groups, where each is counted by itself.
        (
            &["Trafficked children", "UASC", "Trafficked and unaccompanied children"],
            &["trafficked/children", "unaccompanied/children", "trafficked-and-unaccompanied/children"],
        ),
        (&["Trafficked and unaccompanied children", "Trafficked children"], &["not-understood", "trafficked/children"]),
        // Incidents of what?
        (&["UASC", "UASC incidents"], &["unaccompanied/children", "not-understood"]),
        (&["UASC missing", "UASC incidents"], &["unaccompanied/children-missing", "unaccompanied/missing-incidents"]),
        (&["Q1a", "Q1b", "Q1c", "Q2a"], &["bare-question", "bare-question", "bare-question", "bare-question"]),
    ];
    for (headings, expected) in cases {
        assert_eq!(together(headings), *expected, "{headings:?}");
    }
}

#[test]
fn a_bare_question_is_guessed_to_be_that_of_the_four_reports() {
    let cells = ["Q1a", "Q1b", "Q1c", "Q1d", "Q2a", "Q2b", "Q3a", "Q4b", "Q5", "Q1"].map(str::to_owned);
    let guesses: Vec<String> = Sheet::read(&cells).columns.iter().map(super::Column::read_as).collect();
    assert_eq!(
        guesses,
        [
            "trafficked/children/identified",
            "trafficked/children/suspected",
            "unaccompanied/children",
            "trafficked-and-unaccompanied/children",
            "trafficked/children-missing",
            "unaccompanied/children-missing",
            "trafficked/missing-incidents",
            "unaccompanied/children-missing-at-end",
            "",
            "",
        ]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// A word that is not understood never makes another figure of a heading: it gives the same, or none.
    #[test]
    fn a_word_outside_the_vocabulary_never_changes_a_figure_into_another(
        case in 0usize..400,
        place in any::<prop::sample::Index>(),
        word in "[a-z]{4,12}",
    ) {
        let known: BTreeSet<&str> = every_word().collect();
        let stem = word.trim_end_matches('s');
        prop_assume!(!known.contains(word.as_str()) && !known.contains(stem));
        let all: Vec<(&str, &str)> = cases().collect();
        let (_, heading) = all[case % all.len()];
        let mut words: Vec<&str> = heading.split(' ').collect();
        words.insert(place.index(words.len() + 1), &word);
        let (before, after) = (read(heading), read(&words.join(" ")));
        prop_assert!(!after.contains('/') || after == before, "{heading:?} {word:?}: {before} became {after}");
    }
}
