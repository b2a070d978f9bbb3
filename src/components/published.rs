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
        if !places.contains(&place(figure)) {
            places.push(place(figure));
        }
    }
    html! {
        <section class="published" aria-labelledby="published">
            <h3 class="govuk-heading-m" id="published">{ text::published_heading() }</h3>
            <p class="govuk-body">{ text::published_about() }</p>
            { for places.into_iter().map(|name| {
                let body = figures_of(name, figures.iter().filter(|figure| place(figure) == name));
                details(name.to_owned(), "published__area", body)
            }) }
        </section>
    }
}

/// The name of its area, or the publisher's own where that is unknown.
fn place(figure: &Published) -> &str {
    figure.area.name.unwrap_or(&figure.place)
}

fn figures_of<'a>(name: &str, figures: impl Iterator<Item = &'a Published>) -> Html {
    let row = |figure: &Published| {
        html! {
            <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header published__measure">{ &figure.measure }</th>
                { number(figure.printed.clone().into()) }
            </tr>
        }
    };
    let heads = html! { <>{ head(text::column_measure(), false) }{ head(text::column_printed(), true) }</> };
    table("", hidden_caption(name.to_owned()), heads, html! { <>{ for figures.map(row) }</> })
}
