//! How firm a pooled share is: why others get another one, what the answers leave open, who gave what, and what it would
//! take to change it.

use missing_rates::Ordered;
use missing_rates::cohort::Share;
use missing_rates::period::Period;
use missing_rates::rates::percent_text;
use missing_rates::report::{Area, Basis, Coverage, Level, Rate, Reach, Respondent, Respondents, Target, code};
use yew::AttrValue;

use super::Context;
use super::caveats::{self, Figure};
use super::moved::respondent;
use super::questions::ASK_TARGET;
use super::scale::{shares, whole_percent};
use super::worked::Worked;
use crate::document::{Block, Cell, Chart, Choice, Column, DotLine, Drawing, Row, Scale, Table};
use crate::shared::Shared;
use crate::text;

/// Which group of children it is about.
const COHORT: &str = "firm:cohort";

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let Some(period) = context.period else { return Vec::new() };
    let pooled =
        |rate: &&Rate| rate.period == period && rate.measure == Share::Missing && rate.area.level < Level::Authority;
    let Some(area) = context.report.rates.iter().filter(pooled).map(|rate| &rate.area).min_by_key(|a| a.level) else {
        return Vec::new();
    };
    let mut cohorts = context.cohorts(area);
    cohorts.retain(|cohort| !context.rates(area, *cohort, Share::Missing).is_empty());
    let Some(cohort) = super::chosen(context.settings.choice(COHORT), &cohorts) else { return Vec::new() };
    let here = |c: &&Coverage| (c.area, c.period, c.cohort, c.measure) == (*area, period, cohort, Share::Missing);
    let coverage = context.report.coverage.iter().find(here);
    // One authority alone is no pool: what it gave stands under its own name.
    if coverage.is_none_or(|coverage| coverage.named < 2) {
        return Vec::new();
    }
    let rates = context.rates(area, cohort, Share::Missing);
    let of = |basis: Basis| rates.iter().copied().find(|rate| rate.basis == basis);
    let mut blocks = vec![Block::heading(text::firm_heading())];
    if cohorts.len() > 1 {
        blocks.push(Block::Pick {
            setting: COHORT.into(),
            label: text::compare_cohort().into(),
            options: cohorts.iter().map(|c| Choice { value: code(c).into(), text: text::cohort(*c).into() }).collect(),
            chosen: code(&cohort).into(),
        });
    }
    if let (Some(all), Some(matched), Some(coverage)) = (of(Basis::AllAnswers), of(Basis::Matched), coverage) {
        blocks.extend(why(all, matched, coverage).map(Block::text));
        let plain = text::WorkedWhy {
            part: &text::format::number(all.numerator),
            result: &text::format::rate(all),
            whole: &text::format::number(all.denominator),
        };
        blocks.push(Worked::of(context.report).says(plain.text()).rate(matched).block());
    }
    blocks.extend(caveats::beside(context.report, &Figure { coverage, ..Figure::default() }));
    blocks.extend(bounds_chart(text::cohort(cohort), period, &of));
    blocks.push(bounds(text::cohort(cohort), period, &of));
    blocks.push(bounds_worked(context, &of));
    let here = |r: &&Respondents| (r.period, r.cohort, r.measure) == (period, cohort, Share::Missing);
    for respondents in context.report.respondents.iter().filter(here) {
        blocks.push(Block::Details { summary: text::firm_who().into(), blocks: who(respondents) });
    }
    blocks.extend(target(context, area, period, cohort));
    blocks.extend(overlap(context, area, period).into_iter().flatten());
    blocks
}

/// Why every answer divided gives another share than the matched one, in a sentence.
fn why(all: &Rate, matched: &Rate, coverage: &Coverage) -> Option<AttrValue> {
    let (children, missing) = (text::format::number(all.denominator), text::format::number(all.numerator));
    let share = text::format::rate(all);
    let extra = all.numerator - matched.numerator;
    Some(match (coverage.children_unmatched?, extra) {
        (0, 0) => text::firm_why_same().into(),
        (silent, 0) => text::FirmWhyChildren {
            authorities: coverage.children_only,
            children: &children,
            missing: &missing,
            share: &share,
            silent,
        }
        .text(),
        (0, extra) => text::FirmWhyMissing { children: &children, extra, missing: &missing, share: &share }.text(),
        (silent, extra) => {
            text::FirmWhyBoth { children: &children, extra, missing: &missing, share: &share, silent }.text()
        }
    })
}

