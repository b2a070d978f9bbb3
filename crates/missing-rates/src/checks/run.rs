//! Runs the rules over every child of every return.

use missing_rows::{Day, Row};

use super::CHILD_RULES;
use super::child_rows::{ChildRows, ListRows, Violation, Violations};
use super::needs::Need;
use super::rule::Broken;
use crate::care::{Child, ChildLevel, Records, Return, children};
use crate::period::Period;
use crate::report::RuleRun;

/// What the rules found.
#[derive(Debug, Default)]
pub(crate) struct Checked<'a> {
    /// Every row that breaks a rule, once for each rule.
    pub(crate) violations: Vec<Violation<'a>>,
    /// Return by return, earliest first, then the lists. Rules are in the order of [`CHILD_RULES`].
    pub(crate) runs: Vec<RuleRun>,
}

/// Runs every rule on every return, together with the return of the year before, and on the lists.
pub(crate) fn check<'a>(all: &'a ChildLevel<'a>) -> Checked<'a> {
    check_telling(all, &mut |_| {})
}

/// The same, with `done` told now and then how many per cent of the children have been checked.
pub(crate) fn check_telling<'a>(all: &'a ChildLevel<'a>, done: &mut dyn FnMut(u8)) -> Checked<'a> {
    let mut checked = Checked::default();
    let rows = |of: &Return<'_>| of.header.rows().len() + of.episodes.rows().len() + of.missing.rows().len();
    let mut way = Way { rows: 0, of: all.returns.iter().map(rows).sum(), told: 0, done };
    for (at, this) in all.returns.iter().enumerate() {
        check_return(all, at, this, &mut checked, &mut way);
    }
    if !all.returns.is_empty() || !all.list.is_absent() {
        check_list(all, &mut checked);
    }
    checked
}

/// How far the check has come.
struct Way<'a> {
    rows: usize,
    of: usize,
    told: usize,
    done: &'a mut dyn FnMut(u8),
}

impl Way<'_> {
    /// Counts the rows of a child, and tells each per cent of a return that is so large that a person waits.
    fn go(&mut self, own: &Records<'_>) {
        self.rows += own.header.len() + own.episodes.len() + own.missing.len();
        let percent = self.rows * 100 / self.of.max(1);
        if percent > self.told && self.of > LARGE {
            self.told = percent;
            (self.done)(u8::try_from(percent.min(100)).unwrap_or(100));
        }
    }
}

/// A return of fewer rows is checked before anybody could read how far it is.
const LARGE: usize = 500_000;

fn check_return<'a>(
    all: &'a ChildLevel<'a>,
    at: usize,
    this: &'a Return<'a>,
    checked: &mut Checked<'a>,
    way: &mut Way<'_>,
) {
    let last = all.last(this);
    let of_last = last;
    let mut run = Vec::new();
    for (rule, child_rule) in CHILD_RULES.iter().enumerate() {
        let Broken::InReturn(broken) = child_rule.broken else { continue };
        let needs = lacks(child_rule.needs, all, Some(this), last);
        if needs.is_empty() {
            run.push((rule, broken));
        }
        checked.runs.push(RuleRun {
            rule: child_rule.rule.code,
            year: this.year,
            ran: needs.is_empty(),
            needs,
            count: 0,
        });
    }
    let year = this.days().or_else(|| Period::new(Day::MIN, Day::MAX).ok());
    let Some(year) = year else { return };
    let mut found: Option<Violations<'a>> = None;
    for Child { id, this: own, last } in children(this, last) {
        way.go(&own);
        let rows = ChildRows { year, this: own, last, of: this, of_last };
        let found = found.get_or_insert_with(|| Violations {
            all: std::mem::take(&mut checked.violations),
            rule: 0,
            of: Some(at),
            child: id,
        });
        found.child = id;
        for (rule, broken) in &run {
            found.rule = *rule;
            broken(&rows, found);
        }
    }
    if let Some(found) = found {
        checked.violations = found.all;
    }
    count(checked, Some(at), this.year);
}

fn check_list<'a>(all: &'a ChildLevel<'a>, checked: &mut Checked<'a>) {
    // Episodes of any return will do.
    let this = all.returns.iter().rfind(|of| !of.episodes.is_absent()).or(all.this());
    for (rule, child_rule) in CHILD_RULES.iter().enumerate() {
        let Broken::InList(broken) = child_rule.broken else { continue };
        let needs = lacks(child_rule.needs, all, this, None);
        let ran = needs.is_empty();
        checked.runs.push(RuleRun { rule: child_rule.rule.code, year: None, ran, needs, count: 0 });
        if !ran {
            continue;
        }
        for rows in all.list.rows().chunk_by(|a, b| a.child == b.child) {
            let Some(child) = rows.first().map(|row| row.child) else { continue };
            let has = |of: &Return<'_>| {
                of.header.rows().binary_search_by_key(&child, Row::child).is_ok()
                    || of.episodes.rows().binary_search_by_key(&child, Row::child).is_ok()
            };
            let rows = ListRows { rows, in_return: all.returns.iter().any(has), years: &all.list_years };
            let mut found = Violations { all: std::mem::take(&mut checked.violations), rule, of: None, child };
            broken(&rows, &mut found);
            checked.violations = found.all;
        }
    }
    count(checked, None, None);
}

/// What a rule needs that the files do not have.
fn lacks(needs: &[Need], all: &ChildLevel<'_>, this: Option<&Return<'_>>, last: Option<&Return<'_>>) -> Vec<Need> {
    needs.iter().filter(|need| !need.is_met(all, this, last)).copied().collect()
}

/// Notes how many rows of a return, or of the lists, break each rule.
fn count(checked: &mut Checked<'_>, of: Option<usize>, year: Option<i32>) {
    for violation in checked.violations.iter().filter(|violation| violation.of == of) {
        let Some(rule) = CHILD_RULES.get(violation.rule) else { continue };
        let same = |run: &&mut RuleRun| run.rule == rule.rule.code && run.year == year && run.ran;
        if let Some(run) = checked.runs.iter_mut().rfind(same) {
            run.count += 1;
        }
    }
}
