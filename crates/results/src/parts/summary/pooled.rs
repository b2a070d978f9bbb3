//! The pooled share of each cohort: the answer, what it rests on, and the doubt.

use missing_rates::cohort::Cohort;
use missing_rates::report::{Basis, Coverage, Rate};
use words::Text;

use super::super::worked::Worked;
use super::{Headline, Of, bar, no_share, share};
use document::{Block, Card, Fact};

pub(super) fn blocks(of: Of<'_>) -> Vec<Block> {
    let cohorts = &of.subject.cohorts;
    let area = of.subject.area.name.unwrap_or_default();
    let card = |headline: &Headline| {
        let mut blocks = match headline.first() {
            Some(rate) if rate.value.is_some() => answer(of, headline, rate),
            Some(rate) if rate.denominator == 0 && rate.authorities > 0 => no_share(words::no_children()),
            None if of.hides(headline) => no_share(words::publish_why_shares()),
            _ => no_share(words::no_matched_why()),
        };
        blocks.extend(headline.coverage.as_ref().and_then(contradictory).map(Block::note));
        blocks.extend(why_not(headline));
        blocks.extend(headline.coverage.as_ref().map(|coverage| who_answered(coverage, area)));
        Card { title: of.title(headline), about: area.into(), blocks }
    };
    let mut blocks = vec![Block::Cards { cards: cohorts.iter().map(card).collect() }];
    let has = |cohort: Cohort| cohorts.iter().any(|headline| headline.cohort == cohort);
    if has(Cohort::Trafficked) && has(Cohort::Unaccompanied) {
        blocks.push(Block::note(words::overlap_note()));
    }
    blocks
}

fn answer(of: Of<'_>, headline: &Headline, rate: &Rate) -> Vec<Block> {
    let rests = words::MatchedOf { authorities: rate.authorities, children: rate.denominator, missing: rate.numerator };
    let mut blocks: Vec<Block> = share(headline, rate, &rests.text()).into();
    blocks.extend(bounds(of, headline, rate));
    blocks.extend(words::weakness(rate.numerator, rate.denominator).map(Block::note));
    blocks.extend(headline.coverage.as_ref().and_then(few).map(Block::note));
    blocks.extend(incidents(headline));
    blocks.push(worked(of, headline, rate));
    blocks
}

/// The share, its bounds and the average in numbers.
fn worked(of: Of<'_>, headline: &Headline, rate: &Rate) -> Block {
    let mut worked = Worked::of(of.report).rate(rate);
    for (name, basis) in [(words::firm_column_lowest(), Basis::Lowest), (words::firm_column_highest(), Basis::Highest)]
    {
        if let Some(end) = headline.on(basis) {
            worked = worked.share(name, end.numerator, end.denominator);
        }
    }
    if let Some(ratio) = &headline.per_child {
        worked = worked.average(words::per_child(), ratio.numerator, ratio.denominator);
    }
    worked.block()
}

/// What makes a share weak that few authorities stand behind.
fn few(coverage: &Coverage) -> Option<Text> {
    if coverage.in_area > 1 && coverage.both == 1 {
        Some(words::weak_one().into())
    } else {
        (coverage.both < coverage.in_area / 2).then(|| words::weak_few(coverage.in_area))
    }
}

/// Authorities that are left out because what they gave contradicts itself.
fn contradictory(coverage: &Coverage) -> Option<Text> {
    (coverage.contradictory > 0).then(|| words::caveat_contradictory(coverage.contradictory))
}

fn incidents(headline: &Headline) -> Option<Block> {
    let ratio = headline.per_child.as_ref()?;
    let per = words::format::tenths(ratio.value?);
    let words = words::AveragesOf { children: ratio.denominator, incidents: ratio.numerator, per: &per }.text();
    Some(Block::text([&words, ", ", &*words::incidents_matched(ratio.authorities), "."].concat()))
}

/// The range in which the share lies, as a bar and in words.
fn bounds(of: Of<'_>, headline: &Headline, rate: &Rate) -> Vec<Block> {
    let ends = headline.on(Basis::Lowest).zip(headline.on(Basis::Highest));
    let Some((lowest, highest)) = ends else { return bar::interval(of, headline, rate).into_iter().collect() };
    let ranges = by_ranges(headline);
    if (lowest.numerator, lowest.denominator) == (highest.numerator, highest.denominator) {
        // Nobody who counted children was silent on how many went missing.
        return bar::interval(of, headline, rate).into_iter().chain(ranges.map(Block::text)).collect();
    }
    let (low, high) = (words::format::rate(lowest), words::format::rate(highest));
    let words = words::BoundsText { children: lowest.denominator, lower: &low, upper: &high }.text();
    let words = [&words, " ", ranges.as_deref().unwrap_or_default()].concat();
    bar::bounds(of, headline, rate, (lowest, highest)).into_iter().chain([Block::text(words)]).collect()
}

/// The bounds that take every range at its word, in the number of children too: other authorities than those that counted
/// their children exactly. `None` if nobody gave a range.
fn by_ranges(headline: &Headline) -> Option<Text> {
    let (lowest, highest) = (headline.on(Basis::LowestByRanges)?, headline.on(Basis::HighestByRanges)?);
    let exact = headline.on(Basis::Highest).map_or(0, |rate| rate.authorities);
    let half = headline.coverage.as_ref().map_or(0, |coverage| coverage.children_only_with_range);
    let (lower, upper) = (words::format::rate(lowest), words::format::rate(highest));
    let words = words::BoundsRanges { authorities: lowest.authorities, lower: &lower, upper: &upper };
    (half > 0 || lowest.authorities > exact).then(|| words.text())
}

/// What a spreadsheet would say, and why that is wrong.
fn why_not(headline: &Headline) -> Option<Block> {
    let (naive, matched) = (headline.on(Basis::AllAnswers)?, headline.on(Basis::Matched)?);
    let coverage = headline.coverage.as_ref()?;
    let share = words::format::rate(naive);
    if share == words::format::rate(matched) {
        return None;
    }
    let divides = words::WhyNotDivides { children: naive.denominator, missing: naive.numerator, naive: &share };
    let mut blocks = vec![Block::text(divides.text())];
    if naive.value.is_none() {
        blocks.push(Block::text(words::why_not_above()));
    }
    if let Some(children) = coverage.children_unmatched.filter(|_| coverage.children_only > 0) {
        blocks.push(Block::text(words::WhyNotChildren { authorities: coverage.children_only, children }.text()));
    }
    if coverage.missing_only > 0 {
        blocks.push(Block::text(words::why_not_missing(coverage.missing_only)));
    }
    Some(Block::Details { summary: words::why_not(&words::format::whole(naive)), blocks })
}

/// How many authorities answered.
fn who_answered(coverage: &Coverage, area: &str) -> Block {
    let line = |(number, words): (u64, &'static str)| Fact {
        name: words.into(),
        number: words::format::number(number),
        about: Text::default(),
    };
    let lines = [
        (coverage.both, words::who_both()),
        (coverage.children_only, words::who_children_only()),
        (coverage.missing_only, words::who_missing_only()),
        (coverage.neither, words::who_neither()),
    ];
    let named = words::WhoNamed { all: coverage.in_area, area, named: coverage.named }.text();
    let tally = Block::Tally { facts: lines.map(line).into() };
    Block::Details { summary: words::who_answered().into(), blocks: vec![tally, Block::text(named)] }
}
