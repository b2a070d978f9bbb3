//! The bytes of a file, piece by piece, with the next piece asked for before the last one is used.

use js_sys::{ArrayBuffer, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, ReadableStreamByobReader, ReadableStreamReadResult};

/// Bytes that are asked of the browser at once, at most. Much smaller slices take three times as long.
const PIECE: u32 = 4 * 1024 * 1024;

/// Reads a file from its beginning to its end.
pub(crate) struct Bytes {
    source: Source,
    next: JsFuture,
}

enum Source {
    /// Two buffers go round, one being filled while the other is used: memory stays as it is.
    Stream { reader: ReadableStreamByobReader, spare: ArrayBuffer },
    /// For a browser that fills no buffer given to it: slices, which it frees when it collects its garbage.
    Slices { file: File, from: f64 },
}

impl Bytes {
    /// Starts on a file.
    ///
    /// # Errors
    /// The browser will not hand it over.
    pub(crate) fn of(file: &File) -> Result<Self, JsValue> {
        // A browser without such readers, or whose files are no streams of bytes, throws here.
        if let Ok(reader) = ReadableStreamByobReader::new(&file.stream()) {
            let next = JsFuture::from(fill(&reader, &ArrayBuffer::new(PIECE)));
            return Ok(Self { source: Source::Stream { reader, spare: ArrayBuffer::new(PIECE) }, next });
        }
        let next = JsFuture::from(slice(file, 0.0)?);
        Ok(Self { source: Source::Slices { file: file.clone(), from: f64::from(PIECE) }, next })
    }

    /// The next bytes, to be used before they are asked for again; `None` at the end.
    ///
    /// # Errors
    /// The browser cannot read on: the file was moved, changed or deleted.
    pub(crate) async fn next(&mut self) -> Result<Option<Uint8Array>, JsValue> {
        let arrived = (&mut self.next).await?;
        let bytes: Uint8Array = match &mut self.source {
            Source::Stream { reader, spare } => {
                let result: ReadableStreamReadResult = arrived.unchecked_into();
                let bytes: Uint8Array =
                    result.get_value().dyn_into().unwrap_or_else(|_| Uint8Array::new_with_length(0));
                if result.get_done() != Some(true) {
                    self.next = JsFuture::from(fill(reader, spare));
                    *spare = bytes.buffer();
                }
                bytes
            }
            Source::Slices { file, from } => {
                self.next = JsFuture::from(slice(file, *from)?);
                *from += f64::from(PIECE);
                Uint8Array::new(&arrived)
            }
        };
        Ok(Some(bytes).filter(|bytes| bytes.length() > 0))
    }
}

impl Drop for Bytes {
    fn drop(&mut self) {
        if let Source::Stream { reader, .. } = &self.source {
            // Nobody waits for the rest of a file that was cancelled.
            let _ = reader.cancel();
        }
    }
}

fn fill(reader: &ReadableStreamByobReader, buffer: &ArrayBuffer) -> Promise {
    reader.read_with_array_buffer_view(&Uint8Array::new(buffer)).unchecked_into()
}

fn slice(file: &File, from: f64) -> Result<Promise, JsValue> {
    let size = file.size();
    let blob = file.slice_with_f64_and_f64(from.min(size), (from + f64::from(PIECE)).min(size))?;
    Ok(blob.array_buffer().unchecked_into())
}
