//! Follows the fragment of the page's address to the part or view that it names.

use wasm_bindgen::prelude::*;
use yew::prelude::*;

use crate::place::{Place, Target};
use crate::state::Action;

/// The fragment of the page's address.
pub(crate) fn fragment() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Opens a part or view whenever the fragment names one, and at the start.
#[hook]
pub(crate) fn use_part_links(act: &Callback<Action>) {
    let act = act.clone();
    use_effect_with((), move |()| {
        let follow = move || match Place::of_fragment(&fragment()) {
            Some(Target::Part(part, about)) => act.emit(Action::Open(part, about)),
            Some(Target::Place(place)) => act.emit(Action::Visit(place)),
            None => {}
        };
        follow();
        let listener = Closure::<dyn FnMut()>::new(follow);
        if let Some(window) = web_sys::window() {
            // The page listens as long as it is there.
            let _ = window.add_event_listener_with_callback("hashchange", listener.as_ref().unchecked_ref());
        }
        listener.forget();
    });
}
