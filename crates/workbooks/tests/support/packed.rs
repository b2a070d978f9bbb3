//! `.xlsb`, record by record.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::cast_possible_truncation)]

use super::binary::{Cell, FORMATS, Sheet, joined, wide};
use super::zip;

/// Texts, each with the place from where on it is raised.
type Texts = Vec<(String, Option<u16>)>;

/// A record of an `.xlsb`.
pub(crate) fn brief(kind: u16, body: &[u8]) -> Vec<u8> {
    let mut head = if kind < 128 { vec![kind as u8] } else { vec![kind as u8 & 0x7F | 0x80, (kind >> 7) as u8] };
    let mut length = body.len();
    loop {
        let more = length >= 128;
        head.push((length & 0x7F) as u8 | if more { 0x80 } else { 0 });
        length >>= 7;
        if !more {
            return joined(&[&head, body]);
        }
    }
}

fn counted(text: &str) -> Vec<u8> {
    let letters = wide(text);
    joined(&[&((letters.len() / 2) as u32).to_le_bytes(), &letters])
}

pub(crate) fn xlsb(sheets: &[(&str, Vec<Vec<String>>)]) -> Vec<u8> {
    xlsb_of(&sheets.iter().map(|(name, rows)| Sheet::typed(name, rows)).collect::<Vec<_>>(), false)
}

/// An `.xlsb` of these sheets.
pub(crate) fn xlsb_of(sheets: &[Sheet], from_1904: bool) -> Vec<u8> {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let related = |list: &[(String, &str, String)]| {
        let one = |(id, of, target): &(String, &str, String)| {
            format!("<Relationship Id=\"{id}\" Type=\"{kind}/{of}\" Target=\"{target}\"/>")
        };
        let list: String = list.iter().map(one).collect();
        format!("<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{list}</Relationships>").into_bytes()
    };
    let mut texts: Texts = Vec::new();
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    let mut book = joined(&[&brief(131, &[]), &brief(153, &[u8::from(from_1904), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])]);
    book.extend(brief(143, &[]));
    let mut list = vec![
        ("rIdS".to_owned(), "styles", "styles.bin".to_owned()),
        ("rIdT".to_owned(), "sharedStrings", "sharedStrings.bin".to_owned()),
    ];
    for (at, sheet) in (1_u32..).zip(sheets) {
        let id = format!("rId{at}");
        let state = u32::from(sheet.hidden).to_le_bytes();
        book.extend(brief(156, &joined(&[&state, &at.to_le_bytes(), &counted(&id), &counted(&sheet.name)])));
        list.push((id, "worksheet", format!("worksheets/sheet{at}.bin")));
        files.push((format!("xl/worksheets/sheet{at}.bin"), sheet_of(sheet, &mut texts)));
        if !sheet.notes.is_empty() {
            let beside = [("rId1".to_owned(), "comments", format!("../comments{at}.bin"))];
            files.push((format!("xl/worksheets/_rels/sheet{at}.bin.rels"), related(&beside)));
            files.push((format!("xl/comments{at}.bin"), notes_of(sheet)));
        }
    }
    book.extend(joined(&[&brief(144, &[]), &brief(132, &[])]));
    files.push(("xl/workbook.bin".to_owned(), book));
    files.push(("xl/_rels/workbook.bin.rels".to_owned(), related(&list)));
    files.push((
        "_rels/.rels".to_owned(),
        related(&[("rId1".to_owned(), "officeDocument", "xl/workbook.bin".to_owned())]),
    ));
    let of = |part: &str, kind: &str| {
        format!("<Override PartName=\"/{part}\" ContentType=\"application/vnd.ms-excel.{kind}\"/>")
    };
    let mut kinds = of("xl/workbook.bin", "sheet.binary.macroEnabled.main")
        + &of("xl/styles.bin", "styles")
        + &of("xl/sharedStrings.bin", "sharedStrings");
    for at in 1..=sheets.len() {
        kinds += &of(&format!("xl/worksheets/sheet{at}.bin"), "worksheet");
    }
    let types = format!(
        "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>{kinds}</Types>"
    );
    files.insert(0, ("[Content_Types].xml".to_owned(), types.into_bytes()));
    files.push(("xl/styles.bin".to_owned(), styles()));
    let count = (texts.len() as u32).to_le_bytes();
    let mut strings = brief(159, &joined(&[&count, &count]));
    for (text, raised) in &texts {
        let runs = raised.map(|at| joined(&[&1_u32.to_le_bytes(), &at.to_le_bytes(), &1_u16.to_le_bytes()]));
        strings.extend(brief(19, &joined(&[&[u8::from(runs.is_some())], &counted(text), &runs.unwrap_or_default()])));
    }
    strings.extend(brief(160, &[]));
    files.push(("xl/sharedStrings.bin".to_owned(), strings));
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    zip(&files)
}

