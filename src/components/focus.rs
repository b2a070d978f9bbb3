//! Moves the focus to where news is.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use words::Language;

use crate::files::copy_from;

/// Copies what the element `from` holds, and says in the element `said` whether that went well.
pub(super) fn say_copied(language: Language, from: &str, said: &str) {
    say_whether(language, copy_from(from), said);
}

/// Says in the element `said` whether something was copied.
pub(super) fn say_whether(language: Language, copied: bool, said: &str) {
    say_in(said, if copied { language.block_copied() } else { language.block_copy_failed() });
}

/// Says something in the element with this id, which is there for news.
pub(super) fn say_in(id: &str, words: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(element) = document.and_then(|document| document.get_element_by_id(id)) {
        element.set_text_content(Some(words));
    }
}

/// Shows the beginning of what an element scrolls.
pub(super) fn to_top(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(element) = document.and_then(|document| document.get_element_by_id(id)) {
        element.set_scroll_top(0);
    }
}

/// Gives the focus to the element with this id, if the page has it.
pub(crate) fn focus_on(id: &str) {
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}
