//! The table against what the Department for Education printed.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::*;
use crate::area::{AreaCode, area};
use crate::cohort::{Average, Count, Share};
use crate::period::Period;

fn year(year: i32) -> Period {
    Period::collection_year(year).unwrap()
}

#[test]
fn every_file_of_the_folder_is_a_year_of_the_table() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/published");
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let tables = paths.filter(|path| path.extension().is_some_and(|ending| ending == "csv"));
    let mut there: Vec<String> = tables.map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect();
    there.sort();
    let named: Vec<String> = FILES.iter().map(|(year, _)| year.to_string()).collect();
    assert_eq!(there, named);
    for ((year, text), read) in FILES.iter().zip(published_years()) {
        assert_eq!(read.period.as_collection_year(), Some(*year));
        assert!(text.contains(&format!("year ending 31 March {year}.\n")) && text.contains("released"), "{year}");
        // Where the figures are of one release whose day is written.
        let dated = text.contains("\n# released on ");
        assert_eq!(read.released.map(crate::period::Day::ymd), dated.then_some((2024, 11, 14)), "{year}");
    }
}

#[test]
fn every_line_is_an_area_that_is_known_and_every_cell_a_number_or_a_symbol() {
    for ((name, text), read) in FILES.iter().zip(published_years()) {
        let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with(['#', 'c'])).collect();
        assert_eq!(lines.len(), read.areas.len(), "{name}");
        let mut codes: Vec<AreaCode> = read.areas.iter().map(|published| published.code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), lines.len(), "{name}: a code stands there twice");
        for line in lines {
            let cells: Vec<&str> = line.split(',').collect();
            assert!(cells.len() <= 14 && !line.ends_with(','), "{name}: {line}");
            for cell in &cells[1..] {
                let number = cell.bytes().all(|b| b.is_ascii_digit() || b == b'.');
                assert!(number || Symbol::read(cell).is_some(), "{name}: {line}");
            }
            assert!(area(AreaCode::read(cells[0]).unwrap()).is_some(), "{name}: {line}");
        }
    }
}

/// Source: DfE, Children looked after in England, national figures of each release (looked after in the year, of them
/// missing, share, incidents, incidents for each missing child, missing at 31 March).
#[test]
fn england_has_its_published_series() {
    let series = [
        (2018, 104_240, Some(11_520), "11", 70_170, "6.1", 300),
        (2019, 106_640, Some(11_930), "11", 74_010, "6.2", 270),
        (2020, 108_680, Some(12_470), "11", 81_430, "6.5", 190),
        (2021, 108_100, Some(10_910), "10", 71_660, "6.6", 200),
        (2022, 111_440, Some(12_180), "11", 77_120, "6.3", 200),
        (2023, 114_760, Some(12_790), "11", 82_110, "6.4", 220),
        (2024, 116_420, Some(13_010), "11", 83_920, "6.5", 300),
        (2025, 115_410, None, "11", 86_900, "6.8", 220),
    ];
    assert_eq!(published_years().len(), series.len());
    for (name, children, missing, percent, incidents, average, at_end) in series {
        let england = published_area(year(name), AreaCode::ENGLAND).unwrap();
        assert_eq!(england.count(Count::Children), Figure::Number(children), "{name}");
        assert_eq!(england.count(Count::ChildrenMissing), missing.map_or(Figure::NotToHand, Figure::Number), "{name}");
        assert_eq!(england.count(Count::MissingIncidents), Figure::Number(incidents), "{name}");
        assert_eq!(england.count(Count::ChildrenMissingAtEnd), Figure::Number(at_end), "{name}");
        assert_eq!(england.percent(Share::Missing).as_deref(), Some(percent), "{name}");
        assert_eq!(england.average(Average::IncidentsPerMissingChild).as_deref(), Some(average), "{name}");
    }
}

