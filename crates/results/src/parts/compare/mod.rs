//! Compares authorities: who is unusual, and where one authority is among the others. It is not a league table: every
//! share has its interval.

mod among;
mod areas;
mod compared;
mod dots;
mod funnel;
mod gave;
mod influence;
pub(super) mod map;
mod own;
mod published;
pub(super) mod short;
#[cfg(test)]
mod tests;

pub(super) use own::beside;

use missing_rates::Ordered;
use missing_rates::PublishedYears;
use missing_rates::area::AreaCode;
use missing_rates::report::{Area, FileKind, FunnelPoint, Level};
use words::{Language, Text};

use super::caveats;
use super::worked::Worked;
use crate::context::Context;
use crate::pick::{pick, pick_cohort};
use compared::{Compared, choice};
use document::{Block, CohortOf, Setting};

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let mut blocks = compared(context)
        .map(|(compared, controls)| authorities(context.language, compared, controls))
        .unwrap_or_default();
    blocks.extend(published::blocks(context));
    blocks
}

/// The funnel alone.
pub(super) fn funnel(context: Context<'_>) -> Vec<Block> {
    compared(context).map(|(compared, _)| funnel::in_public(context.language, compared)).unwrap_or_default()
}

/// The map alone.
pub(super) fn map(context: Context<'_>) -> Vec<Block> {
    compared(context).map(|(compared, _)| map::blocks(context.language, compared)).unwrap_or_default()
}

/// The table of areas alone.
pub(super) fn table(context: Context<'_>) -> Option<Block> {
    compared(context).map(|(compared, _)| areas::table(context.language, compared, true))
}

fn authorities(language: Language, compared: Compared<'_>, controls: Vec<Block>) -> Vec<Block> {
    let context = compared.context;
    let mut blocks = vec![Block::lead(lead(language, compared))];
    if compared.funnel().is_some() {
        let hidden = compared.hidden().count() as u64;
        blocks.extend((hidden > 0).then(|| Block::note(language.compare_hidden(hidden))));
    }
    // The first chart is what the part opens with; what it shows is chosen below it.
    let mut charts = among::chart(language, compared).into_iter().chain(dots::chart(language, compared));
    blocks.extend(charts.next());
    blocks.push(Block::Controls { blocks: controls });
    blocks.extend(charts);
    blocks.push(worked(language, compared));
    let mut notes = vec![Block::note(language.compare_care())];
    notes.extend(caveats::beside(language, context.report, &compared.touched()));
    blocks.extend(caveats::gathered(language, notes));
    blocks.extend(own::blocks(language, compared));
    blocks.extend(funnel::blocks(language, compared));
    blocks.push(Block::heading(language.compare_table_heading()));
    blocks.push(areas::table(language, compared, false));
    blocks.push(areas::worked(language, compared));
    blocks.extend(map::blocks(language, compared));
    blocks.extend(influence::blocks(language, compared));
    blocks
}

/// How the dot of the place that is shown was worked out.
fn worked(language: Language, compared: Compared<'_>) -> Block {
    let worked = Worked::of(compared.context.report).says(language.worked_dots());
    match compared.rate(&compared.place) {
        Some(rate) => worked.rate_of(language, rate.area.name.unwrap_or_default(), rate).block(language),
        None => worked.block(language),
    }
}

/// What is compared, and the controls that choose it. `None` where no authority answered.
fn compared(context: Context<'_>) -> Option<(Compared<'_>, Vec<Block>)> {
    let period = context.period?;
    let of_period =
        || context.report.totals.iter().filter(move |t| t.period == period && t.area.level != Level::Return);
    let whole = context.widest(&mut of_period().map(|total| &total.area))?;
    let cohorts = context.cohorts(whole);
    let cohort = context.settings.cohort(CohortOf::Compare, &cohorts)?;
    let mut places: Vec<Area> = of_period().filter(|t| t.cohort == cohort).map(|total| total.area).collect();
    places.retain(|area| (whole.level..Level::Authority).contains(&area.level));
    places.order();
    places.dedup();
    let wanted = context.settings.shown.compared_area;
    let place = *places.iter().find(|area| area.code.is_some() && area.code == wanted).unwrap_or(whole);
    let mut controls = Vec::new();
    controls.extend(pick_cohort(
        context.language,
        CohortOf::Compare,
        context.language.compare_cohort(),
        &cohorts,
        cohort,
    ));
    if places.len() > 1 {
        controls.push(pick(
            ("compare-where", context.language.compare_where()),
            places.iter().filter_map(choice),
            &place.code.unwrap_or(AreaCode::UNITED_KINGDOM),
            Setting::ComparedArea,
        ));
    }
    let compared = Compared { context, period, cohort, whole, place };
    controls.extend(own::pick(compared));
    controls.extend(published_years(context));
    Some((compared, controls))
}

/// The choice of what a bare year means, if files of DfE were read.
fn published_years(context: Context<'_>) -> Option<Block> {
    let mut files = context.report.files.iter();
    files.find(|file| file.kind == FileKind::DfePublished && file.problem.is_none())?;
    let options = [
        (PublishedYears::Collection, context.language.published_years_collection().into()),
        (PublishedYears::Calendar, context.language.published_years_calendar().into()),
    ];
    let chosen = context.settings.query.published_years;
    Some(pick(("published-years", context.language.published_years()), options, &chosen, Setting::PublishedYears))
}

fn lead(language: Language, compared: Compared<'_>) -> Text {
    let Some(funnel) = compared.funnel() else { return language.compare_lead_few().into() };
    let count = |is: &dyn Fn(&FunnelPoint) -> bool| funnel.authorities.iter().filter(|point| is(point)).count() as u64;
    let all = funnel.authorities.len() as u64;
    let outside = count(&|point| point.place.is_outside_95());
    let adjusted = count(&|point| point.place_adjusted.is_outside_95());
    let share = language.share(funnel.pooled);
    if compared.hidden().next().is_some() {
        // The share in the middle is the share of the authorities that are shown.
        return words::CompareLeadShown { adjusted, all, outside, share: &share }.text(language);
    }
    words::CompareLead { adjusted, all, outside, share: &share }.text(language)
}
