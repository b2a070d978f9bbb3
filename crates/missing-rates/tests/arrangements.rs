//! The same answers, arranged as many hands would: the same figures.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::format_push_string, clippy::format_collect)]

use crate::support::{assert_balanced, report, sample};
use missing_rates::report::Report;

fn answers() -> String {
    String::from_utf8(sample("answers-2024.csv")).unwrap()
}

fn rows(text: &str) -> Vec<Vec<String>> {
    // The sample has quoted names with commas, and no quotation marks within.
    let cells = |line: &str| {
        let mut cells = vec![String::new()];
        let mut quoted = false;
        for c in line.chars() {
            match c {
                '"' => quoted = !quoted,
                ',' if !quoted => cells.push(String::new()),
                _ => cells.last_mut().unwrap().push(c),
            }
        }
        cells
    };
    text.lines().map(cells).collect()
}

fn csv(rows: &[Vec<String>], delimiter: char) -> String {
    let quoted = |cell: &String| {
        if cell.contains([delimiter, '"']) { format!("\"{cell}\"") } else { cell.clone() }
    };
    let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(&delimiter.to_string());
    rows.iter().map(|row| line(row) + "\n").collect()
}

fn assert_same(what: &str, arranged: &Report) {
    let whole = report(&[("answers-2024.csv", answers())]);
    assert_balanced(arranged);
    // Not `assert_eq`, which would print thousands of figures.
    assert!(arranged.rates == whole.rates, "{what}: {} rates, not {}", arranged.rates.len(), whole.rates.len());
    assert!(arranged.ratios == whole.ratios && arranged.totals == whole.totals, "{what}");
    assert!(arranged.coverage == whole.coverage, "{what}");
}

#[test]
fn wide_columns_may_stand_in_any_order_under_other_words() {
    let table = rows(&answers());
    let order = [7, 0, 3, 2, 1, 6, 4, 5];
    let shuffled: Vec<Vec<String>> = table.iter().map(|row| order.map(|at| row[at].clone()).to_vec()).collect();
    assert_same("shuffled", &report(&[("a.csv", csv(&shuffled, ','))]));
    for words in [
        [
            "Local authority",
            "Calendar year",
            "Trafficked",
            "Trafficked: missing",
            "Trafficked: episodes of going missing",
            "UASC",
            "UASC missing",
            "UASC missing episodes",
        ],
        [
            "Council",
            "Period",
            "No. of suspected victims of trafficking",
            "Of whom missing",
            "Missing incidents",
            "Asylum-seeking children",
            "Of whom missing",
            "Missing incidents",
        ],
        [
            "council_name",
            "year",
            "trafficked_children",
            "trafficked_missing",
            "trafficked_incidents_missing",
            "unaccompanied_children",
            "unaccompanied_missing",
            "unaccompanied_missing_incidents",
        ],
    ] {
        let mut renamed = table.clone();
        renamed[0] = words.map(str::to_owned).to_vec();
        assert_same(words[0], &report(&[("a.csv", csv(&renamed, ','))]));
    }
}

#[test]
fn one_row_a_figure_says_the_same() {
    let table = rows(&answers());
    let figures = [
        ("Trafficked", "Children in care"),
        ("Trafficked", "Children who went missing"),
        ("Trafficked", "Missing incidents"),
        ("Unaccompanied", "Children in care"),
        ("Unaccompanied", "Children who went missing"),
        ("Unaccompanied", "Missing incidents"),
    ];
    let mut long = vec![["Authority", "Year", "Cohort", "Measure", "Answer"].map(str::to_owned).to_vec()];
    for row in &table[1..] {
        for (at, (cohort, measure)) in figures.iter().enumerate() {
            let cell = row.get(at + 2).cloned().unwrap_or_default();
            long.push(vec![row[0].clone(), row[1].clone(), (*cohort).to_owned(), (*measure).to_owned(), cell]);
        }
    }
    assert_same("long", &report(&[("a.csv", csv(&long, ','))]));
}

