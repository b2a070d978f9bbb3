//! Reads the files that wait, slice by slice, one after another. Between slices it reads the page’s messages.

use std::cell::RefCell;

use document::Reply;
use missing_rates::read::ReadFile;
use wasm_bindgen::JsValue;
use web_sys::{DedicatedWorkerGlobalScope, File};
use workbooks::opens;

use crate::bytes::{Bytes, PART, Page, bytes_of};
use crate::desk::{Desk, Job};
use crate::outbox::Out;
use crate::pieces::Pieces;
use crate::post;

/// A file of more bytes is read without its sum, which is made once the figures are there.
const SUMMED_AT_ONCE: f64 = 1024.0 * 1024.0;
/// Least time between two words of progress, in milliseconds.
const PROGRESS_EVERY: f64 = 100.0;

/// Reads until no file waits.
pub(crate) async fn read_all(scope: &DedicatedWorkerGlobalScope, desk: &RefCell<Desk<File>>, pieces: &Pieces) {
    loop {
        let job = desk.borrow_mut().next();
        let Some(job) = job else { return };
        let read = read(scope, desk, pieces, &job).await;
        match read {
            Ok(Some(read)) => desk.borrow_mut().finish(&job, Some(read)),
            Ok(None) => desk.borrow_mut().open(&job),
            Err(_) => desk.borrow_mut().finish(&job, None),
        }
        post::send_all(scope, desk);
    }
}

/// Reads one file; `None` if it is no text, but to be opened elsewhere.
///
/// # Errors
/// The browser will not hand it over, it is shorter than when it was chosen, or it was cancelled.
async fn read(
    scope: &DedicatedWorkerGlobalScope,
    desk: &RefCell<Desk<File>>,
    pieces: &Pieces,
    job: &Job<File>,
) -> Result<Option<ReadFile>, JsValue> {
    let progress = |done, rows| post::send(scope, Out::Reply(Reply::Progress { id: job.id, done, rows }));
    let mut reader = job.reader().expecting(bytes_of(&job.file));
    if job.file.size() > SUMMED_AT_ONCE {
        reader = reader.without_sum();
    }
    let mut part = vec![0; PART as usize];
    let (mut done, mut told) = (0, js_sys::Date::now());
    progress(done, 0);
    let mut source = Bytes::of(&job.file, Page { scope, pieces, id: job.id })?;
    while let Some(bytes) = source.next().await? {
        let mut at = 0;
        while at < bytes.length() {
            let end = bytes.length().min(at + PART);
            let part = &mut part[..(end - at) as usize];
            bytes.subarray(at, end).copy_to(part);
            if done == 0 && opens(part) {
                return Ok(None);
            }
            reader.push(part);
            done += u64::from(end - at);
            at = end;
        }
        if js_sys::Date::now() - told >= PROGRESS_EVERY {
            told = js_sys::Date::now();
            progress(done, reader.rows());
        }
        if !desk.borrow().is_reading(job.id) {
            return Err(JsValue::UNDEFINED);
        }
    }
    if (done as f64) < job.file.size() {
        return Err(JsValue::UNDEFINED);
    }
    Ok(Some(reader.finish()))
}
