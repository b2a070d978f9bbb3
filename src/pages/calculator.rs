//! Choose files, see what became of them, read the results.

use yew::prelude::*;

use super::results::results;
use crate::components::{about, chooser, details, engine_notice, file_list, network_status};
use crate::embed::Mode;
use crate::state::{Action, Focus, State};

pub(crate) fn calculator(state: &State, act: &Callback<Action>) -> Html {
    if state.frame == Some(Mode::Figures) {
        return figures(state, act);
    }
    let empty = state.files.is_empty();
    html! {
        <>
            <div class={classes!("top", (!empty).then_some("top--small"))}>
                <h1 class="govuk-heading-xl title" id={Focus::START} tabindex="-1">{ state.language.title() }</h1>
                <p class="govuk-body-l lead">{ state.language.lead() }</p>
                { network_status(state.language, state.network) }
            </div>
            { engine_notice(state.language, state.engine_health(), act) }
            if empty {
                { chooser(state.language, state.samples, state.hovered, act) }
                if state.frame.is_none() {
                    { about(state.language) }
                }
            } else {
                { file_list(state, false, act) }
                { results(state, act) }
            }
        </>
    }
}

/// The page of a frame that shows the host's own figures: nothing to choose, the results alone.
fn figures(state: &State, act: &Callback<Action>) -> Html {
    html! {
        <>
            <h1 class="govuk-heading-xl title" id={Focus::START} tabindex="-1">{ state.language.title() }</h1>
            <p class="govuk-body-l lead">{ state.language.embed_figures_lead() }</p>
            { engine_notice(state.language, state.engine_health(), act) }
            if state.files.is_empty() {
                <p class="govuk-body">{ state.language.embed_figures_waiting() }</p>
            } else {
                { results(state, act) }
                { details(state.language.embed_figures_files(), "", file_list(state, true, act)) }
            }
        </>
    }
}
