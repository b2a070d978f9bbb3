//! The form in which a person says what the columns of a file are: what each column is taken for, what is still
//! missing, and how the first rows would be read.

use missing_rates::answer::Answer;
use missing_rates::cohort::Part;
use missing_rates::mapping::{Column, Field, MAPPED_KINDS, PARTS, Preview, PreviewRow};
use missing_rates::period::Period;
use words::Language;
use words::Text;

use super::answer_words;
use crate::naming::{Columns, Naming};
use crate::pick::pick as choose;
use document::Shared;
use document::{self, Block, Cell, Command, Row, Setting, Table};

/// How many rows are offered as header rows.
const ROWS: usize = 12;
/// How many characters of a row or of the examples of a column are shown.
const SHOWN: usize = 60;

pub(super) fn blocks(language: Language, columns: &Columns) -> Vec<Block> {
    columns.files().iter().flat_map(|value| form(language, value)).collect()
}

fn form(language: Language, file: &Naming) -> Vec<Block> {
    let offered = file.draft.columns(&file.head);
    let mut blocks = vec![
        Block::heading(language.columns_heading(&file.name)),
        Block::text(language.columns_about()),
        Block::Controls { blocks: vec![kinds(language, file), rows(language, file)] },
    ];
    if file.draft.kind.is_none() {
        return blocks;
    }
    if !file.draft.limits().is_empty() {
        blocks.push(Block::note(language.columns_limits(&file.draft.limits().join(", "))));
    }
    if (0..offered.len()).any(|at| file.draft.parts(at)) {
        blocks.push(Block::note(language.columns_parts()));
    }
    blocks.push(table(language, file, &offered));
    let missing = file.draft.missing();
    let twice = file.draft.same(&file.head);
    let complete = missing.is_empty() && twice.is_empty();
    blocks.extend(twice.iter().map(|(field, columns)| {
        let heading = |at: &usize| offered.get(*at).map_or(String::new(), |column| format!("“{}”", column.heading));
        let headings: Vec<String> = columns.iter().map(heading).collect();
        Block::note(
            words::ColumnsTwice { columns: &headings.join(", "), field: &name(language, *field) }.text(language),
        )
    }));
    if !missing.is_empty() {
        let wants: Vec<String> = missing.iter().map(|fields| either(language, fields)).collect();
        blocks.push(Block::note(language.columns_missing(&wants.join("; "))));
    }
    let mut buttons = Vec::new();
    if !file.read || file.draft.has_guesses() {
        buttons.push(Block::Button {
            command: Command::ReadMapped { id: file.id },
            text: language.columns_read(&file.name),
        });
    }
    if complete {
        blocks.push(Block::text(if file.read { language.columns_are_read() } else { language.columns_complete() }));
        blocks.push(Block::Details {
            summary: language.columns_preview_summary().into(),
            blocks: vec![preview(language, file)],
        });
        buttons.push(Block::Button {
            command: Command::ExportMapping { id: file.id },
            text: language.columns_keep().into(),
        });
    }
    blocks.push(Block::Controls { blocks: buttons });
    blocks
}

/// One row for each column: its heading and first cells, what it is, and the period.
fn table(language: Language, file: &Naming, offered: &[Column]) -> Block {
    let filled = |column: &&(usize, &Column)| {
        !column.1.heading.is_empty() || column.1.samples.iter().any(|cell| !cell.is_empty())
    };
    let columns: Vec<(usize, &Column)> = offered.iter().enumerate().collect();
    let rows = columns.iter().filter(filled).map(|(at, column)| row(language, file, *at, column)).collect();
    let table = Table {
        id: format!("columns-{}", file.id).into(),
        caption: language.columns_table_caption(&file.name),
        columns: vec![
            document::Column::words(language.columns_read_column()),
            document::Column::words(language.columns_table_is()),
            document::Column::words(language.columns_table_period()),
        ],
        rows,
        sortable: false,
    };
    Block::Table { table: Shared::new(table) }
}

