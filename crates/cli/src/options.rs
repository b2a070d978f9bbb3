//! What a command line asks for.

mod misunderstood;
mod parse;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use missing_rates::area::AreaCode;
use missing_rates::checks::WorkOrder;
use missing_rates::period::{Day, Period};
use missing_rates::rates::TargetShare;
use missing_rates::read::NAME_JOINT;
use missing_rates::report::{Disclosure, ListedAs};
use missing_rates::{FileId, PublishedYears, Said};

pub(crate) use misunderstood::Misunderstood;

/// How the report is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Format {
    #[default]
    Text,
    Json,
    Csv,
    /// How each column was read, as CSV.
    Columns,
    ChaseList,
    /// The same as letters, one for each authority.
    ChaseLetters,
    WorkList,
    /// What changed since an earlier version of answers or of published figures, as CSV.
    ChangedAnswers,
    /// Return-home interviews by team, as CSV.
    Interviews,
    /// Answers to a freedom-of-information request, in words.
    FoiText,
    /// The same, as CSV.
    FoiCsv,
    /// The report as a workbook, and the lists beside it.
    Xlsx,
    /// What the figures are based on, as CSV.
    BasedOn,
    /// What was set and decided, as a document to be named among other files.
    Settings,
    WorkListXlsx,
    ChaseListXlsx,
    FoiXlsx,
    /// What the columns of a file seem to be, as a document to correct.
    Mapping,
}

impl Format {
    /// Whether it names children or answers that are not to be published, or repeats the headings of a file.
    fn is_for_own_use(self) -> bool {
        matches!(
            self,
            Self::WorkList
                | Self::WorkListXlsx
                | Self::ChaseListXlsx
                | Self::ChaseList
                | Self::ChaseLetters
                | Self::ChangedAnswers
                | Self::Interviews
                | Self::Columns
                | Self::Mapping
                | Self::Settings
        )
    }
}

/// What to calculate, from what, written how.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Options {
    pub(crate) period: Option<Period>,
    pub(crate) target: Option<TargetShare>,
    pub(crate) change: Option<(Period, Period)>,
    pub(crate) published_years: Option<PublishedYears>,
    /// Files and the collection years that they are of.
    pub(crate) file_years: Vec<(String, i32)>,
    /// Files without rows, because there was nobody to write down.
    pub(crate) empty: Vec<String>,
    /// Files that are an earlier version of the others.
    pub(crate) earlier: Vec<String>,
    /// Files that are parts of one module, as they were named.
    pub(crate) parts: Vec<String>,
    /// The day to which the return of a collection year is complete.
    pub(crate) complete_to: BTreeMap<i32, Day>,
    pub(crate) zeros_matter: Option<bool>,
    /// Whether long identifiers that all end in 0 are said to be whole.
    pub(crate) whole_identifiers: Option<bool>,
    /// Whether no column is read by a heading that is only nearly one of a return.
    pub(crate) exact_headings: bool,
    pub(crate) authority: Option<AreaCode>,
    pub(crate) format: Format,
    /// What wordings of lists of children mean.
    pub(crate) listed: Vec<(String, ListedAs)>,
    /// Documents of decisions, the later before the earlier.
    pub(crate) decisions: Vec<PathBuf>,
    pub(crate) work_order: WorkOrder,
    pub(crate) disclosure: Disclosure,
    /// Whether CSV files say above their tables what these are based on.
    pub(crate) comments: bool,
    pub(crate) files: Vec<PathBuf>,
}

/// What the command line asks for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Request {
    Calculate(Box<Options>),
    Help,
    Version,
}

impl Options {
    /// What the command line says, so that no file of settings is asked about it.
    pub(crate) fn said(&self) -> BTreeSet<Said> {
        let all = [
            (Said::Authority, self.authority.is_some()),
            (Said::Period, self.period.is_some()),
            (Said::PublishedYears, self.published_years.is_some()),
            (Said::LeadingZeros, self.zeros_matter.is_some()),
            (Said::WholeIdentifiers, self.whole_identifiers.is_some()),
        ];
        all.into_iter().filter(|(_, said)| *said).map(|(what, _)| what).collect()
    }

