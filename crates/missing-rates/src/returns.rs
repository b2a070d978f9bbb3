//! The files that were read. This holds which files there are, and what a person still has to say about each. It does
//! not read them or calculate from them.

use crate::decisions::Decisions;
use crate::file_id::FileId;
use crate::file_names::says_only_kind;
use crate::kept::{Kept, contradictions, without_contradictions};
use crate::mapping::Mapping;
use crate::order::Ordered;
use crate::period::PublishedYears;
use crate::query::{Query, Said};
use crate::read::{Content, ReadFile, are_headings};
use crate::reconcile::reading_in_doubt;
use crate::report::{FileEntry, FileKind, Problem, Report};

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

    /// Takes a file out.
    pub fn remove(&mut self, id: FileId) {
        self.files.retain(|(other, _)| *other != id);
    }

    /// Takes all files out.
    pub fn clear(&mut self) {
        self.files.clear();
    }

    /// The files whose hash is needed before there can be a report. Nothing else says whether two files are one file
    /// chosen twice, which order the files are in, or which of several files of one module is to be used.
    pub fn sums_needed(&self, query: &Query) -> Vec<FileId> {
        let decided = self.decisions(query).names_files();
        let modules = |file: &ReadFile| matches!(file.content, Content::Modules(_));
        let alike = |one: &ReadFile, other: &ReadFile| {
            let same_kind = modules(one) && modules(other) && one.entry.kind == other.entry.kind;
            // A table taken out of another file has a hash of its rows alone, whatever its length.
            let of_rows = other.entry.taken_from.is_some();
            same_kind || of_rows || one.length == other.length || one.entry.name == other.entry.name
        };
        let needs = |(id, file): &&(FileId, ReadFile)| {
            matches!(file.content, Content::Mapping(_) | Content::Kept(_))
                || decided && modules(file)
                || self.files.iter().any(|(other, another)| other != id && alike(file, another))
        };
        self.files.iter().filter(|(_, file)| !file.has_sum()).filter(needs).map(|(id, _)| *id).collect()
    }

    /// Gives the hash to a file that was read without it: to its entry, and to its entry in a report of these files.
    /// Figures do not depend on it.
    pub fn tell_sum(&mut self, id: FileId, sum: &str, report: Option<&mut Report>) {
        let place = self.place_in(id);
        // A safe report gives the sums of published files alone.
        let is_told = |report: &Report, entry: &FileEntry| {
            !entry.is_hidden() && (!report.disclosure.is_safe() || entry.kind == FileKind::DfePublished)
        };
        if let Some((report, place)) = report.zip(place)
            && report.files.get(place).is_some_and(|entry| is_told(report, entry))
            && let Some(entry) = report.files.get_mut(place)
        {
            sum.clone_into(&mut entry.sha256);
        }
        if let Some((_, file)) = self.files.iter_mut().find(|(other, _)| *other == id) {
            sum.clone_into(&mut file.entry.sha256);
        }
    }

    /// The mapping among the files that fits a file whose columns are not known, if there is one. The file is to be
    /// read again with it ([`Reader::mapped`](crate::read::Reader::mapped)). It holds periods only if they were said
    /// about this file.
    pub fn mapping_for(&self, id: FileId) -> Option<Mapping> {
        let (_, file) = self.files.iter().find(|(other, _)| *other == id)?;
        let mut mappings: Vec<(&str, &Mapping)> = Vec::new();
        for other in without_contradictions(self.files.iter().map(|(_, file)| file).collect()) {
            match &other.content {
                Content::Mapping(mapping) => mappings.push((&other.entry.sha256, mapping)),
                Content::Kept(kept) => mappings.extend(kept.mappings.iter().map(|of| (&*other.entry.sha256, of))),
                _ => {}
            }
        }
        // Whether a person has to say what the columns are takes longer to find out.
        if mappings.is_empty() || !by_hand(file) {
            return None;
        }
        // If two mappings fit, the same one is used whatever the order of the files.
        mappings.order_by_key(|(sha256, _)| *sha256);
        let fitting = mappings.into_iter().filter_map(|(_, mapping)| mapping.for_file(file.head()));
        let (own, others): (Vec<Mapping>, Vec<Mapping>) = fitting.partition(|mapping| mapping.made_for.is_some());
        // Two that were made for other files may say different things of the same headings: nobody knows which holds here.
        let one = others.first().filter(|one| others.iter().all(|of| (of.kind, &of.fields) == (one.kind, &one.fields)));
        own.first().or(one).cloned()
    }

    /// A mapping as it applies to a file whose columns are not known; `None` if it does not fit.
    pub fn mapped_by(&self, id: FileId, mapping: &Mapping) -> Option<Mapping> {
        let (_, file) = self.files.iter().find(|(other, _)| *other == id)?;
        mapping.for_file(file.head()).filter(|_| by_hand(file))
    }

    /// The entry of a file in a report that was made of these files.
    pub fn entry_in<'a>(&self, report: &'a Report, id: FileId) -> Option<&'a FileEntry> {
        let place = self.place_in(id)?;
        report.files.get(place).filter(|_| report.files.len() == self.files.len())
    }

    /// The index of a file in a report. A safe report hides names, but its files are in the same order.
    fn place_in(&self, id: FileId) -> Option<usize> {
        let (_, file) = self.files.iter().find(|(other, _)| *other == id)?;
        self.by_name().iter().position(|other| std::ptr::eq(*other, file))
    }

    /// Every decision that the report is based on: those in the files, and those in the query, which go first. Keep it
    /// as a whole.
    pub fn decisions(&self, query: &Query) -> Decisions {
        let mut files: Vec<&ReadFile> = self.files.iter().map(|(_, file)| file).collect();
        files.order_by_key(|file| (&file.entry.name, &file.entry.sha256));
        let mut decisions = decided(files);
        decisions.extend(&query.decisions);
        decisions
    }

    /// What the files of settings say together. Nothing of those that contradict each other.
    pub fn kept(&self) -> Kept {
        let mut kept = Kept::default();
        for file in without_contradictions(self.by_name()) {
            if let Content::Kept(more) = &file.content {
                kept.extend(more);
            }
        }
        kept
    }

    /// The names of files of settings, decisions or columns that contradict each other, with what is to be said of each.
    pub fn contradictions(&self) -> Vec<(&str, Problem)> {
        let files = self.by_name();
        contradictions(&files).into_iter().map(|(at, problem)| (files[at].entry.name.as_str(), problem)).collect()
    }

    /// All that is set and decided, by files and in this query, and what the columns of files are. To be kept whole.
    pub fn to_keep(&self, query: &Query, mappings: Vec<Mapping>) -> Kept {
        let mut kept = Kept { decisions: self.decisions(query), ..self.kept() };
        for file in without_contradictions(self.by_name()) {
            if let Content::Mapping(mapping) = &file.content {
                kept.extend(&Kept { mappings: vec![mapping.clone()], ..Kept::default() });
            }
        }
        for file in self.by_name() {
            if let Some(year) = query.years.get(&file.id) {
                kept.file_years.insert(file.entry.name.clone(), *year);
            }
        }
        kept.file_years.retain(|name, _| says_only_kind(name));
        let said = |what| query.said.contains(&what);
        let calendar = query.published_years != PublishedYears::default() || said(Said::PublishedYears);
        kept.extend(&Kept { mappings, ..Kept::default() });
        kept.decisions.without_children();
        // A row of a child that was taken for the header row.
        let heads_alone = |of: &Mapping| {
            are_headings(&of.header) && !of.header.iter().any(|cell| cell.contains(|c: char| c.is_ascii_digit()))
        };
        kept.mappings.retain(|of| !of.kind.may_name_children() || heads_alone(of));
        // What was taken back here is not kept.
        kept.authority = query.authority;
        kept.period = query.period;
        kept.zeros_matter = query.zeros_matter;
        kept.whole_identifiers = query.whole_identifiers;
        kept.published_years = calendar.then_some(query.published_years);
        kept
    }

    /// How many files are not saved with the year that was said of them, because their names may hold a child.
    pub fn years_not_kept(&self, query: &Query) -> u64 {
        let saved = self.kept().file_years;
        let here = self.files.iter().filter(|(id, _)| query.years.contains_key(id)).map(|(_, file)| &file.entry.name);
        let mut names: Vec<&String> = here.chain(saved.keys()).filter(|name| !says_only_kind(name)).collect();
        names.order();
        names.dedup();
        names.len() as u64
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

/// What the files of decisions say together. Nothing of those that contradict each other.
pub(crate) fn decided<'a>(files: impl IntoIterator<Item = &'a ReadFile>) -> Decisions {
    let mut decisions = Decisions::default();
    for file in without_contradictions(files.into_iter().collect()) {
        match &file.content {
            Content::Decisions(more) => decisions.extend(more),
            Content::Kept(kept) => decisions.extend(&kept.decisions),
            _ => {}
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
                | Problem::LooksLike { .. }
                | Problem::NamedAsList { .. }
                | Problem::ChildRows { .. }
        )
    );
    // A file that a person described is read as described, and not asked about again.
    let asks = || file.columns.iter().any(|column| column.state.asks());
    unknown || !file.mapped && (asks() || reading_in_doubt(file) || file.names_years())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Reader, Sum};

    const EPISODES: &str = "CHILD,DECOM,LS,DEC\nA1,01/05/2024,C2,\nA2,01/05/2024,C2,\n";
    const MISSING: &str = "CHILD,MISSING,MIS_START,MIS_END\nA1,M,01/06/2024,02/06/2024\n";

    fn read(name: &str, text: &str, with_sum: bool) -> ReadFile {
        let reader = Reader::new(name, Vec::new());
        let mut reader = if with_sum { reader } else { reader.without_sum() };
        reader.push(text.as_bytes());
        reader.finish()
    }

    fn sum(text: &str) -> String {
        let mut sum = Sum::default();
        sum.push(text.as_bytes());
        sum.finish()
    }

    /// The report is the same whether hashes are given before it, after it, or known from the beginning.
    #[test]
    fn sums_that_are_told_later_change_nothing() {
        let other = MISSING.replace("A1", "A2");
        let cases: [&[(&str, &str)]; 4] = [
            &[("episodes.csv", EPISODES), ("missing.csv", MISSING)],
            &[("episodes.csv", EPISODES), ("missing.csv", MISSING), ("again.csv", MISSING)],
            &[("episodes.csv", EPISODES), ("missing.csv", MISSING), ("missing.csv", &other)],
            &[("episodes.csv", EPISODES), ("missing.csv", &other), ("missing.csv", MISSING)],
        ];
        for files in cases {
            let (mut known, mut later) = (Returns::default(), Returns::default());
            for (id, (name, text)) in (1..).zip(files) {
                known.add(id, read(name, text, true));
                later.add(id, read(name, text, false));
            }
            let needed = later.sums_needed(&Query::default());
            assert_eq!(needed.is_empty(), files.len() == 2, "{files:?}");
            let of = |id: FileId| files[usize::try_from(id).unwrap() - 1].1;
            for id in needed {
                later.tell_sum(id, &sum(of(id)), None);
            }
            assert!(later.sums_needed(&Query::default()).is_empty());
            let mut report = later.report(&Query::default());
            for id in (1..).take(files.len()) {
                later.tell_sum(id, &sum(of(id)), Some(&mut report));
            }
            assert_eq!(report.to_json(), known.report(&Query::default()).to_json(), "{files:?}");
            assert_eq!(report.to_json(), later.report(&Query::default()).to_json());
        }
    }

    #[test]
    fn no_sum_is_told_of_a_file_that_a_safe_report_hides() {
        let mut returns = Returns::default();
        returns.add(1, read("episodes.csv", EPISODES, false));
        let safe = Query { disclosure: crate::report::Disclosure::Safe, ..Query::default() };
        let mut report = returns.report(&safe);
        returns.tell_sum(1, &sum(EPISODES), Some(&mut report));
        assert!(report.files[0].sha256.is_empty() && returns.files[0].1.has_sum());
    }
}
