//! Two numbers, or four, for people who have no file.

use yew::prelude::*;

use crate::components::quick_form;
use crate::state::{Action, Focus, State};

/// In a frame, the result can be shared with the page around it.
pub(crate) fn quick(state: &State, act: &Callback<Action>) -> Html {
    html! {
        <>
            <h1 class="govuk-heading-xl title" id={Focus::START} tabindex="-1">{ state.language.quick_title() }</h1>
            <p class="govuk-body-l lead">{ state.language.quick_lead() }</p>
            { quick_form(state.language, &state.quick, state.frame.is_some(), act) }
        </>
    }
}
