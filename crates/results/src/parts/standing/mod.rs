//! An authority's own return beside what DfE has published: the authority itself, its region, England, its neighbours.

mod beside;
mod figures;
mod series;
#[cfg(test)]
mod tests;

use missing_rates::Ordered;
use missing_rates::area::{Nation, authorities};
use missing_rates::report::{Calculated, Caveat, Level, Position, Report, Role, Standing};
use words::{Language, Text};

use super::caveats::{self, Figure, Is};
use super::worked::Worked;
use crate::context::Context;
use crate::pick::pick as choose;
use document::{Block, Setting};
use figures::{is_number, printed, year};

/// Whether the files hold a return of one authority.
pub(super) fn is_in(report: &Report) -> bool {
    report.totals.iter().any(|total| total.area.level == Level::Return)
}

/// The sentence of the authority's own figure, and where it is among its neighbours; none if nobody said whose it is.
pub(super) fn summary(context: Context<'_>) -> Option<Text> {
    let standing = context.report.standing.as_ref().filter(|_| is_in(context.report))?;
    let position = standing.positions.iter().find(|position| Some(position.period) == context.period)?;
    Some(among(context.language, position))
}

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    if !is_in(context.report) {
        return Vec::new();
    }
    let Some(standing) = &context.report.standing else {
        let ask = [Block::lead(context.language.standing_lead_none())].into_iter().chain(pick(context)).collect();
        return vec![Block::Controls { blocks: ask }];
    };
    let name = standing.area.name.unwrap_or_default();
    let mut blocks = vec![Block::lead(lead(context, standing, name))];
    blocks.extend(worked(context, standing));
    blocks.extend(pick(context));
    let position = standing.positions.iter().find(|p| Some(p.period) == context.period);
    let position = position.or(standing.positions.last());
    if let Some(position) = position {
        blocks.push(Block::text(among(context.language, position)));
        blocks.extend(larger(context.language, standing, position).map(Block::text));
    }
    blocks.extend(weakened(context, standing));
    if let Some(position) = position {
        blocks.push(Block::heading(if position.period == position.published {
            context.language.standing_beside_heading()
        } else {
            context.language.standing_beside_heading_years()
        }));
        blocks.extend(beside::blocks(context.language, standing, position));
        blocks.push(beside::worked(context.language, context.report, standing, position));
    }
    blocks.push(Block::heading(context.language.standing_series_heading()));
    blocks.extend(series::blocks(context.language, standing));
    blocks.push(
        Worked::of(context.report)
            .says(context.language.worked_standing_series())
            .says(context.language.worked_printed())
            .block(context.language),
    );
    if !standing.years_without.is_empty() {
        let years: Vec<String> = standing.years_without.iter().map(|period| year(*period).to_string()).collect();
        blocks.push(Block::text(words::StandingYearsWithout { name, years: &years.join(", ") }.text(context.language)));
    }
    blocks.push(Block::text(context.language.standing_source()));
    blocks
}

/// Chooses the authority, of all in England: it alone has such returns. Beside the answers of authorities there is a
/// control of theirs for it.
fn pick(context: Context<'_>) -> Option<Block> {
    let totals = context.report.totals.iter().filter(|total| total.area.level == Level::Authority);
    let mut answered = totals.map(|total| total.area);
    let first = answered.next();
    if answered.any(|area| Some(area) != first) {
        return None;
    }
    let mut all: Vec<_> = authorities().iter().filter(|of| of.nation == Nation::England && of.is_current()).collect();
    all.order_by_key(|of| of.name);
    let nobody = (None, context.language.standing_nobody().into());
    let options = std::iter::once(nobody).chain(all.iter().map(|of| (Some(of.code), of.name.into())));
    let chosen = context.settings.query.authority;
    Some(choose(("authority", context.language.standing_pick()), options, &chosen, Setting::Authority))
}

