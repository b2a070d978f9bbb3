//! The frame of the page: mounts it, and joins what the person does to the state and to the engine.

use yew::prelude::*;

use crate::components::{
    focus_on, footer, header, live_region, release_offer, skip_link, use_page_drop, use_part_links,
};
use crate::engine::Engine;
use crate::pages::calculator;
use crate::state::{Action, State};
use crate::{seal, supplies};

/// Puts the page where its first words stood.
pub fn start() {
    let place =
        web_sys::window().and_then(|window| window.document()).and_then(|document| document.get_element_by_id("page"));
    // A page that holds all that it needs never needs a network. Should this fail, it is tried again before a file is
    // read, which does not happen then.
    if supplies::are_inside() {
        let _ = seal::close();
    }
    if let Some(place) = place {
        place.set_inner_html("");
        yew::Renderer::<App>::with_root(place).render();
    }
}

#[component]
fn App() -> Html {
    let state = use_reducer(|| State::at_start(seal::closed()));
    let engine = {
        let dispatcher = state.dispatcher();
        use_memo((), |()| Engine::new(Callback::from(move |action| dispatcher.dispatch(action))))
    };
    let act = {
        let dispatcher = state.dispatcher();
        use_callback((), move |action: Action, ()| {
            let action = match action {
                Action::TrySample(sample) => Action::Choose(engine.sample(sample)),
                other => other,
            };
            engine.act(&action);
            dispatcher.dispatch(action);
        })
    };
    use_page_drop(&act);
    use_part_links(&act);
    use_effect_with(state.focus, |focus| {
        if focus.turn > 0 {
            focus_on(focus.at);
        }
    });
    html! {
        <div class={classes!("page", state.hovered.then_some("page--drop"))}>
            { skip_link() }
            { header() }
            <div class="govuk-width-container">
                <main class="govuk-main-wrapper" id="main-content">{ calculator(&state, &act) }</main>
            </div>
            { live_region(&state) }
            { release_offer(state.release.as_ref(), !state.files.is_empty(), &act) }
            { footer() }
        </div>
    }
}
