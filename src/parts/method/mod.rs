//! How the figures are worked out, with the reader's own numbers in the formulas.

mod figures;

use missing_rates::cohort::{Cohort, Share};
use missing_rates::report::{Area, Basis, Level, Rate};

use yew::AttrValue;

use super::Context;
use super::caveats;
use super::worked::Worked;
use crate::document::{Block, Cell, Choice, Column, Row, Table};
use crate::shared::Shared;
use crate::text;
use figures::Of;

/// The setting that holds whose numbers stand in the formulas.
const COHORT: &str = "method:cohort";

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let area = context.subject();
    let cohorts = area.map(|area| context.cohorts(area)).unwrap_or_default();
    let cohort = super::chosen(context.settings.choice(COHORT), &cohorts);
    let rates = area.zip(cohort).map(|(area, cohort)| context.rates(area, cohort, Share::Missing)).unwrap_or_default();
    let first = rates.iter().copied().find(|rate| matches!(rate.basis, Basis::Matched | Basis::ChildLevel));
    match first {
        Some(rate) if rate.value.is_some() => blocks.push(Block::lead(lead(rate))),
        _ => blocks.push(Block::lead(text::method_lead_none())),
    }
    if cohorts.len() > 1 {
        blocks.push(pick(&cohorts, cohort));
    }
    if let (Some(area), Some(cohort)) = (area, cohort)
        && !rates.is_empty()
    {
        blocks.push(Block::heading(text::method_shares()));
        blocks.push(divisions(context, area, cohort, &rates));
        blocks.push(
            Worked::of(context.report).says(text::method_divisions()).says(text::worked_bounds_columns()).block(),
        );
    }
    if let (Some(area), Some(cohort), Some(share)) = (area, cohort, first) {
        blocks.extend(figures::blocks(Of { context, area, cohort, share }));
    }
    blocks.push(Block::heading(text::method_rounding()));
    blocks.push(Block::text(text::method_rounding_text()));
    blocks.push(Block::heading(text::method_safe()));
    blocks.push(Block::text(text::method_safe_text()));
    let own = area.is_some_and(|area| area.level == Level::Return);
    blocks.push(Block::heading(text::method_children()));
    blocks.push(Block::List { items: counted(own).map(AttrValue::from).to_vec() });
    blocks.push(Block::heading(text::method_care()));
    blocks.push(Block::text(text::method_care_text()));
    blocks.extend(caveats::all());
    blocks
}

fn lead(rate: &Rate) -> AttrValue {
    let (children, missing) = (text::format::number(rate.denominator), text::format::number(rate.numerator));
    text::MethodLead { children: &children, missing: &missing, share: &text::format::rate(rate) }.text()
}

fn pick(cohorts: &[Cohort], chosen: Option<Cohort>) -> Block {
    let option = |cohort: &Cohort| Choice {
        value: missing_rates::report::code(cohort).into(),
        text: text::cohort(*cohort).into(),
    };
    Block::Pick {
        setting: COHORT.into(),
        label: text::method_cohort().into(),
        options: cohorts.iter().map(option).collect(),
        chosen: chosen.map(|cohort| missing_rates::report::code(&cohort).into()).unwrap_or_default(),
    }
}

fn divisions(context: Context<'_>, area: &Area, cohort: Cohort, rates: &[&Rate]) -> Block {
    let period = context.period.map(text::format::period).unwrap_or_default();
    let place = area.name.unwrap_or(text::subject_return());
    let row = |rate: &&Rate| {
        let (children, missing) = (text::format::number(rate.denominator), text::format::number(rate.numerator));
        Row::new([
            Cell::text(basis(rate.basis)),
            Cell::number(text::MethodDivisionOf { children: &children, missing: &missing }.text(), None),
            Cell::number(rate.value.map_or(text::no_share().into(), |_| text::format::rate(rate)), rate.value),
        ])
        .marked(matches!(rate.basis, Basis::Matched | Basis::ChildLevel))
    };
    Block::Table {
        table: Shared::new(Table {
            id: "method-shares".into(),
            caption: text::MethodSharesCaption { area: place, cohort: text::cohort(cohort), period: &period }.text(),
            columns: vec![
                Column::words(text::method_basis()),
                Column::numbers(text::method_division()),
                Column::numbers(text::method_share()),
            ],
            rows: rates.iter().map(row).collect(),
            sortable: false,
        }),
    }
}

fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Matched => text::method_matched(),
        Basis::AllAnswers => text::method_all_answers(),
        Basis::Lowest => text::method_lowest(),
        Basis::Highest => text::method_highest(),
        Basis::LowestByRanges => text::method_lowest_ranges(),
        Basis::HighestByRanges => text::method_highest_ranges(),
        Basis::LowestByRangesAlone => text::method_lowest_ranges_alone(),
        Basis::HighestByRangesAlone => text::method_highest_ranges_alone(),
        Basis::LowestBySilenceAlone => text::method_lowest_silence_alone(),
        Basis::HighestBySilenceAlone => text::method_highest_silence_alone(),
        Basis::ChildLevel => text::method_child_level(),
        Basis::LikeForLike => text::method_like_for_like(),
    }
}

/// Who is counted, in the records of a return or in answers.
pub(super) fn counted(own: bool) -> [&'static str; 3] {
    if own {
        [text::method_children_return(), text::method_missing_return(), text::method_away()]
    } else {
        [text::method_matched_text(), text::method_answers(), text::method_away()]
    }
}
