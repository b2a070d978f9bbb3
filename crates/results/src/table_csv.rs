//! A table of a part as CSV: what it shows, then what it is based on.

use missing_rates::period::Period;
use missing_rates::report::{Report, csv_line};
use words::Language;

use crate::parts::provenance_lines;
use document::Table;

/// Its head and rows as the page words them, a blank line, and what they are based on: the period, the
/// files, the definitions, the version. UTF-8 with a byte order mark, so that a spreadsheet knows it. No cell begins as a
/// formula does: see [`harmless`](missing_rates::report::harmless).
pub fn table_csv(language: Language, table: &Table, report: &Report, period: Option<Period>) -> String {
    let mut text = String::from("\u{FEFF}");
    let mut line = |cells: Vec<String>| text.push_str(&csv_line(&cells));
    line(table.columns.iter().map(|column| column.name.to_string()).collect());
    for row in &table.rows {
        line(row.cells.iter().map(|cell| cell.text.to_string()).collect());
    }
    line(Vec::new());
    let mut about = |name: &str, words: &str| {
        let mut cells = vec![name.to_owned(), words.to_owned()];
        cells.resize(table.columns.len().max(2), String::new());
        line(cells);
    };
    about(language.export_table(), &table.caption);
    for (name, words) in provenance_lines(language, report, period) {
        about(name, &words);
    }
    text
}

#[cfg(test)]
#[expect(clippy::format_push_string, reason = "short texts of tests")]
mod tests {
    use missing_rates::Returns;
    use missing_rates::read::Reader;
    use missing_rates::report::{as_meant, is_formula};

    use super::*;
    use crate::context::Context;
    use crate::parts::{blocks, is_in};
    use crate::settings::Settings;
    use document::{Block, Part, Row, all};
    use words::Language::English;

    /// As in the engine's corpus (`crates/missing-rates/tests/hostile_cells.rs`).
    const HOSTILE: [&str; 8] =
        ["=1+1", "=HYPERLINK(\"x\",\"y\")", "+1+1", "-1+1", "@SUM(1)", "＝1+1", "=cmd|' /C calc'!A0", "'=1+1"];

    fn report() -> Report {
        let mut answers = String::from("Authority,Year,Looked-after children,Looked-after children who went missing\n");
        let mut missing = String::from("CHILD,DOB,MISSING,MIS_START,MIS_END\n");
        let mut episodes = String::from("CHILD,DECOM,LS,PLACE,DEC\n");
        for (name, hostile) in
            ["Kent", "Surrey", "Essex", "Leeds", "Derby", "Bolton", "Bury", "Devon"].iter().zip(HOSTILE)
        {
            let cell = ["\"", &hostile.replace('"', "\"\""), "\""].concat();
            answers += &format!("{name},2024,100,{cell}\n{cell},2024,50,5\n");
            episodes += &format!("{cell},01/05/2024,C2,U1,\n");
            missing += &format!("{cell},01/01/2010,{cell},{cell},01/06/2024\n");
        }
        let mut returns = Returns::default();
        for (id, (name, text)) in
            (1..).zip([("=answers.csv", answers), ("+missing.csv", missing), ("@episodes.csv", episodes)])
        {
            let mut reader = Reader::new(name, Vec::new());
            reader.push(text.as_bytes());
            returns.add(id, reader.finish());
        }
        returns.report(&missing_rates::Query::default())
    }

    #[test]
    fn no_cell_of_any_table_is_run_and_each_means_what_the_page_says() {
        let (report, settings) = (report(), Settings::default());
        let (mut checked, mut guarded) = (0, 0);
        for period in report.periods.iter().map(|period| Some(*period)) {
            let context = Context { language: English, report: &report, period, settings: &settings };
            for part in Part::ALL.into_iter().filter(|part| is_in(*part, &report)) {
                let blocks = blocks(part, context);
                for block in all(&blocks) {
                    let Block::Table { table } = block else { continue };
                    let text = table_csv(English, table, &report, period);
                    let (figures, _) = text.trim_start_matches('\u{FEFF}').split_once("\r\n\r\n").unwrap();
                    let mut reader = csv::Reader::from_reader(figures.as_bytes());
                    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
                    assert_eq!(rows.len(), table.rows.len(), "{part:?} {}", table.id);
                    for (written, Row { cells, .. }) in rows.iter().zip(&table.rows) {
                        for (written, cell) in written.iter().zip(cells) {
                            assert!(!is_formula(written) || written.starts_with('\''), "{written:?}");
                            assert_eq!(as_meant(written), cell.text, "{part:?} {}", table.id);
                            guarded += usize::from(written != cell.text);
                            checked += 1;
                        }
                    }
                    assert!(
                        text.contains("\"'=answers.csv: SHA-256 ") || text.contains("'=answers.csv: SHA-256 "),
                        "{text}"
                    );
                }
            }
        }
        assert!(checked > 1000 && guarded >= HOSTILE.len(), "{checked} {guarded}");
    }
}
