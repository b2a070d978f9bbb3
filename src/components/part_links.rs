//! Follows the fragment of the page's address to the part that it names.

use wasm_bindgen::prelude::*;
use yew::prelude::*;

use crate::parts::Part;
use crate::state::Action;

/// Opens a part whenever the fragment names one, and at the start.
#[hook]
pub(crate) fn use_part_links(act: &Callback<Action>) {
    let act = act.clone();
    use_effect_with((), move |()| {
        let follow = move || {
            let fragment = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
            if let Some(part) = Part::of_fragment(&fragment) {
                act.emit(Action::Open(part));
            }
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
