//! What the worker keeps: the files that wait, what was read, the report, and what the person set. It knows no browser: a
//! file is whatever `F` is, and what goes out is put into an outbox. So a test can be the page.

use std::collections::VecDeque;

use document::{Block, FileSummary, Part, Reply, Shared};
use missing_rates::mapping::Mapping;
use missing_rates::period::Period;
use missing_rates::read::{ReadFile, Reader};
use missing_rates::report::{Rename, Report};
use missing_rates::{FileId, Returns, Step};
use results::{Context, Medium, Settings};
use words::Language;

use crate::outbox::Out;

#[derive(Debug)]
pub(crate) struct Desk<F> {
    waiting: VecDeque<Job<F>>,
    /// The file that is being read; `None` also where it was cancelled.
    reading: Option<FileId>,
    pub(crate) returns: Returns,
    /// The files in `returns`.
    read: Vec<FileId>,
    /// Of the files that were read; none while it is out of date.
    pub(crate) report: Option<Report>,
    /// The language of every word that is written.
    pub(crate) language: Language,
    pub(crate) settings: Settings,
    /// The part that is open, and what it says, with whole tables: the page has windows of them.
    pub(crate) part: Part,
    pub(crate) blocks: Vec<Block>,
    /// How wide the parts of the page are, in points of the screen.
    pub(crate) width: f64,
    /// Files whose columns are not known, kept so that they can be read again.
    unread: Vec<Unread<F>>,
    /// Those that were read by a mapping among the files: each is tried once.
    mapped: Vec<(FileId, Mapping)>,
    outbox: Vec<Out>,
}

/// A file that is to be read.
#[derive(Debug)]
pub(crate) struct Job<F> {
    pub(crate) id: FileId,
    pub(crate) name: String,
    pub(crate) renames: Vec<Rename>,
    /// Columns with nearly the names of the return's are not read without asking.
    pub(crate) exactly: bool,
    pub(crate) mapping: Option<Mapping>,
    pub(crate) file: F,
}

#[derive(Debug)]
struct Unread<F> {
    id: FileId,
    name: String,
    file: F,
}

impl<F> Job<F> {
    /// What reads it.
    pub(crate) fn reader(&self) -> Reader {
        match &self.mapping {
            Some(mapping) => Reader::mapped(&self.name, mapping.clone()),
            None if self.exactly => Reader::new(&self.name, self.renames.clone()).exactly(),
            None => Reader::new(&self.name, self.renames.clone()),
        }
    }
}

impl<F> Default for Desk<F> {
    fn default() -> Self {
        Self {
            waiting: VecDeque::new(),
            reading: None,
            returns: Returns::default(),
            read: Vec::new(),
            report: None,
            language: Language::default(),
            settings: Settings::default(),
            part: Part::Summary,
            blocks: Vec::new(),
            width: results::WIDTH,
            unread: Vec::new(),
            mapped: Vec::new(),
            outbox: Vec::new(),
        }
    }
}

impl<F: Clone> Desk<F> {
    /// Has a file read, after those that wait.
    pub(crate) fn queue(&mut self, job: Job<F>) {
        self.waiting.push_back(job);
    }

    /// The next file to be read; none when all are.
    pub(crate) fn next(&mut self) -> Option<Job<F>> {
        if self.waiting.is_empty() {
            self.queue_mapped();
        }
        let job = self.waiting.pop_front();
        self.reading = job.as_ref().map(|job| job.id);
        job
    }

    /// Whether the file that is being read is still wanted.
    pub(crate) fn is_reading(&self, id: FileId) -> bool {
        self.reading == Some(id)
    }

    /// Takes over what was read of a file; `None` if it could not be read. What was cancelled meanwhile is left.
    pub(crate) fn finish(&mut self, job: &Job<F>, read: Option<ReadFile>) {
        if !self.is_reading(job.id) {
            return;
        }
        self.reading = None;
        let Some(file) = read else {
            self.send(Reply::Failed { id: job.id });
            return;
        };
        let summary = results::file_summary(self.language, file.entry(), &[]);
        self.returns.add(job.id, file);
        self.read.retain(|other| *other != job.id);
        self.read.push(job.id);
        self.keep_unread(job);
        self.send(Reply::Read { id: job.id, summary });
    }

    /// Makes the report of all that was read, and shows it. `on_step` hears what is being done meanwhile.
    pub(crate) fn calculate(&mut self, on_step: &mut dyn FnMut(Step)) {
        if !self.read.is_empty() {
            self.report = Some(self.returns.report_in_steps(&self.settings.query, on_step));
            self.show();
        }
    }

