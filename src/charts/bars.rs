//! Bars from nought, one under another, each with its name and number as text. One that is hidden is a dashed line.

use words::Language;
use yew::prelude::*;

use super::across;
use super::picture::Walk;
use document::Bar;

pub(super) fn bars(language: Language, bars: &[Bar], walk: &Walk) -> Html {
    html! {
        <ul class="bars" aria-hidden="true">
            { for bars.iter().enumerate().map(|(at, bar)| line(walk, at, bar.marked, &bar.name, &bar.number, html! {
                if let Some(length) = bar.length {
                    <rect class="bars__track" x="0" y="2" width="100%" height="16" />
                    <rect class="bars__bar" x="0" y="2" width={across(language, length.clamp(0.0, 1.0))} height="16" />
                } else {
                    <line class="bars__hidden" x1="0" y1="10" x2="100%" y2="10" />
                }
            })) }
        </ul>
    }
}

/// One line: its name, its picture, its number.
pub(super) fn line(walk: &Walk, at: usize, marked: bool, name: &AttrValue, number: &AttrValue, inside: Html) -> Html {
    let class =
        classes!("bars__line", marked.then_some("bars__line--marked"), walk.is_at(at).then_some("bars__line--shown"),);
    html! {
        <li {class} onmouseover={walk.point(at)}>
            <span class="bars__name">{ name }</span>
            <svg class="bars__picture" width="100%" height="20">{ inside }</svg>
            <span class="bars__number">{ number }</span>
        </li>
    }
}
