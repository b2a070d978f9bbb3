//! What one run is given: files by their names, and a number by which everything else is chosen.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// Files as a person would choose them together, and the seed of what is asked about them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Case {
    pub(crate) seed: u64,
    pub(crate) files: Vec<Given>,
}

/// One file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Given {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

impl Case {
    /// The case as one file: a line for the seed, then for each file its length and name in a line, and its bytes.
    pub(crate) fn kept(&self) -> Vec<u8> {
        let mut out = format!("seed {}\n", self.seed).into_bytes();
        for Given { name, bytes } in &self.files {
            out.extend(format!("file {} {}\n", bytes.len(), name.replace(['\n', '\r'], " ")).bytes());
            out.extend(bytes);
            out.push(b'\n');
        }
        out
    }

    /// What [`Case::kept`] wrote.
    pub(crate) fn of(text: &[u8]) -> Result<Self> {
        let (first, mut rest) = line(text).context("no seed")?;
        let seed = first.strip_prefix("seed ").context("no seed")?.parse()?;
        let mut files = Vec::new();
        while let Some((head, after)) = line(rest) {
            let about = head.strip_prefix("file ").context("no file")?;
            let (length, name) = about.split_once(' ').context("no name")?;
            let Some((bytes, after)) = after.split_at_checked(length.parse()?) else { bail!("{name} is cut off") };
            files.push(Given { name: name.to_owned(), bytes: bytes.to_vec() });
            rest = after.strip_prefix(b"\n").unwrap_or(after);
        }
        Ok(Self { seed, files })
    }

    /// The files of a folder, by name.
    pub(crate) fn of_folder(folder: &Path) -> Result<Self> {
        let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
        let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
        paths.sort();
        let given = |path: &std::path::PathBuf| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            Ok(Given { name, bytes: fs::read(path).with_context(|| format!("cannot read {}", path.display()))? })
        };
        Ok(Self { seed: 0, files: paths.iter().map(given).collect::<Result<_>>()? })
    }

    pub(crate) fn size(&self) -> usize {
        self.files.iter().map(|file| file.bytes.len()).sum()
    }
}

/// The first line of a text, and what follows it.
fn line(text: &[u8]) -> Option<(&str, &[u8])> {
    let end = text.iter().position(|byte| *byte == b'\n')?;
    Some((str::from_utf8(&text[..end]).ok()?, &text[end + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_that_was_kept_is_the_same_when_it_is_read() -> Result<()> {
        let file = |name: &str, bytes: &[u8]| Given { name: name.to_owned(), bytes: bytes.to_vec() };
        let case = Case { seed: 7, files: vec![file("a b.csv", b"seed 1\nfile 3 x\n\xFF"), file("", b"")] };
        assert_eq!(Case::of(&case.kept())?, case);
        assert!(Case::of(b"seed 1\nfile 9 a\nshort\n").is_err());
        assert!(Case::of(b"").is_err());
        Ok(())
    }
}
