//! The page's side of the engine: what is asked of the worker, and the files and settings that are kept so that another
//! one can take its place (`worker`).

mod book_jobs;
mod books;
mod script;
mod worker;

use std::cell::RefCell;
use std::rc::Rc;
use words::Language;

use document::engine::FileId;
use document::engine::Rename;
use js_sys::Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, Worker};
use yew::Callback;

use crate::files::{file_of, is_of};
use crate::message::to_js;
use crate::page::say_at;
use crate::preload::Preload;
use crate::seal;
use crate::state::{Action, Chosen};
use book_jobs::{Books, seems_one};
use document::{Part, Reply, Request};
use script::script_from;

/// The engine, as the page sees it. Cloning it gives another handle to the same.
#[derive(Clone)]
pub(crate) struct Engine(Rc<RefCell<Inner>>);

struct Inner {
    act: Callback<Action>,
    preload: Preload,
    /// The files that were chosen and not removed, in that order.
    held: Vec<Held>,
    /// What was cleared last, until something else is chosen: the files, and what was set.
    cleared: Option<(Vec<Held>, Vec<Request>)>,
    /// What was asked before the worker listened.
    waiting: Vec<Request>,
    stage: Stage,
    /// What was set, in that order, the part that is open and the room for it, so that a new worker is told too.
    set: Vec<Request>,
    /// Whether the page is in a frame, whose address is of the website around it.
    framed: bool,
    /// The part that is open, and what it is about if the address says so.
    part: (Part, Option<String>),
    width: Option<u32>,
    /// The address of the worker's script, and its compiled module, once the network is closed.
    script: Option<(String, JsValue)>,
    /// The program that opens and writes workbooks.
    books: Books,
    /// The file that the worker is reading, or the last that it read.
    at: Option<FileId>,
    /// What was set when figures last came, and which files came after them: what *Cancel* goes back to.
    settled: Vec<Request>,
    fresh: Vec<FileId>,
    /// Whether the engine could not be fetched when it was last tried.
    unfetched: bool,
    /// The last ping, and the last that the worker answered.
    pinged: u32,
    heard: u32,
}

struct Held {
    id: FileId,
    file: File,
    renames: Vec<Rename>,
    /// Columns with nearly the names of the return’s are not read without asking.
    exactly: bool,
    /// Whether the worker has it or will have it; not after Cancel, nor when the worker died of it.
    wanted: bool,
}

impl Held {
    fn new(id: FileId, file: File) -> Self {
        Self { id, file, renames: Vec::new(), exactly: false, wanted: true }
    }

    fn request(&self) -> Request {
        Request::Read { id: self.id, name: self.file.name(), renames: self.renames.clone(), exactly: self.exactly }
    }
}

enum Stage {
    /// The network is open and nothing was chosen.
    Idle,
    /// Being closed, or the worker does not listen yet.
    Starting(Option<Worker>),
    Listening(Worker),
}

impl Engine {
    /// Fetches what the worker will need. `act` gets what happens.
    pub(crate) fn new(act: Callback<Action>, framed: bool) -> Self {
        let preload = {
            let (arrived, released) = (act.clone(), act.clone());
            Preload::fetch(
                move |all| arrived.emit(Action::SamplesFetched { all }),
                move |release| released.emit(Action::ReleaseReady(release)),
            )
        };
        Self(Rc::new(RefCell::new(Inner {
            act,
            preload,
            held: Vec::new(),
            cleared: None,
            waiting: Vec::new(),
            stage: Stage::Idle,
            set: Vec::new(),
            framed,
            part: (Part::Summary, None),
            width: None,
            script: None,
            books: Books::default(),
            at: None,
            settled: Vec::new(),
            fresh: Vec::new(),
            unfetched: false,
            pinged: 0,
            heard: 0,
        })))
    }

