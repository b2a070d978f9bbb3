//! Puts the steps together for one [`Query`]: answers made one, children counted, rows checked, rates, and one report.
//! Belongs here: the order of the steps. Does not: any step.

mod authorities;
mod checked;
mod children;
mod covered;
mod levels;
mod step;
mod whose;

use std::collections::BTreeSet;

pub use step::Step;

use crate::area::in_area;
use crate::care::Named;
use crate::checks::{Listing, check, work_list};
use crate::ledger::Ledger;
use crate::query::Query;
use crate::rates::{Given, Questions, areas_of, beside_rates, figures_of};
use crate::read::{Content, ReadFile};
use crate::reconcile::Reconciled;
use crate::report::{Change, PeriodsFrom, Problem, Profile, Reason, Report, Sentences};
use crate::returns::{Returns, decided};
use crate::safe::{Knows, publish};
use crate::standing::standing;

impl Returns {
    /// Calculates the report as query.
    ///
    /// It does not depend on the order in which the files were added, nor on that of their rows.
    pub fn report(&self, query: &Query) -> Report {
        self.report_by(query, Knows::ALL)
    }

    /// The same, and says each step before it is taken: a person may have to wait for it.
    pub fn report_in_steps(&self, query: &Query, on_step: &mut dyn FnMut(Step)) -> Report {
        self.calculate(query, Knows::ALL, on_step)
    }

    /// The same, with what is taken into account where it is made safe to publish.
    pub(crate) fn report_by(&self, query: &Query, knows: Knows) -> Report {
        self.calculate(query, knows, &mut |_| {})
    }

    fn calculate(&self, query: &Query, knows: Knows, on_step: &mut dyn FnMut(Step)) -> Report {
        on_step(Step::Count);
        let files = self.by_name();
        let mut report = Report::empty();
        report.periods_from = if query.period.is_some() { PeriodsFrom::Asked } else { PeriodsFrom::Files };
        let mut ledger = Ledger::new(&files);
        let (once, twins) = counted_once(&files, query, &mut ledger);
        report.columns = files.iter().flat_map(|file| file.columns.iter().cloned()).collect();

        let of_return = query.return_area();
        let mut decisions = decided(once.iter().map(|(_, file)| *file));
        decisions.extend(&query.decisions);
        let (levels, lists) = levels::levels(&once, &twins, (query, &decisions), &mut ledger);
        for (file, rows) in lists.decided {
            ledger.take_back(file, Reason::MeasureNotRecognised, rows);
        }
        report.list_wordings = lists.wordings;
        let mut reconciled = Reconciled::from(&once, query, &decisions, &mut ledger);
        let mut of_several = authorities::Several::default();
        let own = match levels.as_slice() {
            [level] => children::count(of_return, &level.of, query.period, &mut ledger),
            several => {
                of_several = authorities::count(several, query.period, &mut reconciled, &mut ledger);
                None
            }
        };
        on_step(Step::Check);
        checked::check_rows(&levels, own.as_ref(), &ledger, &mut report);
        covered::cover(&levels, &ledger, &mut report);
        let of_returns = own.as_ref().map(|own| own.period);
        report.not_covered = covered::not_covered(own.as_ref().map_or(&of_several.lacks, |own| &own.lacks), &report);
        report.profiles = of_several.profiles;
        report.foi_by_authority = of_several.foi_by_authority;
        if let Some(own) = own {
            for (cohort, given) in own.cohorts {
                reconciled.groups.entry((own.period, cohort)).or_default().own = Some(given);
            }
            report.profiles = own.profiles.into_iter().map(|profile| Profile { area: of_return, ..profile }).collect();
            report.changes = own.changes.into_iter().map(|change| Change { area: of_return, ..change }).collect();
            report.answered_by = own.coverage.answered_by;
            report.uncovered = own.coverage.uncovered;
        }
        on_step(Step::Rates);
        for (key, group) in &reconciled.groups {
            for (area, members) in areas_of(group) {
                let given: Vec<&Given> = members.iter().map(|member| member.given).collect();
                figures_of(&area, area.code.map_or(0, |code| in_area(code, key.0)), *key, &given, &mut report);
            }
            if let Some(own) = &group.own {
                figures_of(&of_return, 0, *key, &[own], &mut report);
            }
        }
        let questions = Questions { target: query.target, change: query.change, authority: query.authority };
        beside_rates(&reconciled.groups, questions, &mut report);
        report.published = reconciled.published;
        report.wordings = reconciled.wordings;
        report.names = reconciled.names;
        report.conflicts = reconciled.conflicts;
        report.chase = reconciled.chase;
        let groups = reconciled.groups.keys().map(|(period, _)| *period).chain(of_returns);
        for period in groups.chain(report.published.iter().map(|p| p.period)) {
            if let Err(place) = report.periods.binary_search(&period) {
                report.periods.insert(place, period);
            }
        }
        report.foi = match levels.as_slice() {
            [level] => crate::foi::answers(&[&level.of], of_return),
            _ => of_several.foi,
        };
        ledger.close(&mut report);
        let returns = if let [level] = levels.as_slice() { Some(&level.of) } else { None };
        if query.disclosure.is_safe() {
            on_step(Step::Safe);
        }
        let mut report = publish(report, returns, &reconciled.groups, questions, (query.disclosure, knows));
        report.standing = query.authority().and_then(|of| standing(of.code, &report));
        report
    }

