//! What an authority's own return says, cohort by cohort.

use missing_rates::cohort::{Cohort, Count, Share};
use missing_rates::report::{Rate, Total};
use words::Text;

use super::{Headline, Of, bar, no_share, share};
use document::{Block, Card, Fact};

pub(super) fn blocks(of: Of<'_>) -> Vec<Block> {
    let card = |headline: &Headline| Card {
        title: of.title(headline),
        about: words::subject_return().into(),
        blocks: match headline.first() {
            Some(rate) if rate.value.is_some() => answer(of, headline, rate),
            Some(_) => vec![Block::text(words::no_children())],
            None if of.hides(headline) => {
                let mut blocks = no_share(words::publish_why_shares());
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
    let children = headline.total(Count::Children).and_then(|total| total.exact).map(words::own_children);
    no_share([children.as_deref().unwrap_or_default(), " ", words::results_need_missing()].concat())
}

fn answer(of: Of<'_>, headline: &Headline, rate: &Rate) -> Vec<Block> {
    let rests = words::OwnOf { children: rate.denominator, missing: rate.numerator }.text();
    let mut blocks: Vec<Block> = share(headline, rate, &rests).into();
    blocks.extend(bar::interval(of, headline, rate));
    blocks.extend(words::weakness(rate.numerator, rate.denominator).map(Block::note));
    blocks.extend(facts(of, headline, Some(rate)));
    blocks
}

fn facts(of: Of<'_>, headline: &Headline, rate: Option<&Rate>) -> Option<Block> {
    let exact = |count: Count| {
        let known = headline.total(count).and_then(|total: &Total| total.exact).map(words::format::number);
        known.or_else(|| of.hides_count(headline, count).then(|| words::hidden_symbol().into()))
    };
    let mut facts = Vec::new();
    let mut fact = |name: &'static str, number: Option<Text>, about: Text| {
        facts.extend(number.map(|number| Fact { name: name.into(), number, about }));
    };
    if headline.cohort == Cohort::All && of.period.as_collection_year().is_some() {
        fact(words::will_print(), rate.map(words::format::whole), words::will_print_about().into());
    }
    fact(words::incidents(), exact(Count::MissingIncidents), words::incidents_about().into());
    let each = headline.per_child.as_ref().and_then(|ratio| ratio.value);
    fact(words::per_child(), each.map(words::format::tenths), words::per_child_about().into());
    let more = headline.other(Share::MissingMoreThanOnce).map(words::format::rate);
    let about = more.map(|share| words::share_of_children(&share)).unwrap_or_default();
    fact(words::more_than_once(), exact(Count::ChildrenMissingMoreThanOnce), about);
    let on = words::at_end_on(&words::format::day(of.period.end()));
    fact(words::at_end(), exact(Count::ChildrenMissingAtEnd), on);
    fact(words::away(), exact(Count::ChildrenAway), words::away_about().into());
    (!facts.is_empty()).then_some(Block::Facts { facts })
}
