//! Whatever the bytes, there is a table or a reason: nothing panics, hangs or fills the memory.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use std::io::{Read, Write};

use missing_rates::read::Reader;
use support::{compound, old, opened, xlsx, zip};

/// What the engine says is wrong with the only file that comes of these bytes.
fn problem(name: &str, bytes: &[u8]) -> String {
    let tables = opened(name, bytes);
    assert_eq!(tables.len(), 1, "{name}");
    assert_eq!(tables[0].0, name);
    let mut reader = Reader::new(&tables[0].0, Vec::new());
    reader.push(&tables[0].1);
    let entry = serde_json::to_value(reader.finish().entry()).unwrap();
    assert_eq!(entry["problem"]["problem"], "not-opened", "{entry}");
    entry["problem"]["why"].as_str().unwrap().to_owned()
}

fn table() -> Vec<Vec<String>> {
    let cells = |row: [&str; 4]| row.map(str::to_owned).to_vec();
    vec![
        cells(["Authority", "Year", "UASC", "UASC missing"]),
        cells(["Kent", "2024", "100", "12"]),
        cells(["Hull", "2024", "<5", "0"]),
    ]
}

#[test]
fn what_cannot_be_opened_has_one_reason() {
    let sheet = xlsx(&[("S", table())]);
    let part = |from: &str, to: &str| support::replaced(&sheet, "xl/_rels/workbook.xml.rels", from, to);
    let encrypted = "<?xml version=\"1.0\"?><manifest:manifest xmlns:manifest=\"m\"><manifest:file-entry>\
        <manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let mimetype: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
    let protected =
        zip(&[("mimetype", mimetype), ("META-INF/manifest.xml", encrypted.as_bytes()), ("content.xml", b"x")]);
    let text = zip(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<a/>")]);
    let word = support::replaced(&sheet, "_rels/.rels", "xl/workbook.xml", "word/document.xml");
    let begun = |rest: &str| {
        let wide = rest.bytes().flat_map(|byte| [byte, 0]);
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1].into_iter().chain([0; 600]).chain(wide).collect::<Vec<u8>>()
    };
    let before = old::record(0x0809, &[0, 5, 5, 0, 0, 0, 0, 0]);
    let secret = [old::record(0x0809, &[0, 6, 5, 0, 0, 0, 0, 0]), old::record(0x002F, &[0; 6])].concat();
    let file = |name: &str, stream: &[u8]| compound::compound(&[(name, stream.to_vec())]);
    let whole = old::xls(&[("S", table())]);
    let without = support::replaced(&sheet, "_rels/.rels", "xl/workbook.xml", "xl/workbook.bin");
    let cases: [(&str, Vec<u8>, &str); 19] = [
        ("cut.xlsx", sheet[..sheet.len() / 2].to_vec(), "damaged"),
        ("head.xlsx", b"PK\x03\x04".to_vec(), "damaged"),
        ("macros.xlsm", part("/worksheet\"", "/xlMacrosheet\""), "no-sheets"),
        ("gone.xlsx", part("sheet1.xml", "sheet9.xml"), "damaged"),
        ("empty.xlsx", xlsx(&[("S", Vec::new())]), "no-table"),
        ("protected.ods", protected, "password"),
        ("letter.odt", text, "other-document"),
        ("letter.docx", word, "other-document"),
        ("protected.xlsx", begun("EncryptedPackage"), "password"),
        ("cut.xls", begun("Workbook"), "damaged"),
        ("half.xls", whole[..whole.len() / 2].to_vec(), "damaged"),
        ("95.xls", file("Book", &before), "too-old"),
        ("96.xls", file("Workbook", &before), "too-old"),
        ("secret.xls", file("Workbook", &secret), "password"),
        ("secret.xlsx", file("EncryptedPackage", b"x"), "password"),
        ("letter.doc", file("WordDocument", b"x"), "other-document"),
        ("empty.xls", old::xls(&[("S", Vec::new())]), "no-table"),
        ("without.xlsb", without, "damaged"),
        ("empty.zip", zip(&[("__MACOSX/._a.csv", b"x")]), "no-table"),
    ];
    for (name, bytes, why) in cases {
        assert_eq!(problem(name, &bytes), why, "{name}");
    }
}