    /// Does what an action asks of the engine.
    pub(crate) fn act(&self, language: Language, action: &Action) {
        if action.overtakes() {
            self.watch(language);
        }
        match action {
            Action::Choose(chosen) => {
                if !chosen.is_empty() {
                    self.0.borrow_mut().cleared = None;
                }
                self.replace(chosen);
                for Chosen { id, file, .. } in chosen {
                    self.read(language, *id, Some(file.clone()), None);
                }
            }
            Action::ReadAs { id, renames, exactly } => {
                self.read(language, *id, None, Some((renames.clone(), *exactly)));
            }
            Action::TryAgain(id) => self.read(language, *id, None, None),
            Action::Cancel(id) => {
                if let Some(held) = self.0.borrow_mut().held.iter_mut().find(|held| held.id == *id) {
                    held.wanted = false;
                }
                self.send(Request::Cancel { id: *id });
                self.leave(Some(*id));
            }
            Action::Remove(id) => self.forget(&|held| held.id == *id),
            Action::RemoveWhole(file) => self.forget(&|held| is_of(&held.file.name(), file)),
            Action::Clear => {
                {
                    let at = &mut *self.0.borrow_mut();
                    at.cleared = Some((std::mem::take(&mut at.held), std::mem::take(&mut at.set)));
                    at.settled.clear();
                    at.fresh.clear();
                }
                self.send(Request::Clear);
                self.leave(None);
            }
            Action::BringBack => self.bring_back(language),
            Action::Command { command, typed } => {
                let request = Request::Command { command: command.clone(), typed: typed.clone() };
                if command.kept {
                    self.set(request);
                } else {
                    self.send(request);
                }
            }
            Action::FileYear { id, year } => self.set(Request::FileYear { id: *id, year: *year }),
            Action::Width(points) => {
                self.0.borrow_mut().width = Some(*points);
                self.send(Request::Width { points: *points });
            }
            Action::Reach | Action::FetchAgain => self.wake(language),
            Action::Stop => self.stop(language),
            Action::Calculate(period) => self.set(Request::Calculate { period: *period }),
            Action::Open(part, about) | Action::Begin(part, about) => self.open(language, *part, about.clone()),
            Action::Show(period) => self.send(Request::Show { period: *period }),
            Action::LoadRelease(release) => release.load(),
            _ => {}
        }
    }

    /// Undoes *Clear*: what was set is set again, then the files are read again.
    fn bring_back(&self, language: Language) {
        let again = {
            let at = &mut *self.0.borrow_mut();
            let Some((held, set)) = at.cleared.take() else { return };
            let wanted = held.iter().filter(|held| held.wanted);
            at.fresh = wanted.clone().map(|held| held.id).collect();
            let again: Vec<Request> = set.iter().cloned().chain(wanted.map(Held::request)).collect();
            at.settled.clone_from(&set);
            (at.held, at.set) = (held, set);
            again
        };
        for request in again {
            self.send(request);
        }
        self.wake(language);
    }

    /// Has a part opened. One that needs no file starts the worker.
    fn open(&self, language: Language, part: Part, about: Option<String>) {
        self.0.borrow_mut().part = (part, about.clone());
        self.send(Request::Open { part, about });
        if !part.needs_files() {
            self.wake(language);
        }
    }

    /// Forgets files that were removed.
    fn forget(&self, removed: &dyn Fn(&Held) -> bool) {
        let gone: Vec<Held> = self.0.borrow_mut().held.extract_if(.., |held| removed(held)).collect();
        for Held { id, .. } in gone {
            self.send(Request::Remove { id });
            self.leave(Some(id));
        }
    }

    /// Forgets the files that have the names of those that were just chosen. They can be asked for again.
    fn replace(&self, chosen: &[Chosen]) {
        let names: Vec<String> = chosen.iter().map(|Chosen { file, .. }| file.name()).collect();
        let mut replaced = Vec::new();
        for held in &mut self.0.borrow_mut().held {
            if held.wanted && names.iter().any(|name| is_of(&held.file.name(), name)) {
                held.wanted = false;
                replaced.push(held.id);
            }
        }
        for id in replaced {
            self.send(Request::Cancel { id });
            self.leave(Some(id));
        }
    }

    /// The files of a sample, as if they had been chosen.
    pub(crate) fn sample(&self, sample: crate::sample::Sample) -> Vec<Chosen> {
        let texts = self.0.borrow().preload.sample(sample).unwrap_or_default();
        texts.iter().filter_map(|(name, text)| Some(Chosen::new(file_of(name, text)?))).collect()
    }

    /// Sets something, for this worker and for one that may take its place.
    fn set(&self, request: Request) {
        self.0.borrow_mut().set.push(request.clone());
        self.send(request);
    }