#[test]
fn files_may_be_split_titled_and_encoded_in_any_way() {
    let text = answers();
    let lines: Vec<&str> = text.lines().collect();
    let (first, second) = lines[1..].split_at(100);
    let part = |rows: &[&str]| format!("{}\n{}\n", lines[0], rows.join("\n"));
    assert_same("two files", &report(&[("a.csv", part(first)), ("b.csv", part(second))]));
    assert_same("semicolons", &report(&[("a.csv", csv(&rows(&text), ';'))]));
    let utf16: Vec<u8> = format!("\u{FEFF}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_same("UTF-16", &report(&[("a.csv", utf16)]));
    let titled = format!(
        "Answers to our request about 2024\n\n,,,\n{text}\nTotal,2024,2638,864,,12530,1501,\nSource: letters\n"
    );
    assert_same("title and notes", &report(&[("a.csv", titled)]));
    // The year in a title alone.
    let mut undated = rows(&text);
    for row in &mut undated {
        row.remove(1);
    }
    assert_same("year in the title", &report(&[("a.csv", format!("Missing children 2024\n{}", csv(&undated, ',')))]));
}

/// The figures of the sample, in the words that are below a group heading.
const BELOW: [&str; 3] = ["Children in care", "Children who went missing", "Missing incidents"];

#[test]
fn headings_may_stand_in_layers() {
    let table = rows(&answers());
    let body = |rows: &[Vec<String>]| csv(rows, ',');
    let [children, missing, incidents] = BELOW;
    let under = format!("{children},{missing},{incidents}");
    // A group row above, its cells merged.
    let above = format!(",,Trafficked,,,Unaccompanied,,\nAuthority,Year,{under},{under}\n");
    // The heading of the first columns in the upper row, merged downwards.
    let below = format!("Authority,Year,Trafficked,,,Unaccompanied,,\n,,{under},{under}\n");
    // Short words, a title, and a note between title and header.
    let short = "Missing children 2024\nAll authorities,,(as answered)\n,,Trafficked,,,UASC,,\nCouncil,Year,Children,Missing,Incidents,Children,Missing,Incidents\n";
    for (what, header) in [("above", above.as_str()), ("below", &below), ("short", short)] {
        assert_same(what, &report(&[("a.csv", format!("{header}{}", body(&table[1..])))]));
    }
    // The year in a third layer above, and no column for it.
    let mut undated = table.clone();
    for row in &mut undated {
        row.remove(1);
    }
    let header = format!(",2024,,,,,\n,Trafficked,,,Unaccompanied,,\nAuthority,{under},{under}\n");
    assert_same("three layers", &report(&[("a.csv", format!("{header}{}", body(&undated[1..])))]));
}

#[test]
fn there_may_be_one_file_a_nation_with_the_year_in_its_name_alone() {
    let mut table = rows(&answers());
    for row in &mut table {
        row.remove(1);
    }
    let nation = |row: &Vec<String>| match missing_rates::area::resolve(&row[0]) {
        missing_rates::area::Resolution::Authority { authority, .. } => authority.nation,
        other => panic!("{}: {other:?}", row[0]),
    };
    let files: Vec<(String, String)> = missing_rates::area::Nation::ALL
        .iter()
        .map(|of| {
            let mut part = vec![table[0].clone()];
            part.extend(table[1..].iter().filter(|row| nation(row) == *of).cloned());
            (format!("{} 2024.csv", of.name()), csv(&part, ','))
        })
        .collect();
    let files: Vec<(&str, String)> = files.iter().map(|(name, text)| (name.as_str(), text.clone())).collect();
    assert_same("one file a nation", &report(&files));
}

#[test]
fn one_group_over_all_columns_is_the_cohort_of_all() {
    let text = "Trafficked children,,\n,,\n,Trafficked children,\nAuthority,Children in care,Missing\nKent,10,4\n";
    let report = report(&[("2024.csv", text)]);
    let rate = &report.rates[0];
    assert_eq!((rate.cohort, rate.numerator, rate.denominator), (missing_rates::cohort::Cohort::Trafficked, 4, 10));
}

#[test]
fn merged_cells_may_leave_gaps() {
    let table = rows(&answers());
    let figures = ["Trafficked", "", "", "Unaccompanied", "", ""];
    let mut long = vec![["Authority", "Year", "Cohort", "Measure", "Answer"].map(str::to_owned).to_vec()];
    for row in &table[1..] {
        for (at, cohort) in figures.iter().enumerate() {
            let cell = row.get(at + 2).cloned().unwrap_or_default();
            let first = |text: &String| if at == 0 { text.clone() } else { String::new() };
            long.push(vec![first(&row[0]), first(&row[1]), (*cohort).to_owned(), BELOW[at % 3].to_owned(), cell]);
        }
    }
    let report = report(&[("a.csv", csv(&long, ','))]);
    assert_same("merged", &report);
    // Said, row by row: five of six rows of each authority.
    let filled = report.findings.iter().find(|f| f.rule == "filled-from-above").unwrap();
    assert_eq!(filled.count, 212 * 5);
}

#[test]
fn a_name_that_stands_in_the_first_of_its_years_holds_for_the_others() {
    let text = "Authority,Year,UASC,UASC missing\nKent,2022,100,10\n,2023,110,12\n,2024,120,13\nSurrey,2022,50,5\n,2023,55,6\n,2024,60,7\n";
    let named = "Authority,Year,UASC,UASC missing\nKent,2022,100,10\nKent,2023,110,12\nKent,2024,120,13\nSurrey,2022,50,5\nSurrey,2023,55,6\nSurrey,2024,60,7\n";
    let (merged, whole) = (report(&[("a.csv", text)]), report(&[("a.csv", named)]));
    assert_eq!((&merged.rates, &merged.totals), (&whole.rates, &whole.totals));
    assert!(!whole.rates.is_empty() && merged.periods.len() == 3);
}

#[test]
fn totals_below_are_never_counted() {
    let text = answers();
    for total in [
        "Total,2024,2638,864,,12530,1501,",
        "England,2024,2638,864,,12530,1501,",
        "Grand total (212),2024,2638,864,,12530,1501,",
        "All authorities,2024,2638,864,,12530,1501,",
        ",2024,2638,864,,12530,1501,",
        ",,2638,864,,12530,1501,",
        "TOTAL,,2638,864,,12530,1501,",
        "South East,2024,300,80,,1200,100,\nWales,2024,100,8,,120,10,",
        "Sum of the above,2024,2638,864,,12530,1501,",
        "Average,2024,12,4,,59,7,",
        ",2023,2638,864,,12530,1501,\n,2024,2638,864,,12530,1501,",
    ] {
        let below = report(&[("a.csv", format!("{text}\n{total}\nSource: answers to our letters\n"))]);
        let now = |r: &Report| {
            r.rates.iter().filter(|r| r.period.as_calendar_year() == Some(2024)).cloned().collect::<Vec<_>>()
        };
        assert!(now(&below) == report(&[("a.csv", text.clone())]).rates, "{total}");
    }
}

#[test]
fn percentages_beside_counts_are_checked_and_never_counted() {
    let text = "Authority,Year,UASC,UASC missing,% of UASC missing\nKent,2024,200,50,25%\nSurrey,2024,80,20,0.25\nHull,2024,60,20,33.3\nYork,2024,10,4,44%\n";
    let report = report(&[("a.csv", text)]);
    assert_eq!((report.rates[0].numerator, report.rates[0].denominator), (94, 350));
    let differs = report.findings.iter().find(|f| f.rule == "printed-share-differs").unwrap();
    assert_eq!(differs.count, 1);
    assert_eq!((differs.rows[0].row, differs.rows[0].value.as_deref()), (5, Some("44% (40%)")));
}

#[test]
fn welsh_names_and_codes_stand_for_their_authorities() {
    let mut table = rows(&answers());
    for row in &mut table[1..] {
        if let missing_rates::area::Resolution::Authority { authority, .. } = missing_rates::area::resolve(&row[0]) {
            row[0] = authority.name_cy.map_or_else(|| authority.code.to_string(), str::to_owned);
        }
    }
    assert_same("Welsh names and codes", &report(&[("a.csv", csv(&table, ','))]));
}
