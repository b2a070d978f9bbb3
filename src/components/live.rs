//! Tells screen reader users, in few words, what they cannot see.

use yew::prelude::*;

use crate::embed::Mode;
use crate::state::State;

pub(crate) fn live_region(state: &State) -> Html {
    let say: AttrValue = if state.reading() {
        state.language.live_reading(state.files.len() as u64)
    } else if state.busy {
        state.language.live_calculating().into()
    } else if state.frame == Some(Mode::Figures) && state.shows_nothing() {
        state.language.figure_none().into()
    } else if state.frame == Some(Mode::Figures) && state.view.is_some() {
        // There is no list of files above them.
        state.language.live_done_alone().into()
    } else if state.view.is_some() {
        state.language.live_done().into()
    } else if state.cleared.is_some() {
        state.language.cleared().into()
    } else {
        // A part that has the page to itself.
        state.about.as_ref().map(|about| about.said.clone()).unwrap_or_default()
    };
    html! { <div class="govuk-visually-hidden" role="status" aria-live="polite">{ say }</div> }
}
