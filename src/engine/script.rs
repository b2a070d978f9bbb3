//! The worker's script.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, Url};

/// Is at the end of the worker's script. The first message is the compiled module; what fails in a promise counts
/// as much as what fails at once.
const START: &str = "
onmessage = event => { onmessage = null; wasm_bindgen.initSync({ module: event.data }); };
addEventListener('unhandledrejection', event => setTimeout(() => { throw event.reason; }));
";

/// The address of the worker's script: the engine's glue, and what starts it.
///
/// It is a classic script. A module worker made from a blob fails on a page opened from disk or in a frame without an
/// origin of its own; a classic one works there too.
pub(super) fn script_from(glue: &str) -> Result<String, JsValue> {
    let script = format!("'use strict';\n{glue}\n{START}");
    let kind = BlobPropertyBag::new();
    kind.set_type("text/javascript");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&script.into()), &kind)?;
    Url::create_object_url_with_blob(&blob)
}
