//! The records that an `.xls` is made of: a kind, a length, and so many bytes.

use crate::bytes::Bytes;
use crate::refusal::Refusal;

/// What does not fit into one record goes on in the next of this kind.
const CONTINUE: u16 = 0x003C;

/// A record.
#[derive(Clone, Copy, Debug)]
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    pub(super) body: &'a [u8],
    /// Where it begins.
    pub(super) at: usize,
}

impl<'a> Record<'a> {
    pub(super) fn bytes(&self) -> Bytes<'a> {
        Bytes::new(self.body)
    }
}

/// Records from one place on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Records<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> Records<'a> {
    pub(super) fn from(stream: &'a [u8], at: usize) -> Self {
        Self { stream, at }
    }

    /// The next record.
    ///
    /// # Errors
    /// There is none: what ends well ends with a record that says so.
    pub(super) fn next(&mut self) -> Result<Record<'a>, Refusal> {
        let at = self.at;
        let mut bytes = Bytes::at(self.stream, at)?;
        let (kind, length) = (bytes.u16()?, usize::from(bytes.u16()?));
        let body = bytes.take(length)?;
        self.at += 4 + length;
        Ok(Record { kind, body, at })
    }

    /// The record that was just read, with those in which it goes on.
    pub(super) fn long(&mut self, first: &'a [u8]) -> Long<'a> {
        let mut parts = vec![first];
        loop {
            let before = self.at;
            match self.next() {
                Ok(more) if more.kind == CONTINUE => parts.push(more.body),
                _ => {
                    self.at = before;
                    return Long { parts, part: 0, at: 0 };
                }
            }
        }
    }
}

/// What goes on in several records.
#[derive(Debug)]
pub(super) struct Long<'a> {
    parts: Vec<&'a [u8]>,
    part: usize,
    at: usize,
}

impl Long<'_> {
    fn u8(&mut self) -> Result<u8, Refusal> {
        loop {
            let part = self.parts.get(self.part).ok_or(Refusal::Damaged)?;
            if let Some(byte) = part.get(self.at) {
                self.at += 1;
                return Ok(*byte);
            }
            (self.part, self.at) = (self.part + 1, 0);
        }
    }

    pub(super) fn u16(&mut self) -> Result<u16, Refusal> {
        Ok(u16::from_le_bytes([self.u8()?, self.u8()?]))
    }

    pub(super) fn u32(&mut self) -> Result<u32, Refusal> {
        Ok(u32::from_le_bytes([self.u8()?, self.u8()?, self.u8()?, self.u8()?]))
    }

    /// Passes over so many bytes.
    pub(super) fn skip(&mut self, mut count: usize) -> Result<(), Refusal> {
        loop {
            let left = self.parts.get(self.part).ok_or(Refusal::Damaged)?.len().saturating_sub(self.at);
            if count <= left {
                self.at += count;
                return Ok(());
            }
            count -= left;
            (self.part, self.at) = (self.part + 1, 0);
        }
    }

    /// How the letters of a text are written.
    pub(super) fn flags(&mut self) -> Result<u8, Refusal> {
        self.u8()
    }

    /// So many letters. Where they go on in another record, that says again whether they are two bytes each.
    pub(super) fn letters(&mut self, count: usize, flags: u8) -> Result<Vec<u16>, Refusal> {
        let mut wide = flags & 1 == 1;
        let mut letters = Vec::new();
        while letters.len() < count {
            let part = self.parts.get(self.part).ok_or(Refusal::Damaged)?;
            let rest = part.get(self.at..).unwrap_or_default();
            if rest.is_empty() {
                (self.part, self.at) = (self.part + 1, 0);
                wide = self.u8()? & 1 == 1;
                continue;
            }
            let wanted = count - letters.len();
            if wide {
                let (pairs, odd) = rest.as_chunks();
                if pairs.is_empty() || pairs.len() < wanted && !odd.is_empty() {
                    return Err(Refusal::Damaged);
                }
                letters.extend(pairs.iter().take(wanted).map(|pair| u16::from_le_bytes(*pair)));
                self.at += 2 * pairs.len().min(wanted);
            } else {
                letters.extend(rest.iter().take(wanted).map(|byte| u16::from(*byte)));
                self.at += rest.len().min(wanted);
            }
        }
        Ok(letters)
    }
}