/// The widest line of the table in numbers.
fn bounds_worked<'a>(context: Context<'_>, of: &dyn Fn(Basis) -> Option<&'a Rate>) -> Block {
    let mut worked = Worked::of(context.report).says(text::worked_bounds_columns());
    if let Some(matched) = of(Basis::Matched) {
        worked = worked.row(text::firm_matched(), matched.numerator, matched.denominator);
    }
    if let Some((lowest, highest)) = of(Basis::LowestByRanges).zip(of(Basis::HighestByRanges)) {
        worked = worked
            .share(&text::worked_lowest(text::firm_everything()), lowest.numerator, lowest.denominator)
            .share(&text::worked_highest(text::firm_everything()), highest.numerator, highest.denominator);
    }
    worked.block()
}

/// What is taken into account, and the bases of the lowest and the highest share then.
fn bounds_lines() -> [(&'static str, Basis, Basis); 4] {
    [
        (text::firm_matched(), Basis::Matched, Basis::Matched),
        (text::firm_ranges(), Basis::LowestByRangesAlone, Basis::HighestByRangesAlone),
        (text::firm_silence(), Basis::LowestBySilenceAlone, Basis::HighestBySilenceAlone),
        (text::firm_everything(), Basis::LowestByRanges, Basis::HighestByRanges),
    ]
}

/// The same as a picture: the matched share, and from where to where it could lie. None if nothing is left open.
fn bounds_chart<'a>(cohort: &str, period: Period, of: &dyn Fn(Basis) -> Option<&'a Rate>) -> Option<Block> {
    let matched = of(Basis::Matched)?;
    let share = matched.value?;
    let (lowest, highest) = (of(Basis::LowestByRanges)?.value?, of(Basis::HighestByRanges)?.value?);
    if lowest >= highest {
        return None;
    }
    let scale = shares(highest);
    let line = |(name, lowest, highest): (&'static str, Basis, Basis)| {
        let (lowest, highest) = (of(lowest)?, of(highest)?);
        let (lower, upper) = (text::format::rate(lowest), text::format::rate(highest));
        let number =
            if lower == upper { lower } else { text::FirmBoundsBetween { highest: &upper, lowest: &lower }.text() };
        Some(DotLine {
            text: text::ChartShare { name, share: &number }.text(),
            name: name.into(),
            number,
            at: scale.at(share),
            span: Some(scale.span((lowest.value?, highest.value?))),
            marked: lowest.basis == Basis::Matched,
        })
    };
    let lines: Vec<DotLine> = bounds_lines().into_iter().filter_map(line).collect();
    let caption = text::FirmBoundsCaption { cohort, period: &text::format::period(period) }.text();
    let values = lines.iter().map(|line| line.text.to_string()).collect::<Vec<_>>().join("; ");
    Some(Block::chart(Chart {
        id: "firm-bounds-chart".into(),
        alternative: text::IncidentsAlternative { caption: &caption, values: &values }.text(),
        caption,
        drawing: Drawing::Dots {
            lines,
            scale: Scale {
                least: whole_percent(0.0),
                most: whole_percent(scale.end()),
                line: Some(scale.at(share)),
                line_text: text::firm_bounds_line(&text::format::rate(matched)),
            },
        },
    }))
}

