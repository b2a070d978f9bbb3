//! Web pages with tables. Many programs that export a workbook as `.xls` write one.

use std::borrow::Cow;

use crate::pasted;
use crate::refusal::Refusal;
use crate::ssda903::decoded;
use crate::tables::Taker;

/// How a page begins, in small letters.
const BEGINNINGS: [&[u8]; 6] = [b"<html", b"<!doctype html", b"<table", b"<head>", b"<meta ", b"<body"];
/// The longest page, in bytes: it is held whole, with its cells.
const LARGEST: usize = 64 * 1024 * 1024;

/// Whether a file that begins so is a web page.
pub(crate) fn is_one(head: &[u8]) -> bool {
    let text = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    BEGINNINGS.iter().any(|start| text.get(..start.len()).is_some_and(|begun| begun.eq_ignore_ascii_case(start)))
}

/// Reads the tables of a page.
///
/// # Errors
/// It has no table, or there is more than a file may come to.
pub(crate) fn read(taker: &mut Taker<'_>, name: &str, bytes: &[u8], sha256: &str) -> Result<(), Refusal> {
    if bytes.len() > LARGEST {
        return Err(Refusal::TooLarge);
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(decoded::windows_1252(bytes)),
    };
    pasted::read(taker, name, text.as_bytes(), sha256).map_err(|why| match why {
        Refusal::NoTable => Refusal::WebPage,
        why => why,
    })
}
