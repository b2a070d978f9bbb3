//! What went wrong with the engine.

use yew::prelude::*;

use super::focus::use_focus;
use crate::text;

#[derive(Properties, PartialEq)]
pub(crate) struct EngineNoticeProps {
    pub(crate) unavailable: bool,
    /// How often it stopped.
    pub(crate) stops: u32,
}

#[component]
pub(crate) fn EngineNotice(EngineNoticeProps { unavailable, stops }: &EngineNoticeProps) -> Html {
    let node = use_focus(stops + u32::from(*unavailable));
    let (title, body) = if *unavailable {
        (text::engine_unavailable_title(), text::engine_unavailable().to_owned())
    } else if *stops > 0 {
        (text::engine_stopped_title(), text::engine_stopped(u64::from(*stops)))
    } else {
        return html! {};
    };
    html! {
        <div class="govuk-error-summary" ref={node} tabindex="-1">
            <div role="alert">
                <h2 class="govuk-error-summary__title">{ title }</h2>
                <div class="govuk-error-summary__body"><p>{ body }</p></div>
            </div>
        </div>
    }
}
