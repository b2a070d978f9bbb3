//! The report and the lists beside it as workbooks to keep: tables, what their symbols mean, and what they are based on, each on
//! a sheet of its own. A safe report gives a safe workbook: it is made of nothing else.

use std::collections::BTreeMap;

use document::{Block, all};
use missing_rates::Query;
use missing_rates::checks::{WorkList, WorkRow};
use missing_rates::report::{Cell, ColumnRead, Finding, Level, Report, Sentences, tables_of_csv};
use words::{Language, Text};
use workbooks::{Column, Table, Written};

use crate::parts::coverage;

/// Every figure of a report.
pub fn report_workbook(language: Language, report: &Report) -> Written {
    let figures = of_csv(language, language.workbook_figures(), &report.to_csv(), "[z]");
    // Which rows break rules is for whoever may see the files.
    let findings = (!report.disclosure.is_safe()).then(|| findings(language, report));
    let tables =
        [figures].into_iter().chain(cautions(language, report)).chain(columns(language, report)).chain(findings);
    written(language, report, (language.workbook_title_report(), subject(language, report, true)), tables.collect())
}

/// Who to ask again.
pub fn chase_workbook(language: Language, report: &Report) -> Written {
    let list = of_csv(language, language.workbook_chase(), &report.to_chase_csv(&language), "[z]");
    let list = Table { about: language.workbook_chase_about().to_owned(), ..list };
    written(language, report, (language.workbook_title_chase(), subject(language, report, true)), vec![list])
}

/// The numbers of the reply to a freedom-of-information request, from what they are as CSV: each year, as it is answered by itself,
/// on a sheet of its own.
pub fn foi_workbook(language: Language, report: &Report, csv: &str) -> Written {
    let all = of_csv(language, "", csv, "[x]");
    let mut years: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
    for row in all.rows {
        years.entry(row.first().cloned().unwrap_or_default()).or_default().push(row);
    }
    let sheet = |(year, rows): (String, Vec<Vec<String>>)| Table {
        name: language.workbook_answers(&year).to_string(),
        about: all.about.clone(),
        columns: all.columns.clone(),
        rows,
    };
    let sheets: Vec<Table> = years.into_iter().map(sheet).chain(cautions(language, report)).collect();
    // Its answers are for calendar years, whatever the period of the report is.
    written(language, report, (language.workbook_title_foi(), subject(language, report, false)), sheets)
}

/// The table that authorities fill in, from what it is as CSV. The cells for answers are empty, so that nothing has to be
/// deleted before they are filled in.
pub fn blank_workbook(language: Language, report: &Report, csv: &str) -> Written {
    let mut rows = tables_of_csv(csv.trim_start_matches('\u{FEFF}')).into_iter().next().unwrap_or_default().into_iter();
    let columns = rows.next().unwrap_or_default().into_iter().map(Column::words).collect();
    let table = Table {
        name: language.workbook_blank().to_owned(),
        about: language.workbook_blank_about().to_owned(),
        columns,
        rows: rows.collect(),
    };
    Written {
        title: language.workbook_title_blank().to_owned(),
        language: "en-GB".to_owned(),
        author: language.tool(&report.tool).to_string(),
        contents: language.workbook_contents().to_owned(),
        // A sheet without a table beside the answers would be asked about once it comes back.
        cover: Vec::new(),
        sheets: vec![table],
    }
}

/// Every row that breaks a rule, with one column for each value, and empty columns for whoever works through it.
pub fn work_workbook(language: Language, report: &Report, list: &WorkList) -> Written {
    let rows = language.workbook_rows();
    let table =
        Table { name: rows.to_owned(), about: language.workbook_rows_about().to_owned(), ..work(language, list) };
    written(language, report, (language.workbook_title_work(), subject(language, report, true)), vec![table])
}

/// The columns of CSV files whose cells are numbers.
const NUMBERS: [&str; 8] = ["value", "numerator", "denominator", "authorities", "count", "row", "other_row", "year"];

/// The columns of child-level files whose cells are days.
const DAYS: [&str; 8] = ["DECOM", "DEC", "DOB", "DUC", "MIS_START", "MIS_END", "DATE", "OFFER_DATE"];

/// The columns of the product's own CSV files whose cells are days.
const PERIODS: [&str; 4] = ["period_start", "period_end", "earlier_start", "earlier_end"];

