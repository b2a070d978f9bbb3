//! What the rules find in child-level files, entered into the report.

use super::children::Own;
use super::levels::Level;
use crate::care::Headline;
use crate::checks::{Checked, Listing, check, sensitivity};
use crate::cohort::{Cohort, Count};
use crate::ledger::Ledger;
use crate::order::Ordered;
use crate::report::{FINDING_ROWS, Finding, Report, RuleRun};

/// Checks the rows: what breaks a rule, which rules were run, and how much it matters to the share that was counted. Of
/// several authorities each is checked for itself, and what is found is put together.
pub(super) fn check_rows(levels: &[Level<'_>], own: Option<&Own>, ledger: &Ledger, report: &mut Report) {
    let names = ledger.names();
    for level in levels {
        let Checked { violations, runs } = check(&level.of);
        let listing = Listing { all: &level.of, names: &names };
        add_runs(&mut report.rules, runs);
        add_findings(&mut report.findings, listing.findings(&violations));
        report.found_children.extend(listing.children(&violations));
        let headline = own.and_then(|own| {
            let (_, given) = own.cohorts.iter().find(|(cohort, _)| *cohort == Cohort::All)?;
            let headline = Headline {
                children: given.exact(Count::Children)?,
                missing: given.exact(Count::ChildrenMissing)?,
                incidents: given.exact(Count::MissingIncidents)?,
                more_than_once: given.exact(Count::ChildrenMissingMoreThanOnce)?,
                at_end: given.exact(Count::ChildrenMissingAtEnd).unwrap_or(0),
            };
            let knows_end = given.exact(Count::ChildrenMissingAtEnd).is_some();
            Some((own.period, headline, knows_end))
        });
        if let Some((period, headline, knows_end)) = headline {
            let mut cases = sensitivity(&level.of, &violations, period, headline);
            if !knows_end {
                // Nothing is known of the last day, whatever is left out.
                for case in &mut cases {
                    case.missing_at_end = None;
                }
            }
            // Of several authorities there is no headline.
            report.sensitivity = cases;
        }
    }
    if !report.rules.is_empty() {
        let count = ledger.found("no-child");
        report.rules.push(RuleRun { rule: "no-child", year: None, ran: true, needs: Vec::new(), count });
    }
}

/// Adds what was run on another authority: a rule was run if it was run on all.
fn add_runs(all: &mut Vec<RuleRun>, runs: Vec<RuleRun>) {
    for run in runs {
        match all.iter_mut().find(|other| (other.rule, other.year) == (run.rule, run.year)) {
            Some(other) => {
                other.count += run.count;
                other.ran &= run.ran;
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
