//! What the tests share: files made by a library, and what the engine says of them.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used)]

pub(crate) mod binary;
pub(crate) mod compound;
pub(crate) mod old;
pub(crate) mod packed;

use std::io::Write as _;
use std::path::{Path, PathBuf};

use missing_rates::read::Reader;
use missing_rates::{Query, Returns};
use rust_xlsxwriter::{Format, Workbook};
use serde_json::Value;
use workbooks::{Opener, Tables, opens};

/// Tables as they come out.
#[derive(Debug, Default)]
pub(crate) struct Taken(pub(crate) Vec<(String, Vec<u8>)>);

impl Tables for Taken {
    fn begin(&mut self, name: &str) {
        self.0.push((name.to_owned(), Vec::new()));
    }

    fn text(&mut self, table: usize, text: &[u8]) {
        self.0[table].1.extend_from_slice(text);
    }
}

/// The tables of a file, or what stands in their place, whatever the pieces that it arrives in.
pub(crate) fn opened_in(name: &str, bytes: &[u8], piece: usize) -> Vec<(String, Vec<u8>)> {
    let (mut opener, mut taken) = (Opener::new(name), Taken::default());
    for piece in bytes.chunks(piece) {
        opener.push(piece, &mut taken);
    }
    match opener.finish(&mut taken) {
        Ok(()) => taken.0,
        Err(unopened) => vec![(name.to_owned(), unopened.text)],
    }
}

pub(crate) fn opened(name: &str, bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    opened_in(name, bytes, usize::MAX)
}

/// The rows of a table as text, and its notes.
pub(crate) fn lines(text: &[u8]) -> (Vec<String>, Vec<String>) {
    let text = String::from_utf8(text.to_vec()).unwrap();
    let text = text.strip_prefix("\u{1}missing-from-care/table\n").expect("it begins as every table does");
    let (rows, notes) = text.split_once('\u{1}').expect("it ends with a note");
    let rows = rows.lines().map(str::to_owned).collect();
    (rows, notes.lines().map(|line| line.trim_start_matches(['\u{1}', ',']).to_owned()).collect())
}

/// The report on files, each by its name and bytes.
pub(crate) fn report(files: &[(&str, Vec<u8>)]) -> Value {
    let mut returns = Returns::default();
    let mut id = 0;
    for (name, bytes) in files {
        let tables = if opens(bytes) { opened(name, bytes) } else { vec![((*name).to_owned(), bytes.clone())] };
        for (name, text) in tables {
            let mut reader = Reader::new(&name, Vec::new());
            reader.push(&text);
            id += 1;
            returns.add(id, reader.finish());
        }
    }
    serde_json::from_str(&returns.report(&Query::default()).to_json()).unwrap()
}

/// A report without what must differ where one file is text and the other a workbook: names, hashes, and how examples of
/// columns were typed.
pub(crate) fn without_names(mut report: Value, names: &[&str]) -> Value {
    fn walk(value: &mut Value, names: &[&str]) {
        match value {
            Value::Object(fields) => {
                for field in ["sha256", "taken_from", "encoding", "examples"] {
                    fields.remove(field);
                }
                fields.values_mut().for_each(|value| walk(value, names));
            }
            Value::Array(values) => values.iter_mut().for_each(|value| walk(value, names)),
            Value::String(text) if names.contains(&text.as_str()) => "the file".clone_into(text),
            _ => {}
        }
    }
    walk(&mut report, names);
    report
}

/// The rows of a CSV file.
pub(crate) fn rows(text: &[u8]) -> Vec<Vec<String>> {
    let text = String::from_utf8_lossy(text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text)).into_owned();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// A cell as a person who types a CSV into a spreadsheet has it.
pub(crate) enum Typed {
    Number(f64),
    Percent(f64),
    Words(String),
}