    /// Every row that breaks a rule about a child's records, as CSV, for the analyst's own use: it holds the children's
    /// identifiers. `words` says the rules.
    ///
    /// ```
    /// use missing_rates::{Query, Returns, read::Reader};
    ///
    /// let mut reader = Reader::new("missing.csv", Vec::new());
    /// reader.push(b"CHILD,MISSING,MIS_START,MIS_END\nA7,M,05/06/2024,04/06/2024\n");
    /// let mut returns = Returns::default();
    /// returns.add(1, reader.finish());
    /// assert!(returns.work_list(&Query::default(), &missing_rates::report::Codes).contains(",567,"));
    /// ```
    pub fn work_list(&self, query: &Query, words: &dyn Sentences) -> String {
        let files = self.by_name();
        let mut ledger = Ledger::new(&files);
        let (once, twins) = counted_once(&files, query, &mut ledger);
        let mut decisions = decided(once.iter().map(|(_, file)| *file));
        decisions.extend(&query.decisions);
        let (levels, _) = levels::levels(&once, &twins, (query, &decisions), &mut ledger);
        let names = ledger.names();
        let noted = ledger.noted("no-child");
        let none = (Vec::new(), 0);
        let lists = levels.iter().enumerate().map(|(nth, level)| {
            let listing = Listing { all: &level.of, names: &names };
            let noted = if nth == 0 { &noted } else { &none };
            let list = work_list(&listing, &check(&level.of).violations, noted, query.work_order, words);
            // Of several authorities one heading.
            if nth == 0 { list } else { list.split_once("\r\n").map_or(String::new(), |(_, rows)| rows.to_owned()) }
        });
        lists.collect()
    }
}

/// The files, each content once: the same file chosen twice is one file, unless a person or the names give it to two years.
/// Also those that were chosen more than once.
fn counted_once<'a>(
    files: &[&'a ReadFile],
    query: &Query,
    ledger: &mut Ledger,
) -> (Vec<(usize, &'a ReadFile)>, BTreeSet<usize>) {
    let mut once: Vec<(usize, &ReadFile)> = Vec::new();
    let mut twins = BTreeSet::new();
    let year = |file: &ReadFile| {
        let of_return = matches!(file.content, Content::Modules(_)).then(|| levels::said_year(file, query));
        of_return.map(|said| (said, if said.is_some() { Named::Nothing } else { Named::of(&file.entry.name) }))
    };
    for (index, file) in files.iter().enumerate() {
        let same =
            |(_, other): &&(usize, &ReadFile)| other.entry.sha256 == file.entry.sha256 && year(other) == year(file);
        match once.iter().find(same) {
            Some((first, other)) => {
                twins.insert(*first);
                ledger.refuse(index, Problem::SameAs { name: other.entry.name.clone() });
            }
            None if matches!(file.content, Content::Nothing) => {}
            None => once.push((index, file)),
        }
    }
    (once, twins)
}
