//! How many authorities answered.

use missing_rates::report::Coverage;
use yew::prelude::*;

use super::details::details;
use crate::text;

pub(super) fn who_answered(coverage: &Coverage, area: &str) -> Html {
    let line = |number: u64, words: &'static str| {
        html! {
            <div class="who__line">
                <dt class="who__number">{ text::format::number(number) }</dt>
                <dd class="who__words">{ words }</dd>
            </div>
        }
    };
    let named = text::WhoNamed { all: coverage.in_area, area, named: coverage.named };
    let body = html! {
        <>
            <dl class="who">
                { line(coverage.both, text::who_both()) }
                { line(coverage.children_only, text::who_children_only()) }
                { line(coverage.missing_only, text::who_missing_only()) }
                { line(coverage.neither, text::who_neither()) }
            </dl>
            <p>{ named.text() }</p>
        </>
    };
    details(text::who_answered(), "", body)
}
