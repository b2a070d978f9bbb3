//! How firm a pooled share is: why others get a different one, what the answers leave open, who gave what, and what
//! would change it.

use missing_rates::Ordered;
use missing_rates::cohort::Share;
use missing_rates::period::Period;
use missing_rates::rates::{authorities_in, missing_unmatched, percent_text};
use missing_rates::report::{Area, Basis, Coverage, Level, Rate, Reach, Respondent, Respondents, Target};
use words::Language;
use words::Text;

use super::caveats::{self, Figure};
use super::precise::{Ends, Precise};
use super::scale::{shares, whole_percent};
use super::worked::Worked;
use crate::context::Context;
use crate::pick::pick_cohort;
use document::Field;
use document::Shared;
use document::{Block, Cell, Chart, CohortOf, Column, DotLine, Drawing, Row, Scale, Table};

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let Some(period) = context.period else { return Vec::new() };
    let pooled =
        |rate: &&Rate| rate.period == period && rate.measure == Share::Missing && rate.area.level < Level::Authority;
    let Some(area) = context.widest(&mut context.report.rates.iter().filter(pooled).map(|rate| &rate.area)) else {
        return Vec::new();
    };
    let mut cohorts = context.cohorts(area);
    cohorts.retain(|cohort| !context.rates(area, *cohort, Share::Missing).is_empty());
    let Some(cohort) = context.settings.cohort(CohortOf::Robustness, &cohorts) else { return Vec::new() };
    let here = |c: &&Coverage| (c.area, c.period, c.cohort, c.measure) == (*area, period, cohort, Share::Missing);
    let coverage = context.report.coverage.iter().find(here);
    // A single authority is not a pool. What it gave is shown under its own name.
    if coverage.is_none_or(|coverage| coverage.named < 2) {
        return Vec::new();
    }
    let rates = context.rates(area, cohort, Share::Missing);
    let of = |basis: Basis| rates.iter().copied().find(|rate| rate.basis == basis);
    let mut blocks = vec![Block::heading(context.language.robustness_heading())];
    blocks.extend(pick_cohort(
        context.language,
        CohortOf::Robustness,
        context.language.compare_cohort(),
        &cohorts,
        cohort,
    ));
    if let (Some(all), Some(matched), Some(coverage)) = (of(Basis::AllAnswers), of(Basis::Matched), coverage) {
        blocks.extend(why(context.language, all, matched, coverage).map(Block::text));
        let plain = words::WorkedWhy {
            part: &context.language.number(all.numerator),
            result: &context.language.rate(all),
            whole: &context.language.number(all.denominator),
        };
        blocks.push(
            Worked::of(context.report)
                .says(plain.text(context.language))
                .rate(context.language, matched)
                .block(context.language),
        );
    }
    blocks.extend(caveats::beside(context.language, context.report, &Figure { coverage, ..Figure::default() }));
    blocks.extend(bounds_chart(context, context.language.cohort(cohort), period, &of));
    blocks.push(bounds(context, context.language.cohort(cohort), period, &of));
    blocks.push(bounds_worked(context, &of));
    let here = |r: &&Respondents| (r.period, r.cohort, r.measure) == (period, cohort, Share::Missing);
    for respondents in context.report.respondents.iter().filter(here) {
        blocks.push(Block::Details {
            summary: context.language.robustness_who().into(),
            blocks: who(context.language, respondents),
        });
    }
    blocks.extend(target(context, area, period, cohort));
    blocks.extend(overlap(context, area, period).into_iter().flatten());
    blocks
}

/// A sentence about why dividing all answers gives a different share than the matched one.
pub fn why(language: Language, all: &Rate, matched: &Rate, coverage: &Coverage) -> Option<Text> {
    let (children, missing) = (language.number(all.denominator), language.number(all.numerator));
    let share = language.rate(all);
    let extra = missing_unmatched(all, matched);
    Some(match (coverage.children_unmatched?, extra) {
        (0, 0) => language.robustness_why_same().into(),
        (silent, 0) => words::RobustnessWhyChildren {
            authorities: coverage.children_only,
            children: &children,
            missing: &missing,
            share: &share,
            silent,
        }
        .text(language),
        (0, extra) => {
            words::RobustnessWhyMissing { children: &children, extra, missing: &missing, share: &share }.text(language)
        }
        (silent, extra) => {
            words::RobustnessWhyBoth { children: &children, extra, missing: &missing, share: &share, silent }
                .text(language)
        }
    })
}