/// The first table of a CSV file of the product's own. Where a number is not given, `blank` says so.
fn of_csv(language: Language, name: &str, csv: &str, blank: &str) -> Table {
    let mut rows = tables_of_csv(csv).into_iter().next().unwrap_or_default().into_iter();
    let head = rows.next().unwrap_or_default();
    let columns: Vec<Column> = head
        .iter()
        .map(|code| match code.as_str() {
            code if NUMBERS.contains(&code) => Column::numbers(heading(code)),
            code if PERIODS.contains(&code) => Column::days(heading(code)),
            code => Column::words(heading(code)),
        })
        .collect();
    let cell = |(cell, column): (String, &Column)| match cell.as_str() {
        "" if column.numbers => blank.to_owned(),
        "" => "[z]".to_owned(),
        "c" | "x" if column.numbers => format!("[{cell}]"),
        _ => cell,
    };
    let rows = rows.map(|row| row.into_iter().zip(&columns).map(cell).collect()).collect();
    Table { name: name.to_owned(), about: language.workbook_one_a_row().to_owned(), columns, rows }
}

/// What has to be known before the figures are used: which days the files do not cover, and what is not certain. None where nothing
/// has to.
fn cautions(language: Language, report: &Report) -> Option<Table> {
    let blocks = coverage(language, report, &Query::default());
    let said = all(&blocks).into_iter().filter_map(|block| match block {
        Block::Text { text } | Block::Note { text } | Block::Alert { text } => Some(vec![text.to_string()]),
        _ => None,
    });
    let rows: Vec<Vec<String>> = said.collect();
    (!rows.is_empty()).then(|| Table {
        name: language.workbook_cautions().to_owned(),
        about: language.workbook_cautions_about().to_owned(),
        columns: vec![Column::words(language.workbook_caution())],
        rows,
    })
}

/// The columns of answers that are not used and may need a decision. None where all are used, or nothing is based on answers.
fn columns(language: Language, report: &Report) -> Option<Table> {
    let asked = report.columns.iter().filter(|column| column.state.asks());
    let row = |of: &ColumnRead| {
        let not_understood = of.not_understood.join("; ");
        let words = if not_understood.is_empty() { "[z]".to_owned() } else { not_understood };
        vec![of.file.clone(), of.column.to_string(), of.heading.clone(), words]
    };
    let rows: Vec<Vec<String>> = asked.map(row).collect();
    (!rows.is_empty() && !report.disclosure.is_safe()).then(|| Table {
        name: language.workbook_columns().to_owned(),
        about: language.workbook_columns_about().to_owned(),
        columns: vec![
            Column::words("File"),
            Column::numbers("Column"),
            Column::words("Heading"),
            Column::words("Words that were not understood"),
        ],
        rows,
    })
}

/// The rules that rows break, with what to do about each.
fn findings(language: Language, report: &Report) -> Table {
    let row = |of: &Finding| {
        let said = Sentences::rule(&language, of.rule);
        let reading = if said.reading.is_empty() { "[z]".to_owned() } else { said.reading };
        let severity = language.severity(of.severity).to_owned();
        vec![severity, of.rule.to_owned(), said.sentence, of.table.clone(), of.count.to_string(), said.to_do, reading]
    };
    let words = |heading: &str| Column::words(heading);
    Table {
        name: language.workbook_findings().to_owned(),
        about: language.workbook_findings_about().to_owned(),
        columns: vec![
            words("Severity"),
            words("Rule"),
            words("What is wrong"),
            words("File"),
            Column::numbers("Rows or cells"),
            words("What to do"),
            words("How the rule is read"),
        ],
        rows: report.findings.iter().map(row).collect(),
    }
}

