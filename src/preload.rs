//! All that the page may need and must have before it closes the network: the engine, for the worker, the sample files, and
//! the program that opens workbooks. The document says of each where it is, or holds it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal, Blob, Element, ReadableWritablePair, RequestInit, Response};

use crate::offline::{self, Release};
use crate::sample::Sample;
use crate::wait::{Hurry, promise, within};

/// The engine, by the names that the document gives its parts: its glue, which is a classic script, and its program.
const ENGINE: [&str; 2] = ["engine.js", "engine_bg.wasm"];

/// The program that opens and writes workbooks, likewise.
const BOOKS: [&str; 2] = ["books.js", "books_bg.wasm"];

/// How long a first file waits for the engine, in milliseconds.
const PATIENCE: i32 = 20_000;

/// A program for a worker: the text of its glue, and its compiled module.
pub(crate) type Program = js_sys::Array;

/// What is fetched before it is needed. Cloning it gives another handle to the same.
#[derive(Clone)]
pub(crate) struct Preload(Rc<Stock>);

struct Stock {
    /// The engine's glue, as text, and its compiled module; and what ends fetching it.
    engine: RefCell<(Promise, Option<AbortController>)>,
    samples: Promise,
    /// The program that opens workbooks, once it has come.
    books: RefCell<Option<Program>>,
    /// Whether a workbook waits for it.
    books_wanted: Cell<bool>,
    /// Ends when that has come, or will not, and the browser keeps the program, or will not.
    kept: Promise,
    texts: RefCell<Vec<(&'static str, String)>>,
    failed: Cell<bool>,
    abort: Option<AbortController>,
    abort_books: Option<AbortController>,
    /// Whether a file waits: then what it does not need is given up.
    hurry: Hurry,
}

impl Preload {
    /// Starts to fetch. `arrived` is called once, with whether every sample is there; `released` if a newer release of
    /// the page is.
    pub(crate) fn fetch(arrived: impl FnOnce(bool) + 'static, released: impl FnOnce(Release) + 'static) -> Self {
        let (abort, abort_books) = (AbortController::new().ok(), AbortController::new().ok());
        let (engine, hurry) = (engine(), Hurry::new());
        let stock = Rc::new_cyclic(|weak: &std::rc::Weak<Stock>| {
            let (stock, signal) = (weak.clone(), abort.as_ref().map(AbortController::signal));
            let samples = promise(async move {
                for path in Sample::ALL.iter().flat_map(|sample| sample.paths()) {
                    let text = text_of(path, signal.as_ref()).await;
                    let Some(stock) = stock.upgrade() else { break };
                    match text.map(|text| text.as_string()) {
                        Ok(Some(text)) => stock.texts.borrow_mut().push((path, text)),
                        _ => stock.failed.set(true),
                    }
                }
                arrived(stock.upgrade().is_some_and(|stock| !stock.failed.get()));
                Ok(JsValue::UNDEFINED)
            });
            // Last, so that it takes nothing from what the page waits for, and finds most of it in the browser's cache.
            let kept = promise({
                let (engine, samples, hurry, stock) = (engine.0.clone(), samples.clone(), hurry.clone(), weak.clone());
                let signal = abort_books.as_ref().map(AbortController::signal);
                async move {
                    JsFuture::from(engine).await?;
                    JsFuture::from(samples).await?;
                    let program = program(BOOKS, signal.as_ref()).await.ok();
                    if let Some(stock) = stock.upgrade() {
                        stock.books.replace(program);
                    }
                    if let Some(release) = offline::keep(&hurry).await? {
                        released(release);
                    }
                    Ok(JsValue::UNDEFINED)
                }
            });
            let engine = RefCell::new(engine);
            Stock {
                engine,
                samples,
                books: RefCell::default(),
                books_wanted: Cell::new(false),
                kept,
                texts: RefCell::default(),
                failed: Cell::new(false),
                abort,
                abort_books,
                hurry,
            }
        });
        Self(stock)
    }

    /// A file waits: what it does not need is given up. A workbook needs the program that opens it.
    pub(crate) fn hurry(&self, workbook: bool) {
        if workbook {
            self.0.books_wanted.set(true);
        }
        self.0.hurry.begin();
    }

    /// The program that opens workbooks, if it came before the network was closed.
    pub(crate) fn books(&self) -> Option<Program> {
        self.0.books.borrow().clone()
    }

    /// Fetches the engine once more, after it could not be had.
    pub(crate) fn fetch_engine(&self) {
        if let (_, Some(abort)) = self.0.engine.replace(engine()) {
            abort.abort();
        }
    }