#[test]
fn a_file_of_an_archive_that_cannot_be_opened_leaves_the_others() {
    let flat = zip(&[("b.csv", b"A,B\n1,2\n")]);
    let inner = zip(&[("3.zip", &zip(&[("4.zip", &flat)])), ("b.csv", b"A,B\n1,2\n")]);
    let bytes = zip(&[
        ("a.csv", b"A,B\n1,2\n"),
        ("deep.zip", &inner),
        ("broken.xlsx", b"PK\x03\x04zzz"),
        ("c.csv", b"A,B\n1,2\n"),
    ]);
    let tables = opened("z.zip", &bytes);
    let names: Vec<&str> = tables.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "z.zip › a.csv",
            "z.zip › deep.zip › 3.zip › 4.zip",
            "z.zip › deep.zip › b.csv",
            "z.zip › broken.xlsx",
            "z.zip › c.csv"
        ]
    );
    assert!(String::from_utf8_lossy(&tables[1].1).contains("too-deep"));
    assert!(String::from_utf8_lossy(&tables[3].1).contains("damaged"));
}

/// So many bytes of one kind, packed.
fn huge(start: &str, filler: &[u8], megabytes: usize) -> Vec<u8> {
    let sheet = xlsx(&[("S", table())]);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&sheet)).unwrap();
    let mut out = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().large_file(true);
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).unwrap();
        let name = entry.name().unwrap().into_owned();
        out.start_file(&name, options).unwrap();
        if name == "xl/worksheets/sheet1.xml" {
            out.write_all(start.as_bytes()).unwrap();
            let block = filler.repeat(1024 * 1024 / filler.len());
            for _ in 0..megabytes {
                out.write_all(&block).unwrap();
            }
        } else {
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).unwrap();
            out.write_all(&bytes).unwrap();
        }
    }
    out.finish().unwrap().into_inner()
}

#[test]
fn what_unpacks_to_far_too_much_is_refused_while_it_unpacks() {
    let start = "<worksheet><sheetData>";
    let text = format!("{start}<row r=\"1\"><c r=\"A1\" t=\"str\"><v>");
    let rows = b"<row r=\"1\"><c t=\"str\"><v>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</v></c></row>";
    for (name, bytes) in [
        ("blanks.xlsx", huge(start, b" ", 80)),
        ("text.xlsx", huge(&text, b"x", 20)),
        ("tag.xlsx", huge(&format!("{start}<row "), b"x", 20)),
        ("rows.xlsx", huge(start, rows, 80)),
    ] {
        assert!(bytes.len() < 1024 * 1024, "{name}: {}", bytes.len());
        let why = problem(name, &bytes);
        // Rows that go back are no sheet's.
        assert!(why == "too-large" || name == "rows.xlsx" && why == "damaged", "{name}: {why}");
    }
}

#[test]
fn files_that_unpack_to_far_too_much_are_said_of_their_archive() {
    let blanks = vec![b' '; 80 * 1024 * 1024];
    let csv = zip(&[("a.csv", b"A,B\n1,2\n"), ("b.csv", &blanks)]);
    let within = zip(&[("csv.zip", &csv), ("a.csv", b"A,B\n1,2\n")]);
    let workbook = zip(&[("a.xlsx", &huge("<worksheet><sheetData>", b" ", 80))]);
    for bytes in [csv, within, workbook] {
        assert_eq!(problem("a.zip", &bytes), "too-large-archive");
    }
}

#[test]
fn a_cell_at_the_far_corner_and_areas_as_large_as_a_sheet_cost_nothing() {
    let sheet = xlsx(&[("S", table())]);
    let corner = support::replaced(
        &sheet,
        "xl/worksheets/sheet1.xml",
        "</sheetData>",
        "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref=\"A2:XFD1048576\"/><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>",
    );
    assert_eq!(opened("a.xlsx", &corner).len(), 1);
    let cell = "<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell>";
    let table = format!(
        "<table:table table:name=\"S\"><table:table-row table:number-rows-repeated=\"1048576\">{cell}</table:table-row></table:table>"
    );
    assert_eq!(problem("a.ods", &support::ods_of(&table)), "too-large");
}