/// How the widest line of the table was worked out.
fn bounds_worked<'a>(context: Context<'_>, of: &dyn Fn(Basis) -> Option<&'a Rate>) -> Block {
    let mut worked = Worked::of(context.report).says(context.language.worked_bounds_columns());
    if let Some(matched) = of(Basis::Matched) {
        worked =
            worked.row(context.language, context.language.robustness_matched(), matched.numerator, matched.denominator);
    }
    if let Some((lowest, highest)) = of(Basis::LowestByRanges).zip(of(Basis::HighestByRanges)) {
        worked = worked
            .share(
                context.language,
                &context.language.worked_lowest(context.language.robustness_everything()),
                lowest.numerator,
                lowest.denominator,
            )
            .share(
                context.language,
                &context.language.worked_highest(context.language.robustness_everything()),
                highest.numerator,
                highest.denominator,
            );
    }
    worked.block(context.language)
}

/// What is taken into account, with the bases of the lowest and the highest share.
fn bounds_lines(language: Language) -> [(&'static str, Basis, Basis); 4] {
    [
        (language.robustness_matched(), Basis::Matched, Basis::Matched),
        (language.robustness_ranges(), Basis::LowestByRangesAlone, Basis::HighestByRangesAlone),
        (language.robustness_silence(), Basis::LowestBySilenceAlone, Basis::HighestBySilenceAlone),
        (language.robustness_everything(), Basis::LowestByRanges, Basis::HighestByRanges),
    ]
}

/// The same as a picture: the matched share, and the range that it could be in. `None` if nothing is left open.
fn bounds_chart<'a>(
    context: Context<'_>,
    cohort: &str,
    period: Period,
    of: &dyn Fn(Basis) -> Option<&'a Rate>,
) -> Option<Block> {
    let (language, precise) = (context.language, Precise::of(context.language, context.report));
    let matched = of(Basis::Matched)?;
    let share = matched.value?;
    let (lowest, highest) = (of(Basis::LowestByRanges)?, of(Basis::HighestByRanges)?);
    if lowest.value? >= highest.value? {
        return None;
    }
    let scale = shares(precise.bounds(lowest, highest)?.upper);
    let line = |(name, lowest, highest): (&'static str, Basis, Basis)| {
        let (lowest, highest) = (of(lowest)?, of(highest)?);
        let Ends { lower: from, upper: to, said: (lower, upper) } = precise.bounds(lowest, highest)?;
        let number = if lower == upper {
            lower
        } else {
            words::RobustnessBoundsBetween { highest: &upper, lowest: &lower }.text(language)
        };
        Some(DotLine {
            text: words::ChartShare { name, share: &number }.text(language),
            name: name.into(),
            number,
            at: scale.at(share),
            span: Some(scale.span((from, to))),
            marked: lowest.basis == Basis::Matched,
        })
    };
    let lines: Vec<DotLine> = bounds_lines(language).into_iter().filter_map(line).collect();
    let caption = words::RobustnessBoundsCaption { cohort, period: &language.period(period) }.text(language);
    let values = lines.iter().map(|line| line.text.to_string()).collect::<Vec<_>>().join("; ");
    Some(Block::chart(Chart {
        id: "robustness-bounds-chart".into(),
        alternative: words::IncidentsAlternative { caption: &caption, values: &values }.text(language),
        caption,
        drawing: Drawing::Dots {
            lines,
            scale: Scale {
                least: whole_percent(language, 0.0),
                most: whole_percent(language, scale.end()),
                line: Some(scale.at(share)),
                line_text: language.robustness_bounds_line(&language.rate(matched)),
            },
        },
    }))
}

fn bounds<'a>(context: Context<'_>, cohort: &str, period: Period, of: &dyn Fn(Basis) -> Option<&'a Rate>) -> Block {
    let language = context.language;
    let precise = Precise::of(language, context.report);
    let row = |(what, lowest, highest): (&'static str, Basis, Basis)| {
        let (lowest, highest) = (of(lowest)?, of(highest)?);
        let ends = precise.bounds(lowest, highest)?;
        Some(Row::new([
            Cell::text(what),
            Cell::number(ends.said.0, Some(ends.lower)),
            Cell::number(ends.said.1, Some(ends.upper)),
            Cell::number(language.number(lowest.authorities), lowest.authorities as f64),
        ]))
    };
    Block::Table {
        table: Shared::new(Table {
            id: "robustness-bounds".into(),
            caption: words::RobustnessBounds { cohort, period: &language.period(period) }.text(language),
            columns: vec![
                Column::words(language.robustness_column_what()),
                Column::numbers(language.robustness_column_lowest()),
                Column::numbers(language.robustness_column_highest()),
                Column::numbers(language.robustness_column_authorities()),
            ],
            rows: bounds_lines(language).into_iter().filter_map(row).collect(),
            sortable: false,
        }),
    }
}

