//! The engine for programs in JavaScript. `static/api/missing-from-care.js` is what they call; this is what it calls.
//!
//! Invariants: every question of the terminal can be asked here, by the same rules; an option that is not known, or cannot
//! be used, is an error that names it, and never passed over; what comes back is the report that the terminal prints as
//! JSON.

mod query;

use missing_rates::changed_answers::changed_csv;
use missing_rates::read::Reader;
use missing_rates::report::Report;
use missing_rates::{FileId, Returns};
use query::{Named, Query, Understood};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use words::Language;

/// Files that are being read, what was read of them, and what is asked about them.
#[wasm_bindgen]
pub struct Calculation {
    query: Understood,
    returns: Returns,
    /// The files that were ended, by their numbers from 1.
    files: Vec<Named>,
    reading: Option<(Reading, Reader)>,
}

/// Which file is being read.
enum Reading {
    /// One more.
    New(String),
    /// One that was read before, and is read again by a mapping.
    Again(FileId),
}

impl std::fmt::Debug for Calculation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Calculation").field("files", &self.files).finish_non_exhaustive()
    }
}

#[wasm_bindgen]
impl Calculation {
    /// Nothing is read yet. `query` is an object of options, or nothing.
    ///
    /// # Errors
    /// A `TypeError` that names the option which is not known, or cannot be used.
    #[wasm_bindgen(constructor)]
    pub fn new(query: JsValue) -> Result<Self, JsValue> {
        let query = if query.is_undefined() || query.is_null() {
            Query::default()
        } else {
            let options = serde_wasm_bindgen::Deserializer::from(query);
            serde_path_to_error::deserialize(options).map_err(type_error)?
        };
        let query = query.understood().map_err(type_error)?;
        Ok(Self { query, returns: Returns::default(), files: Vec::new(), reading: None })
    }

    /// Begins a file of this name. One that was not ended is forgotten.
    pub fn begin(&mut self, name: &str) {
        let reader = Reader::new(name, Vec::new());
        let reader = if self.query.exact_headings { reader.exactly() } else { reader };
        self.reading = Some((Reading::New(name.to_owned()), reader));
    }

    /// Takes the next bytes of the file that was begun.
    pub fn push(&mut self, bytes: &[u8]) {
        if let Some((_, reader)) = &mut self.reading {
            reader.push(bytes);
        }
    }

    /// Ends the file that was begun.
    pub fn end(&mut self) {
        match self.reading.take() {
            None => {}
            Some((Reading::New(name), reader)) => {
                let file = reader.finish();
                self.files.push(Named { name, sha256: file.entry().sha256.clone() });
                let id = FileId::try_from(self.files.len()).unwrap_or(FileId::MAX);
                self.returns.add(id, file);
            }
            Some((Reading::Again(id), reader)) => self.returns.add(id, reader.finish()),
        }
    }

    /// The numbers, from 1, of the files whose columns are not known and that a mapping fits: they are to be read again.
    pub fn to_map(&self) -> Vec<FileId> {
        (1..).zip(&self.files).map(|(id, _)| id).filter(|id| self.mapping_of(*id).is_some()).collect()
    }

    /// Begins one of them again, by the mapping that fits it. Nothing begins if none does.
    pub fn begin_mapped(&mut self, id: FileId) {
        let file = usize::try_from(id).ok().and_then(|id| self.files.get(id.checked_sub(1)?));
        let reader = file.zip(self.mapping_of(id)).map(|(file, mapping)| Reader::mapped(&file.name, mapping));
        self.reading = reader.map(|reader| (Reading::Again(id), reader));
    }

    /// The report on the files that were ended, as a plain object.
    ///
    /// # Errors
    /// A `TypeError` if a file is named in the query that is none of them.
    pub fn report(&self) -> Result<JsValue, JsValue> {
        let report = self.calculated().map_err(type_error)?;
        report.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(type_error)
    }

    /// The same written as a text: `json`, `csv`, `based-on`, `chase-list`, `work-list`,
    /// `changed-answers`, `foi-text`, `foi-csv`. Nothing where the files
    /// cannot answer a request.
    ///
    /// # Errors
    /// A `TypeError` if the format is none of these, or is never safe to publish and a safe report was asked for.
    pub fn write(&self, format: &str) -> Result<Option<String>, JsValue> {
        let report = self.calculated().map_err(type_error)?;
        self.written(&report, format).map_err(type_error)
    }
}

impl Calculation {
    /// The mapping that a file is to be read by: of those that were given, else of those among the files.
    fn mapping_of(&self, id: FileId) -> Option<missing_rates::mapping::Mapping> {
        let given = self.query.mappings.iter().find_map(|mapping| self.returns.mapped_by(id, mapping));
        given.or_else(|| self.returns.mapping_for(id))
    }

    fn calculated(&self) -> Result<Report, query::WrongOption> {
        Ok(self.returns.report(&self.query.of(&self.files, &self.returns.kept())?))
    }

    fn written(&self, report: &Report, format: &str) -> Result<Option<String>, String> {
        if report.disclosure.is_safe() && ["work-list", "chase-list", "changed-answers"].contains(&format) {
            return Err(format!("format: a {format} is for your own use, and never safe to publish"));
        }
        let language = Language::default();
        Ok(match format {
            "json" => Some(report.to_json()),
            "csv" => Some(report.to_csv()),
            "chase-list" => Some(report.to_chase_csv(&language)),
            "work-list" => {
                let query = self.query.of(&self.files, &self.returns.kept()).map_err(|error| error.to_string())?;
                Some(self.returns.work_list(&query, &language))
            }
            "changed-answers" => {
                let query = self.query.of(&self.files, &self.returns.kept()).map_err(|error| error.to_string())?;
                Some(changed_csv(&self.returns.changed_answers(&query)))
            }
            "foi-text" => results::reply(language, report),
            "based-on" => Some(report.based_on_csv(&language)),
            "foi-csv" => report.foi_csv(&language),
            other => {
                return Err(format!(
                    "format: `{other}` is not json, csv, based-on, chase-list, work-list, changed-answers, foi-text or foi-csv"
                ));
            }
        })
    }
}

/// An error as JavaScript has it where what is given is not what is taken.
#[allow(clippy::needless_pass_by_value, reason = "it is made of an error that nobody needs afterwards")]
fn type_error(error: impl ToString) -> JsValue {
    js_sys::TypeError::new(&error.to_string()).into()
}
