//! Choose files, see what became of them, read the results.

use std::rc::Rc;

use yew::prelude::*;

use super::Results;
use crate::components::{About, Chooser, EngineNotice, FileList, NetworkStatus, use_focus};
use crate::state::{Action, State};
use crate::text;

#[derive(Properties, PartialEq)]
pub(crate) struct CalculatorProps {
    pub(crate) state: Rc<State>,
    pub(crate) act: Callback<Action>,
}

#[component]
pub(crate) fn Calculator(CalculatorProps { state, act }: &CalculatorProps) -> Html {
    let top = use_focus(state.focus.start);
    let empty = state.files.is_empty();
    html! {
        <>
            <h1 class="govuk-heading-xl title" ref={top} tabindex="-1">{ text::title() }</h1>
            <p class="govuk-body-l lead">{ text::lead() }</p>
            <NetworkStatus network={state.network} />
            <EngineNotice unavailable={state.unavailable} stops={state.stops} />
            <Chooser samples={state.samples} hovered={state.hovered} more={!empty} act={act} />
            if empty {
                <About />
            } else {
                <FileList
                    files={state.files.clone()}
                    set_aside={state.view.as_ref().map(|view| view.set_aside.clone()).unwrap_or_default()}
                    focus={state.focus.files}
                    act={act}
                />
                <Results {state} {act} />
            }
        </>
    }
}
