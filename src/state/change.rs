//! How the state of the page changes: an action of the person, or a message of the worker, turns the old state into a
//! new one.

use std::rc::Rc;

use document::engine::{Disclosure, FileId};
use document::{Carried, Opens, Part, Reply, Shared, View};
use yew::Reducible;

use super::action::{Action, Chosen};
use super::held::{EngineHealth, Expected, Focus, ListedFile, Network, Progress, Samples, State};
use crate::files::is_of;
use crate::place::Place;

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = Rc::unwrap_or_clone(self);
        next.change(action);
        Rc::new(next)
    }
}

impl State {
    fn set(&mut self, id: FileId, progress: Progress) {
        if let Some(file) = self.files.iter_mut().find(|file| file.id == id) {
            advance(file, progress);
        }
    }

    pub(super) fn change(&mut self, action: Action) {
        match action {
            Action::Choose(chosen) => {
                if !chosen.is_empty() {
                    (self.busy, self.cleared) = (true, None);
                }
                self.expected = (!chosen.is_empty()).then_some(Expected::Report).or(self.expected);
                let new = listed(chosen);
                for file in &mut self.files {
                    let again = new.iter().any(|new| is_of(&file.name, &new.name));
                    if again && file.progress.is_wanted() {
                        advance(file, Progress::Replaced);
                    }
                }
                self.files.extend(new);
                self.hovered = false;
            }
            Action::ReadAs { id, .. } | Action::TryAgain(id) => {
                self.set(id, Progress::Waiting);
                (self.busy, self.expected) = (true, Some(Expected::Report));
                self.focus.on(Focus::FILES);
            }
            Action::Cancel(id) => {
                self.set(id, Progress::Cancelled);
                self.settle();
                self.focus.on(Focus::FILES);
            }
            Action::Remove(id) => self.keep(&|file| file.id != id),
            Action::RemoveWhole(name) => self.keep(&|file| !is_of(&file.name, &name)),
            Action::Clear => {
                self.cleared = Some((std::mem::take(&mut self.files), self.disclosure));
                self.engine = EngineHealth::Well;
                (self.disclosure, self.all_files) = (Disclosure::Exact, false);
                self.settle();
                self.focus.on(Focus::START);
            }
            Action::BringBack => {
                if let Some((files, disclosure)) = self.cleared.take() {
                    (self.files, self.disclosure, self.expected) = (files, disclosure, Some(Expected::Report));
                    self.read_again(&[]);
                    self.focus.on(Focus::FILES);
                }
            }
            Action::Calculate(_) => (self.busy, self.expected) = (true, Some(Expected::Report)),
            Action::FileYear { .. } => self.busy = true,
            Action::Command { command, .. } => self.follow(&command),
            Action::Stop => self.go_back(),
            Action::Visit(place) => self.visit(place),
            Action::Type { field, text } => self.quick.write(field, text),
            Action::CalculateQuick => {
                let well = self.quick.calculate();
                self.focus.on(if well { Focus::QUICK_RESULT } else { Focus::QUICK_PROBLEM });
            }
            Action::Open(part, _) => {
                self.visit(Place::Calculator);
                if self.part != part {
                    (self.part, self.drawing) = (part, None);
                    self.expected.get_or_insert(Expected::Part);
                }
            }
            Action::ShowFiles(all) => self.all_files = all,
            Action::Hover(hovered) => self.hovered = hovered,
            Action::SamplesFetched { all } => {
                self.samples = if all { Samples::Here } else { Samples::Unavailable };
            }
            Action::ReleaseReady(release) => self.release = Some(release),
            Action::NetworkClosed { hour, minute } => self.network = Network::Closed { hour, minute },
            Action::NetworkClosing if self.network == Network::Open => self.network = Network::Closing,
            Action::FetchAgain => {
                (self.engine, self.busy) = (EngineHealth::Well, true);
                self.focus.on(Focus::FILES);
            }
            Action::EngineNotFetched { wanted } => {
                if self.network == Network::Closing {
                    self.network = Network::Open;
                }
                if wanted {
                    (self.engine, self.busy) = (EngineHealth::NotFetched, false);
                    self.focus.on(Focus::NOTICE);
                }
            }
            Action::EngineUnavailable => {
                (self.engine, self.busy) = (EngineHealth::Unavailable, false);
                (self.view, self.drawing) = (None, None);
                self.focus.on(Focus::NOTICE);
            }
            Action::Tables { of, tables } => self.put_tables(of, tables),
            Action::EngineStopped { at } => self.stopped(at),
            Action::EngineReplaced { cancelled } => self.read_again(&cancelled),
            Action::Reply(reply) => self.on_reply(reply),
            Action::Reach
            | Action::NetworkClosing
            | Action::TrySample(_)
            | Action::Show(_)
            | Action::Width(_)
            | Action::Share(_)
            | Action::Begin(..)
            | Action::LoadRelease(_) => {}
        }
    }

