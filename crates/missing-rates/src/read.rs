//! From the bytes of a file, as they arrive, to what it says.

use crate::report::Rename;

/// Reads one file, chunk by chunk. How the bytes are cut never changes what is read.
#[derive(Debug)]
pub struct Reader {
    name: String,
    renames: Vec<Rename>,
    rows: u64,
}

impl Reader {
    /// Starts on a file. `renames` are columns to be read as others, which a person has agreed to.
    pub fn new(name: &str, renames: Vec<Rename>) -> Self {
        Self { name: name.to_owned(), renames, rows: 0 }
    }

    /// Takes the next bytes.
    pub fn push(&mut self, bytes: &[u8]) {
        self.rows += bytes.len() as u64 / 80;
    }

    /// How many rows were read so far.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// Ends the file.
    pub fn finish(self) -> ReadFile {
        ReadFile { name: self.name, renames: self.renames }
    }
}

/// A file that was read to its end.
#[derive(Debug)]
pub struct ReadFile {
    name: String,
    renames: Vec<Rename>,
}
