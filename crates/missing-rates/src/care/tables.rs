//! Makes tables from CSV text, as a file would give them, for tests.
#![allow(clippy::unwrap_used, clippy::panic)]

use missing_rows::Rows;

use super::table::{Source, Table};
use super::years::Return;
use crate::read::{Content, ReadFile, Reader};

/// The files of one return, as text. Files are numbered from 0 in the order in which they are given.
///
/// ```ignore
/// let made = Made::new().missing("CHILD,MISSING,MIS_START,MIS_END\n1,M,01/05/2024,\n");
/// let this = made.year(2025);
/// ```
#[derive(Debug, Default)]
pub(crate) struct Made {
    files: Vec<ReadFile>,
}

impl Made {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Adds a file of any module, which is recognised by its columns.
    pub(crate) fn file(mut self, text: &str) -> Self {
        let mut reader = Reader::new("made.csv", Vec::new());
        reader.push(text.as_bytes());
        let file = reader.finish();
        assert!(matches!(file.content, Content::Modules(_)), "no module of a return: {:?}", file.entry());
        self.files.push(file);
        self
    }

    /// Adds a Header file: `CHILD,DOB`, and one of its own columns such as ETHNIC.
    pub(crate) fn header(self, text: &str) -> Self {
        self.file(text)
    }

    /// Adds an Episodes file: `CHILD,DECOM,LS,DEC` and whatever else a case needs.
    pub(crate) fn episodes(self, text: &str) -> Self {
        self.file(text)
    }

    /// Adds a UASC file: `CHILD,DUC`.
    pub(crate) fn uasc(self, text: &str) -> Self {
        self.file(text)
    }

    /// Adds a Missing file: `CHILD,MISSING,MIS_START,MIS_END`.
    pub(crate) fn missing(self, text: &str) -> Self {
        self.file(text)
    }

    /// The return of that collection year.
    pub(crate) fn year(&self, year: i32) -> Return<'_> {
        let modules = || {
            self.files.iter().enumerate().flat_map(|(file, read)| match &read.content {
                Content::Modules(modules) => modules.iter().map(|module| Source { file, module }).collect(),
                _ => Vec::new(),
            })
        };
        macro_rules! table {
            ($kind:ident) => {
                Table::of(
                    &modules()
                        .filter_map(|source| match &source.module.rows {
                            Rows::$kind(rows) => Some((source, rows.as_slice())),
                            _ => None,
                        })
                        .collect::<Vec<_>>(),
                )
            };
        }
        Return {
            year: Some(year),
            header: table!(Header),
            episodes: table!(Episodes),
            uasc: table!(Uasc),
            missing: table!(Missing),
            ..Return::default()
        }
    }
}