/// What is said a million times over costs no more than its bytes.
#[test]
fn a_format_as_long_as_a_book_and_columns_hidden_without_end_cost_little() {
    let sheet = xlsx(&[("S", table())]);
    let code = "G".repeat(3_000_000);
    let formats = format!("<numFmts><numFmt numFmtId=\"200\" formatCode=\"{code}\"/></numFmts><fonts");
    let long = support::replaced(&sheet, "xl/styles.xml", "<fonts", &formats);
    let columns = "<col min=\"1\" max=\"16384\" hidden=\"1\"/>".repeat(500_000);
    let many = support::replaced(
        &sheet,
        "xl/worksheets/sheet1.xml",
        "<sheetData>",
        &format!("<cols>{columns}</cols><sheetData>"),
    );
    assert_eq!(opened("long.xlsx", &long).len(), 1);
    assert_eq!(problem("many.xlsx", &many), "damaged");
}

/// One sector that follows itself, and one text for a million cells.
#[test]
fn an_old_workbook_that_goes_round_in_circles_or_repeats_itself_is_refused() {
    let whole = old::xls(&[("S", table())]);
    let mut circle = whole.clone();
    let table_at = whole.len() - 512;
    for at in (table_at..whole.len()).step_by(4) {
        circle[at..at + 4].copy_from_slice(&0_u32.to_le_bytes());
    }
    assert_eq!(problem("circle.xls", &circle), "damaged");
    let rows: Vec<Vec<String>> = (0..2_000).map(|_| vec!["x".repeat(32_000); 4]).collect();
    let repeated = old::xls(&[("S", rows)]);
    assert!(repeated.len() < 512 * 1024, "{}", repeated.len());
    assert_eq!(problem("repeated.xls", &repeated), "too-large");
}

#[test]
fn an_archive_with_two_parts_of_one_name_is_damaged_and_neither_is_taken() {
    let sheet = xlsx(&[("S", table())]);
    let other = xlsx(&[("S", vec![vec!["Authority".to_owned(), "UASC".to_owned()]])]);
    let part = |bytes: &[u8], name: &str| {
        let mut text = Vec::new();
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes.to_vec())).unwrap();
        archive.by_name(name).unwrap().read_to_end(&mut text).unwrap();
        text
    };
    // The writer refuses a second part of one name, so it is given another of the same length, and renamed.
    let (name, alias) = ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet9.xml");
    let mut parts: Vec<(&str, Vec<u8>)> = [
        "[Content_Types].xml",
        "_rels/.rels",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        name,
    ]
    .into_iter()
    .map(|name| (name, part(&sheet, name)))
    .collect();
    parts.push((alias, part(&other, name)));
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, text)| (*name, text.as_slice())).collect();
    let mut twice = zip(&parts);
    for at in 0..twice.len() - alias.len() {
        if twice[at..].starts_with(alias.as_bytes()) {
            twice[at..at + name.len()].copy_from_slice(name.as_bytes());
        }
    }
    assert_eq!(problem("twice.xlsx", &twice), "damaged");
}

/// A text that is there once and that many cells name is refused before it has been written so often.
#[test]
fn a_long_text_that_is_repeated_is_refused_before_it_is_written() {
    let row = |times: u32, rows: u64, text: &str| {
        format!(
            "<table:table-row table:number-rows-repeated=\"{rows}\"><table:table-cell office:value-type=\"string\" \
             table:number-columns-repeated=\"{times}\"><text:p>{text}</text:p></table:table-cell></table:table-row>"
        )
    };
    let long = "x".repeat(100_000);
    for rows in [row(16_384, 60, &long), row(4, 1_000_000_000, "5"), row(16_384, 1, &long)] {
        let ods = support::ods_of(&format!("<table:table table:name=\"S\">{}{rows}</table:table>", row(3, 2, "a")));
        assert_eq!(problem("a.ods", &ods), "too-large");
    }
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    for at in 0..2_300 {
        sheet.write_string(at, 0, "Z".repeat(30_000)).unwrap();
        sheet.write_number(at, 1, 2024).unwrap();
    }
    assert_eq!(problem("a.xlsx", &workbook.save_to_buffer().unwrap()), "too-large");
}
