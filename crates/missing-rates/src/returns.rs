//! The files that were read. Belongs here: which files there are, and what each still needs of a person. Does not: reading
//! them, what is calculated from them.

use crate::decisions::Decisions;
use crate::file_id::FileId;
use crate::mapping::Mapping;
use crate::order::Ordered;
use crate::query::Query;
use crate::read::{Content, ReadFile};
use crate::reconcile::reading_in_doubt;
use crate::report::{FileEntry, Problem, Report};

/// The files that figures are calculated from.
///
/// ```
/// use missing_rates::{Query, Returns, read::Reader};
///
/// let mut reader = Reader::new("answers.csv", Vec::new());
/// reader.push(b"Authority,Year,UASC,UASC missing\nKent,2024,100,12\nHull,2024,<5,0\n");
/// let mut returns = Returns::default();
/// returns.add(1, reader.finish());
/// let report = returns.report(&Query::default());
/// assert_eq!((report.rates[0].numerator, report.rates[0].denominator), (12, 100));
/// ```
#[derive(Debug, Default)]
pub struct Returns {
    files: Vec<(FileId, ReadFile)>,
}

impl Returns {
    /// Adds a file that was read. A file with the same id is replaced.
    pub fn add(&mut self, id: FileId, mut file: ReadFile) {
        self.remove(id);
        file.id = id;
        self.files.push((id, file));
    }

    /// Takes a file out again.
    pub fn remove(&mut self, id: FileId) {
        self.files.retain(|(other, _)| *other != id);
    }

    /// Takes all files out.
    pub fn clear(&mut self) {
        self.files.clear();
    }

    /// The mapping among the files that fits a file whose columns are not known, if there is one: it is to be read again
    /// by it ([`Reader::mapped`](crate::read::Reader::mapped)). Periods are in it only if they were said of this file.
    pub fn mapping_for(&self, id: FileId) -> Option<Mapping> {
        let (_, file) = self.files.iter().find(|(other, _)| *other == id)?;
        let mut mappings: Vec<(&str, &Mapping)> = Vec::new();
        for (_, other) in self.files.iter().filter(|_| by_hand(file)) {
            if let Content::Mapping(mapping) = &other.content {
                mappings.push((&other.entry.sha256, mapping));
            }
        }
        // Of two that fit, the same one whatever the order of the files.
        mappings.order_by_key(|(sha256, _)| *sha256);
        mappings.into_iter().map(|(_, mapping)| mapping).find_map(|mapping| mapping.for_file(file.head()))
    }

    /// A mapping as it fits a file whose columns are not known; `None` if it does not.
    pub fn mapped_by(&self, id: FileId, mapping: &Mapping) -> Option<Mapping> {
        let (_, file) = self.files.iter().find(|(other, _)| *other == id)?;
        mapping.for_file(file.head()).filter(|_| by_hand(file))
    }

    /// The entry of a file in a report that was made of these files.
    pub fn entry_in<'a>(&self, report: &'a Report, id: FileId) -> Option<&'a FileEntry> {
        let (_, file) = self.files.iter().find(|(other, _)| *other == id)?;
        // A safe report hides names; its files are in the same order.
        let place = self.by_name().iter().position(|other| std::ptr::eq(*other, file))?;
        report.files.get(place).filter(|_| report.files.len() == self.files.len())
    }

    /// Every decision that the report is based on: what the files hold, and what is asked before it. To be kept whole.
    pub fn decisions(&self, query: &Query) -> Decisions {
        let mut files: Vec<&ReadFile> = self.files.iter().map(|(_, file)| file).collect();
        files.order_by_key(|file| (&file.entry.name, &file.entry.sha256));
        let mut decisions = decided(files);
        decisions.extend(&query.decisions);
        decisions
    }

    /// The first rows of a file whose columns are not known, and what it seems to be.
    pub fn unknown_columns(&self, id: FileId) -> Option<(&FileEntry, &[Vec<String>])> {
        let (_, file) = self.files.iter().find(|(other, _)| *other == id)?;
        by_hand(file).then(|| (&file.entry, file.head()))
    }

    /// The first rows of a file that was read as a person or a mapping says, and what it is.
    pub fn named_columns(&self, id: FileId) -> Option<(&FileEntry, &[Vec<String>])> {
        let (_, file) = self.files.iter().find(|(other, _)| *other == id)?;
        file.mapped.then(|| (&file.entry, file.head()))
    }

    /// The files in the order of their names, so that the order in which they were added does not matter.
    pub(crate) fn by_name(&self) -> Vec<&ReadFile> {
        let mut files: Vec<&ReadFile> = Vec::new();
        for (_, file) in &self.files {
            let name = |file: &ReadFile| (file.entry.name.clone(), file.entry.sha256.clone());
            let place = files.partition_point(|other| name(other) <= name(file));
            files.insert(place, file);
        }
        files
    }
}

/// What the files of decisions say together; where two decide, the one later by name counts.
pub(crate) fn decided<'a>(files: impl IntoIterator<Item = &'a ReadFile>) -> Decisions {
    let mut decisions = Decisions::default();
    for file in files {
        if let Content::Decisions(more) = &file.content {
            decisions.extend(more);
        }
    }
    decisions
}

/// Whether a person has to say what the columns of a file are.
fn by_hand(file: &ReadFile) -> bool {
    let unknown = matches!(
        file.entry.problem,
        Some(
            Problem::UnknownColumns { .. }
                | Problem::MissingColumns { .. }
                | Problem::NearMiss { .. }
                | Problem::ChildRows { .. }
        )
    );
    // What a person said is read as said, and not asked again.
    let asks = || file.columns.iter().any(|column| column.state.asks());
    unknown || !file.mapped && (asks() || reading_in_doubt(file))
}
