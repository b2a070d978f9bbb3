//! `.xls` and `.xlsb` say what a person sees in them, as `.xlsx` does.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use std::path::Path;

use support::binary::{Cell, Sheet};
use support::compound::compound;
use support::old::{record, stream, stream_by, xls, xls_of};
use support::packed::xlsb_of;
use support::{lines, opened};

/// The same sheets in both formats, each by its ending.
fn both(sheets: &[Sheet], from_1904: bool) -> [(&'static str, Vec<u8>); 2] {
    [("xls", xls_of(sheets, from_1904)), ("xlsb", xlsb_of(sheets, from_1904))]
}

fn words(words: &str) -> Cell {
    Cell::Words(words.to_owned())
}

/// The rows and notes of the only sheet that is filled with these rows, in both formats.
fn sheet(of: Sheet) -> [(Vec<String>, Vec<String>); 2] {
    both(&[Sheet { name: "S".to_owned(), ..of }], false).map(|(ending, bytes)| {
        let tables = opened("a", &bytes);
        assert_eq!(tables.len(), 1, "{ending}: {:?}", String::from_utf8_lossy(&tables[0].1));
        assert_eq!(tables[0].0, "a › S", "{ending}: {:?}", String::from_utf8_lossy(&tables[0].1));
        lines(&tables[0].1)
    })
}

#[test]
fn cells_are_read_as_they_are_shown() {
    let rows = vec![
        vec![words("A"), words("B"), words("C"), words("Ynys Môn › 東京")],
        vec![Cell::Number(12.0, 0), Cell::Number(0.3699, 1), Cell::Number(45_382.0, 2), Cell::Number(5.0, 3)],
        vec![Cell::Number(12.0, 4), words("0012"), Cell::Raised("241", 2), Cell::Number(0.25, 0)],
        vec![Cell::Blank, Cell::Formula(12.5), Cell::WordsOfFormula("<5"), Cell::Truth(true)],
        vec![Cell::Error(0x2A), Cell::ErrorOfFormula(7), words("=1+1"), words("a, \"b\"")],
        vec![Cell::Number(2024.0, 0), Cell::Number(-7.0, 0), Cell::Number(1e12, 0), Cell::Number(45_382.0, 5)],
    ];
    for (rows, notes) in sheet(Sheet { rows, ..Sheet::default() }) {
        assert_eq!(
            rows,
            [
                "A,B,C,Ynys Môn › 東京",
                "12,36.99%,2024-03-31,<5",
                "0012,0012,24 [1],0.25",
                ",12.5,<5,TRUE",
                "#N/A,#DIV/0!,=1+1,\"a, \"\"b\"\"\"",
                "2024,-7,1000000000000,2024"
            ]
        );
        assert!(notes.contains(&"cell-error,5,A,#N/A".to_owned()), "{notes:?}");
        assert!(notes.contains(&"cell-error,5,B,#DIV/0!".to_owned()), "{notes:?}");
        // A formula with a value is no reason to say that another has none.
        assert_eq!(notes.len(), 3, "{notes:?}");
    }
}

#[test]
fn what_is_hidden_merged_or_noted_is_said() {
    let of = Sheet {
        rows: vec![
            vec![words("A"), words("Number"), Cell::Blank, words("D")],
            vec![words("x"), Cell::Number(1.0, 0), Cell::Number(2.0, 0), words("y")],
            vec![words("z"), words("Not held"), Cell::Blank, words("w")],
        ],
        hidden: true,
        hidden_rows: vec![1],
        hidden_columns: vec![3],
        merged: vec![[0, 0, 1, 2], [2, 2, 1, 2]],
        notes: vec![(1, 1, "Only girls ›")],
        ..Sheet::default()
    };
    for (rows, notes) in sheet(of) {
        assert_eq!(rows, ["A,Number,Number,D", "x,1,2,y", "z,Not held,Not held,w"]);
        for note in ["hidden-sheet,0,,S", "hidden-row,2,,", "hidden-column,0,D,D", "cell-note,2,B,Only girls ›"] {
            assert!(notes.contains(&note.to_owned()), "{note}: {notes:?}");
        }
        assert_eq!(notes.iter().filter(|note| note.starts_with("merged-cells")).count(), 2, "{notes:?}");
        assert_eq!(notes.iter().filter(|note| note.starts_with("hidden-")).count(), 3, "{notes:?}");
    }
}

#[test]
fn dates_of_a_workbook_that_counts_from_1904_are_its_own() {
    let of = Sheet {
        name: "S".to_owned(),
        rows: vec![vec![words("A"), words("B")], vec![words("x"), Cell::Number(43_920.0, 2)]],
        ..Sheet::default()
    };
    for (ending, bytes) in both(&[of], true) {
        let (rows, notes) = lines(&opened("a", &bytes)[0].1);
        assert_eq!(rows[1], "x,2024-03-31", "{ending}");
        assert_eq!(notes[0], "dates-from-1904,2,B,2024-03-31", "{ending}");
    }
}

#[test]
fn a_formula_that_nobody_calculated_is_no_number() {
    let rows = vec![vec![words("A"), words("B")], vec![words("x"), Cell::Uncalculated]];
    let of = Sheet { name: "S".to_owned(), rows, ..Sheet::default() };
    let (rows, notes) = lines(&opened("a.xls", &xls_of(&[of], false))[0].1);
    assert_eq!(rows[1], "x,=…");
    assert_eq!(notes[0], "formula-without-value,2,B,=…");
}

#[test]
fn a_zero_of_a_formula_that_libreoffice_wrote_may_be_a_text() {
    let rows = vec![
        vec![words("A"), words("B"), words("C")],
        vec![words("x"), Cell::Formula(0.0), Cell::Formula(7.0)],
        vec![words("y"), Cell::Number(0.0, 0), Cell::Formula(8.0)],
    ];
    let of = Sheet { name: "S".to_owned(), rows, ..Sheet::default() };
    let read = |writer: &str| {
        let stream = stream_by(std::slice::from_ref(&of), false, writer);
        lines(&opened("a.xls", &compound(&[("Workbook", stream)]))[0].1).0
    };
    assert_eq!(read("Calc")[1..], ["x,=…,7", "y,0,8"]);
    assert_eq!(read("Excel")[1..], ["x,0,7", "y,0,8"]);
}

#[test]
fn texts_that_go_on_in_another_record_are_whole() {
    let long = |letter: &str| letter.repeat(9000);
    let table = vec![vec![long("a"), long("ä")], vec![long("東"), "b".to_owned()], vec!["c".to_owned(), long("d")]];
    let (rows, _) = lines(&opened("a.xls", &xls(&[("S", table.clone())]))[0].1);
    assert_eq!(rows, table.iter().map(|row| row.join(",")).collect::<Vec<_>>());
}

#[test]
fn cells_out_of_order_are_put_in_order_and_the_last_of_two_counts() {
    let text = |row: u16, column: u16, text: &str| {
        let letters: Vec<u8> = text.bytes().collect();
        let head = [row, column, 0, text.len().try_into().unwrap()].map(u16::to_le_bytes).concat();
        record(0x0204, &[head, vec![0], letters].concat())
    };
    let cells = [text(1, 1, "two"), text(1, 0, "x"), text(0, 1, "B"), text(0, 0, "old"), text(0, 0, "A")].concat();
    let empty = Sheet { name: "S".to_owned(), ..Sheet::default() };
    let mut whole = stream(&[empty], false);
    let end = whole.len() - 4;
    whole.splice(end..end, cells);
    let (rows, _) = lines(&opened("a.xls", &compound(&[("Workbook", whole)]))[0].1);
    assert_eq!(rows, ["A,B", "x,two"]);
}

/// Among them a chart on a sheet. `office.rs` says how it was made.
#[test]
fn a_workbook_of_an_office_program_is_read() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let tables = opened("office.xls", &std::fs::read(fixtures.join("office.xls")).unwrap());
    let names: Vec<&str> = tables.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["office.xls › Answers", "office.xls › Old"]);
    let (rows, notes) = lines(&tables[0].1);
    assert_eq!(
        rows,
        [
            "\"Answers, as of 1 May\"",
            "",
            ",,Unaccompanied,Unaccompanied",
            "Authority,Year,Children,Missing,Share,Answered",
            "Kent,2024,40,10,25%,2024-05-01",
            "Hull,2024,<5,12.5,25%,2024-05-01",
            "Ynys Môn,2024,60,24 [1],25%,2024-05-01",
            "Leeds › x,2024,0012,#DIV/0!,25%,2024-05-01"
        ]
    );
    for note in ["hidden-column,0,F,Answered", "hidden-row,7,,", "cell-note,6,D,Only girls", "cell-error,8,D,#DIV/0!"] {
        assert!(notes.contains(&note.to_owned()), "{note}: {notes:?}");
    }
    let (rows, notes) = lines(&tables[1].1);
    assert_eq!(rows, ["Authority,Children", "Kent,12"]);
    assert_eq!(notes[0], "hidden-sheet,0,,Old");
}