/// Says how many authorities there are.
type Say = fn(Language, u64) -> Text;

fn who(language: Language, respondents: &Respondents) -> Vec<Block> {
    let lists: [(Say, &[Respondent]); 6] = [
        (Language::robustness_who_both, &respondents.both),
        (Language::robustness_who_range, &respondents.children_and_range),
        (Language::robustness_who_children, &respondents.children_only),
        (Language::robustness_who_missing, &respondents.missing_only),
        (Language::robustness_who_neither, &respondents.neither),
        (Language::robustness_who_not_named, &respondents.not_named),
    ];
    let full = lists.into_iter().filter(|(_, list)| !list.is_empty());
    full.map(|(say, list)| Block::Details {
        summary: say(language, authorities_in(list)),
        blocks: vec![Block::List { items: by_name(language, list) }],
    })
    .collect()
}

/// The respondents in the order of their names.
fn by_name(language: Language, list: &[Respondent]) -> Vec<Text> {
    let mut names: Vec<Text> = list.iter().map(|value| language.respondent(value)).collect();
    names.order();
    names
}

fn target(context: Context<'_>, area: &Area, period: Period, cohort: missing_rates::cohort::Cohort) -> Vec<Block> {
    let typed = context.settings.typed(&Field::Target).unwrap_or_default();
    let wrong = !typed.trim().is_empty() && context.settings.query.target.is_none();
    let mut blocks = vec![Block::Input {
        id: "target".into(),
        field: Field::Target,
        label: context.language.robustness_target().into(),
        hint: context.language.robustness_target_hint().into(),
        value: typed.to_owned().into(),
        button: context.language.robustness_target_button().into(),
        error: wrong.then(|| context.language.robustness_target_error().into()),
    }];
    let here = |t: &&Target| (t.area, t.period, t.cohort, t.measure) == (*area, period, cohort, Share::Missing);
    if let (Some(asked), Some(found)) = (context.settings.query.target, context.report.targets.iter().find(here)) {
        blocks.push(Block::text(takes(context.language, &asked.to_string(), found)));
        blocks.push(
            Worked::of(context.report).target(context.language, &asked.to_string(), found).block(context.language),
        );
    }
    blocks
}

/// What the authorities without an exact answer would have to be like for a share to reach a value, in per cent.
pub fn takes(language: Language, asked: &str, found: &Target) -> Text {
    let (authorities, children) = (found.silent_authorities, language.number(found.silent_children));
    match found.reach {
        Reach::Possible => {
            let needed = u64::try_from(found.needed_children).unwrap_or(0);
            let matched = language.part_of(found.numerator, found.denominator);
            let share = percent_text(needed, found.silent_children, 1).map(|share| language.percent_of(&share));
            words::RobustnessTargetPossible {
                authorities,
                children: &children,
                matched: &matched,
                needed: &language.number(needed),
                share: &share.unwrap_or_else(|| language.no_share().into()),
                target: asked,
            }
            .text(language)
        }
        Reach::TooHigh => {
            words::RobustnessTargetHigh { authorities, children: &children, target: asked }.text(language)
        }
        Reach::TooLow => words::RobustnessTargetLow { authorities, children: &children, target: asked }.text(language),
    }
}

fn overlap(context: Context<'_>, area: &Area, period: Period) -> Option<[Block; 2]> {
    let found = context.report.overlaps.iter().find(|o| (o.area, o.period) == (*area, period))?;
    let words = words::RobustnessOverlap {
        authorities: found.authorities,
        both: &context.language.number(found.both),
        either: found.either,
        trafficked: &context.language.number(found.trafficked),
        unaccompanied: &context.language.number(found.unaccompanied),
    };
    Some([
        Block::note(words.text(context.language)),
        Worked::of(context.report).overlap(context.language, found).block(context.language),
    ])
}
