//! What an authority's own return says, cohort by cohort.

use missing_rates::cohort::{Cohort, Count, Share};
use missing_rates::period::Period;
use missing_rates::report::{Rate, Total};
use yew::prelude::*;

use super::headline::{cards_class, interval_bar, share, weaknesses};
use crate::text;
use crate::view::{Headline, Subject};

pub(crate) fn own_return(subject: &Subject, period: Period) -> Html {
    html! {
        <div class="headlines">
            <div class={cards_class(subject)}>
                { for subject.cohorts.iter().map(|headline| card(headline, period)) }
            </div>
        </div>
    }
}

fn card(headline: &Headline, period: Period) -> Html {
    let title = text::CohortHeading { cohort: text::cohort(headline.cohort), period: &text::format::period(period) };
    html! {
        <article class="card">
            <h3 class="govuk-heading-m card__title">{ title.text() }</h3>
            <p class="card__area quiet">{ text::subject_return() }</p>
            { match headline.first() {
                Some(rate) if rate.value.is_some() => answer(headline, rate, period),
                Some(_) => html! { <p class="govuk-body">{ text::no_children() }</p> },
                None => no_missing(headline),
            } }
        </article>
    }
}

/// Without a Missing file there is no share, but the children are known.
fn no_missing(headline: &Headline) -> Html {
    let children = headline.total(Count::Children).and_then(|total| total.exact);
    html! {
        <>
            <p class="card__none">{ text::no_matched() }</p>
            <p class="govuk-body">
                { for children.map(text::own_children) }
                { " " }
                { text::results_need_missing() }
            </p>
        </>
    }
}

fn answer(headline: &Headline, rate: &Rate, period: Period) -> Html {
    let rests = text::OwnOf { children: rate.denominator, missing: rate.numerator };
    html! {
        <>
            { share(headline, rate, rests.text()) }
            { interval_bar(rate) }
            { for weaknesses(rate, None).into_iter().map(|words| html! { <p class="weak">{ words }</p> }) }
            <dl class="facts">
                if headline.cohort == Cohort::All && period.as_collection_year().is_some() {
                    { fact(text::will_print(), text::format::whole(rate), text::will_print_about().into()) }
                }
                { facts(headline, period) }
            </dl>
        </>
    }
}

fn fact(name: &'static str, number: AttrValue, about: AttrValue) -> Html {
    html! {
        <div class="fact">
            <dt class="fact__name">{ name }</dt>
            <dd class="fact__number">{ number }</dd>
            <dd class="fact__about quiet">{ about }</dd>
        </div>
    }
}

fn facts(headline: &Headline, period: Period) -> Html {
    let exact = |count: Count| headline.total(count).and_then(|total: &Total| total.exact);
    let mut facts = Vec::new();
    if let Some(number) = exact(Count::MissingIncidents) {
        facts.push(fact(text::incidents(), text::format::number(number), text::incidents_about().into()));
    }
    if let Some(value) = headline.per_child.as_ref().and_then(|ratio| ratio.value) {
        facts.push(fact(text::per_child(), text::format::tenths(value), text::per_child_about().into()));
    }
    if let Some(number) = exact(Count::ChildrenMissingMoreThanOnce) {
        let share = headline.other(Share::MissingMoreThanOnce).map(text::format::rate).unwrap_or_default();
        facts.push(fact(text::more_than_once(), text::format::number(number), text::share_of_children(&share)));
    }
    if let Some(number) = exact(Count::ChildrenMissingAtEnd) {
        let on = text::at_end_on(&text::format::day(period.end()));
        facts.push(fact(text::at_end(), text::format::number(number), on));
    }
    if let Some(number) = exact(Count::ChildrenAway) {
        facts.push(fact(text::away(), text::format::number(number), text::away_about().into()));
    }
    html! { <>{ for facts }</> }
}
