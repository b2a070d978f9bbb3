//! A picture that is copied.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Copies the picture beside a message, and says `done` whether the browser did.
pub(crate) fn copy_picture(message: &Array, done: impl FnOnce(bool) + 'static) {
    let writing = written(&message.get(1));
    spawn_local(async move {
        let copied = match writing {
            Some(writing) => JsFuture::from(writing).await.is_ok(),
            None => false,
        };
        done(copied);
    });
}

/// `None` where the browser has no way to copy pictures: over plain http, in a frame, or because it is old.
fn written(picture: &JsValue) -> Option<Promise> {
    let of = |from: &JsValue, name: &str| Reflect::get(from, &name.into()).ok().filter(JsValue::is_truthy);
    let global: JsValue = js_sys::global().into();
    let clipboard = of(&of(&global, "navigator")?, "clipboard")?;
    let item: Function = of(&global, "ClipboardItem")?.dyn_into().ok()?;
    let write: Function = of(&clipboard, "write")?.dyn_into().ok()?;
    let by_type = Object::new();
    Reflect::set(&by_type, &"image/png".into(), picture).ok()?;
    let item = Reflect::construct(&item, &Array::of1(&by_type)).ok()?;
    write.call1(&clipboard, &Array::of1(&item)).ok()?.dyn_into().ok()
}
