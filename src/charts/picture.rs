//! A chart with its caption. Those who do not see it hear what it shows; whoever points at a mark, or comes to it with
//! the arrow keys, is told what it says, which stands in the table beside the chart too.

use words::Language;
use yew::prelude::*;

use super::{bar, bars, dots, plot, tiles};
use crate::state::Action;
use document::Picture as Kind;
use document::Shared;
use document::{Chart, Drawing};

#[derive(Properties, PartialEq)]
pub(super) struct PictureProps {
    pub(super) language: Language,
    pub(super) chart: Shared<Chart>,
    pub(super) act: Callback<Action>,
}

/// Which mark is told of.
pub(super) struct Walk(UseStateHandle<Option<usize>>);

impl Walk {
    pub(super) fn is_at(&self, mark: usize) -> bool {
        *self.0 == Some(mark)
    }

    /// What pointing at a mark does.
    pub(super) fn point(&self, mark: usize) -> Callback<MouseEvent> {
        let at = self.0.clone();
        Callback::from(move |_| at.set(Some(mark)))
    }

    /// What a key does, of so many marks.
    fn key(&self, marks: usize) -> Callback<KeyboardEvent> {
        let at = self.0.clone();
        let last = marks.saturating_sub(1);
        Callback::from(move |event: KeyboardEvent| {
            let next = match event.key().as_str() {
                "ArrowRight" | "ArrowDown" => at.map_or(0, |at| at + 1),
                "ArrowLeft" | "ArrowUp" => at.map_or(last, |at| at.saturating_sub(1)),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            at.set(Some(next.min(last)));
        })
    }
}

#[component]
pub(super) fn Picture(PictureProps { language, chart, act }: &PictureProps) -> Html {
    let walk = Walk(use_state(|| None));
    let said = chart.drawing.said();
    // A picture of other figures has other marks.
    let told = walk.0.and_then(|at| said.get(at).cloned()).unwrap_or(AttrValue::Static(language.chart_hint()));
    let [caption_id, said_id] = ["chart-", "chart-said-"].map(|what| [what, &chart.id].concat());
    let keep = |kind: Kind, words: &'static str| {
        let id = chart.id.clone();
        html! {
            <button
                type="button"
                class="link-button"
                onclick={act.reform(move |_: MouseEvent| Action::DownloadChart(id.clone(), kind))}
            >
                { words }<span class="govuk-visually-hidden">{ ": " }{ &chart.caption }</span>
            </button>
        }
    };
    html! {
        <figure class="chart">
            <figcaption class="chart__caption" id={caption_id.clone()}>{ &chart.caption }</figcaption>
            <p class="govuk-visually-hidden">{ &chart.alternative }</p>
            <div
                class="chart__picture"
                tabindex="0"
                role="group"
                aria-labelledby={caption_id}
                aria-describedby={said_id.clone()}
                onkeydown={walk.key(said.len())}
            >
                { match &chart.drawing {
                    Drawing::Bars { bars: shown } => bars::bars(*language, shown, &walk),
                    Drawing::Dots { lines, scale } => dots::dots(*language, lines, scale, &walk),
                    Drawing::Plot { plot: shown } => plot::plot(*language, shown, &walk),
                    Drawing::Tiles { groups, key } => tiles::tiles(groups, key, &walk),
                    Drawing::Bounds { bounds } => bar::bounds(*language, bounds, &walk),
                } }
            </div>
            <p class="chart__said" id={said_id} role="status">{ told }</p>
            <p class="data__keep">
                { keep(Kind::Svg, language.chart_svg()) }
                { keep(Kind::Png, language.chart_png()) }
            </p>
        </figure>
    }
}
