//! An authority's own return compared with DfE's published figures: for the authority itself, its region, England and
//! its neighbours.

mod beside;
mod figures;
mod series;
#[cfg(test)]
mod tests;

use missing_rates::Ordered;
use missing_rates::area::{AreaCode, Nation, authorities, plain_name};
use missing_rates::period::Period;
use missing_rates::published::published_years;
use missing_rates::report::{
    Basis, Calculated, Caveat, Level, Position, PublishedFigures, Rate, Report, Role, Standing,
};
use words::{Language, Text};

use super::caveats::{self, Figure, Is};
use super::precise::Precise;
use super::worked::Worked;
use crate::context::Context;
use crate::pick::pick as choose;
use document::{Block, Setting};
pub(super) use figures::is_number;
use figures::{missing_of, printed, year};

/// Whether the files hold the return of a single authority.
pub(super) fn is_in(report: &Report) -> bool {
    report.totals.iter().any(|total| total.area.level == Level::Return)
}

/// The sentence about the authority's own figure, and where it is among its neighbours; `None` if nobody said whose
/// return it is.
pub(super) fn summary(context: Context<'_>) -> Option<Text> {
    let standing = context.report.standing.as_ref().filter(|_| is_in(context.report))?;
    let position = standing.positions.iter().find(|position| Some(position.period) == context.period)?;
    Some(among(context.language, position))
}

/// The shares of England, the region and the neighbours in one line, beside the authority's own, or why it is compared with none.
pub(super) fn in_a_line(language: Language, report: &Report, period: Period) -> Option<Text> {
    let standing = report.standing.as_ref().filter(|_| is_in(report))?;
    let Some(position) = standing.positions.iter().find(|position| position.period == period) else {
        return period.as_collection_year().is_none().then(|| language.standing_not_compared().into());
    };
    let areas = areas(language, standing, position.published)?;
    let shown = |percent: &Option<String>| printed(language, percent.as_deref());
    let neighbours = shown(&position.lowest_percent).zip(shown(&position.highest_percent));
    let neighbours = neighbours.map(|(lowest, highest)| {
        words::StandingNeighboursBetween { highest: &highest, lowest: &lowest }.text(language)
    });
    let all = neighbours.map_or_else(
        || areas.clone(),
        |between| words::StandingAreas { first: &areas, second: &between }.text(language),
    );
    let published = language.period(position.published);
    Some(words::StandingInALine { areas: &all, period: &published }.text(language))
}

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    if !is_in(context.report) {
        return Vec::new();
    }
    let Some(standing) = &context.report.standing else {
        // On paper there is no control above to say it with.
        return vec![Block::Controls { blocks: vec![Block::lead(context.language.standing_lead_none())] }];
    };
    let name = plain_name(standing.area.name.unwrap_or_default());
    let mut blocks = vec![Block::lead(lead(context, standing, name))];
    let position = standing.positions.iter().find(|p| Some(p.period) == context.period);
    let position = position.or(standing.positions.last());
    blocks.extend(position.map(|position| Block::text(among(context.language, position))));
    blocks.extend(caveats::gathered(context.language, weakened(context, standing)));
    if let Some(position) = position {
        blocks.push(Block::heading(if position.period == position.published {
            context.language.standing_beside_heading()
        } else {
            context.language.standing_beside_heading_years()
        }));
        blocks.extend(beside::blocks(context.language, standing, position));
        blocks.push(beside::worked(context.language, context.report, standing, position));
        blocks.extend(larger(context.language, standing, position.published).map(Block::text));
        blocks.extend(among_england(context.language, position).map(Block::text));
    }
    blocks.extend(worked(context, standing));
    blocks.push(Block::heading(context.language.standing_series_heading()));
    blocks.extend(series::blocks(context.language, standing));
    blocks.push(series_worked(context));
    blocks.extend(years_without(context.language, standing));
    blocks.extend(from_files(context.language, standing).map(Block::text));
    blocks.push(Block::text(context.language.standing_source()));
    blocks
}

