//! `.xls`, record by record.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::cast_possible_truncation)]

use std::collections::BTreeMap;

use super::binary::{Cell, FORMATS, Sheet, joined, wide};
use super::compound::compound;

pub(crate) fn xls(sheets: &[(&str, Vec<Vec<String>>)]) -> Vec<u8> {
    xls_of(&sheets.iter().map(|(name, rows)| Sheet::typed(name, rows)).collect::<Vec<_>>(), false)
}

/// An `.xls` of these sheets.
pub(crate) fn xls_of(sheets: &[Sheet], from_1904: bool) -> Vec<u8> {
    compound(&[("Workbook", stream(sheets, from_1904))])
}

/// A record of an `.xls`.
pub(crate) fn record(kind: u16, body: &[u8]) -> Vec<u8> {
    joined(&[&kind.to_le_bytes(), &(body.len() as u16).to_le_bytes(), body])
}

/// The stream of an `.xls` in which a workbook lies.
pub(crate) fn stream(sheets: &[Sheet], from_1904: bool) -> Vec<u8> {
    stream_by(sheets, from_1904, "Excel")
}

/// The same, written by a program or a person of this name.
pub(crate) fn stream_by(sheets: &[Sheet], from_1904: bool, writer: &str) -> Vec<u8> {
    let (mut texts, mut numbers) = (Vec::new(), BTreeMap::new());
    let bodies: Vec<Vec<u8>> = sheets.iter().map(|sheet| body(sheet, &mut texts, &mut numbers)).collect();
    let begin = |kind: u16| record(0x0809, &joined(&[&[0, 6], &kind.to_le_bytes(), &[0; 12]]));
    let mut head = begin(5);
    let padded = format!("{writer:109}");
    head.extend(record(0x005C, &joined(&[&[writer.len() as u8, 0, 0], padded.as_bytes()])));
    head.extend(record(0x0022, &u16::from(from_1904).to_le_bytes()));
    for raised in [0_u16, 0, 0, 0, 1] {
        head.extend(record(0x0031, &joined(&[&[200, 0, 0, 0, 0, 0, 144, 1], &raised.to_le_bytes(), &[0; 6]])));
    }
    for (at, code) in (164_u16..).zip(FORMATS) {
        let letters = wide(code);
        let length = (letters.len() / 2) as u16;
        head.extend(record(0x041E, &joined(&[&at.to_le_bytes(), &length.to_le_bytes(), &[1], &letters])));
    }
    for at in (164_u16..).take(FORMATS.len()) {
        head.extend(record(0x00E0, &joined(&[&[0, 0], &at.to_le_bytes(), &[0; 16]])));
    }
    let tail = joined(&[&shared(&texts), &record(0x000A, &[])]);
    let listed = |sheet: &Sheet, at: usize| {
        let name = wide(&sheet.name);
        let length = [u8::from(sheet.hidden), 0, (name.len() / 2) as u8, 1];
        record(0x0085, &joined(&[&(at as u32).to_le_bytes(), &length, &name]))
    };
    let sizes: usize = sheets.iter().map(|sheet| listed(sheet, 0).len()).sum();
    let mut at = head.len() + sizes + tail.len();
    let mut whole = head;
    for (sheet, body) in sheets.iter().zip(&bodies) {
        whole.extend(listed(sheet, at));
        at += begin(16).len() + body.len();
    }
    whole.extend(tail);
    for body in bodies {
        whole.extend(begin(16));
        whole.extend(body);
    }
    whole
}

type Texts = Vec<(String, Option<u16>)>;

/// Texts, cut where a record is full: within a text, what goes on says again how wide its letters are.
fn shared(texts: &Texts) -> Vec<u8> {
    const FULL: usize = 8224;
    let mut bodies = vec![joined(&[&(texts.len() as u32).to_le_bytes(), &(texts.len() as u32).to_le_bytes()])];
    for (text, raised) in texts {
        let narrow = text.chars().all(|letter| u32::from(letter) < 256);
        let units: Vec<u16> = text.encode_utf16().collect();
        let flags = u8::from(!narrow) | if raised.is_some() { 8 } else { 0 };
        let mut head = joined(&[&(units.len() as u16).to_le_bytes(), &[flags]]);
        if raised.is_some() {
            head.extend(1_u16.to_le_bytes());
        }
        if bodies.last().unwrap().len() + head.len() > FULL {
            bodies.push(Vec::new());
        }
        bodies.last_mut().unwrap().extend(head);
        for unit in units {
            let letter = if narrow { vec![unit as u8] } else { unit.to_le_bytes().to_vec() };
            if bodies.last().unwrap().len() + letter.len() > FULL {
                bodies.push(vec![u8::from(!narrow)]);
            }
            bodies.last_mut().unwrap().extend(letter);
        }
        if let Some(at) = raised {
            // The font behind the one that has no number.
            bodies.last_mut().unwrap().extend(joined(&[&at.to_le_bytes(), &5_u16.to_le_bytes()]));
        }
    }
    (0..).zip(&bodies).flat_map(|(at, body)| record(if at == 0 { 0x00FC } else { 0x003C }, body)).collect()
}

