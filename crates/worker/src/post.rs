//! How requests come from the page, and how replies and files go to it.

use std::cell::RefCell;

use document::{Reply, Request};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, BlobPropertyBag, DedicatedWorkerGlobalScope, File};

use crate::desk::Desk;
use crate::outbox::Out;
use crate::paint::png;

/// The request that posted bytes are.
pub(crate) fn request_of(bytes: &JsValue) -> Option<Request> {
    document::decode(&bytes.dyn_ref::<Uint8Array>()?.to_vec())
}

/// Sends all that is to go out.
pub(crate) fn send_all(scope: &DedicatedWorkerGlobalScope, desk: &RefCell<Desk<File>>) {
    let out = desk.borrow_mut().take_out();
    for one in out {
        send(scope, one);
    }
}

pub(crate) fn send(scope: &DedicatedWorkerGlobalScope, out: Out) {
    match out {
        Out::Reply(reply) => {
            let _ = scope.post_message(&Array::of1(&bytes_of(&reply)));
        }
        Out::File { name, text } => {
            if let Some(file) = blob_of(&name, &text) {
                send_file(scope, &Reply::Export { name }, &file);
            }
        }
        Out::Workbook { name, bytes } => {
            let bytes = Uint8Array::from(bytes.as_slice());
            let _ = scope.post_message(&Array::of2(&bytes_of(&Reply::Write { name }), &bytes));
        }
        Out::Picture { language, name, chart, note, said } => {
            let scope = scope.clone();
            spawn_local(async move {
                if let Ok(file) = png(language, &chart, &note).await {
                    let reply = said.map_or(Reply::Export { name }, |said| Reply::Picture { said });
                    send_file(&scope, &reply, &file);
                }
            });
        }
    }
}

fn send_file(scope: &DedicatedWorkerGlobalScope, reply: &Reply, file: &Blob) {
    let _ = scope.post_message(&Array::of2(&bytes_of(reply), file));
}

fn bytes_of(reply: &Reply) -> JsValue {
    Uint8Array::from(document::encode(reply).as_slice()).into()
}

/// A text as a file to keep, of the kind that its name says.
fn blob_of(name: &str, text: &str) -> Option<Blob> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type(name));
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind).ok()
}

/// The media type of a file that this program writes.
fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("json") => "application/json",
        Some("csv") => "text/csv;charset=utf-8",
        Some("html") => "text/html;charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => "text/plain;charset=utf-8",
    }
}
