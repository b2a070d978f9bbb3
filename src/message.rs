//! Encodes messages as bytes that can be posted.

use document::{Reply, Request};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};

/// A request as bytes that can be posted.
pub(crate) fn to_js(request: &Request) -> JsValue {
    Uint8Array::from(document::encode(request).as_slice()).into()
}

/// Decodes a reply from posted bytes.
pub(crate) fn from_js(bytes: &JsValue) -> Option<Reply> {
    document::decode(&bytes.dyn_ref::<Uint8Array>()?.to_vec())
}
