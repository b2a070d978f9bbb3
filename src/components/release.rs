//! Says that there is a newer release. It is loaded only when a person asks for it, because everything on the page is
//! lost then.

use words::Language;
use yew::prelude::*;

use crate::offline::Release;
use crate::state::Action;

pub(crate) fn release_offer(
    language: Language,
    release: Option<&Release>,
    files: bool,
    act: &Callback<Action>,
) -> Html {
    let offer = release.cloned().map(|release| {
        let load = act.reform(move |_: MouseEvent| Action::LoadRelease(release.clone()));
        html! {
            <p class="govuk-body-s release__line govuk-width-container">
                <strong>{ language.release_ready() }</strong>{ " " }
                if files {
                    { language.release_loses() }{ " " }
                }
                <button type="button" class="link-button" onclick={load}>{ language.release_load() }</button>
            </p>
        }
    });
    // This is always there, so that a screen reader reads out what appears in it.
    html! { <div class="release" role="status">{ offer }</div> }
}
