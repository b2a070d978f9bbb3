//! Promises and time.

use std::cell::Cell;
use std::future::Future;
use std::rc::Rc;

use js_sys::{Array, Function, Promise};
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

/// A promise that fails if it does not end in time.
pub(crate) fn within(milliseconds: i32, promise: &Promise) -> Promise {
    let late = self::promise(async move {
        sleep(milliseconds).await;
        Err(JsValue::UNDEFINED)
    });
    Promise::race(&Array::of2(promise, &late)).unchecked_into()
}

pub(crate) async fn sleep(milliseconds: i32) {
    let timer = Promise::new(&mut |done, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds);
        }
    });
    let _ = JsFuture::from(timer).await;
}

/// Whether a person waits for what is to be ended soon. Cloning it gives another handle to the same.
#[derive(Clone)]
pub(crate) struct Hurry {
    on: Rc<Cell<bool>>,
    came: Promise,
    resolve: Function,
}

impl Hurry {
    pub(crate) fn new() -> Self {
        let mut resolve = None;
        let came = Promise::new(&mut |done, _| resolve = Some(done));
        Self { on: Rc::default(), came, resolve: resolve.unwrap_or_else(|| JsValue::UNDEFINED.unchecked_into()) }
    }

    pub(crate) fn begin(&self) {
        self.on.set(true);
        let _ = self.resolve.call0(&JsValue::UNDEFINED);
    }

    pub(crate) fn is_on(&self) -> bool {
        self.on.get()
    }

    /// Waits for the end of a promise; `None` if somebody is in a hurry before.
    pub(crate) async fn or(&self, promise: &Promise) -> Option<Result<JsValue, JsValue>> {
        if self.is_on() {
            return None;
        }
        let first = JsFuture::from(Promise::race(&Array::of2(promise, &self.came))).await;
        // It ends with nothing: what a promise here ends with is always something, or its end is not looked at.
        if self.is_on() { None } else { Some(first) }
    }
}
