//! The files that were read, and the one report on them. Belongs here: putting files together. Does not: reading them,
//! arithmetic.

mod checked;
mod children;
mod gather;
mod ledger;

use crate::Asked;
use crate::area::in_area;
use crate::checks::{Listing, check, work_list};
use crate::decisions::Decisions;
use crate::disclosure::{Rule, protect};
use crate::mapping::Mapping;
use crate::order::Ordered;
use crate::publish::publish;
use crate::rates::{Given, Questions, areas_of, beside_rates, figures_of};
use crate::read::{Content, ReadFile};
use crate::report::{Change, FileEntry, PeriodsFrom, Problem, Profile, Report};
use crate::standing::standing;
use gather::Gathered;
use ledger::Ledger;

/// Names one of the files, given by whoever adds it.
pub type FileId = u32;

/// The files that figures are calculated from.
///
/// ```
/// use missing_rates::{Asked, Returns, read::Reader};
///
/// let mut reader = Reader::new("answers.csv", Vec::new());
/// reader.push(b"Authority,Year,UASC,UASC missing\nKent,2024,100,12\nHull,2024,<5,0\n");
/// let mut returns = Returns::default();
/// returns.add(1, reader.finish());
/// let report = returns.report(&Asked::default());
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
    /// by it ([`Reader::mapped`](crate::read::Reader::mapped)).
    pub fn mapping_for(&self, id: FileId) -> Option<&Mapping> {
        let (_, file) = self.files.iter().find(|(other, _)| *other == id)?;
        let mut mappings: Vec<(&str, &Mapping)> = Vec::new();
        for (_, other) in self.files.iter().filter(|_| by_hand(file)) {
            if let Content::Mapping(mapping) = &other.content {
                mappings.push((&other.entry.sha256, mapping));
            }
        }
        // Of two that fit, the same one whatever the order of the files.
        mappings.order_by_key(|(sha256, _)| *sha256);
        mappings.into_iter().map(|(_, mapping)| mapping).find(|mapping| file.head().iter().any(|row| mapping.fits(row)))
    }

    /// The entry of a file in a report that was made of these files.
    pub fn entry_in<'a>(&self, report: &'a Report, id: FileId) -> Option<&'a FileEntry> {
        let (_, file) = self.files.iter().find(|(other, _)| *other == id)?;
        let same = |entry: &&FileEntry| entry.name == file.entry.name && entry.sha256 == file.entry.sha256;
        report.files.iter().find(same)
    }

    /// Every decision that the report rests on: what the files hold, and what is asked before it. To be kept whole.
    pub fn decisions(&self, asked: &Asked) -> Decisions {
        let mut files: Vec<&ReadFile> = self.files.iter().map(|(_, file)| file).collect();
        files.order_by_key(|file| (&file.entry.name, &file.entry.sha256));
        let mut decisions = decided(files);
        decisions.extend(&asked.decisions);
        decisions
    }

    /// The first rows of a file whose columns are not known, and what it seems to be.
    pub fn unknown_columns(&self, id: FileId) -> Option<(&FileEntry, &[Vec<String>])> {
        let (_, file) = self.files.iter().find(|(other, _)| *other == id)?;
        by_hand(file).then(|| (&file.entry, file.head()))
    }

    /// Calculates the report as asked.
    ///
    /// It does not depend on the order in which the files were added, nor on that of their rows.
    pub fn report(&self, asked: &Asked) -> Report {
        self.report_by(asked, protect)
    }

    /// The same, with what chooses the counts to hide.
    pub(crate) fn report_by(&self, asked: &Asked, rule: Rule) -> Report {
        let files = self.by_name();
        let mut report = Report::empty();
        report.periods_from = if asked.period.is_some() { PeriodsFrom::Asked } else { PeriodsFrom::Files };
        let mut ledger = Ledger::new(&files);
        let once = counted_once(&files, &mut ledger);

        let of_return = asked.return_area();
        let child_level = children::child_level(&once, asked);
        ledger.years(&child_level, asked);
        let mut decisions = decided(once.iter().map(|(_, file)| *file));
        decisions.extend(&asked.decisions);
        let mut gathered = Gathered::from(&once, asked, &decisions, &mut ledger);
        let own = children::count(&child_level, asked.period, &mut ledger);
        checked::check_rows(&child_level, own.as_ref(), &ledger, &mut report);
        if let Some(own) = own {
            for (cohort, given) in own.cohorts {
                gathered.groups.entry((own.period, cohort)).or_default().own = Some(given);
            }
            report.profiles = own.profiles.into_iter().map(|profile| Profile { area: of_return, ..profile }).collect();
            report.changes = own.changes.into_iter().map(|change| Change { area: of_return, ..change }).collect();
            report.answered_by = own.coverage.answered_by;
            report.uncovered = own.coverage.uncovered;
        }
        for (key, group) in &gathered.groups {
            for (area, members) in areas_of(group) {
                let given: Vec<&Given> = members.iter().map(|member| member.given).collect();
                figures_of(&area, area.code.map_or(0, |code| in_area(code, key.0)), *key, &given, &mut report);
            }
            if let Some(own) = &group.own {
                figures_of(&of_return, 0, *key, &[own], &mut report);
            }
        }
        let questions = Questions { target: asked.target, change: asked.change, authority: asked.authority };
        beside_rates(&gathered.groups, questions, &mut report);
        report.published = gathered.published;
        report.wordings = gathered.wordings;
        report.names = gathered.names;
        report.conflicts = gathered.conflicts;
        report.chase = gathered.chase;
        let groups = gathered.groups.keys().map(|(period, _)| *period);
        for period in groups.chain(report.published.iter().map(|p| p.period)) {
            if let Err(place) = report.periods.binary_search(&period) {
                report.periods.insert(place, period);
            }
        }
        report.foi = crate::foi::answers(&child_level, of_return);
        ledger.close(&mut report);
        let mut report = publish(report, &gathered.groups, questions, (asked.disclosure, rule));
        report.standing = asked.authority().and_then(|of| standing(of.code, &report));
        report
    }

    /// Every row that breaks a rule about a child's records, as CSV, for the analyst's own use: it holds the children's
    /// identifiers.
    ///
    /// ```
    /// use missing_rates::{Asked, Returns, read::Reader};
    ///
    /// let mut reader = Reader::new("missing.csv", Vec::new());
    /// reader.push(b"CHILD,MISSING,MIS_START,MIS_END\nA7,M,05/06/2024,04/06/2024\n");
    /// let mut returns = Returns::default();
    /// returns.add(1, reader.finish());
    /// assert!(returns.work_list(&Asked::default()).contains(",567,"));
    /// ```
    pub fn work_list(&self, asked: &Asked) -> String {
        let files = self.by_name();
        let mut ledger = Ledger::new(&files);
        let once = counted_once(&files, &mut ledger);
        let child_level = children::child_level(&once, asked);
        let names = ledger.names();
        let listing = Listing { all: &child_level, names: &names };
        work_list(&listing, &check(&child_level).hits, &ledger.noted("no-child"), asked.work_order)
    }

    /// The files in the order of their names, so that the order in which they were added does not matter.
    fn by_name(&self) -> Vec<&ReadFile> {
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
fn decided<'a>(files: impl IntoIterator<Item = &'a ReadFile>) -> Decisions {
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
    matches!(
        file.entry.problem,
        Some(Problem::UnknownColumns { .. } | Problem::MissingColumns { .. } | Problem::NearMiss { .. })
    )
}

/// The files, each content once: the same file chosen twice is one file.
fn counted_once<'a>(files: &[&'a ReadFile], ledger: &mut Ledger) -> Vec<(usize, &'a ReadFile)> {
    let mut once: Vec<(usize, &ReadFile)> = Vec::new();
    for (index, file) in files.iter().enumerate() {
        let same = |(_, other): &&(usize, &ReadFile)| other.entry.sha256 == file.entry.sha256;
        match once.iter().find(same) {
            Some((_, first)) => ledger.refuse(index, Problem::SameAs { name: first.entry.name.clone() }),
            None if matches!(file.content, Content::Nothing) => {}
            None => once.push((index, file)),
        }
    }
    once
}
