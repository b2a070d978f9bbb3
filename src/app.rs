//! The frame of the page. It mounts the page, and connects the person's actions with the state and the engine.

use document::Part;
use words::Language;
use yew::prelude::*;

use crate::components::{
    embed_footer, focus_on, footer, fragment, header, live_region, release_offer, skip_link, use_page_drop,
    use_part_links, use_room,
};
use crate::embed::{Host, Mode};
use crate::engine::Engine;
use crate::pages::{calculator, quick, title_of};
use crate::place::{Place, Target};
use crate::state::{Action, State};
use crate::{page, preload, seal};

/// Shows the page in place of its placeholder.
pub(crate) fn start() {
    seal::keep_icon();
    // A page that contains everything it needs never needs a network. If this fails, it is tried again before a file is
    // read, and the file is not read if it fails again.
    if preload::is_inside() {
        let _ = seal::close();
    }
    if let Some(place) = page::element("page") {
        place.set_inner_html("");
        yew::Renderer::<App>::with_root(place).render();
    }
}

#[component]
fn App() -> Html {
    let host = use_memo((), |()| Host::around(&fragment()));
    let options = (*host).as_ref().map(Host::options);
    let state = use_reducer(|| State::at_start(seal::closed(), &fragment(), options));
    let language = state.language;
    let engine = {
        let dispatcher = state.dispatcher();
        let framed = state.frame.is_some();
        use_memo((), |()| Engine::new(Callback::from(move |action| dispatcher.dispatch(action)), framed))
    };
    let act = {
        let (dispatcher, host) = (state.dispatcher(), host.clone());
        use_callback(language, move |action: Action, language| {
            let action = match action {
                Action::TrySample(sample) => Action::Choose(engine.sample(sample)),
                other => other,
            };
            if let (Action::Share(outlines), Some(host)) = (&action, &*host) {
                host.share(outlines);
            }
            if let (Action::Choose(_), Some(Target::Part(part, _))) = (&action, Place::of_fragment(&fragment()))
                && !part.needs_files()
            {
                page::go_to(Part::Summary);
            }
            engine.act(*language, &action);
            dispatcher.dispatch(action);
        })
    };
    let takes_files = state.frame.is_none_or(|mode| mode == Mode::Calculator);
    use_page_drop(language, takes_files, &act);
    use_part_links(&act);
    use_room(&act);
    {
        let (act, host) = (act.clone(), host.clone());
        use_effect_with((), move |()| {
            if let Some(host) = &*host {
                act.emit(Action::Begin(host.options().start, host.about()));
                host.begin(&act);
            }
        });
    }
    let framed = state.frame.is_some();
    use_effect_with(state.focus, move |focus| {
        // In a frame, the focus may be in the other page. Then it stays there.
        if focus.turn > 0 && (!framed || has_focus()) {
            focus_on(focus.at);
        }
    });
    // A part has the page to itself where there are no files.
    let part = if state.files.is_empty() { state.part } else { Part::Summary };
    use_effect_with((language, state.place, part, state.shows_nothing()), move |(language, place, part, nothing)| {
        set_title(*language, *place, *part);
        if let (true, Some(host)) = (nothing, &*host) {
            host.say_nothing();
        }
    });
    html! {
        <div class={classes!("page", state.hovered.then_some("page--drop"))}>
            { skip_link(language) }
            if !framed {
                { header(language, state.place, part) }
            }
            <div class="govuk-width-container">
                <main class="govuk-main-wrapper" id="main-content">
                    { match state.place {
                        Place::Calculator => calculator(&state, &act),
                        Place::Quick => quick(&state, &act),
                    } }
                </main>
            </div>
            { live_region(&state) }
            { release_offer(language, state.release.as_ref(), !state.files.is_empty(), &act) }
            { if framed { embed_footer(language) } else { footer(language) } }
        </div>
    }
}

/// Whether keyboard input goes to this page.
fn has_focus() -> bool {
    page::document().and_then(|document| document.has_focus().ok()).unwrap_or(false)
}

/// What the browser's tab says, and in which language.
fn set_title(language: Language, place: Place, part: Part) {
    let title = match place {
        Place::Calculator => title_of(language, part),
        Place::Quick => language.quick_title(),
    };
    if let Some(document) = page::document() {
        // A screen reader chooses its voice by this attribute.
        if let Some(root) = document.document_element() {
            let _ = root.set_attribute("lang", language.tag());
        }
        document.set_title(&[title, " – ", language.app_name()].concat());
    }
}
