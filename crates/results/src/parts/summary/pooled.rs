//! The pooled share of each cohort: the answer, what it is based on, and its doubt.

use missing_rates::cohort::Cohort;
use missing_rates::rates::answers_in;
use missing_rates::report::{Basis, Coverage, Rate};
use words::Language;
use words::Text;

use super::super::precise::{Ends, Precise};
use super::super::worked::Worked;
use super::bar;
use super::of::{Of, children_of, no_share, share};
use super::subject::Headline;
use document::{Block, Card, Fact};

pub(super) fn blocks(language: Language, of: Of<'_>) -> Vec<Block> {
    let cohorts = &of.subject.cohorts;
    let cards = cohorts.iter().map(|headline| card(language, of, headline)).collect();
    let mut blocks = vec![Block::Cards { cards }];
    let has = |cohort: Cohort| cohorts.iter().any(|headline| headline.cohort == cohort);
    if has(Cohort::Trafficked) && has(Cohort::Unaccompanied) {
        blocks.push(Block::note(language.overlap_note()));
    }
    blocks
}

fn card(language: Language, of: Of<'_>, headline: &Headline) -> Card {
    let area = of.subject.area.name.unwrap_or_default();
    let mut blocks = match headline.first() {
        Some(rate) if rate.value.is_some() => {
            let mut blocks = answer(language, of, headline, rate);
            blocks.extend(contradictory(language, headline).map(Block::note));
            blocks
        }
        _ => without_share(language, of, headline),
    };
    blocks.extend(why_not(language, headline));
    blocks.extend(headline.coverage.as_ref().map(|coverage| who_answered(language, of, headline, coverage)));
    Card { title: of.title(language, headline), about: area.into(), blocks }
}

/// Why there is no share.
pub(super) fn without_share(language: Language, of: Of<'_>, headline: &Headline) -> Vec<Block> {
    let mut blocks = match headline.first() {
        Some(rate) if rate.denominator == 0 && rate.authorities > 0 => {
            no_share(language, language.no_children_of_matched(rate.authorities))
        }
        None if of.hides(headline) => no_share(language, language.publish_why_shares()),
        _ => no_share(language, language.no_matched_why()),
    };
    blocks.extend(contradictory(language, headline).map(Block::note));
    blocks
}

fn answer(language: Language, of: Of<'_>, headline: &Headline, rate: &Rate) -> Vec<Block> {
    let mut blocks: Vec<Block> = share(language, of, headline, rate, &rests(language, of, rate)).into();
    blocks.extend(bounds(language, of, headline, rate));
    blocks.extend(language.weakness(rate.numerator, rate.denominator).map(Block::note));
    blocks.extend(headline.coverage.as_ref().and_then(|value| few(language, value)).map(Block::note));
    blocks.extend(incidents(language, headline));
    blocks.push(of.quoted(headline, rate).block(language));
    blocks.push(worked(language, of, headline, rate));
    blocks
}

/// What the share is based on.
pub(super) fn rests(language: Language, of: Of<'_>, rate: &Rate) -> Text {
    let (answers, authorities) = (answers_in(of.report, rate), rate.authorities);
    let counts = &children_of(language, rate);
    if answers < authorities {
        words::MatchedOfTogether { answers, authorities, counts }.text(language)
    } else {
        words::MatchedOf { authorities, counts }.text(language)
    }
}

/// How the share, its bounds and the average were worked out.
fn worked(language: Language, of: Of<'_>, headline: &Headline, rate: &Rate) -> Block {
    let mut worked = Worked::of(of.report).rate(language, rate);
    for (name, basis) in
        [(language.robustness_column_lowest(), Basis::Lowest), (language.robustness_column_highest(), Basis::Highest)]
    {
        if let Some(end) = headline.on(basis) {
            worked = worked.share(language, name, end.numerator, end.denominator);
        }
    }
    if let Some(ratio) = &headline.per_child {
        worked = worked.average(language, language.per_child(), ratio.numerator, ratio.denominator);
    }
    worked.block(language)
}

/// The note if few authorities make the share weak.
fn few(language: Language, coverage: &Coverage) -> Option<Text> {
    if coverage.in_area > 1 && coverage.both == 1 {
        Some(language.weak_one().into())
    } else {
        coverage.is_of_few().then(|| language.weak_few(coverage.in_area))
    }
}

/// The note on authorities that are left out because their answers contradict each other.
fn contradictory(language: Language, headline: &Headline) -> Option<Text> {
    let coverage = headline.coverage.as_ref()?;
    (coverage.contradictory > 0).then(|| language.caveat_contradictory(coverage.contradictory))
}