fn bounds<'a>(cohort: &str, period: Period, of: &dyn Fn(Basis) -> Option<&'a Rate>) -> Block {
    let row = |(what, lowest, highest): (&'static str, Basis, Basis)| {
        let (lowest, highest) = (of(lowest)?, of(highest)?);
        Some(Row::new([
            Cell::text(what),
            Cell::number(text::format::rate(lowest), lowest.value),
            Cell::number(text::format::rate(highest), highest.value),
            Cell::number(text::format::number(lowest.authorities), lowest.authorities as f64),
        ]))
    };
    Block::Table {
        table: Shared::new(Table {
            id: "firm-bounds".into(),
            caption: text::FirmBounds { cohort, period: &text::format::period(period) }.text(),
            columns: vec![
                Column::words(text::firm_column_what()),
                Column::numbers(text::firm_column_lowest()),
                Column::numbers(text::firm_column_highest()),
                Column::numbers(text::firm_column_authorities()),
            ],
            rows: bounds_lines().into_iter().filter_map(row).collect(),
            sortable: false,
        }),
    }
}

/// Says how many there are.
type Say = fn(u64) -> AttrValue;

fn who(respondents: &Respondents) -> Vec<Block> {
    let lists: [(Say, &[Respondent]); 6] = [
        (text::firm_who_both, &respondents.both),
        (text::firm_who_range, &respondents.children_and_range),
        (text::firm_who_children, &respondents.children_only),
        (text::firm_who_missing, &respondents.missing_only),
        (text::firm_who_neither, &respondents.neither),
        (text::firm_who_not_named, &respondents.not_named),
    ];
    let full = lists.into_iter().filter(|(_, list)| !list.is_empty());
    full.map(|(say, list)| Block::Details {
        summary: say(list.iter().map(|of| of.codes.len() as u64).sum()),
        blocks: vec![Block::List { items: by_name(list) }],
    })
    .collect()
}

/// In the order of their names.
fn by_name(list: &[Respondent]) -> Vec<AttrValue> {
    let mut names: Vec<AttrValue> = list.iter().map(respondent).collect();
    names.order();
    names
}

fn target(context: Context<'_>, area: &Area, period: Period, cohort: missing_rates::cohort::Cohort) -> Vec<Block> {
    let typed = context.settings.choice(ASK_TARGET);
    let wrong = !typed.trim().is_empty() && context.settings.asked.target.is_none();
    let mut blocks = vec![Block::Input {
        setting: ASK_TARGET.into(),
        label: text::firm_target().into(),
        hint: text::firm_target_hint().into(),
        value: typed.to_owned().into(),
        button: text::firm_target_button().into(),
        error: wrong.then(|| text::firm_target_error().into()),
    }];
    let here = |t: &&Target| (t.area, t.period, t.cohort, t.measure) == (*area, period, cohort, Share::Missing);
    if let (Some(asked), Some(found)) = (context.settings.asked.target, context.report.targets.iter().find(here)) {
        blocks.push(Block::text(takes(&asked.to_string(), found)));
        blocks.push(Worked::of(context.report).target(&asked.to_string(), found).block());
    }
    blocks
}

fn takes(asked: &str, found: &Target) -> AttrValue {
    let (authorities, children) = (found.silent_authorities, text::format::number(found.silent_children));
    match found.reach {
        Reach::Possible => {
            let needed = u64::try_from(found.needed_children).unwrap_or(0);
            let matched = text::format::parts(found.numerator, found.denominator);
            let share = percent_text(needed, found.silent_children, 1).map(|share| text::percent_of(&share));
            text::FirmTargetPossible {
                authorities,
                children: &children,
                matched: &matched,
                needed: &text::format::number(needed),
                share: &share.unwrap_or_else(|| text::no_share().into()),
                target: asked,
            }
            .text()
        }
        Reach::TooHigh => text::FirmTargetHigh { authorities, children: &children, target: asked }.text(),
        Reach::TooLow => text::FirmTargetLow { authorities, children: &children, target: asked }.text(),
    }
}

fn overlap(context: Context<'_>, area: &Area, period: Period) -> Option<[Block; 2]> {
    let found = context.report.overlaps.iter().find(|o| (o.area, o.period) == (*area, period))?;
    let words = text::FirmOverlap {
        authorities: found.authorities,
        both: &text::format::number(found.both),
        either: found.either,
        trafficked: &text::format::number(found.trafficked),
        unaccompanied: &text::format::number(found.unaccompanied),
    };
    Some([Block::note(words.text()), Worked::of(context.report).overlap(found).block()])
}
