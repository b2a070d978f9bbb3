//! Dots and their intervals on one scale, one under another, each with its name and number as text.

use words::Language;
use yew::prelude::*;

use super::across;
use super::bars::line;
use super::picture::Walk;
use document::{DotLine, Scale};

pub(super) fn dots(language: Language, lines: &[DotLine], scale: &Scale, walk: &Walk) -> Html {
    let inside = |dot: &DotLine| {
        html! {
            <>
                <rect class="bars__track" x="0" y="9" width="100%" height="2" />
                if let Some(line) = scale.line {
                    <line class="dots__line" x1={across(language, line)} x2={across(language, line)} y1="0" y2="20" />
                }
                if let Some(span) = &dot.span {
                    <line class="plot__span" x1={across(language, span.lower)} x2={across(language, span.upper)} y1="10" y2="10" />
                }
                <circle class="dots__dot" cx={across(language, dot.at)} cy="10" r={if dot.marked { "7" } else { "5" }} />
            </>
        }
    };
    html! {
        <ul class="bars dots" aria-hidden="true">
            { for lines.iter().enumerate().map(|(at, dot)| {
                line(walk, at, dot.marked, &dot.name, &dot.number, inside(dot))
            }) }
            <li class="bars__line dots__scale">
                <span>{ &scale.line_text }</span>
                <span class="dots__ends"><span>{ &scale.least }</span><span>{ &scale.most }</span></span>
                <span></span>
            </li>
        </ul>
    }
}
