//! The files that were read, and the one report on them. Belongs here: putting files together. Does not: reading them,
//! arithmetic.

mod children;
mod gather;
mod ledger;

use crate::area::{authority, in_area};
use crate::period::Period;
use crate::rates::{Given, figures_of};
use crate::read::{Content, ReadFile};
use crate::report::{Area, Level, PeriodsFrom, Problem, Report};
use gather::Gathered;
use ledger::Ledger;

/// Names one of the files, given by whoever adds it.
pub type FileId = u32;

/// The files that figures are calculated from.
///
/// ```
/// use missing_rates::{Returns, read::Reader};
///
/// let mut reader = Reader::new("answers.csv", Vec::new());
/// reader.push(b"Authority,Year,UASC,UASC missing\nKent,2024,100,12\nHull,2024,<5,0\n");
/// let mut returns = Returns::default();
/// returns.add(1, reader.finish());
/// let report = returns.report(None);
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

    /// Calculates the report, for the period asked for or for those that the files speak of.
    ///
    /// It does not depend on the order in which the files were added, nor on that of their rows.
    pub fn report(&self, asked: Option<Period>) -> Report {
        let mut files: Vec<&ReadFile> = self.files.iter().map(|(_, file)| file).collect();
        files.sort_by(|a, b| (&a.entry.name, &a.entry.sha256).cmp(&(&b.entry.name, &b.entry.sha256)));
        let mut report = Report::empty();
        report.periods_from = if asked.is_some() { PeriodsFrom::Asked } else { PeriodsFrom::Files };
        let mut ledger = Ledger::new(&files);
        let once = counted_once(&files, &mut ledger);

        children::add(&once, asked, &mut ledger, &mut report);
        let gathered = Gathered::from(&once, asked, &mut ledger);
        for (key, group) in &gathered.groups {
            for (area, members) in areas(&group.given, group.kingdom) {
                let in_area = area.code.map_or(0, in_area);
                figures_of(&area, in_area, *key, &members, &mut report);
            }
        }
        report.published = gathered.published;
        let groups = gathered.groups.keys().map(|(period, _)| *period);
        report.periods.extend(groups.chain(report.published.iter().map(|p| p.period)));
        report.periods.sort_unstable();
        report.periods.dedup();
        report.rates.sort_by_key(|r| (r.period, r.cohort, r.area.order(), r.measure, r.basis));
        report.ratios.sort_by_key(|r| (r.period, r.cohort, r.area.order(), r.measure));
        report.totals.sort_by_key(|t| (t.period, t.cohort, t.area.order(), t.measure));
        report.coverage.sort_by_key(|c| (c.period, c.cohort, c.area.order(), c.measure));
        ledger.close(&mut report);
        report
    }
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

type Members<'a> = Vec<(Area, Vec<&'a Given>)>;

/// Every area that one of the authorities lies in, itself included, with what its authorities gave.
fn areas(given: &std::collections::BTreeMap<crate::area::AreaCode, Given>, kingdom: bool) -> Members<'_> {
    let mut areas: std::collections::BTreeMap<_, (Area, Vec<&Given>)> = std::collections::BTreeMap::new();
    for (code, given) in given {
        let Some(authority) = authority(*code) else { continue };
        let larger = authority.lies_in().into_iter().filter(|area| kingdom || area.level != Level::Kingdom);
        for area in larger.chain([Area::from(authority)]) {
            areas.entry(area.order()).or_insert_with(|| (area, Vec::new())).1.push(given);
        }
    }
    areas.into_values().collect()
}
