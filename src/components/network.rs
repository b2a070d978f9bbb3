//! Shows whether anything can leave the computer, and how to check it.

use words::Language;
use yew::prelude::*;

use super::details::details;
use crate::state::Network;

pub(crate) fn network_status(language: Language, network: Network) -> Html {
    let (class, state, more) = match network {
        Network::Open => ("network__dot", language.network_open().into(), language.network_open_more()),
        Network::Closing => ("network__dot", language.network_closing().into(), language.network_open_more()),
        Network::Closed { hour, minute } => (
            "network__dot network__dot--closed",
            language.network_closed(&language.time(hour, minute)),
            language.network_closed_more(),
        ),
    };
    let how = html! {
        <ol class="govuk-list govuk-list--number">
            <li>{ language.network_how_tools() }</li>
            <li>{ language.network_how_cable() }</li>
            <li>{ language.network_how_policy() }</li>
            <li>{ language.network_how_blocked() }</li>
        </ol>
    };
    html! {
        <div class="network">
            <p class="govuk-body network__line" role="status">
                <svg class={class} width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" focusable="false">
                    <circle cx="9" cy="9" r="7" />
                    <circle class="network__core" cx="9" cy="9" r="4" />
                </svg>
                <span><strong>{ state }</strong>{ ". " }{ more }</span>
            </p>
            { details(language.network_how(), "network__how", how) }
        </div>
    }
}
