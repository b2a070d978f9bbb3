//! Moves the focus to what is new.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use words::Language;

use crate::files::copy_from;
use crate::page::element;

/// Copies the content of the element `from`, and says in the element `said` whether that worked.
pub(super) fn say_copied(language: Language, from: &str, said: &str) {
    say_whether(language, copy_from(from), said);
}

/// Says in the element `said` whether something was copied.
pub(crate) fn say_whether(language: Language, copied: bool, said: &str) {
    say_in(said, if copied { language.block_copied() } else { language.block_copy_failed() });
}

/// Says something in the element with this id, which exists for such messages.
pub(crate) fn say_in(id: &str, words: &str) {
    if let Some(element) = element(id) {
        element.set_text_content(Some(words));
    }
}

/// Scrolls an element to its beginning.
pub(super) fn to_top(id: &str) {
    if let Some(element) = element(id) {
        element.set_scroll_top(0);
    }
}

/// Gives the focus to the element with this id, if the page has it.
pub(crate) fn focus_on(id: &str) {
    if let Some(element) = element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // If an element cannot take the focus, the focus stays where it is.
        let _ = element.focus();
    }
}
