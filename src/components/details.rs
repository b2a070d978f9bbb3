//! Something that opens when wanted.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct DetailsProps {
    pub(crate) summary: AttrValue,
    #[prop_or_default]
    pub(crate) class: Classes,
    pub(crate) children: Html,
}

#[component]
pub(crate) fn Details(DetailsProps { summary, class, children }: &DetailsProps) -> Html {
    html! {
        <details class={classes!("govuk-details", class.clone())}>
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{ summary }</span>
            </summary>
            <div class="govuk-details__text">{ children.clone() }</div>
        </details>
    }
}
