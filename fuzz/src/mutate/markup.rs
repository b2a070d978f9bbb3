//! A file bent as markup: texts, values and whole elements.

use fastrand::Rng;

use super::{bytes, words};

/// Values that a reader of workbooks counts by, or follows.
const VALUES: &[&str] = &[
    "0",
    "-1",
    "1",
    "16384",
    "1048577",
    "4294967296",
    "99999999999",
    "A1",
    "XFD1048576",
    "A0",
    "AAAA1",
    "A1:XFD1048576",
    "s",
    "e",
    "b",
    "str",
    "inlineStr",
    "float",
    "date",
    "percentage",
    "hidden",
    "yyyy",
    "0.0%",
    "rId9",
    "../x.xml",
    "/xl/workbook.xml",
    "",
];

pub(super) fn bend(text: &mut Vec<u8>, chance: &mut Rng) {
    let tags: Vec<usize> = text.iter().enumerate().filter(|(_, byte)| **byte == b'<').map(|(at, _)| at).collect();
    if tags.len() < 2 {
        return bytes::bend(text, chance);
    }
    let from = chance.usize(..tags.len() - 1);
    let to = (from + 1 + chance.usize(..8)).min(tags.len() - 1);
    let (start, end) = (tags[from], tags[to]);
    match chance.u32(..8) {
        // A text after a tag.
        0..=2 => {
            let close = text[start..].iter().position(|byte| *byte == b'>').map_or(text.len(), |at| start + at + 1);
            let end = tags[from + 1].max(close);
            let word = words::cell(chance).replace('<', "&lt;");
            drop(text.splice(close..end, word.into_bytes()));
        }
        3 | 4 => {
            let quotes: Vec<usize> = (start..text.len()).filter(|at| text[*at] == b'"').take(2).collect();
            if let [open, close] = quotes.as_slice() {
                let value = VALUES[chance.usize(..VALUES.len())];
                drop(text.splice(open + 1..*close, value.bytes()));
            }
        }
        5 => drop(text.drain(start..end)),
        6 => {
            let piece = text[start..end].to_vec();
            let times = 1 << chance.u32(..10);
            drop(text.splice(start..start, piece.repeat(times)));
        }
        _ => {
            let deep = 1 << chance.u32(..12);
            drop(text.splice(start..start, b"<x>".repeat(deep)));
        }
    }
}
