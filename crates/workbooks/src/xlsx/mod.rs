//! Workbooks of the Office Open XML formats that are XML (ECMA-376): `.xlsx` and `.xlsm`.

mod cells;
mod relations;
mod remarks;
mod styles;
mod text_boxes;
mod texts;

use crate::archive::Archive;
use crate::book::Book;
use crate::number::Epoch;
use crate::refusal::Refusal;
use crate::tables::Rule;
use crate::xml::Piece;
pub(crate) use relations::relations;

/// Where a workbook lies in its archive, if the archive says nothing else.
const WORKBOOK: &str = "xl/workbook.xml";

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

/// The main part of an archive of the Office Open XML formats, if it is one.
///
/// # Errors
/// The archive is damaged.
pub(crate) fn main_part(archive: &mut Archive<'_>) -> Result<Option<String>, Refusal> {
    let main = relations(archive, "")?;
    let main = main.into_values().find(|(kind, _)| kind.ends_with("/officeDocument")).map(|(_, target)| target);
    Ok(main.or_else(|| archive.has(WORKBOOK).then(|| WORKBOOK.to_owned())))
}

/// Reads every sheet.
///
/// # Errors
/// It is damaged, has no sheet of cells, or comes to too much.
pub(crate) fn read(archive: &mut Archive<'_>, part: &str, book: &mut Book<'_, '_>) -> Result<(), Refusal> {
    let contents = contents(archive, part)?;
    let parts = relations(archive, part)?;
    let of_kind = |kind: &str| parts.values().find(|(is, _)| is.ends_with(kind)).map(|(_, target)| target.as_str());
    let strings = texts::shared(archive, of_kind("/sharedStrings"))?;
    let styles = styles::read(archive, of_kind("/styles"))?;
    let mut any = false;
    for Listed { name, hidden, id } in &contents.sheets {
        let Some((kind, target)) = parts.get(id) else { return Err(Refusal::Damaged) };
        if !kind.ends_with("/worksheet") {
            if kind.ends_with("/chartsheet") {
                book.without_cells(name);
            }
            continue;
        }
        any = true;
        let areas = cells::areas(archive, target)?;
        let beside = relations(archive, target)?;
        let remarks = remarks::read(archive, &beside)?;
        let boxes = text_boxes::read(archive, &beside)?;
        let of = cells::Of {
            strings: &strings,
            styles: &styles,
            epoch: contents.epoch,
            uncalculated: contents.uncalculated,
        };
        book.sheet(name, *hidden, areas, |sheet| {
            for remark in &remarks {
                remark.note(&mut sheet.notes);
            }
            for text in &boxes {
                sheet.notes.add(Rule::TextBox, None, None, text);
            }
            of.read(archive, target, sheet)
        })?;
    }
    if any { Ok(()) } else { Err(Refusal::NoSheets) }
}

fn contents(archive: &mut Archive<'_>, part: &str) -> Result<Contents, Refusal> {
    let mut xml = archive.xml(part)?.ok_or(Refusal::Damaged)?;
    let mut contents = Contents::default();
    loop {
        match xml.next()? {
            Piece::Open(tag) => match tag.name() {
                "workbookPr" if tag.says("date1904") => contents.epoch = Epoch::Y1904,
                "calcPr" => contents.uncalculated = tag.says("fullCalcOnLoad"),
                "sheet" => contents.sheets.push(Listed {
                    name: tag.attribute("name").unwrap_or_default(),
                    hidden: tag.attribute("state").is_some_and(|state| state != "visible"),
                    id: tag.attribute("id").unwrap_or_default(),
                }),
                _ => {}
            },
            Piece::End => return Ok(contents),
            _ => {}
        }
    }
}
