//! From the bytes of a file to its tables.

use std::fmt::Write as _;

use missing_rows::{NAME_JOINT, PASTED};
use sha2::{Digest, Sha256};

use crate::allowance::Allowance;
use crate::archive::Archive;
use crate::book::Book;
use crate::page;
use crate::pasted;
use crate::refusal::Refusal;
use crate::ssda903::{self, Return};
use crate::tables::{Tables, Taker, refused};
use crate::{ods, xls, xlsb, xlsx};

/// How the archives begin that workbooks are, and that which is empty.
const ZIP: [&[u8]; 2] = [b"PK\x03\x04", b"PK\x05\x06"];
/// How the compound files begin that workbooks were before 2007, and are with a password.
const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
/// The largest file that is opened, in bytes: it is held whole.
const LARGEST: usize = 1024 * 1024 * 1024;
/// How many bytes tell what a file is.
const HEAD: usize = 64;
/// The most files that an archive is opened with.
const MOST_FILES: usize = 2000;
/// How deep an archive may lie in others.
const MOST_WITHIN: u32 = 2;

/// Whether a file that begins so is to be opened here: its first 64 bytes are enough to tell.
pub fn opens(head: &[u8]) -> bool {
    is_whole(head) || ssda903::begins(head)
}

/// Whether it can only be read whole.
fn is_whole(head: &[u8]) -> bool {
    ZIP.iter().any(|zip| head.starts_with(zip))
        || head.starts_with(COMPOUND)
        || head.starts_with(PASTED.as_bytes())
        || page::is_one(head)
}

/// Opens a file, piece by piece. How its bytes are cut changes nothing.
#[derive(Debug)]
pub struct Opener {
    name: String,
    hash: Sha256,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    /// Collecting the first bytes, which tell what it is.
    Head(Vec<u8>),
    /// Collecting what can only be read whole.
    Whole(Vec<u8>),
    /// Reading a return in XML as it arrives, and how much may come of it.
    Return(Box<Return>, Outlet),
    /// Nothing more can be read; the bytes are still counted into the hash.
    Refused(Refusal),
}

impl Opener {
    /// Starts on a file of this name.
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), hash: Sha256::new(), stage: Stage::Head(Vec::new()) }
    }

    /// Takes the next bytes.
    pub fn push(&mut self, bytes: &[u8], tables: &mut dyn Tables) {
        self.hash.update(bytes);
        self.take(bytes, tables);
    }

    fn take(&mut self, bytes: &[u8], tables: &mut dyn Tables) {
        match &mut self.stage {
            Stage::Head(head) => {
                head.extend_from_slice(bytes);
                if head.len() >= HEAD {
                    self.begin(tables);
                }
            }
            Stage::Whole(whole) if whole.len() + bytes.len() > LARGEST => {
                self.stage = Stage::Refused(Refusal::TooLarge);
            }
            Stage::Whole(whole) => whole.extend_from_slice(bytes),
            Stage::Return(of, outlet) => {
                outlet.allowance.give(bytes.len());
                let result = outlet.through(tables, |taker| of.push(bytes, taker));
                if let Err(why) = result {
                    self.stage = Stage::Refused(why);
                }
            }
            Stage::Refused(_) => {}
        }
    }

    /// The first bytes have come.
    fn begin(&mut self, tables: &mut dyn Tables) {
        let Stage::Head(head) = &mut self.stage else { return };
        let head = std::mem::take(head);
        self.stage = if is_whole(&head) {
            Stage::Whole(Vec::new())
        } else {
            Stage::Return(Box::new(Return::new(&self.name)), Outlet { allowance: Allowance::of(0), begun: 0 })
        };
        self.take(&head, tables);
    }

    /// Ends the file.
    ///
    /// # Errors
    /// It cannot be read to its end. No table that has begun counts: a file of its own name with the text of
    /// `Unopened` takes their place.
    pub fn finish(mut self, tables: &mut dyn Tables) -> Result<(), Unopened> {
        self.begin(tables);
        let sha256 = hexadecimal(self.hash);
        let result = match self.stage {
            Stage::Refused(why) => Err(why),
            Stage::Head(_) => Err(Refusal::Damaged),
            Stage::Return(of, mut outlet) => outlet.through(tables, |taker| of.finish(&sha256, taker)),
            Stage::Whole(bytes) => {
                let allowance = Allowance::of(bytes.len());
                let mut taker = Taker::new(tables, allowance.clone());
                whole(&mut taker, &self.name, &bytes, &allowance, &sha256, 0)
            }
        };
        result.map_err(|why| Unopened { why, text: refused(why, &sha256) })
    }
}

