//! What is asked of the program that opens and writes workbooks, and the worker that does it.

use document::engine::FileId;
use js_sys::{Array, RegExp};
use wasm_bindgen::prelude::*;
use web_sys::{File, Worker};

use crate::files::MARKUP;

/// How the names end of files that this program opens. Whether it does is for the engine to say, by how they begin.
const ENDINGS: &str = "\\.(xls[xmb]?|ods|xml|zip)$";

#[derive(Default)]
pub(super) struct Books {
    /// The address of its script, and its module; `None` if it had not come when the network was closed.
    pub(super) program: Option<(String, JsValue)>,
    /// What is asked of it, each with the file that it is about; 0 for a workbook to be written. The first is being done.
    pub(super) jobs: Vec<(FileId, Array)>,
    pub(super) worker: Option<Worker>,
}

/// Whether a file seems to be one to be opened.
pub(super) fn seems_one(file: &File) -> bool {
    file.type_() == MARKUP || RegExp::new(ENDINGS, "i").test(&file.name())
}

/// Ends the worker, if there is one.
pub(super) fn end(books: &mut Books) {
    if let Some(worker) = books.worker.take() {
        worker.set_onmessage(None);
        worker.set_onerror(None);
        worker.terminate();
    }
}