    /// Others are removed.
    fn keep(&mut self, kept: &dyn Fn(&ListedFile) -> bool) {
        self.files.retain(|file| kept(file));
        self.settle();
        self.focus.on(if self.files.is_empty() { Focus::START } else { Focus::FILES });
    }

    /// The tables of a file take its place.
    fn put_tables(&mut self, of: FileId, tables: Vec<Chosen>) {
        if let Some(place) = self.files.iter().position(|file| file.id == of) {
            self.files.remove(place);
            for (at, table) in (place..).zip(listed(tables)) {
                self.files.insert(at, table);
            }
        }
    }

    fn visit(&mut self, place: Place) {
        if self.place != place {
            self.place = place;
            self.focus.on(Focus::START);
        }
    }

    /// After a file is removed: if no other was read, there are no figures. Otherwise new ones will come.
    fn settle(&mut self) {
        self.busy = self.reading() || self.any_read();
        if !self.busy {
            (self.view, self.drawing, self.step) = (None, None, None);
            self.file_periods.clear();
            self.expected = None;
        }
    }

    /// A control was used. Figures for other readers leave the page at once.
    fn follow(&mut self, command: &Carried) {
        if let Some(disclosure) = command.disclosure {
            self.disclosure = disclosure;
        }
        if command.overtakes {
            self.step = None;
        }
        match command.opens {
            Some(Opens::Part(part)) if part == self.part => {
                self.expected.get_or_insert(Expected::Part);
            }
            Some(Opens::Anew) => {
                self.expected.get_or_insert(Expected::About);
            }
            _ => {}
        }
        self.busy |= command.calculates;
        if command.calculates && !command.kept {
            // A file is read again. The button disappears once its columns are used, and the focus with it.
            self.expected = Some(Expected::Report);
        }
    }

    /// A setting is undone: the figures are for the same readers as before.
    fn go_back(&mut self) {
        self.disclosure = self.view.as_ref().map_or(Disclosure::Exact, |view| view.disclosure);
        self.undone += 1;
        self.expected = Some(Expected::Report);
        self.focus.on(Focus::RESULTS);
    }

    /// A new worker reads the files, except those that were cancelled.
    fn read_again(&mut self, cancelled: &[FileId]) {
        for file in &mut self.files {
            if cancelled.contains(&file.id) {
                advance(file, Progress::Cancelled);
            } else if file.progress.is_wanted() {
                advance(file, Progress::Waiting);
            }
        }
        self.step = None;
        self.settle();
    }

    fn stopped(&mut self, at: Option<FileId>) {
        let times = if let EngineHealth::Restarted { times } = self.engine { times } else { 0 };
        self.engine = EngineHealth::Restarted { times: times + 1 };
        for file in &mut self.files {
            if Some(file.id) == at {
                advance(file, Progress::Stopped);
            } else if file.progress.is_wanted() {
                advance(file, Progress::Waiting);
            }
        }
        self.settle();
        self.focus.on(Focus::NOTICE);
    }

