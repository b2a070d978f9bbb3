//! Dots and their intervals on one scale, one under another, each with its name and number as text.

use yew::prelude::*;

use super::across;
use crate::document::{DotLine, Scale};

pub(super) fn dots(lines: &[DotLine], scale: &Scale) -> Html {
    html! {
        <ul class="bars dots" aria-hidden="true">
            { for lines.iter().map(|line| html! {
                <li class={classes!("bars__line", line.marked.then_some("bars__line--marked"))}>
                    <span class="bars__name">{ &line.name }</span>
                    <svg class="bars__picture" width="100%" height="20" aria-hidden="true">
                        <rect class="bars__track" x="0" y="9" width="100%" height="2" />
                        if let Some(line) = scale.line {
                            <line class="dots__line" x1={across(line)} x2={across(line)} y1="0" y2="20" />
                        }
                        if let Some(span) = &line.span {
                            <line class="plot__span" x1={across(span.lower)} x2={across(span.upper)} y1="10" y2="10" />
                        }
                        <circle class="dots__dot" cx={across(line.at)} cy="10" r={if line.marked { "7" } else { "5" }} />
                    </svg>
                    <span class="bars__number">{ &line.number }</span>
                </li>
            }) }
            <li class="bars__line dots__scale">
                <span>{ &scale.line_text }</span>
                <span class="dots__ends"><span>{ &scale.least }</span><span>{ &scale.most }</span></span>
                <span></span>
            </li>
        </ul>
    }
}
