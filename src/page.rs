//! Finds elements in the document.

use document::Part;
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
