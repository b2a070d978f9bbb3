//! Finds elements in the document.

use document::Part;
use wasm_bindgen::JsValue;
use web_sys::{Document, Element};

pub(crate) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element with this id, if the page has it.
pub(crate) fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Goes to a part of the results, as a link to it does.
pub(crate) fn go_to(part: Part) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_hash(part.fragment());
    }
}

/// Says in the address what a part is about, without going anywhere: whoever keeps the address or loads the page anew
/// comes back to it.
pub(crate) fn say_at(part: Part, about: Option<&str>) {
    let fragment = ["#", part.fragment(), about.map_or("", |_| "="), about.unwrap_or_default()].concat();
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&fragment));
    }
}