fn incidents(language: Language, headline: &Headline) -> Option<Block> {
    let ratio = headline.per_child.as_ref()?;
    let per = language.tenths(ratio.value?);
    let words = words::AveragesOf { children: ratio.denominator, incidents: ratio.numerator, per: &per }.text(language);
    Some(Block::text([&words, ", ", &*language.incidents_matched(ratio.authorities), "."].concat()))
}

/// The range that the share is in, as a bar and in words.
fn bounds(language: Language, of: Of<'_>, headline: &Headline, rate: &Rate) -> Vec<Block> {
    let ends = headline.on(Basis::Lowest).zip(headline.on(Basis::Highest));
    let Some((lowest, highest)) = ends else {
        return bar::interval(language, of, headline, rate).into_iter().collect();
    };
    let precise = Precise::of(language, of.report);
    let ranges = by_ranges(language, precise, headline);
    if (lowest.numerator, lowest.denominator) == (highest.numerator, highest.denominator) {
        // Every authority that counted children also said how many went missing.
        return bar::interval(language, of, headline, rate).into_iter().chain(ranges.map(Block::text)).collect();
    }
    let Some(Ends { said: (low, high), .. }) = precise.bounds(lowest, highest) else { return Vec::new() };
    let words = match precise.unit() {
        None => words::BoundsText { children: lowest.denominator, lower: &low, upper: &high }.text(language),
        Some(_) => words::BoundsTextRounded { lower: &low, upper: &high }.text(language),
    };
    let words = [&words, " ", ranges.as_deref().unwrap_or_default()].concat();
    bar::bounds(language, of, headline, rate, (lowest, highest)).into_iter().chain([Block::text(words)]).collect()
}

/// The bounds that use every range, including ranges for the number of children. They are about more authorities than
/// those that counted their children exactly. `None` if nobody gave a range.
fn by_ranges(language: Language, precise: Precise, headline: &Headline) -> Option<Text> {
    let (lowest, highest) = (headline.on(Basis::LowestByRanges)?, headline.on(Basis::HighestByRanges)?);
    let exact = headline.on(Basis::Highest).map_or(0, |rate| rate.authorities);
    let half = headline.coverage.as_ref().map_or(0, |coverage| coverage.children_only_with_range);
    let (lower, upper) = precise.bounds(lowest, highest)?.said;
    let words = words::BoundsRanges { authorities: lowest.authorities, lower: &lower, upper: &upper };
    (half > 0 || lowest.authorities > exact).then(|| words.text(language))
}

/// What a spreadsheet would say, and why that is wrong.
fn why_not(language: Language, headline: &Headline) -> Option<Block> {
    let (naive, matched) = (headline.on(Basis::AllAnswers)?, headline.on(Basis::Matched)?);
    let coverage = headline.coverage.as_ref()?;
    let share = language.rate(naive);
    if share == language.rate(matched) {
        return None;
    }
    let divides = words::WhyNotDivides { children: naive.denominator, missing: naive.numerator, naive: &share };
    let mut blocks = vec![Block::text(divides.text(language))];
    if naive.value.is_none() {
        blocks.push(Block::text(language.why_not_above()));
    }
    if let Some(children) = coverage.children_unmatched.filter(|_| coverage.children_only > 0) {
        blocks
            .push(Block::text(words::WhyNotChildren { authorities: coverage.children_only, children }.text(language)));
    }
    if coverage.missing_only > 0 {
        blocks.push(Block::text(language.why_not_missing(coverage.missing_only)));
    }
    // In whole per cent they may be printed the same.
    let whole = language.whole(naive);
    let named = if whole == language.whole(matched) { &share } else { &whole };
    Some(Block::Details { summary: language.why_not(named), blocks })
}

/// How many authorities answered.
fn who_answered(language: Language, of: Of<'_>, headline: &Headline, coverage: &Coverage) -> Block {
    let area = of.subject.area.name.unwrap_or_default();
    let line = |(number, words): (u64, &'static str)| Fact {
        name: words.into(),
        number: language.number(number),
        about: Text::default(),
    };
    let lines = [
        (coverage.both, language.who_both()),
        (coverage.children_only, language.who_children_only()),
        (coverage.missing_only, language.who_missing_only()),
        (coverage.neither, language.who_neither()),
    ];
    let named = words::WhoNamed { all: coverage.in_area, area, named: coverage.named }.text(language);
    let tally = Block::Tally { facts: lines.map(line).into() };
    let together = together(language, of, headline).map(Block::text);
    Block::Details {
        summary: language.who_answered().into(),
        blocks: [tally, Block::text(named)].into_iter().chain(together).collect(),
    }
}

/// That an answer is for several authorities, if one is.
pub(super) fn together(language: Language, of: Of<'_>, headline: &Headline) -> Option<Text> {
    let rate = headline.on(Basis::Matched)?;
    let (answers, authorities) = (answers_in(of.report, rate), rate.authorities);
    (answers < authorities).then(|| words::WhoTogether { answers, authorities }.text(language))
}
