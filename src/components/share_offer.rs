//! Offers to share a result with the page around the frame: the exact words that it would get, and the button.

use words::Language;
use yew::prelude::*;

use super::details::details;
use super::focus::say_in;
use crate::state::Action;
use document::Outlines;

/// The element that says that the result was shared.
const SAID: &str = "shared";

pub(crate) fn share_offer(language: Language, outlines: Outlines, act: &Callback<Action>) -> Html {
    let sentences = outlines.sentences();
    let body = if sentences.is_empty() {
        html! { <p>{ language.share_nothing() }</p> }
    } else {
        let share = act.reform(move |_: MouseEvent| {
            say_in(SAID, language.share_done());
            Action::Share(outlines.clone())
        });
        html! {
            <>
                <p>{ language.share_about() }</p>
                <ul class="govuk-list govuk-list--bullet">
                    { for sentences.into_iter().map(|sentence| html! { <li>{ sentence }</li> }) }
                </ul>
                <button type="button" class="govuk-button govuk-button--secondary" onclick={share}>
                    { language.share_button() }
                </button>
                { " " }<span id={SAID} role="status"></span>
            </>
        }
    };
    details(language.share_heading(), "share", body)
}
