//! A table below another on a sheet is a table of its own.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use support::{lines, opened, report, xlsx};

#[test]
fn a_table_below_another_is_a_table_of_its_own_with_the_rows_that_it_has() {
    let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
    let head = row(&["Authority", "Year", "UASC", "UASC missing"]);
    let table = vec![
        row(&["Answers"]),
        head.clone(),
        row(&["Kent", "2024", "100", "12"]),
        row(&["Hull", "2024", "Refused", "Refused"]),
        // The same header row again, as on every printed page.
        head.clone(),
        row(&["Leeds", "2024", "50", "5"]),
        row(&[]),
        row(&["authority ", "Year", "Trafficked children", "Trafficked children missing"]),
        row(&["Bristol", "2024", "20", "4"]),
        row(&["Surrey", "2024", "Refused", "Refused"]),
    ];
    for (name, bytes) in [
        ("a.xlsx", xlsx(&[("S", table.clone())])),
        ("a.ods", support::ods(&[("S", table.clone())])),
        ("a.xls", support::old::xls(&[("S", table.clone())])),
    ] {
        let tables = opened(name, &bytes);
        let names: Vec<&str> = tables.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, [format!("{name} › S"), format!("{name} › S › 2")]);
        let (first, second) = (lines(&tables[0].1).0, lines(&tables[1].1).0);
        assert_eq!((first.len(), second.len()), (6, 10), "{first:?} {second:?}");
        assert!(second[..6].iter().all(String::is_empty) && second[8] == "Bristol,2024,20,4", "{second:?}");
        let report = report(&[(name, bytes)]);
        let rate = |cohort: &str| {
            let is = |rate: &&serde_json::Value| rate["cohort"] == cohort && rate["basis"] == "matched";
            let rate = report["rates"].as_array().unwrap().iter().find(is).unwrap();
            (rate["numerator"].as_u64(), rate["denominator"].as_u64())
        };
        assert_eq!(rate("unaccompanied"), (Some(17), Some(150)), "{name}");
        assert_eq!(rate("trafficked"), (Some(4), Some(20)), "{name}");
    }
}

/// The rows of each table that comes of a sheet, with the number of its first row.
fn tables_of(rows: &[&[&str]]) -> Vec<(usize, Vec<String>)> {
    let rows = rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
    let whole = |text: &[u8]| {
        let rows = lines(text).0;
        let above = rows.iter().take_while(|row| row.is_empty()).count();
        (above + 1, rows.into_iter().skip(above).collect())
    };
    opened("a.xlsx", &xlsx(&[("S", rows)])).iter().map(|(_, text)| whole(text)).collect()
}

#[test]
fn a_title_above_the_same_headings_and_other_headings_below_a_gap_begin_a_table() {
    let head: &[&str] = &["Authority", "UASC", "UASC missing"];
    let found = tables_of(&[&["2023"], head, &["Kent", "100", "12"], &[], &["2024"], head, &["Hull", "50", "5"]]);
    let rows = |rows: &[&str]| rows.iter().map(|row| (*row).to_owned()).collect::<Vec<_>>();
    assert_eq!(found[1], (5, rows(&["2024", "Authority,UASC,UASC missing", "Hull,50,5"])));
    let other: &[&str] = &["Local authority", "Trafficked", "Trafficked, missing"];
    let found = tables_of(&[head, &["Kent", "100", "12"], &[], other, &["Hull", "50", "5"]]);
    assert_eq!(found[1].1, rows(&["Local authority,Trafficked,\"Trafficked, missing\"", "Hull,50,5"]));
    // A column of more cells than a gap has is all read.
    let many: Vec<Vec<String>> = (0..30_000)
        .map(|row| if row % 29_000 < 2 { vec![format!("a{row}"), "2".into()] } else { vec![format!("one cell {row}")] })
        .collect();
    assert_eq!(lines(&opened("a.xlsx", &xlsx(&[("S", many)]))[0].1).0.len(), 30_000);
    // Answers in words begin none, whatever is above them.
    for answers in
        [["Hull", "Refused", "Refused"], ["Hull", "Refused", "Not held"], ["Hull", "UASC not held", "Refused"]]
    {
        let found = tables_of(&[head, &["Kent", "100", "12"], &[], &answers, &["Leeds", "50", "5"]]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].1.len(), 5, "{found:?}");
    }
}
