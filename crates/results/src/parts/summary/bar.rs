//! The share on a bar from none to all, with the range that it is in.

use missing_rates::report::{Area, Level, Rate, code};
use words::Language;

use super::super::precise::{Ends, Precise};
use super::of::Of;
use super::subject::Headline;
use document::{Block, Bounds, Chart, Drawing, Span};

/// What the range shows.
#[derive(Clone, Copy, PartialEq)]
enum Range {
    /// The range of what the silent authorities may have said.
    Answers,
    /// The range in which chance may move it.
    Chance,
}

/// The share between the lowest and the highest.
pub(super) fn bounds(
    language: Language,
    of: Of<'_>,
    headline: &Headline,
    rate: &Rate,
    (lowest, highest): (&Rate, &Rate),
) -> Option<Block> {
    let ends = Precise::of(language, of.report).bounds(lowest, highest)?;
    bar(language, of, headline, rate, Range::Answers, ends)
}

/// The share with its interval.
pub(super) fn interval(language: Language, of: Of<'_>, headline: &Headline, rate: &Rate) -> Option<Block> {
    let ends = Precise::of(language, of.report).interval(rate)?;
    bar(language, of, headline, rate, Range::Chance, ends)
}

fn bar(
    language: Language,
    of: Of<'_>,
    headline: &Headline,
    rate: &Rate,
    range: Range,
    Ends { lower: from, upper: to, said: (lower, upper) }: Ends,
) -> Option<Block> {
    let precise = Precise::of(language, of.report);
    let (share, span) = (precise.share(rate), Span { lower: from, upper: to });
    let title = of.title(language, headline);
    let (caption, alternative, name, [low, high]) = match range {
        Range::Answers => (
            language.bar_caption_range(&title),
            match precise.unit() {
                None => words::BarLabel { lower: &lower, upper: &upper }.text(language),
                Some(_) => words::BarLabelRounded { lower: &lower, upper: &upper }.text(language),
            },
            language.bar_range(),
            [language.bar_lowest(), language.bar_highest()],
        ),
        Range::Chance => (
            language.bar_caption_interval(&title),
            words::BarLabelChance { lower: &lower, upper: &upper }.text(language),
            language.bar_interval(),
            [language.bar_lower(), language.bar_upper()],
        ),
    };
    let said = |name: &str, share: &str| words::ChartShare { name, share }.text(language);
    let said = vec![said(low, &lower), said(language.bar_share(), &share), said(high, &upper)];
    let bounds = Bounds { share: rate.value?, span, name: name.into(), said };
    // What it shows in words can be read without anything else of the page.
    let alternative = [&of.quoted(headline, rate).sentence(language), " ", &*alternative].concat().into();
    let id = [id_of(&of.subject.area), code(&headline.cohort).as_str()].concat().into();
    Some(Block::chart(Chart { id, caption, alternative, drawing: Drawing::Bounds { bounds } }))
}

/// A return and pooled answers can be in one summary, so they need different ids.
fn id_of(area: &Area) -> &'static str {
    if area.level == Level::Return { "share-return-" } else { "share-" }
}
