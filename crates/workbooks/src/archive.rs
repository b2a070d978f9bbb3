//! Archives, by the names of their parts.

use std::borrow::Cow;
use std::io::{BufReader, Cursor, Read};

use zip::read::ZipFile;
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use crate::allowance::{Allowance, Measured, refusal};
use crate::refusal::Refusal;
use crate::xml::Xml;

/// A part, as it is unpacked.
pub(crate) type Part<'a, 'b> = BufReader<Measured<ZipFile<'a, Cursor<&'b [u8]>>>>;

/// An archive that is held whole.
#[derive(Debug)]
pub(crate) struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    allowance: Allowance,
}

impl<'b> Archive<'b> {
    /// Opens it.
    ///
    /// # Errors
    /// It is no archive, or cut off.
    pub(crate) fn open(bytes: &'b [u8], allowance: Allowance) -> Result<Self, Refusal> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| why(&error))?;
        // Of two parts with one name only the last could be read.
        if zip.len() < listed(bytes, zip.central_directory_start()) {
            return Err(Refusal::Damaged);
        }
        Ok(Self { zip, allowance })
    }

    /// The names of its files, in the order of the archive.
    pub(crate) fn names(&self) -> Vec<String> {
        (0..self.zip.len()).filter_map(|at| self.name(at)).filter(|name| !name.ends_with(['/', '\\'])).collect()
    }

    fn name(&self, at: usize) -> Option<String> {
        self.zip.name_for_index(at)?.ok().map(Cow::into_owned)
    }

    /// The part of a name, however its letters and slashes are written.
    fn place(&self, name: &str) -> Option<usize> {
        let wanted = name.trim_start_matches('/');
        self.zip.index_for_name(wanted).or_else(|| {
            let same = |name: String| name.trim_start_matches('/').replace('\\', "/").eq_ignore_ascii_case(wanted);
            (0..self.zip.len()).find(|at| self.name(*at).is_some_and(same))
        })
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.place(name).is_some()
    }

    /// A part to read; `None` if it is not there.
    ///
    /// # Errors
    /// It cannot be unpacked.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<Part<'_, 'b>>, Refusal> {
        let Some(at) = self.place(name) else { return Ok(None) };
        let packed = self.zip.by_index_raw(at).map_err(|error| why(&error))?;
        match packed.compression() {
            _ if packed.encrypted() => return Err(Refusal::Password),
            CompressionMethod::Stored | CompressionMethod::Deflated => {}
            _ => return Err(Refusal::OtherPacking),
        }
        drop(packed);
        let file = self.zip.by_index(at).map_err(|error| why(&error))?;
        Ok(Some(BufReader::with_capacity(64 * 1024, Measured::new(file, self.allowance.clone()))))
    }

    /// A part that is XML; `None` if it is not there.
    ///
    /// # Errors
    /// It cannot be unpacked.
    pub(crate) fn xml(&mut self, name: &str) -> Result<Option<Xml<Part<'_, 'b>>>, Refusal> {
        Ok(self.part(name)?.map(Xml::new))
    }

    /// A whole part; `None` if it is not there.
    ///
    /// # Errors
    /// It cannot be unpacked, or is too large.
    pub(crate) fn whole(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(mut part) = self.part(name)? else { return Ok(None) };
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).map_err(|error| refusal(&error))?;
        Ok(Some(bytes))
    }
}

/// How many parts an archive lists, those with one name each counted.
fn listed(bytes: &[u8], from: u64) -> usize {
    const ENTRY: &[u8] = b"PK\x01\x02";
    let number = |rest: &[u8], at: usize| {
        rest.get(at..at + 2).map_or(0, |two| usize::from(u16::from_le_bytes([two[0], two[1]])))
    };
    let mut rest = usize::try_from(from).ok().and_then(|from| bytes.get(from..)).unwrap_or_default();
    let mut parts = 0;
    while rest.starts_with(ENTRY) {
        parts += 1;
        let length = 46 + number(rest, 28) + number(rest, 30) + number(rest, 32);
        rest = rest.get(length..).unwrap_or_default();
    }
    parts
}

fn why(error: &ZipError) -> Refusal {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Refusal::Password,
        ZipError::UnsupportedArchive(_) => Refusal::OtherPacking,
        ZipError::Io(error) => refusal(error),
        _ => Refusal::Damaged,
    }
}