pub(crate) fn typed(cell: &str) -> Typed {
    let cell = cell.trim();
    let plain = |text: &str| {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let zeros = digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.");
        let number = !digits.is_empty() && digits.len() < 15 && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        text.parse::<f64>().ok().filter(|_| number && !zeros)
    };
    match (plain(cell), cell.strip_suffix('%').and_then(plain)) {
        (Some(number), _) => Typed::Number(number),
        (None, Some(percent)) => Typed::Percent(percent / 100.0),
        (None, None) => Typed::Words(cell.to_owned()),
    }
}

/// Sheets as an `.xlsx`, each by its name and rows.
pub(crate) fn xlsx(sheets: &[(&str, Vec<Vec<String>>)]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let percent = Format::new().set_num_format("0.0%");
    for (name, rows) in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(*name).unwrap();
        for (row, cells) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.trim().is_empty()) {
                match typed(cell) {
                    Typed::Number(number) => sheet.write_number(row, column, number).unwrap(),
                    Typed::Percent(share) => sheet.write_number_with_format(row, column, share, &percent).unwrap(),
                    Typed::Words(words) => sheet.write_string(row, column, words).unwrap(),
                };
            }
        }
    }
    workbook.save_to_buffer().unwrap()
}

/// An archive of files, each by its name and bytes.
pub(crate) fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Sheets as an `.ods`: what office programs write, as far as it matters.
pub(crate) fn ods(sheets: &[(&str, Vec<Vec<String>>)]) -> Vec<u8> {
    let tables: Vec<String> = sheets.iter().map(|(name, rows)| ods_table(name, "", rows)).collect();
    ods_of(&tables.concat())
}

pub(crate) fn ods_table(name: &str, style: &str, rows: &[Vec<String>]) -> String {
    let cell = |cell: &String| match typed(cell) {
        Typed::Number(number) => format!(
            "<table:table-cell office:value-type=\"float\" office:value=\"{number}\"><text:p>{}</text:p></table:table-cell>",
            escaped(cell)
        ),
        Typed::Percent(share) => format!(
            "<table:table-cell office:value-type=\"percentage\" office:value=\"{share}\"><text:p>{}</text:p></table:table-cell>",
            escaped(cell)
        ),
        Typed::Words(words) if words.is_empty() => "<table:table-cell/>".to_owned(),
        Typed::Words(words) => {
            let lines: Vec<String> =
                words.split('\n').map(|line| format!("<text:p>{}</text:p>", escaped(line))).collect();
            format!("<table:table-cell office:value-type=\"string\">{}</table:table-cell>", lines.concat())
        }
    };
    let row = |cells: &Vec<String>| {
        format!("<table:table-row>{}</table:table-row>", cells.iter().map(cell).collect::<String>())
    };
    let rows: String = rows.iter().map(row).collect();
    format!("<table:table table:name=\"{}\"{style}>{rows}</table:table>", escaped(name))
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    // Blanks that stand together are one, unless they are counted.
    text.replace("  ", " <text:s text:c=\"1\"/>")
}

/// An `.ods` of these tables, as markup.
pub(crate) fn ods_of(tables: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:automatic-styles>\
         <style:style style:name=\"hidden\"><style:table-properties table:display=\"false\"/></style:style>\
         <style:style style:name=\"up\"><style:text-properties style:text-position=\"super 58%\"/></style:style>\
         </office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>\
         </office:document-content>"
    );
    zip(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())])
}

pub(crate) fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../static/samples")
}

/// An archive with some words of one of its files replaced.
pub(crate) fn replaced(bytes: &[u8], file: &str, from: &str, to: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).unwrap();
        let mut content = Vec::new();
        std::io::Read::read_to_end(&mut entry, &mut content).unwrap();
        let name = entry.name().unwrap().into_owned();
        if name == file {
            let text = String::from_utf8(content).unwrap();
            assert!(text.contains(from), "{text}");
            content = text.replacen(from, to, 1).into_bytes();
        }
        files.push((name, content));
    }
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
    zip(&files)
}
