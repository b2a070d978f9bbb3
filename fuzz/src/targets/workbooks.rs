//! Workbooks, archives and returns in XML: tables or a reason, however the bytes are cut, and a report of what comes of them.
//!
//! A case holds the parts of a workbook as files, so that what is bent is what a reader looks at: `%2F` in a name is a slash. They
//! are put into an archive here.

use std::io::{Cursor, Write};

use fastrand::Rng;
use missing_rates::Query;
use workbooks::{Opener, Tables, opens};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::case::{Case, Given};
use crate::checks;
use crate::page::read;

/// Tables as they come out.
#[derive(Default, PartialEq, Eq)]
struct Taken(Vec<Given>);

impl Tables for Taken {
    fn begin(&mut self, name: &str) {
        self.0.push(Given { name: name.to_owned(), bytes: Vec::new() });
    }

    fn text(&mut self, table: usize, text: &[u8]) {
        self.0[table].bytes.extend_from_slice(text);
    }
}

pub(super) fn run(case: &Case, chance: &mut Rng) -> Result<u64, String> {
    let (parts, files): (Vec<&Given>, Vec<&Given>) = case.files.iter().partition(|file| is_part(&file.name));
    let mut chosen: Vec<Given> = files.into_iter().cloned().collect();
    if !parts.is_empty() {
        let mut bytes = archive(&parts).map_err(|error| format!("the archive cannot be made: {error}"))?;
        if chance.u32(..8) == 0 {
            let at = chance.usize(..bytes.len().max(1));
            bytes.truncate(at);
        }
        chosen.push(Given { name: "table.xlsx".to_owned(), bytes });
    }
    let mut tables = Vec::new();
    for file in &chosen {
        if !opens(&file.bytes[..file.bytes.len().min(64)]) {
            tables.push(file.clone());
            continue;
        }
        let whole = opened(file, usize::MAX);
        let piece = 1 + chance.usize(..500);
        if opened(file, piece) != whole {
            return Err(format!("a workbook that comes in pieces of {piece} bytes gives other tables"));
        }
        tables.extend(whole.0);
    }
    let report = read(&tables).report(&Query::default());
    checks::report(&report)?;
    Ok(checks::shown(&report))
}

/// The tables of a file, or what stands in their place.
fn opened(file: &Given, piece: usize) -> Taken {
    let (mut opener, mut taken) = (Opener::new(&file.name), Taken::default());
    for piece in file.bytes.chunks(piece) {
        opener.push(piece, &mut taken);
    }
    match opener.finish(&mut taken) {
        Ok(()) => taken,
        Err(unopened) => Taken(vec![Given { name: file.name.clone(), bytes: unopened.text }]),
    }
}

fn is_part(name: &str) -> bool {
    name.contains("%2F") || ["[Content_Types].xml", "content.xml", "mimetype", "styles.xml"].contains(&name)
}

fn archive(parts: &[&Given]) -> zip::result::ZipResult<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let plain = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    // What tells a document of OpenDocument apart comes first.
    let mut parts = parts.to_vec();
    parts.sort_by_key(|part| part.name != "mimetype");
    for (at, part) in parts.iter().enumerate() {
        let name = part.name.replace("%2F", "/");
        // Two of one name cannot be in an archive that is made here.
        let again = parts[..at].iter().any(|other| other.name == part.name);
        writer.start_file(if again { format!("{at}/{name}") } else { name }, plain)?;
        writer.write_all(&part.bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}
