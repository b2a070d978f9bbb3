//! What the rules find in child-level files, entered into the report.

use super::children::Own;
use crate::care::ChildLevel;
use crate::checks::{Checked, Listing, check, sensitivity};
use crate::cohort::{Cohort, Count};
use crate::ledger::Ledger;
use crate::report::{Report, RuleRun};

/// Checks the rows: what breaks a rule, which rules were run, and how much it matters to the share that was counted.
pub(super) fn check_rows(of: &ChildLevel<'_>, own: Option<&Own>, ledger: &Ledger, report: &mut Report) {
    let Checked { violations, mut runs } = check(of);
    if !runs.is_empty() {
        let count = ledger.found("no-child");
        runs.push(RuleRun { rule: "no-child", year: None, ran: true, needs: Vec::new(), count });
    }
    report.rules = runs;
    let names = ledger.names();
    let listing = Listing { all: of, names: &names };
    report.findings = listing.findings(&violations);
    report.found_children = listing.children(&violations);
    let headline = own.and_then(|own| {
        let (_, given) = own.cohorts.iter().find(|(cohort, _)| *cohort == Cohort::All)?;
        Some((own.period, given.exact(Count::ChildrenMissing)?, given.exact(Count::Children)?))
    });
    if let Some((period, missing, children)) = headline {
        report.sensitivity = sensitivity(of, &violations, period, missing, children);
    }
}
