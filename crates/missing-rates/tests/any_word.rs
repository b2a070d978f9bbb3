//! A word that is not understood, in whatever cell of a table it stands, never makes another figure of one: it gives the
//! same, or none.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeMap;

use crate::support::report;
use missing_rates::report::{Level, Report, code};
use proptest::prelude::*;

/// Tables that are read: titles, group headings, headings, cells of long layouts, years, units, names, notes.
const TABLES: &[&str] = &[
    "Region|Authority|Year|UASC|UASC missing|Notes\nSouth East|Kent|2024|100|10|late\nSouth East|Surrey|2024|50|5|\n",
    "Calendar year 2024|||\nAuthority|UASC|UASC missing|Date received\nKent|100|10|01/02/2025\nSurrey|50|5|02/02/2025\n",
    "Calendar year 2024||||\nAuthority|Year|UASC|UASC missing|Status\nKent|2023|100|10|Replied\nSurrey|2023|50|5|Replied\n",
    "Answers||||\n|2023||2024|\nAuthority|UASC|UASC missing|UASC|UASC missing\nKent|100|10|120|12\nSurrey|50|5|60|6\n",
    "||Trafficked||Unaccompanied|\nAuthority|Year|Children|Missing|Children|Missing\nKent|2023/24|100|10|120|12\n",
    "Authority|Year|Group|Measure|Unit|Value\nKent|2024|UASC|Children in care|Number|100\nKent|2024|UASC|Children who went missing|Number|10\nSurrey|2024|Trafficked|Children in care|Number|60\nSurrey|2024|Trafficked|Children who went missing|Number|6\n",
    "Authority|Year|Q1a. Children identified as trafficked|Q1b. Children suspected of being trafficked, if not in (a)|Q1c. UASC|Q2a. Of those at Q1a and Q1b, how many went missing?|Q2b. Of those at Q1c, how many went missing?\nKent|2024|30|5|100|10|12\n",
    "Authority|Question|2023|2024\nKent|UASC|100|120\n|UASC who went missing|10|12\nSurrey|UASC|50|60\n|UASC who went missing|5|6\n",
    "Year ending 31 March 2024||\nQuestion|Kent|Surrey\nUASC|100|50\nUASC missing|10|5\n",
    "Authority|Start date|End date|UASC|UASC missing\nKent|01/04/2023|31/03/2024|100|10\nSurrey|01/04/2023|31/03/2024|50|5\n",
    "Authority|Year|Sex|UASC|UASC missing\nKent|2024|All|100|10\nSurrey|2024|All|50|5\n",
    "Authority|Year|UASC|Of whom missing|%|Missing incidents\nKent|2023|100|10|10%|20\n|2024|120|12|10%|30\nNote: as returned|||||\n",
    "ONS code|Authority|Financial year|Looked after children|Looked after children missing|Looked after children missing more than once\nE10000016|Kent|2024|1000|100|20\n",
];

/// What each authority gave.
fn figures(report: &Report) -> BTreeMap<String, (u64, u64)> {
    let of_one = report.totals.iter().filter(|total| total.area.level == Level::Authority);
    let key = |total: &missing_rates::report::Total| {
        let (cohort, measure) = (code(&total.cohort), code(&total.measure));
        format!("{} {} {cohort} {measure}", total.area.name.unwrap_or_default(), total.period)
    };
    of_one.map(|total| (key(total), (total.lowest, total.highest))).collect()
}

fn read(rows: &[Vec<String>]) -> BTreeMap<String, (u64, u64)> {
    let line = |row: &Vec<String>| row.iter().map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(",");
    let text: String = rows.iter().map(|row| line(row) + "\n").collect();
    figures(&report(&[("a.csv", text)]))
}

fn rows(table: &str) -> Vec<Vec<String>> {
    table.lines().map(|line| line.split('|').map(str::to_owned).collect()).collect()
}

#[test]
fn each_of_the_tables_is_read() {
    for table in TABLES {
        assert!(read(&rows(table)).len() >= 2, "{table}");
    }
}

/// A cell with a word more, at one of the places between its words.
fn with_word(cell: &str, place: usize, word: &str) -> String {
    let mut words: Vec<&str> = cell.split(' ').filter(|word| !word.is_empty()).collect();
    words.insert(place % (words.len() + 1), word);
    words.join(" ")
}

/// What is wrong once a word is in a cell.
fn changed(table: &str, (row, column): (usize, usize), place: usize, word: &str) -> Option<String> {
    let mut rows = rows(table);
    let before = read(&rows);
    let row = row % rows.len();
    let cells = &mut rows[row];
    let column = column % cells.len();
    cells[column] = with_word(&cells[column], place, word);
    let cell = cells[column].clone();
    let after = read(&rows);
    let other = after.iter().find(|(figure, value)| before.get(*figure) != Some(*value));
    other.map(|other| format!("{cell:?} in row {row}, column {column}: {other:?}\n{table}"))
}

#[test]
fn a_word_that_is_not_understood_in_any_cell_changes_no_figure_into_another() {
    let mut wrong = Vec::new();
    for table in TABLES {
        for (row, cells) in rows(table).iter().enumerate() {
            for column in 0..cells.len() {
                for place in [0, usize::MAX - 1, 1] {
                    wrong.extend(changed(table, (row, column), place, "qxvzk"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every phrase that headings and titles are read by.
fn phrases() -> Vec<&'static str> {
    let lines = include_str!("../src/read/heading/vocabulary.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split('\t').nth(2)).flat_map(|phrases| phrases.split('|')).map(str::trim).collect()
}

/// The figures of the first table with a note in a row of its own, and without.
fn noted(note: &str, row: usize) -> [BTreeMap<String, (u64, u64)>; 2] {
    let mut rows = rows(TABLES[0]);
    let before = read(&rows);
    rows.insert(row % (rows.len() + 1), vec![note.to_owned()]);
    [before, read(&rows)]
}

#[test]
fn a_note_of_words_that_are_understood_changes_no_figure_into_another() {
    assert!(phrases().len() > 500);
    for phrase in phrases() {
        for note in [format!("Excludes {phrase}"), format!("Includes children {phrase}")] {
            let [before, after] = noted(&note, 3);
            assert!(after.iter().all(|(figure, value)| before.get(figure) == Some(value)), "{note}: {after:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn notes_of_several_such_words_change_none_either(
        words in proptest::collection::vec(proptest::sample::select(phrases()), 1..5),
        row in 0usize..4,
    ) {
        let [before, after] = noted(&words.join(" "), row);
        prop_assert!(after.iter().all(|(figure, value)| before.get(figure) == Some(value)), "{after:?}");
    }

    #[test]
    fn any_word_that_is_not_understood_changes_no_figure_into_another(
        table in 0..TABLES.len(),
        at in (0usize..16, 0usize..16),
        place in 0usize..12,
        word in "q[bcdfgjkmpqvxz]{4,9}",
    ) {
        let wrong = changed(TABLES[table], at, place, &word);
        prop_assert!(wrong.is_none(), "{}", wrong.unwrap_or_default());
    }
}