    /// Has a file read: a new one, or again one that was chosen before. Its columns stay renamed as they were, unless
    /// `renames` says otherwise.
    fn read(&self, language: Language, id: FileId, file: Option<File>, renames: Option<(Vec<Rename>, bool)>) {
        let (request, workbook) = {
            let mut at = self.0.borrow_mut();
            at.held.extend(file.map(|file| Held::new(id, file)));
            let Some(held) = at.held.iter_mut().find(|held| held.id == id) else { return };
            held.wanted = true;
            at.fresh.push(id);
            let Some(held) = at.held.iter_mut().find(|held| held.id == id) else { return };
            if let Some(renames) = renames {
                (held.renames, held.exactly) = renames;
            }
            (held.request(), seems_one(&held.file))
        };
        self.send(request);
        self.0.borrow().preload.hurry(workbook);
        self.wake(language);
    }

    /// Sends it to the worker, now or when it listens.
    fn send(&self, request: Request) {
        let mut at = self.0.borrow_mut();
        if let Stage::Listening(worker) = &at.stage {
            let file = match &request {
                Request::Read { id, .. } => at.held.iter().find(|held| held.id == *id).map(|held| held.file.clone()),
                _ => None,
            };
            let _ = worker.post_message(&Array::of2(&to_js(&request), &file.map_or(JsValue::UNDEFINED, JsValue::from)));
        } else {
            at.waiting.push(request);
        }
    }

    /// Starts the worker, if it was not: first nothing is on its way any more, then the network is closed. A person who
    /// reaches for files has that done while choosing them.
    fn wake(&self, language: Language) {
        let preload = {
            let mut at = self.0.borrow_mut();
            if !matches!(at.stage, Stage::Idle) {
                return;
            }
            at.stage = Stage::Starting(None);
            if std::mem::take(&mut at.unfetched) {
                at.preload.fetch_engine();
            }
            at.preload.clone()
        };
        self.dispatch(Action::NetworkClosing);
        let engine = self.clone();
        spawn_local(async move {
            let Ok(program) = preload.settle().await else {
                let wanted = {
                    let mut at = engine.0.borrow_mut();
                    (at.stage, at.unfetched) = (Stage::Idle, true);
                    !at.held.is_empty()
                };
                engine.dispatch(Action::EngineNotFetched { wanted });
                return;
            };
            match seal::close().and_then(|time| Ok((time, script_from(&program)?))) {
                Ok(((hour, minute), script)) => {
                    engine.dispatch(Action::NetworkClosed { hour, minute });
                    engine.0.borrow_mut().script = Some(script);
                    engine.begin_books();
                    engine.start_worker(language);
                }
                Err(_) => engine.dispatch(Action::EngineUnavailable),
            }
        });
    }

    fn on_reply(&self, reply: Reply) {
        match &reply {
            Reply::Ready => {
                let waiting = {
                    let mut at = self.0.borrow_mut();
                    if let Stage::Starting(Some(worker)) = &at.stage {
                        let worker = worker.clone();
                        at.stage = Stage::Listening(worker);
                    }
                    std::mem::take(&mut at.waiting)
                };
                for request in waiting {
                    self.send(request);
                }
            }
            Reply::Progress { id, .. } | Reply::Read { id, .. } => self.0.borrow_mut().at = Some(*id),
            Reply::Report { .. } => {
                let mut at = self.0.borrow_mut();
                // One that was on its way when other figures were asked for is nothing to go back to.
                if at.heard == at.pinged {
                    let at = &mut *at;
                    at.settled.clone_from(&at.set);
                    at.fresh.clear();
                }
            }
            Reply::Part { part: Part::Council, about, .. } => {
                let at = &mut *self.0.borrow_mut();
                let about = about.as_ref().map(|about| about.named.as_str());
                if at.part.0 == Part::Council {
                    at.part.1 = about.map(ToOwned::to_owned);
                    if !at.framed {
                        say_at(Part::Council, about);
                    }
                }
            }
            Reply::Pong { turn } => {
                self.0.borrow_mut().heard = *turn;
                return;
            }
            _ => {}
        }
        self.dispatch(Action::Reply(reply));
    }

    fn dispatch(&self, action: Action) {
        let act = self.0.borrow().act.clone();
        act.emit(action);
    }
}
