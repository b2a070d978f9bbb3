//! The pooled share of each cohort: the answer, what it rests on, and the doubt.

use missing_rates::cohort::Cohort;
use missing_rates::period::Period;
use missing_rates::report::{Basis, Coverage, Rate};
use yew::prelude::*;

use super::coverage::who_answered;
use super::details::details;
use crate::charts::{Band, share_bar};
use crate::text;
use crate::view::{Headline, Subject};

pub(crate) fn headlines(subject: &Subject, period: Period) -> Html {
    let area = subject.area.name.unwrap_or_default();
    let has = |cohort: Cohort| subject.cohorts.iter().any(|headline| headline.cohort == cohort);
    html! {
        <div class="headlines">
            <div class={cards_class(subject)}>
                { for subject.cohorts.iter().map(|headline| card(headline, area, period)) }
            </div>
            if has(Cohort::Trafficked) && has(Cohort::Unaccompanied) {
                <p class="govuk-body-s quiet">{ text::overlap_note() }</p>
            }
        </div>
    }
}

fn card(headline: &Headline, area: &str, period: Period) -> Html {
    let title = text::CohortHeading { cohort: text::cohort(headline.cohort), period: &text::format::period(period) };
    html! {
        <article class="card">
            <h3 class="govuk-heading-m card__title">{ title.text() }</h3>
            <p class="card__area quiet">{ area }</p>
            { match headline.first() {
                Some(rate) if rate.value.is_some() => answer(headline, rate),
                Some(rate) if rate.denominator == 0 && rate.authorities > 0 => no_share(text::no_children()),
                _ => no_share(text::no_matched_why()),
            } }
            { why_not(headline) }
            { for headline.coverage.iter().map(|coverage| who_answered(coverage, area)) }
        </article>
    }
}

/// Cards stand side by side; a single one takes the whole width.
pub(super) fn cards_class(subject: &Subject) -> Classes {
    classes!("headlines__cards", (subject.cohorts.len() == 1).then_some("headlines__cards--one"))
}

fn no_share(why: &'static str) -> Html {
    html! {
        <>
            <p class="card__none">{ text::no_matched() }</p>
            <p class="govuk-body">{ why }</p>
        </>
    }
}

/// The share, large, with its sentence; and what it rests on.
pub(super) fn share(headline: &Headline, rate: &Rate, rests: AttrValue) -> Html {
    html! {
        <>
            <p class="answer">
                <span class="answer__share">{ text::format::rate(rate) }</span>
                { " " }
                <span class="answer__words">{ text::headline(headline.cohort) }</span>
            </p>
            <p class="govuk-body">{ rests }{ interval(rate) }{ "." }</p>
        </>
    }
}

fn answer(headline: &Headline, rate: &Rate) -> Html {
    let rests = text::MatchedOf { authorities: rate.authorities, children: rate.denominator, missing: rate.numerator };
    html! {
        <>
            { share(headline, rate, rests.text()) }
            { bounds(headline, rate) }
            { for weaknesses(rate, headline.coverage.as_ref()).into_iter().map(|words| html! {
                <p class="weak">{ words }</p>
            }) }
            { incidents(headline) }
        </>
    }
}

fn incidents(headline: &Headline) -> Html {
    let Some(ratio) = &headline.per_child else { return html! {} };
    let Some(value) = ratio.value else { return html! {} };
    let words =
        text::AveragesOf { children: ratio.denominator, incidents: ratio.numerator, per: &text::format::tenths(value) };
    html! { <p class="govuk-body">{ words.text() }{ ", " }{ text::incidents_matched(ratio.authorities) }{ "." }</p> }
}

/// “ · 95% interval 35.1% to 39.0%”
fn interval(rate: &Rate) -> AttrValue {
    rate.interval.as_ref().map_or_else(AttrValue::default, |interval| {
        let (lower, upper) = (text::format::share(interval.lower), text::format::share(interval.upper));
        text::IntervalOf { lower: &lower, upper: &upper }.text()
    })
}

