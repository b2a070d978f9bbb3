//! What the page holds, and the one place where it changes: an action of the person, or news of the worker, makes a
//! new state out of the old.

use std::rc::Rc;

use document::engine::{Disclosure, FileId, Period, Step};
use document::{Carried, FileSummary, Node, Part, Reply, Shared, View};
use words::Language;
use yew::Reducible;

use crate::embed::{Mode, Options};
use crate::offline::Release;
use crate::place::{Place, Target};
use crate::quick::Quick;
use crate::seal::TimeOfDay;

mod action;
#[cfg(test)]
mod tests;

pub(crate) use action::{Action, Chosen};

/// Whether anything can leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Network {
    Open,
    /// What is still on its way is awaited or given up.
    Closing,
    Closed {
        hour: u32,
        minute: u32,
    },
}

/// How the engine is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EngineHealth {
    Well,
    /// It stopped, this often, and was started again.
    Restarted {
        times: u32,
    },
    /// It did not arrive, and can be fetched once more.
    NotFetched,
    /// It cannot be started in this browser.
    Unavailable,
}

/// The samples on their way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Samples {
    Fetching,
    Here,
    Unavailable,
}

/// How far a file is.
#[derive(Clone, Debug)]
pub(crate) enum Progress {
    Waiting,
    Reading {
        done: u64,
        rows: u64,
    },
    Read(Rc<FileSummary>),
    Cancelled,
    /// The browser would not hand it over.
    Failed,
    /// The worker died of it.
    Stopped,
    /// A file of the same name was chosen after it, and is used instead.
    Replaced,
}

impl Progress {
    /// Whether the file is used, or will be.
    fn is_wanted(&self) -> bool {
        matches!(self, Self::Waiting | Self::Reading { .. } | Self::Read(_) | Self::Failed)
    }
}

/// A file in the list.
#[derive(Clone, Debug)]
pub(crate) struct ListedFile {
    pub(crate) id: FileId,
    pub(crate) name: String,
    pub(crate) size: u64,
    pub(crate) progress: Progress,
}

/// Where the reader's attention belongs after a change: the id of an element that takes the focus, once each turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Focus {
    pub(crate) at: &'static str,
    pub(crate) turn: u32,
}

impl Focus {
    pub(crate) const START: &'static str = "start";
    pub(crate) const FILES: &'static str = "files";
    pub(crate) const NOTICE: &'static str = "notice";
    pub(crate) const RESULTS: &'static str = "results";
    pub(crate) const PART: &'static str = "part";
    pub(crate) const QUICK_RESULT: &'static str = "quick-result";
    pub(crate) const QUICK_PROBLEM: &'static str = "quick-problem";

    fn on(&mut self, at: &'static str) {
        *self = Self { at, turn: self.turn + 1 };
    }
}

/// What the person asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Expected {
    /// Figures.
    Report,
    /// Another part of them.
    Part,
}

/// What the page holds.
#[derive(Clone, Debug)]
pub(crate) struct State {
    /// The language of every word on the page.
    pub(crate) language: Language,
    /// What the frame is for, if the page is in one of somebody else's page.
    pub(crate) frame: Option<Mode>,
    /// The view that is shown.
    pub(crate) place: Place,
    pub(crate) quick: Quick,
    pub(crate) network: Network,
    pub(crate) samples: Samples,
    /// A newer release of the page, if one has come.
    pub(crate) release: Option<Release>,
    pub(crate) engine: EngineHealth,
    pub(crate) files: Vec<ListedFile>,
    /// Whether the person wants every file listed, or those alone that something is to be said of.
    pub(crate) all_files: bool,
    pub(crate) view: Option<Shared<View>>,
    /// The part of the results that is open, and what is in it once that has come.
    pub(crate) part: Part,
    pub(crate) drawing: Option<Shared<Vec<Node>>>,
    /// The periods that the files are about, kept while another is asked for.
    pub(crate) file_periods: Vec<Period>,
    /// Figures are on their way, and what is being done for them.
    pub(crate) busy: bool,
    pub(crate) step: Option<Step>,
    /// For whom the person wants the figures.
    pub(crate) disclosure: Disclosure,
    /// How often controls went back to what they showed before.
    pub(crate) undone: u32,
    pub(crate) hovered: bool,
    /// What the person asked for is on its way, and is worth the focus once it is there.
    pub(crate) expected: Option<Expected>,
    pub(crate) focus: Focus,
}

