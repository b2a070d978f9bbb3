//! Measures how much room there is for charts.

use std::cell::Cell;

use wasm_bindgen::prelude::*;
use yew::prelude::*;

use crate::page::element;
use crate::state::Action;

/// Charts are not drawn again for a smaller change than this, in points of the screen.
const STEP: i32 = 10;

/// Tells the worker how wide the parts are, at the start and whenever that changes.
#[hook]
pub(crate) fn use_room(act: &Callback<Action>) {
    let act = act.clone();
    use_effect_with((), move |()| {
        let told = Cell::new(0);
        let measure = move || {
            let wide = element("main-content").map_or(0, |place| place.client_width());
            let points = wide / STEP * STEP;
            if points > 0 && told.replace(points) != points {
                act.emit(Action::Width(points.unsigned_abs()));
            }
        };
        measure();
        let listener = Closure::<dyn FnMut()>::new(measure);
        if let Some(window) = web_sys::window() {
            // The page listens as long as it is there.
            let _ = window.add_event_listener_with_callback("resize", listener.as_ref().unchecked_ref());
        }
        listener.forget();
    });
}
