//! What is found in the document.

use web_sys::{Document, Element};

pub(crate) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element with this id, if the page has it.
pub(crate) fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}
