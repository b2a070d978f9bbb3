//! The script of a worker.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, Url};

use crate::preload::Program;

/// Is at the end of a worker's script. The first message is the compiled module; what fails in a promise counts
/// as much as what fails at once.
const START: &str = "
onmessage = event => { onmessage = null; wasm_bindgen.initSync({ module: event.data }); };
addEventListener('unhandledrejection', event => setTimeout(() => { throw event.reason; }));
";

/// The address of a worker's script (a program's glue, and what starts it), and the module that is to be posted to it.
///
/// It is a classic script. A module worker made from a blob fails on a page opened from disk or in a frame without an
/// origin of its own; a classic one works there too.
pub(super) fn script_from(program: &Program) -> Result<(String, JsValue), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type("text/javascript");
    let script = Array::of3(&"'use strict';\n".into(), &program.get(0), &START.into());
    let blob = Blob::new_with_str_sequence_and_options(&script, &kind)?;
    Ok((Url::create_object_url_with_blob(&blob)?, program.get(1)))
}
