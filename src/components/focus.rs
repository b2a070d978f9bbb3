//! Moves the focus to where news is.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use words::Language;

use crate::files::copy_from;
use crate::page::element;

/// Copies what the element `from` holds, and says in the element `said` whether that went well.
pub(super) fn say_copied(language: Language, from: &str, said: &str) {
    say_whether(language, copy_from(from), said);
}

/// Says in the element `said` whether something was copied.
pub(crate) fn say_whether(language: Language, copied: bool, said: &str) {
    say_in(said, if copied { language.block_copied() } else { language.block_copy_failed() });
}

/// Says something in the element with this id, which is there for news.
pub(super) fn say_in(id: &str, words: &str) {
    if let Some(element) = element(id) {
        element.set_text_content(Some(words));
    }
}

/// Shows the beginning of what an element scrolls.
pub(super) fn to_top(id: &str) {
    if let Some(element) = element(id) {
        element.set_scroll_top(0);
    }
}

/// Gives the focus to the element with this id, if the page has it.
pub(crate) fn focus_on(id: &str) {
    if let Some(element) = element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}
