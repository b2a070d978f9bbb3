//! The tables that come out of a file, on their way into files of the browser.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, File, FilePropertyBag};
use workbooks::Tables;

/// How much text goes to the browser at once, in bytes. What the browser has of a file needs no room here.
const PART: usize = 4 * 1024 * 1024;

/// Takes tables as they come.
#[derive(Debug, Default)]
pub(crate) struct Taken(Vec<Table>);

#[derive(Debug)]
struct Table {
    name: String,
    /// What the browser has, and what goes there next.
    parts: Array,
    text: Vec<u8>,
    /// Whether the browser had no room for a part.
    incomplete: bool,
}

impl Tables for Taken {
    fn begin(&mut self, name: &str) {
        self.0.push(Table { name: name.to_owned(), parts: Array::new(), text: Vec::new(), incomplete: false });
    }

    fn text(&mut self, table: usize, text: &[u8]) {
        if let Some(table) = self.0.get_mut(table) {
            table.text.extend_from_slice(text);
            if table.text.len() >= PART {
                table.hand_over();
            }
        }
    }
}

impl Table {
    fn hand_over(&mut self) {
        let bytes = Uint8Array::from(self.text.as_slice());
        self.text.clear();
        match Blob::new_with_u8_array_sequence(&Array::of1(&bytes)) {
            Ok(part) => drop(self.parts.push(&part)),
            Err(_) => self.incomplete = true,
        }
    }
}

impl Taken {
    /// One table of this text.
    pub(crate) fn one(name: &str, text: &[u8]) -> Self {
        let mut taken = Self::default();
        taken.begin(name);
        taken.text(0, text);
        taken
    }

    /// Each table as a file.
    ///
    /// # Errors
    /// The browser has no room for them.
    pub(crate) fn files(self) -> Result<Array, JsValue> {
        let kind = FilePropertyBag::new();
        kind.set_type("text/csv");
        let files = Array::new();
        for mut table in self.0 {
            table.hand_over();
            if table.incomplete {
                return Err(JsValue::UNDEFINED);
            }
            let file = File::new_with_blob_sequence_and_options(&table.parts, &table.name, &kind)?;
            files.push(&JsValue::from(file));
        }
        Ok(files)
    }
}
