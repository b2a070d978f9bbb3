//! The part as a person sees it.

use document::{Block, Setting, Table, all};
use missing_rates::Returns;
use missing_rates::read::Reader;
use missing_rates::report::Disclosure;
use words::Language::English;

use super::*;
use crate::settings::Settings;

const FILES: [(&str, &str); 4] = [
    ("episodes.csv", "CHILD,DECOM,LS,DEC\n1,01/05/2023,C2,\n2,01/05/2023,C2,\n3,01/05/2023,C2,\n"),
    (
        "missing.csv",
        "CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2024,02/06/2024\n2,M,01/07/2024,02/07/2024\n3,M,01/08/2024,02/08/2024\n3,M,01/03/2025,31/03/2025\n",
    ),
    (
        "rhi.csv",
        "CHILD,MIS_START,OFFERED,ACCEPTED,DATE\n1,01/06/2024,Y,Y,05/06/2024\n2,01/07/2024,Y,N,\n2,02/07/2024,Y,N,\n",
    ),
    ("teams.csv", "CHILD,TEAM\n1,=North\n2,South\n"),
];

fn shown(files: &[(&str, &str)], set: &[Setting]) -> (Vec<Block>, bool) {
    let mut returns = Returns::default();
    for (id, (name, text)) in (1..).zip(files) {
        let mut reader = Reader::new(name, Vec::new());
        reader.push(text.as_bytes());
        returns.add(id, reader.finish());
    }
    let mut settings = Settings::default();
    for setting in set {
        settings.apply(setting.clone());
    }
    let report = returns.report(&settings.query);
    let context = Context {
        language: English,
        report: &report,
        period: report.periods.last().copied(),
        settings: &settings,
        returns: Some(&returns),
        without_books: false,
    };
    (blocks(context), is_in(&report))
}

fn tables(blocks: &[Block]) -> Vec<&Table> {
    let mut tables: Vec<&Table> = Vec::new();
    for block in all(blocks) {
        if let Block::Table { table } = block {
            tables.push(table);
        }
    }
    tables
}

fn cells(table: &Table) -> Vec<String> {
    table.rows.iter().map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("|")).collect()
}

#[test]
fn the_answers_come_first_and_then_the_teams() {
    let (blocks, is_in) = shown(&FILES, &[]);
    assert!(is_in);
    let Some(Block::Cards { cards }) = blocks.first() else { panic!("{blocks:?}") };
    let said: Vec<String> = cards.iter().map(|card| format!("{:?}", card.blocks)).collect();
    assert!(said[0].contains("100.0%") && said[0].contains("between 66.7% and 100.0%"), "{said:?}");
    assert!(said[1].contains("50.0%") && said[1].contains("1 not in the list"), "{said:?}");
    let [offered, held, doubtful] = tables(&blocks)[..] else { panic!("{blocks:?}") };
    assert_eq!(
        cells(offered),
        [
            "=North|1|1|0|0|100.0%",
            "South|1|1|0|0|100.0%",
            "No team given|1|0|0|1|no share",
            "All incidents|3|2|0|1|100.0%"
        ]
    );
    assert_eq!(cells(held)[3], "All incidents|3|1|1|1|50.0%");
    assert_eq!(cells(doubtful), [format!("rhi.csv|4|{}", English.interviews_doubt_no_incident())]);
    assert!(offered.columns.len() <= 6 && held.columns.len() <= 6);
}

#[test]
fn nothing_is_shown_where_the_figures_are_safe_to_publish_and_without_a_list() {
    for disclosure in Disclosure::ALL.into_iter().filter(|of| of.is_safe()) {
        assert!(shown(&FILES, &[Setting::Disclosure(disclosure)]).0.is_empty());
    }
    assert!(!shown(&FILES[..2], &[]).1);
    assert!(!shown(&FILES[1..], &[]).1, "without Episodes");
    let (blocks, _) = shown(&FILES, &[Setting::Period("2023-04-01/2024-03-31".parse().ok())]);
    assert!(matches!(&blocks[..], [Block::Lead { .. }]), "{blocks:?}");
}

#[test]
fn as_csv_no_cell_runs() {
    let mut returns = Returns::default();
    for (id, (name, text)) in (1..).zip(FILES) {
        let mut reader = Reader::new(name, Vec::new());
        reader.push(text.as_bytes());
        returns.add(id, reader.finish());
    }
    let text = file(English, &returns, &missing_rates::Query::default()).unwrap_or_default();
    assert!(text.contains("\r\n'=North,1,1,0,0,") && text.contains("All incidents,3,1,1,1,"), "{text}");
}