fn styles() -> Vec<u8> {
    let mut styles = joined(&[&brief(278, &[]), &brief(615, &(FORMATS.len() as u32).to_le_bytes())]);
    for (at, code) in (164_u16..).zip(FORMATS) {
        styles.extend(brief(44, &joined(&[&at.to_le_bytes(), &counted(code)])));
    }
    styles.extend(joined(&[&brief(616, &[]), &brief(611, &2_u32.to_le_bytes())]));
    for raised in [0_u16, 1] {
        let font =
            joined(&[&[220, 0, 0, 0, 144, 1], &raised.to_le_bytes(), &[0, 2, 0, 0, 7, 1, 0, 0, 0, 0, 0, 255, 2]]);
        styles.extend(brief(43, &joined(&[&font, &counted("Calibri")])));
    }
    // Styles that others are based on have other formats.
    let style = |parent: u16, format: u16| {
        brief(47, &joined(&[&parent.to_le_bytes(), &format.to_le_bytes(), &[0; 10], &[0, 0]]))
    };
    styles.extend(joined(&[&brief(612, &[]), &brief(626, &1_u32.to_le_bytes()), &style(0xFFFF, 14), &brief(627, &[])]));
    styles.extend(brief(617, &(FORMATS.len() as u32).to_le_bytes()));
    for at in (164_u16..).take(FORMATS.len()) {
        styles.extend(style(0, at));
    }
    joined(&[&styles, &brief(618, &[]), &brief(279, &[])])
}

fn sheet_of(sheet: &Sheet, texts: &mut Texts) -> Vec<u8> {
    let mut whole = brief(129, &[]);
    if !sheet.hidden_columns.is_empty() {
        whole.extend(brief(390, &[]));
        for column in &sheet.hidden_columns {
            let column = column.to_le_bytes();
            whole.extend(brief(60, &joined(&[&column, &column, &[0, 8, 0, 0, 0, 0, 0, 0], &[1, 0]])));
        }
        whole.extend(brief(391, &[]));
    }
    whole.extend(brief(145, &[]));
    for (row, cells) in (0_u32..).zip(&sheet.rows) {
        let looks = if sheet.hidden_rows.contains(&row) { 0x10 } else { 0 };
        let across = joined(&[&0_u32.to_le_bytes(), &(cells.len() as u32).to_le_bytes()]);
        let spans = joined(&[&1_u32.to_le_bytes(), &across]);
        whole.extend(brief(0, &joined(&[&row.to_le_bytes(), &[0; 4], &[44, 1], &[0, looks, 0], &spans])));
        for (column, cell) in (0_u32..).zip(cells) {
            let at = |style: u16| joined(&[&column.to_le_bytes(), &style.to_le_bytes(), &[0, 0]]);
            let mut shared = |text: &str, raised| {
                texts.push((text.to_owned(), raised));
                brief(7, &joined(&[&at(0), &(texts.len() as u32 - 1).to_le_bytes()]))
            };
            let formula = [0, 0, 3, 0, 0, 0, 0x1E, 1, 0, 0, 0, 0, 0];
            whole.extend(match cell {
                Cell::Blank => Vec::new(),
                Cell::Number(number, style) if number.fract() == 0.0 && number.abs() < 1e8 => {
                    brief(2, &joined(&[&at(*style), &((*number as i32) << 2 | 2).to_le_bytes()]))
                }
                Cell::Number(number, style) => brief(5, &joined(&[&at(*style), &number.to_le_bytes()])),
                Cell::Words(words) if words.len() % 3 == 0 => brief(6, &joined(&[&at(0), &counted(words)])),
                Cell::Words(words) => shared(words, None),
                Cell::Raised(words, from) => shared(words, Some(*from)),
                Cell::Truth(truth) => brief(4, &joined(&[&at(0), &[u8::from(*truth)]])),
                Cell::Error(number) => brief(3, &joined(&[&at(0), &[*number]])),
                Cell::Formula(value) => brief(9, &joined(&[&at(0), &value.to_le_bytes(), &formula])),
                Cell::ErrorOfFormula(number) => brief(11, &joined(&[&at(0), &[*number], &formula])),
                Cell::WordsOfFormula(words) => brief(8, &joined(&[&at(0), &counted(words), &formula])),
                Cell::Uncalculated => brief(9, &joined(&[&at(0), &[0; 8], &formula])),
            });
        }
    }
    whole.extend(brief(146, &[]));
    if !sheet.merged.is_empty() {
        whole.extend(brief(177, &(sheet.merged.len() as u32).to_le_bytes()));
        for area in &sheet.merged {
            whole.extend(brief(176, &area.map(u32::to_le_bytes).concat()));
        }
        whole.extend(brief(178, &[]));
    }
    whole.extend(brief(130, &[]));
    whole
}

fn notes_of(sheet: &Sheet) -> Vec<u8> {
    let mut whole = joined(&[&brief(628, &[]), &brief(630, &[]), &brief(632, &counted("A")), &brief(631, &[])]);
    whole.extend(brief(633, &[]));
    for (row, column, text) in &sheet.notes {
        let area = [*row, *row, *column, *column].map(u32::to_le_bytes).concat();
        whole.extend(brief(635, &joined(&[&0_u32.to_le_bytes(), &area, &[7; 16]])));
        whole.extend(joined(&[&brief(637, &joined(&[&[0], &counted(text)])), &brief(636, &[])]));
    }
    joined(&[&whole, &brief(634, &[]), &brief(629, &[])])
}
