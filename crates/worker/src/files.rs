//! What is handed to the page: messages as bytes, and texts as files to keep.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag};

/// A message as bytes that can be posted.
pub(crate) fn to_js(message: &impl document::Wire) -> JsValue {
    Uint8Array::from(document::encode(message).as_slice()).into()
}

/// The message that posted bytes are.
pub(crate) fn from_js<M: document::Wire>(bytes: &JsValue) -> Option<M> {
    document::decode(&bytes.dyn_ref::<Uint8Array>()?.to_vec())
}

/// A text as a file to keep, of the kind that its name says.
pub(crate) fn blob_of(name: &str, text: &str) -> Option<Blob> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type(name));
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind).ok()
}

/// The media type of a file that this program writes.
fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("json") => "application/json",
        Some("csv") => "text/csv;charset=utf-8",
        Some("html") => "text/html;charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => "text/plain;charset=utf-8",
    }
}
