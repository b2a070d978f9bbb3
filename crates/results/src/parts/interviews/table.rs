//! The same questions by team.

use document::{Block, Cell, Column, Row, Shared, Table, Text};
use missing_rates::interviews::{Interviews, Tally, Team, Unknown};
use words::Language;

use super::sentences::ends;
use crate::table_csv::table_csv;

pub(super) fn blocks(language: Language, of: &Interviews, period: &str) -> [Block; 2] {
    [of_offers(language, of, period), of_held(language, of, period)]
        .map(|table| Block::Table { table: Shared::new(table) })
}

/// Both tables as CSV, one below the other.
pub(super) fn csv(language: Language, of: &Interviews) -> String {
    let period = &language.period(of.period);
    let tables = [of_offers(language, of, period), of_held(language, of, period)];
    let text = |table: &Table| {
        let head = missing_rates::report::csv_line(&[table.caption.to_string()]);
        [head.as_str(), table_csv(language, table).trim_start_matches('\u{FEFF}')].concat()
    };
    ["\u{FEFF}", &tables.each_ref().map(text).join("\r\n")].concat()
}

fn of_offers(language: Language, of: &Interviews, period: &str) -> Table {
    let caption = if of.teams.is_empty() {
        language.interviews_total_offered(period)
    } else {
        language.interviews_by_offered(period)
    };
    let names = [language.interviews_column_offered(), language.interviews_column_not_offered()];
    let parts = |of: &Tally| (of.offered.yes, of.offered.no, of.offered.unknown);
    table(language, of, ("interviews-offered", caption), names, parts)
}

fn of_held(language: Language, of: &Interviews, period: &str) -> Table {
    let caption =
        if of.teams.is_empty() { language.interviews_total_held(period) } else { language.interviews_by_held(period) };
    let names = [language.interviews_column_in_time(), language.interviews_column_not_in_time()];
    let parts = |of: &Tally| (of.held.in_time, of.held.later + of.held.not_held, of.held.unknown);
    table(language, of, ("interviews-held", caption), names, parts)
}

fn table(
    language: Language,
    of: &Interviews,
    (id, caption): (&'static str, Text),
    [yes, no]: [&'static str; 2],
    parts: impl Fn(&Tally) -> (u64, u64, Unknown),
) -> Table {
    let row = |name: Text, tally: &Tally| {
        let (yes, no, unknown) = parts(tally);
        let number = |count: u64| Cell::number(language.number(count), count as f64);
        let between = (unknown.all() > 0).then(|| {
            let (lowest, highest) = ends(language, yes, yes + no, unknown);
            words::InterviewsBetween { highest: &highest, lowest: &lowest }.text(language)
        });
        let key = (yes + no > 0).then(|| yes as f64 / (yes + no) as f64);
        Row::new([
            Cell::text(name),
            number(tally.asked()),
            number(yes),
            number(no),
            number(unknown.all()),
            Cell { about: between, ..Cell::number(language.part_of(yes, yes + no), key) },
        ])
    };
    let mut rows: Vec<Row> = of.teams.iter().map(|(team, tally)| row(name(language, team), tally)).collect();
    rows.push(row(language.interviews_all().into(), &of.all).marked(true));
    Table {
        id: id.into(),
        caption,
        columns: vec![
            Column::words(language.interviews_team()),
            Column::numbers(language.interviews_column_incidents()),
            Column::numbers(yes),
            Column::numbers(no),
            Column::numbers(language.interviews_column_unknown()),
            Column::numbers(language.interviews_column_share()),
        ],
        sortable: rows.len() > 2,
        rows,
    }
}

fn name(language: Language, team: &Team) -> Text {
    match team {
        Team::Named(name) => name.clone().into(),
        Team::Several => language.interviews_team_several().into(),
        Team::NotGiven => language.interviews_team_none().into(),
    }
}
