//! Makes the sum of a file that was read without it. Between slices the worker reads the page’s messages.

use std::cell::RefCell;

use missing_rates::FileId;
use missing_rates::read::Sum;
use wasm_bindgen::JsValue;
use web_sys::{DedicatedWorkerGlobalScope, File};

use crate::bytes::{Bytes, PART, Page};
use crate::desk::Desk;
use crate::pieces::Pieces;

/// Makes the sum of a file; nothing comes of it if something more urgent comes, or the file goes.
pub(crate) async fn sum(
    scope: &DedicatedWorkerGlobalScope,
    desk: &RefCell<Desk<File>>,
    pieces: &Pieces,
    id: FileId,
    file: &File,
) {
    let made = read(desk, file, Page { scope, pieces, id }).await;
    let mut desk = desk.borrow_mut();
    if desk.is_summing(id) {
        desk.summed(id, made.ok().as_deref());
    }
}

/// Reads all of it once more.
///
/// # Errors
/// The browser will not hand it over, it is shorter than when it was chosen, or the sum is not wanted now.
async fn read(desk: &RefCell<Desk<File>>, file: &File, page: Page<'_>) -> Result<String, JsValue> {
    let mut sum = Sum::default();
    let mut part = vec![0; PART as usize];
    let mut source = Bytes::of(file, page)?;
    let mut done = 0;
    while let Some(bytes) = source.next().await? {
        for from in (0..bytes.length()).step_by(PART as usize) {
            let end = bytes.length().min(from + PART);
            let part = &mut part[..(end - from) as usize];
            bytes.subarray(from, end).copy_to(part);
            sum.push(part);
        }
        done += u64::from(bytes.length());
        if !desk.borrow().is_summing(page.id) {
            return Err(JsValue::UNDEFINED);
        }
    }
    if (done as f64) < file.size() { Err(JsValue::UNDEFINED) } else { Ok(sum.finish()) }
}
