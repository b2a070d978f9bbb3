//! Bars from nought, one under another, each with its name and number as text.

use yew::prelude::*;

use super::across;
use crate::document::Bar;

pub(super) fn bars(bars: &[Bar]) -> Html {
    html! {
        <ul class="bars" aria-hidden="true">
            { for bars.iter().map(|bar| html! {
                <li class={classes!("bars__line", bar.marked.then_some("bars__line--marked"))}>
                    <span class="bars__name">{ &bar.name }</span>
                    <svg class="bars__picture" width="100%" height="20" aria-hidden="true">
                        <rect class="bars__track" x="0" y="2" width="100%" height="16" />
                        <rect class="bars__bar" x="0" y="2" width={across(bar.length.clamp(0.0, 1.0))} height="16" />
                    </svg>
                    <span class="bars__number">{ &bar.number }</span>
                </li>
            }) }
        </ul>
    }
}