fn lead(context: Context<'_>, standing: &Standing, name: &str) -> Text {
    if let Some(own) = calculated(context, standing) {
        let (children, missing) =
            (context.language.number(own.children), context.language.number(own.children_missing));
        let period = context.language.period(own.period);
        return if is_number(&own.percent) {
            let percent = context.language.percent_of(&own.percent);
            let (children, missing) = (&*children, &*missing);
            words::StandingLead { children, missing, name, percent: &percent, period: &period }.text(context.language)
        } else {
            words::StandingLeadHidden { children: &children, missing: &missing, name, period: &period }
                .text(context.language)
        };
    }
    let published = standing.published.iter().rev().find(|row| row.role == Role::Own);
    match published.and_then(|row| Some((row, printed(context.language, row.percent.as_deref())?))) {
        Some((row, percent)) => {
            let period = context.language.period(row.period);
            words::StandingLeadPublished { name, percent: &percent, period: &period }.text(context.language)
        }
        None => context.language.standing_lead_nothing(name),
    }
}

/// Where the figure is among those of the neighbours.
fn among(language: Language, position: &Position) -> Text {
    let shown = |percent: &Option<String>| printed(language, percent.as_deref()).unwrap_or_default();
    let said = words::StandingPosition {
        higher: position.higher,
        highest: &shown(&position.highest_percent),
        lower: position.lower,
        lowest: &shown(&position.lowest_percent),
        period: &language.within(position.published),
    }
    .text(language);
    match years_differ(language, position) {
        Some(differ) => [&*said, " ", &*differ].concat().into(),
        None => said,
    }
}

/// That the authority's own figure is of another year than those beside it.
fn years_differ(language: Language, position: &Position) -> Option<Text> {
    let (own, period) = (language.period(position.period), language.period(position.published));
    let differ = words::StandingYearsDiffer { own: &own, period: &period };
    (position.period != position.published).then(|| differ.text(language))
}

/// The region and England, in the year that the position is about.
fn larger(language: Language, standing: &Standing, position: &Position) -> Option<Text> {
    let of_year = standing.published.iter().filter(|row| row.period == position.published);
    let larger = of_year.filter(|row| matches!(row.role, Role::Region | Role::Nation));
    let said = larger.filter_map(|row| {
        let share = printed(language, row.percent.as_deref())?;
        Some(words::StandingAreaShare { area: row.area.name.unwrap_or_default(), share: &share }.text(language))
    });
    let areas = said.reduce(|first, second| words::StandingAreas { first: &first, second: &second }.text(language))?;
    Some(language.standing_larger(&areas))
}

/// The figure of the files that is shown: of the period, or the last.
fn calculated<'a>(context: Context<'_>, standing: &'a Standing) -> Option<&'a Calculated> {
    let own = standing.calculated.iter().find(|own| Some(own.period) == context.period);
    own.or(standing.calculated.last())
}

fn worked(context: Context<'_>, standing: &Standing) -> Option<Block> {
    let own = calculated(context, standing)?;
    let worked = Worked::of(context.report)
        .share(context.language, standing.area.name.unwrap_or_default(), own.children_missing, own.children)
        .wilson(context.language, own.children_missing, own.children);
    Some(
        worked
            .says(context.language.worked_printed())
            .says(context.language.worked_return())
            .says(context.language.worked_source_dfe())
            .block(context.language),
    )
}

/// What weakens the comparison: what the report says of it, and what weakens any such figure.
fn weakened(context: Context<'_>, standing: &Standing) -> Vec<Block> {
    let has = |caveat| standing.caveats.contains(&caveat);
    let of = [(Caveat::RecordingPractice, Is::Beside), (Caveat::RoundedTotals, Is::BesidePublished)];
    let is: Vec<Is> = of.into_iter().filter(|(caveat, _)| has(*caveat)).map(|(_, is)| is).collect();
    let figure = Figure {
        share: calculated(context, standing).map(|own| (own.children_missing.into(), own.children.into())),
        is: &is,
        ..Figure::default()
    };
    let mut notes = caveats::beside(context.language, context.report, &figure);
    if has(Caveat::AnotherYear) {
        notes.push(Block::note(context.language.standing_another_year()));
    }
    if has(Caveat::NotACollectionYear) {
        notes.push(Block::note(context.language.standing_not_a_year()));
    }
    notes
}