/// The control that says whose return it is, with all authorities in England, since only they have such returns.
/// Returns of several authorities name them, and then there is no figure of one return. Published figures of others beside the
/// return take nothing away.
pub(crate) fn whose(language: Language, report: &Report, chosen: Option<AreaCode>) -> Option<Block> {
    if !is_in(report) {
        return None;
    }
    let mut all: Vec<_> = authorities().iter().filter(|of| of.nation == Nation::England && of.is_current()).collect();
    all.order_by_key(|of| of.name);
    let nobody = (None, language.standing_nobody().into());
    let options = std::iter::once(nobody).chain(all.iter().map(|of| (Some(of.code), of.name.into())));
    Some(choose(("authority", language.standing_pick()), options, &chosen, Setting::Authority))
}

/// What is published of an authority and of those beside it, year by year, without its name and its own figure: a page about
/// it says those first.
pub(super) fn published_blocks(context: Context<'_>, standing: &Standing) -> Vec<Block> {
    let language = context.language;
    let mut blocks = Vec::new();
    if let Some(position) = standing.positions.last() {
        blocks.push(Block::heading(language.standing_beside_heading()));
        blocks.extend(beside::blocks(language, standing, position));
        blocks.push(beside::worked(language, context.report, standing, position));
    }
    blocks.push(Block::heading(language.standing_series_heading()));
    blocks.extend(series::blocks(language, standing));
    blocks.push(series_worked(context));
    blocks.extend(years_without(language, standing));
    blocks.push(Block::text(language.standing_source()));
    blocks
}

/// How the shares of each year came about.
fn series_worked(context: Context<'_>) -> Block {
    let language = context.language;
    let worked = Worked::of(context.report).says(language.worked_standing_series());
    worked.says(language.worked_printed()).block(language)
}

/// Where a published figure is among the neighbours, and what its region and England have.
pub(super) fn beside_in_words(language: Language, standing: &Standing) -> Vec<Text> {
    let Some(position) = standing.positions.last() else { return Vec::new() };
    let own = own_share(language, standing, position.period).map(|own| [&*own, " "].concat()).unwrap_or_default();
    let among = [&own, &*among(language, position)].concat().into();
    [Some(among), larger(language, standing, position.published)].into_iter().flatten().collect()
}

/// The share of the authority itself as it is printed, before it is compared.
fn own_share(language: Language, standing: &Standing, period: Period) -> Option<Text> {
    let row = standing.published.iter().find(|row| row.role == Role::Own && row.period == period)?;
    let name = plain_name(standing.area.name?);
    let share = &*printed_of(language, row).0?;
    Some(words::StandingOwnShare { name, period: &language.within(period), share }.text(language))
}

/// When the figures of a period were published, if that is known.
pub(super) fn released(language: Language, period: Period) -> Option<Text> {
    let day = language.day(published_years().iter().find(|year| year.period == period)?.released?);
    Some(words::StandingReleased { day: &day, period: &language.period(period) }.text(language))
}

/// The share as it was printed, if it was, and of how many children.
pub(super) fn printed_of(language: Language, row: &PublishedFigures) -> (Option<Text>, Option<Text>) {
    let share = row.percent.as_deref().filter(|percent| is_number(percent));
    (printed(language, share), missing_of(language, row))
}

fn years_without(language: Language, standing: &Standing) -> Option<Block> {
    let years: Vec<String> = standing.years_without.iter().map(|period| year(*period).to_string()).collect();
    let name = plain_name(standing.area.name.unwrap_or_default());
    let said = || Block::text(words::StandingYearsWithout { name, years: &years.join(", ") }.text(language));
    (!years.is_empty()).then(said)
}

