//! The form in which a person says what the columns of a file are: each field beside the columns offered, what is still
//! missing, and the first rows as they would be read.

use missing_rates::answer::Answer;
use missing_rates::cohort::{Cohort, Count, Part};
use missing_rates::mapping::{Column, Field, MAPPED_KINDS, Preview, PreviewRow};
use words::Language;
use words::Text;

use super::said;
use crate::naming::{Columns, Naming};
use crate::pick::pick as choose;
use document::Shared;
use document::{self, Block, Cell, Request, Row, Setting, Table};

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
    let [first, more, long] = sorted(file.fields());
    let picks = |fields: Vec<Field>| Block::Controls {
        blocks: fields.into_iter().map(|field| pick(language, file, field, &offered)).collect(),
    };
    // Who and when in one line, and a line for the figures of each cohort.
    let line = |field: &Field| if let Field::Figure(cohort, _) = field { Some(*cohort) } else { None };
    blocks.extend(first.chunk_by(|a, b| line(a) == line(b)).map(|fields| picks(fields.to_vec())));
    for (summary, fields) in [(language.columns_more(), more), (language.columns_long(), long)] {
        if !fields.is_empty() {
            blocks.push(Block::Details { summary: summary.into(), blocks: vec![picks(fields)] });
        }
    }
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
    if complete {
        blocks.push(Block::text(language.columns_complete()));
    }
    if !missing.is_empty() {
        let wants: Vec<String> = missing.iter().map(|fields| either(language, fields)).collect();
        blocks.push(Block::note(language.columns_missing(&wants.join("; "))));
    }
    if complete {
        blocks.push(preview(language, file));
        let button = |request: Request, text: Text| Block::Button { request, text };
        blocks.push(Block::Controls {
            blocks: vec![
                button(Request::ReadMapped { id: file.id }, language.columns_read(&file.name)),
                button(Request::ExportMapping { id: file.id }, language.columns_keep().into()),
            ],
        });
    }
    blocks
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

/// The fields that most files have; further figures; those of one row a figure.
fn sorted(fields: Vec<Field>) -> [Vec<Field>; 3] {
    let (long, wide): (Vec<Field>, Vec<Field>) =
        fields.into_iter().partition(|field| matches!(field, Field::Cohort | Field::Measure | Field::Answer));
    let rare = |field: &Field| match field {
        Field::Figure(cohort, count) => {
            *cohort == Cohort::TraffickedAndUnaccompanied
                || !matches!(count, Count::Children | Count::ChildrenMissing | Count::MissingIncidents)
        }
        Field::AddUp | Field::TotalRows | Field::Part(..) => true,
        _ => false,
    };
    let (more, first) = wide.into_iter().partition(rare);
    [first, more, long]
}

fn pick(language: Language, file: &Naming, field: Field, offered: &[Column]) -> Block {
    let column = |(at, column): (usize, &Column)| {
        let number = language.number(at as u64 + 1);
        let nameless = language.columns_nameless(&number);
        let heading = if column.heading.is_empty() { nameless } else { short(&column.heading).into() };
        let samples: Vec<&str> = column.samples.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
        let text = if samples.is_empty() {
            heading
        } else {
            words::ColumnsOption { heading: &heading, samples: &short(&samples.join(", ")) }.text(language)
        };
        (Some(at), text)
    };
    let options = std::iter::once((None, language.columns_none().into())).chain(offered.iter().enumerate().map(column));
    let field_name = field.name();
    let id = format!("columns-{}-{}", file.id, field_name.replace(|c: char| !c.is_ascii_alphanumeric(), "-"));
    choose((&id, name(language, field)), options, &file.draft.column_of(field), |column| Setting::Column {
        file: file.id,
        field: field_name.to_string().into(),
        column: column.and_then(|column| u32::try_from(column).ok()),
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
        Field::Figure(cohort, count) => said::figure(language, cohort, count),
        Field::Part(cohort, count, part) => {
            let figure = said::figure(language, cohort, count);
            match part {
                Part::Identified => language.columns_field_identified(&figure).into(),
                Part::Suspected => language.columns_field_suspected(&figure).into(),
            }
        }
        Field::Official(name) => name.into(),
    }
}

/// One of these fields.
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
        Cell::text(said::figure(language, row.cohort, row.count)),
        Cell::text(short(&row.wording)),
        Cell::text(said::answer(language, &row.answer)),
    ])
    .marked(unclear || row.authority.is_none())
}

/// A text cut where it would fill the screen.
fn short(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