#[test]
fn what_was_hidden_is_never_zero() {
    let of = |name, code: &str| published_area(year(name), AreaCode::read(code).unwrap()).unwrap();
    // Bath and North East Somerset, 2020: its children are hidden, and the share is printed.
    let bath = of(2020, "E06000022");
    assert_eq!(bath.count(Count::Children), Figure::Symbol(Symbol::Confidential));
    assert_eq!(
        (bath.count(Count::ChildrenMissing).number(), bath.percent(Share::Missing)),
        (Some(17), Some("7".into()))
    );
    // Cumberland was not there in 2020, Cumbria was not in 2024.
    assert_eq!(of(2020, "E06000063").count(Count::Children), Figure::Symbol(Symbol::NotApplicable));
    assert!(!of(2020, "E06000063").is_published() && of(2020, "E10000006").is_published());
    assert!(of(2024, "E06000063").is_published() && !of(2024, "E10000006").is_published());
}

/// How many rows of a file in the publisher's layout are in the table as printed, by level; read here by means that share
/// nothing with what wrote the table.
fn compared(text: &str) -> BTreeMap<String, u64> {
    let mut compared = BTreeMap::new();
    for row in text.lines().skip(1) {
        let (rest, printed) = row.rsplit_once(',').unwrap();
        let (rest, name) = rest.rsplit_once(',').unwrap();
        let (head, authority) = rest.rsplit_once(',').unwrap();
        let head: Vec<&str> = head.split(',').collect();
        let code = match head[2] {
            "National" => head[3],
            "Regional" => head[5],
            _ => authority,
        };
        let published = published_area(year(head[0].parse().unwrap()), AreaCode::read(code).unwrap()).expect(row);
        let away = name.contains("away");
        let found = if name.starts_with("Percentage") {
            published.percent(if away { Share::Away } else { Share::Missing })
        } else if name.starts_with("Average") {
            published.average(if away { Average::IncidentsPerAwayChild } else { Average::IncidentsPerMissingChild })
        } else {
            let count = match (name, away) {
                ("Children looked after during the year", _) => Count::Children,
                (_, false) if name.contains("incidents") => Count::MissingIncidents,
                (_, true) if name.contains("incidents") => Count::AwayIncidents,
                (_, false) if name.contains("more than once") => Count::ChildrenMissingMoreThanOnce,
                (_, true) if name.contains("more than once") => Count::ChildrenAwayMoreThanOnce,
                (_, false) if name.contains("at 31 March") => Count::ChildrenMissingAtEnd,
                (_, true) if name.contains("at 31 March") => Count::ChildrenAwayAtEnd,
                (_, false) => Count::ChildrenMissing,
                (_, true) => Count::ChildrenAway,
            };
            match published.count(count) {
                Figure::Number(number) => Some(number.to_string()),
                Figure::Symbol(symbol) => Some(symbol.as_str().to_owned()),
                Figure::NotToHand => None,
            }
        };
        assert_eq!(found.as_deref(), Some(printed), "{row}");
        *compared.entry(head[2].to_owned()).or_insert(0u64) += 1;
    }
    compared
}

/// Source: DfE, Children looked after in England, years ending 31 March 2023 and 2024 (OGL v3).
#[test]
fn every_figure_of_the_sample_of_the_publishers_file_is_in_the_table_as_printed() {
    let compared = compared(include_str!("../../../../static/samples/published-2024.csv"));
    // Two years, five figures; 11 regions, 2 of them the halves of London.
    let expected = [("Local authority", 1_550), ("National", 10), ("Regional", 110)];
    assert_eq!(compared.iter().map(|(level, n)| (level.as_str(), *n)).collect::<Vec<_>>(), expected);
}

/// Source: DfE, Children looked after in England, years ending 31 March 2020 to 2024 (OGL v3).
#[test]
#[ignore = "reads data beside the project"]
fn every_figure_of_the_publishers_file_is_in_the_table_as_printed() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/dfe-missing-2020-2024.csv");
    let compared = compared(&fs::read_to_string(path).unwrap());
    let expected = [("Local authority", 10_075), ("National", 65), ("Regional", 715)];
    assert_eq!(compared.iter().map(|(level, n)| (level.as_str(), *n)).collect::<Vec<_>>(), expected);
}
