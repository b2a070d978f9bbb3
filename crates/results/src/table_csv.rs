//! A table of a part as CSV.

use missing_rates::report::csv_line;
use words::Language;

use crate::change_csv::with_numbers;
use document::Table;

/// Its head and rows as the page words them, but changes as numbers. UTF-8 with a byte order mark, so that a spreadsheet knows it.
/// No cell begins as a formula does: see [`harmless`](missing_rates::report::harmless). What the figures are based on is beside it
/// ([`Report::based_on_csv`](missing_rates::report::Report::based_on_csv)).
pub fn table_csv(language: Language, table: &Table) -> String {
    let (heads, rows) = with_numbers(language, table);
    let lines = std::iter::once(&heads).chain(&rows).map(|cells| csv_line(cells));
    std::iter::once("\u{FEFF}".to_owned()).chain(lines).collect()
}

#[cfg(test)]
#[expect(clippy::format_push_string, reason = "short texts of tests")]
mod tests {
    use missing_rates::Returns;
    use missing_rates::read::Reader;
    use missing_rates::report::{Report, as_meant, is_formula};

    use super::*;
    use crate::context::Context;
    use crate::parts::{blocks, is_in};
    use crate::settings::Settings;
    use document::{Block, Part, all};
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
            let context = Context {
                language: English,
                report: &report,
                period,
                settings: &settings,
                returns: None,
                without_books: false,
            };
            for part in Part::ALL.into_iter().filter(|part| is_in(*part, &report)) {
                let blocks = blocks(part, context);
                for block in all(&blocks) {
                    let Block::Table { table } = block else { continue };
                    let text = table_csv(English, table);
                    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
                    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
                    assert_eq!(rows.len(), table.rows.len(), "{part:?} {}", table.id);
                    for (written, cells) in rows.iter().zip(with_numbers(English, table).1) {
                        for (written, cell) in written.iter().zip(cells) {
                            assert!(!is_formula(written) || written.starts_with('\''), "{written:?}");
                            assert_eq!(as_meant(written), cell, "{part:?} {}", table.id);
                            guarded += usize::from(written != cell);
                            checked += 1;
                        }
                    }
                }
            }
        }
        assert!(checked > 1000 && guarded >= HOSTILE.len(), "{checked} {guarded}");
    }
}