    /// What was asked for that a document of settings does not hold, as it is written.
    pub(crate) fn not_kept(&self) -> Vec<&'static str> {
        let all = [
            ("--complete-to", !self.complete_to.is_empty()),
            ("--empty", !self.empty.is_empty()),
            ("--exact-headings", self.exact_headings),
            ("--earlier", !self.earlier.is_empty()),
            ("--target", self.target.is_some()),
            ("--change", self.change.is_some()),
        ];
        all.into_iter().filter(|(_, asked)| *asked).map(|(name, _)| name).collect()
    }

    /// The files that are said to be parts of one module: each time two at least, by their places among the files, from 1.
    pub(crate) fn together(&self, named: impl Fn(&str) -> Vec<FileId>) -> Result<Vec<Vec<FileId>>, Misunderstood> {
        self.parts.iter().map(|text| named_in(text, &named)).collect()
    }

    /// The places, from 1, of the files that a word names. A table in a file is known once the file is opened.
    fn places(&self, word: &str) -> Vec<FileId> {
        let named = (1..).zip(&self.files).filter(|(_, path)| is_named(path, file_of(word)));
        named.map(|(id, _)| id).collect()
    }

    /// Whether a file, or a table taken out of it, is said to have no rows because there was nobody to write down.
    pub(crate) fn is_empty(&self, path: &Path, name: &str) -> bool {
        self.empty.iter().any(|word| names(word, path, name))
    }

    /// The options that name files, each with what it names.
    pub(crate) fn named(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let years = self.file_years.iter().map(|(file, _)| ("--file-year", file.as_str()));
        let empty = self.empty.iter().map(|file| ("--empty", file.as_str()));
        years.chain(empty).chain(self.earlier.iter().map(|file| ("--earlier", file.as_str())))
    }

    /// The collection year that was said of a file, or of a table taken out of it, by the name that it has in the report. What
    /// is said of a table comes before what is said of its file, and of two words the later counts.
    pub(crate) fn year_of(&self, path: &Path, name: &str) -> Option<i32> {
        let said =
            |is: &dyn Fn(&str) -> bool| self.file_years.iter().rev().find(|(word, _)| is(word)).map(|(_, year)| *year);
        said(&|word| names_table(word, path, name)).or_else(|| said(&|word| is_named(path, word)))
    }
}

/// The files that a list names; in the name of a file there may be a comma too.
fn named_in(text: &str, named: impl Fn(&str) -> Vec<FileId>) -> Result<Vec<FileId>, Misunderstood> {
    let (mut files, mut name) = (Vec::new(), String::new());
    for piece in text.split(',') {
        if !name.is_empty() {
            name.push(',');
        }
        name.push_str(piece);
        let before = files.len();
        files.extend(named(name.trim()));
        if files.len() > before {
            name.clear();
        }
    }
    if !name.is_empty() {
        return Err(Misunderstood::NoSuchFile("--add-together", name.trim().to_owned()));
    }
    if files.len() < 2 { Err(Misunderstood::AddTogether(text.to_owned())) } else { Ok(files) }
}

/// Whether a word names a file: by the path that was given, or by the name without folders.
pub(crate) fn is_named(path: &Path, word: &str) -> bool {
    path.as_os_str() == word || path.file_name().is_some_and(|name| name == word)
}

/// Whether a word names a file, or a table taken out of it, which has this name in the report.
pub(crate) fn names(word: &str, path: &Path, name: &str) -> bool {
    is_named(path, word) || names_table(word, path, name)
}

/// Whether a word names a table taken out of a file: with the path that was given, or with the name without folders.
fn names_table(word: &str, path: &Path, name: &str) -> bool {
    let same = |(file, table): (&str, &str)| {
        is_named(path, file) && name.split_once(NAME_JOINT).is_some_and(|(_, own)| own == table)
    };
    word == name || word.split_once(NAME_JOINT).is_some_and(same)
}

/// The file of a word that names a table in it: `returns.xlsx › Missing`.
pub(crate) fn file_of(word: &str) -> &str {
    word.split(NAME_JOINT).next().unwrap_or(word)
}

#[cfg(test)]
mod tests;
