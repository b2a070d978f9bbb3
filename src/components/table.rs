//! The parts that every table has.

use yew::prelude::*;

/// A head cell for a column; numbers stand to the right.
pub(super) fn head(name: &'static str, numeric: bool) -> Html {
    let class = if numeric { "govuk-table__header govuk-table__header--numeric" } else { "govuk-table__header" };
    html! { <th scope="col" {class}>{ name }</th> }
}

/// A cell with a number.
pub(super) fn number(text: AttrValue) -> Html {
    html! { <td class="govuk-table__cell govuk-table__cell--numeric">{ text }</td> }
}

/// A table: what it is about, its head cells and its rows. `class` is added to GOV.UK's own.
pub(super) fn table(class: &'static str, caption: Html, heads: Html, rows: Html) -> Html {
    html! {
        <table class={classes!("govuk-table", class)}>
            { caption }
            <thead class="govuk-table__head"><tr class="govuk-table__row">{ heads }</tr></thead>
            <tbody class="govuk-table__body">{ rows }</tbody>
        </table>
    }
}

/// What a table is about, for those who hear the page; the heading above says it to those who see it.
pub(super) fn hidden_caption(text: impl Into<AttrValue>) -> Html {
    let text: AttrValue = text.into();
    html! { <caption class="govuk-table__caption govuk-visually-hidden">{ text }</caption> }
}