    /// Forgets a file, wherever it is.
    pub(crate) fn forget(&mut self, id: FileId) {
        self.waiting.retain(|job| job.id != id);
        if self.is_reading(id) {
            self.reading = None;
        }
        self.read.retain(|other| *other != id);
        self.unread.retain(|other| other.id != id);
        self.mapped.retain(|(other, _)| *other != id);
        self.settings.columns.forget(id);
        self.returns.remove(id);
        self.report = None;
    }

    /// Keeps a file whose columns are not known, and proposes what they are; forgets it once they are.
    fn keep_unread(&mut self, job: &Job<F>) {
        self.unread.retain(|other| other.id != job.id);
        match self.returns.unknown_columns(job.id) {
            Some((entry, head)) => {
                self.unread.push(Unread { id: job.id, name: job.name.clone(), file: job.file.clone() });
                self.settings.columns.begin(job.id, &entry.name, entry.kind, head);
            }
            None => match (&job.mapping, self.returns.named_columns(job.id)) {
                // Read as a person says, who may say it otherwise.
                (Some(mapping), Some((entry, head))) => {
                    self.unread.push(Unread { id: job.id, name: job.name.clone(), file: job.file.clone() });
                    self.settings.columns.keep(job.id, &entry.name, head, mapping);
                }
                _ => self.settings.columns.forget(job.id),
            },
        }
    }

    /// Has a file read again, with the columns that a person named.
    pub(crate) fn queue_again(&mut self, id: FileId, mapping: Mapping) {
        if let Some(Unread { id, name, file }) = self.unread.iter().find(|other| other.id == id) {
            let (id, name, file) = (*id, name.clone(), file.clone());
            self.queue(Job { id, name, renames: Vec::new(), exactly: false, mapping: Some(mapping), file });
        }
    }

    /// Has files read again that a mapping among the others fits.
    fn queue_mapped(&mut self) {
        for id in self.unread.iter().map(|unread| unread.id).collect::<Vec<_>>() {
            let found = self.returns.mapping_for(id).map(|mapping| (id, mapping));
            if let Some(found) = found.filter(|found| !self.mapped.contains(found)) {
                self.mapped.push(found.clone());
                self.queue_again(found.0, found.1);
            }
        }
    }

    /// The report, and the period that is shown of it.
    pub(crate) fn shown(&self) -> Option<(&Report, Option<Period>)> {
        let report = self.report.as_ref()?;
        Some((report, results::shown_of(report, self.settings.period)))
    }

    /// What parts are made from.
    pub(crate) fn context(&self) -> Option<Context<'_>> {
        let (report, period) = self.shown()?;
        Some(Context { language: self.language, report, period, settings: &self.settings })
    }

    /// Shows the report, and the part that is open.
    pub(crate) fn show(&mut self) {
        if let Some(report) = &self.report {
            let summary = |id: &FileId| -> Option<(FileId, FileSummary)> {
                let entry = self.returns.entry_in(report, *id)?;
                Some((*id, results::file_summary(self.language, entry, &report.set_aside)))
            };
            let files = self.read.iter().filter_map(summary).collect();
            let view =
                results::view(self.language, report, &self.settings.query, self.settings.period, files, self.medium());
            self.send(Reply::Report { view });
            self.show_part();
        }
    }

    /// Makes the part that is open again, and shows it.
    pub(crate) fn show_part(&mut self) {
        if let Some(context) = self.context() {
            self.blocks = results::blocks(self.part, context);
            self.show_rows();
        }
    }

    /// Shows the part that is open as it is, with its tables as they are arranged now.
    pub(crate) fn show_rows(&mut self) {
        if self.report.is_some() {
            let drawing = results::drawn(self.language, self.medium(), &self.shown_blocks());
            self.send(Reply::Part { part: self.part, drawing: Shared::new(drawing) });
        }
    }

    /// What is shown of the part that is open: its tables in windows, as they are arranged.
    pub(crate) fn shown_blocks(&self) -> Vec<Block> {
        results::windows(&self.blocks, &self.settings)
    }

    fn medium(&self) -> Medium {
        Medium::page(self.width)
    }

    pub(crate) fn send(&mut self, reply: Reply) {
        self.outbox.push(Out::Reply(reply));
    }

    /// Hands a text over as a file to keep.
    pub(crate) fn give(&mut self, name: impl Into<String>, text: String) {
        self.outbox.push(Out::File { name: name.into(), text });
    }

    pub(crate) fn paint(&mut self, picture: Out) {
        self.outbox.push(picture);
    }

    /// What is to go out, once.
    pub(crate) fn take_out(&mut self) -> Vec<Out> {
        std::mem::take(&mut self.outbox)
    }
}
