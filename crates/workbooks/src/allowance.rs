//! How much may come out of a file. It is counted while it comes out, so that a small file that unpacks to a huge one is
//! refused before it fills the memory.

use std::cell::Cell;
use std::io::{self, BufRead, Read};
use std::rc::Rc;

use crate::refusal::Refusal;

/// What every file may unpack to, in bytes.
const LEAST: u64 = 64 * 1024 * 1024;
/// What no file may pass, in bytes. A million rows are a fifth of it.
const MOST: u64 = 3 * 1024 * 1024 * 1024;
/// How many bytes may come out of one, for files between these. A sheet of equal rows comes to sixty.
const RATIO: u64 = 250;
/// The same for long texts of cells: one that is there once in a file may be that of many cells.
const RATIO_LONG: u64 = 40;
/// The longest piece of XML (a tag, or a text between two tags), in bytes. A cell has 32,767 characters at most.
const PIECE: u64 = 4 * 1024 * 1024;

/// How many bytes may still come out of a file, and of long texts of cells among them. Cloning it gives another handle to the
/// same.
#[derive(Clone, Debug)]
pub(crate) struct Allowance {
    left: Rc<Cell<u64>>,
    long: Rc<Cell<u64>>,
}

impl Allowance {
    /// Of a file of so many bytes.
    pub(crate) fn of(bytes: usize) -> Self {
        let times = |ratio: u64| Rc::new(Cell::new((bytes as u64).saturating_mul(ratio).clamp(LEAST, MOST)));
        Self { left: times(RATIO), long: times(RATIO_LONG) }
    }

    /// More of the file has come: what comes out of it may be several times as long, and is handed on at once.
    pub(crate) fn give(&self, bytes: usize) {
        self.left.set(self.left.get().saturating_add((bytes as u64).saturating_mul(8)));
    }

    /// Takes so many bytes from it.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`]: there are not as many left.
    pub(crate) fn take(&self, bytes: usize) -> Result<(), Refusal> {
        take(&self.left, bytes)
    }

    /// The same of long texts.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`]: there are not as many left.
    pub(crate) fn take_long(&self, bytes: usize) -> Result<(), Refusal> {
        take(&self.long, bytes)
    }

    /// Whether so many bytes are left, before anything is done for them.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`]: there are not as many left.
    pub(crate) fn has(&self, bytes: u64) -> Result<(), Refusal> {
        if bytes > self.left.get() { Err(Refusal::TooLarge) } else { Ok(()) }
    }
}

fn take(from: &Cell<u64>, bytes: usize) -> Result<(), Refusal> {
    let left = from.get().checked_sub(bytes as u64).ok_or(Refusal::TooLarge)?;
    from.set(left);
    Ok(())
}

/// A source whose bytes are taken from an allowance.
#[derive(Debug)]
pub(crate) struct Measured<R> {
    source: R,
    allowance: Allowance,
}

impl<R> Measured<R> {
    pub(crate) fn new(source: R, allowance: Allowance) -> Self {
        Self { source, allowance }
    }
}

impl<R: Read> Read for Measured<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(into)?;
        self.allowance.take(read).map_err(|_| too_large())?;
        Ok(read)
    }
}

/// A source of XML that no single piece of may be too long.
#[derive(Debug)]
pub(crate) struct Paced<R> {
    source: R,
    since: u64,
}

impl<R> Paced<R> {
    pub(crate) fn new(source: R) -> Self {
        Self { source, since: 0 }
    }

    /// A new piece begins.
    pub(crate) fn begin(&mut self) {
        self.since = 0;
    }
}

impl<R: BufRead> Read for Paced<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(into)?;
        self.since += read as u64;
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Paced<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.since > PIECE { Err(too_large()) } else { self.source.fill_buf() }
    }

    fn consume(&mut self, bytes: usize) {
        self.since += bytes as u64;
        self.source.consume(bytes);
    }
}

fn too_large() -> io::Error {
    io::ErrorKind::FileTooLarge.into()
}

/// Why reading failed.
pub(crate) fn refusal(error: &io::Error) -> Refusal {
    if error.kind() == io::ErrorKind::FileTooLarge { Refusal::TooLarge } else { Refusal::Damaged }
}
