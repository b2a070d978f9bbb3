//! What the worker keeps: the files that wait, what was read, the report, and what the person set. It knows no browser: a
//! file is whatever `F` is, and what goes out is put into an outbox. So a test can be the page.

use std::collections::VecDeque;

use document::{Block, Command, Part, Reply};
use missing_rates::mapping::Mapping;
use missing_rates::read::{ReadFile, Reader, refused};
use missing_rates::report::{Rename, Report, Unopened};
use missing_rates::{FileId, Progress, Returns};
use results::Settings;
use words::Language;
use workbooks::Written;

use crate::outbox::Out;

mod shown;

#[derive(Debug)]
pub(crate) struct Desk<F> {
    waiting: VecDeque<Job<F>>,
    /// The file that is being read; `None` also where it was cancelled.
    reading: Option<FileId>,
    pub(crate) returns: Returns,
    /// Files whose tables are to come in their place.
    opening: Vec<Job<F>>,
    /// Whether workbooks cannot be opened, and whether they cannot be written.
    pub(crate) without_books: bool,
    pub(crate) not_written: bool,
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
    /// Files that were read without their sum.
    unsummed: Vec<(FileId, F)>,
    /// What is to be handed over once all sums are known.
    held: Vec<Command>,
    outbox: Vec<Out>,
}