    fn on_reply(&mut self, reply: Reply) {
        match reply {
            Reply::Progress { id, done, rows } => {
                let wanted = |file: &ListedFile| {
                    file.id == id && matches!(file.progress, Progress::Waiting | Progress::Reading { .. })
                };
                if self.files.iter().any(|file| wanted(file)) {
                    self.set(id, Progress::Reading { done, rows });
                }
            }
            Reply::Read { id, summary } => self.set(id, Progress::Read(Rc::new(summary))),
            Reply::Failed { id } => {
                self.set(id, Progress::Failed);
                self.settle();
            }
            Reply::Step { step } => (self.step, self.step_done) = (Some(step), 0),
            Reply::Done { percent } => self.step_done = percent,
            Reply::Headline { view, drawing } => {
                // The rest has not come yet, so the page stays busy.
                if self.any_read() && view.disclosure == self.disclosure && self.part == Part::Summary {
                    self.show(view);
                    (self.drawing, self.busy) = (Some(drawing), true);
                }
            }
            Reply::Foot { foot } => {
                if let Some(view) = &self.view {
                    self.view = Some(Shared::new(View { foot, ..View::clone(view) }));
                }
            }
            Reply::Report { view } => {
                // Figures that were calculated before others were asked for are not shown.
                if self.any_read() && view.disclosure == self.disclosure {
                    self.show(view);
                }
            }
            Reply::Part { part, about, drawing } => {
                if part == self.part && !self.withheld() {
                    (self.drawing, self.about) = (Some(drawing), about);
                    self.busy &= self.reading();
                    let came = self.expected.take_if(|expected| *expected != Expected::Report);
                    // Where what was typed is not found, the focus stays in the field.
                    if came == Some(Expected::Part) || came.is_some() && self.about.is_some() {
                        // A part that needs no file has the page to itself.
                        self.focus.on(if self.files.is_empty() { Focus::START } else { Focus::PART });
                    }
                }
            }
            // What is for the engine's side of the page.
            Reply::Ready
            | Reply::Pong { .. }
            | Reply::Piece { .. }
            | Reply::Open { .. }
            | Reply::Tables { .. }
            | Reply::Write { .. }
            | Reply::NotWritten
            | Reply::Export { .. }
            | Reply::Table { .. }
            | Reply::Picture { .. } => {}
        }
    }

    fn show(&mut self, view: View) {
        // How many rows of a file were used depends on the period, so what the report says about a file is newer.
        for file in &mut self.files {
            let summary = view.files.iter().find(|(id, _)| *id == file.id).map(|(_, summary)| summary);
            if let (Progress::Read(_), Some(summary)) = (&file.progress, summary) {
                advance(file, Progress::Read(Rc::new(summary.clone())));
            }
        }
        if !view.asked {
            self.file_periods.clone_from(&view.periods);
        }
        if self.view.as_ref().is_some_and(|before| before.disclosure != view.disclosure) {
            self.drawing = None;
        }
        self.view = Some(Shared::new(view));
        self.step = None;
        if !self.reading() {
            self.busy = false;
            if self.expected.take_if(|expected| *expected == Expected::Report).is_some() {
                self.focus.on(Focus::RESULTS);
            }
        }
    }
}

/// Files that wait.
fn listed(files: Vec<Chosen>) -> Vec<Shared<ListedFile>> {
    let one = |Chosen { id, file }: Chosen| {
        let (name, size) = (file.name(), whole(file.size()));
        Shared::new(ListedFile { id, name, size, progress: Progress::Waiting })
    };
    files.into_iter().map(one).collect()
}

/// A file has come so far.
fn advance(file: &mut Shared<ListedFile>, progress: Progress) {
    *file = Shared::new(ListedFile { name: file.name.clone(), progress, ..**file });
}

/// A size, which JavaScript gives as a floating-point number.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes are whole, and saturate")]
fn whole(size: f64) -> u64 {
    size as u64
}
