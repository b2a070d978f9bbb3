//! A plane with two scales: dots, intervals and curves.

use words::Language;
use yew::prelude::*;

use super::across;
use super::picture::Walk;
use document::{Dot, Mark, Plot, PlotKey, Sign, Stroke, Tick};

pub(super) fn plot(language: Language, plot: &Plot, walk: &Walk) -> Html {
    let dot = |(place, dot): (usize, &Dot)| {
        let point = walk.point(place);
        let (x, y) = (across(language, dot.x), across(language, 1.0 - dot.y));
        let span = dot.span.as_ref().map(|span| {
            html! {
                <line
                    class={["plot__span plot__span-", number(dot.mark)].concat()}
                    x1={x.clone()}
                    x2={x.clone()}
                    y1={across(language, 1.0 - span.lower)}
                    y2={across(language, 1.0 - span.upper)}
                />
            }
        });
        let class = classes!(
            "plot__dot",
            ["plot__mark-", number(dot.mark)].concat(),
            dot.marked.then_some("plot__dot--marked"),
            walk.is_at(place).then_some("plot__dot--shown"),
        );
        html! {
            <>
                { span }
                <svg {x} {y} class={class} onmouseover={point.clone()} onclick={point}>
                    <path d={dot.mark.outline()} />
                </svg>
            </>
        }
    };
    html! {
        <div class="plot" aria-hidden="true">
            <ul class="plot__key">{ for plot.key.iter().map(key) }</ul>
            <p class="plot__name">{ &plot.name_y }</p>
            <div class="plot__frame">
                <svg class="plot__y">
                    { for plot.ticks_y.iter().map(|Tick { at, text }| html! {
                        <text x="100%" y={across(language, 1.0 - at)} dy="0.35em" text-anchor="end">{ text }</text>
                    }) }
                </svg>
                <svg class="plot__area">
                    { for plot.ticks_y.iter().map(|Tick { at, .. }| html! {
                        <line class="plot__grid" x1="0" x2="100%" y1={across(language, 1.0 - at)} y2={across(language, 1.0 - at)} />
                    }) }
                    <svg viewBox="0 0 10000 10000" preserveAspectRatio="none" width="100%" height="100%">
                        { for plot.curves.iter().map(|curve| html! {
                            <polyline
                                class={curve_class(curve.stroke)}
                                points={points(&curve.points)}
                            />
                        }) }
                    </svg>
                    // Those that stand back lie below the others, and labels above all.
                    { for plot.dots.iter().enumerate().filter(|(_, of)| of.mark == Mark::Small).map(dot) }
                    { for plot.dots.iter().enumerate().filter(|(_, of)| of.mark != Mark::Small).map(dot) }
                    { for plot.dots.iter().filter(|dot| !dot.label.is_empty()).map(|value| label(language, value)) }
                </svg>
                <svg class="plot__x">
                    { for plot.ticks_x.iter().map(|Tick { at, text }| html! {
                        <text x={across(language, *at)} y="1.2em" text-anchor={anchor(*at)}>{ text }</text>
                    }) }
                </svg>
            </div>
            <p class="plot__name plot__name--x">{ &plot.name_x }</p>
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

/// The name above a dot and its interval.
fn label(language: Language, dot: &Dot) -> Html {
    let anchor = if dot.x < 0.5 { "start" } else { "end" };
    let top = dot.span.as_ref().map_or(dot.y, |span| span.upper);
    html! {
        <svg x={across(language, dot.x)} y={across(language, 1.0 - top)}>
            <text class="plot__label" y="-12" text-anchor={anchor}>{ &dot.label }</text>
        </svg>
    }
}

fn key(key: &PlotKey) -> Html {
    html! {
        <li class="plot__key-line">
            <svg width="28" height="16">
                { match key.sign {
                    Sign::Curve(stroke) => html! {
                        <line class={curve_class(stroke)} x1="0" x2="28" y1="8" y2="8" />
                    },
                    Sign::Mark(mark) => html! {
                        <svg x="14" y="8" class={["plot__dot plot__mark-", number(mark)].concat()}>
                            <path d={mark.outline()} />
                        </svg>
                    },
                } }
            </svg>
            { &key.text }
        </li>
    }
}

/// The points of a curve in a picture ten thousand wide and high, from above.
fn points(places: &[(f64, f64)]) -> String {
    let mut out = String::new();
    for (x, y) in places {
        for (at, end) in [(*x, ","), (1.0 - y, " ")] {
            #[expect(clippy::cast_possible_truncation, reason = "from 0 to 10,000")]
            let whole = (at * 1e4).round() as i32;
            out.push_str(&whole.to_string());
            out.push_str(end);
        }
    }
    out
}

fn curve_class(stroke: Stroke) -> &'static str {
    match stroke {
        Stroke::Whole => "plot__curve plot__curve-0",
        Stroke::Dashed => "plot__curve plot__curve-1",
        Stroke::Dotted => "plot__curve plot__curve-2",
    }
}

/// By which number the style sheet knows a mark.
fn number(mark: Mark) -> &'static str {
    match mark {
        Mark::Circle => "0",
        Mark::Square => "1",
        Mark::Diamond => "2",
        Mark::Triangle => "3",
        Mark::Small => "4",
    }
}