/// Where the tables go of a file that is read as it arrives: how much of it may, and how many have begun.
#[derive(Debug)]
struct Outlet {
    allowance: Allowance,
    begun: usize,
}

impl Outlet {
    fn through<T>(&mut self, tables: &mut dyn Tables, read: impl FnOnce(&mut Taker<'_>) -> T) -> T {
        let mut taker = Taker::again(tables, self.allowance.clone(), self.begun);
        let result = read(&mut taker);
        self.begun = taker.begun();
        result
    }
}

/// What stands for a file that cannot be opened.
#[derive(Debug)]
pub struct Unopened {
    /// Why.
    pub why: Refusal,
    /// The text that the engine reads in its place, under the name of the file.
    pub text: Vec<u8>,
}

fn hexadecimal(hash: Sha256) -> String {
    hash.finalize().iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Opens a file that is held whole, in so many archives.
fn whole(
    taker: &mut Taker<'_>,
    name: &str,
    bytes: &[u8],
    allowance: &Allowance,
    sha256: &str,
    within: u32,
) -> Result<(), Refusal> {
    if bytes.starts_with(COMPOUND) {
        let mut book = Book::new(taker, name, sha256);
        xls::read(bytes, &mut book)?;
        return book.end();
    }
    if let Some(markup) = bytes.strip_prefix(PASTED.as_bytes()) {
        return pasted::read(taker, name, markup, sha256);
    }
    if page::is_one(bytes) {
        return page::read(taker, name, bytes, sha256);
    }
    let mut archive = Archive::open(bytes, allowance.clone())?;
    if let Some(part) = xlsx::main_part(&mut archive)? {
        if !part.starts_with("xl/") {
            return Err(Refusal::OtherDocument);
        }
        let mut book = Book::new(taker, name, sha256);
        if part.to_ascii_lowercase().ends_with(xlsb::ENDING) {
            xlsb::read(&mut archive, &part, &mut book)?;
        } else {
            xlsx::read(&mut archive, &part, &mut book)?;
        }
        return book.end();
    }
    match ods::is_one(&mut archive)? {
        Some(true) => {
            let mut book = Book::new(taker, name, sha256);
            ods::read(&mut archive, &mut book)?;
            book.end()
        }
        Some(false) => Err(Refusal::OtherDocument),
        None if within > MOST_WITHIN => Err(Refusal::TooDeep),
        None => files(taker, name, &mut archive, allowance, within + 1).map_err(|why| match why {
            Refusal::TooLarge => Refusal::TooLargeArchive,
            why => why,
        }),
    }
}

/// Opens the files of an archive. One that cannot be opened does not keep the others from being read.
fn files(
    taker: &mut Taker<'_>,
    name: &str,
    archive: &mut Archive<'_>,
    allowance: &Allowance,
    within: u32,
) -> Result<(), Refusal> {
    let mut files = archive.names();
    files.retain(|file| !is_litter(file));
    if files.len() + taker.begun() > MOST_FILES {
        return Err(Refusal::TooLarge);
    }
    for file in files {
        let full = [name, NAME_JOINT, &file].concat();
        let bytes = archive.whole(&file)?.ok_or(Refusal::Damaged)?;
        if !opens(&bytes) {
            let table = taker.begin_file(&full);
            taker.text(table, &bytes)?;
            continue;
        }
        let mut hash = Sha256::new();
        hash.update(&bytes);
        let sha256 = hexadecimal(hash);
        let before = taker.begun();
        let result = if is_whole(&bytes) {
            whole(taker, &full, &bytes, allowance, &sha256, within)
        } else {
            let mut of = Return::new(&full);
            of.push(&bytes, taker).and_then(|()| of.finish(&sha256, taker))
        };
        match result {
            Ok(()) => {}
            // Tables of it have gone out that do not count.
            Err(why) if matches!(why, Refusal::TooLarge | Refusal::TooLargeArchive) || taker.begun() > before => {
                return Err(why);
            }
            Err(why) => {
                let table = taker.begin_file(&full);
                taker.text(table, &refused(why, &sha256))?;
            }
        }
    }
    if taker.begun() == 0 { Err(Refusal::NoTable) } else { Ok(()) }
}

/// What a system leaves in an archive that no person put there.
fn is_litter(file: &str) -> bool {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    file.starts_with("__MACOSX/") || name.starts_with("._") || matches!(name, ".DS_Store" | "Thumbs.db" | "desktop.ini")
}
