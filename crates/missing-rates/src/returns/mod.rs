//! The files that were read, and the one report on them. Belongs here: putting files together. Does not: reading them,
//! arithmetic.

mod checked;
mod children;
mod gather;
mod ledger;

use std::collections::BTreeMap;

use crate::Asked;
use crate::area::{authority, in_area};
use crate::checks::{Listing, check, work_list};
use crate::decisions::Decisions;
use crate::mapping::Mapping;
use crate::rates::{Given, Group, Questions, beside_rates, figures_of};
use crate::read::{Content, ReadFile};
use crate::report::{Area, Level, PeriodsFrom, Problem, Report};
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
    pub fn add(&mut self, id: FileId, file: ReadFile) {
        self.remove(id);
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
        let by_hand = matches!(
            file.entry.problem,
            Some(Problem::UnknownColumns { .. } | Problem::MissingColumns { .. } | Problem::NearMiss { .. })
        );
        let mut mappings: Vec<(&str, &Mapping)> = Vec::new();
        for (_, other) in self.files.iter().filter(|_| by_hand) {
            if let Content::Mapping(mapping) = &other.content {
                mappings.push((&other.entry.sha256, mapping));
            }
        }
        // Of two that fit, the same one whatever the order of the files.
        mappings.sort_by_key(|(sha256, _)| *sha256);
        mappings.into_iter().map(|(_, mapping)| mapping).find(|mapping| file.head().iter().any(|row| mapping.fits(row)))
    }

    /// Calculates the report as asked.
    ///
    /// It does not depend on the order in which the files were added, nor on that of their rows.
    pub fn report(&self, asked: &Asked) -> Report {
        let files = self.by_name();
        let mut report = Report::empty();
        report.periods_from = if asked.period.is_some() { PeriodsFrom::Asked } else { PeriodsFrom::Files };
        let mut ledger = Ledger::new(&files);
        let once = counted_once(&files, &mut ledger);

        let child_level = children::child_level(&once, &|_| None);
        let decisions = decided(&once);
        let mut gathered = Gathered::from(&once, asked.period, &decisions, &mut ledger);
        let own = children::count(&child_level, asked.period, &mut ledger);
        checked::check_rows(&child_level, own.as_ref(), &ledger, &mut report);
        if let Some(own) = own {
            for (cohort, given) in own.cohorts {
                gathered.groups.entry((own.period, cohort)).or_default().own = Some(given);
            }
            report.profiles = own.profiles;
            report.changes = own.changes;
            report.answered_by = own.coverage.answered_by;
            report.uncovered = own.coverage.uncovered;
        }
        for (key, group) in &gathered.groups {
            for (area, members) in areas(group) {
                figures_of(&area, area.code.map_or(0, in_area), *key, &members, &mut report);
            }
            if let Some(own) = &group.own {
                figures_of(&Area::RETURN, 0, *key, &[own], &mut report);
            }
        }
        beside_rates(&gathered.groups, Questions::default(), &mut report);
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
        ledger.close(&mut report);
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
        let child_level = children::child_level(&once, &|_| None);
        let names = ledger.names();
        let listing = Listing { all: &child_level, names: &names };
        work_list(&listing, &check(&child_level).hits, asked.work_order)
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
fn decided(files: &[(usize, &ReadFile)]) -> Decisions {
    let mut decisions = Decisions::default();
    for (_, file) in files {
        if let Content::Decisions(more) = &file.content {
            decisions.extend(more);
        }
    }
    decisions
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

/// Every area that one of the authorities lies in, itself included, with what its authorities gave. What several gave
/// together counts once, in every area in which all of them lie.
fn areas(group: &Group) -> BTreeMap<Area, Vec<&Given>> {
    let mut areas: BTreeMap<Area, Vec<&Given>> = BTreeMap::new();
    for (code, given) in &group.given {
        let Some(authority) = authority(*code) else { continue };
        let larger = authority.lies_in().into_iter().filter(|area| group.kingdom || area.level != Level::Kingdom);
        for area in larger.chain([Area::from(authority)]) {
            areas.entry(area).or_default().push(given);
        }
    }
    for (codes, given) in &group.together {
        for area in group.common_areas(codes) {
            areas.entry(area).or_default().push(given);
        }
    }
    areas
}