fn body(sheet: &Sheet, texts: &mut Texts, numbers: &mut BTreeMap<String, u32>) -> Vec<u8> {
    let mut whole = Vec::new();
    for column in &sheet.hidden_columns {
        let column = (*column as u16).to_le_bytes();
        whole.extend(record(0x007D, &joined(&[&column, &column, &[0, 8, 0, 0, 1, 0, 0, 0]])));
    }
    for (row, cells) in (0_u16..).zip(&sheet.rows) {
        let looks = if sheet.hidden_rows.contains(&u32::from(row)) { 0x20_u32 } else { 0 };
        let (first, last) = (0_u16.to_le_bytes(), (cells.len() as u16).to_le_bytes());
        let height = [255, 0, 0, 0, 0, 0];
        whole.extend(record(0x0208, &joined(&[&row.to_le_bytes(), &first, &last, &height, &looks.to_le_bytes()])));
    }
    for (row, cells) in (0_u16..).zip(&sheet.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            let at = |style: u16| joined(&[&row.to_le_bytes(), &column.to_le_bytes(), &style.to_le_bytes()]);
            let mut shared = |text: &str, raised| {
                let next = texts.len() as u32;
                let number = *numbers.entry(format!("{raised:?}{text}")).or_insert_with(|| {
                    texts.push((text.to_owned(), raised));
                    next
                });
                record(0x00FD, &joined(&[&at(0), &number.to_le_bytes()]))
            };
            let formula = |value: [u8; 8]| record(0x0006, &joined(&[&at(0), &value, &[0; 6], &[3, 0, 0x1E, 1, 0]]));
            let special = |kind: u8, value: u8| [kind, 0, value, 0, 0, 0, 0xFF, 0xFF];
            whole.extend(match cell {
                Cell::Blank => Vec::new(),
                Cell::Number(number, style) if number.fract() == 0.0 && number.abs() < 1e8 => {
                    let packed = ((*number as i32) << 2 | 2).to_le_bytes();
                    // Alone, or as one of several beside each other.
                    if column % 2 == 0 {
                        record(0x027E, &joined(&[&at(*style), &packed]))
                    } else {
                        record(0x00BD, &joined(&[&at(*style), &packed, &column.to_le_bytes()]))
                    }
                }
                Cell::Number(number, style) => record(0x0203, &joined(&[&at(*style), &number.to_le_bytes()])),
                Cell::Words(words) => shared(words, None),
                Cell::Raised(words, from) => shared(words, Some(*from)),
                Cell::Truth(truth) => record(0x0205, &joined(&[&at(0), &[u8::from(*truth), 0]])),
                Cell::Error(number) => record(0x0205, &joined(&[&at(0), &[*number, 1]])),
                Cell::Formula(value) => formula(value.to_le_bytes()),
                Cell::ErrorOfFormula(number) => formula(special(2, *number)),
                Cell::Uncalculated => formula(special(3, 0)),
                Cell::WordsOfFormula(words) => {
                    let letters = wide(words);
                    let length = ((letters.len() / 2) as u16).to_le_bytes();
                    joined(&[&formula(special(0, 0)), &record(0x0207, &joined(&[&length, &[1], &letters]))])
                }
            });
        }
    }
    for (number, (row, column, text)) in (1_u16..).zip(&sheet.notes) {
        let number = number.to_le_bytes();
        whole.extend(record(0x005D, &joined(&[&[0x15, 0, 0x12, 0, 0x19, 0], &number, &[0; 14], &[0; 4]])));
        let (letters, length) = (wide(text), (text.encode_utf16().count() as u16).to_le_bytes());
        whole.extend(record(0x01B6, &joined(&[&[0; 10], &length, &[0; 6]])));
        whole.extend(record(0x003C, &joined(&[&[1], &letters])));
        let place = [(*row as u16).to_le_bytes(), (*column as u16).to_le_bytes()].concat();
        whole.extend(record(0x001C, &joined(&[&place, &[0, 0], &number, &[0, 0, 0]])));
    }
    for (kind, text) in &sheet.printed {
        let (letters, length) = (wide(text), (text.encode_utf16().count() as u16).to_le_bytes());
        whole.extend(record(*kind, &joined(&[&length, &[1], &letters])));
    }
    for (kind, text) in &sheet.objects {
        whole.extend(record(0x005D, &joined(&[&[0x15, 0, 0x12, 0], &kind.to_le_bytes(), &[9, 0], &[0; 14], &[0; 4]])));
        let (letters, length) = (wide(text), (text.encode_utf16().count() as u16).to_le_bytes());
        whole.extend(record(0x01B6, &joined(&[&[0; 10], &length, &[0; 6]])));
        whole.extend(record(0x003C, &joined(&[&[1], &letters])));
    }
    if !sheet.merged.is_empty() {
        let areas = sheet.merged.iter().flatten().flat_map(|at| (*at as u16).to_le_bytes());
        let count = (sheet.merged.len() as u16).to_le_bytes();
        whole.extend(record(0x00E5, &joined(&[&count, &areas.collect::<Vec<u8>>()])));
    }
    whole.extend(record(0x000A, &[]));
    whole
}
