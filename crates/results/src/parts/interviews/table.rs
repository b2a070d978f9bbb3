//! The same questions by team.

use document::{Block, Cell, Column, Row, Shared, Table, Text};
use missing_rates::interviews::{Answered, Interviews, Tally, Team};
use words::Language;

use super::sentences::ends;
use crate::table_csv::table_csv;

pub(super) fn blocks(language: Language, of: &Interviews, period: &str) -> Vec<Block> {
    let block = |table| Block::Table { table: Shared::new(table) };
    all(language, of, period).into_iter().map(block).collect()
}

/// Offers, offers within 72 hours where their days are known, and interviews.
fn all(language: Language, of: &Interviews, period: &str) -> Vec<Table> {
    let in_time = of.has_offer_dates.then(|| of_offers_in_time(language, of, period));
    [of_offers(language, of, period)].into_iter().chain(in_time).chain([of_held(language, of, period)]).collect()
}

/// The tables as CSV, one below the other.
pub(super) fn csv(language: Language, of: &Interviews) -> String {
    let period = &language.period(of.period);
    let text = |table: &Table| {
        let head = missing_rates::report::csv_line(&[table.caption.to_string()]);
        [head.as_str(), table_csv(language, table).trim_start_matches('\u{FEFF}')].concat()
    };
    let tables: Vec<String> = all(language, of, period).iter().map(text).collect();
    ["\u{FEFF}", &tables.join("\r\n")].concat()
}

fn of_offers(language: Language, of: &Interviews, period: &str) -> Table {
    let caption = if of.teams.is_empty() {
        language.interviews_total_offered(period)
    } else {
        language.interviews_by_offered(period)
    };
    let names = [language.interviews_column_offered(), language.interviews_column_not_offered()];
    table(language, of, ("interviews-offered", caption), names, |of| of.offered)
}

fn of_offers_in_time(language: Language, of: &Interviews, period: &str) -> Table {
    let caption = if of.teams.is_empty() {
        language.interviews_total_offered_in_time(period)
    } else {
        language.interviews_by_offered_in_time(period)
    };
    let names = [language.interviews_column_in_time(), language.interviews_column_later()];
    table(language, of, ("interviews-offered-in-time", caption), names, |of| of.offered_in_time)
}

fn of_held(language: Language, of: &Interviews, period: &str) -> Table {
    let caption =
        if of.teams.is_empty() { language.interviews_total_held(period) } else { language.interviews_by_held(period) };
    let names = [language.interviews_column_in_time(), language.interviews_column_not_in_time()];
    table(language, of, ("interviews-held", caption), names, |of| of.held.is_in_time())
}

fn table(
    language: Language,
    of: &Interviews,
    (id, caption): (&'static str, Text),
    [yes, no]: [&'static str; 2],
    answered: impl Fn(&Tally) -> Answered,
) -> Table {
    let row = |name: Text, tally: &Tally| {
        let answered = answered(tally);
        let number = |count: u64| Cell::number(language.number(count), count as f64);
        let between = (answered.unknown.all() > 0).then(|| {
            let (lowest, highest) = ends(language, &answered);
            words::InterviewsBetween { highest: &highest, lowest: &lowest }.text(language)
        });
        Row::new([
            Cell::text(name),
            number(tally.asked()),
            number(answered.yes),
            number(answered.no),
            number(answered.unknown.all()),
            Cell { about: between, ..Cell::number(language.part_of(answered.yes, answered.known()), answered.share()) },
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
