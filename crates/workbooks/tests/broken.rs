//! Workbooks that are broken in thousands of ways: each ends in tables that the engine reads, or in a reason.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use std::io::Read;

use missing_rates::read::Reader;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use support::{binary, ods, old, opened, packed, xlsx, zip};

fn table() -> Vec<Vec<String>> {
    let cells = |row: [&str; 4]| row.map(str::to_owned).to_vec();
    vec![
        cells(["Authority", "Year", "UASC", "UASC missing"]),
        cells(["Kent", "2024", "100", "12"]),
        cells(["Hull", "2024", "<5", "0"]),
    ]
}

/// One way to break a file.
#[derive(Clone, Debug)]
enum Break {
    Flip(usize, u8),
    Cut(usize),
    Drop(usize, usize),
    Twice(usize, usize),
    Number(usize, u32),
}

fn breaks() -> impl Strategy<Value = Vec<Break>> {
    let at = 0_usize..1_000_000;
    let one = prop_oneof![
        4 => (at.clone(), any::<u8>()).prop_map(|(at, by)| Break::Flip(at, by)),
        1 => at.clone().prop_map(Break::Cut),
        1 => (at.clone(), 1_usize..40).prop_map(|(at, long)| Break::Drop(at, long)),
        1 => (at.clone(), 1_usize..40).prop_map(|(at, long)| Break::Twice(at, long)),
        1 => (at, prop_oneof![Just(u32::MAX), Just(0), any::<u32>()]).prop_map(|(at, number)| Break::Number(at, number)),
    ];
    proptest::collection::vec(one, 1..5)
}

fn broken(mut bytes: Vec<u8>, breaks: &[Break]) -> Vec<u8> {
    for one in breaks {
        let size = bytes.len().max(1);
        match *one {
            Break::Flip(at, by) => bytes.iter_mut().skip(at % size).take(1).for_each(|byte| *byte ^= by),
            Break::Cut(at) => bytes.truncate(at % size),
            Break::Drop(at, long) => drop(bytes.drain(at % size..(at % size + long).min(bytes.len()))),
            Break::Twice(at, long) => {
                let again = bytes[(at % size).min(bytes.len())..(at % size + long).min(bytes.len())].to_vec();
                let place = (at % size).min(bytes.len());
                bytes.splice(place..place, again);
            }
            Break::Number(at, number) => {
                let new = number.to_le_bytes();
                bytes.iter_mut().skip(at % size).zip(new).for_each(|(byte, new)| *byte = new);
            }
        }
    }
    bytes
}

/// The files of an archive.
fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let read = |at| {
        let mut entry = archive.by_index(at).unwrap();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        (entry.name().unwrap().into_owned(), content)
    };
    (0..parts_of(bytes)).map(read).collect()
}

fn parts_of(bytes: &[u8]) -> usize {
    zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap().len()
}

/// Breaks files in so many ways; each time there must be tables that the engine reads, or a reason.
fn attack(files: &[(&str, Vec<u8>)], inside: bool, times: u32) {
    let mut runner = TestRunner::new(Config { cases: times, failure_persistence: None, ..Config::default() });
    let which = (0..files.len(), any::<prop::sample::Index>(), breaks());
    runner
        .run(&which, |(file, part, breaks)| {
            let (name, bytes) = &files[file];
            let bytes = if inside {
                // Within a part, so that it is packed well and means something else.
                let mut parts = parts(bytes);
                let at = part.index(parts.len());
                parts[at].1 = broken(std::mem::take(&mut parts[at].1), &breaks);
                let parts: Vec<(&str, &[u8])> =
                    parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
                zip(&parts)
            } else {
                broken(bytes.clone(), &breaks)
            };
            let tables = opened(name, &bytes);
            prop_assert!(!tables.is_empty());
            for (name, text) in tables {
                let mut reader = Reader::new(&name, Vec::new());
                reader.push(&text);
                let read = reader.finish();
                prop_assert!(read.entry().problem.is_some() || read.entry().rows.number() > Some(0));
            }
            Ok(())
        })
        .unwrap();
}

/// Workbooks whose bytes are not packed, so that a broken one means something else.
fn binary_ones() -> [(&'static str, Vec<u8>); 2] {
    let office = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/office.xls");
    [("a.xls", old::xls_of(&everything(), false)), ("b.xls", std::fs::read(office).unwrap())]
}

fn packed_ones() -> [(&'static str, Vec<u8>); 3] {
    let sheets = [("S", table()), ("T", table())];
    [("a.xlsx", xlsx(&sheets)), ("a.ods", ods(&sheets[..1])), ("a.xlsb", packed::xlsb_of(&everything(), false))]
}

/// Sheets with something of everything that is read.
fn everything() -> Vec<binary::Sheet> {
    use binary::Cell;
    let mut first = binary::Sheet::typed("S", &table());
    first.rows.push(vec![Cell::Raised("Hull1", 4), Cell::Number(45_382.0, 2), Cell::Formula(0.5), Cell::Error(7)]);
    first.rows.push(vec![Cell::WordsOfFormula("x"), Cell::Truth(true), Cell::Uncalculated, Cell::ErrorOfFormula(7)]);
    (first.merged, first.hidden_rows, first.hidden_columns) = (vec![[0, 0, 1, 2]], vec![1], vec![0]);
    first.notes = vec![(1, 1, "Only girls")];
    vec![first, binary::Sheet::typed("T", &table())]
}

#[test]
fn workbooks_broken_in_five_thousand_ways_end_in_a_table_or_a_reason() {
    attack(&binary_ones(), false, 2000);
    attack(&packed_ones(), false, 1500);
    attack(&packed_ones(), true, 1500);
}

#[test]
#[ignore = "takes minutes"]
fn workbooks_broken_in_ten_thousand_ways_end_in_a_table_or_a_reason() {
    attack(&binary_ones(), false, 10_000);
    attack(&packed_ones(), false, 10_000);
    attack(&packed_ones(), true, 20_000);
}
