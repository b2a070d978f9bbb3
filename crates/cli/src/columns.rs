//! How the columns of tables of answers were read, as CSV; and what is to be done about those that are a question.

use missing_rates::report::{ColumnRead, ColumnState, Report, code, csv_line};
use words::{Language, Text};

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
pub(crate) fn questions(language: Language, report: &Report) -> Vec<Text> {
    let mut lines = Vec::new();
    for file in &report.files {
        let asked: Vec<&ColumnRead> =
            report.columns.iter().filter(|column| column.file == file.name && column.state.asks()).collect();
        let Some(first) = asked.first() else { continue };
        let why: Text = if first.not_understood.is_empty() {
            why_asked(language, first.state).into()
        } else {
            language.cli_column_words(&first.not_understood.join(", "))
        };
        let (heading, how): (&str, _) = (&short(&first.heading), language.cli_columns_how());
        let number: &str = &first.column.to_string();
        let text = match asked.len() {
            1 => words::CliColumn { heading, how, number, why: &why }.text(language),
            all => {
                let more: &str = &(all - 1).to_string();
                words::CliColumnsMore { heading, how, more, number, why: &why }.text(language)
            }
        };
        lines.push(words::CliAboutFile { file: &file.name, text: &text }.text(language));
    }
    lines
}

fn why_asked(language: Language, state: ColumnState) -> &'static str {
    match state {
        ColumnState::NoGroup => language.cli_column_no_group(),
        ColumnState::BareQuestion => language.cli_column_bare_question(),
        ColumnState::SameAsAnother => language.cli_column_same(),
        ColumnState::PartOnly => language.cli_column_part(),
        ColumnState::Breakdown => language.cli_column_breakdown(),
        ColumnState::NoPeriod => language.cli_column_no_period(),
        _ => language.cli_column_unclear(),
    }
}

fn short(heading: &str) -> String {
    let one_line: Vec<&str> = heading.split_whitespace().collect();
    let text = one_line.join(" ");
    if text.chars().count() <= 60 { text } else { text.chars().take(59).chain(['…']).collect() }
}
