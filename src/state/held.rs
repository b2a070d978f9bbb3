//! The state of the page.

use std::rc::Rc;

use document::engine::{Disclosure, FileId, Period, Step};
use document::{FileSummary, Node, Part, Shared, Topic, View};
use words::Language;
use yew::AttrValue;

use crate::embed::{Mode, Options};
use crate::offline::Release;
use crate::place::{Place, Target};
use crate::quick::Quick;
use crate::seal::TimeOfDay;

/// Whether anything can leave the computer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Network {
    Open,
    /// Requests that are still open are awaited or given up.
    Closing,
    Closed {
        hour: u32,
        minute: u32,
    },
}

/// The state of the engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EngineHealth {
    Well,
    /// It stopped this many times, and was started again.
    Restarted {
        times: u32,
    },
    /// It was not fetched, and can be fetched once more.
    NotFetched,
    /// It cannot be started in this browser.
    Unavailable,
}

/// The state of the samples.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Samples {
    Fetching,
    Here,
    Unavailable,
}

/// The progress of a file.
#[derive(Clone, Debug)]
pub(crate) enum Progress {
    Waiting,
    Reading {
        done: u64,
        rows: u64,
    },
    Read(Rc<FileSummary>),
    Cancelled,
    /// The browser did not hand the file over.
    Failed,
    /// The worker stopped while reading it.
    Stopped,
    /// A file with the same name was chosen later, and is used instead.
    Replaced,
}

impl Progress {
    /// What is wrong with the file as a whole.
    pub(crate) fn problem(&self) -> Option<AttrValue> {
        match self {
            Self::Read(summary) => summary.problem.as_ref().map(|problem| problem.found.clone()),
            _ => None,
        }
    }

    /// Whether the file is used, or will be used.
    pub(super) fn is_wanted(&self) -> bool {
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

/// Where the focus belongs after a change: the id of an element that takes the focus, once for each turn.
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

    pub(super) fn on(&mut self, at: &'static str) {
        *self = Self { at, turn: self.turn + 1 };
    }
}

/// What the person asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Expected {
    /// Figures.
    Report,
    /// Another part of the results.
    Part,
    /// One thing in the part that is open.
    About,
}

/// The state of the page.
#[derive(Clone, Debug)]
pub(crate) struct State {
    /// The language of every word on the page.
    pub(crate) language: Language,
    /// What the frame is for, if the page is in a frame on another site.
    pub(crate) frame: Option<Mode>,
    /// The view that is shown.
    pub(crate) place: Place,
    pub(crate) quick: Quick,
    pub(crate) network: Network,
    pub(crate) samples: Samples,
    /// A newer release of the page, if one has come.
    pub(crate) release: Option<Release>,
    pub(crate) engine: EngineHealth,
    /// Shared, so that it is seen at a glance which of them has changed.
    pub(crate) files: Vec<Shared<ListedFile>>,
    /// What was cleared last, and for whom its figures were, until something else is chosen.
    pub(crate) cleared: Option<(Vec<Shared<ListedFile>>, Disclosure)>,
    /// Whether the person wants every file listed, or only those that need attention.
    pub(crate) all_files: bool,
    pub(crate) view: Option<Shared<View>>,
    /// The part of the results that is open, and its content once that has come.
    pub(crate) part: Part,
    pub(crate) drawing: Option<Shared<Vec<Node>>>,
    /// The one thing that it is about, if it is about one.
    pub(crate) about: Option<Topic>,
    /// The periods that the files are about. They are kept while another period is asked for.
    pub(crate) file_periods: Vec<Period>,
    /// Whether figures are being calculated, and the current step.
    pub(crate) busy: bool,
    pub(crate) step: Option<Step>,
    /// How much of it is done, in per cent.
    pub(crate) step_done: u8,
    /// Who the person wants the figures for.
    pub(crate) disclosure: Disclosure,
    /// How many times controls were reset to what they showed before.
    pub(crate) undone: u32,
    pub(crate) hovered: bool,
    /// What the person asked for and has not come yet. It gets the focus when it comes.
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
            cleared: None,
            all_files: false,
            view: None,
            part: Part::Summary,
            drawing: None,
            about: None,
            file_periods: Vec::new(),
            busy: false,
            step: None,
            step_done: 0,
            disclosure: Disclosure::Exact,
            undone: 0,
            hovered: false,
            expected: None,
            focus: Focus { at: Focus::START, turn: 0 },
        }
    }
}

impl State {
    /// The state of a page without files. Its network may have been closed before it was shown. It starts at the place
    /// that its fragment or the options of its frame name.
    pub(crate) fn at_start(closed: Option<TimeOfDay>, fragment: &str, frame: Option<Options>) -> Self {
        let place = match (Place::of_fragment(fragment), frame.map(|options| options.mode)) {
            (Some(Target::Place(place)), _) => place,
            (_, Some(Mode::Quick)) => Place::Quick,
            _ => Place::Calculator,
        };
        let part = match (Place::of_fragment(fragment), frame) {
            (_, Some(options)) => options.start,
            // It is there at once, and the focus stays where a page begins.
            (Some(Target::Part(part, _)), None) if !part.needs_files() => part,
            _ => Part::Summary,
        };
        let network = closed.map_or(Network::Open, |(hour, minute)| Network::Closed { hour, minute });
        Self { frame: frame.map(|options| options.mode), place, part, network, ..Self::default() }
    }

    /// Whether any file is being read or waits to be read.
    pub(crate) fn reading(&self) -> bool {
        self.files.iter().any(|file| matches!(file.progress, Progress::Waiting | Progress::Reading { .. }))
    }

    /// Whether the current figures are for other readers than the person wants now. Then they are not shown.
    pub(crate) fn withheld(&self) -> bool {
        self.view.as_ref().is_some_and(|view| view.disclosure != self.disclosure)
    }

    /// Why the host's figures cannot be shown, if they cannot.
    pub(crate) fn unusable(&self) -> Option<AttrValue> {
        match &self.view {
            Some(view) => view.empty.then(|| view.why_empty.clone()),
            None => (!self.busy && !self.files.is_empty()).then(|| self.language.results_none().into()),
        }
    }

    /// Whether a frame that was given figures has nothing to show of them.
    pub(crate) fn shows_nothing(&self) -> bool {
        let one_is_missing = self.part == Part::Figure && self.drawing.is_some() && self.about.is_none();
        self.frame == Some(Mode::Figures) && !self.busy && (one_is_missing || self.unusable().is_some())
    }

    /// Whether any file was read.
    pub(super) fn any_read(&self) -> bool {
        self.files.iter().any(|file| matches!(file.progress, Progress::Read(_)))
    }

    /// The state of the engine. That it stopped is shown as long as one of the files it stopped at is in the list.
    pub(crate) fn engine_health(&self) -> EngineHealth {
        let stopped = self.files.iter().any(|file| matches!(file.progress, Progress::Stopped));
        match self.engine {
            EngineHealth::Restarted { .. } if !stopped => EngineHealth::Well,
            health => health,
        }
    }
}
