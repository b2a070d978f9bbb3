//! How the figures are worked out, with the reader's own numbers in the formulas.

mod figures;

use missing_rates::cohort::{Cohort, Share};
use missing_rates::report::{Area, Basis, Level, Rate};

use words::Text;

use super::caveats;
use super::worked::Worked;
use crate::context::Context;
use document::Shared;
use document::{Block, Cell, Choice, Column, Row, Table};
use figures::Of;

/// The setting that holds whose numbers stand in the formulas.
const COHORT: &str = "method:cohort";

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let area = context.subject();
    let cohorts = area.map(|area| context.cohorts(area)).unwrap_or_default();
    let cohort = crate::context::chosen(context.settings.choice(COHORT), &cohorts);
    let rates = area.zip(cohort).map(|(area, cohort)| context.rates(area, cohort, Share::Missing)).unwrap_or_default();
    let first = rates.iter().copied().find(|rate| matches!(rate.basis, Basis::Matched | Basis::ChildLevel));
    match first {
        Some(rate) if rate.value.is_some() => blocks.push(Block::lead(lead(rate))),
        _ => blocks.push(Block::lead(words::method_lead_none())),
    }
    if cohorts.len() > 1 {
        blocks.push(pick(&cohorts, cohort));
    }
    if let (Some(area), Some(cohort)) = (area, cohort)
        && !rates.is_empty()
    {
        blocks.push(Block::heading(words::method_shares()));
        blocks.push(divisions(context, area, cohort, &rates));
        blocks.push(
            Worked::of(context.report).says(words::method_divisions()).says(words::worked_bounds_columns()).block(),
        );
    }
    if let (Some(area), Some(cohort), Some(share)) = (area, cohort, first) {
        blocks.extend(figures::blocks(Of { context, area, cohort, share }));
    }
    blocks.push(Block::heading(words::method_rounding()));
    blocks.push(Block::text(words::method_rounding_text()));
    blocks.push(Block::heading(words::method_safe()));
    blocks.push(Block::text(words::method_safe_text()));
    let own = area.is_some_and(|area| area.level == Level::Return);
    blocks.push(Block::heading(words::method_children()));
    blocks.push(Block::List { items: counted(own).map(Text::from).to_vec() });
    blocks.push(Block::heading(words::method_care()));
    blocks.push(Block::text(words::method_care_text()));
    blocks.extend(caveats::all());
    blocks
}

fn lead(rate: &Rate) -> Text {
    let (children, missing) = (words::format::number(rate.denominator), words::format::number(rate.numerator));
    words::MethodLead { children: &children, missing: &missing, share: &words::format::rate(rate) }.text()
}

fn pick(cohorts: &[Cohort], chosen: Option<Cohort>) -> Block {
    let option = |cohort: &Cohort| Choice {
        value: missing_rates::report::code(cohort).into(),
        text: words::cohort(*cohort).into(),
    };
    Block::Pick {
        setting: COHORT.into(),
        label: words::method_cohort().into(),
        options: cohorts.iter().map(option).collect(),
        chosen: chosen.map(|cohort| missing_rates::report::code(&cohort).into()).unwrap_or_default(),
    }
}

fn divisions(context: Context<'_>, area: &Area, cohort: Cohort, rates: &[&Rate]) -> Block {
    let period = context.period.map(words::format::period).unwrap_or_default();
    let place = area.name.unwrap_or(words::subject_return());
    let row = |rate: &&Rate| {
        let (children, missing) = (words::format::number(rate.denominator), words::format::number(rate.numerator));
        Row::new([
            Cell::text(basis(rate.basis)),
            Cell::number(words::MethodDivisionOf { children: &children, missing: &missing }.text(), None),
            Cell::number(rate.value.map_or(words::no_share().into(), |_| words::format::rate(rate)), rate.value),
        ])
        .marked(matches!(rate.basis, Basis::Matched | Basis::ChildLevel))
    };
    Block::Table {
        table: Shared::new(Table {
            id: "method-shares".into(),
            caption: words::MethodSharesCaption { area: place, cohort: words::cohort(cohort), period: &period }.text(),
            columns: vec![
                Column::words(words::method_basis()),
                Column::numbers(words::method_division()),
                Column::numbers(words::method_share()),
            ],
            rows: rates.iter().map(row).collect(),
            sortable: false,
        }),
    }
}

fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Matched => words::method_matched(),
        Basis::AllAnswers => words::method_all_answers(),
        Basis::Lowest => words::method_lowest(),
        Basis::Highest => words::method_highest(),
        Basis::LowestByRanges => words::method_lowest_ranges(),
        Basis::HighestByRanges => words::method_highest_ranges(),
        Basis::LowestByRangesAlone => words::method_lowest_ranges_alone(),
        Basis::HighestByRangesAlone => words::method_highest_ranges_alone(),
        Basis::LowestBySilenceAlone => words::method_lowest_silence_alone(),
        Basis::HighestBySilenceAlone => words::method_highest_silence_alone(),
        Basis::ChildLevel => words::method_child_level(),
        Basis::LikeForLike => words::method_like_for_like(),
    }
}

/// Who is counted, in the records of a return or in answers.
pub(super) fn counted(own: bool) -> [&'static str; 3] {
    if own {
        [words::method_children_return(), words::method_missing_return(), words::method_away()]
    } else {
        [words::method_matched_text(), words::method_answers(), words::method_away()]
    }
}
