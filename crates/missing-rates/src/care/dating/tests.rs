use missing_rows::Rows;

use super::*;
use crate::read::{Content, ReadFile, Reader};

fn read(text: &str) -> ReadFile {
    let mut reader = Reader::new("a.csv", Vec::new());
    reader.push(text.as_bytes());
    reader.finish()
}

/// The years of files, in their order.
fn years(texts: &[&str]) -> Vec<Option<i32>> {
    let files: Vec<ReadFile> = texts.iter().map(|text| read(text)).collect();
    let sources: Vec<Source<'_>> = files
        .iter()
        .enumerate()
        .filter_map(|(file, read)| match &read.content {
            Content::Modules(modules) => Some((file, modules)),
            _ => None,
        })
        .flat_map(|(file, modules)| modules.iter().map(move |module| Source { file, module }))
        .filter(|source| !matches!(source.module.rows, Rows::None))
        .collect();
    let years = date(&sources, &|_| Clue::NONE, None);
    (0..files.len()).map(|file| years.of.get(&file).map(|dated| dated.year)).collect()
}

const EPISODES_2024: &str = "CHILD,DECOM,LS,DEC\n1,01/05/2023,C2,\n2,01/06/2023,C2,01/02/2024\n3,01/05/2019,C2,\n";
const EPISODES_2025: &str = "CHILD,DECOM,LS,DEC\n1,01/05/2023,C2,\n4,01/06/2024,C2,01/02/2025\n3,01/05/2019,C2,\n";

#[test]
fn two_returns_are_told_apart_by_their_dates_in_whatever_order_they_come() {
    let files = [
        (EPISODES_2024, 2024),
        (EPISODES_2025, 2025),
        ("CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2023,\n", 2024),
        ("CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2023,02/06/2024\n1,M,01/02/2025,\n", 2025),
        ("CHILD,DOB,ETHNIC\n1,01/01/2010,WBRI\n2,01/01/2010,WBRI\n3,01/01/2010,WBRI\n", 2024),
        ("CHILD,DOB,ETHNIC\n1,01/01/2010,WBRI\n4,01/01/2010,WBRI\n3,01/01/2010,WBRI\n", 2025),
        ("CHILD,DUC\n1,\n2,\n", 2024),
        // As many children of either year: the year that no other is of.
        ("CHILD,DUC\n1,01/06/2024\n", 2025),
    ];
    for turn in 0..files.len() {
        let mut turned = files;
        turned.rotate_left(turn);
        let expected = turned.map(|(_, year)| Some(year));
        assert_eq!(years(&turned.map(|(text, _)| text)), expected, "{turn}");
    }
}

#[test]
fn one_return_is_of_one_year_whatever_its_files_alone_would_say() {
    let episodes = "CHILD,DECOM,LS,DEC\n1,01/05/2023,C2,\n";
    let missing = "CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2024,02/06/2024\n";
    assert_eq!(years(&[episodes, missing, "CHILD,DUC\n7,\n"]), [Some(2025); 3]);
    assert_eq!(years(&[missing, "CHILD,DUC\n7,\n"]), [Some(2025); 2]);
    assert_eq!(years(&["CHILD,DUC\n7,\n"]), [None]);
}

#[test]
fn of_two_files_that_share_more_with_one_year_the_nearer_one_is_of_the_other() {
    // Eleven children stayed in care; one of them is mistyped in last year's Episodes.
    let rows = |numbers: &[u32]| numbers.iter().map(|n| format!("{n},01/05/2020,C2,")).collect::<Vec<_>>().join("\n");
    let last =
        format!("CHILD,DECOM,LS,DEC\n{}\n99,01/06/2023,C2,01/02/2024\n", rows(&[2, 3, 4, 5, 6, 7, 8, 9, 10, 11]));
    let numbers: Vec<u32> = (1..=11).collect();
    let this = format!("CHILD,DECOM,LS,DEC\n{}\n98,01/06/2024,C2,01/02/2025\n97,01/06/2024,C2,\n", rows(&numbers));
    let listed: String = numbers.iter().map(|n| format!("\n{n},")).collect::<Vec<_>>().concat();
    let (uasc_last, uasc_this) = (format!("CHILD,DUC{listed}\n"), format!("CHILD,DUC{listed}\n97,\n98,\n"));
    let years = years(&[&last, &this, &uasc_last, &uasc_this]);
    assert_eq!(years[2..], [Some(2024), Some(2025)]);
}

#[test]
fn last_years_missing_stands_apart_from_this_years_return() {
    let before = "CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2023,\n";
    let now = "CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2024,\n";
    assert_eq!(years(&[EPISODES_2025, before, now]), [Some(2025), Some(2024), Some(2025)]);
    // What may all be carried over may be last year's file.
    assert_eq!(years(&[EPISODES_2025, before]), [Some(2025), None]);
}

/// Children of whom none has a date after the first year, and one more who began on a day.
fn stayed(year: i32, more: &str) -> String {
    let rows: Vec<String> = (1..=6).map(|child| format!("{child},0{child}/05/{year},C2,\n")).collect();
    let rows = rows.concat();
    format!("CHILD,DECOM,LS,DEC\n{rows}{more}")
}

fn missing(day: &str) -> String {
    format!("CHILD,MISSING,MIS_START,MIS_END\n1,M,{day},{day}\n2,M,{day},{day}\n")
}

#[test]
fn episodes_without_a_date_of_their_year_go_to_the_years_of_the_other_modules() {
    let (m24, m25) = (missing("05/06/2023"), missing("05/06/2024"));
    // This year's hold an end of their year; last year's hold nothing after 2022.
    let this = stayed(2022, "7,03/06/2024,C2,01/10/2024\n");
    assert_eq!(years(&[&stayed(2022, ""), &this, &m24, &m25]), [2024, 2025, 2024, 2025].map(Some));
    assert_eq!(years(&[&this, &m25, &m24, &stayed(2022, "")]), [2025, 2025, 2024, 2024].map(Some));
    // Neither holds one: the earlier name is the earlier year.
    assert_eq!(
        years(&[&stayed(2021, ""), &stayed(2021, "8,03/06/2021,C2,\n"), &m24, &m25])[..2],
        [2024, 2025].map(Some)
    );
    // Both began in the earlier year, and one had no date in the later.
    assert_eq!(
        years(&[&stayed(2023, ""), &stayed(2023, "8,03/06/2023,C2,\n"), &m24, &m25])[..2],
        [2024, 2025].map(Some)
    );
    // Single dates of their years tell three apart, whatever their names.
    let m23 = missing("05/06/2022");
    let (e24, e25) = (stayed(2021, "8,01/05/2023,C2,\n"), stayed(2021, "8,01/05/2023,C2,\n9,01/05/2024,C2,\n"));
    assert_eq!(years(&[&e25, &stayed(2021, ""), &e24, &m23, &m24, &m25])[..3], [2025, 2023, 2024].map(Some));
    // One of them may be of either of two years: only a person can say of which.
    assert_eq!(years(&[&stayed(2021, ""), &this, &m23, &m24, &m25])[..2], [None, Some(2025)]);
    // Episodes that ended hold a file to its year.
    let ended = stayed(2021, "8,03/06/2021,C2,01/10/2021\n9,03/06/2021,C2,01/11/2021\n");
    assert_eq!(years(&[&ended, &this, &m24, &m25])[..2], [2022, 2025].map(Some));
}
