//! What went wrong with the engine.

use yew::prelude::*;

use crate::state::Focus;
use crate::text;

/// `stops` is how often it stopped.
pub(crate) fn engine_notice(unavailable: bool, stops: u32) -> Html {
    let (title, body) = if unavailable {
        (text::engine_unavailable_title(), text::engine_unavailable().to_owned())
    } else if stops > 0 {
        (text::engine_stopped_title(), text::engine_stopped(u64::from(stops)))
    } else {
        return html! {};
    };
    html! {
        <div class="govuk-error-summary" id={Focus::NOTICE} tabindex="-1">
            <div role="alert">
                <h2 class="govuk-error-summary__title">{ title }</h2>
                <div class="govuk-error-summary__body"><p>{ body }</p></div>
            </div>
        </div>
    }
}
