//! Pieces of a file that the page reads, for a browser that hands no file over to a worker (one that opened the page from a
//! disk, say). One is asked for at a time.

use std::cell::RefCell;
use std::rc::Rc;

use document::Reply;
use js_sys::{Function, Promise};
use missing_rates::FileId;
use wasm_bindgen::prelude::*;
use web_sys::DedicatedWorkerGlobalScope;

use crate::outbox::Out;
use crate::post;

/// What waits for a piece. Cloning it gives another handle to the same.
#[derive(Clone, Default)]
pub(crate) struct Pieces(Rc<RefCell<Asked>>);

#[derive(Default)]
struct Asked {
    turn: u32,
    /// What hears of the piece, and what of its failing.
    wait: Option<(Function, Function)>,
}

impl Pieces {
    /// Asks the page for a piece of a file: a promise of an `ArrayBuffer`.
    pub(crate) fn ask(&self, scope: &DedicatedWorkerGlobalScope, id: FileId, from: u64, length: u32) -> Promise {
        let asked = Promise::new(&mut |done, failed| {
            let mut at = self.0.borrow_mut();
            at.turn += 1;
            at.wait = Some((done, failed));
        });
        let turn = self.0.borrow().turn;
        post::send(scope, Out::Reply(Reply::Piece { turn, id, from, length }));
        asked
    }

    /// Hands over what the page read; nothing if it could not. A piece of a file that was cancelled meanwhile is let go.
    pub(crate) fn arrived(&self, turn: u32, piece: &JsValue) {
        let mut at = self.0.borrow_mut();
        if at.turn != turn {
            return;
        }
        if let Some((done, failed)) = at.wait.take() {
            let end = if piece.is_object() { done } else { failed };
            let _ = end.call1(&JsValue::UNDEFINED, piece);
        }
    }
}
