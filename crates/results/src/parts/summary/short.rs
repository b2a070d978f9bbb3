//! The short report: on one page the answer for each group, its doubt, its change, who answered, and how it is counted.

use missing_rates::report::{Coverage, Level, Rate};
use words::{Language, Text};

use super::super::change;
use super::super::precise::Precise;
use super::of::{Of, share};
use super::subject::{Headline, subjects};
use super::{own, pooled};
use crate::context::Context;
use document::{Block, Card};

/// What is on the page, without anything to use.
pub(in crate::parts) fn blocks(context: Context<'_>) -> Vec<Block> {
    let (language, Some(period)) = (context.language, context.period) else { return Vec::new() };
    let subjects = subjects(context.report, period);
    let mut blocks = Vec::new();
    // With more groups there is less room for each on the one page.
    let brief = subjects.iter().map(|subject| subject.cohorts.len()).sum::<usize>() > 2;
    for subject in &subjects {
        let of = Of { report: context.report, subject, period };
        let cards = subject.cohorts.iter().map(|headline| card(context, of, headline, brief)).collect::<Vec<_>>();
        if !cards.is_empty() {
            blocks.push(Block::Cards { cards });
        }
    }
    if blocks.is_empty() {
        return blocks;
    }
    blocks.extend(super::waits(context).map(Block::note));
    let own = subjects.iter().any(|subject| subject.area.level == Level::Return);
    let counted = if own { language.short_method_return() } else { language.short_method_answers() };
    blocks.push(Block::heading(language.short_method_heading()));
    let mut lines = vec![language.short_method_share(), counted];
    if !brief {
        lines.extend([language.short_method_interval(), language.short_method_away()]);
    }
    lines.push(language.short_method_recording());
    blocks.push(Block::List { items: lines.into_iter().map(Text::from).collect() });
    blocks
}

/// One group: its share, or why it has none.
fn card(context: Context<'_>, of: Of<'_>, headline: &Headline, brief: bool) -> Card {
    let language = context.language;
    let own = of.subject.area.level == Level::Return;
    let mut blocks = match headline.first().filter(|rate| rate.value.is_some()) {
        Some(rate) => answer(context, of, headline, rate, brief),
        None if own => own::without_share(language, of, headline),
        None => pooled::without_share(language, of, headline),
    };
    if let Some(coverage) = headline.coverage.as_ref().filter(|_| !own) {
        blocks.push(Block::text(answered(language, of, coverage)));
        blocks.extend(pooled::together(language, of, headline).map(Block::text));
    }
    let area = of.subject.area.name.unwrap_or(language.subject_return());
    Card { title: of.title(language, headline), about: area.into(), blocks }
}

/// A share, what it is based on, its doubt and its change.
fn answer(context: Context<'_>, of: Of<'_>, headline: &Headline, rate: &Rate, brief: bool) -> Vec<Block> {
    let language = context.language;
    let own = of.subject.area.level == Level::Return;
    let rests = if own { own::rests(language, rate) } else { pooled::rests(language, of, rate) };
    let mut blocks: Vec<Block> = share(language, of, headline, rate, &rests).into();
    let quoted = of.quoted(headline, rate);
    let caution = if brief { quoted.short_caution(language) } else { Some(quoted.caution(language)) };
    blocks.extend(caution.map(Block::text));
    let changed = if own {
        own::changed(language, of, headline)
    } else {
        change::in_a_line(context, of.subject.area, headline.cohort)
    };
    blocks.extend(changed.map(Block::text));
    blocks
}

/// How many authorities gave what.
fn answered(language: Language, of: Of<'_>, coverage: &Coverage) -> Text {
    let Coverage { both, in_area: all, named, .. } = *coverage;
    match Precise::of(language, of.report).unit() {
        None => words::ShortAnswered { all, both, named }.text(language),
        Some(_) => words::ShortAnsweredRounded { all, both, named }.text(language),
    }
}