fn row(language: Language, file: &Naming, at: usize, column: &Column) -> Row {
    let number = language.number(at as u64 + 1);
    let heading =
        if column.heading.is_empty() { language.columns_nameless(&number) } else { Text::from(short(&column.heading)) };
    let samples: Vec<&str> = column.samples.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
    let mut typed = Cell::text(heading.clone());
    typed.about = (!samples.is_empty()).then(|| Text::from(short(&samples.join(" · "))));
    let mut is = Cell::default();
    is.blocks.push(pick(language, file, at, &heading, column));
    let mut when = Cell::default();
    if column.field.is_some_and(Field::is_figure) && column.decided {
        when.blocks.push(pick_period(language, file, at, &heading, column));
    }
    Row::new([typed, is, when]).marked(!column.decided)
}

fn kinds(language: Language, file: &Naming) -> Block {
    let options = std::iter::once((None, language.columns_kind_none().into()))
        .chain(MAPPED_KINDS.iter().map(|kind| (Some(*kind), language.kind(*kind).into())));
    let id = format!("columns-{}-kind", file.id);
    choose((&id, language.columns_kind(&file.name)), options, &file.draft.kind, |kind| Setting::Kind {
        file: file.id,
        kind,
    })
}

fn rows(language: Language, file: &Naming) -> Block {
    let choice = |(at, row): (usize, &Vec<String>)| {
        let cells: Vec<&str> = row.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
        let number = language.number(at as u64 + 1);
        let cells = words::ColumnsRowChoice { cells: &short(&cells.join(", ")), row: &number }.text(language);
        (at, cells)
    };
    let options = file.head.iter().enumerate().take(ROWS.max(file.draft.header_row + 1)).map(choice);
    let id = format!("columns-{}-row", file.id);
    choose((&id, language.columns_row(&file.name)), options, &file.draft.header_row, |row| Setting::HeadingRow {
        file: file.id,
        row: u32::try_from(row).unwrap_or_default(),
    })
}

/// The choice of what a column is. If nothing says for certain, the guess comes first.
fn pick(language: Language, file: &Naming, at: usize, heading: &str, column: &Column) -> Block {
    let guess = (!column.decided).then(|| {
        let text = match column.field {
            Some(field) => language.columns_guess(&name(language, field)),
            None => language.columns_undecided().into(),
        };
        (Choosing::Undecided, text)
    });
    let left_out = (Choosing::As(None), language.columns_none().into());
    // If the question is what to do with rows that are parts, the answers to it come first.
    let mut fields = file.fields();
    if file.draft.parts(at) {
        fields.sort_by_key(|field| !PARTS.contains(field));
    }
    let fields = fields.into_iter().map(|field| (Choosing::As(Some(field)), name(language, field)));
    let chosen = if column.decided { Choosing::As(column.field) } else { Choosing::Undecided };
    let id = format!("columns-{}-{at}", file.id);
    let number = u32::try_from(at).unwrap_or_default();
    choose(
        (&id, language.columns_pick(heading)),
        guess.into_iter().chain([left_out]).chain(fields),
        &chosen,
        |chosen| {
            let field = match chosen {
                Choosing::Undecided => column.field,
                Choosing::As(field) => field,
            };
            Setting::Column { file: file.id, column: number, field: field.map(|field| field.name().into()) }
        },
    )
}

/// What is chosen for a column.
#[derive(Clone, Copy, PartialEq)]
enum Choosing {
    Undecided,
    As(Option<Field>),
}

/// The years that are offered for a column.
const YEARS: std::ops::RangeInclusive<i32> = 2012..=2030;

