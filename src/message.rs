//! Messages as bytes that can be posted.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};

/// A message to the worker.
pub(crate) fn to_js(message: &impl document::Wire) -> JsValue {
    Uint8Array::from(document::encode(message).as_slice()).into()
}

/// The message that posted bytes are.
pub(crate) fn from_js<M: document::Wire>(bytes: &JsValue) -> Option<M> {
    document::decode(&bytes.dyn_ref::<Uint8Array>()?.to_vec())
}
