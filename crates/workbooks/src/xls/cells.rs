//! The cells of a sheet.

use super::first::First;
use super::globals::{Globals, text};
use super::records::{Record, Records};
use crate::binary::{FORMULA, error, packed, truth};
use crate::merged::Holds;
use crate::refusal::Refusal;
use crate::seen::Seen;
use crate::sheet::Sheet;
use crate::tables::Rule;

/// What a cell holds, before its format is known.
enum Value {
    Number(f64),
    Words(String),
    Error(u8),
    /// Only what it would take to calculate it.
    Uncalculated,
}

/// Reads the cells of a sheet that was looked through.
pub(super) fn read(stream: &[u8], of: &Globals, first: &First, sheet: &mut Sheet<'_, '_>) -> Result<(), Refusal> {
    let mut seen = Seen::new(of.epoch);
    for (from, to) in &first.hidden_columns {
        seen.hide(*from, *to)?;
    }
    for (row, column, remark) in &first.remarks {
        sheet.notes.add(Rule::CellNote, Some(*row), Some(*column), remark.trim());
    }
    for said in &first.boxes {
        sheet.notes.add(Rule::TextBox, None, None, said);
    }
    let mut row = None;
    for (place, at) in &first.cells {
        if row.replace(place.0) != Some(place.0) {
            seen.row(first.hidden_rows.contains(&place.0));
        }
        let mut records = Records::from(stream, *at);
        let record = records.next()?;
        let (style, value) = value(of, &record, &mut records, (place.1, first.uncalculated))?;
        let (text, holds) = match value {
            Value::Number(number) => seen.number(sheet, *place, number, of.styles.get(style)),
            Value::Words(text) => (text, Holds::Words),
            Value::Error(number) => {
                sheet.notes.add(Rule::CellError, Some(place.0), Some(place.1), error(number));
                (error(number).to_owned(), Holds::Words)
            }
            Value::Uncalculated => {
                sheet.notes.add(Rule::FormulaWithoutValue, Some(place.0), Some(place.1), FORMULA);
                (FORMULA.to_owned(), Holds::Words)
            }
        };
        seen.cell(sheet, *place, (&text, holds))?;
        sheet.style(*place, &text, of.styles.strikes(style));
    }
    Ok(())
}

/// The style and the value of the cell in a column, of a record that may hold several.
fn value<'a>(
    of: &Globals,
    record: &Record<'a>,
    records: &mut Records<'a>,
    (column, uncalculated): (u32, bool),
) -> Result<(usize, Value), Refusal> {
    let mut bytes = record.bytes();
    let (_, first) = (bytes.u16()?, u32::from(bytes.u16()?));
    if record.kind == 0x00BD {
        bytes.take(usize::try_from(column.saturating_sub(first)).unwrap_or(usize::MAX).saturating_mul(6))?;
    }
    let style = usize::from(bytes.u16()?);
    let value = match record.kind {
        0x0203 => Value::Number(bytes.f64()?),
        0x027E | 0x00BD => Value::Number(packed(bytes.u32()?)),
        0x00FD => {
            let number = bytes.count()?;
            Value::Words(of.strings.get(number).ok_or(Refusal::Damaged)?.to_owned())
        }
        0x0204 => Value::Words(text(&mut records.long(bytes.rest()))?),
        // A text of which some letters look different.
        0x00D6 => {
            let mut from = records.long(bytes.rest());
            let length = usize::from(from.u16()?);
            let flags = from.flags()?;
            let letters = from.letters(length, flags)?;
            let runs = from.u16()?;
            Value::Words(of.with_runs(&letters, &mut from, runs)?)
        }
        0x0205 => match (bytes.u8()?, bytes.u8()?) {
            (value, 0) => Value::Words(truth(value).to_owned()),
            (number, _) => Value::Error(number),
        },
        _ => match bytes.take(8)? {
            [0, .., 0xFF, 0xFF] => text_of_formula(records)?,
            [1, _, value, .., 0xFF, 0xFF] => Value::Words(truth(*value).to_owned()),
            [2, _, number, .., 0xFF, 0xFF] => Value::Error(*number),
            [3, .., 0xFF, 0xFF] if uncalculated && !says_nothing(bytes.rest()) => Value::Uncalculated,
            [3, .., 0xFF, 0xFF] => Value::Words(String::new()),
            [0, 0, 0, 0, 0, 0, 0, 0] if uncalculated || of.of_calc => Value::Uncalculated,
            number => Value::Number(f64::from_le_bytes(number.try_into().map_err(|_| Refusal::Damaged)?)),
        },
    };
    Ok((style, value))
}

/// The text that a formula came to: a record behind it, or behind what several formulas have in common.
fn text_of_formula(records: &mut Records<'_>) -> Result<Value, Refusal> {
    loop {
        let record = records.next()?;
        match record.kind {
            0x0207 => return Ok(Value::Words(text(&mut records.long(record.body))?)),
            0x04BC | 0x0221 | 0x0236 | 0x003C => {}
            _ => return Ok(Value::Uncalculated),
        }
    }
}

/// Whether an empty text is written in a formula, as `""`: it may well come to that.
fn says_nothing(formula: &[u8]) -> bool {
    const EMPTY: &[u8] = &[0x17, 0, 0];
    memchr::memmem::find(formula, EMPTY).is_some()
}
