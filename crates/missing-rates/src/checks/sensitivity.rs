//! How much the findings matter: what the headline measures of all looked-after children, and the share of the
//! unaccompanied, would be without the rows found, or with doubtful codes read the other way. Only the children concerned are counted again.

use std::collections::BTreeMap;

use crate::order::Ordered;
use missing_rows::{ChildId, Code, EpisodeRow, HeaderRow, LegalStatus, ListRow, MissingCode, MissingRow, UascRow};

use super::CHILD_RULES;
use super::child_rows::{Row, Violation, Whose};
use super::doubtful::{Coding, codings};
use crate::care::{ChildLevel, Headline, Incidents, Records, counts_as, each_child};
use crate::period::Period;
use crate::report::{RowsOfYear, Scenario, Sensitivity, Severity};

/// How many rows a scenario changes, and what the children concerned add to the counts before and after.
#[derive(Clone, Copy, Debug, Default)]
struct Shift {
    rows: u64,
    before: Headline,
    after: Headline,
}

impl Shift {
    fn add(&mut self, now: Headline, then: Headline) {
        for (sum, of) in [(&mut self.before, now), (&mut self.after, then)] {
            sum.children += of.children;
            sum.missing += of.missing;
            sum.incidents += of.incidents;
            sum.more_than_once += of.more_than_once;
            sum.at_end += of.at_end;
            sum.unaccompanied += of.unaccompanied;
            sum.unaccompanied_missing += of.unaccompanied_missing;
        }
    }

    /// The counts of all children after the shift.
    fn of(&self, all: Headline) -> Headline {
        let shifted = |of: fn(&Headline) -> u64| (of(&all) + of(&self.after)).saturating_sub(of(&self.before));
        Headline {
            children: shifted(|of| of.children),
            missing: shifted(|of| of.missing),
            incidents: shifted(|of| of.incidents),
            more_than_once: shifted(|of| of.more_than_once),
            at_end: shifted(|of| of.at_end),
            unaccompanied: shifted(|of| of.unaccompanied),
            unaccompanied_missing: shifted(|of| of.unaccompanied_missing),
        }
    }
}

/// The rules about stays that may not be short breaks.
const SHORT_BREAKS: [&str; 4] = ["365", "366", "367", "426"];

