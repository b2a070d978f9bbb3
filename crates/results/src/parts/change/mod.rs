//! What changed between two periods.

mod pooled;
mod series;
mod table;

pub use pooled::sentences;
pub(crate) use series::{ID, sources};

use missing_rates::Ordered;
use missing_rates::area::AreaCode;
use missing_rates::cohort::{Cohort, Share};
use missing_rates::period::Period;
use missing_rates::report::{Area, Change, Level, Report, Series};
use words::Text;

use super::caveats::{self, Figure, Is};
use super::precise::Precise;
use super::worked::Worked;
use crate::cohorts::COHORTS;
use crate::context::Context;
use crate::pick::{pick, pick_cohort};
use document::{Block, CohortOf, Setting};

/// Whether any pooled figure can be compared with another period, or with published figures.
pub(super) fn is_in(report: &Report) -> bool {
    report.series.iter().any(series::is_pooled)
}

/// The groups of these series, in the order of the summary.
fn cohorts(report: &Report, wanted: fn(&Series) -> bool) -> Vec<Cohort> {
    let has = |cohort: &Cohort| report.series.iter().any(|series| series.cohort == *cohort && wanted(series));
    COHORTS.into_iter().filter(has).collect()
}

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let cohorts = cohorts(context.report, series::is_pooled);
    let Some(cohort) = context.settings.cohort(CohortOf::Change, &cohorts) else { return Vec::new() };
    let mut controls = Vec::new();
    controls.extend(pick_cohort(
        context.language,
        CohortOf::Change,
        context.language.compare_cohort(),
        &cohorts,
        cohort,
    ));
    let of_cohort: Vec<&Change> =
        context.report.changes.iter().filter(|c| c.cohort == cohort && c.area.level != Level::Return).collect();
    let precise = Precise::of(context.language, context.report);
    let mut blocks = Vec::new();
    if let Some(shown) = shown(context, &of_cohort) {
        controls.extend(pickers(context, cohort, &of_cohort, shown.0, shown.1));
        let these: Vec<&Change> =
            of_cohort.iter().copied().filter(|c| c.area == shown.0 && (c.from, c.to) == shown.1).collect();
        let (lead, rest) = pooled::sentences(precise, cohort, shown.1, &these);
        blocks.push(Block::lead(lead));
        blocks.push(Block::Controls { blocks: controls });
        blocks.extend(rest.into_iter().map(Block::text));
        if let Some(change) = pooled::main(&these) {
            blocks.push(Worked::of(context.report).change(context.language, change).block(context.language));
        }
        let coverage = context
            .report
            .coverage
            .iter()
            .find(|c| (c.area, c.period, c.cohort, c.measure) == (shown.0, shown.1.1, cohort, Share::Missing));
        let figure = Figure { cohort: Some(cohort), coverage, is: &[Is::Beside, Is::OfIncidents], ..Figure::default() };
        let notes = caveats::beside(context.language, context.report, &figure);
        blocks.extend(caveats::gathered(context.language, notes));
        if let Some(table) = table::table(precise, cohort, shown.0, shown.1, &these) {
            blocks.push(table);
            let worked = Worked::of(context.report).says(context.language.worked_change_columns());
            blocks.push(
                these
                    .first()
                    .into_iter()
                    .fold(worked, |worked, first| worked.change(context.language, first))
                    .block(context.language),
            );
        }
    } else {
        blocks.push(Block::lead(context.language.change_none()));
        blocks.push(Block::Controls { blocks: controls });
    }
    blocks.extend(series::blocks(context, cohort));
    blocks
}

/// How the share of a group has changed in an area, up to the period that is shown, and which authorities that is about.
pub(super) fn in_a_line(context: Context<'_>, area: Area, cohort: Cohort) -> Option<Text> {
    let of = |c: &&Change| c.cohort == cohort && c.area == area && Some(c.to) == context.period;
    let these: Vec<&Change> = context.report.changes.iter().filter(of).collect();
    let from = pooled::main(&these)?.from;
    let these: Vec<&Change> = these.into_iter().filter(|change| change.from == from).collect();
    let precise = Precise::of(context.language, context.report);
    let (lead, rest) = pooled::sentences(precise, cohort, (from, context.period?), &these);
    Some(rest.first().map_or_else(|| lead.clone(), |base| [&*lead, " ", base].concat().into()))
}

/// The series alone, of one area or of all authorities.
pub(super) fn series(context: Context<'_>, area: Option<AreaCode>) -> Vec<Block> {
    let all = series::all(context.report, area);
    let cohorts: Vec<Cohort> = COHORTS.into_iter().filter(|cohort| all.iter().any(|of| of.cohort == *cohort)).collect();
    let cohort = context.settings.cohort(CohortOf::Change, &cohorts);
    let Some(series) = all.iter().find(|of| Some(of.cohort) == cohort) else { return Vec::new() };
    let (tables, mut shown): (Vec<Block>, Vec<Block>) =
        series::of(context, series, area).into_iter().partition(|block| matches!(block, Block::Table { .. }));
    shown.push(Block::Details { summary: context.language.figure_numbers().into(), blocks: tables });
    shown
}

type Pair = (Period, Period);

/// The area and the pair of periods that are shown: those that were chosen, or the widest area and the last change that
/// ends with the period of the page. `None` if nothing changed anywhere.
fn shown(context: Context<'_>, changes: &[&Change]) -> Option<(Area, Pair)> {
    let wanted = context.settings.shown.changed_area;
    let areas = || changes.iter().map(|change| change.area);
    let area = areas()
        .find(|area| area.code.is_some() && area.code == wanted)
        .or_else(|| context.widest(&mut changes.iter().map(|change| &change.area)).copied())?;
    if let Some((one, other)) = context.settings.query.change {
        return Some((area, (one.min(other), one.max(other))));
    }
    let pairs = || changes.iter().filter(|change| change.area == area).map(|change| (change.from, change.to));
    let last =
        pairs().filter(|(_, to)| Some(*to) == context.period).max().or_else(|| pairs().max_by_key(|p| (p.1, p.0)));
    Some((area, last?))
}

fn pickers(context: Context<'_>, cohort: Cohort, changes: &[&Change], area: Area, (from, to): Pair) -> Vec<Block> {
    let mut periods: Vec<_> = context
        .report
        .totals
        .iter()
        .filter(|total| total.cohort == cohort && total.area.level != Level::Return)
        .map(|total| total.period)
        .collect();
    periods.order();
    periods.dedup();
    let mut places: Vec<Area> = changes.iter().map(|change| change.area).collect();
    places.order();
    places.dedup();
    let option = |period: &Period| (*period, context.language.capital(&context.language.period(*period)));
    vec![
        pick(
            ("change-from", context.language.change_from()),
            periods.iter().filter(|period| **period != to).map(option),
            &from,
            |from| Setting::Change { from, to },
        ),
        pick(
            ("change-to", context.language.change_to()),
            periods.iter().filter(|period| **period != from).map(option),
            &to,
            |to| Setting::Change { from, to },
        ),
        pick(
            ("change-where", context.language.change_where()),
            places.iter().filter_map(|area| Some((area.code?, area.name?.into()))),
            &area.code.unwrap_or(AreaCode::UNITED_KINGDOM),
            Setting::ChangedArea,
        ),
    ]
}
