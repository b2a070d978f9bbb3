//! The bytes of a file, piece by piece, with the next piece asked for before the last one is used.

use js_sys::{ArrayBuffer, Promise, Uint8Array};
use missing_rates::FileId;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DedicatedWorkerGlobalScope, File, ReadableStreamByobReader, ReadableStreamReadResult};

use crate::pieces::Pieces;

/// Bytes that are asked of the browser at once, at most. Much smaller slices take three times as long.
const PIECE: u32 = 4 * 1024 * 1024;

/// Bytes that are copied into the program at once.
pub(crate) const PART: u32 = 256 * 1024;

/// Reads a file from its beginning to its end.
pub(crate) struct Bytes<'a> {
    source: Source,
    next: JsFuture,
    file: &'a File,
    page: Page<'a>,
    /// How many bytes were handed out.
    done: u64,
}

/// Whom to ask where the browser hands no file over to a worker, and which file to ask for.
#[derive(Clone, Copy)]
pub(crate) struct Page<'a> {
    pub(crate) scope: &'a DedicatedWorkerGlobalScope,
    pub(crate) pieces: &'a Pieces,
    pub(crate) id: FileId,
}

enum Source {
    /// Two buffers go round, one being filled while the other is used: memory stays as it is.
    Stream { reader: ReadableStreamByobReader, spare: ArrayBuffer },
    /// For a browser that fills no buffer given to it: slices, which it frees when it collects its garbage.
    Slices,
    /// For a browser that lets no worker read: what the page reads.
    Page,
}

impl<'a> Bytes<'a> {
    /// Starts on a file.
    ///
    /// # Errors
    /// The browser will not hand it over.
    pub(crate) fn of(file: &'a File, page: Page<'a>) -> Result<Self, JsValue> {
        // A browser without such readers, or whose files are not streams of bytes, throws here.
        let (source, next) = if let Ok(reader) = ReadableStreamByobReader::new(&file.stream()) {
            let most = piece_of(file);
            let next = fill(&reader, &ArrayBuffer::new(most));
            (Source::Stream { reader, spare: ArrayBuffer::new(most) }, next)
        } else {
            (Source::Slices, slice(file, 0)?)
        };
        Ok(Self { source, next: next.into(), file, page, done: 0 })
    }

    /// The next bytes, to be used before they are asked for again; `None` at the end.
    ///
    /// # Errors
    /// Neither the worker nor the page can read on: the file was moved, changed or deleted.
    pub(crate) async fn next(&mut self) -> Result<Option<Uint8Array>, JsValue> {
        let arrived = match (&mut self.next).await {
            Ok(arrived) => arrived,
            Err(error) if matches!(self.source, Source::Page) => return Err(error),
            Err(_) => {
                self.source = Source::Page;
                JsFuture::from(self.page.ask(self.file, self.done)).await?
            }
        };
        let bytes: Uint8Array = match &mut self.source {
            Source::Stream { reader, spare } => {
                let result: ReadableStreamReadResult = arrived.unchecked_into();
                let bytes: Uint8Array =
                    result.get_value().dyn_into().unwrap_or_else(|_| Uint8Array::new_with_length(0));
                if result.get_done() != Some(true) {
                    self.next = fill(reader, spare).into();
                    *spare = bytes.buffer();
                }
                bytes
            }
            Source::Slices => {
                let bytes = Uint8Array::new(&arrived);
                self.next = slice(self.file, self.done + u64::from(bytes.length()))?.into();
                bytes
            }
            Source::Page => {
                let bytes = Uint8Array::new(&arrived);
                self.next = self.page.ask(self.file, self.done + u64::from(bytes.length())).into();
                bytes
            }
        };
        self.done += u64::from(bytes.length());
        Ok(Some(bytes).filter(|bytes| bytes.length() > 0))
    }
}

impl Drop for Bytes<'_> {
    fn drop(&mut self) {
        if let Source::Stream { reader, .. } = &self.source {
            // Nobody waits for the rest of a file that was cancelled.
            let _ = reader.cancel();
        }
    }
}

impl Page<'_> {
    /// A piece of the file as the page reads it; an empty one after its end.
    fn ask(&self, file: &File, from: u64) -> Promise {
        if from as f64 >= file.size() {
            return Promise::resolve(&ArrayBuffer::new(0)).unchecked_into();
        }
        self.pieces.ask(self.scope, self.id, from, PIECE)
    }
}

/// Room for a piece of the file: no more than a small file needs, since thousands of those may be chosen at once.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most a piece, and sizes are whole")]
fn piece_of(file: &File) -> u32 {
    (file.size() + 1.0).min(f64::from(PIECE)) as u32
}

/// How many bytes a file has.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "sizes are whole, and less than 2 to the 53"
)]
pub(crate) fn bytes_of(file: &File) -> u64 {
    file.size() as u64
}

fn fill(reader: &ReadableStreamByobReader, buffer: &ArrayBuffer) -> Promise {
    reader.read_with_array_buffer_view(&Uint8Array::new(buffer)).unchecked_into()
}

fn slice(file: &File, from: u64) -> Result<Promise, JsValue> {
    let (from, size) = (from as f64, file.size());
    let blob = file.slice_with_f64_and_f64(from.min(size), (from + f64::from(PIECE)).min(size))?;
    Ok(blob.array_buffer().unchecked_into())
}
