//! Puts the steps together for one [`Query`]: reconciles answers, counts children, checks rows, calculates rates, and
//! makes one report. This holds the order of the steps, and none of the steps.

mod authorities;
mod beside;
mod checked;
mod children;
mod covered;
mod dated;
mod interviewed;
mod levels;
mod list_years;
mod lists;
mod once;
mod progress;
mod same_module;
mod sheet_notes;
mod since;
mod single;
mod unknown;
mod versions;
mod whose;

pub use progress::{OnProgress, Progress, Step};

use beside::Beside;
use once::counted_once;

use crate::area::in_area;
use crate::checks::WorkList;
use crate::decisions::Decisions;
use crate::ledger::Ledger;
use crate::query::Query;
use crate::rates::{Given, Questions, areas_of, beside_rates, figures_of};
use crate::read::ReadFile;
use crate::reconcile::Reconciled;
use crate::report::{Change, FoiDoubt, PeriodsFrom, Profile, Reason, Report, Sentences};
use crate::returns::{Returns, decided};
use crate::safe::{Knows, publish};

impl Returns {
    /// Calculates the report for a query.
    ///
    /// The report does not depend on the order in which the files were added, nor on the order of their rows.
    pub fn report(&self, query: &Query) -> Report {
        self.report_by(query, Knows::ALL)
    }

    /// The same as [`report`](Self::report), but also tells its progress, because a person may have to wait for it.
    pub fn report_in_steps(&self, query: &Query, on_progress: OnProgress<'_>) -> Report {
        self.calculate(query, Knows::ALL, on_progress)
    }

    /// The same, with what is taken into account when the report is made safe to publish.
    pub(crate) fn report_by(&self, query: &Query, knows: Knows) -> Report {
        self.calculate(query, knows, &mut |_| {})
    }

    fn calculate(&self, query: &Query, knows: Knows, on_progress: OnProgress<'_>) -> Report {
        on_progress(Progress::Step(Step::Count));
        let files = self.by_name();
        let mut report = Report::empty();
        report.periods_from = if query.period.is_some() { PeriodsFrom::Asked } else { PeriodsFrom::Files };
        let mut ledger = Ledger::new(&files);
        let beside = sheet_notes::sheets_beside(&files, &mut ledger);
        let (once, twins) = counted_once(&files, query, &mut ledger);
        let asks = files
            .iter()
            .enumerate()
            .filter(|(at, file)| !beside.iter().any(|(other, _)| other == at) && !versions::is_earlier(file, query));
        report.columns = asks.flat_map(|(_, file)| file.columns.iter().cloned()).collect();

        let of_return = query.return_area();
        let mut decisions = decided(once.iter().map(|(_, file)| *file));
        decisions.extend(&query.decisions);
        let (levels, lists, same_module) = levels::levels(&once, &twins, (query, &decisions), &mut ledger);
        for (file, rows) in lists.decided {
            ledger.take_back(file, Reason::MeasureNotRecognised, rows);
        }
        report.same_module = same_module;
        report.list_wordings = lists.wordings;
        let mut reconciled = Reconciled::from(&once, query, &decisions, &mut ledger);
        let mut of_several = authorities::Several::default();
        let own = match levels.as_slice() {
            [level] => children::count(of_return, &level.of, query, &mut ledger),
            several => {
                of_several = authorities::count(several, query, &mut reconciled, &mut ledger);
                None
            }
        };
        covered::cover(&levels, &ledger, &mut report);
        let of_returns = own.as_ref().map(|own| own.period);
        if let Some(period) = of_returns.or(query.period) {
            list_years::find_of_another_year(levels.iter().map(|level| &level.of), period, &mut ledger);
        }
        report.not_covered = covered::not_covered(own.as_ref().map_or(&of_several.lacks, |own| &own.lacks), &report);
        if let Some(own) = &own {
            for (cohort, given) in &own.cohorts {
                reconciled.groups.entry((own.period, *cohort)).or_default().own = Some(given.clone());
            }
            report.changes = own.changes.iter().map(|change| Change { area: of_return, ..change.clone() }).collect();
            report.answered_by.clone_from(&own.coverage.answered_by);
            report.uncovered.clone_from(&own.coverage.uncovered);
        }
        for (key, group) in &reconciled.groups {
            for (area, members) in areas_of(group) {
                let given: Vec<&Given> = members.iter().map(|member| member.given).collect();
                figures_of(&area, area.code.map_or(0, |code| in_area(code, key.0)), *key, &given, &mut report);
            }
            if let Some(own) = &group.own {
                figures_of(&of_return, 0, *key, &[own], &mut report);
            }
        }
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
        let beside = Beside::new(query, &once, &levels);
        if !query.disclosure.is_safe() {
            report.standing = beside.of(&report);
        }
        if own.is_some() && !query.disclosure.is_safe() {
            // The steps below add to these figures and change none of them.
            let mut headline = report.clone();
            ledger.clone().close(&mut headline);
            on_progress(Progress::Headline(&headline));
        }

        on_progress(Progress::Step(Step::Check));
        checked::check_rows(&levels, own.as_ref(), &ledger, &mut report, &mut |done| on_progress(Progress::Done(done)));
        report.profiles = std::mem::take(&mut of_several.profiles);
        report.foi_by_authority = std::mem::take(&mut of_several.foi_by_authority);
        report.foi = of_several.foi.take();
        if let [level] = levels.as_slice() {
            let profiles = own.iter().flat_map(|own| own.profiles(&level.of));
            report.profiles = profiles.map(|profile| Profile { area: of_return, ..profile }).collect();
            report.foi = crate::foi::answers(&[&level.of], of_return);
        }
        doubt_renewed(&mut report);
        on_progress(Progress::Step(Step::Rates));
        let questions = Questions { target: query.target, change: query.change, authority: query.authority };
        beside_rates(&reconciled.groups, questions, &mut report);
        report.changes.retain(|change| of_several.is_told(change));
        ledger.close(&mut report);
        let returns = if let [level] = levels.as_slice() { Some(&level.of) } else { None };
        if query.disclosure.is_safe() {
            on_progress(Progress::Step(Step::Safe));
        }
        let mut report = publish(report, returns, &reconciled.groups, questions, (query.disclosure, knows));
        crate::foi::say_what_is_not_recorded(&mut report);
        if query.disclosure.is_safe() {
            report.standing = beside.of(&report);
        }
        report
    }

