//! Texts as files: samples, what was pasted, as if they had been chosen, and figures to keep.

use crate::page::document;
use document::engine::NAME_JOINT;
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, ClipboardEvent, File, FilePropertyBag, Url};

/// The media type of what was copied from a page.
pub(crate) const MARKUP: &str = "text/html";

/// A file of this name that holds this text.
pub(crate) fn file_of(name: &str, text: &str) -> Option<File> {
    file_of_type(name, text, "text/csv")
}

/// A file of this name that holds this text, of a media type.
pub(crate) fn file_of_type(name: &str, text: &str, media_type: &str) -> Option<File> {
    let kind = FilePropertyBag::new();
    kind.set_type(media_type);
    File::new_with_str_sequence_and_options(&Array::of1(&text.into()), name, &kind).ok()
}

/// Whether a file is this one, or a table that was taken out of it.
pub(crate) fn is_of(name: &str, file: &str) -> bool {
    name.strip_prefix(file).is_some_and(|rest| rest.is_empty() || rest.starts_with(NAME_JOINT))
}

/// The file that a table was taken out of, by the name of the table.
pub(crate) fn whole_of(name: &str) -> Option<&str> {
    name.split_once(NAME_JOINT).map(|(file, _)| file)
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

/// Hands the file beside a message to the browser to keep.
pub(crate) fn download_from(name: &str, message: &Array) {
    let _ = message.get(1).dyn_into().and_then(|file| download(name, &file));
}

/// Hands a file to the browser to keep.
fn download(name: &str, file: &Blob) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(file)?;
    let document = document().ok_or(JsValue::UNDEFINED)?;
    let link: web_sys::HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser has taken hold of the blob by now; the address is no longer needed.
    Url::revoke_object_url(&address)
}

#[cfg(test)]
mod tests {
    use super::{is_of, whole_of};

    #[test]
    fn a_table_is_of_the_file_that_it_was_taken_out_of() {
        assert!(is_of("tracker.xlsx", "tracker.xlsx") && is_of("tracker.xlsx › 2024", "tracker.xlsx"));
        assert!(is_of("all.zip › a.xlsx › 2024", "all.zip"));
        assert_eq!(whole_of("all.zip › a.xlsx › 2024"), Some("all.zip"));
        assert_eq!(whole_of("a.csv"), None);
        assert!(!is_of("tracker.xlsx", "tracker.xls") && !is_of("tracker.xlsx", "tracker.xlsx › 2024"));
    }
}
