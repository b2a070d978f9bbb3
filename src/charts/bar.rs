//! A bar from 0% to 100%, with a share on it and the range in which it lies.

use words::Language;
use yew::prelude::*;

use super::across;
use super::picture::Walk;
use document::{Bounds, Span};

/// A bar by itself: `label` says all of it in a sentence; `name` is what the range is.
pub(crate) fn share_bar(language: Language, share: f64, span: &Span, label: AttrValue, name: &AttrValue) -> Html {
    let mark = |_: usize| ("", Callback::noop());
    html! { <figure class="bar">{ picture(language, share, span, Some(label), &mark) }{ key(language, name) }</figure> }
}

/// A bar as a chart.
pub(super) fn bounds(language: Language, Bounds { share, span, name, .. }: &Bounds, walk: &Walk) -> Html {
    let mark = |at: usize| (if walk.is_at(at) { " bar__mark--shown" } else { "" }, walk.point(at));
    html! { <div class="bar" aria-hidden="true">{ picture(language, *share, span, None, &mark) }{ key(language, name) }</div> }
}

/// `mark` gives the class of one of its three marks, and what pointing at it does.
fn picture(
    language: Language,
    share: f64,
    span: &Span,
    label: Option<AttrValue>,
    mark: &dyn Fn(usize) -> (&'static str, Callback<MouseEvent>),
) -> Html {
    let end = |at: usize, share: f64| {
        let (class, onmouseover) = mark(at);
        let class = ["bar__mark bar__end", class].concat();
        html! { <line {class} {onmouseover} x1={across(language, share)} x2={across(language, share)} y1="8" y2="36" /> }
    };
    let (class, onmouseover) = mark(1);
    let class = ["bar__mark bar__share", class].concat();
    html! {
        <svg class="bar__picture" width="100%" height="44" role={label.is_some().then_some("img")} aria-label={label}>
            <rect class="bar__track" x="0" y="16" width="100%" height="12" />
            <rect
                class="bar__band"
                x={across(language, span.lower)}
                y="12"
                width={across(language, (span.upper - span.lower).max(0.0))}
                height="20"
            />
            { end(0, span.lower) }
            { end(2, span.upper) }
            <circle {class} {onmouseover} cx={across(language, share)} cy="22" r="8" />
        </svg>
    }
}

fn key(language: Language, name: &AttrValue) -> Html {
    html! {
        <>
            <div class="bar__ends" aria-hidden="true">
                <span>{ language.bar_zero() }</span>
                <span>{ language.bar_all() }</span>
            </div>
            <div class="bar__key" aria-hidden="true">
                <span class="bar__key-item bar__key-item--share">{ language.bar_share() }</span>
                <span class="bar__key-item bar__key-item--band">{ name }</span>
            </div>
        </>
    }
}
