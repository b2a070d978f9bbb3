//! How the columns of tables of answers were read, as CSV; and what is to be done about those that are a question.

use missing_rates::report::{ColumnRead, ColumnState, Report, code, csv_line};

const HEADER: [&str; 10] =
    ["file", "column", "heading", "read_as", "part", "period", "state", "used", "not_understood", "examples"];

/// One line a column.
pub(crate) fn csv(report: &Report) -> String {
    let mut out = csv_line(&HEADER.map(str::to_owned));
    for column in &report.columns {
        out.push_str(&csv_line(&line(column)));
    }
    out
}

fn line(column: &ColumnRead) -> [String; 10] {
    [
        column.file.clone(),
        column.column.to_string(),
        column.heading.clone(),
        column.read_as.clone(),
        column.part.map_or(String::new(), |part| code(&part)),
        column.period.map_or(String::new(), |period| period.to_string()),
        code(&column.state),
        if column.used { "yes" } else { "no" }.to_owned(),
        column.not_understood.join("; "),
        column.examples.join("; "),
    ]
}

/// Of each file, how many columns are a question, the first of them, and how to answer it.
pub(crate) fn questions(report: &Report) -> Vec<String> {
    let mut lines = Vec::new();
    for file in &report.files {
        let asked: Vec<&ColumnRead> =
            report.columns.iter().filter(|column| column.file == file.name && column.state.asks()).collect();
        let Some(first) = asked.first() else { continue };
        let why = if first.not_understood.is_empty() {
            why_asked(first.state).to_owned()
        } else {
            format!("not understood: {}", first.not_understood.join(", "))
        };
        let others = match asked.len() {
            1 => String::new(),
            more => format!(", and {} more", more - 1),
        };
        lines.push(format!(
            "{}: column {} “{}” needs your decision ({why}){others}. --format columns lists how each column was read; \
             --format mapping writes what they seem to be: correct it, and name it among the files",
            file.name,
            first.column,
            short(&first.heading)
        ));
    }
    lines
}

fn why_asked(state: ColumnState) -> &'static str {
    match state {
        ColumnState::NoGroup => "it does not say which children are counted",
        ColumnState::BareQuestion => "it has the number of a question and no words",
        ColumnState::SameAsAnother => "another column means the same",
        ColumnState::PartOnly => "it is a part of a figure, and the rest is not beside it",
        ColumnState::Breakdown => {
            "its rows are parts of each authority's figures: say add-up, total-rows or leave-out in a mapping"
        }
        ColumnState::NoPeriod => "its period was not understood",
        _ => "it was not understood",
    }
}

fn short(heading: &str) -> String {
    let one_line: Vec<&str> = heading.split_whitespace().collect();
    let text = one_line.join(" ");
    if text.chars().count() <= 60 { text } else { text.chars().take(59).chain(['…']).collect() }
}