    /// Waits until nothing is on its way any more, so that the network can be closed, and gives the engine: the text of
    /// its glue, and its compiled module.
    ///
    /// # Errors
    /// The engine could not be fetched in time; without it there is no worker.
    pub(crate) async fn settle(&self) -> Result<Program, JsValue> {
        let _ = self.0.hurry.or(&self.0.samples).await;
        if let Some(abort) = &self.0.abort {
            abort.abort();
        }
        let _ = JsFuture::from(self.0.samples.clone()).await;
        let engine = self.0.engine.borrow().0.clone();
        let engine = JsFuture::from(within(PATIENCE, &engine)).await?.into();
        if self.0.hurry.or(&self.0.kept).await.is_none() && self.0.books_wanted.get() {
            let _ = JsFuture::from(within(PATIENCE, &self.0.kept)).await;
        }
        if let Some(abort) = &self.0.abort_books {
            abort.abort();
        }
        let _ = JsFuture::from(self.0.kept.clone()).await;
        Ok(engine)
    }

    /// The names and texts of a sample's files, if all of them are there.
    pub(crate) fn sample(&self, sample: Sample) -> Option<Vec<(&'static str, String)>> {
        let texts = self.0.texts.borrow();
        sample
            .paths()
            .iter()
            .map(|path| {
                let (_, text) = texts.iter().find(|(known, _)| known == path)?;
                Some((path.rsplit('/').next().unwrap_or(path), text.clone()))
            })
            .collect()
    }
}

/// Fetches the engine: its glue, as text, and its compiled module.
fn engine() -> (Promise, Option<AbortController>) {
    let abort = AbortController::new().ok();
    let signal = abort.as_ref().map(AbortController::signal);
    let fetched = promise(async move { Ok(program(ENGINE, signal.as_ref()).await?.into()) });
    (fetched, abort)
}

/// Fetches a program.
async fn program([glue, program]: [&str; 2], signal: Option<&AbortSignal>) -> Result<Program, JsValue> {
    let (glue, module) = (text_of(glue, signal), module_of(program, signal));
    Ok(Program::of2(&glue.await?, &module.await?))
}

/// Whether the document itself holds the engine, so that there is nothing to fetch.
pub(crate) fn is_inside() -> bool {
    element(ENGINE[0]).is_ok_and(|element| !element.has_attribute("href"))
}

/// Compiled from its bytes, not from the stream: some hosts do not name the type that a stream needs.
async fn module_of(name: &str, signal: Option<&AbortSignal>) -> Result<JsValue, JsValue> {
    let bytes = JsFuture::from(response_of(name, signal).await?.array_buffer()?).await?;
    JsFuture::from(js_sys::WebAssembly::compile(&bytes)).await
}

async fn text_of(name: &str, signal: Option<&AbortSignal>) -> Result<JsValue, JsValue> {
    JsFuture::from(response_of(name, signal).await?.text()?).await
}

/// What is in the document for the file of this name: a link to it, or the file itself.
fn element(name: &str) -> Result<Element, JsValue> {
    let document = crate::page::document().ok_or(JsValue::UNDEFINED)?;
    document.query_selector(&format!("[data-supply='{name}']"))?.ok_or(JsValue::UNDEFINED)
}

async fn response_of(name: &str, signal: Option<&AbortSignal>) -> Result<Response, JsValue> {
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    let element = element(name)?;
    let Some(address) = element.get_attribute("href") else {
        return unpacked(&element.text_content().unwrap_or_default());
    };
    let options = RequestInit::new();
    options.set_signal(signal);
    options.set_integrity(&element.get_attribute("integrity").unwrap_or_default());
    let response: Response = JsFuture::from(window.fetch_with_str_and_init(&address, &options)).await?.dyn_into()?;
    if response.ok() { Ok(response) } else { Err(JsValue::UNDEFINED) }
}

#[wasm_bindgen]
extern "C" {
    // web-sys has it among what may still change.
    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
}

/// A file that was packed with gzip and written as letters, five for four bytes (`xtask/src/dist/letters.rs`); as a
/// response, like one that was fetched.
fn unpacked(letters: &str) -> Result<Response, JsValue> {
    let mut bytes = Vec::with_capacity(letters.len());
    for group in letters.as_bytes().chunks(5) {
        let digit = |at: usize| group.get(at).map_or(84, |letter: &u8| u32::from(letter.wrapping_sub(b'(')));
        let number = (0..5).fold(0_u32, |number, at| number.wrapping_mul(85).wrapping_add(digit(at)));
        bytes.extend(number.to_be_bytes().into_iter().take(group.len() - 1));
    }
    let packed = Blob::new_with_u8_array_sequence(&js_sys::Array::of1(&js_sys::Uint8Array::from(&*bytes)))?;
    let unpack: ReadableWritablePair = DecompressionStream::new("gzip")?.unchecked_into();
    Response::new_with_opt_readable_stream(Some(&packed.stream().pipe_through(&unpack)))
}
