//! The bytes of a file, piece by piece: as the browser hands them over to a worker or, where it does not (on a page that was
//! opened from a disk, say), as the page reads them.

use std::cell::RefCell;

use document::Reply;
use document::engine::FileId;
use js_sys::{Function, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DedicatedWorkerGlobalScope, File};

use crate::post::{send, whole};

/// Bytes that are asked of the browser at once, at most. Much smaller pieces take three times as long.
const PIECE: u32 = 4 * 1024 * 1024;

/// A file, and whom to ask for it.
pub(crate) struct Source<'a> {
    pub(crate) scope: &'a DedicatedWorkerGlobalScope,
    pub(crate) pieces: &'a RefCell<Pieces>,
    pub(crate) id: FileId,
    pub(crate) file: &'a File,
}

/// What waits for a piece of the page.
#[derive(Debug, Default)]
pub(crate) struct Pieces {
    turn: u32,
    wait: Option<(Function, Function)>,
}

impl Pieces {
    /// Hands over what the page read; nothing if it could not.
    pub(crate) fn arrived(&mut self, turn: u32, piece: &JsValue) {
        if self.turn != turn {
            return;
        }
        if let Some((done, failed)) = self.wait.take() {
            let end = if piece.is_object() { done } else { failed };
            let _ = end.call1(&JsValue::UNDEFINED, piece);
        }
    }
}

impl Source<'_> {
    /// The piece that begins at this byte.
    ///
    /// # Errors
    /// Neither this worker nor the page can read it: the file was moved, changed or deleted.
    pub(crate) async fn piece(&self, from: f64) -> Result<Vec<u8>, JsValue> {
        let end = (from + f64::from(PIECE)).min(self.file.size());
        let read = JsFuture::from(self.file.slice_with_f64_and_f64(from, end)?.array_buffer()).await;
        let read = match read {
            Ok(read) => read,
            Err(_) => JsFuture::from(self.ask(from)).await?,
        };
        Ok(Uint8Array::new(&read).to_vec())
    }

    fn ask(&self, from: f64) -> Promise {
        let asked = Promise::new(&mut |done, failed| {
            let mut at = self.pieces.borrow_mut();
            at.turn += 1;
            at.wait = Some((done, failed));
        });
        let turn = self.pieces.borrow().turn;
        let piece = Reply::Piece { turn, id: self.id, from: whole(from), length: PIECE };
        send(self.scope, &piece, &JsValue::UNDEFINED);
        asked
    }
}
