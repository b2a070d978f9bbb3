//! What comes below an own return's figures: where they are among others, and what to check before anyone relies on
//! them. Each is the first sentence of the part that says more.

use missing_rates::cohort::{Average, Share};
use missing_rates::report::{Basis, Rate};

use super::super::caveats::{self, Figure, Is};
use super::super::worked::Worked;
use super::super::{quality, standing};
use crate::context::Context;
use document::Block;

/// How the figures above were worked out, group by group, and what weakens them.
fn worked(context: Context<'_>) -> Vec<Block> {
    let own = |rate: &&Rate| {
        (Some(rate.period), rate.basis, rate.measure) == (context.period, Basis::ChildLevel, Share::Missing)
    };
    let mut rates = context.report.rates.iter().filter(own).peekable();
    if rates.peek().is_none() {
        return Vec::new();
    }
    let mut worked = Worked::of(context.report);
    for rate in rates {
        worked = worked.share(context.language, context.language.cohort(rate.cohort), rate.numerator, rate.denominator);
        worked = worked.wilson(context.language, rate.numerator, rate.denominator);
        let each = context.report.ratios.iter().find(|ratio| {
            (ratio.area, ratio.period, ratio.cohort) == (rate.area, rate.period, rate.cohort)
                && ratio.measure == Average::IncidentsPerMissingChild
        });
        if let Some(each) = each {
            worked = worked.average(
                context.language,
                context.language.change_incidents_each(),
                each.numerator,
                each.denominator,
            );
        }
    }
    let worked = worked
        .says(context.language.worked_return())
        .says(context.language.worked_source_dfe())
        .says(context.language.worked_printed());
    let figure = Figure { is: &[Is::OfCodes], ..Figure::default() };
    [worked.block(context.language)]
        .into_iter()
        .chain(caveats::beside(context.language, context.report, &figure))
        .collect()
}

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let report = context.report;
    let mut blocks = worked(context);
    blocks.extend(standing::summary(context).map(Block::text));
    // Only child-level files are checked in a way that gives a share without the rows found.
    if !report.sensitivity.is_empty() && !report.findings.is_empty() {
        blocks.push(Block::note(context.language.summary_before(&quality::lead(context.language, report))));
    }
    blocks
}
