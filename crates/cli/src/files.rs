//! The files that were named, and the tables that were taken out of those that are no text.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use missing_rates::FileId;
use missing_rates::mapping::Mapping;
use missing_rates::read::{NAME_JOINT, ReadFile, Reader};
use workbooks::{Opener, Tables, opens};

use crate::options::{Misunderstood, Options, file_of, is_named, names};

/// How much of a file is read at once.
const CHUNK: usize = 1024 * 1024;
/// How much of a file tells what it is.
const HEAD: u64 = 4096;

/// A file to be read: one that was named, or a table taken out of it.
pub(crate) struct Chosen {
    pub(crate) name: String,
    pub(crate) path: PathBuf,
    /// What was taken out; the file itself if there is nothing.
    text: Option<Vec<u8>>,
}

/// Takes tables as they come.
#[derive(Default)]
struct Taken(Vec<(String, Vec<u8>)>);

impl Tables for Taken {
    fn begin(&mut self, name: &str) {
        self.0.push((name.to_owned(), Vec::new()));
    }

    fn text(&mut self, table: usize, text: &[u8]) {
        if let Some((_, whole)) = self.0.get_mut(table) {
            whole.extend_from_slice(text);
        }
    }
}

impl Chosen {
    /// The files that a path names.
    ///
    /// # Errors
    /// The file cannot be read.
    pub(crate) fn at(path: &Path) -> io::Result<Vec<Self>> {
        // The report names files as a page knows them: without their folders.
        let name = path.file_name().map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned());
        let mut head = Vec::new();
        let mut file = File::open(path)?;
        file.by_ref().take(HEAD).read_to_end(&mut head)?;
        if !opens(&head) {
            return Ok(vec![Self { name, path: path.to_owned(), text: None }]);
        }
        let (mut opener, mut taken) = (Opener::new(&name), Taken::default());
        opener.push(&head, &mut taken);
        in_chunks(&mut file, |bytes| opener.push(bytes, &mut taken))?;
        let tables = match opener.finish(&mut taken) {
            Ok(()) => taken.0,
            Err(unopened) => vec![(name, unopened.text)],
        };
        let chosen = |(name, text)| Self { name, path: path.to_owned(), text: Some(text) };
        Ok(tables.into_iter().map(chosen).collect())
    }

    /// Reads it, by a mapping if there is one.
    ///
    /// # Errors
    /// The file cannot be read.
    pub(crate) fn read(&self, mapping: Option<Mapping>, exactly: bool) -> io::Result<ReadFile> {
        let mut reader = match mapping {
            Some(mapping) => Reader::mapped(&self.name, mapping),
            None if exactly => Reader::new(&self.name, Vec::new()).exactly(),
            None => Reader::new(&self.name, Vec::new()),
        };
        if let Some(text) = &self.text {
            reader.push(text);
        } else {
            let mut file = File::open(&self.path)?;
            reader = reader.expecting(file.metadata()?.len());
            in_chunks(&mut file, |bytes| reader.push(bytes))?;
        }
        Ok(reader.finish())
    }
}

/// The collection years that were said of files, by what each goes by.
pub(crate) fn years(options: &Options, files: &[Chosen]) -> BTreeMap<FileId, i32> {
    let said = (1..).zip(files);
    said.filter_map(|(id, file)| Some((id, options.year_of(&file.path, &file.name)?))).collect()
}

/// The names of the files that have no rows because there was nobody to write down.
pub(crate) fn empty(options: &Options, files: &[Chosen]) -> BTreeSet<String> {
    files.iter().filter(|file| options.is_empty(&file.path, &file.name)).map(|file| file.name.clone()).collect()
}

/// The files that a word names, by the path that was given, or by the name that they have in the report.
pub(crate) fn named(files: &[Chosen], word: &str) -> Vec<FileId> {
    let is = |file: &Chosen| names(word, &file.path, &file.name);
    (1..).zip(files).filter(|(_, file)| is(file)).map(|(id, _)| id).collect()
}

/// An option that names a table which is not in the files. What is in a file that could not be opened is not known.
pub(crate) fn not_there(options: &Options, files: &[Chosen]) -> Option<Misunderstood> {
    let opened = |file: &Chosen| file.text.is_none() || file.name.contains(NAME_JOINT);
    let known = |word: &str| files.iter().any(|file| opened(file) && is_named(&file.path, file_of(word)));
    let missing = |(_, word): &(&str, &str)| known(word) && named(files, word).is_empty();
    let (option, word) = options.named().find(missing)?;
    Some(Misunderstood::NoSuchFile(option, word.to_owned()))
}

/// Hands on what is left of a file, piece by piece.
fn in_chunks(file: &mut File, mut take: impl FnMut(&[u8])) -> io::Result<()> {
    let mut chunk = vec![0; CHUNK];
    loop {
        match file.read(&mut chunk) {
            Ok(0) => return Ok(()),
            Ok(n) => take(&chunk[..n]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}
