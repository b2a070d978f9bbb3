//! Choose files, see what became of them, read the results.

use yew::prelude::*;

use super::results::results;
use crate::components::{about, chooser, engine_notice, file_list, network_status};
use crate::state::{Action, Focus, State};
use crate::text;

pub(crate) fn calculator(state: &State, act: &Callback<Action>) -> Html {
    let empty = state.files.is_empty();
    let set_aside = state.view.as_ref().map(|view| view.set_aside.as_slice()).unwrap_or_default();
    let years = state.view.as_ref().map(|view| view.years.as_slice()).unwrap_or_default();
    html! {
        <>
            <h1 class="govuk-heading-xl title" id={Focus::START} tabindex="-1">{ text::title() }</h1>
            <p class="govuk-body-l lead">{ text::lead() }</p>
            { network_status(state.network) }
            { engine_notice(state.engine_health()) }
            { chooser(state.samples, state.hovered, !empty, act) }
            if empty {
                { about() }
            } else {
                { file_list(&state.files, set_aside, years, act) }
                { results(state, act) }
            }
        </>
    }
}
