//! A plane with two scales: dots, intervals and curves. What a dot says is told below when it is pointed at or reached
//! with the arrow keys, and stands in the table beside the chart.

use yew::prelude::*;

use super::across;
use crate::document::{Plot, PlotKey, Tick};
use crate::shared::Shared;

#[derive(Properties, PartialEq)]
pub(super) struct PlotProps {
    pub(super) plot: Shared<Plot>,
}

/// The outlines of the marks, around their middle: circle, square, diamond, triangle.
const OUTLINES: [&str; 4] =
    ["M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0Z", "M-5-5h10v10h-10Z", "M0-7L7 0L0 7L-7 0Z", "M0-7L7 5L-7 5Z"];

#[component]
pub(super) fn PlotPicture(PlotProps { plot }: &PlotProps) -> Html {
    let at = use_state(|| None::<usize>);
    // A picture of other figures has other dots.
    let shown = at.and_then(|at| plot.dots.get(at));
    let last = plot.dots.len().saturating_sub(1);
    let onkeydown = {
        let at = at.clone();
        Callback::from(move |event: KeyboardEvent| {
            let next = match event.key().as_str() {
                "ArrowRight" | "ArrowUp" => at.map_or(0, |at| (at + 1).min(last)),
                "ArrowLeft" | "ArrowDown" => at.map_or(last, |at| at.saturating_sub(1)),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            at.set(Some(next));
        })
    };
    let dot = |(place, dot): (usize, &crate::document::Dot)| {
        let point = {
            let at = at.clone();
            Callback::from(move |_: MouseEvent| at.set(Some(place)))
        };
        let (x, y) = (across(dot.x), across(1.0 - dot.y));
        let span = dot.span.as_ref().map(|span| {
            html! {
                <line
                    class="plot__span"
                    x1={x.clone()}
                    x2={x.clone()}
                    y1={across(1.0 - span.lower)}
                    y2={across(1.0 - span.upper)}
                />
            }
        });
        let class = classes!(
            "plot__dot",
            ["plot__mark-", &dot.mark.to_string()].concat(),
            dot.marked.then_some("plot__dot--marked"),
            (*at == Some(place)).then_some("plot__dot--shown"),
        );
        html! {
            <>
                { span }
                <svg {x} {y} class={class} onmouseover={point.clone()} onclick={point}>
                    <path d={outline(dot.mark)} />
                </svg>
            </>
        }
    };
    html! {
        <div class="plot">
            <ul class="plot__key" aria-hidden="true">{ for plot.key.iter().map(key) }</ul>
            <p class="plot__name" aria-hidden="true">{ &plot.name_y }</p>
            <div class="plot__frame">
                <svg class="plot__y" aria-hidden="true">
                    { for plot.ticks_y.iter().map(|Tick { at, text }| html! {
                        <text x="100%" y={across(1.0 - at)} dy="0.35em" text-anchor="end">{ text }</text>
                    }) }
                </svg>
                <svg class="plot__area" tabindex="0" role="group" aria-label={plot.hint.clone()} {onkeydown}>
                    { for plot.ticks_y.iter().map(|Tick { at, .. }| html! {
                        <line class="plot__grid" x1="0" x2="100%" y1={across(1.0 - at)} y2={across(1.0 - at)} />
                    }) }
                    <svg viewBox="0 0 10000 10000" preserveAspectRatio="none" width="100%" height="100%">
                        { for plot.curves.iter().map(|curve| html! {
                            <polyline
                                class={["plot__curve plot__curve-", &curve.style.to_string()].concat()}
                                points={curve.points.clone()}
                            />
                        }) }
                    </svg>
                    { for plot.dots.iter().enumerate().map(dot) }
                </svg>
                <svg class="plot__x" aria-hidden="true">
                    { for plot.ticks_x.iter().map(|Tick { at, text }| html! {
                        <text x={across(*at)} y="1.2em" text-anchor={anchor(*at)}>{ text }</text>
                    }) }
                </svg>
            </div>
            <p class="plot__name plot__name--x" aria-hidden="true">{ &plot.name_x }</p>
            <p class="plot__said" role="status">{ shown.map_or(&plot.hint, |dot| &dot.text) }</p>
        </div>
    }
}

/// Texts at the ends keep within the picture.
fn anchor(at: f64) -> &'static str {
    if at < 0.03 {
        "start"
    } else if at > 0.97 {
        "end"
    } else {
        "middle"
    }
}

fn outline(mark: u8) -> &'static str {
    OUTLINES.get(usize::from(mark)).copied().unwrap_or(OUTLINES[0])
}

fn key(key: &PlotKey) -> Html {
    html! {
        <li class="plot__key-line">
            <svg width="28" height="16" aria-hidden="true">
                { match key.curve {
                    Some(style) => html! {
                        <line class={["plot__curve plot__curve-", &style.to_string()].concat()} x1="0" x2="28" y1="8" y2="8" />
                    },
                    None => html! {
                        <svg x="14" y="8" class={["plot__dot plot__mark-", &key.mark.to_string()].concat()}>
                            <path d={outline(key.mark)} />
                        </svg>
                    },
                } }
            </svg>
            { &key.text }
        </li>
    }
}