impl Default for State {
    fn default() -> Self {
        Self {
            language: Language::default(),
            frame: None,
            place: Place::Calculator,
            quick: Quick::default(),
            network: Network::Open,
            samples: Samples::Fetching,
            release: None,
            engine: EngineHealth::Well,
            files: Vec::new(),
            all_files: false,
            view: None,
            part: Part::Summary,
            drawing: None,
            file_periods: Vec::new(),
            busy: false,
            step: None,
            disclosure: Disclosure::Exact,
            undone: 0,
            hovered: false,
            expected: None,
            focus: Focus { at: Focus::START, turn: 0 },
        }
    }
}

impl State {
    /// A page without files, whose network may have been closed before it was shown, at the place that its fragment or the
    /// options of its frame name.
    pub(crate) fn at_start(closed: Option<TimeOfDay>, fragment: &str, frame: Option<Options>) -> Self {
        let place = match (Place::of_fragment(fragment), frame.map(|options| options.mode)) {
            (Some(Target::Place(place)), _) => place,
            (_, Some(Mode::Quick)) => Place::Quick,
            _ => Place::Calculator,
        };
        let part = frame.map_or(Part::Summary, |options| options.start);
        let network = closed.map_or(Network::Open, |(hour, minute)| Network::Closed { hour, minute });
        Self { frame: frame.map(|options| options.mode), place, part, network, ..Self::default() }
    }

    /// Whether any file is being read or waits for it.
    pub(crate) fn reading(&self) -> bool {
        self.files.iter().any(|file| matches!(file.progress, Progress::Waiting | Progress::Reading { .. }))
    }

    /// Whether the figures that are there are for somebody else than the person wants now. Then they are not shown.
    pub(crate) fn withheld(&self) -> bool {
        self.view.as_ref().is_some_and(|view| view.disclosure != self.disclosure)
    }

    /// Whether any file was read.
    fn any_read(&self) -> bool {
        self.files.iter().any(|file| matches!(file.progress, Progress::Read(_)))
    }

    /// How the engine is; that it stopped is told as long as one of the files it stopped at is in the list.
    pub(crate) fn engine_health(&self) -> EngineHealth {
        let stopped = self.files.iter().any(|file| matches!(file.progress, Progress::Stopped));
        match self.engine {
            EngineHealth::Restarted { .. } if !stopped => EngineHealth::Well,
            health => health,
        }
    }

    fn set(&mut self, id: FileId, progress: Progress) {
        if let Some(file) = self.files.iter_mut().find(|file| file.id == id) {
            file.progress = progress;
        }
    }

