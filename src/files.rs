//! Texts as files: samples, as if they had been chosen, and figures to keep.

use crate::page::document;
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, ClipboardEvent, File, FilePropertyBag, Url};

/// A file of this name that holds this text.
pub(crate) fn file_of(name: &str, text: &str) -> Option<File> {
    let kind = FilePropertyBag::new();
    kind.set_type("text/csv");
    File::new_with_str_sequence_and_options(&Array::of1(&text.into()), name, &kind).ok()
}

/// A file of this name that holds these bytes.
pub(crate) fn file_of_bytes(name: &str, bytes: &js_sys::Uint8Array) -> Option<File> {
    let kind = FilePropertyBag::new();
    kind.set_type("text/csv");
    File::new_with_u8_array_sequence_and_options(&Array::of1(bytes), name, &kind).ok()
}

/// Copies what an element holds: the whole text of a text area, or a table so that it is one wherever it is pasted. Gives
/// back whether the browser did.
pub(crate) fn copy_from(id: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let document = document().and_then(|document| document.dyn_into::<web_sys::HtmlDocument>().ok());
    let Some(document) = document else { return false };
    let Some(element) = document.get_element_by_id(id) else { return false };
    let selection = window.get_selection().ok().flatten();
    if let Some(area) = element.dyn_ref::<web_sys::HtmlTextAreaElement>() {
        area.select();
    } else if let Some(selection) = &selection {
        let _ = selection.select_all_children(&element);
    }
    // The newer way asks for a permission, and is not there in every frame.
    let copied = document.exec_command("copy").unwrap_or(false);
    if copied && let Some(selection) = selection {
        let _ = selection.remove_all_ranges();
    }
    copied
}

/// Copies a table: as markup, and as lines for whatever takes words alone. `from` is the element that shows it on the page. Gives
/// back whether the browser did.
pub(crate) fn copy_table(from: &str, markup: String, lines: String) -> bool {
    let Some(document) = document() else { return false };
    let fill = Closure::<dyn FnMut(ClipboardEvent)>::new(move |event: ClipboardEvent| {
        if let Some(data) = event.clipboard_data() {
            let filled = data.set_data("text/html", &markup).and_then(|()| data.set_data("text/plain", &lines));
            if filled.is_ok() {
                event.prevent_default();
            }
        }
    });
    let listener = fill.as_ref().unchecked_ref();
    let listens = document.add_event_listener_with_callback("copy", listener).is_ok();
    // Some browsers copy only where something is selected.
    let copied = listens && copy_from(from);
    let _ = document.remove_event_listener_with_callback("copy", listener);
    copied
}

/// Hands a file to the browser to keep.
pub(crate) fn download(name: &str, file: &Blob) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(file)?;
    let document = document().ok_or(JsValue::UNDEFINED)?;
    let link: web_sys::HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser has taken hold of the blob by now; the address is no longer needed.
    Url::revoke_object_url(&address)
}
