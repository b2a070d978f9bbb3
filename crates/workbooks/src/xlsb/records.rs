//! The records that the parts of an `.xlsb` are made of: a kind and a length in as few bytes as they need, and so many bytes.

use std::io::BufRead;

use crate::allowance::refusal;
use crate::archive::{Archive, Part};
use crate::bytes::Bytes;
use crate::refusal::Refusal;

/// The longest record that is read, in bytes. A cell has 32,767 characters at most.
const LONGEST: usize = 4 * 1024 * 1024;

/// Records of a part, one after the other.
#[derive(Debug)]
pub(super) struct Records<R> {
    source: R,
    body: Vec<u8>,
}

/// The records of a part; `None` if it is not there.
pub(super) fn records<'a, 'b>(
    archive: &'a mut Archive<'b>,
    part: &str,
) -> Result<Option<Records<Part<'a, 'b>>>, Refusal> {
    Ok(archive.part(part)?.map(|source| Records { source, body: Vec::new() }))
}

impl<R: BufRead> Records<R> {
    /// The next record; `None` at the end of the part.
    ///
    /// # Errors
    /// It is cut off, or longer than any.
    pub(super) fn next(&mut self) -> Result<Option<(u16, Bytes<'_>)>, Refusal> {
        let Some(first) = self.byte()? else { return Ok(None) };
        let mut kind = u16::from(first & 0x7F);
        if first & 0x80 != 0 {
            kind |= u16::from(self.byte()?.ok_or(Refusal::Damaged)? & 0x7F) << 7;
        }
        let mut length = 0;
        for step in 0..4 {
            let byte = self.byte()?.ok_or(Refusal::Damaged)?;
            length |= usize::from(byte & 0x7F) << (7 * step);
            if byte & 0x80 == 0 {
                break;
            }
        }
        if length > LONGEST {
            return Err(Refusal::TooLarge);
        }
        self.body.resize(length, 0);
        self.source.read_exact(&mut self.body).map_err(|error| refusal(&error))?;
        Ok(Some((kind, Bytes::new(&self.body))))
    }

    fn byte(&mut self) -> Result<Option<u8>, Refusal> {
        let bytes = self.source.fill_buf().map_err(|error| refusal(&error))?;
        let byte = bytes.first().copied();
        self.source.consume(usize::from(byte.is_some()));
        Ok(byte)
    }
}
