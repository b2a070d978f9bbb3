//! The worker's side of the engine: reads files slice by slice, one after another, and calculates when the last is
//! read. Between slices it hears what the page asks.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use missing_rates::FileId;
use missing_rates::mapping::Mapping;
use missing_rates::read::{ReadFile, Reader};
use missing_rates::report::{Rename, Report};
use missing_rates::{Query, Returns};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, DedicatedWorkerGlobalScope, File, MessageEvent};
use words::Language;

use crate::bytes::Bytes;
use crate::files::{blob_of, from_js, to_js};
use crate::paint::png;
use document::{Ask, Block, FileYear, Format, News, Part, Picture, Shared, View};
use results::{Anew, Context, Note, Settings};

/// Bytes that the reader is given at once.
const PART: u32 = 256 * 1024;
/// Least time between two words of progress, in milliseconds.
const PROGRESS_EVERY: f64 = 100.0;

/// What the worker has before it.
struct Desk {
    scope: DedicatedWorkerGlobalScope,
    waiting: VecDeque<Job>,
    /// The file that is being read; `None` also where it was cancelled.
    reading: Option<FileId>,
    busy: bool,
    returns: Returns,
    /// Whether any file is in `returns`.
    held: Vec<FileId>,
    report: Option<Report>,
    /// The language of every word that is written.
    language: Language,
    settings: Settings,
    part: Part,
    /// What stands in it, with whole tables: the page has windows of them.
    blocks: Vec<Block>,
    /// Files whose columns are not known, kept so that they can be read again.
    unread: Vec<(FileId, File)>,
    /// Those that were read by a mapping among the files: each is tried once.
    mapped: Vec<(FileId, Mapping)>,
}

struct Job {
    id: FileId,
    name: String,
    renames: Vec<Rename>,
    exactly: bool,
    mapping: Option<Mapping>,
    file: File,
}

/// Listens to the page. Elsewhere than in a worker there is no page to listen to.
pub(crate) fn start() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let desk = Rc::new(RefCell::new(Desk {
        scope: scope.clone(),
        waiting: VecDeque::new(),
        reading: None,
        busy: false,
        returns: Returns::default(),
        held: Vec::new(),
        report: None,
        language: Language::default(),
        settings: Settings::default(),
        part: Part::Summary,
        blocks: Vec::new(),
        unread: Vec::new(),
        mapped: Vec::new(),
    }));
    let listener = {
        let desk = desk.clone();
        Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let message = js_sys::Array::from(&event.data());
            if let Some(ask) = from_js(&message.get(0)) {
                hear(&desk, ask, message.get(1).dyn_into().ok());
            }
        })
    };
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
    desk.borrow().tell(&News::Ready);
}

fn hear(desk: &Rc<RefCell<Desk>>, ask: Ask, file: Option<File>) {
    let mut at = desk.borrow_mut();
    match ask {
        Ask::Read { id, name, renames, exactly } => {
            at.forget(id);
            if let Some(file) = file {
                at.waiting.push_back(Job { id, name, renames, exactly, mapping: None, file });
            }
        }
        Ask::Cancel { id } | Ask::Remove { id } => at.forget(id),
        Ask::Clear => {
            at.waiting.clear();
            at.reading = None;
            at.held.clear();
            at.returns = Returns::default();
            (at.report, at.settings) = (None, Settings::default());
            at.unread.clear();
            at.mapped.clear();
        }
        Ask::Set { key, value } => match at.settings.set(key, value) {
            Anew::Report => {
                at.report = None;
                if let Some((id, mapping)) = at.settings.columns.take_chosen() {
                    at.read_mapped(id, mapping);
                }
            }
            Anew::Part => {
                if let Some(text) = at.settings.columns.take_kept() {
                    at.give(Format::Mapping.file_name(), &text);
                }
                at.tell_part();
                return;
            }
            Anew::Rows => {
                at.tell_rows();
                return;
            }
        },
        Ask::Show { period } => {
            at.settings.shown = Some(period);
            at.tell_view();
            return;
        }
        Ask::Open { part } => {
            at.part = part;
            at.tell_part();
            return;
        }
        Ask::ExportTable { id } => {
            at.export_table(&id);
            return;
        }
        Ask::CopyTable { id } => {
            at.copy_table(id);
            return;
        }
        Ask::ExportChart { id, kind } => {
            at.export_chart(&id, kind);
            return;
        }
        Ask::Export { format } => {
            at.export(format);
            return;
        }
    }
    if !at.busy {
        at.busy = true;
        spawn_local(work(desk.clone()));
    }
}

