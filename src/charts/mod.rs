//! Charts, as SVG written with `html!`. They place what they are given and calculate nothing about children; what
//! they show stands beside them as text.

mod bar;
mod bars;
mod dots;
mod picture;
mod plot;
mod tiles;

use words::Language;
use yew::prelude::*;

use crate::state::Action;
use document::Chart;
use document::Shared;

pub(crate) use bar::share_bar;

/// A chart with its caption, and what a reader may take along of it.
pub(crate) fn chart(language: Language, chart: &Shared<Chart>, act: &Callback<Action>) -> Html {
    html! { <picture::Picture key={chart.id.to_string()} {language} chart={chart.clone()} {act} /> }
}

/// A position along a picture's width, as a share of it from 0 to 1.
fn across(language: Language, share: f64) -> String {
    [language.tenths(share * 100.0).as_str(), "%"].concat()
}
