//! The program that opens what is no text, in a worker of its own: workbooks, archives, returns in XML, what was copied from a
//! page. It also writes workbooks to keep.
//!
//! Invariants:
//! - It does one thing after another, each asked by one message. What it reads leaves it in its replies to the page alone.
//! - It knows nothing of children or figures: tables go out as they are in the file, and workbooks are written as the engine says.
#![forbid(unsafe_code)]

mod post;
mod source;
mod taken;

use std::cell::RefCell;
use std::rc::Rc;

use document::{Reply, Request};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, BlobPropertyBag, DedicatedWorkerGlobalScope, File, MessageEvent};
use workbooks::{Opener, Written};

use crate::post::{send, whole};
use crate::source::{Pieces, Source};
use crate::taken::Taken;

/// Least time between two words of progress, in milliseconds.
const PROGRESS_EVERY: f64 = 100.0;
/// What a workbook is to a browser.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Listens to the page. Elsewhere than in a worker there is no page to listen to.
fn main() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let pieces = Rc::new(RefCell::new(Pieces::default()));
    let on_message = {
        let scope = scope.clone();
        Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let message = Array::from(&event.data());
            let with = message.get(1);
            match request_of(&message.get(0)) {
                Some(Request::Read { id, name, .. }) => {
                    let (scope, pieces) = (scope.clone(), pieces.clone());
                    spawn_local(async move {
                        let Ok(file) = with.dyn_into::<File>() else { return };
                        let source = Source { scope: &scope, pieces: &pieces, id, file: &file };
                        match open(&name, &source).await {
                            Ok(tables) => send(&scope, &Reply::Tables { id }, &tables),
                            Err(_) => send(&scope, &Reply::Failed { id }, &JsValue::UNDEFINED),
                        }
                    });
                }
                Some(Request::Piece { turn }) => pieces.borrow_mut().arrived(turn, &with),
                Some(Request::Write { name }) => match write(&with) {
                    Some(file) => send(&scope, &Reply::Export { name }, &file),
                    None => send(&scope, &Reply::NotWritten, &JsValue::UNDEFINED),
                },
                _ => {}
            }
        })
    };
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
}

/// Opens a file. Gives back its tables as files.
///
/// # Errors
/// The browser will not hand it over, or it is shorter than when it was chosen.
async fn open(name: &str, source: &Source<'_>) -> Result<Array, JsValue> {
    let (mut opener, mut taken) = (Opener::new(name), Taken::default());
    let (mut done, mut told) = (0.0, js_sys::Date::now());
    let size = source.file.size();
    while done < size {
        let bytes = source.piece(done).await?;
        if bytes.is_empty() {
            return Err(JsValue::UNDEFINED);
        }
        opener.push(&bytes, &mut taken);
        done += bytes.len() as f64;
        if js_sys::Date::now() - told >= PROGRESS_EVERY {
            told = js_sys::Date::now();
            send(source.scope, &Reply::Progress { id: source.id, done: whole(done), rows: 0 }, &JsValue::UNDEFINED);
        }
    }
    match opener.finish(&mut taken) {
        Ok(()) => taken.files(),
        Err(unopened) => Taken::one(name, &unopened.text).files(),
    }
}

/// Writes a workbook; `None` if it cannot be written.
fn write(held: &JsValue) -> Option<Blob> {
    let written: Written = document::decode(&held.dyn_ref::<Uint8Array>()?.to_vec())?;
    let bytes = workbooks::xlsx(&written).ok()?;
    let kind = BlobPropertyBag::new();
    kind.set_type(XLSX);
    Blob::new_with_u8_array_sequence_and_options(&Array::of1(&Uint8Array::from(bytes.as_slice())), &kind).ok()
}

fn request_of(bytes: &JsValue) -> Option<Request> {
    document::decode(&bytes.dyn_ref::<Uint8Array>()?.to_vec())
}