    fn change(&mut self, action: Action) {
        match action {
            Action::Choose(chosen) => {
                self.busy |= !chosen.is_empty();
                self.expected = (!chosen.is_empty()).then_some(Expected::Report).or(self.expected);
                for file in &mut self.files {
                    let again = chosen.iter().any(|Chosen { file: new, .. }| new.name() == file.name);
                    if again && file.progress.is_wanted() {
                        file.progress = Progress::Replaced;
                    }
                }
                self.files.extend(chosen.into_iter().map(|Chosen { id, file }| ListedFile {
                    id,
                    name: file.name(),
                    size: whole(file.size()),
                    progress: Progress::Waiting,
                }));
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
            Action::Remove(id) => {
                self.files.retain(|file| file.id != id);
                self.settle();
                if self.files.is_empty() {
                    self.focus.on(Focus::START);
                } else {
                    self.focus.on(Focus::FILES);
                }
            }
            Action::Clear => {
                self.files.clear();
                self.engine = EngineHealth::Well;
                (self.disclosure, self.all_files) = (Disclosure::Exact, false);
                self.settle();
                self.focus.on(Focus::START);
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
            Action::Open(part) => {
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
            Action::EngineStopped { at } => self.stopped(at),
            Action::EngineReplaced { cancelled } => self.read_again(&cancelled),
            Action::Reply(reply) => self.on_reply(reply),
            Action::Reach
            | Action::NetworkClosing
            | Action::TrySample(_)
            | Action::Show(_)
            | Action::Width(_)
            | Action::Share(_)
            | Action::Begin(_)
            | Action::LoadRelease(_) => {}
        }
    }

    fn visit(&mut self, place: Place) {
        if self.place != place {
            self.place = place;
            self.focus.on(Focus::START);
        }
    }

    /// After a file went: without any that was read there are no figures; otherwise new ones come.
    fn settle(&mut self) {
        self.busy = self.reading() || self.any_read();
        if !self.busy {
            (self.view, self.drawing, self.step) = (None, None, None);
            self.file_periods.clear();
            self.expected = None;
        }
    }

    /// A control was used. Figures that are for somebody else leave the page at once.
    fn follow(&mut self, command: &Carried) {
        if let Some(disclosure) = command.disclosure {
            self.disclosure = disclosure;
        }
        if command.overtakes {
            self.step = None;
        }
        self.busy |= command.calculates;
        if command.calculates && !command.kept {
            // A file is read again: the button goes once its columns are used, and the focus with it.
            self.expected = Some(Expected::Report);
        }
    }

    /// What was set is taken back: the figures are for whom they were before.
    fn go_back(&mut self) {
        self.disclosure = self.view.as_ref().map_or(Disclosure::Exact, |view| view.disclosure);
        self.undone += 1;
        self.expected = Some(Expected::Report);
        self.focus.on(Focus::RESULTS);
    }

    /// A new worker reads the files, but those that were cancelled.
    fn read_again(&mut self, cancelled: &[FileId]) {
        for file in &mut self.files {
            if cancelled.contains(&file.id) {
                file.progress = Progress::Cancelled;
            } else if file.progress.is_wanted() {
                file.progress = Progress::Waiting;
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
                file.progress = Progress::Stopped;
            } else if file.progress.is_wanted() {
                file.progress = Progress::Waiting;
            }
        }
        self.settle();
        self.focus.on(Focus::NOTICE);
    }

    fn on_reply(&mut self, reply: Reply) {
        match reply {
            Reply::Progress { id, done, rows } => {
                let wanted = |file: &&ListedFile| {
                    file.id == id && matches!(file.progress, Progress::Waiting | Progress::Reading { .. })
                };
                if self.files.iter().any(|file| wanted(&file)) {
                    self.set(id, Progress::Reading { done, rows });
                }
            }
            Reply::Read { id, summary } => self.set(id, Progress::Read(Rc::new(summary))),
            Reply::Failed { id } => {
                self.set(id, Progress::Failed);
                self.settle();
            }
            Reply::Step { step } => self.step = Some(step),
            Reply::Report { view } => {
                // Figures that were on their way when others were asked for are not shown.
                if self.any_read() && view.disclosure == self.disclosure {
                    self.show(view);
                }
            }
            Reply::Part { part, drawing } => {
                if part == self.part && !self.withheld() {
                    self.drawing = Some(drawing);
                    self.busy &= self.reading();
                    if self.expected.take_if(|expected| *expected == Expected::Part).is_some() {
                        self.focus.on(Focus::PART);
                    }
                }
            }
            Reply::Ready | Reply::Pong { .. } | Reply::Piece { .. } | Reply::Export { .. } | Reply::Table { .. } => {}
        }
    }

    fn show(&mut self, view: View) {
        // How many rows of a file were used depends on the period, so the report's word on a file is the newer one.
        for file in &mut self.files {
            let summary = view.files.iter().find(|(id, _)| *id == file.id).map(|(_, summary)| summary);
            if let (Progress::Read(_), Some(summary)) = (&file.progress, summary) {
                file.progress = Progress::Read(Rc::new(summary.clone()));
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

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = Rc::unwrap_or_clone(self);
        next.change(action);
        Rc::new(next)
    }
}

/// A size, which JavaScript gives as a fraction.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes are whole, and saturate")]
pub(crate) fn whole(size: f64) -> u64 {
    size as u64
}
