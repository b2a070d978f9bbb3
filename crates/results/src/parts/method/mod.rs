//! How the figures are worked out, with the reader's own numbers in the formulas.

mod figures;

use missing_rates::cohort::{Cohort, Share};
use missing_rates::report::{Area, Basis, Level, Rate};

use words::{Language, Text};

use super::caveats;
use super::worked::Worked;
use crate::context::Context;
use crate::pick::pick_cohort;
use document::Shared;
use document::{Block, Cell, CohortOf, Column, Row, Table};
use figures::Of;

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let area = context.subject();
    let cohorts = area.map(|area| context.cohorts(area)).unwrap_or_default();
    let cohort = context.settings.cohort(CohortOf::Method, &cohorts);
    let rates = area.zip(cohort).map(|(area, cohort)| context.rates(area, cohort, Share::Missing)).unwrap_or_default();
    let first = rates.iter().copied().find(|rate| matches!(rate.basis, Basis::Matched | Basis::ChildLevel));
    match first {
        Some(rate) if rate.value.is_some() => blocks.push(Block::lead(lead(context.language, rate))),
        _ => blocks.push(Block::lead(context.language.method_lead_none())),
    }
    blocks.extend(cohort.and_then(|cohort| {
        pick_cohort(context.language, CohortOf::Method, context.language.method_cohort(), &cohorts, cohort)
    }));
    if let (Some(area), Some(cohort)) = (area, cohort)
        && !rates.is_empty()
    {
        blocks.push(Block::heading(context.language.method_shares()));
        blocks.push(divisions(context, area, cohort, &rates));
        blocks.push(
            Worked::of(context.report)
                .says(context.language.method_divisions())
                .says(context.language.worked_bounds_columns())
                .block(context.language),
        );
    }
    if let (Some(area), Some(cohort), Some(share)) = (area, cohort, first) {
        blocks.extend(figures::blocks(context.language, Of { context, area, cohort, share }));
    }
    blocks.push(Block::heading(context.language.method_rounding()));
    blocks.push(Block::text(context.language.method_rounding_text()));
    blocks.push(Block::heading(context.language.method_safe()));
    blocks.push(Block::text(context.language.method_safe_text()));
    let own = area.is_some_and(|area| area.level == Level::Return);
    blocks.push(Block::heading(context.language.method_children()));
    blocks.push(Block::List { items: counted(context.language, own).map(Text::from).to_vec() });
    blocks.push(Block::heading(context.language.method_care()));
    blocks.push(Block::text(context.language.method_care_text()));
    blocks.extend(caveats::all(context.language));
    blocks
}

fn lead(language: Language, rate: &Rate) -> Text {
    let (children, missing) = (language.number(rate.denominator), language.number(rate.numerator));
    words::MethodLead { children: &children, missing: &missing, share: &language.rate(rate) }.text(language)
}

fn divisions(context: Context<'_>, area: &Area, cohort: Cohort, rates: &[&Rate]) -> Block {
    let period = context.period.map(|value| context.language.period(value)).unwrap_or_default();
    let place = area.name.unwrap_or(context.language.subject_return());
    let row = |rate: &&Rate| {
        let (children, missing) = (context.language.number(rate.denominator), context.language.number(rate.numerator));
        Row::new([
            Cell::text(basis(context.language, rate.basis)),
            Cell::number(
                words::MethodDivisionOf { children: &children, missing: &missing }.text(context.language),
                None,
            ),
            Cell::number(
                rate.value.map_or(context.language.no_share().into(), |_| context.language.rate(rate)),
                rate.value,
            ),
        ])
        .marked(matches!(rate.basis, Basis::Matched | Basis::ChildLevel))
    };
    Block::Table {
        table: Shared::new(Table {
            id: "method-shares".into(),
            caption: words::MethodSharesCaption {
                area: place,
                cohort: context.language.cohort(cohort),
                period: &period,
            }
            .text(context.language),
            columns: vec![
                Column::words(context.language.method_basis()),
                Column::numbers(context.language.method_division()),
                Column::numbers(context.language.method_share()),
            ],
            rows: rates.iter().map(row).collect(),
            sortable: false,
        }),
    }
}

fn basis(language: Language, basis: Basis) -> &'static str {
    match basis {
        Basis::Matched => language.method_matched(),
        Basis::AllAnswers => language.method_all_answers(),
        Basis::Lowest => language.method_lowest(),
        Basis::Highest => language.method_highest(),
        Basis::LowestByRanges => language.method_lowest_ranges(),
        Basis::HighestByRanges => language.method_highest_ranges(),
        Basis::LowestByRangesAlone => language.method_lowest_ranges_alone(),
        Basis::HighestByRangesAlone => language.method_highest_ranges_alone(),
        Basis::LowestBySilenceAlone => language.method_lowest_silence_alone(),
        Basis::HighestBySilenceAlone => language.method_highest_silence_alone(),
        Basis::ChildLevel => language.method_child_level(),
        Basis::LikeForLike => language.method_like_for_like(),
    }
}

/// Who is counted, in the records of a return or in answers.
pub(super) fn counted(language: Language, own: bool) -> [&'static str; 3] {
    if own {
        [language.method_children_return(), language.method_missing_return(), language.method_away()]
    } else {
        [language.method_matched_text(), language.method_answers(), language.method_away()]
    }
}
