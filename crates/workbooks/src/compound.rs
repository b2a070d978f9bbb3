//! Compound files ([MS-CFB]): a small file system in a file, in which workbooks were kept until 2007. Its bytes lie in sectors, and
//! a table says for each sector which follows.

use crate::bytes::Bytes;
use crate::refusal::Refusal;

/// How long the sectors of small streams are, in bits.
const SMALL: u32 = 6;
/// Of one entry of the directory, in bytes.
const ENTRY: usize = 128;
/// From here on, what stands in the table is no sector.
const NONE: u32 = 0xFFFF_FFFA;
/// How many sectors of the table the header names itself.
const NAMED: usize = 109;

/// A compound file that is held whole.
#[derive(Debug)]
pub(crate) struct Compound<'b> {
    bytes: &'b [u8],
    /// How long a sector is, in bits, and which follows each.
    shift: u32,
    next: Vec<u32>,
    /// The same of small streams, which lie in a stream of their own.
    small_next: Vec<u32>,
    small: Vec<u8>,
    /// What is as long as this or longer lies in sectors of its own.
    cutoff: usize,
    entries: Vec<Entry>,
}

/// An entry at the top of the directory.
#[derive(Debug)]
struct Entry {
    name: String,
    start: u32,
    size: usize,
}

impl<'b> Compound<'b> {
    /// Opens it.
    ///
    /// # Errors
    /// It is cut off, or what it says of itself cannot be.
    pub(crate) fn open(bytes: &'b [u8]) -> Result<Self, Refusal> {
        let mut header = Bytes::at(bytes, 30)?;
        let (shift, small_shift) = (u32::from(header.u16()?), u32::from(header.u16()?));
        if !matches!(shift, 9 | 12) || small_shift != SMALL {
            return Err(Refusal::Damaged);
        }
        let mut header = Bytes::at(bytes, 48)?;
        let (directory, _, cutoff) = (header.u32()?, header.u32()?, header.count()?);
        let (small_table, _, more, _) = (header.u32()?, header.u32()?, header.u32()?, header.u32()?);
        let mut of = Self {
            bytes,
            shift,
            next: Vec::new(),
            small_next: Vec::new(),
            small: Vec::new(),
            cutoff,
            entries: Vec::new(),
        };
        of.next = of.table(header, more)?;
        of.small_next = words(&of.chain(small_table)?);
        of.read_directory(&of.chain(directory)?)?;
        Ok(of)
    }

    /// The table of all sectors: the header names where its first parts are, and a chain where the others are.
    fn table(&self, mut header: Bytes<'_>, mut more: u32) -> Result<Vec<u32>, Refusal> {
        let mut parts = Vec::new();
        for _ in 0..NAMED {
            parts.push(header.u32()?);
        }
        let most = self.bytes.len() >> self.shift;
        let mut steps = 0;
        while more < NONE {
            let mut named = words(self.sector(more)?);
            more = named.pop().ok_or(Refusal::Damaged)?;
            parts.extend(named);
            steps += 1;
            if steps > most {
                return Err(Refusal::Damaged);
            }
        }
        parts.retain(|part| *part < NONE);
        if parts.len() > most {
            return Err(Refusal::Damaged);
        }
        let mut next = Vec::new();
        for part in parts {
            next.extend(words(self.sector(part)?));
        }
        Ok(next)
    }

    /// A sector; the last of a file may be cut short.
    fn sector(&self, number: u32) -> Result<&'b [u8], Refusal> {
        piece(self.bytes, usize::try_from(number).ok().and_then(|number| number.checked_add(1)), self.shift)
    }

    /// The bytes of a sector and of all that follow it.
    fn chain(&self, start: u32) -> Result<Vec<u8>, Refusal> {
        chained(self.bytes, start, &self.next, (self.shift, 1))
    }

    /// Reads what lies at the top of the directory: what was put into a workbook has one of its own beneath.
    fn read_directory(&mut self, directory: &[u8]) -> Result<(), Refusal> {
        let place = |number: u32| usize::try_from(number).ok().and_then(|number| number.checked_mul(ENTRY));
        let entry = |number: u32| Bytes::at(directory, place(number).ok_or(Refusal::Damaged)?);
        let (start, size) = extent(entry(0)?)?;
        self.small = self.chain(start)?;
        self.small.truncate(size);
        let mut waiting = vec![child(entry(0)?)?];
        let mut steps = 0;
        while let Some(number) = waiting.pop() {
            if number >= NONE {
                continue;
            }
            steps += 1;
            if steps > directory.len() / ENTRY {
                return Err(Refusal::Damaged);
            }
            let mut names = entry(number)?;
            let letters = names.wide(32)?;
            let length = usize::from(names.u16()? / 2).saturating_sub(1);
            let is_stream = names.u8()? == 2;
            names.u8()?;
            waiting.extend([names.u32()?, names.u32()?]);
            if is_stream {
                let name = String::from_utf16_lossy(letters.get(..length).ok_or(Refusal::Damaged)?);
                let (start, size) = extent(entry(number)?)?;
                self.entries.push(Entry { name, start, size });
            }
        }
        Ok(())
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// A stream, by its name; `None` if there is none.
    ///
    /// # Errors
    /// It is cut off.
    pub(crate) fn stream(&self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(entry) = self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name)) else {
            return Ok(None);
        };
        let mut bytes = if entry.size < self.cutoff {
            chained(&self.small, entry.start, &self.small_next, (SMALL, 0))?
        } else {
            self.chain(entry.start)?
        };
        if bytes.len() < entry.size {
            return Err(Refusal::Damaged);
        }
        bytes.truncate(entry.size);
        Ok(Some(bytes))
    }
}

/// The bytes of a sector and of all that follow it. Sectors are so many bits long, and so many of them have no number.
fn chained(bytes: &[u8], start: u32, next: &[u32], (shift, before): (u32, usize)) -> Result<Vec<u8>, Refusal> {
    let mut chain = Vec::new();
    let (mut at, mut is_whole) = (start, true);
    while at < NONE {
        let number = usize::try_from(at).map_err(|_| Refusal::Damaged)?;
        let sector = piece(bytes, number.checked_add(before), shift)?;
        // No stream is longer than the file, and only the end of a file is shorter than a sector.
        if !is_whole || chain.len() + sector.len() > bytes.len() {
            return Err(Refusal::Damaged);
        }
        is_whole = sector.len() == 1 << shift;
        chain.extend_from_slice(sector);
        at = *next.get(number).ok_or(Refusal::Damaged)?;
    }
    Ok(chain)
}

/// The sector of a number.
fn piece(bytes: &[u8], number: Option<usize>, shift: u32) -> Result<&[u8], Refusal> {
    let from = number.and_then(|number| number.checked_mul(1 << shift)).ok_or(Refusal::Damaged)?;
    let rest = bytes.get(from..).filter(|rest| !rest.is_empty()).ok_or(Refusal::Damaged)?;
    Ok(rest.get(..1 << shift).unwrap_or(rest))
}

fn words(bytes: &[u8]) -> Vec<u32> {
    bytes.as_chunks().0.iter().map(|word| u32::from_le_bytes(*word)).collect()
}

/// What is below an entry of the directory.
fn child(mut entry: Bytes<'_>) -> Result<u32, Refusal> {
    entry.take(76)?;
    entry.u32()
}

/// Where a stream begins, and how long it is.
fn extent(mut entry: Bytes<'_>) -> Result<(u32, usize), Refusal> {
    entry.take(116)?;
    Ok((entry.u32()?, entry.count()?))
}
