//! Texts as files: samples, as if they had been chosen, and figures to keep.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, File, FilePropertyBag, Url};

use crate::message::Format;

/// A file of this name that holds this text.
pub(crate) fn file_of(name: &str, text: &str) -> Option<File> {
    let kind = FilePropertyBag::new();
    kind.set_type("text/csv");
    File::new_with_str_sequence_and_options(&Array::of1(&text.into()), name, &kind).ok()
}

/// Copies the whole text of a text area. Gives back whether the browser did.
pub(crate) fn copy_from(id: &str) -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let area = document.as_ref().and_then(|document| document.get_element_by_id(id));
    let area = area.and_then(|element| element.dyn_into::<web_sys::HtmlTextAreaElement>().ok());
    let document = document.and_then(|document| document.dyn_into::<web_sys::HtmlDocument>().ok());
    area.zip(document).is_some_and(|(area, document)| {
        area.select();
        // The newer way asks for a permission, and is not there in every frame.
        document.exec_command("copy").unwrap_or(false)
    })
}

/// Hands a text to the browser as a file to keep.
pub(crate) fn download(format: Format, text: &str) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(format.media_type());
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::UNDEFINED)?;
    let link: web_sys::HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(format.file_name());
    link.click();
    // The browser has taken hold of the blob by now; the address is no longer needed.
    Url::revoke_object_url(&address)
}
