//! Charts, as SVG written with `html!`. They place what they are given and calculate nothing about children; what
//! they show stands beside them as text.

mod bar;
mod bars;
mod dots;
mod plot;

use yew::prelude::*;

use crate::document::{Chart, Drawing};
use crate::text;

pub(crate) use bar::{Band, share_bar};

/// A chart with its caption. Those who do not see it hear what it shows.
pub(crate) fn chart(chart: &Chart) -> Html {
    html! {
        <figure class="chart" key={chart.id.to_string()}>
            <figcaption class="chart__caption">{ &chart.caption }</figcaption>
            <p class="govuk-visually-hidden">{ &chart.alternative }</p>
            { match &chart.drawing {
                Drawing::Bars { bars: shown } => bars::bars(shown),
                Drawing::Dots { lines, scale } => dots::dots(lines, scale),
                Drawing::Plot { plot } => html! { <plot::PlotPicture plot={plot.clone()} /> },
            } }
        </figure>
    }
}

/// A position along a picture's width, as a share of it from 0 to 1.
fn across(share: f64) -> String {
    [text::format::tenths(share * 100.0).as_str(), "%"].concat()
}