/// The range in which the share lies, as a bar and in words.
fn bounds(headline: &Headline, rate: &Rate) -> Html {
    let (Some(lowest), Some(highest)) = (headline.on(Basis::Lowest), headline.on(Basis::Highest)) else {
        return interval_bar(rate);
    };
    let (Some(share), Some(lower), Some(upper)) = (rate.value, lowest.value, highest.value) else { return html! {} };
    let ranges = by_ranges(headline);
    if (lowest.numerator, lowest.denominator) == (highest.numerator, highest.denominator) {
        // Nobody who counted children was silent on how many went missing.
        return html! { <>{ interval_bar(rate) }{ for ranges.map(|words| html! { <p class="govuk-body">{ words }</p> }) }</> };
    }
    let (low, high) = (text::format::rate(lowest), text::format::rate(highest));
    let label = text::BarLabel { lower: &low, share: &text::format::rate(rate), upper: &high };
    let words = text::BoundsText { children: lowest.denominator, lower: &low, upper: &high };
    html! {
        <>
            { share_bar(share, Band { lower, upper }, label.text(), text::bar_range()) }
            <p class="govuk-body">{ words.text() }{ " " }{ ranges.unwrap_or_default() }</p>
        </>
    }
}

/// The share with its interval.
pub(super) fn interval_bar(rate: &Rate) -> Html {
    let (Some(share), Some(interval)) = (rate.value, &rate.interval) else { return html! {} };
    let (lower, upper) = (text::format::share(interval.lower), text::format::share(interval.upper));
    let label = text::BarLabelInterval { lower: &lower, share: &text::format::rate(rate), upper: &upper };
    let band = Band { lower: interval.lower, upper: interval.upper };
    share_bar(share, band, label.text(), text::bar_interval())
}

/// The bounds that take every range at its word, in the number of children too: other authorities than those that counted
/// their children exactly. `None` if nobody gave a range.
fn by_ranges(headline: &Headline) -> Option<AttrValue> {
    let (lowest, highest) = (headline.on(Basis::LowestByRanges)?, headline.on(Basis::HighestByRanges)?);
    let exact = headline.on(Basis::Highest).map_or(0, |rate| rate.authorities);
    let half = headline.coverage.as_ref().map_or(0, |coverage| coverage.children_only_with_range);
    let (lower, upper) = (text::format::rate(lowest), text::format::rate(highest));
    let words = text::BoundsRanges { authorities: lowest.authorities, lower: &lower, upper: &upper };
    (half > 0 || lowest.authorities > exact).then(|| words.text())
}

/// What makes the share weak, if anything.
pub(super) fn weaknesses(rate: &Rate, coverage: Option<&Coverage>) -> Vec<AttrValue> {
    let mut weak: Vec<AttrValue> =
        weakness_of(rate.numerator, rate.denominator).into_iter().map(AttrValue::from).collect();
    if let Some(coverage) = coverage {
        if coverage.in_area > 1 && coverage.both == 1 {
            weak.push(text::weak_one().into());
        } else if coverage.both < coverage.in_area / 2 {
            weak.push(text::weak_few(coverage.in_area));
        }
    }
    weak
}

/// What makes a share of these numbers weak, whoever gave them.
pub(super) fn weakness_of(missing: u64, children: u64) -> Option<&'static str> {
    const SMALL: u64 = 20;
    match missing {
        0 => Some(text::nobody_missing()),
        all if all == children => Some(text::everybody_missing()),
        few if few < SMALL => Some(text::weak_small()),
        _ => None,
    }
}

/// What a spreadsheet would say, and why that is wrong.
fn why_not(headline: &Headline) -> Html {
    let (Some(naive), Some(matched), Some(coverage)) =
        (headline.on(Basis::AllAnswers), headline.on(Basis::Matched), &headline.coverage)
    else {
        return html! {};
    };
    let share = text::format::rate(naive);
    if share == text::format::rate(matched) {
        return html! {};
    }
    let divides = text::WhyNotDivides { children: naive.denominator, missing: naive.numerator, naive: &share };
    let children = text::WhyNotChildren {
        authorities: coverage.children_only,
        children: coverage.children_unmatched.unwrap_or(0),
    };
    let body = html! {
        <>
            <p>{ divides.text() }</p>
            if naive.value.is_none() {
                <p>{ text::why_not_above() }</p>
            }
            if coverage.children_only > 0 {
                <p>{ children.text() }</p>
            }
            if coverage.missing_only > 0 {
                <p>{ text::why_not_missing(coverage.missing_only) }</p>
            }
        </>
    };
    details(text::why_not(&text::format::whole(naive)), "", body)
}
