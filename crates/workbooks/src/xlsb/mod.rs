//! Workbooks of the Office Open XML formats whose parts are binary ([MS-XLSB]): `.xlsb`.

mod cells;
mod records;
mod styles;
mod texts;

use crate::archive::Archive;
use crate::book::Book;
use crate::number::Epoch;
use crate::refusal::Refusal;
use crate::tables::Rule;
use crate::xlsx::relations;
use records::records;
use texts::text;

/// How the name of the main part ends, as that of no `.xlsx` does.
pub(crate) const ENDING: &str = ".bin";
/// The length of a text that is not there.
const NO_TEXT: u32 = u32::MAX;

/// A sheet as the workbook lists it.
#[derive(Debug)]
struct Listed {
    name: String,
    hidden: bool,
    id: String,
}

/// What the workbook says of all its sheets.
#[derive(Debug, Default)]
struct Contents {
    sheets: Vec<Listed>,
    epoch: Epoch,
    /// No formula was calculated by what wrote the workbook; a zero in its place is none.
    uncalculated: bool,
}

/// Reads every sheet.
///
/// # Errors
/// It is damaged, has no sheet of cells, or comes to too much.
pub(crate) fn read(archive: &mut Archive<'_>, part: &str, book: &mut Book<'_, '_>) -> Result<(), Refusal> {
    let Contents { sheets, epoch, uncalculated } = contents(archive, part)?;
    let parts = relations(archive, part)?;
    let of_kind = |kind: &str| parts.values().find(|(is, _)| is.ends_with(kind)).map(|(_, target)| target.as_str());
    let (styles, fonts) = styles::read(archive, of_kind("/styles"))?;
    let strings = texts::shared(archive, of_kind("/sharedStrings"), &fonts)?;
    let of = cells::Of { strings, styles, fonts, epoch, uncalculated };
    let mut any = false;
    for Listed { name, hidden, id } in &sheets {
        let Some((kind, target)) = parts.get(id) else { return Err(Refusal::Damaged) };
        if !kind.ends_with("/worksheet") {
            continue;
        }
        any = true;
        let areas = cells::areas(archive, target)?;
        let mut remarks = Vec::new();
        for (_, beside) in relations(archive, target)?.values().filter(|(kind, _)| kind.ends_with("/comments")) {
            remarks.extend(texts::remarks(archive, beside, &of.fonts)?);
        }
        book.sheet(name, *hidden, areas, |sheet| {
            for (row, column, text) in &remarks {
                sheet.notes.add(Rule::CellNote, Some(*row), Some(*column), text.trim());
            }
            of.read(archive, target, sheet)
        })?;
    }
    if any { Ok(()) } else { Err(Refusal::NoSheets) }
}

fn contents(archive: &mut Archive<'_>, part: &str) -> Result<Contents, Refusal> {
    let mut records = records(archive, part)?.ok_or(Refusal::Damaged)?;
    let mut contents = Contents::default();
    while let Some((kind, mut bytes)) = records.next()? {
        match kind {
            153 if bytes.u32()? & 1 == 1 => contents.epoch = Epoch::Y1904,
            // How formulas are calculated; whether all of them are when the workbook is opened comes last.
            157 => {
                bytes.take(24)?;
                contents.uncalculated = bytes.u16()? & 1 == 1;
            }
            156 => {
                let (state, _) = (bytes.u32()?, bytes.u32()?);
                let mut peeked = bytes;
                let id = if peeked.u32()? == NO_TEXT {
                    bytes = peeked;
                    String::new()
                } else {
                    text(&mut bytes)?
                };
                contents.sheets.push(Listed { name: text(&mut bytes)?, hidden: state != 0, id });
            }
            _ => {}
        }
    }
    Ok(contents)
}
