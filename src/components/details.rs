//! Something that a reader can open.

use yew::prelude::*;

/// `class` is added to GOV.UK's own class.
pub(crate) fn details(summary: impl Into<AttrValue>, class: &'static str, body: Html) -> Html {
    let summary: AttrValue = summary.into();
    html! {
        <details class={classes!("govuk-details", class)}>
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{ summary }</span>
            </summary>
            <div class="govuk-details__text">{ body }</div>
        </details>
    }
}
