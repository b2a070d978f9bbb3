//! National and regional figures as their publisher printed them.

use missing_rates::report::Published;
use yew::prelude::*;

use super::details::details;
use super::table::{head, hidden_caption, number, table};
use crate::text;

pub(crate) fn published_figures(figures: &[Published]) -> Html {
    if figures.is_empty() {
        return html! {};
    }
    let mut places: Vec<&str> = Vec::new();
    for figure in figures {
        if !places.contains(&figure.place.as_str()) {
            places.push(&figure.place);
        }
    }
    html! {
        <section class="published" aria-labelledby="published">
            <h3 class="govuk-heading-m" id="published">{ text::published_heading() }</h3>
            <p class="govuk-body">{ text::published_about() }</p>
            { for places.into_iter().map(|place| {
                let name: AttrValue = place.to_owned().into();
                let body = figures_of(name.clone(), figures.iter().filter(|figure| figure.place == place));
                details(name, "published__area", body)
            }) }
        </section>
    }
}

fn figures_of<'a>(name: AttrValue, figures: impl Iterator<Item = &'a Published>) -> Html {
    let row = |figure: &Published| {
        html! {
            <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header published__measure">{ &figure.measure }</th>
                { number(figure.printed.clone()) }
            </tr>
        }
    };
    let heads = html! { <>{ head(text::column_measure(), false) }{ head(text::column_printed(), true) }</> };
    table("", hidden_caption(name), heads, html! { <>{ for figures.map(row) }</> })
}
