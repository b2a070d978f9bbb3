//! Runs the rules on child-level files and puts the findings into the report.

use super::children::Own;
use super::levels::Level;
use crate::care::Headline;
use crate::checks::{Checked, Listing, check_telling, sensitivity};
use crate::cohort::{Cohort, Count};
use crate::ledger::Ledger;
use crate::order::Ordered;
use crate::report::{FINDING_ROWS, Finding, Report, RuleRun};

/// Checks the rows: which rows break a rule, which rules were run, and how much that matters to the share that was
/// counted. If there are several authorities, each is checked separately, and the findings are put together. `done` is told how
/// many per cent of the children of one have been checked.
pub(super) fn check_rows(
    levels: &[Level<'_>],
    own: Option<&Own>,
    ledger: &Ledger,
    report: &mut Report,
    done: &mut dyn FnMut(u8),
) {
    let names = ledger.names();
    for level in levels {
        let Checked { violations, runs } = check_telling(&level.of, done);
        let listing = Listing { all: &level.of, names: &names };
        add_runs(&mut report.rules, runs);
        add_findings(&mut report.findings, listing.findings(&violations));
        report.found_children.extend(listing.children(&violations));
        let headline = own.and_then(|own| {
            let (_, given) = own.cohorts.iter().find(|(cohort, _)| *cohort == Cohort::All)?;
            let of = own.cohorts.iter().find(|(cohort, _)| *cohort == Cohort::Unaccompanied);
            let unaccompanied = of.and_then(|(_, of)| of.exact(Count::Children).zip(of.exact(Count::ChildrenMissing)));
            let headline = Headline {
                children: given.exact(Count::Children)?,
                missing: given.exact(Count::ChildrenMissing)?,
                incidents: given.exact(Count::MissingIncidents)?,
                more_than_once: given.exact(Count::ChildrenMissingMoreThanOnce)?,
                at_end: given.exact(Count::ChildrenMissingAtEnd).unwrap_or(0),
                unaccompanied: unaccompanied.map_or(0, |(children, _)| children),
                unaccompanied_missing: unaccompanied.map_or(0, |(_, missing)| missing),
            };
            let knows_end = given.exact(Count::ChildrenMissingAtEnd).is_some();
            Some((own.period, headline, (knows_end, unaccompanied.is_some())))
        });
        if let Some((period, headline, (knows_end, knows_unaccompanied))) = headline {
            let mut cases = sensitivity(&level.of, &violations, period, headline);
            if !knows_end {
                // Nothing is known about the last day, whatever is left out.
                for case in &mut cases {
                    case.missing_at_end = None;
                }
            }
            if !knows_unaccompanied {
                for case in &mut cases {
                    (case.unaccompanied_children, case.unaccompanied_missing) = (None, None);
                }
            }
            // There is no headline for several authorities.
            report.sensitivity = cases;
        }
    }
    if !report.rules.is_empty() {
        let count = ledger.found("no-child");
        report.rules.push(RuleRun { rule: "no-child", year: None, ran: true, needs: Vec::new(), count });
    }
}

/// Adds the rules that were run on another authority. A rule that was run on some of them needs what the others lack.
fn add_runs(all: &mut Vec<RuleRun>, runs: Vec<RuleRun>) {
    for run in runs {
        match all.iter_mut().find(|other| (other.rule, other.year) == (run.rule, run.year)) {
            Some(other) => {
                other.count += run.count;
                other.ran |= run.ran;
                other.needs.extend(run.needs);
                other.needs.order_by_key(ToString::to_string);
                other.needs.dedup();
            }
            None => all.push(run),
        }
    }
}

fn add_findings(all: &mut Vec<Finding>, findings: Vec<Finding>) {
    for finding in findings {
        match all.iter_mut().find(|other| (other.rule, &other.table) == (finding.rule, &finding.table)) {
            Some(other) => {
                other.count += finding.count;
                other.rows.extend(finding.rows);
                other.rows.order_by_key(|row| row.row);
                other.rows.truncate(FINDING_ROWS);
            }
            None => all.push(finding),
        }
    }
}
