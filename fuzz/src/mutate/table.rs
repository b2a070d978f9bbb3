//! A file bent as the table that it is: cells, headings, rows, columns, and how all of it is written.

use fastrand::Rng;

use super::{one, words};

/// What may be between cells.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// A table taken apart.
type Rows = Vec<Vec<String>>;

/// What is between cells: the sign that is most often in the first lines.
fn delimiter(bytes: &[u8]) -> u8 {
    let head = &bytes[..bytes.len().min(400)];
    let count = |of: u8| head.split(|byte| *byte == of).count();
    DELIMITERS.into_iter().max_by_key(|of| (count(*of), *of == b',')).unwrap_or(b',')
}

fn rows(bytes: &[u8]) -> Rows {
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader.has_headers(false).flexible(true).delimiter(delimiter(bytes)).from_reader(bytes);
    let text = |row: csv::ByteRecord| row.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
    reader.byte_records().filter_map(Result::ok).map(text).collect()
}

fn written(rows: &Rows, delimiter: u8, style: csv::QuoteStyle, end: csv::Terminator) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new();
    let writer = writer.flexible(true).delimiter(delimiter).quote_style(style).terminator(end);
    let mut writer = writer.from_writer(Vec::new());
    for row in rows {
        // Into memory nothing fails.
        let _ = writer.write_record(row);
    }
    writer.into_inner().unwrap_or_default()
}

/// One change to what the table says.
pub(super) fn bend(bytes: &mut Vec<u8>, chance: &mut Rng) {
    let between = delimiter(bytes);
    let mut table = rows(bytes);
    if table.is_empty() {
        table.push(vec![words::heading(chance), words::heading(chance)]);
    }
    let (at, width) = (chance.usize(..table.len()), table.iter().map(Vec::len).max().unwrap_or(0));
    let column = chance.usize(..width.max(1));
    match chance.u32(..16) {
        // Most changes are to one cell: they come furthest.
        0..=4 => change(&mut table, at, column, words::cell(chance)),
        5 => change(&mut table, 0, column, words::heading(chance)),
        6 => table.insert(at, table[at].clone()),
        7 => drop(table.remove(at)),
        8 => {
            let other = chance.usize(..table.len());
            table.swap(at, other);
        }
        9 => table.iter_mut().filter(|row| column < row.len()).for_each(|row| drop(row.remove(column))),
        10 => {
            let heading = words::heading(chance);
            for (at, row) in table.iter_mut().enumerate().filter(|(_, row)| column <= row.len()) {
                row.insert(column, if at == 0 { heading.clone() } else { words::cell(chance) });
            }
        }
        11 => {
            let other = chance.usize(..width.max(1));
            table.iter_mut().filter(|row| column.max(other) < row.len()).for_each(|row| row.swap(column, other));
        }
        12 => table.insert(0, vec![words::heading(chance)]),
        13 => table.push(vec![words::cell(chance), words::cell(chance)]),
        14 => {
            // The same wording in many rows, or every one of them another.
            let wording = words::cell(chance);
            for row in table.iter_mut().skip(1).filter(|_| chance.bool()) {
                if let Some(cell) = row.get_mut(column) {
                    cell.clone_from(&wording);
                }
            }
        }
        _ => grow(&mut table, chance),
    }
    *bytes = written(&table, between, csv::QuoteStyle::Necessary, csv::Terminator::Any(b'\n'));
}

fn change(rows: &mut Rows, at: usize, column: usize, text: String) {
    if let Some(cell) = rows.get_mut(at).and_then(|row| row.get_mut(column)) {
        *cell = text;
    }
}

/// Many more rows, or columns, like those that are there.
fn grow(table: &mut Rows, chance: &mut Rng) {
    let times = 1 << chance.u32(..9);
    let template = one(table, chance).cloned().unwrap_or_default();
    if chance.bool() {
        table.extend((0..times).map(|n| {
            let other = |cell: &String| if cell.parse::<u64>().is_ok() { n.to_string() } else { cell.clone() };
            template.iter().map(other).collect()
        }));
    } else {
        for row in table.iter_mut() {
            let last = row.last().cloned().unwrap_or_default();
            row.extend((0..times).map(|n| if chance.u32(..4) == 0 { format!("{last} {n}") } else { last.clone() }));
        }
    }
}

/// The same table, written as other programs write it.
pub(super) fn write_otherwise(bytes: &mut Vec<u8>, chance: &mut Rng) {
    let table = rows(bytes);
    let style = [csv::QuoteStyle::Always, csv::QuoteStyle::Necessary, csv::QuoteStyle::NonNumeric][chance.usize(..3)];
    let end = [csv::Terminator::CRLF, csv::Terminator::Any(b'\r'), csv::Terminator::Any(b'\n')][chance.usize(..3)];
    let mut text = written(&table, DELIMITERS[chance.usize(..4)], style, end);
    match chance.u32(..6) {
        0 => drop(text.splice(..0, *b"\xEF\xBB\xBF")),
        1 => text = utf16(&text, [0xFF, 0xFE], u16::to_le_bytes),
        2 => text = utf16(&text, [0xFE, 0xFF], u16::to_be_bytes),
        // Windows-1252, as far as Latin-1 is.
        3 => text = String::from_utf8_lossy(&text).chars().map(|c| u8::try_from(c).unwrap_or(b'?')).collect(),
        _ => {}
    }
    *bytes = text;
}

fn utf16(text: &[u8], mark: [u8; 2], bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    mark.into_iter().chain(String::from_utf8_lossy(text).encode_utf16().flat_map(bytes)).collect()
}