fn lead(context: Context<'_>, standing: &Standing, name: &str) -> Text {
    if let Some(own) = calculated(context, standing) {
        let missing = context.language.number(own.children_missing);
        let counts = &words::ChildrenOf { children: own.children, missing: &missing }.text(context.language);
        let period = context.language.period(own.period);
        let precise = Precise::of(context.language, context.report);
        return if is_number(&own.percent) {
            let percent = context.language.percent_of(&own.percent);
            let (percent, period) = (&*percent, &*period);
            if let Some(unit) = &precise.unit() {
                // What DfE will print nobody knows from rounded numbers.
                let percent = &precise.about(percent);
                return words::StandingLeadAbout { counts, name, percent, period, unit }.text(context.language);
            }
            // DfE prints figures of whole years from April.
            if own.period.as_collection_year().is_some() {
                words::StandingLead { counts, name, percent, period }.text(context.language)
            } else {
                words::StandingLeadRounded { counts, name, percent, period }.text(context.language)
            }
        } else {
            words::StandingLeadHidden { counts, name, period: &period }.text(context.language)
        };
    }
    let published = standing.published.iter().rev().find(|row| row.role == Role::Own);
    match published.and_then(|row| Some((row, printed(context.language, row.percent.as_deref())?))) {
        Some((row, percent)) => {
            let period = context.language.period(row.period);
            if let Some(days) = own_part(context) {
                let days = &context.language.within(days);
                return words::StandingLeadPart { days, name, percent: &percent, period: &period }
                    .text(context.language);
            }
            words::StandingLeadPublished { name, percent: &percent, period: &period }.text(context.language)
        }
        None => context.language.standing_lead_nothing(name),
    }
}

/// The period that is shown, if the return has a figure of it.
fn own_part(context: Context<'_>) -> Option<Period> {
    let has = |rate: &Rate| rate.basis == Basis::ChildLevel && Some(rate.period) == context.period;
    context.period.filter(|_| context.report.rates.iter().any(has))
}

/// Where the figure is among the neighbours' figures.
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

/// Where the figure is among all authorities in England, and how much of that chance could be.
pub fn among_england(language: Language, position: &Position) -> Option<Text> {
    let of = position.england?;
    let place = match of.quarter {
        Some(1) => language.standing_quarter_1(),
        Some(2) => language.standing_quarter_2(),
        Some(3) => language.standing_quarter_3(),
        Some(4) => language.standing_quarter_4(),
        _ => "",
    };
    let (authorities, period) = (of.authorities, &language.within(position.published));
    let said = words::StandingAmongEngland { authorities, higher: of.higher, lower: of.lower, period, place };
    let (higher, lower, unclear) = (of.clearly_higher, of.clearly_lower, of.unclear());
    let clear = words::StandingAmongClear { higher, lower, unclear };
    Some([&*said.text(language), " ", &*clear.text(language)].concat().into())
}

/// That published figures are from a file that was chosen.
pub fn from_files(language: Language, standing: &Standing) -> Option<Text> {
    let years: Vec<String> = standing.from_files.iter().map(|period| year(*period).to_string()).collect();
    (!years.is_empty()).then(|| language.standing_from_chosen(&years.join(", ")))
}

/// A sentence saying that the authority's own figure is from another year than those beside it.
fn years_differ(language: Language, position: &Position) -> Option<Text> {
    let (own, period) = (language.period(position.period), language.period(position.published));
    let differ = words::StandingYearsDiffer { own: &own, period: &period };
    (position.period != position.published).then(|| differ.text(language))
}

/// The region and England, in one year.
pub(super) fn larger(language: Language, standing: &Standing, period: Period) -> Option<Text> {
    let said = |areas: Text| words::StandingLarger { areas: &areas, period: &language.within(period) }.text(language);
    areas(language, standing, period).map(said)
}

/// `South East 9%, England 11%`
fn areas(language: Language, standing: &Standing, period: Period) -> Option<Text> {
    let of_year = standing.published.iter().filter(|row| row.period == period);
    let larger = of_year.filter(|row| matches!(row.role, Role::Region | Role::Nation));
    let said = larger.filter_map(|row| {
        let share = printed(language, row.percent.as_deref())?;
        Some(words::StandingAreaShare { area: row.area.name.unwrap_or_default(), share: &share }.text(language))
    });
    said.reduce(|first, second| words::StandingAreas { first: &first, second: &second }.text(language))
}

/// The figure from the files that is shown: the figure of the period, or the last one.
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

/// What weakens the comparison, by the report, and for any such figure.
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
    if let Some(year) = standing.another_year().filter(|_| has(Caveat::AnotherYear)) {
        notes.push(Block::note(context.language.standing_another_year(&context.language.period(year))));
    }
    if has(Caveat::NotACollectionYear) {
        notes.push(Block::note(context.language.standing_not_a_year()));
    }
    notes
}