/// The choice of the period of a column's figures, if its heading and its rows do not give it.
fn pick_period(language: Language, file: &Naming, at: usize, heading: &str, column: &Column) -> Block {
    let calendar = YEARS.rev().filter_map(Period::calendar_year);
    let collection = YEARS.rev().filter_map(Period::collection_year);
    let mut periods: Vec<Period> = calendar.chain(collection).collect();
    periods.extend(column.period.filter(|period| !periods.contains(period)).into_iter().collect::<Vec<_>>());
    let options = periods.into_iter().map(|period| (Some(period), language.period(period)));
    let options = std::iter::once((None, language.columns_period_rows().into())).chain(options);
    let id = format!("columns-{}-{at}-period", file.id);
    let number = u32::try_from(at).unwrap_or_default();
    choose((&id, language.columns_pick_period(heading)), options, &column.period, |period| Setting::ColumnPeriod {
        file: file.id,
        column: number,
        period,
    })
}

/// A field in words.
pub(super) fn name(language: Language, field: Field) -> Text {
    match field {
        Field::Authority => language.columns_field_authority().into(),
        Field::Code => language.columns_field_code().into(),
        Field::Year => language.columns_field_year().into(),
        Field::Cohort => language.columns_field_cohort().into(),
        Field::Measure => language.columns_field_measure().into(),
        Field::Answer => language.columns_field_answer().into(),
        Field::AddUp => language.columns_field_add_up().into(),
        Field::TotalRows => language.columns_field_total_rows().into(),
        Field::LeaveOut => language.columns_field_leave_out().into(),
        Field::Figure(cohort, count) => answer_words::figure(language, cohort, count),
        Field::Part(cohort, count, part) => {
            let figure = answer_words::figure(language, cohort, count);
            match part {
                Part::Identified => language.columns_field_identified(&figure),
                Part::Suspected => language.columns_field_suspected(&figure),
            }
        }
        Field::Official(name) => name.into(),
    }
}

/// Any of these fields, in words.
fn either(language: Language, fields: &[Field]) -> String {
    match fields {
        [one] => name(language, *one).to_string(),
        [first, last] => {
            words::ColumnsOr { first: &name(language, *first), last: &name(language, *last) }.text(language).to_string()
        }
        _ => language.columns_any_figure().to_owned(),
    }
}

fn preview(language: Language, file: &Naming) -> Block {
    let (columns, rows) = match file.draft.preview(&file.head) {
        Preview::Nothing => return Block::note(language.columns_preview_nothing()),
        Preview::Answers(rows) if rows.is_empty() => return Block::note(language.columns_preview_nothing()),
        Preview::Answers(rows) => {
            let columns = vec![
                document::Column::words(language.columns_preview_typed()),
                document::Column::words(language.columns_preview_authority()),
                document::Column::words(language.columns_preview_period()),
                document::Column::words(language.columns_preview_figure()),
                document::Column::words(language.columns_preview_wording()),
                document::Column::words(language.columns_preview_answer()),
            ];
            (columns, rows.iter().map(|value| answer(language, value)).collect())
        }
        Preview::Rows(fields, rows) => {
            let columns = fields.iter().map(|field| document::Column::words(name(language, *field))).collect();
            let cells =
                |row: &Vec<String>| Row::new(row.iter().map(|cell| Cell::text(short(cell))).collect::<Vec<_>>());
            (columns, rows.iter().map(cells).collect())
        }
    };
    let table = Table {
        id: format!("columns-preview-{}", file.id).into(),
        caption: language.columns_preview_caption(&file.name),
        columns,
        rows,
        sortable: false,
    };
    Block::Table { table: Shared::new(table) }
}

fn answer(language: Language, row: &PreviewRow) -> Row {
    let period = row.period.map_or(language.columns_preview_no_period().into(), |value| language.period(value));
    let unclear = matches!(&row.answer, Answer::Withheld { .. });
    Row::new([
        Cell::text(short(&row.typed)),
        Cell::text(row.authority.unwrap_or(language.columns_preview_unknown())),
        Cell::text(period),
        Cell::text(answer_words::figure(language, row.cohort, row.count)),
        Cell::text(short(&row.wording)),
        Cell::text(answer_words::answer(language, &row.answer)),
    ])
    .marked(unclear || row.authority.is_none())
}

/// A text, cut if it would fill the screen.
fn short(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