/// Reads what is waiting, then calculates.
async fn work(desk: Rc<RefCell<Desk>>) {
    loop {
        let job = {
            let mut at = desk.borrow_mut();
            if at.waiting.is_empty() {
                at.map_unread();
            }
            let job = at.waiting.pop_front();
            at.reading = job.as_ref().map(|job| job.id);
            job
        };
        let Some(job) = job else { break };
        let read = read(&desk, &job).await;
        let mut at = desk.borrow_mut();
        if at.reading != Some(job.id) {
            continue; // Cancelled.
        }
        at.reading = None;
        if let Ok(file) = read {
            let entry = file.entry().clone();
            at.returns.add(job.id, file);
            at.held.retain(|held| *held != job.id);
            at.held.push(job.id);
            at.keep_unread(&job);
            at.tell(&News::Read { id: job.id, entry });
        } else {
            at.tell(&News::Failed { id: job.id });
        }
    }
    let mut at = desk.borrow_mut();
    at.busy = false;
    if !at.held.is_empty() {
        at.report = Some(at.returns.report(&at.settings.asked));
        at.tell_view();
    }
}

/// Reads one file.
async fn read(desk: &Rc<RefCell<Desk>>, job: &Job) -> Result<ReadFile, JsValue> {
    let mut reader = match &job.mapping {
        Some(mapping) => Reader::mapped(&job.name, mapping.clone()),
        None if job.exactly => Reader::new(&job.name, job.renames.clone()).exactly(),
        None => Reader::new(&job.name, job.renames.clone()),
    };
    let mut part = vec![0; PART as usize];
    let (mut done, mut told) = (0, js_sys::Date::now());
    desk.borrow().tell(&News::Progress { id: job.id, done, rows: 0 });
    let mut source = Bytes::of(&job.file)?;
    while let Some(bytes) = source.next().await? {
        let mut at = 0;
        while at < bytes.length() {
            let end = bytes.length().min(at + PART);
            let part = &mut part[..(end - at) as usize];
            bytes.subarray(at, end).copy_to(part);
            reader.push(part);
            done += u64::from(end - at);
            at = end;
        }
        if js_sys::Date::now() - told >= PROGRESS_EVERY {
            told = js_sys::Date::now();
            desk.borrow().tell(&News::Progress { id: job.id, done, rows: reader.rows() });
        }
        if desk.borrow().reading != Some(job.id) {
            return Err(JsValue::UNDEFINED); // Cancelled.
        }
    }
    if (done as f64) < job.file.size() {
        return Err(JsValue::UNDEFINED); // Shorter than when it was chosen.
    }
    Ok(reader.finish())
}

/// Hands over a file to keep.
fn give(scope: &DedicatedWorkerGlobalScope, name: &str, file: &Blob) {
    let news = News::Export { name: name.to_owned() };
    let _ = scope.post_message(&js_sys::Array::of2(&to_js(&news), file));
}

impl Desk {
    /// Takes a file out, wherever it is.
    fn forget(&mut self, id: FileId) {
        self.waiting.retain(|job| job.id != id);
        if self.reading == Some(id) {
            self.reading = None;
        }
        self.held.retain(|held| *held != id);
        self.unread.retain(|(other, _)| *other != id);
        self.mapped.retain(|(other, _)| *other != id);
        self.settings.columns.forget(id);
        self.returns.remove(id);
        self.report = None;
    }

    /// Keeps a file whose columns are not known, and proposes what they are; forgets it once they are.
    fn keep_unread(&mut self, job: &Job) {
        self.unread.retain(|(other, _)| *other != job.id);
        match self.returns.unknown_columns(job.id) {
            Some((entry, head)) => {
                self.unread.push((job.id, job.file.clone()));
                self.settings.columns.begin(job.id, &entry.name, entry.kind, head);
            }
            None => self.settings.columns.forget(job.id),
        }
    }

    /// Has a file read again with the columns that a person named.
    fn read_mapped(&mut self, id: FileId, mapping: Mapping) {
        if let Some((_, file)) = self.unread.iter().find(|(other, _)| *other == id) {
            let (name, file) = (file.name(), file.clone());
            self.waiting.push_back(Job { id, name, renames: Vec::new(), exactly: false, mapping: Some(mapping), file });
        }
    }

    /// Has files read again that a mapping among the others fits.
    fn map_unread(&mut self) {
        for id in self.unread.iter().map(|(id, _)| *id).collect::<Vec<_>>() {
            let found = self.returns.mapping_for(id).cloned().map(|mapping| (id, mapping));
            if let Some(found) = found.filter(|found| !self.mapped.contains(found)) {
                self.mapped.push(found.clone());
                self.read_mapped(found.0, found.1);
            }
        }
    }

