//! What went wrong with the engine.

use yew::prelude::*;

use crate::state::{EngineHealth, Focus};
use crate::text;

pub(crate) fn engine_notice(health: EngineHealth) -> Html {
    let (title, body) = match health {
        EngineHealth::Well => return html! {},
        EngineHealth::Restarted { times } => (text::engine_stopped_title(), text::engine_stopped(u64::from(times))),
        EngineHealth::Unavailable => (text::engine_unavailable_title(), text::engine_unavailable().into()),
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
