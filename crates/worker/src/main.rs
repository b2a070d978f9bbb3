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
mod pieces;
mod post;
mod reading;
mod requests;
mod summing;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use document::{Reply, Request};
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, File, MessageChannel, MessageEvent};

use crate::desk::Desk;
use crate::outbox::Out;
use crate::pieces::Pieces;

/// Listens to the page. Elsewhere than in a worker there is no page to listen to.
fn main() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let desk = Rc::new(RefCell::new(Desk::<File>::default()));
    let busy = Rc::new(Cell::new(false));
    let pieces = Pieces::default();
    let on_message = {
        let scope = scope.clone();
        Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let message = js_sys::Array::from(&event.data());
            let Some(request) = post::request_of(&message.get(0)) else { return };
            if let Request::Piece { turn } = request {
                pieces.arrived(turn, &message.get(1));
                return;
            }
            let more = requests::answer(&mut desk.borrow_mut(), request, message.get(1).dyn_into().ok());
            post::send_all(&scope, &desk);
            if more && !busy.replace(true) {
                let (scope, desk, busy, pieces) = (scope.clone(), desk.clone(), busy.clone(), pieces.clone());
                spawn_local(async move {
                    work(&scope, &desk, &pieces).await;
                    busy.set(false);
                });
            }
        })
    };
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    post::send(&scope, Out::Reply(Reply::Ready));
}

/// Works until nothing is left to do: reads files, calculates, and then makes the sums of large files, which figures seldom
/// wait for.
async fn work(scope: &DedicatedWorkerGlobalScope, desk: &RefCell<Desk<File>>, pieces: &Pieces) {
    loop {
        reading::read_all(scope, desk, pieces).await;
        // What was asked meanwhile comes first, so that nothing is calculated that is wanted no more.
        pause().await;
        reading::read_all(scope, desk, pieces).await;
        let next = desk.borrow().next_unsummed();
        if let Some((id, file)) = next {
            summing::sum(scope, desk, pieces, id, &file).await;
            requests::hand_over(&mut desk.borrow_mut());
        } else if desk.borrow().wants_report() {
            desk.borrow_mut().calculate(&mut |reply| post::send(scope, Out::Reply(reply)));
        } else {
            return;
        }
        post::send_all(scope, desk);
    }
}

/// Lets what waits be heard: ends after the messages that have come by now.
async fn pause() {
    let Ok(channel) = MessageChannel::new() else { return };
    let turn = Promise::new(&mut |done, _| channel.port1().set_onmessage(Some(&done)));
    if channel.port2().post_message(&JsValue::NULL).is_ok() {
        let _ = JsFuture::from(turn).await;
    }
    channel.port1().close();
}