/// The headline as it is (`all`), and under every scenario.
pub(crate) fn sensitivity(
    all: &ChildLevel<'_>,
    violations: &[Violation<'_>],
    period: Period,
    headline: Headline,
) -> Vec<Sensitivity> {
    let mut violations: Vec<&Violation<'_>> = violations.iter().filter(|violation| violation.of.is_some()).collect();
    violations.order_by_key(|violation| violation.child);
    let mut counter = Counter {
        period,
        windows: all.windows(period),
        flagged: all.returns.iter().map(|of| of.uasc.is_absent()).collect(),
        incidents: Incidents::default(),
        rules: vec![Shift::default(); CHILD_RULES.len()],
        found: Shift::default(),
        found_by_year: BTreeMap::new(),
        errors: Shift::default(),
        recoded: [Shift::default(); Recode::ALL.len()],
        as_care: Shift::default(),
        kept: Vec::new(),
    };
    let mut rest = violations.as_slice();
    each_child(all, &mut |child: ChildId, records: &[Records<'_>], _: &[ListRow]| {
        let count = rest.iter().take_while(|violation| violation.child == child).count();
        let (own, others) = rest.split_at(count);
        rest = others;
        counter.child(all, records, own);
    });

    let base = under(period, (Scenario::AsItIs, None), Shift::default(), headline, None);
    let of = |scenario, rule, shift| under(period, (scenario, rule), shift, headline, base.value);
    let mut result = vec![base.clone()];
    let without = of(Scenario::WithoutRowsFound, None, counter.found);
    let rows_by_year = std::mem::take(&mut counter.found_by_year);
    let rows_by_year = rows_by_year.into_iter().map(|(year, rows)| RowsOfYear { year, rows }).collect();
    result.push(Sensitivity { rows_by_year, ..without });
    result.push(of(Scenario::WithoutErrors, None, counter.errors));
    for (scenario, shift) in Recode::ALL.into_iter().map(Recode::scenario).zip(counter.recoded) {
        result.push(of(scenario, None, shift));
    }
    if counter.as_care.rows > 0 {
        result.push(of(Scenario::LongShortBreaksAsCare, None, counter.as_care));
    }
    let mut rules: Vec<_> = CHILD_RULES.iter().zip(counter.rules).filter(|(_, shift)| shift.rows > 0).collect();
    rules.order_by_key(|(rule, _)| (rule.rule.severity, rule.rule.code));
    result.extend(rules.into_iter().map(|(rule, shift)| of(Scenario::WithoutRule, Some(rule.rule.code), shift)));
    result
}

/// The headline under one scenario.
fn under(
    period: Period,
    (scenario, rule): (Scenario, Option<&'static str>),
    shift: Shift,
    all: Headline,
    base: Option<f64>,
) -> Sensitivity {
    let headline = shift.of(all);
    let (numerator, denominator) = (headline.missing, headline.children);
    let value = (denominator > 0).then(|| numerator as f64 / denominator as f64);
    let points = if scenario == Scenario::AsItIs { None } else { value.zip(base).map(|(now, base)| now - base) };
    Sensitivity {
        period,
        scenario,
        rule,
        rows: shift.rows,
        rows_by_year: Vec::new(),
        numerator,
        denominator,
        incidents: headline.incidents,
        missing_more_than_once: headline.more_than_once,
        missing_at_end: Some(headline.at_end),
        unaccompanied_children: Some(headline.unaccompanied),
        unaccompanied_missing: Some(headline.unaccompanied_missing),
        value,
        points,
    }
}

/// How the codes of rows of Missing are changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Recode {
    DoubtfulAwayAsMissing,
    DoubtfulMissingAsAway,
    AllAwayAsMissing,
}

impl Recode {
    const ALL: [Self; 3] = [Self::DoubtfulAwayAsMissing, Self::DoubtfulMissingAsAway, Self::AllAwayAsMissing];

    fn scenario(self) -> Scenario {
        match self {
            Self::DoubtfulAwayAsMissing => Scenario::DoubtfulAwayAsMissing,
            Self::DoubtfulMissingAsAway => Scenario::DoubtfulMissingAsAway,
            Self::AllAwayAsMissing => Scenario::AllAwayAsMissing,
        }
    }

    /// The code that a row gets, if it is another.
    fn code(self, coding: Coding) -> Option<Code> {
        match (self, coding) {
            (Self::DoubtfulAwayAsMissing, Coding::Doubtful(Code::Away) | Coding::Neither)
            | (Self::AllAwayAsMissing, Coding::Doubtful(Code::Away) | Coding::Firm(Code::Away)) => Some(Code::Missing),
            (Self::DoubtfulMissingAsAway, Coding::Doubtful(Code::Missing)) => Some(Code::Away),
            _ => None,
        }
    }
}

/// Where a row is: its return, its table, its file and its number.
type Place = (usize, Table, u16, u32);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Table {
    Header,
    Episodes,
    Uasc,
    Missing,
}

/// The rows of a child in one return that are left.
#[derive(Debug, Default)]
struct Kept {
    header: Vec<HeaderRow>,
    episodes: Vec<EpisodeRow>,
    uasc: Vec<UascRow>,
    missing: Vec<MissingRow>,
}

/// Counts one child after another, with and without some rows.
struct Counter {
    period: Period,
    windows: Vec<Option<Period>>,
    flagged: Vec<bool>,
    incidents: Incidents,
    rules: Vec<Shift>,
    found: Shift,
    /// The rows found, by the year of their return.
    found_by_year: BTreeMap<i32, u64>,
    errors: Shift,
    recoded: [Shift; Recode::ALL.len()],
    as_care: Shift,
    /// The rows of a child that are left, return by return. They are kept from child to child.
    kept: Vec<Kept>,
}

impl Counter {
    fn child(&mut self, all: &ChildLevel<'_>, records: &[Records<'_>], violations: &[&Violation<'_>]) {
        let has_codes =
            records.iter().any(|records| records.missing.iter().any(|row| row.code.code() != Some(Code::Missing)));
        if violations.is_empty() && !has_codes {
            return;
        }
        let now = counts_as(records, (self.period, &self.windows, &self.flagged), &mut self.incidents);
        if !violations.is_empty() {
            self.without_rows(all, records, violations, now);
        }
        if has_codes {
            for (at, recode) in Recode::ALL.into_iter().enumerate() {
                let (rows, then) = self.recode(records, recode);
                if rows > 0 {
                    self.recoded[at].rows += rows;
                    self.recoded[at].add(now, then);
                }
            }
        }
    }

    fn without_rows(
        &mut self,
        all: &ChildLevel<'_>,
        records: &[Records<'_>],
        violations: &[&Violation<'_>],
        now: Headline,
    ) {
        let mut places: Vec<(usize, Option<Place>)> =
            violations.iter().map(|violation| (violation.rule, place(all, violation))).collect();
        places.order();
        for same in places.chunk_by(|a, b| a.0 == b.0) {
            let (Some((rule, _)), out) = (same.first(), counted(same.iter())) else { continue };
            let shift = self.without(records, &out, now);
            if let Some(entry) = self.rules.get_mut(*rule) {
                entry.rows += same.len() as u64;
                entry.add(now, shift);
            }
        }
        let is_error = |(rule, _): &&(usize, Option<Place>)| {
            CHILD_RULES.get(*rule).is_some_and(|rule| rule.rule.severity == Severity::Error)
        };
        let out = counted(places.iter());
        let found = returns_of(all, violations.iter().copied());
        self.found.rows += found.len() as u64;
        for year in found.iter().filter_map(|of| all.returns.get((*of)?)?.year) {
            *self.found_by_year.entry(year).or_default() += 1;
        }
        let then = self.without(records, &out, now);
        self.found.add(now, then);
        let out = counted(places.iter().filter(is_error));
        let errors = violations.iter().copied().filter(|violation| {
            CHILD_RULES.get(violation.rule).is_some_and(|rule| rule.rule.severity == Severity::Error)
        });
        self.errors.rows += returns_of(all, errors).len() as u64;
        let then = self.without(records, &out, now);
        self.errors.add(now, then);
        let is_short_break = |(rule, _): &&(usize, Option<Place>)| {
            CHILD_RULES.get(*rule).is_some_and(|rule| SHORT_BREAKS.contains(&rule.rule.code))
        };
        let breaks = counted(places.iter().filter(is_short_break));
        if !breaks.is_empty() {
            self.as_care.rows += breaks.len() as u64;
            let then = self.as_care(records, &breaks);
            self.as_care.add(now, then);
        }
    }

    /// How the child counts if these episodes were not short breaks.
    fn as_care(&mut self, records: &[Records<'_>], breaks: &[Place]) -> Headline {
        let care = LegalStatus::read(b"V2");
        self.kept.resize_with(records.len(), Default::default);
        for (of, (records, Kept { episodes, .. })) in records.iter().zip(&mut self.kept).enumerate() {
            episodes.clear();
            episodes.extend(records.episodes.iter().map(|row| {
                let is = breaks.binary_search(&(of, Table::Episodes, row.file, row.row)).is_ok();
                EpisodeRow { ls: if is { care } else { row.ls }, ..*row }
            }));
        }
        let anew: Vec<Records<'_>> = records
            .iter()
            .zip(&self.kept)
            .map(|(records, kept)| Records { episodes: &kept.episodes, ..*records })
            .collect();
        counts_as(&anew, (self.period, &self.windows, &self.flagged), &mut self.incidents)
    }

    /// How the child counts without these rows.
    fn without(&mut self, records: &[Records<'_>], out: &[Place], now: Headline) -> Headline {
        if out.is_empty() {
            return now;
        }
        self.kept.resize_with(records.len(), Default::default);
        for (of, (records, kept)) in records.iter().zip(&mut self.kept).enumerate() {
            fn keep<R: Copy>(rows: &[R], to: &mut Vec<R>, stays: impl Fn(&R) -> bool) {
                to.clear();
                to.extend(rows.iter().filter(|row| stays(row)));
            }
            let stays = |table, file, row| out.binary_search(&(of, table, file, row)).is_err();
            keep(records.header, &mut kept.header, |row| stays(Table::Header, row.file, row.row));
            keep(records.episodes, &mut kept.episodes, |row| stays(Table::Episodes, row.file, row.row));
            keep(records.uasc, &mut kept.uasc, |row| stays(Table::Uasc, row.file, row.row));
            keep(records.missing, &mut kept.missing, |row| stays(Table::Missing, row.file, row.row));
        }
        let left: Vec<Records<'_>> = self
            .kept
            .iter()
            .map(|Kept { header, episodes, uasc, missing }| Records { header, episodes, uasc, missing })
            .collect();
        counts_as(&left, (self.period, &self.windows, &self.flagged), &mut self.incidents)
    }

    /// How many rows get another code, and how the child counts then.
    fn recode(&mut self, records: &[Records<'_>], recode: Recode) -> (u64, Headline) {
        let mut rows = 0;
        self.kept.resize_with(records.len(), Default::default);
        for (records, Kept { missing, .. }) in records.iter().zip(&mut self.kept) {
            missing.clear();
            missing.extend(records.missing.iter().zip(codings(records.missing)).map(|(row, coding)| {
                let Some(code) = recode.code(coding) else { return *row };
                rows += 1;
                MissingRow { code: MissingCode::from(code), ..*row }
            }));
        }
        let anew: Vec<Records<'_>> = records
            .iter()
            .zip(&self.kept)
            .map(|(records, kept)| Records { missing: &kept.missing, ..*records })
            .collect();
        (rows, counts_as(&anew, (self.period, &self.windows, &self.flagged), &mut self.incidents))
    }
}

/// The places that the share is based on, each once, in order.
fn counted<'a>(places: impl Iterator<Item = &'a (usize, Option<Place>)>) -> Vec<Place> {
    let mut out: Vec<Place> = places.filter_map(|(_, place)| *place).collect();
    out.order();
    out.dedup();
    out
}

/// The place of a row, if a share may be based on it.
fn place(all: &ChildLevel<'_>, violation: &Violation<'_>) -> Option<Place> {
    let of = return_of(all, violation)?;
    match violation.shown.row {
        Row::Header(row) => Some((of, Table::Header, row.file, row.row)),
        Row::Episode(row) => Some((of, Table::Episodes, row.file, row.row)),
        Row::Uasc(row) => Some((of, Table::Uasc, row.file, row.row)),
        Row::Missing(row) => Some((of, Table::Missing, row.file, row.row)),
        Row::List(_) => None,
    }
}

/// The return that a row is from, by index.
fn return_of(all: &ChildLevel<'_>, violation: &Violation<'_>) -> Option<usize> {
    let this = violation.of?;
    match violation.shown.whose {
        Whose::This => Some(this),
        Whose::Last => {
            let year = all.last(all.returns.get(this)?)?.year;
            all.returns.iter().position(|of| of.year == year)
        }
    }
}

/// The return of each of these rows, by index. A row is there once, however many rules it breaks.
fn returns_of<'h>(all: &ChildLevel<'_>, violations: impl Iterator<Item = &'h Violation<'h>>) -> Vec<Option<usize>> {
    let mut rows: Vec<(Option<usize>, u8, u16, u32)> = violations
        .map(|violation| {
            let (table, file, row) = match violation.shown.row {
                Row::Header(row) => (0, row.file, row.row),
                Row::Episode(row) => (1, row.file, row.row),
                Row::Uasc(row) => (2, row.file, row.row),
                Row::Missing(row) => (3, row.file, row.row),
                Row::List(row) => (4, row.file, row.row),
            };
            (return_of(all, violation), table, file, row)
        })
        .collect();
    rows.order();
    rows.dedup();
    rows.into_iter().map(|(of, ..)| of).collect()
}
