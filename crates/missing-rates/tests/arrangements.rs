//! The same answers, arranged as many hands would: the same figures.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::format_push_string, clippy::format_collect)]

mod support;

use missing_rates::report::Report;
use support::{assert_balanced, report, sample};

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
    assert_eq!(arranged.rates, whole.rates, "{what}");
    assert_eq!(arranged.ratios, whole.ratios, "{what}");
    assert_eq!(arranged.totals, whole.totals, "{what}");
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
            "reporting_year",
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