/// A file that is to be read.
#[derive(Clone, Debug)]
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
            opening: Vec::new(),
            without_books: false,
            not_written: false,
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
            unsummed: Vec::new(),
            held: Vec::new(),
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
        self.unsummed.retain(|(other, _)| *other != job.id);
        if !file.has_sum() {
            self.unsummed.push((job.id, job.file.clone()));
        }
        self.report = None;
        self.returns.add(job.id, file);
        self.read.retain(|other| *other != job.id);
        self.read.push(job.id);
        self.settings.fill(&self.returns.kept());
        self.keep_unread(job);
        self.send(Reply::Read { id: job.id, summary });
    }

    /// A file is no text: its tables are asked for. What was cancelled meanwhile is left.
    pub(crate) fn open(&mut self, job: &Job<F>) {
        if !self.is_reading(job.id) {
            return;
        }
        self.reading = None;
        if self.without_books {
            self.take_unopened(job, Unopened::NotFetched);
        } else {
            self.opening.push(job.clone());
            self.send(Reply::Open { id: job.id });
        }
    }

    /// A file cannot be opened after all.
    pub(crate) fn not_opened(&mut self, id: FileId, why: Unopened) {
        if let Some(place) = self.opening.iter().position(|job| job.id == id) {
            let job = self.opening.remove(place);
            self.take_unopened(&job, why);
        }
    }

    /// No file can be opened any more. Gives back whether one was to be.
    pub(crate) fn give_up_opening(&mut self) -> bool {
        let jobs = std::mem::take(&mut self.opening);
        for job in &jobs {
            self.take_unopened(job, Unopened::NotFetched);
        }
        !jobs.is_empty()
    }

    /// Takes over why a file was not opened, in its place.
    fn take_unopened(&mut self, job: &Job<F>, why: Unopened) {
        let mut reader = job.reader();
        reader.push(&refused(why));
        self.reading = Some(job.id);
        self.finish(job, Some(reader.finish()));
    }

    /// Whether figures are wanted that are not there, and every file that they wait for has come.
    pub(crate) fn wants_report(&self) -> bool {
        self.report.is_none() && self.opening.is_empty() && (!self.read.is_empty() || !self.part.needs_files())
    }

    /// Makes the report of all that was read, once, and shows it. The page hears at once what is being done meanwhile, and
    /// the first figures.
    pub(crate) fn calculate(&mut self, tell: &mut dyn FnMut(Reply)) {
        let desk = &*self;
        let report = desk.returns.report_in_steps(&desk.settings.query, &mut |progress| match progress {
            Progress::Step(step) => tell(Reply::Step { step }),
            Progress::Done(percent) => tell(Reply::Done { percent }),
            Progress::Headline(report) if desk.part == Part::Summary => {
                let (view, drawing) = results::headline(desk.context_of(report), desk.summaries(report), desk.medium());
                tell(Reply::Headline { view, drawing });
            }
            Progress::Headline(_) => {}
        });
        self.report = Some(report);
        self.show();
    }

    /// The next file whose sum is to be made: before there can be a report, one that it needs.
    pub(crate) fn next_unsummed(&self) -> Option<(FileId, F)> {
        let needed = self.returns.sums_needed(&self.settings.query);
        let next = if self.wants_report() {
            self.unsummed.iter().find(|(id, _)| needed.contains(id))
        } else {
            self.unsummed.first()
        };
        next.cloned()
    }

    /// Whether the sum of a file is still wanted, and nothing more urgent is.
    pub(crate) fn is_summing(&self, id: FileId) -> bool {
        let urgent = !self.waiting.is_empty()
            || self.wants_report() && !self.returns.sums_needed(&self.settings.query).contains(&id);
        !urgent && self.unsummed.iter().any(|(other, _)| *other == id)
    }

    /// Takes over the sum of a file; of one that cannot be read a second time nothing is used.
    pub(crate) fn summed(&mut self, id: FileId, sum: Option<&str>) {
        self.unsummed.retain(|(other, _)| *other != id);
        if let Some(sum) = sum {
            self.returns.tell_sum(id, sum, self.report.as_mut());
        } else {
            self.forget(id);
            self.send(Reply::Failed { id });
        }
        if let Some(context) = self.context().filter(|_| self.unsummed.is_empty()) {
            let foot = results::foot(context, self.medium());
            self.send(Reply::Foot { foot });
            if self.part == Part::Whole {
                self.show_part();
            }
        }
    }

    /// Holds back what cannot be written before all sums are known. Whether it was held back.
    pub(crate) fn hold(&mut self, command: &Command) -> bool {
        let waits = !self.unsummed.is_empty();
        if waits {
            self.held.push(command.clone());
        }
        waits
    }

    /// What was held back, once nothing is waited for.
    pub(crate) fn take_held(&mut self) -> Vec<Command> {
        if self.unsummed.is_empty() { std::mem::take(&mut self.held) } else { Vec::new() }
    }

    /// Forgets a file, wherever it is.
    pub(crate) fn forget(&mut self, id: FileId) {
        self.waiting.retain(|job| job.id != id);
        self.opening.retain(|job| job.id != id);
        if self.is_reading(id) {
            self.reading = None;
        }
        self.read.retain(|other| *other != id);
        self.unread.retain(|other| other.id != id);
        self.mapped.retain(|(other, _)| *other != id);
        self.unsummed.retain(|(other, _)| *other != id);
        self.settings.columns.forget(id);
        self.returns.remove(id);
        self.settings.fill(&self.returns.kept());
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

    pub(crate) fn send(&mut self, reply: Reply) {
        self.outbox.push(Out::Reply(reply));
    }

    /// Hands a text over as a file to keep.
    pub(crate) fn give(&mut self, name: impl Into<String>, text: String) {
        self.outbox.push(Out::File { name: name.into(), text });
    }

    /// Has a workbook written as a file to keep.
    pub(crate) fn write(&mut self, name: String, written: &Written) {
        self.outbox.push(Out::Workbook { name, bytes: document::encode(written) });
    }

    /// A table as CSV, and above it what it is based on, if that was chosen.
    pub(crate) fn csv(&self, table: String) -> String {
        match &self.report {
            Some(report) if self.settings.comments() => report.commented(&table, &self.language),
            _ => table,
        }
    }

    pub(crate) fn paint(&mut self, picture: Out) {
        self.outbox.push(picture);
    }

    /// What is to go out, once.
    pub(crate) fn take_out(&mut self) -> Vec<Out> {
        std::mem::take(&mut self.outbox)
    }
}
