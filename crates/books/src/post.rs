//! What goes to the page.

use document::Reply;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use web_sys::DedicatedWorkerGlobalScope;

/// Sends a reply, and what comes beside it.
pub(crate) fn send(scope: &DedicatedWorkerGlobalScope, reply: &Reply, with: &JsValue) {
    let reply = Uint8Array::from(document::encode(reply).as_slice());
    let _ = scope.post_message(&Array::of2(&reply, with));
}

/// A size, which JavaScript gives as a floating-point number.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes are whole, and saturate")]
pub(crate) fn whole(size: f64) -> u64 {
    size as u64
}
