//! How the wordings of a list of trafficked children were read, and the choice of what an unclear one means.

use missing_rates::report::{ListWording, ListedAs, Report};
use words::Language;

use crate::pick::pick as choose;
use document::Shared;
use document::{Block, Cell, Column, Row, Setting, Table};

pub(super) fn blocks(language: Language, report: &Report) -> Vec<Block> {
    if report.list_wordings.is_empty() {
        return Vec::new();
    }
    let mut wordings: Vec<&ListWording> = report.list_wordings.iter().collect();
    // Wordings that need a decision come first.
    wordings.sort_by_key(|wording| wording.read_as.is_some() && !wording.decided);
    vec![
        Block::heading(language.list_wordings_heading()),
        Block::text(language.list_wordings_about()),
        Block::Table {
            table: Shared::new(Table {
                id: "list-wordings".into(),
                caption: language.list_wordings_heading().into(),
                columns: vec![
                    Column::words(language.list_wordings_wording()),
                    Column::numbers(language.quality_rows()),
                    Column::words(language.list_wordings_read_as()),
                    Column::words(language.list_wordings_change()),
                ],
                rows: wordings.into_iter().enumerate().map(|(at, wording)| row(language, at, wording)).collect(),
                sortable: false,
            }),
        },
    ]
}

fn row(language: Language, at: usize, wording: &ListWording) -> Row {
    let shown = if wording.wording.is_empty() { language.quality_blank() } else { &wording.wording };
    let read = wording.read_as.map_or_else(|| language.list_wordings_undecided(), |says| language.listed(says));
    let none = (None, language.list_wordings_as_read().into());
    let options = std::iter::once(none).chain(ListedAs::ALL.map(|says| (Some(says), language.listed(says).into())));
    let decided = wording.read_as.filter(|_| wording.decided);
    let id = format!("listed-{at}");
    let pick = choose((&id, language.list_wordings_pick(shown)), options, &decided, |says| Setting::Listed {
        wording: wording.wording.clone().into(),
        says,
    });
    Row::new([
        Cell::text(shown.to_owned()),
        Cell::number(language.number(wording.rows), wording.rows as f64),
        Cell::text(read),
        Cell { blocks: vec![pick], ..Cell::default() },
    ])
    .marked(wording.read_as.is_none())
}

#[cfg(test)]
mod tests {
    use missing_rates::Returns;
    use missing_rates::read::Reader;

    use super::*;
    use crate::settings::Settings;

    #[test]
    fn a_wording_is_asked_once_and_the_answer_is_a_decision() {
        let mut returns = Returns::default();
        let files = [
            ("list.csv", "CHILD,NRM outcome\n1,Suspended\n2,suspended\n3,Pending\n"),
            ("episodes.csv", "CHILD,DECOM,LS,DEC\n1,01/05/2024,C2,\n2,01/05/2024,C2,\n3,01/05/2024,C2,\n"),
        ];
        for (id, (name, text)) in (1..).zip(files) {
            let mut reader = Reader::new(name, Vec::new());
            reader.push(text.as_bytes());
            returns.add(id, reader.finish());
        }
        let mut settings = Settings::default();
        let table = |settings: &Settings| {
            let report = returns.report(&settings.query);
            let Some(Block::Table { table }) = blocks(Language::English, &report).pop() else { panic!("no table") };
            let cells = |row: &Row| row.cells.iter().take(3).map(|cell| cell.text.to_string()).collect::<Vec<_>>();
            table.rows.iter().map(cells).collect::<Vec<_>>()
        };
        assert_eq!(table(&settings)[0], ["suspended", "2", Language::English.list_wordings_undecided()]);
        settings.apply(Setting::Listed { wording: "suspended".into(), says: Some(ListedAs::Suspected) });
        assert_eq!(table(&settings)[0], ["suspended", "2", Language::English.listed_suspected()]);
        settings.apply(Setting::Listed { wording: "suspended".into(), says: None });
        assert_eq!(table(&settings)[0][2], Language::English.list_wordings_undecided());
    }
}
