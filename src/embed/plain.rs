//! What crosses to the page around the frame, as a plain object of JavaScript.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

/// An object with these fields.
pub(super) fn plain(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // An object that was made just now takes every field.
        let _ = Reflect::set(&object, &JsValue::from(*name), value);
    }
    object.into()
}
