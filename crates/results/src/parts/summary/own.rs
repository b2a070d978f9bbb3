//! What an authority's own return says, cohort by cohort.

use missing_rates::cohort::{Cohort, Count, Share};
use missing_rates::report::{Basis, Measure, Rate, Total};
use words::{Language, Text};

use super::super::coverage::{renewed, spans_two_returns};
use super::super::precise::Precise;
use super::super::{needed, own_change, standing};
use super::bar;
use super::of::{Of, children_of, no_share, share};
use super::subject::Headline;
use document::{Block, Card, Fact};

pub(super) fn blocks(language: Language, of: Of<'_>) -> Vec<Block> {
    let card = |headline: &Headline| Card {
        title: of.title(language, headline),
        about: of.subject.area.name.unwrap_or(language.subject_return()).into(),
        blocks: match headline.first() {
            Some(rate) if rate.value.is_some() => answer(language, of, headline, rate),
            None if of.hides(headline) => {
                let mut blocks = without_share(language, of, headline);
                blocks.extend(facts(language, of, headline, None));
                blocks
            }
            _ => without_share(language, of, headline),
        },
    };
    vec![Block::Cards { cards: of.subject.cohorts.iter().map(card).collect() }]
}

/// Why there is no share.
pub(super) fn without_share(language: Language, of: Of<'_>, headline: &Headline) -> Vec<Block> {
    match headline.first() {
        Some(_) => vec![Block::text(language.no_children())],
        None if of.hides(headline) => no_share(language, language.publish_why_shares()),
        None => no_missing(language, of, headline),
    }
}

/// If Missing does not cover the period, there is no share, but the children are known.
fn no_missing(language: Language, of: Of<'_>, headline: &Headline) -> Vec<Block> {
    let children =
        headline.total(Count::Children).and_then(|total| total.exact).map(|value| language.own_children(value));
    let needed = needed(language, of.report, (of.period, of.subject.area), headline.cohort);
    let needed = needed.unwrap_or_else(|| language.results_need_missing().into());
    no_share(language, [children.as_deref().unwrap_or_default(), " ", &needed].concat())
}

fn answer(language: Language, of: Of<'_>, headline: &Headline, rate: &Rate) -> Vec<Block> {
    let mut blocks: Vec<Block> = share(language, of, headline, rate, &rests(language, rate)).into();
    if headline.cohort == Cohort::All {
        blocks.extend(standing::in_a_line(language, of.report, of.period).map(Block::text));
    }
    blocks.extend(changed(language, of, headline).map(Block::text));
    blocks.extend(bar::interval(language, of, headline, rate));
    blocks.extend(renewed(language, of.report).filter(|_| spans_two_returns(of.period)).map(Block::note));
    if of.report.may_be_part_in(of.period, headline.cohort) {
        blocks.push(Block::note(language.may_be_part(of.report.disclosure)));
    }
    blocks.extend(language.weakness(rate.numerator, rate.denominator).map(Block::note));
    blocks.extend(facts(language, of, headline, Some(rate)));
    blocks.push(of.quoted(headline, rate).block(language));
    blocks
}

/// What the share is based on.
pub(super) fn rests(language: Language, rate: &Rate) -> Text {
    language.own_of(&children_of(language, rate))
}

/// How the share has changed since the same days a year earlier, if returns cover them.
pub(super) fn changed(language: Language, of: Of<'_>, headline: &Headline) -> Option<Text> {
    let change = of.report.changes.iter().find(|change| {
        (change.basis, change.area, change.to, change.cohort, change.measure)
            == (Basis::ChildLevel, of.subject.area, of.period, headline.cohort, Measure::Share(Share::Missing))
    })?;
    Some(own_change::lead(Precise::of(language, of.report), change))
}

fn facts(language: Language, of: Of<'_>, headline: &Headline, rate: Option<&Rate>) -> Option<Block> {
    let exact = |count: Count| {
        let known = headline.total(count).and_then(|total: &Total| total.exact).map(|value| language.number(value));
        known.or_else(|| of.hides_count(headline, count).then(|| language.hidden_symbol().into()))
    };
    let mut facts = Vec::new();
    let mut fact = |name: &'static str, number: Option<Text>, about: Text| {
        facts.extend(number.map(|number| Fact { name: name.into(), number, about }));
    };
    let precise = Precise::of(language, of.report);
    // What DfE will print nobody knows from rounded numbers.
    let whole = of.period.as_collection_year().is_some() && !of.report.is_quiet_in(of.period);
    if headline.cohort == Cohort::All && whole && precise.unit().is_none() {
        fact(language.will_print(), rate.map(|value| language.whole(value)), language.will_print_about().into());
    }
    fact(language.incidents(), exact(Count::MissingIncidents), language.incidents_about().into());
    let each = headline.per_child.as_ref().and_then(|ratio| ratio.value);
    fact(
        language.per_child(),
        each.map(|value| precise.about(&language.tenths(value))),
        language.per_child_about().into(),
    );
    let more = headline.other(Share::MissingMoreThanOnce).map(|value| precise.share(value));
    let about = more.map(|share| language.share_of_children(&share)).unwrap_or_default();
    fact(language.more_than_once(), exact(Count::ChildrenMissingMoreThanOnce), about);
    let on = language.at_end_on(&language.day(of.period.end()));
    fact(language.at_end(), exact(Count::ChildrenMissingAtEnd), on);
    fact(language.away(), exact(Count::ChildrenAway), language.away_about().into());
    (!facts.is_empty()).then_some(Block::Facts { facts })
}
