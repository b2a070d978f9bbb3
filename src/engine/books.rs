//! The page's side of the program that opens and writes workbooks. Its worker is there only while something waits for it, so
//! that the memory that a large workbook took is given back.

use document::engine::FileId;
use document::{Reply, Request};
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Event, MessageEvent, Worker};

use super::book_jobs::end;
use super::script::script_from;
use super::{Engine, Held};
use crate::files::download_from;
use crate::message::{from_js, to_js};
use crate::state::{Action, Chosen};

impl Engine {
    /// The network is closed: what has come by now is all there will be.
    pub(super) fn begin_books(&self) {
        let mut at = self.0.borrow_mut();
        at.books.program = at.preload.books().and_then(|program| script_from(&program).ok());
    }

    /// A new engine must know if nothing can be opened.
    pub(super) fn tell_of_books(&self) {
        if self.0.borrow().books.program.is_none() {
            self.send(Request::WithoutBooks);
        }
    }

    /// Has a file opened that the engine found to be no text.
    pub(super) fn open_book(&self, id: FileId) {
        let job = {
            let at = self.0.borrow();
            let asked = at.books.jobs.iter().any(|(file, _)| *file == id);
            let held = at.held.iter().find(|held| held.id == id).filter(|_| !asked);
            held.map(|held| (held.request(), held.file.clone()))
        };
        if let Some((request, file)) = job {
            self.ask_books(id, &request, &file);
        }
    }

    /// Asks something of the program, after what waits.
    pub(super) fn ask_books(&self, about: FileId, request: &Request, with: &JsValue) {
        self.0.borrow_mut().books.jobs.push((about, Array::of2(&to_js(request), with)));
        self.go_on();
    }

    /// Has the first job done, if none is; without jobs, ends the worker.
    fn go_on(&self) {
        let mut at = self.0.borrow_mut();
        let books = &mut at.books;
        if books.jobs.is_empty() {
            end(books);
        } else if books.worker.is_none() {
            books.worker = books.program.as_ref().and_then(|program| self.worker_of_books(program));
            if let (Some(worker), Some((_, message))) = (&books.worker, books.jobs.first()) {
                let _ = worker.post_message(message);
            }
        }
    }

    fn worker_of_books(&self, (script, module): &(String, JsValue)) -> Option<Worker> {
        let worker = Worker::new(script).ok()?;
        let (engine, of) = (self.clone(), worker.clone());
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let message = Array::from(&event.data());
            match from_js(&message.get(0)) {
                Some(Reply::Piece { turn, id, from, length }) => engine.read_piece(&of, (turn, id, from, length)),
                Some(reply @ Reply::Progress { .. }) => engine.dispatch(Action::Reply(reply)),
                Some(Reply::NotWritten) => engine.failed(),
                Some(reply) => {
                    match reply {
                        Reply::Tables { id } => engine.take_tables(id, &message.get(1).into()),
                        Reply::Export { name } => download_from(&name, &message),
                        // The file was moved, changed or deleted.
                        reply => {
                            if let Reply::Failed { id } = reply {
                                engine.send(Request::Cancel { id });
                            }
                            engine.dispatch(Action::Reply(reply));
                        }
                    }
                    engine.done();
                }
                None => {}
            }
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        on_message.forget();
        let engine = self.clone();
        let on_error = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            event.prevent_default();
            engine.failed();
        });
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        on_error.forget();
        let _ = worker.post_message(module);
        Some(worker)
    }

    /// The first job is done; another worker does the next.
    fn done(&self) {
        {
            let books = &mut self.0.borrow_mut().books;
            // What is not wanted any more may have gone before its answer came.
            books.jobs.drain(..books.jobs.len().min(1));
            end(books);
        }
        self.go_on();
    }

    /// The first job cannot be done.
    fn failed(&self) {
        let first = self.0.borrow().books.jobs.first().map(|(id, _)| *id);
        if let Some(id) = first {
            self.send(if id > 0 { Request::Unopened { id } } else { Request::NotWritten });
        }
        self.done();
    }

    /// A file need not be opened any more; none at all.
    pub(super) fn leave(&self, file: Option<FileId>) {
        {
            let books = &mut self.0.borrow_mut().books;
            let stays = |(about, _): &(FileId, Array)| file.is_some_and(|id| id != *about);
            if !books.jobs.first().is_some_and(stays) {
                end(books);
            }
            books.jobs.retain(stays);
        }
        self.go_on();
    }

    /// The tables of a file take its place.
    fn take_tables(&self, of: FileId, files: &Array) {
        let place = self.0.borrow().held.iter().position(|held| held.id == of && held.wanted);
        let Some(mut place) = place else { return };
        self.0.borrow_mut().held.remove(place);
        let mut tables = Vec::new();
        for file in files.iter() {
            let chosen = Chosen::new(file.unchecked_into());
            let held = Held::new(chosen.id, chosen.file.clone());
            let request = held.request();
            {
                let mut at = self.0.borrow_mut();
                at.held.insert(place, held);
                at.fresh.push(chosen.id);
            }
            place += 1;
            tables.push(chosen);
            self.send(request);
        }
        // It is forgotten last, so that nothing is calculated without its tables.
        self.send(Request::Remove { id: of });
        self.dispatch(Action::Tables { of, tables });
    }
}