/// `area_level` as people write it.
fn heading(code: &str) -> String {
    let words = code.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn work(language: Language, list: &WorkList) -> Table {
    let names = |cells: &dyn Fn(&WorkRow) -> Vec<&'static str>| {
        let mut names: Vec<&'static str> = Vec::new();
        for name in list.rows.iter().flat_map(cells) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    };
    let columns_of = |cells: &[Cell]| cells.iter().map(|cell| cell.column).collect::<Vec<_>>();
    let values = names(&|row| columns_of(&row.found.cells));
    let others = names(&|row| row.found.against.as_ref().map(|against| columns_of(&against.cells)).unwrap_or_default());
    let words = |heading: &str| Column::words(heading);
    let mut columns = vec![
        words("Severity"),
        words("Rule"),
        words("What is wrong"),
        words("Child"),
        words("File"),
        Column::numbers("Row"),
    ];
    let days = |name: &str, heading: String| {
        if DAYS.contains(&name) { Column::days(heading) } else { Column::words(heading) }
    };
    columns.extend(values.iter().map(|name| days(name, (*name).to_owned())));
    columns.extend([words("Other file"), Column::numbers("Other row")]);
    columns.extend(others.iter().map(|name| days(name, format!("Other {name}"))));
    columns.extend(["What to do", "How the rule is read", "Year", "Team", "Decision", "Note"].map(words));
    let value = |cells: &[Cell], name: &str| {
        let found = cells.iter().find(|cell| cell.column == name);
        found.map_or_else(String::new, |cell| cell.value.clone())
    };
    let row = |of: &WorkRow| {
        let WorkRow { rule, found, year, .. } = of;
        let said = Sentences::rule(&language, rule.code);
        let mut row = vec![
            missing_rates::report::code(&rule.severity),
            rule.code.to_owned(),
            said.sentence,
            found.child.clone().unwrap_or_default(),
            found.file.clone(),
            found.row.to_string(),
        ];
        row.extend(values.iter().map(|name| value(&found.cells, name)));
        let (file, number, cells) = match &found.against {
            Some(other) => (other.file.clone(), other.row.to_string(), other.cells.as_slice()),
            None => (String::new(), String::new(), &[][..]),
        };
        row.extend([file, number]);
        row.extend(others.iter().map(|name| value(cells, name)));
        let year = year.map(|year| year.to_string()).unwrap_or_default();
        let handled = &of.handled;
        let team = if of.team_name().is_empty() { &*handled.team } else { of.team_name() };
        let own = [team, &*handled.decision, &*handled.note].map(str::to_owned);
        row.extend([said.to_do, said.reading, year].into_iter().chain(own));
        row
    };
    let mut rows: Vec<Vec<String>> = list.rows.iter().map(row).collect();
    if list.more > 0 {
        let mut end = vec![String::new(); columns.len()];
        end[2] = language.quality_work_list_more(list.more).to_string();
        rows.push(end);
    }
    Table { columns, rows, ..Table::default() }
}

/// Whose figures they are, and of which days if these are wanted.
fn subject(language: Language, report: &Report, with_days: bool) -> String {
    /// More periods than this are not listed.
    const MOST: usize = 6;
    let names = report.totals.iter().filter(|of| of.area.level == Level::Return).filter_map(|of| of.area.name);
    let periods = report.periods.iter().take(if with_days { MOST } else { 0 }).map(|period| language.period(*period));
    let said = names.take(1).map(Text::from).chain(periods).map(|text| language.capital(&text).to_string());
    said.collect::<Vec<_>>().join("; ")
}

/// A table without rows says so in its first cell: an empty row would be one that says nothing.
fn with_a_row(language: Language, mut of: Table) -> Table {
    if of.rows.is_empty() && !of.columns.is_empty() {
        let mut row = vec!["[z]".to_owned(); of.columns.len()];
        language.workbook_no_rows().clone_into(&mut row[0]);
        of.rows.push(row);
    }
    of
}

/// A workbook with its cover, the tables, and what they are based on. `about` says whose figures they are.
fn written(language: Language, report: &Report, (title, about): (&str, String), tables: Vec<Table>) -> Written {
    let symbols = [
        ("[c]", language.workbook_symbol_c()),
        ("[x]", language.workbook_symbol_x()),
        ("[z]", language.workbook_symbol_z()),
    ];
    let notes = Table {
        name: language.workbook_notes().to_owned(),
        about: language.workbook_notes_about().to_owned(),
        columns: vec![Column::words(language.workbook_symbol()), Column::words(language.workbook_meaning())],
        rows: symbols.map(|(symbol, meaning)| vec![symbol.to_owned(), meaning.to_owned()]).to_vec(),
    };
    let based_on = Table {
        name: language.workbook_based_on().to_owned(),
        about: language.workbook_based_on_about().to_owned(),
        columns: vec![Column::words(language.workbook_what()), Column::words(language.workbook_said())],
        rows: report.provenance().iter().map(|of| Sentences::provenance(&language, of).to_vec()).collect(),
    };
    Written {
        title: title.to_owned(),
        language: "en-GB".to_owned(),
        author: language.tool(&report.tool).to_string(),
        contents: language.workbook_contents().to_owned(),
        cover: [
            language.disclosure(report.disclosure, report.is_about_children()).to_owned(),
            about,
            language.workbook_cover_tables().to_owned(),
            language.workbook_cover_symbols().to_owned(),
        ]
        .into_iter()
        .filter(|line| !line.is_empty())
        .collect(),
        sheets: [vec![notes], tables.into_iter().map(|of| with_a_row(language, of)).collect(), vec![based_on]].concat(),
    }
}
