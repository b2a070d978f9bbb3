//! Workbooks as they were until 2007 ([MS-XLS]): `.xls`. Those from before 1997 are refused.

mod cells;
mod first;
mod globals;
mod records;

use crate::book::Book;
use crate::compound::Compound;
use crate::refusal::Refusal;
use globals::Globals;

/// What holds a workbook since 1997, and before.
const WORKBOOK: &str = "Workbook";
const OLD: &str = "Book";
/// What holds a workbook with a password, whatever its format.
const ENCRYPTED: &str = "EncryptedPackage";

/// Reads every sheet.
///
/// # Errors
/// It is no workbook, has a password, is damaged, has no sheet of cells, or comes to too much.
pub(crate) fn read(bytes: &[u8], book: &mut Book<'_, '_>) -> Result<(), Refusal> {
    let file = Compound::open(bytes).map_err(|why| {
        // What is cut off says what it was all the same.
        let protected: Vec<u8> = ENCRYPTED.bytes().flat_map(|byte| [byte, 0]).collect();
        if memchr::memmem::find(bytes, &protected).is_some() { Refusal::Password } else { why }
    })?;
    if file.has(ENCRYPTED) {
        return Err(Refusal::Password);
    }
    let Some(stream) = file.stream(WORKBOOK)? else {
        return Err(if file.has(OLD) { Refusal::TooOld } else { Refusal::OtherDocument });
    };
    let globals = Globals::read(&stream)?;
    let mut any = false;
    for sheet in &globals.sheets {
        let Some(first) = first::read(&stream, sheet.at)? else { continue };
        any = true;
        book.sheet(&sheet.name, sheet.hidden, first.areas.clone(), |sheet| {
            cells::read(&stream, &globals, &first, sheet)
        })?;
    }
    if any { Ok(()) } else { Err(Refusal::NoSheets) }
}
