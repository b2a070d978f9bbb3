//! The engine, in a worker of the page.
//!
//! Invariants:
//! - Only this program reads the bytes of files, and nothing of them leaves it but in replies to the page.
//! - What is kept and what a request does (`desk`, `requests`) knows no browser; the browser is `bytes`, `reading`, `paint`,
//!   `post` and this file.

mod bytes;
mod desk;
mod outbox;
mod paint;
mod post;
mod reading;
mod requests;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use document::Reply;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, File, MessageEvent};

use crate::desk::Desk;
use crate::outbox::Out;

/// Listens to the page. Elsewhere than in a worker there is no page to listen to.
fn main() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let desk = Rc::new(RefCell::new(Desk::<File>::default()));
    let busy = Rc::new(Cell::new(false));
    let on_message = {
        let scope = scope.clone();
        Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let message = js_sys::Array::from(&event.data());
            let Some(request) = post::request_of(&message.get(0)) else { return };
            let work = requests::answer(&mut desk.borrow_mut(), request, message.get(1).dyn_into().ok());
            post::send_all(&scope, &desk);
            if work && !busy.replace(true) {
                let (scope, desk, busy) = (scope.clone(), desk.clone(), busy.clone());
                spawn_local(async move {
                    reading::read_all(&scope, &desk).await;
                    busy.set(false);
                    desk.borrow_mut().calculate();
                    post::send_all(&scope, &desk);
                });
            }
        })
    };
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    post::send(&scope, Out::Reply(Reply::Ready));
}
