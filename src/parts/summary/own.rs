//! What an authority's own return says, cohort by cohort.

use missing_rates::cohort::{Cohort, Count, Share};
use missing_rates::report::{Rate, Total};
use yew::AttrValue;

use super::super::weak::of_share;
use super::{Headline, Of, bar, no_share, share};
use crate::document::{Block, Card, Fact};
use crate::text;

pub(super) fn blocks(of: Of<'_>) -> Vec<Block> {
    let card = |headline: &Headline| Card {
        title: of.title(headline),
        about: text::subject_return().into(),
        blocks: match headline.first() {
            Some(rate) if rate.value.is_some() => answer(of, headline, rate),
            Some(_) => vec![Block::text(text::no_children())],
            None if of.hides(headline) => {
                let mut blocks = no_share(text::publish_why_shares());
                blocks.extend(facts(of, headline, None));
                blocks
            }
            None => no_missing(headline),
        },
    };
    vec![Block::Cards { cards: of.subject.cohorts.iter().map(card).collect() }]
}

/// Without a Missing file there is no share, but the children are known.
fn no_missing(headline: &Headline) -> Vec<Block> {
    let children = headline.total(Count::Children).and_then(|total| total.exact).map(text::own_children);
    no_share([children.as_deref().unwrap_or_default(), " ", text::results_need_missing()].concat())
}

fn answer(of: Of<'_>, headline: &Headline, rate: &Rate) -> Vec<Block> {
    let rests = text::OwnOf { children: rate.denominator, missing: rate.numerator }.text();
    let mut blocks: Vec<Block> = share(headline, rate, &rests).into();
    blocks.extend(bar::interval(of, headline, rate));
    blocks.extend(of_share(rate.numerator, rate.denominator).map(Block::note));
    blocks.extend(facts(of, headline, Some(rate)));
    blocks
}

fn facts(of: Of<'_>, headline: &Headline, rate: Option<&Rate>) -> Option<Block> {
    let exact = |count: Count| {
        let known = headline.total(count).and_then(|total: &Total| total.exact).map(text::format::number);
        known.or_else(|| of.hides_count(headline, count).then(|| text::hidden_symbol().into()))
    };
    let mut facts = Vec::new();
    let mut fact = |name: &'static str, number: Option<AttrValue>, about: AttrValue| {
        facts.extend(number.map(|number| Fact { name: name.into(), number, about }));
    };
    if headline.cohort == Cohort::All && of.period.as_collection_year().is_some() {
        fact(text::will_print(), rate.map(text::format::whole), text::will_print_about().into());
    }
    fact(text::incidents(), exact(Count::MissingIncidents), text::incidents_about().into());
    let each = headline.per_child.as_ref().and_then(|ratio| ratio.value);
    fact(text::per_child(), each.map(text::format::tenths), text::per_child_about().into());
    let more = headline.other(Share::MissingMoreThanOnce).map(text::format::rate);
    let about = more.map(|share| text::share_of_children(&share)).unwrap_or_default();
    fact(text::more_than_once(), exact(Count::ChildrenMissingMoreThanOnce), about);
    let on = text::at_end_on(&text::format::day(of.period.end()));
    fact(text::at_end(), exact(Count::ChildrenMissingAtEnd), on);
    fact(text::away(), exact(Count::ChildrenAway), text::away_about().into());
    (!facts.is_empty()).then_some(Block::Facts { facts })
}
