//! Tables that are pasted, into the field for them or anywhere else on the page.

use document::engine::PASTED;
use js_sys::RegExp;
use wasm_bindgen::prelude::*;
use web_sys::{ClipboardEvent, Element, File};
use words::Language;
use yew::prelude::*;

use super::focus::say_in;
use crate::files::{MARKUP, file_of, file_of_type};
use crate::state::{Action, Chosen};

/// The field, and the element that says what came of it.
const FIELD: &str = "paste";
const SAID: &str = "paste-said";
/// Where pasting means what it always does.
const TEXT_FIELDS: &str = "textarea,input:not(#paste,[type=radio],[type=checkbox])";

/// A field to paste into.
pub(super) fn field(language: Language) -> Html {
    html! {
        <div class="paste">
            <label class="govuk-label" for={FIELD}>{ language.paste_label() }</label>
            <div class="govuk-hint" id="paste-hint">{ language.paste_hint() }</div>
            <p class="govuk-error-message" id={SAID} role="status"></p>
            <input class="govuk-input paste__field" id={FIELD} aria-describedby="paste-hint" />
        </div>
    }
}

/// Listens for what is pasted, as long as the page exists. A page that does not `take` files ignores it.
pub(super) fn listen(language: Language, take: bool, act: Callback<Action>) {
    let mut number = 1;
    let handler = Closure::<dyn FnMut(ClipboardEvent)>::new(move |event: ClipboardEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let elsewhere = target.is_some_and(|target| target.closest(TEXT_FIELDS).is_ok_and(|field| field.is_some()));
        let Some(data) = event.clipboard_data().filter(|_| take && !elsewhere) else { return };
        event.prevent_default();
        let kind = |kind| data.get_data(kind).unwrap_or_default();
        let name = language.pasted_name(&number.to_string());
        match pasted(&name, &kind("text/plain"), &kind("text/html")) {
            Some(file) => {
                number += 1;
                act.emit(Action::Choose(vec![Chosen::new(file)]));
            }
            None => say_in(SAID, language.paste_none()),
        }
    });
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("paste", handler.as_ref().unchecked_ref());
    }
    handler.forget();
}

/// What was pasted, as a file; `None` if it is no table. It is read once the network is closed, as every file is: here it
/// matters only in which of its two forms it is taken. The text has no place for cells that span others.
fn pasted(name: &str, text: &str, markup: &str) -> Option<File> {
    let has = |of: &str, pattern: &str| RegExp::new(pattern, "i").test(of);
    let better = if text.contains('\t') { "<table[^]*(row|col)span=" } else { "<table" };
    if has(markup, better) {
        file_of_type(name, &[PASTED, markup].concat(), MARKUP)
    } else if has(text, "\\S\\s*[\t\n]\\s*\\S") {
        file_of(name, text)
    } else {
        None
    }
}