    fn tell(&self, news: &News) {
        let _ = self.scope.post_message(&js_sys::Array::of1(&to_js(news)));
    }

    /// Hands over a text as a file to keep.
    fn give(&self, name: &str, text: &str) {
        if let Some(file) = blob_of(name, text) {
            give(&self.scope, name, &file);
        }
    }

    fn tell_view(&mut self) {
        if let Some(report) = &self.report {
            let year = |id: &FileId| {
                let entry = self.returns.entry_in(report, *id)?;
                let is_of_return =
                    entry.collection_year.is_some() || entry.problem == Some(missing_rates::report::Problem::WhichYear);
                is_of_return.then_some(FileYear { id: *id, of: entry.collection_year })
            };
            let years = self.held.iter().filter_map(year).collect();
            self.tell(&News::Report {
                view: View { years, ..results::view(self.language, report, &self.settings.asked, self.settings.shown) },
            });
            self.tell_part();
        }
    }

    fn tell_part(&mut self) {
        if let Some(report) = &self.report {
            let period = results::shown_of(report, self.settings.shown);
            self.blocks = results::blocks(
                self.part,
                Context { language: self.language, report, period, settings: &self.settings },
            );
            self.tell_rows();
        }
    }

    /// The open part as it is, with its tables as they are arranged now.
    fn tell_rows(&self) {
        if self.report.is_some() {
            let blocks = Shared::new(results::windows(&self.blocks, &|key| self.settings.choice(key)));
            self.tell(&News::Part { part: self.part, blocks });
        }
    }

    /// Writes a table of the open part.
    fn export_table(&self, id: &str) {
        let Some(report) = &self.report else { return };
        let period = results::shown_of(report, self.settings.shown);
        if let Some(table) = document::table(&self.blocks, id) {
            let text = results::table_csv(self.language, table, report, period);
            self.give(&format!("missing-from-care-{id}.csv"), &text);
        }
    }

    /// Hands over all rows of a table of the open part.
    fn copy_table(&self, id: String) {
        if let Some(table) = document::table(&self.blocks, &id) {
            let table = results::arranged(table, &|key| self.settings.choice(key));
            let (markup, lines) = (results::table(&table), results::lines(&table));
            self.tell(&News::Table { id, markup, lines });
        }
    }

    /// Writes a chart of the open part.
    fn export_chart(&self, id: &str, kind: Picture) {
        let Some(report) = &self.report else { return };
        let period = results::shown_of(report, self.settings.shown);
        let Some(chart) = document::charts(&self.blocks).into_iter().find(|chart| chart.id == *id).cloned() else {
            return;
        };
        let note = Note::new(self.language, report, period);
        match kind {
            Picture::Svg => {
                self.give(&format!("missing-from-care-{id}.svg"), &results::svg(self.language, &chart, &note))
            }
            Picture::Png => {
                let (language, scope) = (self.language, self.scope.clone());
                let name = format!("missing-from-care-{id}.png");
                spawn_local(async move {
                    if let Ok(file) = png(language, &chart, &note).await {
                        give(&scope, &name, &file);
                    }
                });
            }
        }
    }

    fn export(&self, format: Format) {
        // Rows of children, and answers as they were worded, are never safe to publish.
        let for_us = matches!(format, Format::WorkList | Format::ChaseList | Format::Decisions | Format::Mapping);
        if for_us && self.settings.asked.disclosure.is_safe() {
            return;
        }
        if let Some(report) = &self.report {
            let text = match format {
                Format::Json => report.to_json(),
                Format::Csv => report.to_csv(),
                Format::ChaseList => report.to_chase_csv(),
                Format::Decisions => self.returns.decisions(&self.settings.asked).to_json(),
                // Handed over when it is asked for, with its file.
                Format::Mapping => return,
                Format::WorkList => {
                    let work_order = results::work_order(&self.settings);
                    let asked = Query { work_order, ..self.settings.asked.clone() };
                    report.resting_on(self.returns.work_list(&asked))
                }
                Format::Html => {
                    let period = results::shown_of(report, self.settings.shown);
                    results::whole_file(Context { language: self.language, report, period, settings: &self.settings })
                }
                Format::FoiText | Format::FoiCsv => results::file(report, &self.settings, format).unwrap_or_default(),
            };
            self.give(format.file_name(), &text);
        }
    }
}
