//! Promises and time.

use std::future::Future;

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

/// Starts a future at once, and gives its end as a promise that never counts as unhandled.
pub(crate) fn promise(future: impl Future<Output = Result<JsValue, JsValue>> + 'static) -> Promise {
    let promise = future_to_promise(future);
    let deaf = Closure::<dyn FnMut(JsValue)>::new(|_| {});
    let _ = promise.catch(&deaf);
    deaf.forget();
    promise
}

/// Waits for the end of a promise, whatever it is, but not for ever.
pub(crate) async fn within(milliseconds: i32, promise: &Promise) {
    let late = self::promise(async move {
        sleep(milliseconds).await;
        Ok(JsValue::UNDEFINED)
    });
    let _ = JsFuture::from(Promise::race(&js_sys::Array::of2(promise, &late))).await;
}

pub(crate) async fn sleep(milliseconds: i32) {
    let timer = Promise::new(&mut |done, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds);
        }
    });
    let _ = JsFuture::from(timer).await;
}