    /// Every row that breaks a rule about a child's records, as CSV. It is only for the analyst's own use: it holds the
    /// children's identifiers. `words` says the rules in words.
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
        self.work_rows(query).to_csv(words)
    }

    /// The same list as data.
    pub fn work_rows(&self, query: &Query) -> WorkList {
        self.work_now(query).0
    }

    /// Asks something about the files that count, each content once, and about what is decided, without making a report.
    fn of_once<T>(&self, query: &Query, ask: impl FnOnce(&[(usize, &ReadFile)], &Decisions) -> T) -> T {
        let files = self.by_name();
        let (once, _) = counted_once(&files, query, &mut Ledger::new(&files));
        let mut decisions = decided(once.iter().map(|(_, file)| *file));
        decisions.extend(&query.decisions);
        ask(&once, &decisions)
    }

    /// Asks something about the returns of each authority, without making a report.
    fn of_levels<T>(&self, query: &Query, ask: impl FnOnce(&[levels::Level<'_>], &Ledger) -> T) -> T {
        let files = self.by_name();
        let mut ledger = Ledger::new(&files);
        let (once, twins) = counted_once(&files, query, &mut ledger);
        let mut decisions = decided(once.iter().map(|(_, file)| *file));
        decisions.extend(&query.decisions);
        let (levels, ..) = levels::levels(&once, &twins, (query, &decisions), &mut ledger);
        ask(&levels, &ledger)
    }
}

/// Says of the answers to requests which of them may count a child twice, whose UPN is under two identifiers.
fn doubt_renewed(report: &mut Report) {
    if !report.findings.iter().any(|found| found.rule == "same-upn-last-year") {
        return;
    }
    let years = report.foi.iter_mut().chain(&mut report.foi_by_authority).flat_map(|foi| &mut foi.years);
    for year in years.filter(|of| of.period.start().collection_year() < of.period.end().collection_year()) {
        if !year.doubts.contains(&FoiDoubt::CountedTwice) {
            year.doubts.push(FoiDoubt::CountedTwice);
        }
    }
}
