//! National and regional figures as their publisher printed them.

use missing_rates::report::{Area, Published};
use yew::prelude::*;

use super::details::Details;
use crate::text;

#[derive(Properties, PartialEq)]
pub(crate) struct PublishedFiguresProps {
    pub(crate) figures: Vec<Published>,
}

#[component]
pub(crate) fn PublishedFigures(PublishedFiguresProps { figures }: &PublishedFiguresProps) -> Html {
    if figures.is_empty() {
        return html! {};
    }
    let mut areas: Vec<&Area> = Vec::new();
    for figure in figures {
        if !areas.contains(&&figure.area) {
            areas.push(&figure.area);
        }
    }
    html! {
        <section class="published" aria-labelledby="published">
            <h3 class="govuk-heading-m" id="published">{ text::published_heading() }</h3>
            <p class="govuk-body">{ text::published_about() }</p>
            { for areas.into_iter().map(|area| {
                let name = area.name.clone().unwrap_or_default();
                html! {
                    <Details summary={name.clone()} class="published__area">
                        { figures_of(name, figures.iter().filter(|figure| figure.area == *area)) }
                    </Details>
                }
            }) }
        </section>
    }
}

fn figures_of<'a>(name: String, figures: impl Iterator<Item = &'a Published>) -> Html {
    html! {
        <table class="govuk-table">
            <caption class="govuk-table__caption govuk-visually-hidden">{ name }</caption>
            <thead class="govuk-table__head">
                <tr class="govuk-table__row">
                    <th scope="col" class="govuk-table__header">{ text::column_measure() }</th>
                    <th scope="col" class="govuk-table__header govuk-table__header--numeric">{ text::column_printed() }</th>
                </tr>
            </thead>
            <tbody class="govuk-table__body">
                { for figures.map(|figure| html! {
                    <tr class="govuk-table__row">
                        <th scope="row" class="govuk-table__header published__measure">{ &figure.measure }</th>
                        <td class="govuk-table__cell govuk-table__cell--numeric">{ &figure.printed }</td>
                    </tr>
                }) }
            </tbody>
        </table>
    }
}
